"""A store over the whole command: adding twice, one by one, after a kill at any moment; and the evidence of a finding out of it."""

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import whence
from tests.cli.journey import Answer, run
from tests.journey.expected import EXAMPLES
from whence.settings import Settings
from whence.store import open_store

FOLDERS = [EXAMPLES / folder for folder in ("drones", "depot", "sanctions")]
FILES = [path for folder in FOLDERS for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html")]


def told(db: Path, settings: Settings) -> dict[str, Any]:
    """What a store answers, ready to compare: its trace as JSON, stories and findings by their ids."""
    with open_store(db) as store:
        stream = whence.trace_store(store, settings)
        trace = whence.Trace(tuple(stream.stories), tuple(stream.reports), tuple(stream.failures))
    given = whence.trace_object(trace)
    return {part: sorted(given[part], key=json.dumps) for part in ("stories", "derivations", "findings", "reports", "failures")}


def members(answer: dict[str, Any]) -> set[frozenset[str]]:
    return {frozenset(story["reports"]) for story in answer["stories"]}


def add(inputs: list[Path], db: Path, settings: Settings) -> Any:
    with open_store(db, create=True) as store:
        return whence.add(inputs, store, settings)


@pytest.fixture(scope="module")
def all_at_once(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Path:
    db = tmp_path_factory.mktemp("store") / "news.db"
    assert add(FOLDERS, db, settings).new == len(FILES)
    return db


def test_adding_again_changes_nothing(all_at_once: Path, settings: Settings) -> None:
    before = told(all_at_once, settings)
    again = add(FOLDERS, all_at_once, settings)
    assert (again.new, again.unchanged, again.replaced, again.stories_touched) == (0, len(FILES), 0, 0)
    assert told(all_at_once, settings) == before


def test_a_store_answers_what_one_run_answers(all_at_once: Path, settings: Settings) -> None:
    stored, direct = told(all_at_once, settings), whence.trace_object(whence.trace(FOLDERS, settings))
    assert members(stored) == members(direct)
    assert {finding["id"]: finding["independent"] for finding in stored["findings"]} == {
        finding["id"]: finding["independent"] for finding in direct["findings"]
    }


@pytest.mark.parametrize("order", ["forward", "backward"])
def test_one_by_one_gives_the_same_stories(order: str, all_at_once: Path, tmp_path: Path, settings: Settings) -> None:
    db = tmp_path / "news.db"
    for path in FILES if order == "forward" else reversed(FILES):
        assert add([path], db, settings).new == 1
    one_by_one, together = told(db, settings), told(all_at_once, settings)
    assert members(one_by_one) == members(together)
    assert {finding["says"]: finding["independent"] for finding in one_by_one["findings"]} == {
        finding["says"]: finding["independent"] for finding in together["findings"]
    }


def test_a_new_report_touches_its_own_story_alone(tmp_path: Path, settings: Settings) -> None:
    db = tmp_path / "news.db"
    late = EXAMPLES / "sanctions" / "kest-herald-second.txt"
    add([path for path in FILES if path != late], db, settings)
    before = told(db, settings)
    added = add([late], db, settings)
    after = told(db, settings)
    assert added.new == 1
    apart = [story for story in before["stories"] if "kest-herald" not in story["reports"]]
    assert len(apart) == 3 and all(story in after["stories"] for story in apart)
    kept = {story["id"] for story in apart}
    for part in ("findings", "derivations"):
        assert [each for each in before[part] if each["story"] in kept] == [each for each in after[part] if each["story"] in kept]
    assert {"kest-herald", "kest-herald-second", "pell-monitor"} in map(set, members(after))


def test_a_story_that_was_only_looked_at_is_not_touched(tmp_path: Path, settings: Settings) -> None:
    late = EXAMPLES / "sanctions" / "kest-herald-second.txt"
    add([path for path in FILES if path != late], tmp_path / "news.db", settings)
    assert add([late], tmp_path / "news.db", settings).stories_touched == 1


def test_a_store_that_lost_its_leads_makes_them_anew(tmp_path: Path, settings: Settings) -> None:
    db, late = tmp_path / "news.db", EXAMPLES / "sanctions" / "kest-herald-second.txt"
    add([path for path in FILES if path != late], db, settings)
    with sqlite3.connect(db) as raw:
        raw.execute("DELETE FROM leads")
    add([late], db, settings)
    assert {"kest-herald", "kest-herald-second", "pell-monitor"} in map(set, members(told(db, settings)))


def test_a_changed_report_replaces_the_old_one(tmp_path: Path, settings: Settings) -> None:
    db, file = tmp_path / "news.db", tmp_path / "mayor.txt"
    file.write_text("The bridge at Tarn will open on Monday, the mayor of Tarn, Ines Vale, said.\n")
    add([file], db, settings)
    file.write_text("The bridge at Tarn will stay closed, the mayor of Tarn, Ines Vale, said.\n")
    assert add([file], db, settings).replaced == 1
    answer = told(db, settings)
    assert [report["text"] for report in answer["reports"]] == [file.read_text()]
    assert not [finding for finding in answer["findings"] if "Monday" in json.dumps(finding)]


def test_why_shows_the_evidence_out_of_the_store(
    all_at_once: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finding = max(told(all_at_once, settings)["findings"], key=lambda each: len(each["tellings"]))
    answer: Answer = run(monkeypatch, capsys, "why", finding["id"][:8], "--db", all_at_once)
    shown = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert shown["findings"] == [finding]
    texts = {report["id"]: report["text"] for report in shown["reports"]}
    for telling in finding["tellings"]:
        assert texts[telling["report"]][slice(*telling["span"])] == telling["text"]
    for tie in finding["ties"]:
        assert tie["because"] and all(texts[each["report"]][slice(*each["span"])] == each["text"] for each in tie["evidence"])


@pytest.mark.parametrize("moment", ["reports", "stories"])
def test_killed_at_work_and_added_again(moment: str, all_at_once: Path, tmp_path: Path, settings: Settings) -> None:
    """Once when its reports are stored and in no story yet, once when the first of its stories is."""
    db = tmp_path / "news.db"
    kill_at_first(moment, db)
    left = told(db, settings)
    assert len(left["reports"]) == len(FILES) and len(left["stories"]) < len(told(all_at_once, settings)["stories"])
    added = add(FOLDERS, db, settings)
    assert (added.new, added.unchanged, added.replaced) == (0, len(FILES), 0)
    assert told(db, settings) == told(all_at_once, settings)


DYING = """
import os, runpy, signal, sys
from whence.store.shelf import Store

keep, moment = Store.put_stories, sys.argv.pop(1)

def put_stories(store, stories):
    if moment == "stories":
        keep(store, stories)
    os.kill(os.getpid(), signal.SIGKILL)

Store.put_stories = put_stories
runpy.run_module("whence", run_name="__main__")
"""


def kill_at_first(what: str, db: Path) -> None:
    """Add the examples to a new store by a command that is killed when it would keep its first story, or just has."""
    command = [sys.executable, "-c", DYING, what, "add", *map(str, FOLDERS), "--db", str(db)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
