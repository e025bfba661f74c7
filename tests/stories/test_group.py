"""Reports about one event come together; the same actors in another event, another country or another year stay apart."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from tests.factory import a_report
from whence.models import Encoder
from whence.stories import Card, group, lead_text, make_card, regroup

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
REPORTS = {  # id: (hours after the first, text)
    "ferry-1": (0, "Ferry Marisol runs aground off Kelda\nThe ferry Marisol ran aground on a reef off Kelda with 212 people on board, the "
                   "coastguard of Orrin Island said. Captain Joss Petrel was being questioned."),
    "ferry-2": (3, "All saved after Kelda ferry grounding\nAll 212 people were taken off the Marisol after it struck a reef near Kelda, "
                   "rescuers said. Captain Joss Petrel told the Orrin Island coastguard that his radar had failed."),
    "ferry-3": (20, "Radar fault blamed for Marisol accident\nA broken radar may have put the ferry Marisol on the reef off Kelda, an "
                    "official on Orrin Island said. The captain, Joss Petrel, has been suspended."),
    "strike-1": (1, "Bakers in Tolme walk out over pay\nBakers across the city of Tolme stopped work on Tuesday in a dispute over night "
                    "pay, their union said. Union leader Agda Fenn said the ovens would stay cold until Friday."),
    "strike-2": (5, "Tolme bread shelves empty as bakers strike\nShops in Tolme had no bread on Tuesday as bakers struck for better night "
                    "pay. Agda Fenn of the bakers' union called the offer an insult."),
    "old-ferry": (-24 * 900, "Ferry Marisol runs aground off Kelda\nThe ferry Marisol touched a sandbank off Kelda during its first "
                             "voyage, the coastguard of Orrin Island said. Nobody was hurt and it floated off at high tide."),
}  # fmt: skip


@pytest.fixture(scope="module")
def cards(encoder: Encoder) -> dict[str, Card]:
    reports = [a_report(text, id, published=NOON + timedelta(hours=hours)) for id, (hours, text) in REPORTS.items()]
    vectors = encoder.encode([lead_text(report) for report in reports])
    return {report.id: make_card(report, (), vector) for report, vector in zip(reports, vectors)}


def told(stories: tuple[object, ...]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in stories}  # type: ignore[attr-defined]


WANTED = {frozenset({"ferry-1", "ferry-2", "ferry-3"}), frozenset({"strike-1", "strike-2"}), frozenset({"old-ferry"})}


def test_one_event_is_one_story(cards: dict[str, Card]) -> None:
    assert told(group(list(cards.values()))) == WANTED


def test_the_order_of_the_reports_does_not_matter(cards: dict[str, Card]) -> None:
    assert group(list(cards.values())) == group(list(reversed(cards.values())))


def test_a_story_has_its_reports_in_order_of_time_and_a_reason_for_each(cards: dict[str, Card]) -> None:
    story = group(list(cards.values()))[0]
    assert story.reports == ("ferry-1", "ferry-2", "ferry-3")
    assert len(story.because) == 3
    assert "Kelda" in story.because[0] and "hours apart" in story.because[0]
    assert story.title in [text.split("\n")[0] for _, text in REPORTS.values()]


def test_a_report_alone_says_so(cards: dict[str, Card]) -> None:
    assert group([cards["strike-1"]])[0].because == ("strike-1: no other report tells this event",)


def test_no_reports_no_stories() -> None:
    assert group([]) == ()


@pytest.mark.parametrize("last", ["ferry-3", "strike-2", "old-ferry", "ferry-1"])
def test_adding_the_last_report_gives_what_grouping_all_gives(cards: dict[str, Card], last: str) -> None:
    stored = [card for id, card in cards.items() if id != last]
    before = group(stored)
    made, replaced = regroup([cards[last]], stored, before)
    after = [story for story in before if story.id not in replaced] + list(made)
    assert told(tuple(after)) == WANTED


def test_a_far_story_is_not_touched(cards: dict[str, Card]) -> None:
    stored = [card for id, card in cards.items() if id != "ferry-3"]
    strike = next(story for story in group(stored) if "strike-1" in story.reports)
    _, replaced = regroup([cards["ferry-3"]], stored, group(stored))
    assert strike.id not in replaced


def test_adding_a_stored_report_changes_nothing(cards: dict[str, Card]) -> None:
    stored = list(cards.values())
    assert regroup([cards["ferry-1"]], stored, group(stored)) == ((), ())


def test_texts_without_a_common_word_stay_apart() -> None:
    vectors = np.eye(384, dtype=np.float32)
    made = [make_card(a_report(f"Alpha{i} beta{i} gamma{i}", f"r{i}"), (), vectors[i]) for i in range(5)]
    assert len(group(made)) == 5
