"""Where reports disagree, and that each conflict of a story stands once."""

from typing import Any

import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence.conflicts import find_conflicts
from whence.independence.conflicts_story import settle
from whence.model import Claim, Finding, Quantity, SourceKind

WARDEN = a_source("Ilka Marsten", SourceKind.PERSON)


def counted(id: str, words: str, figure: str, value: float, unit: str | None = None, **facts: Any) -> Claim:
    report = a_report(f"{words}.", id=id)
    return a_claim(report, words, quantities=(Quantity(span_of(report, figure), figure, value, unit, **facts),))


def said(id: str, words: str, **facts: Any) -> Claim:
    return a_claim(a_report(f"{words}.", id=id), words, **facts)


def test_every_telling_of_a_number_is_a_value() -> None:
    claims = [
        counted("a", "Six men got out through the laundry", "Six", 6.0, "man"),
        counted("b", "Sixteen prisoners got out by the laundry", "Sixteen", 16.0, "prisoner"),
        counted("c", "Sixteen inmates got out of the laundry", "Sixteen", 16.0, "inmate"),
    ]
    (conflict,) = find_conflicts(claims, [], True, "They got out")
    assert [(value.evidence.report, value.value) for value in conflict.values] == [("a", "Six"), ("b", "Sixteen"), ("c", "Sixteen")]


def test_numbers_of_rivals_count_too() -> None:
    one, other = (counted(id, f"{n} looms burned", n, float(n), "loom") for id, n in (("a", "12"), ("b", "20")))
    assert [c.about for c in find_conflicts([one], [other], True, "Looms burned")] == ["number"]


def test_the_same_number_is_no_conflict() -> None:
    claims = [counted(id, "12 looms burned", "12", 12.0, "loom") for id in "ab"]
    assert find_conflicts(claims, [], True, "Looms burned") == ()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The sluice gate was open all night", "The sluice gate was closed and locked", True),
        ("The letter is authentic", "The letter is forged", True),
        ("The sluice gate was open all night", "The sluice gate stood ajar", False),
        ("The sluice gate was open all night", "No sluice gate was closed that night", False),
    ],
)
def test_the_opposite_without_a_not(one: str, other: str, apart: bool) -> None:
    assert bool(find_conflicts([said("a", one), said("b", other)], [], True, one)) is apart


def test_one_report_alone_is_in_no_conflict() -> None:
    report = a_report("The gate was open. The gate was not open, she said.", id="a")
    yes = a_claim(report, "The gate was open")
    no = a_claim(report, "The gate was not open", negated=True, evidence=(("negation", span_of(report, "not")),), chain=(WARDEN,))
    assert find_conflicts([yes, no], [], True, "The gate was open") == ()


def a_finding(id: str, *claims: Claim) -> Finding:
    conflicts = find_conflicts(claims, [], True, id)
    return Finding(id, "s", id, tuple(claims), (), (0, 0), False, (), conflicts=conflicts)


def test_each_conflict_stands_once_with_the_first_finding() -> None:
    nine, eleven = (counted(id, f"The slip killed {n}", n, value, "person") for id, n, value in (("a", "nine", 9.0), ("b", "eleven", 11.0)))
    settled = settle([a_finding("one", nine, eleven), a_finding("two", nine, eleven)])
    assert [len(finding.conflicts) for finding in settled] == [1, 0]
