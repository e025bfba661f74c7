"""Propositions told by a few reports: how many origins are independent, and why."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence import make_scene, weigh
from whence.model import (
    Act,
    Certainty,
    Claim,
    Control,
    Derivation,
    DerivationKind,
    Finding,
    Proposition,
    Quantity,
    Report,
    SourceKind,
    Span,
)

TTA = a_source("TTA", SourceKind.MEDIUM, key="tta", state="tarvia", country="Tarvia", control=Control.STATE_MEDIUM)
STAFF = a_source("Brenmark's General Staff", key="brenmark general staff", state="brenmark", country="Brenmark", control=Control.MILITARY)
OFFICIALS = a_source("two officials", SourceKind.UNNAMED, key="unnamed:a:two officials")
BELIEVED = a_source("it is believed", SourceKind.IMPERSONAL, key="impersonal")
WORDS = "Tarvia tested drones"


def told(name: str, day: int, outlet: str | None = None, owner: str | None = None, **facts: Any) -> tuple[Report, Claim]:
    published = datetime(2025, 2, day, tzinfo=UTC)
    report = a_report(f"{WORDS} at Karsk, it said.", id=name, outlet=outlet or f"{name} Gazette", owner=owner, published=published)
    cue = span_of(report, "said") if facts.get("chain") and not facts.pop("credited", False) else None
    return report, a_claim(report, WORDS, cue=cue, **facts)


def weighed(*tellings: tuple[Report, Claim], derivations: tuple[tuple[str, str, DerivationKind], ...] = ()) -> Finding:
    claims = [claim for _, claim in tellings]
    scene = make_scene([report for report, _ in tellings], [Derivation(a, b, kind) for a, b, kind in derivations], claims)
    return weigh(Proposition("p", WORDS, tuple(c.id for c in claims)), claims, [], scene, "s")


def test_one_origin_told_by_three_counts_once() -> None:
    finding = weighed(*(told(name, 7, chain=(TTA,)) for name in "abc"))
    assert finding.independent == (1, 1)
    assert len(finding.origins) == 1
    assert {tie.rule for tie in finding.ties} == {"same_origin"}


def test_two_named_origins_count_twice() -> None:
    assert weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(STAFF,))).independent == (2, 2)


def test_unnamed_people_raise_only_the_most() -> None:
    finding = weighed(told("a", 7, chain=(OFFICIALS,)))
    assert finding.independent == (0, 1)
    assert finding.origins[0].counts == "maybe"


def test_nobody_never_counts() -> None:
    finding = weighed(told("a", 7), told("b", 8, chain=(BELIEVED,)))
    assert finding.independent == (0, 0)
    assert all(origin.counts == "no" for origin in finding.origins)


def test_a_credit_alone_is_the_report_s_own_voice() -> None:
    wire = a_source("Continental News", SourceKind.MEDIUM, key="continental news", control=Control.AGENCY)
    assert weighed(told("a", 7, chain=(wire,), credited=True)).independent == (0, 0)


def test_an_uncredited_rewrite_hangs_on_what_it_took() -> None:
    finding = weighed(told("a", 7, chain=(TTA,)), told("b", 8), derivations=(("a", "b", DerivationKind.REWRITE),))
    assert finding.independent == (1, 1)
    assert len(finding.origins) == 1
    assert [d.kind for d in finding.drift] == ["attribution_dropped"]


def test_a_report_that_took_from_two_joins_no_two_origins() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,)),
        told("b", 7, chain=(STAFF,)),
        told("c", 9),
        derivations=(("a", "c", DerivationKind.REWRITE), ("b", "c", DerivationKind.CITATION)),
    )
    assert finding.independent == (2, 2)


def test_deniers_and_the_silent_are_listed_not_counted() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,)),
        told("b", 8, chain=(STAFF,), negated=True, act=Act.DENIES),
        told("c", 8, chain=(a_source("Sorovia"),), act=Act.NO_COMMENT, certainty=Certainty.UNSURE),
    )
    assert finding.independent == (1, 1)
    assert finding.against == (STAFF.name,)
    assert finding.no_comment == ("Sorovia",)
    assert [c.about for c in finding.conflicts] == ["yes_no"]


def test_a_source_that_denies_its_own_words_is_in_doubt() -> None:
    finding = weighed(told("a", 7, chain=(STAFF,)), told("b", 8, chain=(STAFF,), negated=True, act=Act.DENIES))
    assert finding.independent == (0, 1)


def test_a_circle_counts_once_and_is_shown() -> None:
    herald = a_source("Kest Herald", SourceKind.MEDIUM, key="kest herald", control=Control.OUTLET)
    monitor = a_source("Pell Monitor", SourceKind.MEDIUM, key="pell monitor", control=Control.OUTLET)
    finding = weighed(
        told("a", 7, outlet="Kest Herald", chain=(OFFICIALS,)),
        told("b", 8, outlet="Pell Monitor", chain=(herald,)),
        told("c", 9, outlet="Kest Herald", chain=(monitor,)),
        derivations=(("a", "b", DerivationKind.CITATION), ("b", "c", DerivationKind.CITATION)),
    )
    assert finding.independent == (0, 1)
    assert finding.circles == (("a", "b", "c"),)


def test_a_hedge_dropped_on_the_way_is_seen() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,), certainty=Certainty.POSSIBLE),
        told("b", 8, chain=(TTA,)),
        derivations=(("a", "b", DerivationKind.CITATION),),
    )
    assert "hedge_dropped" in [d.kind for d in finding.drift]
    assert finding.certainty == (Certainty.POSSIBLE, Certainty.CERTAIN)


def test_who_only_says_may_is_no_full_support_for_what_is_told_flatly() -> None:
    assert weighed(told("a", 7, chain=(STAFF,), certainty=Certainty.POSSIBLE), told("b", 8)).independent == (0, 1)
    assert weighed(told("a", 7, chain=(STAFF,), certainty=Certainty.POSSIBLE)).independent == (1, 1)


def test_the_same_long_words_are_one_origin_whoever_they_are_laid_to() -> None:
    words = "Our ties with the neighbour have never been worse than they are today"
    reports = [a_report(f"“{words},” he said.", id=name, published=datetime(2025, 2, 7, tzinfo=UTC)) for name in "ab"]
    people = [a_source(name, SourceKind.PERSON) for name in ("Davor Melk", "Petra Holm")]
    tellings = [(r, a_claim(r, words, chain=(p,), cue=span_of(r, "said"))) for r, p in zip(reports, people)]
    assert weighed(*tellings).independent == (1, 1)


def test_a_state_medium_speaks_for_its_state_and_is_a_party() -> None:
    report = a_report("Tarvia tested drones at Karsk.", id="a", outlet="TTA", owner="Government of Tarvia")
    from whence.model import Participant

    claim = a_claim(report, WORDS)
    claim = a_claim(report, WORDS, participants=(Participant("Tarvia", claim.span, "agent", "GPE"),))
    finding = weighed((report, claim))
    assert finding.independent == (1, 1)
    assert finding.party


ARMY = a_source("army", key="a:army", mention="the army")
TIMES = a_source("Kest Times", SourceKind.MEDIUM, key="kest times", control=Control.OUTLET)


def test_who_is_told_only_by_what_he_is_raises_only_the_most() -> None:
    assert weighed(told("a", 7, chain=(ARMY,))).independent == (0, 1)
    assert weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(ARMY,))).independent == (1, 2)


def test_the_only_one_of_its_kind_is_that_one() -> None:
    guard = a_source("Solm Coastguard", key="solm coastguard")
    islands = a_source("islands' coastguard", key="b:islands' coastguard", mention="the islands' coastguard")
    assert weighed(told("a", 7, chain=(guard,)), told("b", 8, chain=(islands,))).independent == (1, 1)


def test_unnamed_people_in_a_state_mediums_text_are_its_voice() -> None:
    finding = weighed(told("a", 7, outlet="TTA", owner="Government of Tarvia", chain=(OFFICIALS,)))
    assert finding.independent == (1, 1)
    assert "TTA" in finding.origins[0].name


def test_some_newspapers_are_those_that_told_it_before() -> None:
    papers = a_source("Some newspapers", SourceKind.UNNAMED, key="unnamed:b:papers")
    assert weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(papers,))).independent == (1, 1)


def test_a_withdrawn_story_is_no_full_support() -> None:
    taken_back = a_report(
        "WITHDRAWN: drones. The Gazette withdraws its story.", id="z", outlet="a Gazette", published=datetime(2025, 2, 9, tzinfo=UTC)
    )
    report, claim = told("a", 7, chain=(TTA,))
    scene = make_scene([report, taken_back], [], [claim])
    assert weigh(Proposition("p", WORDS, (claim.id,)), [claim], [], scene, "s").independent == (0, 1)


def test_what_an_outlet_alone_asserts_and_others_contradict_may_be_its_own() -> None:
    finding = weighed(told("a", 7), told("b", 8, chain=(STAFF,), negated=True, act=Act.DENIES))
    assert finding.independent == (0, 1)
    assert finding.origins[0].name == "a Gazette (own assertion)"


def test_one_owner_joins_no_tellings_that_rest_on_others() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,)),
        told("b", 7, chain=(STAFF,)),
        told("c", 8, owner="Kest Group"),
        told("d", 8, owner="Kest Group"),
        derivations=(("a", "c", DerivationKind.REWRITE), ("b", "d", DerivationKind.REWRITE)),
    )
    assert finding.independent == (2, 2)


def test_a_cited_report_is_one_telling_of_it_not_all() -> None:
    finding = weighed(
        told("a", 7, outlet="Kest Times", chain=(TTA,)),
        told("b", 8, chain=(STAFF,)),
        told("c", 9, chain=(TIMES,)),
    )
    assert finding.independent == (2, 2)


def test_what_an_independent_source_says_is_no_drift() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,), certainty=Certainty.POSSIBLE),
        told("b", 8, chain=(STAFF,)),
        derivations=(("a", "b", DerivationKind.CITATION),),
    )
    assert finding.drift == ()


def test_a_hedge_is_dropped_where_it_was_dropped_first() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,), certainty=Certainty.POSSIBLE),
        told("b", 8),
        told("c", 9),
        derivations=(("a", "b", DerivationKind.REWRITE), ("b", "c", DerivationKind.REWRITE)),
    )
    assert [(d.kind, d.after.report) for d in finding.drift if d.kind == "hedge_dropped"] == [("hedge_dropped", "b")]


@pytest.mark.parametrize(
    ("before", "after", "altered"),
    [
        ("if they come to our shore again, the fleet will be ready", "the fleet will be ready", True),
        ("we will meet them, and the fleet will be ready", "the fleet will be ready", False),
        ("We are not closing the door on a tariff", "We are opening the door on a tariff", True),
    ],
)
def test_a_quotation_altered(before: str, after: str, altered: bool) -> None:
    reports = [
        a_report(f"“{words}”", id=id, outlet=id, published=datetime(2025, 2, day, tzinfo=UTC))
        for id, words, day in (("a", before, 7), ("b", after, 8))
    ]
    tellings = []
    for report in reports:
        inside = report.text[1:-1]
        tellings.append((report, a_claim(report, inside, chain=(STAFF,), quotes=(span_of(report, inside),), cue=span_of(report, "“"))))
    finding = weighed(*tellings, derivations=(("a", "b", DerivationKind.CITATION),))
    assert ("quote_altered" in [d.kind for d in finding.drift]) is altered


def test_the_same_figure_without_its_up_to_has_lost_a_hedge() -> None:
    cap, flat = ((Quantity(Span(0, 1), text, 400.0, "crown", q),) for text, q in (("up to 400 crowns", "at_most"), ("400 crowns", "exact")))
    finding = weighed(
        told("a", 7, quantities=cap, chain=(TTA,)), told("b", 8, quantities=flat), derivations=(("a", "b", DerivationKind.REWRITE),)
    )
    assert "hedge_dropped" in [d.kind for d in finding.drift]


def test_numbers_in_other_units_disagree() -> None:
    near, far = (
        (Quantity(Span(0, 1), text, value, unit),) for text, value, unit in (("300 metres", 300.0, "m"), ("three kilometres", 3.0, "km"))
    )
    finding = weighed(told("a", 7, quantities=near, chain=(TTA,)), told("b", 8, quantities=far))
    assert [[value.value for value in c.values] for c in finding.conflicts if c.about == "number"] == [["300 metres", "three kilometres"]]


@pytest.mark.parametrize(
    ("words", "predicate", "count"), [("The gauge stood at nine", "stand", (0, 1)), ("Its poster says nine", "say", (0, 0))]
)
def test_a_reporter_who_was_there_saw_the_poster_not_what_it_says(words: str, predicate: str, count: tuple[int, int]) -> None:
    report = a_report(f"{words}. I watched it for an hour.", id="a", outlet="Sunder Post")
    assert weighed((report, a_claim(report, words, predicate=predicate))).independent == count


def test_words_that_deny_without_a_negated_verb_are_against() -> None:
    report = a_report("Not a drone was tested, it said.", id="b", outlet="Sunder Post")
    dry = a_claim(report, "Not a drone was tested", chain=(STAFF,), cue=span_of(report, "said"))
    finding = weighed(told("a", 7, chain=(TTA,)), (report, dry))
    assert finding.independent == (1, 1) and finding.against == ("Brenmark's General Staff",)


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("The chart of Corbel", "Corbel Micro", 1),
        ("Corbel Micro Works", "Harbour Institute", 2),
        ("Ministry of Mines", "Ministry of Roads", 2),  # a word that many bodies have is no name
    ],
)
def test_a_source_named_within_another_may_be_the_same(one: str, other: str, least: int) -> None:
    sources = (a_source(name, SourceKind.ORGANISATION, key=name.casefold()) for name in (one, other))
    finding = weighed(*(told(report, 7, chain=(source,)) for report, source in zip("ab", sources)))
    assert finding.independent == (least, 2)


def test_who_asks_not_to_be_named_is_not_listed_against() -> None:
    report = a_report("Two officials, who asked not to be named, said Tarvia tested drones.", id="a")
    words = "Two officials, who asked not to be named, said Tarvia tested drones"
    claim = a_claim(report, words, content=span_of(report, "Tarvia tested drones"), chain=(OFFICIALS,))
    assert weighed((report, claim)).against == ()


@pytest.mark.parametrize(
    ("mention", "counts"), [("a Sunder Post reporter", "yes"), ("our correspondent", "yes"), ("a reporter's neighbour", "maybe")]
)
def test_an_outlets_own_reporter_is_no_unnamed_source(mention: str, counts: str) -> None:
    eyes = a_source(mention, SourceKind.UNNAMED, key=f"unnamed:a:{mention}")
    finding = weighed(told("a", 7, outlet="Sunder Post", chain=(eyes,)))
    assert finding.origins[0].counts == counts


def test_a_patrol_that_withdraws_corrects_nobody() -> None:
    report = a_report("The patrol was told to withdraw. It did not test drones, it said.", id="b", outlet="Sunder Post")
    claim = a_claim(report, "It did not test drones", chain=(STAFF,), cue=span_of(report, "said"), negated=True)
    finding = weighed(told("a", 7, chain=(TTA,)), (report, claim))
    assert finding.independent == (1, 1)


def test_a_bodys_own_text_alone_is_no_sure_support_of_what_others_contradict() -> None:
    denied = told("c", 9, chain=(a_source("Solm Coastguard"),), negated=True, act=Act.DENIES)
    issued = told("a", 7, outlet="Harbour Board (press release)")
    assert weighed(issued).independent == (1, 1)
    assert weighed(issued, denied).independent == (0, 1)


def test_whether_the_origins_are_parties_is_judged_over_those_that_count() -> None:
    finding = weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(OFFICIALS,)))
    assert finding.independent == (1, 2) and finding.party


def test_a_body_told_by_its_kind_is_that_of_the_only_person_who_speaks_for_one() -> None:
    sefo = a_source("Ruta Sefo", SourceKind.PERSON, part_of=("solm coastguard",))
    guard = a_source("the islands' coastguard", key="islands coastguard")
    assert weighed(told("a", 7, chain=(sefo,)), told("b", 8, chain=(guard,))).independent == (1, 1)


def test_of_two_outlets_that_are_cited_the_one_that_took_from_the_other_adds_nobody() -> None:
    desk, mail = (a_source(name, SourceKind.MEDIUM, key=name.casefold()) for name in ("Solm Mail", "Sunder Post"))
    first, second = told("a", 7, outlet="Solm Mail"), told("b", 8, outlet="Sunder Post")
    citing = told("c", 9, chain=(desk,)), told("d", 9, chain=(mail,))
    apart = weighed(first, second, *citing)
    taken = weighed(first, second, *citing, derivations=(("a", "b", DerivationKind.CITATION),))
    assert (apart.independent, taken.independent) == ((0, 2), (0, 1))


def test_the_name_of_a_body_is_nobodys_first_and_last_name() -> None:
    one, other = a_source("Border Service", SourceKind.PERSON), a_source("Tarvia's Border Service", state="tarvia", country="Tarvia")
    assert weighed(told("a", 7, chain=(one,)), told("b", 8, chain=(other,))).independent == (1, 1)


def test_a_proposition_may_be_that_something_is_not_so() -> None:
    dry = []
    for name, day, source in (("a", 1, STAFF), ("b", 2, OFFICIALS)):
        report = a_report("Not a drone was tested, it said.", id=name, outlet=f"{name} Post", published=datetime(2025, 2, day, tzinfo=UTC))
        dry.append((report, a_claim(report, "Not a drone was tested", chain=(source,), cue=span_of(report, "said"))))
    finding = weighed(*dry, told("c", 3, chain=(TTA,)))
    assert [origin.name for origin in finding.origins if origin.counts == "yes"] == [STAFF.name]
    assert finding.against == ("TTA",)
