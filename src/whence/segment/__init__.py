"""Report → blocks (headline, paragraph, credit, boilerplate …) and one shared parse of what claims are read from."""

from whence.segment.blocks import find_blocks
from whence.segment.parse import blocks_read, parse, parse_one

__all__ = ["blocks_read", "find_blocks", "parse", "parse_one"]
