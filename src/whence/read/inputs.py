"""One input → its reports. A file, page or record is read, decoded and given the facts that are known of it."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BufferedIOBase, BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from whence.errors import NotAReport, UnreadableInput, WhenceError
from whence.model import Report
from whence.read.decode import decode, writable
from whence.read.facts import Facts
from whence.read.fetch import Fetcher, is_address
from whence.read.files import JSON, LINES, PAGE, READ, Given, Trouble, bytes_of, cannot_read, check_file, files_of, too_large
from whence.read.html import read_page
from whence.read.make import cut_line, make_report
from whence.read.records import Record, body_of, facts_of, is_record, lines_of_records, path_of, records_of
from whence.read.sidecar import facts_beside
from whence.settings import Settings

Read = Iterator[Report | Trouble]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where some bytes are from: `name` for messages, `id` for the report, `folder` for a record's paths."""

    name: str
    id: str
    path: str | None = None
    folder: Path | None = None
    charset: str | None = None
    facts: Facts = Facts()


def read_input(given: str | Path, settings: Settings, fetcher: Fetcher) -> Read:
    """The reports of one input, and what could not be read of it."""
    if given == "-":
        yield from _stdin(settings)
    elif isinstance(given, str) and not given.strip():
        yield Trouble('""', UnreadableInput("is an empty name (an unset variable of the shell?): give a file, a folder or an address"))
    elif isinstance(given, str) and is_address(given):
        yield from _address(given, settings, fetcher)
    else:
        for found in files_of(given):
            if isinstance(found, Trouble):
                yield found
            else:
                yield from read_file(found, settings)


def read_file(given: Given, settings: Settings) -> Read:
    path, name = given.path, str(given.path)
    suffix = path.suffix.lower()
    try:
        if suffix not in READ:
            check_file(path)
            raise UnreadableInput(f"is of a kind that is not read ({suffix or 'no ending'}): give one of {' '.join(READ)}")
        if suffix in LINES:
            check_file(path)
            with path.open("rb") as stream:
                yield from _lines(stream, Origin(name, path.stem, name, path.parent), settings)
            return
        facts = Facts()
        try:
            facts = facts_beside(path)
        except WhenceError as wrong:
            yield Trouble(name, type(wrong)(f"was read without its sidecar: {wrong}"))
        data = bytes_of(path, settings.max_bytes)
        kind = "html" if suffix in PAGE else "json" if suffix in JSON else "text"
        yield from _body(data, kind, Origin(name, path.stem, name, path.parent, facts=facts), settings, given.walked)
    except WhenceError as wrong:
        yield Trouble(name, wrong)
    except OSError as wrong:
        yield Trouble(name, cannot_read(wrong, path))


def _stdin(settings: Settings) -> Read:
    data = sys.stdin.buffer.read(settings.max_bytes + 1)
    origin = Origin("standard input", "stdin", folder=Path())
    if len(data) > settings.max_bytes:
        yield Trouble(origin.name, too_large(settings.max_bytes))
        return
    yield from _recognised(data, "", origin, settings)


def _address(url: str, settings: Settings, fetcher: Fetcher) -> Read:
    try:
        page = fetcher.get(url)
    except WhenceError as wrong:
        yield Trouble(url, wrong)
        return
    parts = urlsplit(page.url)
    stem = Path(unquote(parts.path).rstrip("/")).stem
    known = Facts({"url": page.url, "retrieved": datetime.now(UTC)}, (("url", "fetched"), ("retrieved", "clock")))
    origin = Origin(url, writable(stem)[:80] or parts.hostname or "page", charset=page.charset, facts=known)
    yield from _recognised(page.data, page.content_type, origin, settings)


def _recognised(data: bytes, content_type: str, origin: Origin, settings: Settings) -> Read:
    """HTML, JSON, JSONL or text, by what a server says of it or else by how it begins."""
    opening = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    try:
        if "html" in content_type or opening.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--", b"<article")):
            yield from _body(data, "html", origin, settings)
        elif opening.startswith(b"{") and _is_lines(data):
            yield from _lines(BytesIO(data), origin, settings)
        elif re.match(rb"\{|\[\s*\{", opening):
            yield from _body(data, "json", origin, settings)
        else:
            yield from _body(data, "text", origin, settings)
    except WhenceError as wrong:
        yield Trouble(origin.name, wrong)


