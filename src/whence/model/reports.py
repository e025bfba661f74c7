"""What was published: the report, its blocks, and its parse."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from whence.model.places import Span


class BlockKind(StrEnum):
    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    DATELINE = "dateline"  # "SEOUL, Nov 15 (Reuters) -": the opening of a paragraph, the rest of which is a paragraph
    CREDIT = "credit"  # "(With inputs from agencies.)", "Source: agencies", "Reporting by …"
    CAPTION = "caption"
    REPEATED_HEADLINE = "repeated_headline"
    BOILERPLATE = "boilerplate"  # related links, subscription and cookie lines


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a report's text with one function. Claims are read from headlines and paragraphs only."""

    kind: BlockKind
    span: Span
    because: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One article as published.

    `text` is exact: all spans refer to it. `headline` is None where we do not know and "" where we know there is none.
    `published` is aware, in the offset it was given in. `sha256` is of the bytes that were read. `known_from` says
    where each fact came from: (("outlet", "sidecar"), ("published", "dateline"), …).
    """

    id: str
    text: str
    sha256: str
    headline: str | None = None
    outlet: str | None = None
    owner: str | None = None
    byline: str | None = None
    published: datetime | None = None
    retrieved: datetime | None = None
    language: str | None = None
    url: str | None = None
    path: str | None = None
    blocks: tuple[Block, ...] = ()
    known_from: tuple[tuple[str, str], ...] = ()

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind in kinds)


@dataclass(frozen=True, slots=True)
class Passage[Parse]:
    """A headline or paragraph with its parse. A token's place in the report is `block.span.start` plus its own offset."""

    block: Block
    parse: Parse


@dataclass(frozen=True, slots=True)
class Parsed[Parse]:
    """A report with its blocks, and the parse of those that claims are read from, in order of the text."""

    report: Report
    passages: tuple[Passage[Parse], ...]
