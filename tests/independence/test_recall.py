"""One origin taken away from a story told by a few reports: what falls with it, what stays, and what the names may be."""

import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from tests.independence.test_weigh import OFFICIALS, STAFF, TTA, WORDS, told
from whence.errors import SettingsError
from whence.independence import make_scene, recall, retell, weigh
from whence.model import (
    Act,
    Claim,
    Control,
    Derivation,
    DerivationKind,
    Finding,
    Proposition,
    Recall,
    Report,
    SourceKind,
    Story,
)

MELK = a_source("Davor Melk", SourceKind.PERSON, key="davor melk", state="tarvia", country="Tarvia", control=Control.GOVERNMENT)
MINISTRY = a_source("Tarvia's Mining Ministry", key="tarvia mining ministry", state="tarvia", control=Control.GOVERNMENT)
RAIL = a_source("Tarvia's Rail Ministry", key="tarvia rail ministry", state="tarvia", control=Control.GOVERNMENT)
WIRE = a_source("Coast Wire", SourceKind.MEDIUM, key="coast wire", control=Control.AGENCY)
Telling = tuple[Report, Claim]
Took = tuple[str, str, DerivationKind]


def a_story(*tellings: Telling, derivations: tuple[Took, ...] = (), apart: tuple[Telling, ...] = ()) -> tuple[Story, list[Report]]:
    """A story with one finding of these tellings, and another of those `apart`."""
    reports = list({report.id: report for report, _ in (*tellings, *apart)}.values())
    taken = tuple(Derivation(a, b, kind) for a, b, kind in derivations)
    scene = make_scene(reports, taken, [claim for _, claim in (*tellings, *apart)])
    parts = [[claim for _, claim in part] for part in (tellings, apart) if part]
    made = [weigh(Proposition(f"p{n}", WORDS, tuple(c.id for c in part)), part, [], scene, "s") for n, part in enumerate(parts)]
    return Story("s", "Drones", tuple(report.id for report in reports), derivations=taken, findings=tuple(made)), reports


def without(origin: str, story: tuple[Story, list[Report]]) -> Recall:
    return recall(origin, lambda: [retell(*story)])


def left(found: Recall) -> list[tuple[tuple[int, int], tuple[int, int], list[str]]]:
    """For each finding that changes: the range before and after, and the reports that still tell it."""
    return [(loss.before.independent, loss.after.independent, [claim.report for claim in loss.after.tellings]) for loss in found.losses]


def test_all_that_rests_on_one_origin_falls() -> None:
    found = without("TTA", a_story(*(told(name, 7, chain=(TTA,)) for name in "abc")))
    assert left(found) == [((1, 1), (0, 0), [])]
    (loss,) = found.losses
    assert loss.rests_on_nothing and len(loss.fallen) == 3
    assert [origin.name for origin in loss.origins] == [origin.name for origin in loss.before.origins]


def test_another_origin_stays_as_it_was() -> None:
    story = a_story(told("a", 7, chain=(TTA,)), told("b", 8, chain=(STAFF,)))
    found = without("TTA", story)
    assert left(found) == [((2, 2), (1, 1), ["b"])]
    assert not found.losses[0].rests_on_nothing
    assert found.losses[0].after.origins == tuple(o for o in story[0].findings[0].origins if "Staff" in o.name)


def test_what_came_through_it_falls_too() -> None:
    found = without("Coast Wire", a_story(told("a", 7, chain=(WIRE, STAFF)), told("b", 8, chain=(TTA,))))
    assert left(found) == [((2, 2), (1, 1), ["b"])]


def test_what_the_outlet_tells_falls_with_the_outlet() -> None:
    found = without("Alder Post", a_story(told("a", 7, outlet="Alder Post", chain=(STAFF,)), told("b", 8, chain=(TTA,))))
    assert left(found) == [((2, 2), (1, 1), ["b"])]


def test_a_rewrite_that_names_nobody_falls_with_what_it_took() -> None:
    taken: tuple[Took, ...] = (("a", "b", DerivationKind.REWRITE),)
    assert left(without("TTA", a_story(told("a", 7, chain=(TTA,)), told("b", 8), derivations=taken))) == [((1, 1), (0, 0), [])]


def test_a_copy_falls_with_the_outlet_that_it_copied_though_it_names_the_origin() -> None:
    taken: tuple[Took, ...] = (("a", "b", DerivationKind.COPY),)
    tellings = told("a", 7, outlet="Alder Post", chain=(STAFF,)), told("b", 8, chain=(STAFF,)), told("c", 8, chain=(STAFF,))
    assert left(without("Alder Post", a_story(*tellings, derivations=taken))) == [((1, 1), (1, 1), ["c"])]