def _is_lines(data: bytes) -> bool:
    """The first line alone is a whole object."""
    try:
        return isinstance(json.loads(data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]), dict)
    except (ValueError, RecursionError):
        return False


def _body(data: bytes, kind: str, origin: Origin, settings: Settings, walked: bool = False) -> Read:
    """Whole bytes of one kind. A file's own facts stand over what its page states."""
    if not data.strip():
        raise NotAReport("is empty: give a file with the report's text")
    text, encoding = decode(data, origin.charset)
    if kind == "json":
        records = records_of(text)
        if records is None and not walked:
            raise NotAReport('holds no report: give objects with "text", "html" or "path"')
        for number, record in enumerate(records or (), 1):
            yield from _record(record, number, origin, settings, several=len(records or ()) > 1)
        return
    facts = origin.facts
    if encoding not in ("utf-8", "utf-16", "utf-32"):
        facts = replace(facts, told=(*facts.told, ("encoding", encoding)))
    yield from _report(text, data, replace(origin, facts=facts), settings, is_page=kind == "html")


def _report(text: str, data: bytes, origin: Origin, settings: Settings, is_page: bool) -> Read:
    """One report, and a line where it was cut."""
    facts = origin.facts
    if is_page:
        found = read_page(text)
        if found is None:
            raise NotAReport("is a page without an article that could be found: save the article's text as .txt")
        text, stated = found
        facts = facts.over(stated)
    yield make_report(origin.id, text, data, facts, origin.path, settings)
    line = cut_line(text, settings)
    if line:
        yield Trouble(origin.name, NotAReport(line))


def _lines(stream: BufferedIOBase, origin: Origin, settings: Settings) -> Read:
    """JSONL, line by line: a bad line is named by its number and the next is read."""
    any_line = False
    for number, record in lines_of_records(stream, settings.max_bytes):
        any_line = True
        if isinstance(record, str):
            yield Trouble(f"{origin.name}, line {number}", NotAReport(record))
        else:
            yield from _record(record, number, origin, settings, several=True)
    if not any_line:
        yield Trouble(origin.name, NotAReport("is empty: give one record a line"))


def _record(record: Record, number: int, origin: Origin, settings: Settings, several: bool) -> Read:
    """One record: its own text, a page, or a file that it names. Its keys stand over what the page or file states."""
    name = f"{origin.name}, line {number}" if several else origin.name
    given_id = record.get("id")
    id = writable(str(given_id).strip()) if isinstance(given_id, (str, int)) and str(given_id).strip() else ""
    try:
        if not is_record(record):
            raise NotAReport("has no text, html or path: give one of them")
        kind, value = body_of(record)
        facts = facts_of(record, "record").over(origin.facts)
        if kind == "path":
            yield from _named_file(path_of(value, origin.folder), replace(origin, id=id, facts=facts), settings)
            return
        data = value.encode("utf-8", "surrogatepass")
        made = replace(origin, name=name, id=id or (f"{origin.id}-{number}" if several else origin.id), facts=facts)
        yield from _report(writable(value), data, made, settings, is_page=kind == "html")
    except WhenceError as wrong:
        yield Trouble(name, wrong)


def _named_file(path: Path, origin: Origin, settings: Settings) -> Read:
    """A file that a record names: text or page, with the record's facts over its own."""
    if path.suffix.lower() in LINES + JSON:
        raise NotAReport(f"names {path.name}, which is no text and no page: give it as an input of its own")
    for read in read_file(Given(path), settings):
        if isinstance(read, Trouble):
            yield read
            continue
        own = {name: getattr(read, name) for name, _ in read.known_from if name in read.__slots__ and getattr(read, name) is not None}
        whole = origin.facts.over(Facts(own, read.known_from))
        yield replace(read, id=origin.id or read.id, known_from=whole.told, **whole.values)
