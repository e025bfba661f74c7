"""Reports with blocks → the same reports with a spaCy parse of each headline and paragraph, in batches, one pass."""

from collections.abc import Iterable, Iterator
from itertools import batched

from spacy.language import Language
from spacy.tokens import Doc

from whence.model import Block, BlockKind, Parsed, Passage, Report

READ = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)
REPORTS_AT_ONCE = 64  # bounds memory: parses of this many reports are alive together
PASSAGES_AT_ONCE = 128


def parse(reports: Iterable[Report], nlp: Language) -> Iterator[Parsed[Doc]]:
    """Parse the blocks that claims are read from. Streams: takes `REPORTS_AT_ONCE` reports, yields them, forgets them."""
    for batch in batched(reports, REPORTS_AT_ONCE):
        wanted = [(report, blocks_read(report)) for report in batch]
        texts = (block.span.of(report.text) for report, blocks in wanted for block in blocks)
        docs = nlp.pipe(texts, batch_size=PASSAGES_AT_ONCE)
        for report, blocks in wanted:
            yield Parsed(report, tuple(Passage(block, next(docs)) for block in blocks))


def blocks_read(report: Report) -> tuple[Block, ...]:
    """The blocks that claims are read from, in order of the text: each becomes a passage."""
    return tuple(report.blocks_of(*READ))


def parse_one(report: Report, nlp: Language) -> Parsed[Doc]:
    return next(parse([report], nlp))
