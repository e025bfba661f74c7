"""A telling that names nobody, in a report that took from another → what that report tells of it, whose root is its root too.

"A ferryman saw three people run, the Courier reports": in the Courier it is Gil Sand who says so. "Six men got out", in a text that is
a rewrite of an agency's: whoever told the agency.
"""

from collections.abc import Sequence

from whence.compare import same_quantity, says_so
from whence.independence.scene import Scene
from whence.model import Act, Certainty, Claim

ALIKE = 0.55  # likeness in meaning from which a claim of the report that it was taken from is what was taken


def heard_from(telling: Claim, cited: str | None, scene: Scene) -> Claim | None:
    """The likest claim of the report that is `cited`, or of those that this one took from directly, as far as it says the same."""
    givers = [cited] if cited else [giver for giver, taker in scene.derivations if taker == telling.report]
    return _likest(telling, [claim for giver in givers for claim in scene.told.get(giver, ())], scene)


def in_full(telling: Claim, scene: Scene) -> Claim | None:
    """What a headline tells, as the text under it has it."""
    return _likest(telling, [c for c in scene.told.get(telling.report, ()) if not c.in_headline and c.chain], scene)


def _likest(telling: Claim, claims: Sequence[Claim], scene: Scene) -> Claim | None:
    told = [claim for claim in claims if _says_the_same(claim, telling)]
    if not told or telling.id not in scene.alike.place:
        return None
    likeness = scene.alike.likeness([telling], told)[0]
    best = max(range(len(told)), key=lambda place: (float(likeness[place]), told[place].id))
    return told[best] if likeness[best] >= ALIKE else None


def _says_the_same(claim: Claim, telling: Claim) -> bool:
    silent = claim.act in (Act.NO_COMMENT, Act.ASKS, Act.DENIES) or claim.certainty is Certainty.UNSURE
    return not silent and says_so(claim) is says_so(telling) and _no_other_number(claim, telling)


def _no_other_number(claim: Claim, telling: Claim) -> bool:
    """Whether what the telling counts is counted alike there: "fourteen soldiers" is not had from "four soldiers"."""
    pairs = [same_quantity(a, b) for a in telling.quantities for b in claim.quantities]
    return any(pairs) if telling.quantities else True
