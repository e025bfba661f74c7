"""A trace → one HTML file that needs nothing else: no script, no network, light and dark, on a screen, a telephone and paper.

`Page` is all that the template knows. Everything from a report reaches the page through Jinja's escaping, and the page forbids
itself, by its own policy line, to load or run anything.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whence.model import BlockKind, Claim, Failure, Report, Story, Trace
from whence.report import words
from whence.report.crosswalk import crosswalk_rows
from whence.report.graph import draw_chains
from whence.report.marks import BLOCKS, Excerpt, Piece, excerpts, whole
from whence.report.outline import FindingOutline, Group, StoryOutline, outline
from whence.report.tellings import Said, Telling

UNFOLDED = 30  # reports; with more, the full texts at the end are folded, and what few will read is given in brief
FINDINGS_SHOWN, FINDINGS_OF_MANY = 25, 8  # of one story, with few and with many reports; more are folded
TIES_SHOWN, TIES_OF_MANY = (12, 4), (4, 2)  # reasons for a tie, and places for each


@dataclass(frozen=True, slots=True)
class PageTelling:
    """A telling shown in its report. `anchor` names it on the page, `report_anchor` the report at the end ("" where it is not given)."""

    telling: Telling
    report_anchor: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class PageSaid:
    """Tellings in the same words: one is shown, the others are folded under it. `outlets` are those of the others."""

    said: Said
    first: PageTelling
    others: tuple[PageTelling, ...]
    outlets: str


@dataclass(frozen=True, slots=True)
class PageGroup:
    """An origin with its tellings."""

    group: Group
    said: tuple[PageSaid, ...]


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding as the page shows it: the outline, its drawing, and its tellings with their excerpts."""

    outline: FindingOutline
    anchor: str
    drawing: Markup
    groups: tuple[PageGroup, ...]
    crosswalk: tuple[tuple[str, str], ...]  # scale, what it says
    brief: bool  # one of very many: without drawing, and with the words alone in place of the excerpts


@dataclass(frozen=True, slots=True)
class PageStory:
    """A story with the findings of its three tiers."""

    outline: StoryOutline
    anchor: str
    full: tuple[PageFinding, ...]
    sourced: tuple[PageFinding, ...]
    once: tuple[PageFinding, ...]


@dataclass(frozen=True, slots=True)
class PageReport:
    """A report in full, block by block; `told` are the numbers of the findings that it tells."""

    report: Report
    anchor: str
    blocks: tuple[tuple[BlockKind, tuple[Piece, ...]], ...]
    told: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the template renders. `stories` and `reports` are made one at a time, while the page is written."""

    contents: tuple[StoryOutline, ...]
    stories: Iterable[PageStory]
    reports: Iterable[PageReport]
    failures: tuple[Failure, ...]
    counts: tuple[str, ...]
    anchors: Mapping[str, str]  # report id → its anchor
    outlets: Mapping[str, str]  # report id → how it is called
    few: bool  # few enough reports to show them unfolded
    findings_shown: int
    ties_shown: tuple[int, int]


def write_html(trace: Trace, out: Path) -> None:
    """Write the page to `out`: the whole of it or nothing. What was there stays until the new page is complete. OSError where it cannot."""
    if out.exists() and not out.is_file():  # a device or a pipe: nothing to replace
        _write(trace, out, "w")
        return
    target = out.resolve()
    waiting = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _write(trace, waiting, "x")
        if target.exists():
            shutil.copymode(target, waiting)
        waiting.replace(target)
    finally:
        waiting.unlink(missing_ok=True)


def _write(trace: Trace, out: Path, mode: str) -> None:
    with out.open(mode, encoding="utf-8", newline="\n") as file:
        for part in _environment().get_template("page.html").generate(page=a_page(trace)):
            file.write(part)


def a_page(trace: Trace) -> Page:
    """All that the template needs to know of a trace."""
    contents = tuple(outline(trace))
    anchors = {report.id: f"r{i}" for i, report in enumerate(trace.reports, 1)}
    tellings = sum(len(finding.finding.tellings) for story in contents for finding in story.findings)
    few = len(trace.reports) <= UNFOLDED
    return Page(
        contents=contents,
        stories=(_story(each, anchors, few) for each in contents),
        reports=_reports(trace.reports, contents, anchors),
        failures=trace.failures,
        counts=(words.many(len(trace.reports), "report"), words.many(len(contents), "story", "stories"), words.many(tellings, "telling")),
        anchors=anchors,
        outlets={report.id: words.outlet_of(report, report.id) for report in trace.reports},
        few=few,
        findings_shown=FINDINGS_SHOWN if few else FINDINGS_OF_MANY,
        ties_shown=TIES_SHOWN if few else TIES_OF_MANY,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _story(story: StoryOutline, anchors: Mapping[str, str], few: bool) -> PageStory:
    """Among many reports, what is folded at first is given in brief: later findings, and those told once."""
    full = (_finding(each, story.story, anchors, not few and place >= FINDINGS_OF_MANY) for place, each in enumerate(story.full))
    sourced, once = ((_finding(each, story.story, anchors, not few) for each in tier) for tier in (story.sourced, story.once))
    return PageStory(story, f"s{story.number}", tuple(full), tuple(sourced), tuple(once))


def _finding(finding: FindingOutline, story: Story, anchors: Mapping[str, str], brief: bool) -> PageFinding:
    groups = tuple(PageGroup(group, tuple(_said(said, anchors, brief) for said in group.said)) for group in finding.groups)
    drawing = draw_chains(finding, story.derivations) if len(finding.tellings) > 1 and not brief else ""
    drawn = Markup(drawing)  # by us; its texts are escaped there
    return PageFinding(finding, f"f{finding.number}", drawn, groups, tuple(crosswalk_rows(finding.finding)), brief)


def _said(said: Said, anchors: Mapping[str, str], brief: bool) -> PageSaid:
    first, *others = (_telling(each, anchors, brief) for each in said.tellings)
    outlets = ", ".join(dict.fromkeys(each.outlet for each in said.tellings[1:]))
    return PageSaid(said, first, tuple(others), outlets)


def _telling(telling: Telling, anchors: Mapping[str, str], brief: bool) -> PageTelling:
    shown = tuple(excerpts(telling.claim, telling.report)) if telling.report and not brief else ()
    return PageTelling(telling, anchors.get(telling.claim.report, ""), shown)


def _reports(reports: Iterable[Report], contents: Iterable[StoryOutline], anchors: Mapping[str, str]) -> Iterator[PageReport]:
    claims: dict[str, list[Claim]] = {}
    told: dict[str, list[int]] = {}
    for finding in (finding for story in contents for finding in story.findings):
        for claim in finding.finding.tellings:
            claims.setdefault(claim.report, []).append(claim)
            told.setdefault(claim.report, []).append(finding.number)
    for report in reports:
        numbers = tuple(dict.fromkeys(told.get(report.id, ())))
        yield PageReport(report, anchors[report.id], tuple(whole(report, claims.get(report.id, ()))), numbers)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = PackageLoader("whence.report")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals |= {"words": words, "block_names": BLOCKS}
    made.filters |= {"line": words.one_line, "shown": words.shown, "hop": words.hop, "capfirst": _capital}
    return made
