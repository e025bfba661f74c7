"""Propositions + who took from whom → findings: how many origins are independent, with the reason and the words for each."""

from whence.independence.conflicts_story import settle
from whence.independence.meanings import meanings_of
from whence.independence.recall import recall, retell
from whence.independence.scene import Scene, make_scene
from whence.independence.weigh import weigh

__all__ = ["Scene", "make_scene", "meanings_of", "recall", "retell", "settle", "weigh"]
