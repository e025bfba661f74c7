"""Files, folders, globs, addresses, standard input → Reports, one after another; what cannot be read becomes a Failure with one line.

What each input may be, and where its facts come from, is told in `inputs`, `records` and `sidecar`.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from whence.errors import NotAReport
from whence.model import Failure, Report
from whence.read.decode import writable
from whence.read.fetch import Fetcher
from whence.read.files import Trouble
from whence.read.inputs import read_input
from whence.read.make import make_report
from whence.read.records import facts_of
from whence.settings import Settings

__all__ = ["read_inputs", "read_report", "read_text"]


def read_inputs(inputs: Iterable[str | Path], settings: Settings) -> Iterator[Report | Failure]:
    """Every report of the inputs, in order, one at a time in memory. Ids are made unique; a file named twice is read once."""
    ids: set[str] = set()
    paths: set[str] = set()
    with Fetcher(settings) as fetcher:
        for given in inputs:
            for read in read_input(given, settings, fetcher):
                if isinstance(read, Trouble):
                    yield Failure(writable(read.name), "read", writable(" ".join(str(read.error).split())))
                elif _is_new(read, paths):
                    yield _named(read, ids)


def read_report(path: str | Path, settings: Settings | None = None) -> Report:
    """The one report in a file or at an address; InputError says in one line why there is none."""
    settings = settings or Settings.default()
    with Fetcher(settings) as fetcher:
        found: Report | None = None
        for read in read_input(path, settings, fetcher):
            if isinstance(read, Trouble) and found is None:
                raise type(read.error)(f"{read.name} {read.error}")
            if isinstance(read, Report):
                if found is not None:
                    raise NotAReport(f"{path} holds more than one report: use read_inputs")
                found = read
    if found is None:
        raise NotAReport(f"{path} holds no report: give a file with text")
    return found


def read_text(text: str, *, id: str, settings: Settings | None = None, **facts: object) -> Report:
    """A report from a text at hand. `facts` are those of a record: headline (None: there is none), outlet, byline, published, url …"""
    kept = writable(text)
    return make_report(id, kept, text.encode("utf-8", "surrogatepass"), facts_of(facts, "given"), None, settings or Settings.default())


def _is_new(report: Report, paths: set[str]) -> bool:
    """Whether this file was not read before; records of one file, and reports without a file, always are."""
    if report.path is None or not report.path.lower().endswith((".txt", ".text", ".html", ".htm", ".xhtml")):
        return True
    real = os.path.realpath(report.path)
    seen = real in paths
    paths.add(real)
    return not seen


def _named(report: Report, ids: set[str]) -> Report:
    """The report under an id that no other has: its own, with its folder's name before it, or with a number after that."""
    id = report.id
    if id in ids:
        folder = Path(report.path).resolve().parent.name if report.path else ""
        id = longer = f"{folder}/{id}" if folder else id
        number = 2
        while id in ids:
            id, number = f"{longer}-{number}", number + 1
    ids.add(id)
    return report if id == report.id else replace(report, id=id)
