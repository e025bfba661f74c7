"""A small report and its attributions, and the claims that come out."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.claims.telling import an_attribution, parsed, spans, told
from tests.factory import a_source
from whence.claims import read_claims
from whence.model import Act, Attribution, Certainty, SourceKind, Span

WIRE = a_source("Tidewater Wire", SourceKind.MEDIUM)


@pytest.mark.parametrize(
    ("text", "content", "plain"),
    [
        ("Tarn said that the mill is shut.", "that the mill is shut", "the mill is shut"),
        ("“The mill is shut,” Tarn said.", "“The mill is shut,”", "The mill is shut"),
        ('Tarn said the mill "is shut".', 'the mill "is shut"', "the mill is shut"),
        ("“The mill is shut,” Tarn said, “and cold.”", "“The mill is shut,” … “and cold.”", "The mill is shut, and cold"),
        ("“I shut the mill,” Tarn said.", "“I shut the mill,”", "Tarn shut the mill"),
        ("Tarn said his mill is shut.", "his mill is shut", "Tarn's mill is shut"),
    ],
)
def test_content_and_plain(nlp: Language, text: str, content: str, plain: str) -> None:
    claim = told(text, "Tarn", "said", content, nlp)
    assert claim.plain == plain
    assert claim.words == claim.span.of(text)
    assert claim.content.of(text)[0] not in '“",' and not claim.content.of(text).startswith("that ")


OWN = [  # a text; the claims it states itself
    ("The ferry sank on Friday.", ["The ferry sank on Friday"]),
    ("The ferry sank and divers found the wreck.", ["The ferry sank", "divers found the wreck"]),
    ("The ferry left Port Orrin and sank near Vell.", ["The ferry left Port Orrin", "The ferry sank near Vell"]),
    ("The ferry sank; divers found the wreck.", ["The ferry sank", "divers found the wreck"]),
    ("Photo of the week.", []),
]


@pytest.mark.parametrize(("text", "own"), OWN)
def test_own_voice(nlp: Language, text: str, own: list[str]) -> None:
    claims = read_claims(parsed(text, nlp), ())
    assert [claim.plain for claim in claims] == own
    assert all(claim.chain == () and claim.cue is None for claim in claims)


def test_an_attributed_sentence_says_nothing_in_the_outlets_voice(nlp: Language) -> None:
    page = parsed("Mayor Tarn said the mill is shut.", nlp)
    claims = read_claims(page, (an_attribution(page.report, "Mayor Tarn", "said", "the mill is shut"),))
    assert [claim.plain for claim in claims] == ["the mill is shut"]


def test_what_stands_beside_an_attribution_is_the_outlets_own(nlp: Language) -> None:
    page = parsed("Mayor Tarn said the mill is shut, and workers left the valley.", nlp)
    claims = read_claims(page, (an_attribution(page.report, "Mayor Tarn", "said", "the mill is shut"),))
    assert [(claim.plain, len(claim.chain)) for claim in claims] == [("the mill is shut", 1), ("workers left the valley", 0)]


def test_headline_claims_are_marked_and_questions_are_unsure(nlp: Language) -> None:
    claims = read_claims(parsed("# Is the mill at Vell closing?\nThe mill at Vell closed.", nlp), ())
    assert [(claim.in_headline, claim.certainty) for claim in claims] == [(True, Certainty.UNSURE), (False, Certainty.CERTAIN)]


def test_the_credit_line_is_the_outermost_hop_and_named_once(nlp: Language) -> None:
    page = parsed("Mayor Tarn said the mill is shut. The river is high.", nlp)
    attribution = an_attribution(page.report, "Mayor Tarn", "said", "the mill is shut")
    claims = read_claims(page, (attribution,), credits=(WIRE,))
    assert [[hop.name for hop in claim.chain] for claim in claims] == [["Tidewater Wire", "Mayor Tarn"], ["Tidewater Wire"]]
    again = read_claims(page, (replace(attribution, chain=(WIRE, *attribution.chain)),), credits=(WIRE,))
    assert [hop.name for hop in again[0].chain] == ["Tidewater Wire", "Mayor Tarn"]


def test_claims_are_made_of_tellings_and_attributions_cover_the_rest(nlp: Language) -> None:
    page = parsed("Tidewater Wire reported that Mayor Tarn said the mill is shut.", nlp)
    outer = an_attribution(page.report, "Tidewater Wire", "reported", "Mayor Tarn said the mill is shut", SourceKind.MEDIUM)
    inner = an_attribution(page.report, "Mayor Tarn", "said", "the mill is shut", outer=outer.chain)
    claims = read_claims(page, (outer, inner), (inner,))
    assert [(claim.plain, [hop.name for hop in claim.chain]) for claim in claims] == [
        ("the mill is shut", ["Tidewater Wire", "Mayor Tarn"])
    ]


def test_a_cue_that_points_back_lays_the_earlier_sentence_to_its_source(nlp: Language) -> None:
    text = "Orvia has ordered a new dam. The order was reported by state radio."
    page = parsed(text, nlp)
    back = an_attribution(page.report, "state radio", "was reported by", "The order", SourceKind.MEDIUM)
    claims = read_claims(page, (replace(back, manner="backward", points_back=Span(0, 28)),))
    assert [(claim.plain, [hop.name for hop in claim.chain]) for claim in claims] == [("Orvia has ordered a new dam", ["state radio"])]
    assert claims[0].act is Act.ORDERS


def test_pronouns_and_short_names_are_resolved(nlp: Language) -> None:
    text = "Anna Lindqvist opened the mill at Vell. She praised the workers. Lindqvist left on Friday."
    claims = read_claims(parsed(text, nlp), ())
    assert [claim.plain for claim in claims[1:]] == ["Anna Lindqvist praised the workers", "Anna Lindqvist left on Friday"]
    assert [(p.name, p.role) for p in claims[1].participants] == [("Anna Lindqvist", "agent"), ("the workers", "patient")]


def test_passive_participants(nlp: Language) -> None:
    (claim,) = read_claims(parsed("The mill was sold by Orvia to a bank.", nlp), ())
    assert [(p.name, p.role) for p in claim.participants] == [("The mill", "patient"), ("Orvia", "agent"), ("a bank", "other")]
    assert claim.predicate == "sell"


def test_ids_are_stable_and_differ_by_chain(nlp: Language) -> None:
    page = parsed("The river is high. The mill is shut.", nlp)
    assert [claim.id for claim in read_claims(page, ())] == [claim.id for claim in read_claims(page, ())]
    assert {claim.id for claim in read_claims(page, ())}.isdisjoint(claim.id for claim in read_claims(page, (), credits=(WIRE,)))


def test_nothing_to_read(nlp: Language) -> None:
    assert read_claims(parsed("", nlp), ()) == ()
    page = parsed("Tarn said so.", nlp)
    assert read_claims(page, (Attribution(spans(page.report, "Tarn"), spans(page.report, "said"), (), (WIRE,)),)) == ()


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_spans_give_claims_inside_the_text(nlp: Language, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet=st.sampled_from("ab .,\"“”'’\nTarn said he may not go?"), min_size=1, max_size=120))
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ends: Span(min(ends), max(ends)))
    attribution = Attribution((data.draw(place),), (data.draw(place),), (data.draw(place), data.draw(place)), (WIRE,))
    for claim in read_claims(parsed(text, nlp), (attribution,)):
        assert claim.content.end <= len(text) and claim.content in claim.span or claim.cue is None
        assert claim.words == claim.span.of(text)
        assert all(span.end <= len(text) for _, span in claim.evidence)


def test_the_two_reports(nlp: Language, shared: Path) -> None:
    """Own-voice claims of the real reports beside the project, without any attribution."""
    from tests.factory import a_report
    from whence.segment import find_blocks, parse_one

    text = (shared / "reports" / "report-b.txt").read_text(encoding="utf-8")
    plain = [claim.plain for claim in read_claims(parse_one(find_blocks(a_report(text)), nlp), ())]
    assert any("supplying weapons" in words for words in plain)
