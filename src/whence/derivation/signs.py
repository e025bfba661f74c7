"""Two reports of a scene → the signs that the later took from the earlier: names, descriptions, what only the earlier one had told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.derivation.aliases import called, places_among, speaks
from whence.derivation.bodies import body_spoken_of, is_body, own_earlier, state_spoken_of
from whence.derivation.naming import Naming, same_house
from whence.derivation.retelling import quoted_only
from whence.derivation.scene import Scene
from whence.derivation.tellers import Tellers, only_from, quote_only_from, tellers_of
from whence.derivation.unnamed import only_meant
from whence.model import Derivation, DerivationKind

LEAST = 60.0  # weight of details that a report must have for a share of them to mean anything


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
    body: float
    state: float
    own: float
    somebody: float  # "foreign media", "a newspaper": only a can be meant
    owner: float  # the same publisher, another outlet
    from_body: float  # a's maker is one that others report
    to_body: float  # b's maker is
    copied: float  # a is a copy itself
    cited: float  # a rule of `citing` holds
    retold: float  # the rule of `retelling` holds


@dataclass(frozen=True, slots=True)
class Later:
    """What is asked of a later report once: its place, what the rules say of it, whom it names, which one it can mean without a name.

    `same` are the reports with the same text as each.
    """

    place: int
    found: Mapping[str, DerivationKind]
    named: Mapping[int, Naming]
    meant: Mapping[int, Naming]
    same: Mapping[int, frozenset[int]]


def later_of(scene: Scene, company: Company, b: int, same: Mapping[int, frozenset[int]], found: Sequence[Derivation]) -> Later:
    names = ((a, called(scene, a, b, company.places)) for a in range(b))
    named = {a: naming for a, naming in names if naming}
    return Later(b, {made.from_report: made.kind for made in found}, named, only_meant(scene, b, named), same)


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
    name, somebody = later.named.get(a), later.meant.get(a)
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
        body=body,
        state=state,
        own=own,
        somebody=float(somebody is not None),
        owner=float(bool(first.owner) and first.owner == second.owner and not same_house(first, second)),
        from_body=float(is_body(first)),
        to_body=float(is_body(second)),
        copied=float(any(c < a for c in alike)),
        cited=float(by_rule in (DerivationKind.CITATION, DerivationKind.PARTIAL)),
        retold=float(by_rule is DerivationKind.REWRITE),
    )
    rarest = details[np.argsort(-scene.details.weight[details], kind="stable")][:6].tolist()
    pointing = name or own_place or body_place or somebody or (state_place if state == 1 else None)
    return Seen(signs, pointing, tuple(scene.details.names[k] for k in rarest))
