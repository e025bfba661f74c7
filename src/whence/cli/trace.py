"""`whence trace`: inputs or a store → stories with their findings."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.answer import list_failures
from whence.cli.lean import lean_spacy
from whence.cli.options import (
    AsJson,
    Lexicon,
    MaybeDb,
    MaybeInputs,
    NoProgress,
    Offline,
    Outlet,
    SpacyModel,
    Threads,
    one_of_both,
    settings_from,
)
from whence.cli.output import Counted, Progress, check_writable, console, for_people, json_out, may_mix, progress_line
from whence.errors import SettingsError
from whence.model import Failure, Report, Story, Trace
from whence.settings import Settings

if TYPE_CHECKING:
    from whence.pipeline import TraceStream
    from whence.store.shelf import Store

Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no answer: for use with --html.")]


def trace(  # noqa: PLR0913  one parameter for each option
    inputs: MaybeInputs = None,
    as_json: AsJson = False,
    html: Html = None,
    quiet: Quiet = False,
    db: MaybeDb = None,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    spacy_model: SpacyModel = None,
    threads: Threads = 0,
    offline: Offline = False,
    no_progress: NoProgress = False,
) -> None:
    """Weigh every claim in reports.

    Stories, findings, the chain of each telling, how many of their origins are independent, and why.

    Example: whence trace inbox/*.html --html page.html
    """
    one_of_both(inputs, db)
    settings = settings_from(outlet, lexicon, spacy_model, threads, offline)
    if html:
        check_writable(html)
    elif quiet:
        raise SettingsError("--quiet prints nothing, so it needs --html FILE")
    people = for_people(as_json)
    with progress_line(not no_progress and may_mix(people)) as progress, _opened(db) as store:
        stream = _stream(inputs or [], store, settings, progress)
        reports, whole = Counted(stream.reports), None
        if people or html:
            stories = tuple(stream.stories)
            whole = Trace(stories, tuple(reports if html or not people else map(_slim, reports)), tuple(stream.failures))
        else:
            _write_json(stream.stories, reports, stream.failures)
    if whole:
        _show(whole, people, html, quiet)
    list_failures(stream.failures, reports.given)


def _opened(db: Path | None) -> "AbstractContextManager[Store | None]":
    if db is None:
        return nullcontext()
    from whence.store import open_store

    return open_store(db)


def _stream(inputs: list[str], store: "Store | None", settings: Settings, progress: Progress | None) -> "TraceStream":
    with lean_spacy():
        from whence import pipeline
    return pipeline.trace_store(store, settings) if store else pipeline.stream_trace(inputs, settings, progress)


def _slim(report: Report) -> Report:
    """What a terminal shows of a report: all but its text, which is not held then."""
    return replace(report, text="", blocks=())


def _show(trace: Trace, people: bool, html: Path | None, quiet: bool) -> None:
    from whence import report

    if html:
        try:
            report.write_html(trace, html)
        except OSError as refused:
            raise SettingsError(f"{html}: cannot be written: {refused.strerror or refused}") from refused
    if people and not quiet:
        report.print_trace(replace(trace, failures=()), console())  # failures are listed at the end, on standard error
    elif not quiet:
        _write_json(trace.stories, trace.reports, trace.failures)


def _write_json(stories: Iterable[Story], reports: Iterable[Report], failures: Iterable[Failure]) -> None:
    from whence.report import write_trace_json

    write_trace_json(stories, reports, failures, json_out())
