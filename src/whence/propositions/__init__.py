"""Claims of a story → propositions: the same thing said, whoever says it and however."""

from whence.propositions.grouping import match, remembered, vectors_of

__all__ = ["match", "remembered", "vectors_of"]
