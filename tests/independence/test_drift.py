"""Two reports, the later taken from the earlier: what has drifted between them."""

import math
import re
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence import make_scene
from whence.independence.drift import find_drift
from whence.independence.meanings import meanings_of
from whence.independence.roots import root_of
from whence.model import Act, Certainty, Claim, Derivation, DerivationKind, Drift, Quantity, Report, Source, SourceKind, Span, Stance, Time

WARDEN = a_source("Ilka Marsten", SourceKind.PERSON)
ONE = a_source("a harbour official", SourceKind.UNNAMED)
SEVERAL = a_source("harbour officials", SourceKind.UNNAMED)


def telling(id: str, day: int, words: str, source: Source | None = None, **facts: Any) -> tuple[Report, Claim]:
    report = a_report(f"{words}. More follows, they said.", id=id, outlet=f"{id} Gazette", published=datetime(2025, 2, day, tzinfo=UTC))
    quotes = tuple(span_of(report, said) for said in re.findall(r"“([^”]*)”", words))
    cue = span_of(report, "said") if source else None
    return report, a_claim(report, words, chain=(source,) if source else (), cue=cue, quotes=quotes, **facts)


def drifted(*told: tuple[Report, Claim], kind: DerivationKind = DerivationKind.REWRITE, alike: float = 0.8) -> tuple[Drift, ...]:
    """`alike`: the likeness of any two of them, as an encoder would tell it."""
    claims = [claim for _, claim in told]
    vectors = np.hstack([np.full((len(claims), 1), math.sqrt(alike)), np.eye(len(claims)) * math.sqrt(1 - alike)]).astype(np.float32)
    took = [Derivation("a", id, kind) for id in ("b", "c") if any(report.id == id for report, _ in told)]
    scene = make_scene(list({report.id: report for report, _ in told}.values()), took, claims, meanings=meanings_of(claims, vectors))
    return find_drift(claims, [], [root_of(claim, scene) for claim in claims], scene)


def kinds(*told: tuple[Report, Claim], kind: DerivationKind = DerivationKind.REWRITE, alike: float = 0.8) -> set[str]:
    return {drift.kind for drift in drifted(*told, kind=kind, alike=alike)}


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

    assert kinds(people("a", 7, "At least 21 barges sank", "at_least"), people("b", 8, "21 barges sank", "exact"), alike=0.9) == {
        "hedge_dropped"
    }


def test_what_is_of_another_matter_has_not_drifted() -> None:
    hedged = telling("a", 7, "The weir may give way", WARDEN, certainty=Certainty.POSSIBLE)
    assert kinds(hedged, telling("b", 8, "Nobody slept in the valley"), alike=0.3) == set()


def test_without_an_encoder_claims_are_as_like_as_their_words() -> None:
    told = [
        telling("a", 7, "The old weir at Lund may give way", WARDEN, certainty=Certainty.POSSIBLE),
        telling("b", 8, "The old weir at Lund gives way"),
    ]
    claims = [claim for _, claim in told]
    scene = make_scene([report for report, _ in told], [Derivation("a", "b", DerivationKind.REWRITE)], claims)
    assert "hedge_dropped" in {drift.kind for drift in find_drift(claims, [], [root_of(claim, scene) for claim in claims], scene)}


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


def numbered(id: str, day: int, words: str, said: str, value: float, unit: str | None = None) -> tuple[Report, Claim]:
    report, _ = telling(id, day, words)
    return telling(id, day, words, quantities=(Quantity(span_of(report, said), said, value, unit),))


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (("93 were aboard", "93", 93.0, None), ("193 were aboard", "193", 193.0, None), True),
        (("300 metres into the wood", "300 metres", 300.0, "m"), ("3 kilometres into the wood", "3 kilometres", 3.0, "km"), True),
        (("41 nets were cut", "41", 41.0, "net"), ("57 nets were cut", "57", 57.0, "net"), True),
        (("41 nets were cut", "41", 41.0, "net"), ("9 boats lay idle", "9", 9.0, "boat"), False),
        (("300 metres into the wood", "300 metres", 300.0, "m"), ("12 tonnes of sand", "12 tonnes", 12.0, "t"), False),
    ],
)
def test_a_number_misread(before: tuple[str, str, float, str | None], after: tuple[str, str, float, str | None], changed: bool) -> None:
    assert ("number_changed" in kinds(numbered("a", 7, *before), numbered("b", 8, *after), alike=0.6)) is changed


