"""An earlier telling and a later one → somebody else stands behind it now."""

from collections.abc import Iterator

from whence.independence.drift_words import place_of
from whence.independence.identity import kinship
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.model import Drift, Source, SourceKind, Stance
from whence.text import words


def changed_speaker(earlier: Root, later: Root, scene: Scene) -> Iterator[Drift]:
    """One official became several, a passer-by an authority, or the outlet that only passed it on is said to confirm it."""
    a, b = earlier.source, later.source
    if a is None or b is None or not earlier.telling.chain or not later.telling.chain:
        return
    if SourceKind.IMPERSONAL in (a.kind, b.kind) or a.mention.casefold() == b.mention.casefold():
        return
    if kinship(a, b, scene.actors).degree == "same":
        return
    if _vouched(earlier, later) or (not a.named and not b.named and _plural(a) != _plural(b)):
        before, after = earlier.telling, later.telling
        because = f"{a.mention} became {b.mention}"
        yield Drift("actor_changed", place_of(before, after), place_of(after, before), because)


def _vouched(earlier: Root, later: Root) -> bool:
    """ "The agency confirms": a medium is said to vouch for what another one, or somebody else, was named for."""
    b = later.source
    medium = later.through == earlier.telling.report or (b is not None and b.kind is SourceKind.MEDIUM)
    return medium and later.telling.stance is Stance.ENDORSED


def _plural(source: Source) -> bool:
    last = words(source.mention.split(" who ")[0].split(" in ")[0])[-1:]
    return bool(last) and last[0].endswith("s")
