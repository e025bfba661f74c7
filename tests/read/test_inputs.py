"""Files and folders as people have them, and the reports and lines that come out."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from whence.errors import InputError, NotAReport, UnreadableInput
from whence.model import Failure, Report
from whence.read import read_inputs, read_report, read_text
from whence.settings import Settings

TEXT = "Fire stops two cranes\n\nTwo cranes were shut down on Friday, the harbour board said.\n"
SETTINGS = Settings(max_bytes=20_000, max_characters=2_000)


def read(*inputs: str | Path, settings: Settings = SETTINGS) -> tuple[list[Report], list[str]]:
    found = list(read_inputs(inputs, settings))
    return [one for one in found if isinstance(one, Report)], [f"{one.report}: {one.reason}" for one in found if isinstance(one, Failure)]


def test_a_text_is_kept_exactly(tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    report = read_report(tmp_path / "fire.txt")
    assert (report.id, report.text, report.headline, report.outlet) == ("fire", TEXT, None, None)


def test_a_folder_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "x.docx", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    reports, failures = read(tmp_path)
    assert [report.id for report in reports] == ["a", "b", "c"] and not failures
    assert read(tmp_path / "x.docx")[1][0].startswith(f"{tmp_path}/x.docx: is of a kind that is not read (.docx)")


def test_the_same_id_twice(tmp_path: Path) -> None:
    for name in ("one/r.txt", "two/r.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(TEXT)
    assert [report.id for report in read(tmp_path / "one", tmp_path / "two", tmp_path / "one" / "r.txt")[0]] == ["r", "two/r"]


def test_a_glob(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b[1].txt").write_text(TEXT)
    assert [report.id for report in read(f"{tmp_path}/*.txt")[0]] == ["a", "b[1]"]
    assert [report.id for report in read(f"{tmp_path}/b[1].txt")[0]] == ["b[1]"]
    assert "matches no file" in read(f"{tmp_path}/*.html")[1][0]


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n ", "is empty"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("numbers.txt", b"12 34\n56", "holds no words"),
        ("large.txt", b"x" * 20_001, "is larger than 20,000 bytes"),
        ("bare.html", b"<html><body></body></html>", "without an article"),
        ("half.json", b'{"text": "abc', "is not whole JSON"),
        ("other.json", b'{"colour": "red"}', "holds no report"),
        ("empty.jsonl", b"", "is empty"),
    ],
)
def test_bad_files_give_one_line_and_the_rest_is_read(tmp_path: Path, name: str, data: bytes, line: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT)
    reports, failures = read(tmp_path / name, tmp_path / "good.txt")
    assert [report.id for report in reports] == ["good"]
    assert len(failures) == 1 and line in failures[0] and "\n" not in failures[0]
    with pytest.raises(InputError):
        read_report(tmp_path / name, SETTINGS)


def test_a_long_text_is_read_in_part_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TEXT * 60)
    reports, failures = read(tmp_path / "long.txt")
    assert len(reports[0].text) <= 2_000 and TEXT in reports[0].text
    assert "only the first part was read" in failures[0]


def test_missing_links_pipes_and_folders_without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    lines = read(tmp_path / "missing.txt", tmp_path / "gone.txt", tmp_path / "loop.txt", tmp_path / "pipe.txt", "a\0b")[1]
    said = ("is not there", "leads nowhere", "cannot be read", "is a pipe or a device", "NUL character")
    assert all(part in line for part, line in zip(said, lines, strict=True))
    assert len(read(tmp_path)[1]) == 3

    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert "may not be read by you" in read(tmp_path)[1][0]


def test_jsonl_with_a_line_cut_in_half(tmp_path: Path) -> None:
    good = {"id": "a", "text": TEXT, "headline": None, "outlet": "Mail", "published": "2024-05-03", "colour": "red"}
    lines = [
        json.dumps(good),
        '{"id": "b", "te',
        json.dumps({"html": f"<article><h1>Fire</h1><p>{TEXT * 3}</p></article>"}),
        "[1]",
        '{"id": "x"}',
    ]
    (tmp_path / "all.jsonl").write_text("\n".join(lines))
    reports, failures = read(tmp_path / "all.jsonl")
    assert [report.id for report in reports] == ["a", "all-3"]
    assert (reports[0].headline, reports[0].outlet, reports[0].text) == ("", "Mail", TEXT)
    assert [line.split(": ")[0].rsplit(", ", 1)[1] for line in failures] == ["line 2", "line 4", "line 5"]


def test_a_record_names_a_file(tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text(TEXT)
    (tmp_path / "all.jsonl").write_text(json.dumps({"id": "a", "path": "fire.txt", "outlet": "Mail"}))
    report = read(tmp_path / "all.jsonl")[0][0]
    assert (report.id, report.outlet, report.text, dict(report.known_from)["outlet"]) == ("a", "Mail", TEXT, "record")


def test_a_records_text_is_not_changed_but_for_what_nothing_can_write(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"id": 7, "text": "Fire\\r\\nstops \\ud800 two\\u0000 cranes "}')
    report = read_report(tmp_path / "one.json")
    assert (report.id, report.text) == ("7", "Fire\r\nstops \ufffd two\ufffd cranes ")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fire.meta.json", '{"outlet": "Mail", "published": "2024-05-03"}'),
        ("fire.meta.yaml", "outlet: Mail\npublished: 2024-05-03\n"),
        ("reports.json", '[{"id": "fire", "outlet": "Mail", "published": "2024-05-03"}]'),
        ("scenario.yaml", "reports:\n- {id: r9, file: fire.txt, outlet: Mail, owner: null, published: '2024-05-03'}\n"),
        ("../reports.yaml", "reports:\n- {file: texts/fire.txt, outlet: Mail, published: '2024-05-03'}\n"),
    ],
)
def test_sidecars(tmp_path: Path, name: str, content: str) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "fire.txt").write_text(TEXT)
    (folder / name).write_text(content)
    reports, failures = read(folder)
    assert not failures and len(reports) == 1
    assert (reports[0].id, reports[0].outlet, str(reports[0].published)[:10]) == ("fire", "Mail", "2024-05-03")
    assert dict(reports[0].known_from)["outlet"] == Path(name).name


def test_a_broken_sidecar_is_said_and_the_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text(TEXT)
    (tmp_path / "fire.meta.json").write_text("{")
    reports, failures = read(tmp_path)
    assert len(reports) == 1 and "without its sidecar" in failures[0]


def test_the_outlet_option_fills_what_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text(TEXT)
    (tmp_path / "all.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "outlet": "Mail"}))
    reports, _ = read(tmp_path, settings=Settings(outlet="Post"))
    assert [(report.id, report.outlet) for report in reports] == [("a", "Mail"), ("fire", "Post")]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (TEXT, 1),
        (json.dumps({"id": "a", "text": TEXT}) + "\n" + json.dumps({"id": "b", "text": TEXT}), 2),
        (json.dumps([{"id": "a", "text": TEXT}], indent=1), 1),
        (f"<!DOCTYPE html><html><body><article><h1>Fire stops cranes</h1><p>{TEXT * 3}</p></article></body></html>", 1),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    reports, failures = read("-")
    assert len(reports) == count and not failures and not any("<" in report.text or "{" in report.text for report in reports)


def test_one_report_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text("\n".join(json.dumps({"text": TEXT}) for _ in range(2)))
    with pytest.raises(NotAReport, match="more than one"):
        read_report(tmp_path / "two.jsonl")
    with pytest.raises(UnreadableInput, match="missing.txt is not there"):
        read_report(tmp_path / "missing.txt")


def test_a_text_at_hand() -> None:
    report = read_text(TEXT, id="r1", outlet="Mail", published="2024-05-03T10:00:00+02:00", headline=None)
    assert (report.id, report.outlet, report.headline, report.text) == ("r1", "Mail", "", TEXT)
    with pytest.raises(NotAReport):
        read_text("  ", id="r2")


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_name_is_refused_not_taken_for_the_folder_one_is_in(given: str) -> None:
    (failure,) = read_inputs([given], Settings.default())
    assert isinstance(failure, Failure)
    assert "empty name" in failure.reason
