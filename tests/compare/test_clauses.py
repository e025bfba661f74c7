"""The clause of a telling that holds a value, and the part of a long telling that another one is about."""

import pytest

from tests.factory import a_claim, a_report, span_of
from whence.compare import matter, nearest, same_count, tight
from whence.model import Quantity


@pytest.mark.parametrize(
    ("words", "value", "clause"),
    [
        ("The mill closed on Monday, and 40 weavers were sent home", "40 weavers", "and 40 weavers were sent home"),
        ("40 weavers were sent home", "40 weavers", "40 weavers were sent home"),
        ("Nine barges sank, the harbour said", "Nine barges", "Nine barges sank, the harbour said"),  # alone it would say too little
        ("“The weir holds 1,200 tonnes of sluice water,” the warden said", "1,200 tonnes", "“The weir holds 1,200 tonnes of sluice water"),
    ],
)
def test_the_clause_around_a_value(words: str, value: str, clause: str) -> None:
    report = a_report(f"{words}.")
    found = tight(a_claim(report, words), span_of(report, value)).of(report.text)
    assert found == clause or found.startswith(clause)


def test_the_part_of_a_long_telling_that_another_is_about() -> None:
    words = (
        "A cable car that the town of Ulm Vale bought second-hand last winter stopped over the gorge on Sunday, leaving its nineteen "
        "passengers to wait four hours for a crane, and the mayor with an election to explain it in"
    )
    report = a_report(f"{words}. Nineteen passengers may have had to wait for a crane.")
    part = nearest(a_claim(report, words), a_claim(report, "Nineteen passengers may have had to wait for a crane")).of(report.text)
    assert "nineteen passengers to wait four hours for a crane" in part and len(part) <= 130


def test_the_words_of_content() -> None:
    assert matter("The men escaped, he said") == {"men", "escap"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((6.0, "man"), (16.0, "prisoner"), False),
        ((6.0, "man"), (6.0, "inmate"), True),
        ((6.0, "man"), (16.0, "km"), None),
    ],
)
def test_the_only_counts_of_two_tellings(one: tuple[float, str], other: tuple[float, str], verdict: bool | None) -> None:
    report = a_report("some of them got out")
    a, b = (Quantity(span_of(report, "some"), "some", value, unit) for value, unit in (one, other))
    claims = [a_claim(report, "some of them got out", quantities=(quantity,)) for quantity in (a, b)]
    assert same_count(a, b, *claims) is verdict
