"""Vocabulary and facts as commented data files, and the loaders that read them once."""

from whence.lexicons.actors import Actor, Actors, Place, load_actors, owner_of, same_outlet

__all__ = ["Actor", "Actors", "Place", "load_actors", "owner_of", "same_outlet"]
