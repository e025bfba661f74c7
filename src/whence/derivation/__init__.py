"""Who took from whom: copies, near copies, lifted paragraphs, rewrites and citations among the reports of one story."""

from whence.derivation.trace import trace_copying

__all__ = ["trace_copying"]
