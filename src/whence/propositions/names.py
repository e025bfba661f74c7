"""A claim's words → what is compared of them: its main clause, with one name for each state ("Moscow", "the Kremlin": Russia)."""

import re
from functools import lru_cache

from whence.lexicons.actors import load_actors

CAPITALISED = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*")
LONGEST = 3  # words of the longest name looked up


TRAILING = re.compile(
    r"^(.{40,}?),\s+(?:\w+ly\s+)?\w{3,}ing\s.*$", re.S
)  # ", signaling his intention to …": what is added to a main clause


@lru_cache(maxsize=65536)
def compared(text: str) -> str:
    """What two claims are compared on; never shown."""
    return one_name(TRAILING.sub(r"\1", text))


@lru_cache(maxsize=65536)
def one_name(text: str) -> str:
    """Capitals, seats of government and names of peoples become the name of their state. For comparing only, never shown."""
    return CAPITALISED.sub(lambda found: _in_run(found.group()), text)


def _in_run(run: str) -> str:
    words, done, at = run.split(" "), [], 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            if name := _state(" ".join(words[at : at + size])):
                done.append(name)
                at += size
                break
        else:
            done.append(words[at])
            at += 1
    return " ".join(done)


@lru_cache(maxsize=65536)
def _state(name: str) -> str | None:
    actors = load_actors()
    bare = name.removesuffix("'s").removesuffix("’s")
    place = actors.place(bare) or actors.seat(bare)
    return place.name if place else None
