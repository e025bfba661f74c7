"""Sentences, quotations and runs of words in common, with offsets that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import a_report
from whence.derivation.details import detail
from whence.derivation.naming import call_names, namings
from whence.derivation.shared import evidence_of, shared_words
from whence.derivation.wording import sentence_spans, wording_of
from whence.model import Span


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dam held. The gates did not.", ["The dam held.", "The gates did not."]),
        ("Mr. Tolm spoke at 7 a.m. in Vellmar.", ["Mr. Tolm spoke at 7 a.m. in Vellmar."]),
        ('"Go." She went.', ['"Go."', "She went."]),
        ("One line\nAnother line", ["One line", "Another line"]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    found = [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]
    assert [words.strip(' "') for words in found] == [words.strip(' "') for words in wanted]


def test_quoted_words_are_marked_and_an_open_mark_quotes_to_the_end_of_the_paragraph() -> None:
    wording = wording_of(a_report('He said “not today” and left.\nShe wrote "never again'))
    assert [word for word, quoted in zip(wording.tokens, wording.quoted) if quoted] == ["not", "today", "never", "again"]


@given(st.text(alphabet=st.sampled_from("ab .\"“”'\nÄİ—(@"), max_size=200))
def test_the_words_stand_where_they_are_said_to(text: str) -> None:
    wording = wording_of(a_report(text))
    assert all(0 <= start < end <= len(text) for start, end in zip(wording.starts.tolist(), wording.ends.tolist()))
    assert len(wording.words) == len(wording.tokens) == len(wording.quoted) == len(wording.sentence)


@given(
    st.lists(st.sampled_from("dam gate river board diver mark".split()), max_size=40),
    st.lists(st.sampled_from(["dam", "gate", "river"]), max_size=40),
)
def test_shared_runs_say_the_same_in_both(first: list[str], second: list[str]) -> None:
    a, b = wording_of(a_report(" ".join(first), "a")), wording_of(a_report(" ".join(second), "b"))
    shared = shared_words(a, b)
    for run in shared.runs:
        assert evidence_of(a, run.a, run.length).words == evidence_of(b, run.b, run.length).words
    assert 0 <= shared.share_a <= 1 and 0 <= shared.share_b <= 1


@pytest.mark.parametrize(
    ("token", "form"),
    [
        ("1,150", "1150"),
        ("Vellmar's".lower(), "vellmar"),
        ("said", ""),
        ("the", ""),
        ("sluices", "sluice"),
        ("61", "61"),
        ("sixty-one", "61"),
        ("eleven", "11"),
        ("dozen", "12"),
        ("one", ""),
        ("sixty-dozen", "sixty-dozen"),
    ],
)
def test_details(token: str, form: str) -> None:
    assert detail(token) == form


@pytest.mark.parametrize(
    ("outlet", "called"),
    [
        ("Meadow Wire", ["Meadow Wire", "Meadow"]),
        ("The Lowen Ledger", ["Lowen Ledger", "the Ledger"]),
        ("Lowen Central News Agency (LCNA)", ["LCNA", "Lowen Central News Agency"]),
        ("The Hill", ["the Hill"]),
        ("Channel Eight Lowen", ["Channel Eight"]),
    ],
)
def test_what_others_call_an_outlet(outlet: str, called: list[str]) -> None:
    assert set(called) <= set(call_names(outlet))


@pytest.mark.parametrize(
    ("text", "outlet", "how"),
    [
        ("Gates stuck\nThe gates are stuck, the Ledger reported.", "The Lowen Ledger", ["name"]),
        ("Gates stuck\nMeadow Wire\nThe gates are stuck.", "Meadow Wire", ["credit"]),
        ("Gates stuck\nVELLMAR (Meadow) - The gates are stuck.", "Meadow Wire", ["credit"]),
        ("Gates stuck\nThe Lowen Ledger Courier said so.", "The Lowen Ledger", []),
        ("Over the hill\nWalkers went over the hill.", "The Hill", []),
    ],
)
def test_where_an_outlet_is_named(text: str, outlet: str, how: list[str]) -> None:
    assert [naming.how for naming in namings(a_report(text, outlet="Valley Post"), a_report("", "b", outlet=outlet))] == how
