"""A report that took from others → what it tells as a fact, and had from a telling that only said it may be so."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from whence.compare import matter, same_quantity, says_so
from whence.independence.drift_along import Taker, from_another
from whence.independence.drift_words import HEDGE, OPEN, place_of
from whence.independence.quoting import mostly_quoted
from whence.independence.scene import Scene
from whence.model import Act, Certainty, Claim, Drift, Quantity

LEAST, BOUND = 0.4, 0.8  # likeness under which two claims are not of one matter; or not of one count, where only its bound is lost
REPEATED = 0.9  # likeness from which the report tells it with its hedge, too
BOUNDS = frozenset(["at least", "up to", "as many as", "as much as"])
TOLD_ON = re.compile(r"\b(?:first (?:reported|disclosed|revealed)|ha(?:s|ve) been confirmed|was reported|were reported)\b")
AROUND = 60  # characters on both sides of a hedge that show what it hedges
DAYS = 3.0  # by then a matter has moved on
LIKELY = 0.16  # chance from which a hedge is taken to be dropped
DEGREE = {Certainty.CERTAIN: 1.0, Certainty.PROBABLE: 0.67, Certainty.POSSIBLE: 0.33, Certainty.UNSURE: 0.0}


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against a hedge dropped between two claims, each from 0 to 1."""

    like: float  # likeness of meaning
    told: float  # share of the reports that tell of it
    late: float  # how far down in its report it stands
    named: float  # share of its report's claims that name whom they are from
    headline: float
    open: float  # it still holds a weak hedge: "up to", "plans to", "would"
    sure: float  # how sure the earlier one was
    worded: float  # the earlier one was read as certain: the hedge is in its words alone
    number: float  # both give the same number
    other: float  # it is from another named source
    gap: float  # how long after
    flat: float  # how much liker an earlier one is that is no hedge
    reliant: float  # share of its report's claims that are like one of the earlier report
    hedged: float  # words of content that it shares with those around the hedge


# Fitted on 52 scenarios (fresh ones 01-05 of every writer and the twelve old): left out of it in turn, 19 of its 54 finds are in the gold
# (of 67 there), and 7 of 20 (of 36) on the 24 others; by certainty and a hedge's words alone it was 9 of 26, and 3 of 8.
WEIGHTS = Signs(
    like=1.56, told=1.2, late=-2.3, named=-1.28, headline=-1.05, open=-3.29, sure=-0.54, worded=-0.47, number=1.67, other=-0.87,
    gap=-0.97, flat=-0.3, reliant=0.53, hedged=0.86,
)  # fmt: skip
CONSTANT = -2.34


def dropped_hedges(taker: Taker, scene: Scene) -> Iterator[tuple[float, Claim, Drift]]:
    """(chance, the later claim, what it dropped)."""
    for seen, later, before, because in hedges_seen(taker, scene):
        chance = 1 / (1 + math.exp(-CONSTANT - sum(w * s for w, s in zip(astuple(WEIGHTS), astuple(seen)))))
        if chance >= LIKELY:
            yield chance, later, Drift("hedge_dropped", place_of(before, later), place_of(later, before), because)


def hedges_seen(taker: Taker, scene: Scene) -> Iterator[tuple[Signs, Claim, Claim, str]]:
    """Each flat claim with the likest hedged one behind it."""
    hedged = [claim for claim in taker.claims if _hedge(claim)]
    for place, later, behind in taker.pairs():
        if later.certainty is not Certainty.CERTAIN or HEDGE.search(later.plain) or mostly_quoted(later) or TOLD_ON.search(later.words):
            continue
        flat = max((like for like, claim in behind if not _hedge(claim)), default=0.0)
        for like, before in behind:
            because = _hedge(before) or _bound(before, later)
            if because and like >= LEAST and _answers(before, later) and (like >= BOUND or not _only_bound(before)):
                if flat > like and _kept(before, hedged, taker):
                    break
                yield _signs(taker, place, later, before, (like, max(0.0, flat - like)), scene), later, before, because
                break


def _kept(before: Claim, hedged: Sequence[Claim], taker: Taker) -> bool:
    """Whether the report has it with its hedge, too; what it tells flatly is then had from what is liker to it."""
    return bool(hedged) and float(taker.meanings.likeness([before], hedged).max()) >= REPEATED


def _answers(before: Claim, later: Claim) -> bool:
    """One says that it is so as the other says that it may be; a question has no hedge to lose."""
    return before.act is not Act.ASKS and (before.certainty is Certainty.UNSURE or says_so(before) == says_so(later))


def _only_bound(claim: Claim) -> bool:
    found = {match.group().casefold() for match in OPEN.finditer(claim.words)}
    return claim.certainty is Certainty.CERTAIN and found <= BOUNDS


def _hedge(claim: Claim) -> str:
    planned = claim.act is Act.PLANS and claim.certainty is Certainty.PROBABLE  # told as "will be": no hedge was dropped
    if claim.certainty is not Certainty.CERTAIN and not planned:
        return f"{claim.certainty.value} became certain"
    found = OPEN.search(claim.words)
    return f"“{found.group()}” is gone" if found else ""


def _bound(before: Claim, later: Claim) -> str:
    bound = next((p for q in later.quantities for p in before.quantities if _bound_lost(p, q)), None)
    return f"“{bound.text}” has lost its bound" if bound else ""


def _bound_lost(earlier: Quantity, later: Quantity) -> bool:
    """ "At least 21" told on as "21", "up to 400" as "400"."""
    return earlier.qualifier in ("at_least", "at_most") and later.qualifier == "exact" and same_quantity(earlier, later) is True


def _signs(taker: Taker, place: int, later: Claim, before: Claim, likeness: tuple[float, float], scene: Scene) -> Signs:
    found = OPEN.search(before.words)
    around = before.words[max(0, found.start() - AROUND) : found.end() + AROUND] if found else ""
    return Signs(
        like=likeness[0],
        told=taker.meanings.told(later),
        late=place / len(taker.claims),
        named=sum(bool(claim.chain) and claim.chain[-1].named for claim in taker.claims) / len(taker.claims),
        headline=later.in_headline,
        open=bool(OPEN.search(later.words)),
        sure=DEGREE[before.certainty],
        worded=before.certainty is Certainty.CERTAIN,
        number=bool(_numbers(before) & _numbers(later)),
        other=from_another(before, later, scene),
        gap=_days(before, later, scene) / DAYS,
        flat=likeness[1],
        reliant=taker.sources[before.report],
        hedged=min(3, len(matter(around) & matter(later.plain))) / 3,
    )


def _numbers(claim: Claim) -> set[str]:
    return set(re.findall(r"[\w.,]*\d[\w.,]*", claim.plain.casefold()))


def _days(before: Claim, later: Claim, scene: Scene) -> float:
    first, then = scene.reports[before.report].published, scene.reports[later.report].published
    return min(DAYS, max(0.0, (then - first).total_seconds() / 86400)) if first and then else 1.0
