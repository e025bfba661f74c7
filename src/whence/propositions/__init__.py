"""Claims of a story → propositions: the same thing said, whoever says it and however."""

from whence.propositions.grouping import match

__all__ = ["match"]
