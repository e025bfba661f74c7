"""Two reports of a scene → the signs that the later took from the earlier: names, descriptions, what only the earlier one had told."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.derivation.aliases import called, places_among, speaks
from whence.derivation.bodies import body_spoken_of, is_body, own_earlier, state_spoken_of
from whence.derivation.described import is_agency
from whence.derivation.firsthand import first_hand
from whence.derivation.naming import Naming, same_house
from whence.derivation.retelling import quoted_only
from whence.derivation.scene import Scene
from whence.derivation.tellers import Tellers, only_from, quote_only_from, tellers_of
from whence.derivation.unnamed import Meant, meant_by
from whence.model import Derivation, DerivationKind

LEAST = 60.0  # weight of details that a report must have for a share of them to mean anything
USUAL = 150  # words of a report
SHORTEST, LONGEST = 60, 400  # … below and above which more or fewer say nothing further: those that the weights were fitted on have so many


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """What is asked of a scene once. `places` are the parts of outlets' names that are places in it."""

    places: frozenset[str]
    tellers: Tellers


def company_of(scene: Scene) -> Company:
    return Company(places_among(scene), tellers_of(scene))


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for b having taken from a, each from 0 to 1 or little more. The same fields hold the weights."""

    share: float  # of b's details, those that a has
    densest: float  # weight of what only a told before b, in the sentence that has most of it, in tens
    spread: float  # share of b's sentences that have some of it
    numerals: float  # numbers among it
    quote: float  # the same quotation, in none of several others
    named: float
    speaks: float  # … as one who reports
    other: float  # … but another report of that outlet fits the place better, or one with the same text is named instead
    body: float
    state: float
    own: float
    somebody: float  # "foreign media", "a newspaper": only a can be meant …
    among: float  # … or a and others
    owner: float  # the same publisher, another outlet
    from_body: float  # a's maker is one that others report
    to_body: float  # b's maker is
    copied: float  # a is a copy itself
    cited: float  # a rule of `citing` holds
    length: float  # of b: the logarithm of its words over `USUAL`
    first_hand: float  # share of b's sentences in which its own people saw or were told
    agency: float  # b signs as one


@dataclass(frozen=True, slots=True)
class Later:
    """What is asked of a later report once: its place, what the rules say of it, whom it names, which one it can mean without a name.

    `others` are those whose outlet is named where another report of it is meant, `same` the reports with the same text as each.
    """

    place: int
    found: Mapping[str, DerivationKind]
    named: Mapping[int, Naming]
    others: frozenset[int]
    meant: Meant
    same: Mapping[int, frozenset[int]]


def later_of(scene: Scene, company: Company, b: int, same: Mapping[int, frozenset[int]], found: Sequence[Derivation]) -> Later:
    names = ((a, called(scene, a, b, company.places)) for a in range(b))
    named = {a: naming for a, naming in names if naming}
    others = frozenset(a for a in named if _another_is_meant(scene, a, b, named))
    return Later(b, {made.from_report: made.kind for made in found}, named, others, meant_by(scene, b, named), same)


def _another_is_meant(scene: Scene, a: int, b: int, named: Mapping[int, Naming]) -> bool:
    """Do the words that name a's outlet name another report's too, which has more of that sentence and of all that b tells?"""
    places = [other for other, naming in named.items() if naming.span == named[a].span]
    if len(places) < 2 or not scene.wordings[b].sentences:
        return False
    alike = scene.told_around(b, scene.sentence_of(b, named[a].span.start))
    fits = {other: float(alike[other]) + scene.share(other, b) for other in places}
    return fits[a] < max(fits.values())


@dataclass(frozen=True, slots=True)
class Seen:
    """The signs of one pair, the place in b that points at a, and the details that b has from nobody else."""

    signs: Signs
    pointing: Naming | None
    only: tuple[str, ...]


def seen(scene: Scene, company: Company, a: int, later: Later) -> Seen:
    b = later.place
    first, second = scene.report(a), scene.report(b)
    alike = later.same.get(a, frozenset())
    spoken = quoted_only(scene, a, b)
    only = only_from(scene, company.tellers, (a, b), alike)
    only[spoken] = False
    details = np.nonzero(only)[0]
    weights = scene.details.rows(b, len(scene.wordings[b].sentences), details).sum(axis=1)
    name, somebody = later.named.get(a), later.meant.alone.get(a)
    body, body_place = body_spoken_of(scene, a, b, company.places)
    state, state_place = state_spoken_of(first, second)
    own, own_place = own_earlier(first, second)
    by_rule = later.found.get(first.id)
    signs = Signs(
        share=float(scene.details.common[a, b] - scene.details.weight[spoken].sum()) / max(LEAST, float(scene.details.whole[b])),
        densest=float(weights.max(initial=0)) / 10,
        spread=float((weights > 0).mean()),
        numerals=float((only & company.tellers.numeral).sum()),
        quote=float(quote_only_from(company.tellers, (a, b), alike)),
        named=float(name is not None),
        speaks=float(name is not None and speaks(second.text, name)),
        other=float(a in later.others or (name is None and not alike.isdisjoint(later.named))),
        body=body,
        state=state,
        own=own,
        somebody=float(somebody is not None),
        among=float(a in later.meant.among and somebody is None),
        owner=float(bool(first.owner) and first.owner == second.owner and not same_house(first, second)),
        from_body=float(is_body(first)),
        to_body=float(is_body(second)),
        copied=float(any(c < a for c in alike)),
        cited=float(by_rule in (DerivationKind.CITATION, DerivationKind.PARTIAL)),
        length=math.log(min(LONGEST, max(SHORTEST, len(scene.wordings[b].words))) / USUAL),
        first_hand=first_hand(scene, b),
        agency=float(is_agency(second)),
    )
    rarest = details[np.argsort(-scene.details.weight[details], kind="stable")][:6].tolist()
    pointing = name or own_place or body_place or somebody or (state_place if state == 1 else None)
    return Seen(signs, pointing, tuple(scene.details.names[k] for k in rarest))
