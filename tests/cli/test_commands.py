"""Each command, with a pipeline that reads nothing: what goes to standard output, what to standard error, and the exit code."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.journey import READINGS, STORY, Answer, fake_journey, run, show_to_people

Run = Callable[..., Answer]


@pytest.fixture
def whence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    fake_journey(monkeypatch)
    return lambda *words: run(monkeypatch, capsys, *words)


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    show_to_people(monkeypatch)


@pytest.fixture
def db(whence: Run, tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    assert whence("add", "r1", "r2", "--db", path).code == 0
    return path


def test_trace_is_json_on_a_pipe(whence: Run) -> None:
    answer = whence("trace", "r1", "r2")
    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert [story["id"] for story in told["stories"]] == ["s1"]
    assert [report["id"] for report in told["reports"]] == ["r1", "r2"]


def test_trace_is_for_people_on_a_terminal(whence: Run, on_a_terminal: None) -> None:
    answer = whence("trace", "r1", "r2")
    assert answer.code == 0
    assert "Harbour closed" in answer.out and not answer.out.startswith("{")
    assert json.loads(whence("trace", "r1", "r2", "--json").out)["stories"]


def test_trace_writes_a_page_and_still_answers(whence: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert json.loads(whence("trace", "r1", "r2", "--html", page).out)["stories"]
    assert "Harbour closed" in page.read_text(encoding="utf-8")
    assert whence("trace", "r1", "r2", "--html", page, "--quiet") == Answer(0, "", "")


def test_trace_over_a_store(whence: Run, db: Path) -> None:
    assert [report["id"] for report in json.loads(whence("trace", "--db", db).out)["reports"]] == ["r1", "r2"]


def test_single_inputs_that_fail_are_listed_at_the_end(whence: Run) -> None:
    answer = whence("trace", "missing.txt", "r1")
    assert answer.code == 0
    assert answer.err == "whence: missing.txt: no such file\n"
    assert json.loads(answer.out)["failures"][0]["report"] == "missing.txt"


@pytest.mark.parametrize("command", ["trace", "attribute"])
def test_nothing_read_is_a_failure(whence: Run, command: str) -> None:
    answer = whence(command, "missing.txt")
    assert answer.code == 2
    assert answer.err == "whence: missing.txt: no such file\nwhence: no report could be read\n"


def test_attribute_is_one_line_a_report(whence: Run) -> None:
    lines = whence("attribute", "r1", "missing.txt", "r2", "--json").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["r1", "r2"]
    assert json.loads(lines[0])["text"] == READINGS[0].report.text
    assert json.loads(lines[0])["attributions"][0]["cue"] == [[65, 69]]


def test_attribute_shows_people_the_words(whence: Run, on_a_terminal: None) -> None:
    out = whence("attribute", "r1").out
    assert "The harbour of Oss Vela was closed on Monday" in out
    assert "port authority (organisation)" in out


def test_adding_twice_changes_nothing(whence: Run, db: Path) -> None:
    answer = whence("add", "r1", "r2", "--db", db)
    assert json.loads(answer.out) == {"new": 0, "unchanged": 2, "replaced": 0, "stories_touched": 0}


def test_add_tells_people_what_it_did(whence: Run, on_a_terminal: None, tmp_path: Path) -> None:
    assert whence("add", "r1", "missing", "--db", tmp_path / "a.db").code == 4  # the story of the fake names r2 too
    answer = whence("add", "r1", "r2", "missing", "--db", tmp_path / "a.db")
    assert answer.out == "2 new, 0 unchanged, 0 replaced; 1 story touched\n"
    assert answer.err == "whence: missing: no such file\n"


def test_stories_of_a_store(whence: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(whence("stories", "--db", db).out) == {"id": "s1", "title": "Harbour closed", "reports": ["r1", "r2"], "findings": 2}
    show_to_people(monkeypatch)
    out = whence("stories", "--db", db).out
    assert "Harbour closed" in out and "2 reports, 1 story, 2 findings" in out


def test_why_over_a_store_and_over_inputs(whence: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored, read = (json.loads(whence("why", "abc1", *where).out) for where in (("--db", db), ("r1", "r2")))
    assert stored == read
    assert [finding["id"] for finding in stored["findings"]] == ["abc1"]
    show_to_people(monkeypatch)
    assert STORY.findings[0].text in whence("why", "abc1", "--db", db).out


@pytest.mark.parametrize("where", [("--db",), ("r1", "r2")])
def test_why_says_no_in_one_line(whence: Run, db: Path, where: tuple[str, ...]) -> None:
    words = (*where, db) if where == ("--db",) else where
    for id, told in (("abc", "begins more than one finding: abc1, abc2"), ("zzz", "no finding 'zzz'")):
        answer = whence("why", id, *words)
        assert answer.code in (2, 4) and told in answer.err and answer.err.count("\n") == 1


def test_why_without_an_origin_over_a_store_and_over_inputs(whence: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (("abc1", "--db", db), ("all", "--db", db), ("--db", db), ("abc1", "r1", "r2"), ("all", "r1", "r2"))
    told = [json.loads(whence("why", *words, "--without", "Port").out) for words in asked]
    assert all(each == told[0] for each in told)
    assert (told[0]["origin"], told[0]["untouched"]) == ("port authority", 0)
    assert [(each["before"]["independent"], each["after"]["independent"]) for each in told[0]["losses"]] == [([1, 1], [0, 0])] * 2
    show_to_people(monkeypatch)
    out = whence("why", "--db", db, "--without", "port authority").out
    assert "without: port authority" in out and "after: rests on nothing else that we have read" in out


def test_why_without_needs_no_finding(whence: Run) -> None:
    assert json.loads(whence("why", "r1", "--without", "port authority").out)["origin"] == "port authority"
    answer = whence("why", "./missing.txt", "r1", "--without", "port authority")
    assert json.loads(answer.out)["origin"] == "port authority" and answer.err == "whence: ./missing.txt: no such file\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--without", "Reuters"), "no origin 'Reuters' in these findings; there are: port authority"),
        (("zzz", "--without", "port"), "no finding 'zzz'"),
        ((), "name a finding by its id, or an origin"),
    ],
)
def test_why_without_says_no_in_one_line(whence: Run, db: Path, words: tuple[str, ...], told: str) -> None:
    answer = whence("why", *words, "--db", db)
    assert answer.code in (2, 4) and told in answer.err and answer.err.count("\n") == 1


def test_schema_is_json(whence: Run) -> None:
    assert "$schema" in json.loads(whence("schema").out)


def test_version_and_help(whence: Run) -> None:
    assert whence("--version").out.startswith("whence ")
    for command in ("trace", "attribute", "add", "stories", "why", "schema"):
        answer = whence(command, "--help")
        assert answer.code == 0 and f"Example: whence {command}" in answer.out


REFUSED = [
    (("trace",), 2, "nothing to read"),
    (("trace", "r1", "--db", "x.db"), 2, "not both"),
    (("trace", "r1", "--quiet"), 2, "--html"),
    (("trace", "r1", "--lexicon", "none.yaml"), 2, "no such lexicon"),
    (("trace", "r1", "--html", "no/such/page.html"), 2, "cannot be written"),
    (("trace", "r1", "--html", "."), 2, "this is a folder"),
    (("trace", "broken"), 2, "broken: nothing in it"),
    (("trace", "stop"), 130, "stopped"),
    (("stories", "--db", "none.db"), 4, "no store here"),
    (("trace", "--db", "none.db"), 4, "no store here"),
    (("why", "x", "--db", "none.db"), 4, "no store here"),
    (("add", "r1", "--db", "no/such.db"), 4, "cannot be opened"),
]


@pytest.mark.parametrize(("words", "code", "told"), REFUSED)
def test_what_goes_wrong_is_one_line(
    whence: Run, words: tuple[str, ...], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = whence(*words)
    assert answer.code == code
    assert told in answer.err and answer.err.count("\n") == 1 and answer.err.startswith("whence: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_one_line(whence: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    answer = whence("trace", "r1", "r2", "--html", tmp_path / "page.html", "--quiet")
    assert answer.code == 2 and "cannot be written" in answer.err and answer.err.count("\n") == 1


def test_a_disk_that_fills_while_the_page_is_written_leaves_the_old_one(
    whence: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    monkeypatch.setattr("whence.report.page.a_page", _full_disk)
    answer = whence("trace", "r1", "r2", "--html", page, "--quiet")
    assert (answer.code, answer.err) == (2, f"whence: {page}: cannot be written: No space left on device\n")
    assert page.read_text() == "old" and list(tmp_path.iterdir()) == [page]


def _full_disk(trace: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_page_that_was_there_is_not_harmed_by_the_check(whence: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    assert whence("trace", "broken", "--html", page).code == 2
    assert page.read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_page_is_one_line(whence: Run) -> None:
    answer = whence("trace", "r1", "r2", "--html", "/dev/full", "--quiet")
    assert (answer.code, answer.err) == (2, "whence: /dev/full: cannot be written: No space left on device\n")