def test_who_asked_for_himself_stays_where_the_rest_of_his_report_was_taken() -> None:
    text = f"{WORDS}, Brenmark's General Staff told the Ledger."
    own = a_report(text, id="b", outlet="Pell Ledger")
    asked = a_claim(own, text.removesuffix("."), content=span_of(own, WORDS), plain=WORDS, chain=(STAFF,), cue=span_of(own, "told"))
    taken: tuple[Took, ...] = (("a", "b", DerivationKind.REWRITE),)
    story = a_story(told("a", 7, outlet="Alder Post", chain=(STAFF,)), (own, asked), derivations=taken)
    assert left(without("Alder Post", story)) == [((1, 1), (1, 1), ["b"])]


def test_taking_a_bridge_away_makes_no_two_origins_of_one() -> None:
    tellings = told("a", 7, chain=(MINISTRY,)), told("b", 7, chain=(TTA,)), told("c", 8, chain=(RAIL,))
    assert left(without("TTA", a_story(*tellings))) == [((1, 1), (1, 1), ["a", "c"])]


def test_the_voices_of_a_state_medium_and_its_state_are_one_its_ministries_are_not() -> None:
    media = a_source("State media", SourceKind.MEDIUM, key="tarvia state media", state="tarvia", control=Control.STATE_MEDIUM)
    tellings = told("a", 7, chain=(TTA,)), told("b", 7, chain=(media,)), told("c", 8, chain=(MINISTRY,))
    assert left(without("TTA", a_story(*tellings))) == [((1, 1), (1, 1), ["c"])]


def test_an_origin_as_the_screen_names_it_takes_all_its_voices() -> None:
    story = a_story(told("a", 7, chain=(TTA,)), told("b", 7, chain=(MINISTRY,)))
    assert left(without("Government of Tarvia", story)) == [((1, 1), (0, 0), [])]
    assert without(story[0].findings[0].origins[0].name, story).losses == without("government of tarvia", story).losses


def test_unnamed_people_can_be_taken_away() -> None:
    found = without("two officials", a_story(told("a", 7, chain=(OFFICIALS,)), told("b", 8, chain=(STAFF,))))
    assert left(found) == [((1, 2), (1, 1), ["b"])]


def test_a_denial_goes_with_its_denier() -> None:
    found = without("Melk", a_story(told("a", 7, chain=(STAFF,)), told("b", 8, chain=(MELK,), act=Act.DENIES, negated=True)))
    assert [(loss.before.against, loss.after.against) for loss in found.losses] == [(("Davor Melk",), ())]
    assert found.losses[0].after.independent == (1, 1)


def test_what_changed_on_the_way_goes_with_its_end() -> None:
    taken: tuple[Took, ...] = (("a", "b", DerivationKind.REWRITE),)
    (loss,) = without("Birch Post", a_story(told("a", 7, chain=(TTA,)), told("b", 8, outlet="Birch Post"), derivations=taken)).losses
    assert [drift.kind for drift in loss.drift] == ["attribution_dropped"] and loss.after.drift == ()


def test_findings_that_do_not_rest_on_it_are_counted_as_untouched() -> None:
    found = without("TTA", a_story(told("a", 7, chain=(TTA,)), apart=(told("b", 8, chain=(STAFF,)),)))
    assert (len(found.losses), found.untouched) == (1, 1)


NAMED = [
    ("TTA", "TTA"),
    ("tta", "TTA"),
    ("Brenmark's General", "Brenmark's General Staff"),
    ("General Staff", "Brenmark's General Staff"),
    ("Bren", "Brenmark's General Staff"),
    ("brenmark general staff", "Brenmark's General Staff"),
    ("Melk", "Davor Melk"),
]
STORY = a_story(
    told("a", 7, chain=(TTA,)),
    told("b", 8, chain=(STAFF,)),
    told("c", 8, chain=(WIRE, MELK)),
    told("d", 9, chain=(MINISTRY,)),
    told("e", 9, chain=(RAIL,)),
)


@pytest.mark.parametrize(("asked", "name"), NAMED)
def test_an_origin_is_named_as_it_is_shown_or_how_that_begins(asked: str, name: str) -> None:
    assert without(asked, STORY).origin == name


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Reuters", "no origin 'Reuters' in these findings; there are: Government of Tarvia; "),
        ("", "no origin ''"),
        ("Tarvia's", "\"Tarvia's\" may be more than one origin: Tarvia's Mining Ministry; Tarvia's Rail Ministry"),
    ],
)
def test_a_name_that_nobody_or_several_have_is_refused(asked: str, told: str) -> None:
    with pytest.raises(SettingsError) as refused:
        without(asked, STORY)
    assert told in str(refused.value) and "\n" not in str(refused.value)


def test_taking_each_origin_away_never_raises_a_count() -> None:
    for name in ("TTA", "General Staff", "Melk", "Coast Wire", "Mining Ministry", "e Gazette"):
        for loss in without(name, STORY).losses:
            assert all(now <= was for was, now in zip(loss.before.independent, loss.after.independent))
            assert _parts(loss.after) <= _parts(loss.before)


def _parts(finding: Finding) -> set[str]:
    return {claim.id for claim in finding.tellings}
