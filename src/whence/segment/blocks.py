"""Report → the same report with its blocks: what is headline and text, and what stands round them.

Goes line by line, from the top: headline, bylines and datelines above the text, then paragraphs with the credits, captions, repeated
headlines and page furniture between and after them. Only words and places in the text count; nothing is parsed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.lexicons.actors import Actors, load_actors
from whence.model import Block, BlockKind, Report, Span
from whence.segment.blocks_datelines import DATELINE_STOP, dateline_length, is_dateline_alone
from whence.segment.blocks_facts import with_facts
from whence.segment.blocks_head import is_byline, is_head_line
from whence.segment.blocks_headline import find_headline, is_said_again
from whence.segment.blocks_lines import Line, lines_of
from whence.segment.blocks_round import is_boilerplate, is_caption, is_credit, is_listed, opens_list, signed_off
from whence.segment.blocks_signed import agency_alone
from whence.text import words

HEAD_END = 8  # lines under the headline that may still be bylines
WRAPPED_AT = 100  # no line of a text broken by hand or by a mailer is longer


def find_blocks(report: Report, actors: Actors | None = None) -> Report:
    """The report with `blocks` in order of the text, none overlapping, over everything but white space; offsets refer to `report.text`.

    A date and a name in the bylines fill `published` and `byline` where they are unknown.
    """
    known, lines = actors or load_actors(), list(lines_of(report.text))
    headline = find_headline(report, lines, known)
    parts = (_parts(report, line, kind, why, known) for line, kind, why in _kinds(report, lines, headline, known))
    blocks = tuple(_joined(report.text, [block for of_line in parts for block in of_line]))
    return with_facts(replace(report, blocks=blocks), blocks, known)


def _kinds(report: Report, lines: Sequence[Line], headline: Line | None, actors: Actors) -> Iterator[tuple[Line, BlockKind, str]]:
    """Each line with what it is and why."""
    said = words(headline.text) if headline else words(report.headline or "")
    above, listing = True, False  # above the first paragraph; inside a list of links
    last = max((line.number for line in lines if line.is_prose), default=-1)
    for line in lines:
        if line is headline:
            yield line, BlockKind.HEADLINE, "the headline that was given" if report.headline else "the first line"
            continue
        if listing and is_listed(line, lines):
            yield line, BlockKind.BOILERPLATE, "in a list of links"
            continue
        listing = opens_list(line, lines)
        if listing:
            yield line, BlockKind.BOILERPLATE, "opens a list of links"
            continue
        kind, why = _alone(line, said, report, actors)
        if kind is BlockKind.PARAGRAPH and above:
            reason = is_head_line(line, actors) if headline is None or line.number <= headline.number + HEAD_END else ""
            if is_dateline_alone(line):
                kind, why = BlockKind.DATELINE, "place and date on a line above the text"
            elif reason and headline is not None:
                kind, why = BlockKind.BYLINE, reason
            elif line.is_prose:
                above = False
        if kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and -1 < last < line.number and agency_alone(line, report.outlet, actors):
            kind, why = BlockKind.CREDIT, "an agency signs below the text"
        yield line, kind, why


def _alone(line: Line, headline: Sequence[str], report: Report, actors: Actors) -> tuple[BlockKind, str]:
    """What a line is by its own words."""
    if len(headline) >= 3 and is_said_again(line, headline):
        return BlockKind.REPEATED_HEADLINE, "the headline again"
    for kind, why in _readings(line, report, actors):
        if why:
            return kind, why
    return BlockKind.PARAGRAPH, ""


def _readings(line: Line, report: Report, actors: Actors) -> Iterator[tuple[BlockKind, str]]:
    """The kinds that a line can show by its words, in the order in which they are tried."""
    yield BlockKind.BYLINE, "says by whom" if is_byline(line) else ""
    yield BlockKind.CREDIT, is_credit(line, report, actors)
    yield BlockKind.CAPTION, is_caption(line)
    yield BlockKind.BOILERPLATE, is_boilerplate(line, report)
    yield BlockKind.BYLINE, "a date line" if line.is_date else ""


def _parts(report: Report, line: Line, kind: BlockKind, why: str, actors: Actors) -> Iterator[Block]:
    """A paragraph without its dateline in front and the credit at its end, each a block of its own; any other line whole."""
    if kind is not BlockKind.PARAGRAPH:
        yield Block(kind, line.span, why)
        return
    text, start, end = line.raw, line.span.start, line.span.end
    opening = dateline_length(text, actors)
    stop = None if opening else DATELINE_STOP.match(text[:40])
    if stop and not any(len(other.raw) > 60 for other in lines_of(report.text[max(0, start - 400) : start])):
        opening = stop.end()  # "KASKAR. The ferry …", in the first paragraph only
    if opening:
        yield Block(BlockKind.DATELINE, _trimmed(report.text, start, start + opening), "place or agency before a dash")
    closing = signed_off(text, actors)
    if closing > opening:
        yield Block(BlockKind.PARAGRAPH, _trimmed(report.text, start + opening, start + closing))
        yield Block(BlockKind.CREDIT, _trimmed(report.text, start + closing, end), "a credit at the end of the paragraph")
    else:
        yield Block(BlockKind.PARAGRAPH, _trimmed(report.text, start + opening, end))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))


def _joined(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Lines of one paragraph that a mailer broke make one block."""
    lines = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    broken = sum(not re.search(r"[.!?:;…][\"'”’)\]]*$", block.span.of(text)) and len(block.span) > 40 for block in lines)
    if len(lines) < 4 or broken * 2 < len(lines) or max(len(block.span) for block in lines) > WRAPPED_AT:
        yield from blocks
        return
    held: Block | None = None
    for block in blocks:
        if held and held.kind is block.kind is BlockKind.PARAGRAPH and text[held.span.end : block.span.start].count("\n") <= 1:
            held = Block(held.kind, Span(held.span.start, block.span.end), "lines broken by hand")
            continue
        if held:
            yield held
        held = block
    if held:
        yield held
