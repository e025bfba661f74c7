"""`whence why`: a finding's id → the evidence it rests on, span by span."""

from pathlib import Path
from typing import Annotated

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
from whence.cli.output import console, for_people, json_out, progress_line
from whence.errors import SettingsError
from whence.model import Finding, Report, Story, Trace

FindingId = Annotated[str, typer.Argument(metavar="FINDING", help="The id of a finding, or how it begins.", show_default=False)]


def why(  # noqa: PLR0913  one parameter for each option
    finding: FindingId,
    inputs: MaybeInputs = None,
    db: MaybeDb = None,
    as_json: AsJson = False,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    spacy_model: SpacyModel = None,
    threads: Threads = 0,
    offline: Offline = False,
    no_progress: NoProgress = False,
) -> None:
    """Show the evidence of one finding.

    Each telling, tie, drift and conflict with the words it rests on, from a store or from inputs.

    Example: whence why 3fa9 --db news.db
    """
    one_of_both(inputs, db)
    if db:
        answer(*_from_store(finding, db), as_json)
        return
    settings = settings_from(outlet, lexicon, spacy_model, threads, offline)
    with lean_spacy():
        from whence import pipeline

    with progress_line(not no_progress) as progress:
        trace = pipeline.trace(inputs or [], settings, progress)
    if trace.reports:
        story, found = find(finding, trace.stories)
        answer(found, story, trace.reports, as_json)
    list_failures(trace.failures, len(trace.reports))


def find(id: str, stories: tuple[Story, ...]) -> tuple[Story, Finding]:
    """The finding with this id, or the only one whose id begins so, with its story; SettingsError otherwise."""
    found = [(story, finding) for story in stories for finding in story.findings if id and finding.id.startswith(id)]
    found = [(story, finding) for story, finding in found if finding.id == id] or found
    if not found:
        raise SettingsError(f"no finding {id!r} in these reports; whence trace shows them with their ids")
    if len(found) > 1:
        raise SettingsError(f"{id!r} begins more than one finding: {', '.join(finding.id for _, finding in found[:5])}")
    return found[0]


def _from_store(id: str, db: Path) -> tuple[Finding, Story, tuple[Report, ...]]:
    from whence.store import open_store

    with open_store(db) as store:
        finding = store.finding(id)
        story = store.story(finding.story)
        return finding, story, tuple(store.reports(story.reports))


def answer(finding: Finding, story: Story, reports: tuple[Report, ...], as_json: bool) -> None:
    """Print the evidence; as JSON, a trace that holds this story with this finding alone."""
    from dataclasses import replace

    from whence.report import json_text, print_why, trace_object

    if for_people(as_json):
        print_why(finding, {report.id: report for report in reports}, console())
        return
    members = tuple(report for report in reports if report.id in story.reports)
    json_out().write(json_text(trace_object(Trace((replace(story, findings=(finding,)),), members))) + "\n")
