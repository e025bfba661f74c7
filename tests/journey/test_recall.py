"""The shipped examples without one of their origins, by the public verb and by the command over a store."""

import json
from pathlib import Path

import pytest

import whence
from tests.cli.journey import run
from tests.journey.conftest import Traced
from tests.journey.expected import EXAMPLES, find
from whence.settings import Settings
from whence.store import open_store

ORDER = {
    "tta": "ordered the mass production",
    "continental": "ordered the mass production",
    "harbour-gazette": "ordered the mass production",
}
RADAR = {"continental": "radar had tracked", "brenmark-observer": "radar had seen"}
SHEDS = {"northern-wire": "three sheds were destroyed", "capital-mail": "three sheds were destroyed"}


def loss(folder: str, origin: str, told_by: dict[str, str], traced: Traced) -> whence.Loss | None:
    """What becomes of the finding that holds these tellings; None where it does not change."""
    trace = traced(folder)
    meant = find((finding for story in trace.stories for finding in story.findings), told_by)
    return next((each for each in whence.recall(trace, origin).losses if each.before.id == meant.id), None)


@pytest.mark.parametrize("origin", ["TTA", "Government of Tarvia"])
def test_without_the_state_agency_nobody_stands_behind_the_order(origin: str, traced: Traced) -> None:
    found = loss("drones", origin, ORDER, traced)
    assert found is not None and found.rests_on_nothing
    assert loss("drones", origin, RADAR, traced) is None


def test_without_the_wire_the_general_staff_still_tells_the_observer(traced: Traced) -> None:
    found = loss("drones", "Continental News", RADAR, traced)
    assert found is not None and found.after.independent == (1, 1)
    assert {"continental", "harbour-gazette", "meridon-post", "lakeside-courier"}.isdisjoint(c.report for c in found.after.tellings)
    assert "brenmark-observer" in {claim.report for claim in found.after.tellings}


def test_one_of_several_origins_lowers_the_most_that_there_may_be(traced: Traced) -> None:
    found = loss("depot", "Ansel Rook", SHEDS, traced)
    assert found is not None and found.after.independent[1] == found.before.independent[1] - 1


def test_what_is_shown_before_is_what_the_trace_shows_and_nothing_rises(traced: Traced) -> None:
    for folder in ("drones", "depot", "sanctions"):
        trace = traced(folder)
        findings = {finding.id: finding for story in trace.stories for finding in story.findings}
        for origin in sorted({hop.name for finding in findings.values() for claim in finding.tellings for hop in claim.chain}):
            found = whence.recall(trace, origin)
            assert len(found.losses) + found.untouched == len(findings)
            for each in found.losses:
                assert findings[each.before.id] == each.before != each.after
                assert all(now <= was for was, now in zip(each.before.independent, each.after.independent))


def test_a_store_answers_as_a_trace_does(
    traced: Traced, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "news.db"
    with open_store(db, create=True) as store:
        whence.add([EXAMPLES / "drones"], store, settings)
    answer = run(monkeypatch, capsys, "why", "all", "--db", db, "--without", "TTA")
    assert (answer.code, answer.err) == (0, "")
    in_memory = whence.recall_object(whence.recall(traced("drones"), "TTA"))
    told, expected = json.loads(answer.out), json.loads(json.dumps(in_memory))
    assert (told["origin"], told["untouched"]) == (expected["origin"], expected["untouched"])
    assert [(each["before"]["says"], each["after"]["independent"]) for each in told["losses"]] == [
        (each["before"]["says"], each["after"]["independent"]) for each in expected["losses"]
    ]
