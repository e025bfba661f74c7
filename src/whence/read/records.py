"""JSON and JSONL → records, and one record → its text, bytes and facts."""

import json
from collections.abc import Iterator, Mapping
from io import BufferedIOBase
from pathlib import Path
from typing import Any

from whence.errors import NotAReport, UnreadableInput
from whence.read.decode import writable
from whence.read.facts import Facts, facts_from

Record = Mapping[str, Any]
BODIES = ("text", "html", "path")


def lines_of_records(stream: BufferedIOBase, most: int) -> Iterator[tuple[int, Record | str]]:
    """Each line's number with its record, or with what is wrong with it. A line is never longer in memory than `most` bytes."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) > most:
            yield number, f"is longer than {most:,} bytes: split the record"
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            continue
        if line.strip(b" \t\r\n\xef\xbb\xbf\x00"):
            yield number, _record(line)


def _record(line: bytes) -> Record | str:
    try:
        made = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "is not UTF-8: save the file as UTF-8"
    except (ValueError, RecursionError) as wrong:
        return f"is not one whole JSON object ({_short(wrong)}): mend or remove the line"
    return made if isinstance(made, dict) else "is JSON, but no object with text, html or path: one record a line"


def records_of(text: str) -> list[Record] | None:
    """The records of a .json file: one object, a list, or a list under "reports" or "articles"; None where it holds none."""
    try:
        data = json.loads(text)
    except RecursionError as wrong:
        raise NotAReport("is JSON nested too deeply: give one object or a list of objects") from wrong
    except ValueError as wrong:
        raise NotAReport(f"is not whole JSON ({_short(wrong)}): mend the file, or name it .jsonl where it has one record a line") from wrong
    if isinstance(data, dict) and not is_record(data):
        data = next((data[name] for name in ("reports", "articles") if isinstance(data.get(name), list)), None)
    listed = data if isinstance(data, list) else [data]
    made: list[Record] = [entry for entry in listed if isinstance(entry, dict)]
    return made if any(map(is_record, made)) else None


def is_record(data: Record) -> bool:
    return any(isinstance(data.get(name), str) for name in BODIES)


def facts_of(record: Record, where: str) -> Facts:
    """A record's own keys; null says nothing, but for the headline: there is none."""
    return facts_from({name: value for name, value in record.items() if value is not None or name == "headline"}, where)


def body_of(record: Record) -> tuple[str, str]:
    """("text" | "html" | "path", the value): the first that is there."""
    for name in BODIES:
        if isinstance(record.get(name), str):
            value = record[name]
            return name, writable(value) if name == "text" else value
    raise NotAReport("has no text, html or path: give one of them")


def path_of(record_path: str, folder: Path | None) -> Path:
    if folder is None:
        raise UnreadableInput("names a path, which only a file on this machine may: give text or html")
    if "\x00" in record_path:
        raise UnreadableInput("names a path with a NUL character: correct it")
    return folder / record_path


def _short(wrong: Exception) -> str:
    return " ".join(str(wrong).split())[:100]
