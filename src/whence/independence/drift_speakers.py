"""Claims and what stands behind them → where somebody else is said to stand behind it now."""

from collections.abc import Iterator

from whence.compare import matter, tight
from whence.independence.drift_along import SPEAKING, Taker
from whence.independence.drift_words import OPEN, VOUCHED, place_of
from whence.independence.evidence import shown
from whence.independence.scene import Scene
from whence.model import Certainty, Claim, Drift, Evidence, Source, SourceKind, Stance
from whence.text import words

VOUCHES, COUNTED = 0.4, 0.6  # likeness from which an outlet's own claim is what it is said to confirm; one of one matter
THE_SAME = 0.97  # likeness from which the later report only repeats it


def vouched_for(later: Claim, scene: Scene) -> Iterator[tuple[float, Claim, Drift]]:
    """ "The agency confirms", of what that agency had from others or only thought likely."""
    if not later.chain or not (later.stance is Stance.ENDORSED or VOUCHED.search(later.words)):
        return
    hop = later.chain[-1]
    cited = scene.cited_report(hop, later.report)
    theirs = [claim for claim in scene.told.get(cited or "", ()) if claim.act in SPEAKING]
    if not theirs:
        return
    likeness = scene.alike.likeness([later], theirs)[0]
    like, before = max(zip(likeness.tolist(), theirs), key=lambda pair: pair[0])
    if VOUCHES <= like < THE_SAME and (before.chain or before.certainty is not Certainty.CERTAIN or OPEN.search(before.words)):
        had = f" from {before.chain[-1].mention}" if before.chain else ""
        yield like, later, Drift("actor_changed", place_of(before, later), _spoken(later, hop), f"{hop.mention} only had it{had}")


def counted_otherwise(taker: Taker, scene: Scene) -> Iterator[tuple[float, Claim, Drift]]:
    """One official became several, or several one."""
    for _, later, behind in taker.pairs():
        for like, before in behind[:1]:
            if like < COUNTED or not later.chain or not before.chain:
                continue
            a, b = before.chain[-1], later.chain[-1]
            if _nobody_named(a) and _nobody_named(b) and _plural(a) != _plural(b) and matter(a.mention) & matter(b.mention):
                yield like, later, Drift("actor_changed", _spoken(before, a), _spoken(later, b), f"{a.mention} became {b.mention}")


def _nobody_named(source: Source) -> bool:
    return not source.named and source.kind in (SourceKind.UNNAMED, SourceKind.PERSON, SourceKind.ORGANISATION)


def _spoken(claim: Claim, source: Source) -> Evidence:
    """The words that say who it is from."""
    span = tight(claim, source.span) if source.span else claim.span
    return shown(claim, span)


def _plural(source: Source) -> bool:
    last = words(source.mention.split(" who ")[0].split(" in ")[0])[-1:]
    return bool(last) and last[0].endswith("s")
