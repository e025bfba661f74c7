"""A kill, a full disk, a stranger's file, a lock: nothing stored is lost, nothing of others is touched, one line says what it is."""

import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.made import TEXT, a_reading
from whence.errors import StoreError
from whence.store import open_store
from whence.store.tables import SCHEMA_VERSION

PROJECT = Path(__file__).resolve().parents[2]


def check(path: Path) -> set[str]:
    """Integrity as SQLite sees it, and every report with its reading; the ids."""
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_store(path) as store:
        ids = store.report_ids()
        assert [reading.report.id for reading in store.readings(ids)] == ids
        assert [row.report for row in store.card_rows()] == ids
        return set(ids)


@pytest.mark.parametrize("wait", [0.0, 0.01, 0.05])
def test_killed_in_mid_add_nothing_kept_is_lost_and_adding_again_completes(tmp_path: Path, wait: float) -> None:
    path = tmp_path / "news.db"
    command = [sys.executable, "-m", "tests.store.made", str(path)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as adding:
        assert adding.stdout is not None
        kept = [int(adding.stdout.readline()) for _ in range(2)]
        time.sleep(wait)
        adding.send_signal(signal.SIGKILL)
        kept += [int(line) for line in adding.stdout.read().split()]
    ids = check(path)
    assert {f"{batch}-{n}" for batch in kept for n in range(20)} <= ids
    assert len(ids) % 20 == 0  # whole batches only
    again = [f"{batch}-{n}" for batch in range(len(kept) + 2) for n in range(20)]
    with open_store(path) as store, store.batch():
        made = {id: store.add(a_reading(id, TEXT * 30 + id.split("-")[1]), b"", b"", b"lead") for id in again}
    assert {id for id, change in made.items() if change == "unchanged"} == ids
    assert check(path) == set(again)


def add_with_little_room(path: Path, results: "multiprocessing.SimpleQueue[object]") -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    kept = 0
    with open_store(path) as store:
        try:
            for batch in range(1000):
                with store.batch():
                    for n in range(10):
                        store.add(a_reading(f"{batch}-{n}", TEXT * 20), b"card", random.Random(n).randbytes(4000), b"lead")
                kept += 10
        except StoreError as refused:
            results.put((kept, str(refused), store.counts().reports))


def test_a_full_disk_is_one_line_and_the_store_stays_usable(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_store(path, create=True).close()
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    process = context.Process(target=add_with_little_room, args=(path, results))
    process.start()
    kept, line, counted = results.get()
    process.join()
    assert kept > 0 and counted == kept
    assert str(path) in line and "\n" not in line
    assert len(check(path)) == kept
    with open_store(path) as store:
        assert store.add(a_reading("later"), b"", b"", b"lead") == "new"


def test_a_store_is_made_on_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    open_store(tmp_path / "news.db", create=True).close()
    assert os.listdir(tmp_path) == ["news.db"]


def make_with_no_room(path: Path, results: "multiprocessing.SimpleQueue[object]") -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        open_store(path, create=True)
    except StoreError as refused:
        results.put(str(refused))


def test_a_store_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    process = context.Process(target=make_with_no_room, args=(tmp_path / "news.db", results))
    process.start()
    assert "news.db" in str(results.get())
    process.join()
    assert os.listdir(tmp_path) == []


def others_database(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")


STRANGERS = {
    "text": lambda path: path.write_text("Dear diary, today the harbour was closed.\n" * 9),
    "binary": lambda path: path.write_bytes(random.Random(1).randbytes(5000)),
    "empty": lambda path: path.touch(),
    "short": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "somebody else's": others_database,
    "folder": lambda path: path.mkdir(),
    "pipe": lambda path: os.mkfifo(path),
}


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("kind", STRANGERS)
def test_a_file_that_is_no_store_is_refused_and_never_touched(tmp_path: Path, kind: str, create: bool) -> None:
    path = tmp_path / "news.db"
    STRANGERS[kind](path)
    before = path.is_file() and (path.read_bytes(), path.stat().st_mtime_ns)
    with pytest.raises(StoreError) as refused:
        open_store(path, create=create)
    assert "\n" not in str(refused.value) and str(path) in str(refused.value)
    assert (path.is_file() and (path.read_bytes(), path.stat().st_mtime_ns)) == before
    assert os.listdir(tmp_path) == ["news.db"]


def test_a_missing_store_is_not_made_unless_asked_for(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_store(tmp_path / "news.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "no folder" / "news.db", create=True)
    assert os.listdir(tmp_path) == []


def test_a_damaged_store_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path, create=True) as store, store.batch():
        for n in range(50):
            store.add(a_reading(f"r{n}"), b"", b"", b"lead")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError) as refused, open_store(path) as store:
        store.report_ids()
    assert "damaged" in str(refused.value)


def test_a_noun_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path, create=True) as store:
        store.add(a_reading(), b"", b"", b"lead")
    for broken in ("[{", '[{"colour":"red"}]', '[{"id":"c"}]'):
        with sqlite3.connect(path) as raw:
            raw.execute("UPDATE readings SET claims = ?", (broken,))
        with open_store(path) as store, pytest.raises(StoreError, match="damaged"):
            store.reading("r1")


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_store(path, create=True).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE schema SET version = ?", (SCHEMA_VERSION + 1,))
    with pytest.raises(StoreError, match="another version"):
        open_store(path)


def test_a_locked_store_waits_and_then_says_so(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path, create=True) as first, open_store(path, wait=0.2) as second:
        with first.batch():
            first.add(a_reading(), b"", b"", b"lead")
            assert second.counts().reports == 0  # reading goes on meanwhile
            with pytest.raises(StoreError, match="another process"):
                second.add(a_reading("r2"), b"", b"", b"lead")
        assert second.add(a_reading("r2"), b"", b"", b"lead") == "new"


def test_a_store_that_two_make_at_once_is_one(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path, create=True) as first, open_store(path, create=True) as second:
        first.add(a_reading("r1"), b"", b"", b"lead")
        second.add(a_reading("r2"), b"", b"", b"lead")
        assert first.report_ids() == ["r1", "r2"]
