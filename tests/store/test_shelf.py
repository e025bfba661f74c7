"""What goes into a store comes out of it, and nothing else changes."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.made import TEXT, a_reading, a_story
from whence.errors import StoreError
from whence.model import Reading, Report
from whence.store import open_store
from whence.store.shelf import Store
from whence.store.tables import LEADS_IN_A_ROW


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db", create=True) as opened:
        yield opened


def add(store: Store, *readings: Reading) -> list[str]:
    with store.batch():
        return [store.add(reading, b"card", b"vectors", b"lead") for reading in readings]


def test_a_reading_comes_back(store: Store) -> None:
    reading = a_reading()
    assert add(store, reading) == ["new"]
    assert store.reading("r1") == reading
    assert store.report("r1") == reading.report
    assert store.has("r1", reading.report.sha256)
    assert not store.has("r1", "0" * 64)
    assert list(store.card_rows()) == [("r1", b"card", b"vectors")]


def test_the_same_report_twice_changes_nothing(store: Store) -> None:
    add(store, a_reading())
    store.put_story(a_story("s1", a_reading(), findings=("f1",)))
    before = store.counts()
    assert add(store, a_reading()) == ["unchanged"]
    assert store.counts() == before
    assert store.waiting() == {}


def test_a_new_text_replaces_the_old_one_in_its_story_and_keeps_it(store: Store) -> None:
    old, new = a_reading(), a_reading(text="Another text. " + TEXT)
    add(store, old)
    store.put_story(a_story("s1", old))
    assert add(store, new) == ["replaced"]
    assert store.reading("r1") == new
    assert store.versions("r1") == [old.report]
    assert (store.story_of("r1"), store.waiting()) == ("s1", {1: "r1"})
    assert add(store, old) == ["replaced"]
    assert store.versions("r1") == [old.report, new.report]


@pytest.mark.parametrize("id", ["été", "a\\b", 'a"\\"', "\udcff.txt", "nul\0", "", "%", "日本"])
def test_any_id_and_any_text_comes_back(store: Store, id: str) -> None:
    reading = Reading(Report(id, "text \0 \ud83d \r\n", "0" * 64, headline=id), (), ())
    add(store, reading)
    assert store.reading(id) == reading
    assert store.report_ids() == [id]
    store.put_story(a_story("s", reading))
    assert store.story_of(id) == "s"


def test_readings_come_in_the_order_asked_for_and_unknown_ones_are_left_out(store: Store) -> None:
    add(store, *(a_reading(f"r{n}") for n in range(450)))
    wanted = [f"r{n}" for n in range(449, -1, -1)]
    assert [reading.report.id for reading in store.readings([*wanted, "nobody"])] == wanted
    assert [row.report for row in store.card_rows()] == [f"r{n}" for n in range(450)]
    assert [row.report for row in store.cards(["r7", "r3"])] == ["r7", "r3"]
    with pytest.raises(StoreError, match="nobody"):
        store.reading("nobody")


def test_a_story_comes_back_whole_and_replaces_what_was_there(store: Store) -> None:
    readings = [a_reading(f"r{n}") for n in range(3)]
    add(store, *readings)
    first = a_story("s1", *readings[:2], findings=("f1", "f2"))
    store.put_story(first)
    assert list(store.stories()) == [first]
    assert store.waiting() == {3: "r2"}
    second = a_story("s1", *readings, findings=("f3",))
    store.put_story(second)
    assert list(store.stories()) == [second]
    assert store.counts() == (3, 0, 1, 1)
    assert list(store.outlines()) == [(replace(second, derivations=(), findings=()), 1)]


def test_what_is_stored_together_is_as_what_is_stored_one_by_one(store: Store) -> None:
    one, two, other = a_reading("r1"), a_reading("r2"), a_reading("r1", text="Another text. " + TEXT)
    assert store.add_all([(reading, b"card", b"vectors", b"lead") for reading in (one, two, one)]) == ["new", "new", "unchanged"]
    assert store.add_all([(two, b"", b"", b"none"), (other, b"card", b"vectors", b"next")]) == ["unchanged", "replaced"]
    assert list(store.readings(["r1", "r2"])) == [other, two]
    assert leads(store) == b"\0\0\0\0nextlead"
    assert (store.add_all([]), store.size()) == ([], 2)


def test_stories_put_together_take_reports_out_of_others(store: Store) -> None:
    readings = [a_reading(f"r{n}") for n in range(6)]
    add(store, *readings)
    store.put_stories([a_story("s1", *readings[:2], findings=("f1",)), a_story("s2", *readings[2:4]), a_story("s3", *readings[4:])])
    assert store.waiting() == {}
    made = [a_story("s1", readings[0], readings[2]), a_story("s4", *readings[4:], findings=("f2",))]
    store.put_stories(made)
    assert store.story_ids() == ["s1", "s2", "s4"]
    assert [store.story(id) for id in ("s1", "s4")] == made
    assert store.waiting() == {2: "r1", 4: "r3"}  # s1 lost the one, s2 is stale
    assert store.counts() == (6, 0, 3, 1)


def test_a_dropped_story_leaves_its_reports(store: Store) -> None:
    add(store, a_reading("r1"), a_reading("r2"))
    store.put_story(a_story("s1", a_reading("r1"), a_reading("r2"), findings=("f1",)))
    store.drop_story("s1")
    assert store.counts() == (2, 0, 0, 0)
    assert store.waiting() == {1: "r1", 2: "r2"}
    assert store.story_of("r1") is None


def test_stories_that_merge_do_so_in_one_step(store: Store) -> None:
    one, two = a_reading("r1"), a_reading("r2")
    add(store, one, two)
    store.replace_stories([], [a_story("s1", one), a_story("s2", two)])
    with pytest.raises(StoreError):
        store.replace_stories(["s1", "s2"], [a_story("s3", one, two, a_reading("not stored"))])
    assert store.story_ids() == ["s1", "s2"]
    store.replace_stories(["s1", "s2"], [a_story("s3", one, two)])
    assert store.story_ids() == ["s3"]
    assert store.waiting() == {}


def test_a_report_that_moves_leaves_its_old_story_to_be_made_anew(store: Store) -> None:
    one, two, three = (a_reading(f"r{n}") for n in (1, 2, 3))
    add(store, one, two, three)
    store.replace_stories([], [a_story("s1", one, two), a_story("s2", three)])
    store.put_story(a_story("s3", two, three))
    assert store.story_ids() == ["s1", "s3"]  # nothing was left of s2
    assert store.waiting() == {1: "r1"}


def test_what_shared_a_story_with_a_changed_report_waits_with_it(store: Store) -> None:
    readings = [a_reading(f"r{n}") for n in range(4)]
    add(store, *readings)
    store.replace_stories([], [a_story("s1", *readings[:2]), a_story("s2", *readings[2:])])
    add(store, a_reading("r1", text="Another text. " + TEXT))
    assert store.waiting() == {1: "r0", 2: "r1"}


def test_a_report_that_its_story_lost_waits_for_another(store: Store) -> None:
    one, two = a_reading("r1"), a_reading("r2")
    add(store, one, two)
    store.put_story(a_story("s1", one, two))
    store.put_story(a_story("s1", one))
    assert store.waiting() == {2: "r2"}


def test_the_stories_of_some_reports_are_found(store: Store) -> None:
    one, two, three = (a_reading(f"r{n}") for n in (1, 2, 3))
    add(store, one, two, three)
    made = [a_story("s1", one, two, findings=("f1",)), a_story("s2", three)]
    store.replace_stories([], made)
    assert store.stories_of(["r1", "r2"]) == [replace(made[0], derivations=(), findings=())]
    assert [story.id for story in store.stories_of(store.named([3, 1, 99]))] == ["s1", "s2"]


def leads(store: Store) -> bytes:
    return b"".join(row for _, row in store.leads())


def test_leads_lie_end_to_end_at_the_numbers_of_their_reports(store: Store) -> None:
    with store.batch():
        for n in range(LEADS_IN_A_ROW + 40):
            store.add(a_reading(f"r{n}"), b"", b"", f"{n:04}".encode())
    assert [first for first, _ in store.leads()] == [0, LEADS_IN_A_ROW]
    assert leads(store) == b"\0\0\0\0" + b"".join(f"{n:04}".encode() for n in range(LEADS_IN_A_ROW + 40))
    assert store.has_all_leads(4)


def test_a_changed_report_has_its_new_lead_alone(store: Store) -> None:
    add(store, a_reading("r1"), a_reading("r2"))
    store.add(a_reading("r1", text="Another text. " + TEXT), b"", b"", b"next")
    assert leads(store) == b"\0\0\0\0nextlead"


def test_leads_that_were_lost_are_made_anew(store: Store, tmp_path: Path) -> None:
    assert store.has_all_leads(4)  # of no report
    add(store, a_reading("r1"), a_reading("r2"))
    with sqlite3.connect(tmp_path / "news.db") as raw:
        raw.execute("DELETE FROM leads")
    assert not store.has_all_leads(4)
    store.put_leads((row.report, b"lead") for row in store.card_rows())
    assert store.has_all_leads(4)
    assert leads(store) == b"\0\0\0\0leadlead"


def test_a_finding_is_found_by_its_id_or_by_how_it_begins(store: Store) -> None:
    add(store, a_reading())
    made = a_story("s1", a_reading(), findings=("abc1", "abc2", "abc"))
    store.put_story(made)
    assert store.finding("abc1") == made.findings[0]
    assert store.finding("abc") == made.findings[2]
    for id, why in [("ab", "abc, abc1, abc2"), ("x", "no finding"), ("", "no finding"), ("%", "no finding"), ("\udcff", "no finding")]:
        with pytest.raises(StoreError, match=why):
            store.finding(id)


def test_what_fails_in_a_batch_undoes_the_batch_and_the_store_goes_on(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.batch():
        store.add(a_reading("r1"), b"", b"", b"lead")
        raise ZeroDivisionError
    assert store.counts().reports == 0
    assert add(store, a_reading("r1")) == ["new"]


def test_what_fails_alone_and_is_caught_leaves_the_rest_of_the_batch(store: Store) -> None:
    with store.batch():
        store.add(a_reading("r1"), b"", b"", b"lead")
        with pytest.raises(StoreError):
            store.put_story(a_story("s1", a_reading("r1"), a_reading("not stored")))
    assert (store.counts().reports, store.counts().stories) == (1, 0)
