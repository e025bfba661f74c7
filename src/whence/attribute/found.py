"""What the rules of this room hand one another: one attribution in one passage, in characters of that passage."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.attribute.tree import Range

NEAR = 60  # items: how far an attribution looks for its neighbours, so that a passage of any length is read in time that grows with it


def near[Item](items: Sequence[Item], at: int) -> Sequence[Item]:
    """The items around position `at`."""
    return items[max(0, at - NEAR) : at + NEAR]


@dataclass(frozen=True, slots=True)
class Found:
    """`at` is the token of the cue, `speaker` the head token of the source (None: nobody is named), `hearer` that of who was told.

    `frame` and `lemma` name the lexicon entry that admitted it; `quoted` means that it stands inside somebody's quotation;
    `via` is the head token of who passes it on ("TNN quoted a witness as saying"); `sure` is the probability that it is one.
    """

    frame: str
    lemma: str
    at: int
    speaker: int | None
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    hearer: int | None = None
    manner: str = "indirect"
    quoted: bool = False
    via: int | None = None
    sure: float | None = None

    @property
    def start(self) -> int:
        return min(a for spans in (self.source, self.cue, self.content) for a, _ in spans)
