"""A folder of what goes wrong, through the whole command: one clear line each, the rest done, valid JSON, right exit codes."""

import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import whence
from tests.cli.journey import Answer, run
from tests.journey.expected import EXAMPLES, findings_of
from whence.settings import Settings

TEXT = """Café owners protest in Port Ellery

PORT ELLERY, June 3 - “We were never asked,” café owner Zoë Brandt said on Tuesday.

The town council said that the façade rules would stay.
"""
UNBALANCED = """Quotes without an end

"We will open the road, the mayor of Tarn said on Monday. “Nobody asked us, said Ines Vale, a farmer.

'It is late," she said. The road is closed.
"""
NO_ARTICLE = "<html><head><title></title></head><body><nav><a href='/'>Home</a></nav><script>var a = 1</script></body></html>"
GOOD = (EXAMPLES / "depot" / "northern-wire.txt").read_bytes()

READ = {
    "good.txt": GOOD,
    "cp1252.txt": TEXT.encode("cp1252"),
    "utf16.txt": TEXT.encode("utf-16"),
    "utf16le.txt": TEXT.encode("utf-16-le"),
    "mixed.txt": TEXT.encode() + TEXT.encode("cp1252"),
    "quotes.txt": UNBALANCED.encode(),
}
REFUSED = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t\n", "is empty"),
    "binary.txt": (bytes(range(256)) * 200, "is not text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture"),
    "nothing-said.txt": (b"... --- ///\n\n* * *\n", "holds no words"),
    "no-article.html": (NO_ARTICLE.encode(), "is a page without an article"),
    "half.jsonl": (
        b'{"id": "whole", "text": "The road would open, the mayor of Tarn said."}\n{"id": "cut", "te',
        "line 2: is not one whole",
    ),
    "cut.json": (b'{"id": ', "is not whole JSON"),
    "huge.txt": (GOOD * (50_000_000 // len(GOOD)), "is larger than"),
}
Whence = Callable[..., Answer]


@pytest.fixture
def whence_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Whence:
    """The command in this process, so that the models are loaded once."""
    return lambda *words: run(monkeypatch, capsys, *words)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    for name, data in READ.items() | {(name, data) for name, (data, _) in REFUSED.items()}:
        (folder / name).write_bytes(data)
    (folder / "leads-nowhere.txt").symlink_to("gone.txt")
    return folder


@dataclass(frozen=True)
class Said:
    """What one run over the whole folder answered: its exit code, the JSON, the lines of standard error."""

    code: int
    told: dict[str, list[dict[str, str]]]
    lines: list[str]


@pytest.fixture
def said(inbox: Path, whence_command: Whence, request: pytest.FixtureRequest) -> Said:
    kept = getattr(request.module, "_said", None)
    if kept is None:
        answer = whence_command("trace", inbox)
        kept = request.module._said = Said(answer.code, json.loads(answer.out), answer.err.splitlines())
    return kept


def test_the_rest_of_the_batch_is_done(said: Said) -> None:
    assert said.code == 0
    assert {report["id"] for report in said.told["reports"]} == {Path(name).stem for name in READ} | {"whole"}
    assert any("Four soldiers were injured" in finding["says"] for finding in said.told["findings"])


@pytest.mark.parametrize(("name", "reason"), [*((name, why) for name, (_, why) in REFUSED.items()), ("leads-nowhere.txt", "leads nowhere")])
def test_each_has_one_clear_line(name: str, reason: str, said: Said, inbox: Path) -> None:
    lines = [line for line in said.lines if f"{inbox / name}" in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"whence: {inbox / name}") and reason in lines[0] and len(lines[0]) < 250 + len(str(inbox))
    failures = [failure for failure in said.told["failures"] if failure["report"].startswith(str(inbox / name))]
    assert [failure["room"] for failure in failures] == ["read"] and reason in f"{failures[0]['report']}: {failures[0]['reason']}"


def test_nothing_else_is_said(said: Said) -> None:
    assert len(said.lines) == len(REFUSED) + 1 == len(said.told["failures"])


@pytest.mark.parametrize("name", ["cp1252", "utf16", "utf16le", "mixed"])
def test_other_encodings_are_read_letter_for_letter(name: str, said: Said) -> None:
    report = next(report for report in said.told["reports"] if report["id"] == name)
    assert report["text"].strip() == (f"{TEXT}{TEXT}" if name == "mixed" else TEXT).strip()


def test_nothing_readable_is_a_failure(whence_command: Whence, inbox: Path) -> None:
    answer = whence_command("trace", inbox / "empty.txt", inbox / "binary.txt", inbox / "missing.txt")
    assert answer.code == 2
    assert answer.err.splitlines()[-1] == "whence: no report could be read" and answer.err.count("\n") == 4
    assert len(json.loads(answer.out)["failures"]) == 3


def test_attribute_goes_on_too(whence_command: Whence, inbox: Path) -> None:
    answer = whence_command("attribute", inbox / "empty.txt", inbox / "good.txt", inbox / "half.jsonl")
    assert answer.code == 0 and answer.err.count("\n") == 2
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == ["good", "whole"]


def test_add_goes_on_too(whence_command: Whence, inbox: Path, tmp_path: Path) -> None:
    answer = whence_command("add", inbox / "empty.txt", inbox / "good.txt", "--db", tmp_path / "news.db")
    assert (answer.code, json.loads(answer.out)["new"], answer.err.count("\n")) == (0, 1, 1)


def test_a_large_file_is_refused_and_the_next_is_read(settings: Settings, inbox: Path) -> None:
    small = replace(settings, max_bytes=1000)
    trace = whence.trace([inbox / "quotes.txt", inbox / "mixed.txt", inbox / "good.txt", inbox / "binary.txt"], small)
    assert [report.id for report in trace.reports] == ["quotes", "mixed", "good"]
    assert [failure.reason.split(":")[0] for failure in trace.failures] == ["is larger than 1,000 bytes"]


def test_a_long_report_is_read_as_far_as_allowed_and_that_is_said(settings: Settings, inbox: Path) -> None:
    trace = whence.trace([inbox / "good.txt"], replace(settings, max_characters=300))
    assert [len(report.text) <= 300 for report in trace.reports] == [True]
    assert len(trace.failures) == 1 and "300" in trace.failures[0].reason
    assert "Four soldiers were injured" in " ".join(finding.text for finding in findings_of(trace))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights(whence_command: Whence, inbox: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    answer = whence_command("trace", closed, inbox / "good.txt")
    closed.chmod(0o700)
    assert answer.code == 0 and len(json.loads(answer.out)["reports"]) == 1
    assert answer.err == f"whence: {closed}: may not be read by you: change its rights or copy it\n"


@pytest.mark.parametrize("data", [b"not a database\n", b""])
@pytest.mark.parametrize("words", ["stories", "trace", "add"])
def test_a_database_that_is_none(words: str, data: bytes, whence_command: Whence, inbox: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_bytes(data)
    answer = whence_command(words, *([inbox / "good.txt"] if words == "add" else []), "--db", path)
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith(f"whence: {path}: ") and answer.err.count("\n") == 1
    assert path.read_bytes() == data


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond this size: what a full disk is to the program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_under_the_page(whence_command: Whence, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert whence_command("trace", EXAMPLES / "drones", "--html", page, "--quiet") == Answer(0, "", "")
    whole = page.read_bytes()
    with room_for(len(whole) * 3 // 4):
        answer = whence_command("trace", EXAMPLES / "drones", "--html", page, "--quiet")
    assert (answer.code, answer.err) == (2, f"whence: {page}: cannot be written: File too large\n")


def test_a_disk_that_fills_leaves_no_half_page(whence_command: Whence, tmp_path: Path) -> None:
    page, new = tmp_path / "page.html", tmp_path / "new.html"
    assert whence_command("trace", EXAMPLES / "drones", "--html", page, "--quiet").code == 0
    whole = page.read_bytes()
    with room_for(len(whole) * 3 // 4):
        assert [whence_command("trace", EXAMPLES / "drones", "--html", path, "--quiet").code for path in (page, new)] == [2, 2]
    assert page.read_bytes() == whole and not new.exists()


def test_a_disk_that_fills_under_the_store_loses_nothing(whence_command: Whence, inbox: Path, tmp_path: Path) -> None:
    db, other = tmp_path / "news.db", tmp_path / "unharmed.db"
    assert whence_command("add", inbox / "good.txt", "--db", db).code == 0
    before = json.loads(whence_command("trace", "--db", db).out)
    with room_for(db.stat().st_size):
        answer = whence_command("add", EXAMPLES / "sanctions", "--db", db)
    assert answer.code == 4
    assert answer.err.startswith(f"whence: {db}: ") and answer.err.count("\n") == 1
    after = json.loads(whence_command("trace", "--db", db).out)
    assert all(finding in after["findings"] for finding in before["findings"])
    assert whence_command("add", EXAMPLES / "sanctions", "--db", db).code == 0
    assert whence_command("add", inbox / "good.txt", EXAMPLES / "sanctions", "--db", other).code == 0
    mended, unharmed = (json.loads(whence_command("trace", "--db", each).out) for each in (db, other))
    assert {finding["id"] for finding in mended["findings"]} == {finding["id"] for finding in unharmed["findings"]}
    assert {story["id"] for story in mended["stories"]} == {story["id"] for story in unharmed["stories"]}
