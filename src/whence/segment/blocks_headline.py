"""A report's lines → the one that is its headline, and the lines that say it again."""

from collections.abc import Sequence

from whence.lexicons.actors import Actors
from whence.model import Report
from whence.segment.blocks_datelines import dateline_length
from whence.segment.blocks_head import is_byline
from whence.segment.blocks_lines import Line
from whence.segment.blocks_round import is_boilerplate, is_caption, is_credit
from whence.text import words

LONGEST_HEADLINE = 220  # characters; the longest of 807 pages and 86 scenario reports has 163
HEAD_LINES = 12  # how far down a headline is looked for
LONGEST_TAIL = 60  # characters of an outlet's name behind a headline


def find_headline(report: Report, lines: Sequence[Line], actors: Actors) -> Line | None:
    """The line that is the headline: the one the record names, or the first that is no paragraph, no byline and no page furniture."""
    if report.headline == "" or not lines:
        return None
    if report.headline:
        wanted = words(report.headline)
        return next((line for line in lines[:HEAD_LINES] if is_said_again(line, wanted)), None)
    for line in lines[:HEAD_LINES]:
        if not _is_beside(line, report, actors):
            return None if _is_paragraph(line, actors, alone=len(lines) == 1) else line
    return None


def _is_beside(line: Line, report: Report, actors: Actors) -> bool:
    """A line that pages print above a headline."""
    if is_byline(line) or line.is_date or not any(len(word) > 1 for word in words(line.text[:300])):
        return True
    return bool(is_credit(line, report, actors) or is_caption(line) or is_boilerplate(line, report)) or (
        "@" in line.text and " " not in line.text
    )


def _is_paragraph(line: Line, actors: Actors, alone: bool) -> bool:
    text = line.text
    long = len(text) > LONGEST_HEADLINE or (line.stopped and not text.endswith(("?", "!")) and (len(text) > 120 or line.plain_words > 14))
    return long or dateline_length(text, actors) > 0 or (alone and line.stopped)


def is_said_again(line: Line, headline: Sequence[str]) -> bool:
    """The line is the headline, alone or with a few words (an outlet's name) after it."""
    length = sum(map(len, headline))
    if not headline or not length <= len(line.raw) <= 3 * length + LONGEST_TAIL:
        return False
    said = words(line.text)
    with_tail = len(headline) >= 4 and said[: len(headline)] == list(headline) and len(said) - len(headline) <= 4 and not line.stopped
    return said == list(headline) or with_tail
