"""The text of a passage → its quotations, with their marks. Unbalanced marks weaken the reading; they never break it.

Marks that are read: “ ” and „ “, « », straight ", doubled '' and `` as some agencies write them, and ‘ ’ or ' ' where they cannot
be apostrophes. A quotation that is opened and never closed runs to the end of its passage, as newspapers print one that goes on.
"""

import re
from dataclasses import dataclass

DOUBLE = re.compile(r"[“”„«»\"]|''|``")
SINGLE = re.compile(r"(?<!\w)[‘'](?=[\w\[“\"])((?:[^‘’']|[‘’'](?=\w)){1,400}?)[’'](?!\w)")
OPENING, CLOSING = "“„«``", "”»"
SHORT = 12  # characters: an unclosed mark with less behind it is a slip (inches, a typing error), not a quotation


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters [start, end) of the passage, marks included. `inner` are those without the marks."""

    start: int
    end: int
    inner: tuple[int, int]
    closed: bool = True


def find_quotes(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations in order of the text, none overlapping."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in DOUBLE.finditer(text):
        if opened is None:
            if not _closes_only(text, mark):
                opened = mark
        elif _opens_only(text, mark, opened):
            continue  # a quotation inside, or the printer's repeated mark
        else:
            found.append(Quotation(opened.start(), mark.end(), (opened.end(), mark.start())))
            opened = None
    if opened is not None and len(text) - opened.end() >= SHORT:
        found.append(Quotation(opened.start(), len(text), (opened.end(), len(text)), closed=False))
    taken = [(q.start, q.end) for q in found]
    for match in SINGLE.finditer(text):
        if match.end() - match.start() > 4 and not any(a < match.end() and match.start() < b for a, b in taken):
            found.append(Quotation(match.start(), match.end(), match.span(1)))
    return tuple(sorted(found, key=lambda q: q.start))


def _closes_only(text: str, mark: re.Match[str]) -> bool:
    """A mark that cannot open: a closing one, or a straight one with a blank after it and none before it."""
    if mark.group() in ("”", "»"):
        return True
    if mark.group() in ("“", "„", "«", "``"):
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(before.strip()) and not after.strip()


def _opens_only(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    if mark.group() == "“":
        return opened.group() != "„"
    return mark.group() in ("„", "«", "``")
