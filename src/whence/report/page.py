"""A trace → one HTML file that needs nothing else: no script, no network, light and dark, on a screen, a telephone and paper.

`Page` is all that the template knows. Everything from a report reaches the page through Jinja's escaping, and the page forbids
itself, by its own policy line, to load or run anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whence.model import BlockKind, Claim, Failure, Report, Story, Trace
from whence.report import words
from whence.report.graph import draw_chains
from whence.report.marks import BLOCKS, Excerpt, Piece, excerpts, whole
from whence.report.outline import FindingOutline, Group, StoryOutline, Telling, outline

UNFOLDED = 30  # reports; with more, the full texts at the end are folded
FINDINGS_SHOWN = 25  # of one story; more are folded


@dataclass(frozen=True, slots=True)
class PageTelling:
    """A telling shown in its report. `anchor` names it on the page, `report_anchor` the report at the end ("" where it is not given)."""

    telling: Telling
    report_anchor: str
    excerpts: tuple[Excerpt, ...]
    same_as_first: bool  # its words stand in the group's first telling too


@dataclass(frozen=True, slots=True)
class PageGroup:
    group: Group
    tellings: tuple[PageTelling, ...]


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding as the page shows it: the outline, its drawing, and its tellings with their excerpts."""

    outline: FindingOutline
    anchor: str
    drawing: Markup
    groups: tuple[PageGroup, ...]


@dataclass(frozen=True, slots=True)
class PageStory:
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
    findings_shown: int = FINDINGS_SHOWN


def write_html(trace: Trace, out: Path) -> None:
    """Write the page to `out`."""
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for part in _environment().get_template("page.html").generate(page=a_page(trace)):
            file.write(part)


def a_page(trace: Trace) -> Page:
    contents = tuple(outline(trace))
    anchors = {report.id: f"r{i}" for i, report in enumerate(trace.reports, 1)}
    tellings = sum(len(finding.finding.tellings) for story in contents for finding in story.findings)
    return Page(
        contents=contents,
        stories=(_story(each, anchors) for each in contents),
        reports=_reports(trace.reports, contents, anchors),
        failures=trace.failures,
        counts=(words.many(len(trace.reports), "report"), words.many(len(contents), "story", "stories"), words.many(tellings, "telling")),
        anchors=anchors,
        outlets={report.id: words.outlet_of(report, report.id) for report in trace.reports},
        few=len(trace.reports) <= UNFOLDED,
    )


def _story(story: StoryOutline, anchors: Mapping[str, str]) -> PageStory:
    full, sourced, once = (tuple(_finding(each, story.story, anchors) for each in tier) for tier in (story.full, story.sourced, story.once))
    return PageStory(story, f"s{story.number}", full, sourced, once)


def _finding(finding: FindingOutline, story: Story, anchors: Mapping[str, str]) -> PageFinding:
    groups = tuple(PageGroup(group, tuple(_tellings(group.tellings, anchors))) for group in finding.groups)
    drawing = draw_chains(finding, story.derivations) if len(finding.tellings) > 1 else ""
    return PageFinding(finding, f"f{finding.number}", Markup(drawing), groups)  # drawn by us; its texts are escaped there


def _tellings(tellings: Iterable[Telling], anchors: Mapping[str, str]) -> Iterator[PageTelling]:
    first = None
    for telling in tellings:
        said = words.one_line(telling.claim.words).casefold()
        first = first or said
        shown = tuple(excerpts(telling.claim, telling.report)) if telling.report else ()
        yield PageTelling(telling, anchors.get(telling.claim.report, ""), shown, said == first)


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
    made.filters |= {"line": words.one_line, "shown": words.shown, "hop": words.hop}
    return made
