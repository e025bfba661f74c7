"""A report and its blocks → what its bylines and datelines say of it: who wrote it, when it was published, which outlet it is of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from whence.lexicons.actors import Actors
from whence.model import Block, BlockKind, Report
from whence.segment.blocks_head import outlet_of, person_of
from whence.segment.blocks_lines import Line, full_date

HEAD = 1500  # characters from the top: a date or byline further down is another story's


def with_facts(report: Report, blocks: Sequence[Block], actors: Actors) -> Report:
    """Only what is unknown is filled; `known_from` says from where."""
    top = [block for block in blocks if block.kind in (BlockKind.BYLINE, BlockKind.DATELINE) and block.span.start < HEAD]
    if not top:
        return report
    facts: dict[str, Any] = {}
    told: list[tuple[str, str]] = []
    for number, block in enumerate(top):
        text, byline = block.span.of(report.text), block.kind is BlockKind.BYLINE
        found = {
            "published": full_date(text) if report.published is None else None,
            "byline": person_of(text, actors) if byline and report.byline is None else None,
            "outlet": outlet_of(Line(text, block.span, number)) if byline and report.outlet is None else None,
        }
        for name, value in found.items():
            if value and name not in facts:
                facts[name] = value
                told.append((name, "dateline" if name == "published" else "byline line"))
    return replace(report, **facts, known_from=(*report.known_from, *told)) if facts else report
