"""A text, its bytes and the facts about it → a Report; what is no report is refused with one line."""

import re

from whence.errors import NotAReport
from whence.model import Report
from whence.read.facts import Facts
from whence.settings import Settings
from whence.text import sha256

LETTERS = re.compile(r"[^\W\d_]")


def make_report(id: str, text: str, data: bytes, facts: Facts, path: str | None, settings: Settings) -> Report:
    """The report, with its text cut at `settings.max_characters`: `was_cut` tells."""
    if not text.strip():
        raise NotAReport("is empty: give a file with the report's text")
    if not LETTERS.search(text[:200_000]):
        raise NotAReport("holds no words: give a file with the report's text")
    kept = text if len(text) <= settings.max_characters else cut(text, settings.max_characters)
    if settings.outlet and "outlet" not in facts.values:
        facts = facts.over(Facts({"outlet": settings.outlet}, (("outlet", "--outlet"),)))
    return Report(id=id, text=kept, sha256=sha256(data), path=path, known_from=facts.told, **facts.values)


def cut(text: str, most: int) -> str:
    """The first part, up to the end of a paragraph or line where there is one near."""
    line = text.rfind("\n", int(most * 0.9), most)
    return text[: line if line > 0 else most]


def cut_line(text: str, settings: Settings) -> str | None:
    """What to say of a text that was cut; None for one that was not."""
    if len(text) <= settings.max_characters:
        return None
    return f"is longer than {settings.max_characters:,} characters: only the first part was read; split it if it holds several reports"
