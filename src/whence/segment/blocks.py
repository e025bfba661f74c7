"""Report → the same report with its blocks. (First cut: one line, one block; to be replaced.)"""

from dataclasses import replace

from whence.model import Block, BlockKind, Report, Span


def find_blocks(report: Report) -> Report:
    """The report with `blocks` in order of the text, none overlapping; offsets refer to `report.text`."""
    blocks, start, seen = [], 0, report.headline == ""
    for line in report.text.splitlines(keepends=True):
        if line.strip():
            kind = BlockKind.PARAGRAPH if seen else BlockKind.HEADLINE
            seen = True
            blocks.append(Block(kind, Span(start, start + len(line.rstrip()))))
        start += len(line)
    return replace(report, blocks=tuple(blocks))