def test_a_number_that_the_later_report_gives_too_has_not_changed() -> None:
    told = numbered("a", 7, "41 nets were cut", "41", 41.0, "net")
    report, _ = telling("b", 8, "57 nets were cut, after 41 nets last year")
    both = tuple(Quantity(span_of(report, said), said, float(said), "net") for said in ("57", "41"))
    assert "number_changed" not in kinds(told, telling("b", 8, "57 nets were cut, after 41 nets last year", quantities=both))


def test_a_day_changed() -> None:
    def signed(id: str, day: int, words: str, said: str, on: int) -> tuple[Report, Claim]:
        report, _ = telling(id, day, words)
        when = date(2025, 3, on)
        return telling(id, day, words, times=(Time(span_of(report, said), said, "DATE", when.isoformat(), when, when, "day"),))

    first = signed("a", 7, "The lease will be signed on 4 March", "4 March", 4)
    assert "date_changed" in kinds(first, signed("b", 8, "The lease will be signed on 14 March", "14 March", 14))
    assert "date_changed" not in kinds(first, signed("b", 8, "The lease will be signed on 4 March", "4 March", 4))


def test_the_body_rather_than_the_headline() -> None:
    first = numbered("a", 7, "93 were aboard", "93", 93.0)
    words = "193 on the ferry. 193 were aboard"
    report = a_report(f"{words}. More follows, they said.", id="b", published=datetime(2025, 2, 8, tzinfo=UTC))
    count = Quantity(span_of(report, "193"), "193", 193.0)
    headline = a_claim(report, "193 on the ferry", in_headline=True, quantities=(count,))
    place = Span(report.text.rindex("193"), report.text.rindex("193") + 3)
    body = a_claim(report, "193 were aboard", quantities=(Quantity(place, "193", 193.0),))
    found = [drift for drift in drifted(first, (report, headline), (report, body)) if drift.kind == "number_changed"]
    assert [drift.after.words for drift in found] == ["193 were aboard"]


def test_a_quotation_within_a_longer_one_altered() -> None:
    long = "“We were told at noon that the lock would be shut. I did not know about the leak. Nobody told us anything of it at all, ever”"
    assert "quote_altered" in kinds(telling("a", 7, long, WARDEN), telling("b", 8, "“I knew about the leak”", WARDEN))


@pytest.mark.parametrize(
    ("repeated", "dropped"), [("The weir may soon give way to the flood", False), ("The market opens on Monday", True)]
)
def test_what_a_report_tells_with_its_hedge_is_not_what_it_tells_flatly_of_something_else(repeated: str, dropped: bool) -> None:
    hedged, flat = "The weir may soon give way to the flood", "The flood gives way, and ships leave the port"
    first = a_report(f"{hedged}. {flat}.", id="a", published=datetime(2025, 2, 7, tzinfo=UTC))
    second = a_report(f"{repeated}. The flood gives way to ships.", id="b", published=datetime(2025, 2, 8, tzinfo=UTC))
    hedge = {"certainty": Certainty.POSSIBLE}
    claims = [
        a_claim(first, hedged, **hedge),
        a_claim(first, flat),
        a_claim(second, repeated, **(hedge if repeated == hedged else {})),
        a_claim(second, "The flood gives way to ships"),
    ]
    vectors = np.array([[1, 0, 0], [0.6, 0.8, 0], [1, 0, 0] if repeated == hedged else [0, 0, 1], [0.8, 0.6, 0]], dtype=np.float32)
    took = [Derivation("a", "b", DerivationKind.REWRITE)]
    scene = make_scene([first, second], took, claims, meanings=meanings_of(claims, vectors))
    found = find_drift(claims, [], [root_of(claim, scene) for claim in claims], scene)
    assert ("hedge_dropped" in {drift.kind for drift in found}) is dropped
