"""Reports about one event come together; the same actors in another event, another country or another year stay apart."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from tests.factory import a_report
from whence.models import Encoder
from whence.stories import Card, group, lead_bytes, lead_text, make_card, near_leads, regroup
from whence.stories.card import LEAD_SCALE
from whence.stories.group import ALIKE, FEW_ALIKE, _Linkage, mark
from whence.stories.place import MOST

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


TRIALS = {  # two trials of one kind, told in nearly the same words: what differs is who, where and how much
    "north": ("Dorra", "Ansel Quick", "Harbour Court", 14),
    "south": ("Velm", "Petra Lund", "Hill Court", 27),
}


def test_two_events_of_one_kind_stay_apart_where_each_is_told_alike(encoder: Encoder) -> None:
    told_as = (
        "Baker jailed for {years} years over {town} bakery fire\nThe {court} sentenced {who}, a baker, to {years} years for the fire.",
        "{who} gets {years} years\n{court} jailed the baker {who} for {years} years over the fire at the bakery in {town}.",
        "{town} fire: baker {who} sentenced\nFor the fire at a bakery in {town}, {who} must spend {years} years in prison, {court} ruled.",
    )
    reports = [
        a_report(text.format(town=town, who=who, court=court, years=years), f"{trial}-{n}", published=NOON)
        for trial, (town, who, court, years) in TRIALS.items()
        for n, text in enumerate(told_as)
    ]
    made = [make_card(r, (), vector) for r, vector in zip(reports, encoder.encode([lead_text(r) for r in reports]))]
    assert told(group(made)) == {frozenset(f"{trial}-{n}" for n in range(3)) for trial in TRIALS}


def a_card(id: str, *numbers: float) -> Card:
    vector = np.repeat(np.array(numbers, dtype=np.float32), 384 // len(numbers))  # spread, as a sentence's is
    return make_card(a_report("The wall fell.", id), (), vector / np.linalg.norm(vector))


def test_the_nearest_leads_are_found_by_number_in_any_rows() -> None:
    stored = [a_card("0", 1.0, 0.2, 0.0), a_card("1", 0.0, 1.0, 0.0), a_card("2", 1.0, 0.1, 0.0)]
    rows = [(10, lead_bytes(stored[0]) + lead_bytes(stored[1])), (40, bytes(384) + lead_bytes(stored[2]))]
    assert near_leads([a_card("new", 1.0, 0.0, 0.0)], rows) == {10, 41}
    assert near_leads([a_card("new", 1.0, 0.0, 0.0)], rows, hidden={41}) == {10}
    assert near_leads([a_card("new", 1.0, 0.0, 0.0), a_card("newer", 0.0, 1.0, 0.0)], rows) == {10, 11, 41}
    assert near_leads([a_card("new", 0.0, 0.0, 1.0)], rows) == set()


def test_no_more_leads_are_looked_at_than_are_needed() -> None:
    rows = [(0, b"".join(lead_bytes(a_card(str(n), 1.0, n / 4, 0.0)) for n in range(MOST + 5)))]
    assert near_leads([a_card("new", 1.0, 0.0, 0.0)], rows) == set(range(MOST))


def test_a_byte_a_number_is_enough_for_a_lead() -> None:
    draw = np.random.default_rng(3)
    some = [a_card(str(n), *draw.normal(size=384)) for n in range(40)]
    short = np.stack([np.frombuffer(lead_bytes(card), dtype=np.int8) for card in some]) / LEAD_SCALE
    exact = np.stack([card.vector for card in some])
    assert np.abs(short @ exact.T - exact @ exact.T).max() < 0.005


def test_texts_without_a_common_word_stay_apart() -> None:
    vectors = np.eye(384, dtype=np.float32)
    made = [make_card(a_report(f"Alpha{i} beta{i} gamma{i}", f"r{i}"), (), vectors[i]) for i in range(5)]
    assert len(group(made)) == 5


MILL = {  # one event from five sides, in few common words; and another event of the mill, months before: id: (days, text)
    "first": (0, "Two hurt as Ternhill mill roof falls\nThe roof of the Ternhill paper mill came down on Monday and hurt two people, the "
                 "fire service of Aldery said. Owner Brackwater Paper has stopped work."),
    "copy": (0, "Roof of Ternhill mill falls, two hurt\nThe roof of the Ternhill paper mill came down on Monday and hurt two people, the "
                "fire service of Aldery said."),
    "owner": (1, "Brackwater Paper: a statement\nWe regret what happened at our Ternhill site. An inspection last spring found no fault. "
                 "We will pay the wages of all 140 workers while it is shut."),
    "witness": (1, "'It sounded like a train'\nHanne Corrow was on her break when the roof fell at Ternhill. Rain had dripped on the "
                   "machines for weeks, she said, and Brackwater knew."),
    "council": (3, "Aldery asks for inspection papers\nThe council of Aldery wants to see who signed for the roof at Ternhill, where "
                   "two people were hurt on Monday. Brackwater's inspection was in spring."),
    "before": (-200, "Ternhill mill hires forty\nBrackwater Paper will hire forty people for its mill at Ternhill near Aldery, the owner "
                     "said on Thursday. A second machine starts in May."),
}  # fmt: skip


@pytest.fixture(scope="module")
def mill(encoder: Encoder) -> dict[str, Card]:
    reports = [a_report(text, id, published=NOON + timedelta(days=days)) for id, (days, text) in MILL.items()]
    vectors = encoder.encode([lead_text(report) for report in reports])
    return {report.id: make_card(report, (), vector) for report, vector in zip(reports, vectors)}


def test_few_reports_of_one_event_come_together_however_each_tells_it(mill: dict[str, Card]) -> None:
    assert told(group(list(mill.values()))) == {frozenset(set(MILL) - {"before"}), frozenset({"before"})}


def test_a_small_store_groups_as_few_reports_are_grouped(mill: dict[str, Card]) -> None:
    made, _ = regroup(list(mill.values()), [], [], among=len(mill))
    assert told(made) == told(group(list(mill.values())))


@pytest.mark.parametrize(("reports", "wanted"), [(1, FEW_ALIKE), (10, FEW_ALIKE), (25, 0.2), (40, ALIKE), (100_000, ALIKE)])
def test_the_fewer_the_reports_the_less_alike_they_need_be(reports: int, wanted: float) -> None:
    assert mark(reports) == pytest.approx(wanted)


def test_a_loose_group_takes_in_no_more_than_a_close_one() -> None:
    common, own = np.eye(1, 81)[0], np.eye(81)
    kin = [np.sqrt(0.27) * common + np.sqrt(0.73) * own[n] for n in range(1, 31)]  # alike to one another by .27, usual is .30
    a, b = 0.215 / np.sqrt(0.27), 0.025 / np.sqrt(0.73)  # others, alike to one of these by .24, to the rest by .215: the mark is .225
    others = [a * common + b * own[1] + np.sqrt(1 - a * a - b * b) * own[n] for n in range(31, 61)]
    rows = np.array([*kin, *others], dtype=np.float32)
    found = _Linkage(rows, np.full(len(rows), np.nan), 1000).run()
    assert max(map(len, found)) == 30
