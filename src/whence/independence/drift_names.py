"""A report that took from others → what it tells as a fact of its own, and had from a telling that named whom it is from."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from whence.independence.drift_along import Taker
from whence.independence.drift_words import names_source, place_of
from whence.independence.identity import kinship
from whence.independence.quoting import mostly_quoted
from whence.independence.roots import Root, root_of
from whence.independence.scene import Scene
from whence.model import Claim, DerivationKind, Drift, Source

LEAST, NEAR_BEST = 0.4, 0.1  # likeness under which two claims are not of one matter; how much less like than the likest one it may be
LIKELY = 0.24  # chance from which its source is taken to be dropped: of 22 finds between .16 and this, 3 were in the gold
REPORTED = re.compile(
    r"\b(?:first (?:reported|disclosed|revealed)|ha(?:s|ve) been (?:told|confirmed)|report(?:s that|ed)|according to"
    r"|by \S+['’]s (?:reckoning|count))"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against a source dropped between two claims, each from 0 to 1."""

    told: float  # share of the reports that tell of it
    late: float  # how far down in its report it stands
    reliant: float  # share of its report's claims that are like one of a report it took from, at most
    first: float  # how much liker it is to the earlier claim than anything else in its report
    in_body: float  # a headline: how like it is to the body below it
    reported: float  # it says itself that it was reported
    vague: float  # laid to an impersonal source now
    agrees: float  # both say that it is so, or that it is not
    lifted: float  # of a passage that was taken over alone


# Fitted on 52 scenarios (fresh ones 01-05 of every writer and the twelve old): left out of it in turn, 22 of its 57 finds are in the gold
# (of 75 there), and 4 of 10 (of 29) on the 24 others; within propositions alone it was 21 of 59, and 4 of 13.
WEIGHTS = Signs(told=1.46, late=-0.96, reliant=2.24, first=2.49, in_body=-1.31, reported=-1.99, vague=0.76, agrees=0.56, lifted=-0.44)
GROUPED = 0.72  # both are of one proposition, in which the later report names that source nowhere
CONSTANT = -4.46


def dropped_names(taker: Taker, scene: Scene) -> Iterator[tuple[float, Claim, Drift]]:
    """(what speaks for it, the later claim, what it dropped), for each claim that may have dropped its source."""
    for seen, later, earlier in names_seen(taker, scene):
        before = earlier.telling
        because = f"{earlier.source.name} is no longer named" if earlier.source else ""
        made = Drift("attribution_dropped", place_of(before, later), place_of(later, before), because)
        yield CONSTANT + sum(w * s for w, s in zip(astuple(WEIGHTS), astuple(seen))), later, made


def likely_dropped(weight: float, grouped: bool) -> bool:
    """Whether it is likely enough. `grouped`: both are of one proposition, in which the later report names that source nowhere."""
    return 1 / (1 + math.exp(-weight - GROUPED * grouped)) >= LIKELY


def names_seen(taker: Taker, scene: Scene) -> Iterator[tuple[Signs, Claim, Root]]:
    """Each claim told in the report's own voice with the likest one behind it that is from somebody."""
    for place, later, behind in taker.pairs():
        if not own_word(root_of(later, scene), scene) or mostly_quoted(later):
            continue
        for like, before in behind:
            if like < LEAST or behind[0][0] - like > NEAR_BEST:
                break
            earlier = root_of(before, scene)
            if before.chain and earlier.source is not None and earlier.counts != "no":
                if not names_source(later, earlier.source):
                    yield _signs(taker, place, later, (like, before), scene), later, earlier
                break


def names_lost(roots: Sequence[Root], scene: Scene) -> list[Claim]:
    """Of the tellings of one proposition the first of each report that is its own word, where a report it took from names whom it is
    from and it does so nowhere."""
    found: dict[str, Claim] = {}
    for later in roots:
        mine = later.telling.report
        if mine in found or later.telling.in_headline or not own_word(later, scene):
            continue
        beside = [hop for root in roots if root.telling.report == mine for hop in root.telling.chain]
        if any(_lost(earlier, later, beside, scene) for earlier in _above(mine, roots, scene)):
            found[mine] = later.telling
    return list(found.values())


def _above(report: str, roots: Sequence[Root], scene: Scene) -> list[Root]:
    """Tellings in the reports that this one took from; where none of them tells it, in those behind them."""
    direct = [root for root in roots if (root.telling.report, report) in scene.derivations]
    return direct or [root for root in roots if root.telling.report in scene.upstream.get(report, frozenset())]


def _lost(earlier: Root, later: Root, beside: Sequence[Source], scene: Scene) -> bool:
    source = earlier.source
    if source is None or earlier.counts == "no" or not earlier.telling.chain or names_source(later.telling, source):
        return False
    return not any(kinship(source, hop, scene.actors).degree == "same" for hop in beside)


def own_word(root: Root, scene: Scene) -> bool:
    """Told as a fact: by nobody, under a mere credit, or as what "has emerged"."""
    if not root.telling.chain:
        return root.telling.report not in scene.speakers
    return root.counts == "no"


def _signs(taker: Taker, place: int, later: Claim, behind: tuple[float, Claim], scene: Scene) -> Signs:
    like, before = behind
    apart = [n for n, claim in enumerate(taker.claims) if not claim.span.overlaps(later.span)]
    column = next(n for n, claim in enumerate(taker.behind) if claim is before)
    other = max((float(taker.likeness[n, column]) for n in apart), default=0.0)
    body = [claim for claim in taker.claims if not claim.in_headline]
    return Signs(
        told=taker.meanings.told(later),
        late=place / len(taker.claims),
        reliant=max(taker.sources.values()),
        first=like - other,
        in_body=float(taker.meanings.likeness([later], body).max()) if later.in_headline and body else 0.0,
        reported=bool(REPORTED.search(later.words)),
        vague=bool(later.chain),
        agrees=later.affirms == before.affirms,
        lifted=scene.derivations[before.report, later.report].kind is DerivationKind.PARTIAL,
    )
