"""`whence stories`: a store → its stories, the largest first."""

from collections.abc import Iterable

from whence.cli.options import AsJson, Db
from whence.cli.output import console, for_people, json_out
from whence.model import Story


def stories(db: Db, as_json: AsJson = False) -> None:
    """List the stories of a store.

    Example: whence stories --db news.db
    """
    from whence.store import open_store

    with open_store(db) as store:
        if for_people(as_json):
            counts = store.counts()
            _show(store.outlines(), _total(counts.reports, counts.stories, counts.findings))
        else:
            _write(store.outlines())


def _total(reports: int, stories: int, findings: int) -> str:
    from whence.report.words import many

    return f"{many(reports, 'report')}, {many(stories, 'story', 'stories')}, {many(findings, 'finding')}"


def _write(outlines: Iterable[tuple[Story, int]]) -> None:
    from whence.report import json_text

    out = json_out()
    for story, findings in outlines:
        out.write(json_text({"id": story.id, "title": story.title, "reports": list(story.reports), "findings": findings}) + "\n")


def _show(outlines: Iterable[tuple[Story, int]], total: str) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("story", "reports", "findings", "title", box=None, header_style="dim")
    for story, findings in outlines:
        table.add_row(story.id, str(len(story.reports)), str(findings), Text(story.title))
    screen = console()
    if table.row_count:
        screen.print(table)
    screen.print(total, style="dim")
