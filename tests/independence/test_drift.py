"""Two reports, the later taken from the earlier: what has drifted between them."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence import make_scene
from whence.independence.drift import find_drift
from whence.independence.roots import root_of
from whence.model import Act, Certainty, Claim, Derivation, DerivationKind, Drift, Quantity, Report, Source, SourceKind, Stance

WARDEN = a_source("Ilka Marsten", SourceKind.PERSON)
ONE = a_source("a bargeman", SourceKind.UNNAMED)
SEVERAL = a_source("harbour officials", SourceKind.UNNAMED)


def telling(id: str, day: int, words: str, source: Source | None = None, **facts: Any) -> tuple[Report, Claim]:
    report = a_report(f"{words}. More follows, they said.", id=id, outlet=f"{id} Gazette", published=datetime(2025, 2, day, tzinfo=UTC))
    quotes = tuple(span_of(report, said) for said in re.findall(r"“([^”]*)”", words))
    cue = span_of(report, "said") if source else None
    return report, a_claim(report, words, chain=(source,) if source else (), cue=cue, quotes=quotes, **facts)


def drifted(*told: tuple[Report, Claim], kind: DerivationKind = DerivationKind.REWRITE) -> tuple[Drift, ...]:
    claims = [claim for _, claim in told]
    scene = make_scene([report for report, _ in told], [Derivation("a", "b", kind)], claims)
    roots = [root_of(claim, scene) for claim in claims]
    return find_drift(roots, [], scene, {})


def kinds(*told: tuple[Report, Claim], kind: DerivationKind = DerivationKind.REWRITE) -> set[str]:
    return {drift.kind for drift in drifted(*told, kind=kind)}


@pytest.mark.parametrize(
    ("before", "certainty", "after", "dropped"),
    [
        ("The weir may give way", Certainty.POSSIBLE, "The weir gives way", True),
        ("The weir is close to giving way", Certainty.CERTAIN, "The weir gives way", True),  # read as certain, worded otherwise
        ("The weir gives way", Certainty.CERTAIN, "The weir has given way", False),
        ("The weir may give way", Certainty.POSSIBLE, "The weir is all but gone", False),
    ],
)
def test_a_hedge_dropped(before: str, certainty: Certainty, after: str, dropped: bool) -> None:
    found = kinds(telling("a", 7, before, WARDEN, certainty=certainty), telling("b", 8, after, WARDEN))
    assert ("hedge_dropped" in found) is dropped


def test_a_plan_told_as_will_be_has_lost_no_hedge() -> None:
    plan = telling("a", 7, "The town will mend the weir", WARDEN, certainty=Certainty.PROBABLE, act=Act.PLANS)
    assert kinds(plan, telling("b", 8, "The town is to mend the weir", WARDEN)) == set()


def test_at_least_became_the_number_itself() -> None:
    def people(id: str, day: int, words: str, qualifier: str) -> tuple[Report, Claim]:
        report, claim = telling(id, day, words, WARDEN)
        return telling(id, day, words, WARDEN, quantities=(Quantity(claim.span, "21 barges", 21.0, "barge", qualifier, 21.0),))

    assert kinds(people("a", 7, "At least 21 barges sank", "at_least"), people("b", 8, "21 barges sank", "exact")) == {"hedge_dropped"}


def test_what_is_only_cited_must_be_in_some_of_the_same_words() -> None:
    hedged = telling("a", 7, "The weir may give way", WARDEN, certainty=Certainty.POSSIBLE)
    assert kinds(hedged, telling("b", 8, "Nobody slept in the valley"), kind=DerivationKind.CITATION) == set()


@pytest.mark.parametrize(
    ("after", "dropped"), [("Nine barges sank in the lock", True), ("By Marsten's count nine barges sank in the lock", False)]
)
def test_who_it_is_from_dropped(after: str, dropped: bool) -> None:
    found = kinds(telling("a", 7, "Nine barges had sunk in the lock", WARDEN), telling("b", 8, after))
    assert ("attribution_dropped" in found) is dropped


@pytest.mark.parametrize(
    ("before", "after", "altered"),
    [
        ("“We shall rest the looms until the summer”", "“We shall close the looms before the summer”", True),
        ("“No gate was shut from the outside,” he wrote", "“No gate was shut,” he wrote", True),
        ("“No gate was shut, and nobody came”", "“No gate was shut,” he wrote", False),
        ("“You cannot sell what you have given away”", "“You can sell what you have given away”", True),
        ("“We shall rest the looms until the summer”", "“We shall rest the looms until the summer”", False),
        ("“We shall rest the looms until the summer”", "“It was the best fair that this town has had in years”", False),
    ],
)
def test_a_quotation_altered(before: str, after: str, altered: bool) -> None:
    found = kinds(telling("a", 7, before, WARDEN), telling("b", 8, after, WARDEN), kind=DerivationKind.CITATION)
    assert ("quote_altered" in found) is altered


def test_a_quotation_is_altered_once() -> None:
    first = telling("a", 7, "“We shall rest the looms until the summer”", WARDEN)
    changed, again = (telling(id, day, "“We shall close the looms before the summer”", WARDEN) for id, day in (("b", 8), ("c", 9)))
    assert [drift.after.report for drift in drifted(first, changed, again)] == ["b"]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [((6.0, "man"), (16.0, "prisoner"), True), ((6.0, "man"), (6.0, "prisoner"), False), ((6.0, "km"), (16.0, "prisoner"), False)],
)
def test_a_number_changed(before: tuple[float, str], after: tuple[float, str], changed: bool) -> None:
    told = []
    for id, day, (value, unit) in (("a", 7, before), ("b", 8, after)):
        words = f"{value:.0f} got out through the laundry"
        report, _ = telling(id, day, words)
        told.append(telling(id, day, words, quantities=(Quantity(span_of(report, f"{value:.0f}"), f"{value:.0f}", value, unit),)))
    assert ("number_changed" in kinds(*told)) is changed


def test_one_of_them_became_several() -> None:
    assert "actor_changed" in kinds(telling("a", 7, "The lock leaks", ONE), telling("b", 8, "The lock leaks", SEVERAL))
    assert kinds(telling("a", 7, "The lock leaks", ONE), telling("b", 8, "The lock leaks", ONE)) == set()


def test_an_outlet_that_passed_it_on_is_said_to_confirm_it() -> None:
    gazette = a_source("a Gazette", SourceKind.MEDIUM)
    confirmed = telling("b", 8, "The lock leaks", gazette, stance=Stance.ENDORSED)
    assert "actor_changed" in kinds(telling("a", 7, "The lock leaks", ONE), confirmed)
    assert "actor_changed" not in kinds(telling("a", 7, "The lock leaks", ONE), telling("b", 8, "The lock leaks", gazette))


def test_a_correction_has_not_drifted() -> None:
    hedged = telling("a", 7, "The weir may give way", WARDEN, certainty=Certainty.POSSIBLE)
    assert kinds(hedged, telling("b", 8, "Correction: the weir gives way")) == set()
