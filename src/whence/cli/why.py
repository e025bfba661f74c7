"""`whence why`: a finding's id → the evidence it rests on, span by span; with `--without`, what changes when an origin is taken away."""

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
from whence.cli.output import console, for_people, json_out, progress_line
from whence.errors import SettingsError
from whence.model import Finding, Report, Story, Trace
from whence.settings import Settings

if TYPE_CHECKING:
    from whence.store.shelf import Store

ALL = "all"

FindingId = Annotated[
    str | None,
    typer.Argument(metavar="FINDING", help="The id of a finding, or how it begins; with --without also all, for every story."),
]
Without = Annotated[
    str | None,
    typer.Option("--without", metavar="ORIGIN", help="Take this origin away: a name that the findings show, or how it begins."),
]


def why(  # noqa: PLR0913  one parameter for each option
    finding: FindingId = None,
    inputs: MaybeInputs = None,
    without: Without = None,
    db: MaybeDb = None,
    as_json: AsJson = False,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    spacy_model: SpacyModel = None,
    threads: Threads = 0,
    offline: Offline = False,
    no_progress: NoProgress = False,
) -> None:
    """Show the evidence of one finding, or what hangs on one origin.

    Each telling, tie, drift and conflict with the words it rests on, from a store or from inputs. With --without ORIGIN: every finding
    that changes when all that came from that origin, or through it, is taken away; those of the story of FINDING, or of all stories.

    Example: whence why 3fa9 --db news.db
    """
    if without is not None and finding is not None and not db and (not inputs or not finding.isalnum()):
        inputs, finding = [finding, *(inputs or [])], None  # no id looks so: whence why INPUT… --without ORIGIN
    one_of_both(inputs, db)
    if finding is None and without is None:
        raise SettingsError("name a finding by its id, or an origin to take away with --without ORIGIN")
    settings = settings_from(outlet, lexicon, spacy_model, threads, offline)
    if db:
        from whence.store import open_store

        with open_store(db) as store:
            _show(store, finding, without, as_json, settings)
        return
    with lean_spacy():
        from whence import pipeline

    with progress_line(not no_progress) as progress:
        trace = pipeline.trace(inputs or [], settings, progress)
    if trace.reports:
        _show(trace, finding, without, as_json, settings)
    list_failures(trace.failures, len(trace.reports))


def _show(over: "Trace | Store", finding: str | None, without: str | None, as_json: bool, settings: Settings) -> None:
    if without is not None:
        answer_recall(over, without, None if finding is None or finding == ALL else _found(finding, over)[0].id, as_json, settings)
        return
    story, found = _found(finding or "", over)
    reports = over.reports if isinstance(over, Trace) else tuple(over.reports(story.reports))
    answer(found, story, reports, as_json)


def _found(id: str, over: "Trace | Store") -> tuple[Story, Finding]:
    if isinstance(over, Trace):
        return find(id, over.stories)
    finding = over.finding(id)
    return over.story(finding.story), finding


def find(id: str, stories: tuple[Story, ...]) -> tuple[Story, Finding]:
    """The finding with this id, or the only one whose id begins so, with its story; SettingsError otherwise."""
    found = [(story, finding) for story in stories for finding in story.findings if id and finding.id.startswith(id)]
    found = [(story, finding) for story, finding in found if finding.id == id] or found
    if not found:
        raise SettingsError(f"no finding {id!r} in these reports; whence trace shows them with their ids")
    if len(found) > 1:
        raise SettingsError(f"{id!r} begins more than one finding: {', '.join(finding.id for _, finding in found[:5])}")
    return found[0]


def answer(finding: Finding, story: Story, reports: tuple[Report, ...], as_json: bool) -> None:
    """Print the evidence; as JSON, a trace that holds this story with this finding alone."""
    from dataclasses import replace

    from whence.report import json_text, print_why, trace_object

    if for_people(as_json):
        print_why(finding, {report.id: report for report in reports}, console())
        return
    members = tuple(report for report in reports if report.id in story.reports)
    json_out().write(json_text(trace_object(Trace((replace(story, findings=(finding,)),), members))) + "\n")


def answer_recall(over: "Trace | Store", origin: str, story: str | None, as_json: bool, settings: Settings) -> None:
    """Print what changes without an origin, in one story or in all."""
    with lean_spacy():
        from whence import pipeline
    from whence.report import json_text, print_recall, recall_object

    recall = pipeline.recall(over, origin, story, settings)
    if not for_people(as_json):
        json_out().write(json_text(recall_object(recall)) + "\n")
        return
    wanted = sorted({claim.report for loss in recall.losses for claim in loss.before.tellings})
    reports = over.reports if isinstance(over, Trace) else over.reports(wanted)
    print_recall(recall, {report.id: report for report in reports}, console())
