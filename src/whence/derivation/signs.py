"""Two reports of a scene → the signs that the later took from the earlier: names, descriptions, what only the earlier one had told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from whence.derivation.aliases import called, places_among, speaks
from whence.derivation.bodies import body_spoken_of, is_body, own_earlier, state_spoken_of
from whence.derivation.described import is_release, says_it_is
from whence.derivation.naming import Naming, same_house
from whence.derivation.retelling import quoted_only
from whence.derivation.scene import Scene
from whence.derivation.tellers import Tellers, only_from, quote_only_from, tellers_of
from whence.model import Derivation, DerivationKind, Span

LEAST = 60.0  # weight of details that a report must have for a share of them to mean anything
MOST_TOLD = 0.3  # added for the report that has most of what the sentence with the description tells
SOMEBODY = re.compile(
    r"\b(?:(?P<press>(?:some|several|the|earlier|early|recent|foreign|agency|local|national|international|overseas|domestic|press|media|news"
    r"|published|newspaper|previous|other|widespread)\s(?:(?!the\b)[\w-]+\s)?(?:reports|rumours|headlines|media|press|papers"
    r"|newspapers|tabloids|agencies|outlets|broadcasters|bulletins|coverage))"
    r"|(?P<air>(?:on|by|from|the|a|local|state|public|heard on)\s(?:\w+\s)?(?:radio|television|tv|wireless|broadcaster|station))"
    r"|(?P<agency>(?:a|an|the|one|foreign|news)\s(?:[\w-]+\s){0,2}agency)"
    r"|(?P<paper>(?:a|an|one|another|the|rival)\s(?:[\w-]+\s){0,2}(?:newspaper|tabloid|daily|website|news site|magazine|blog|blogger|weekly"
    r"|paper|columnist|journal)))\b",
    re.I,
)
AIR = re.compile(r"radio|television|\btv\b|channel|broadcast|\bfm\b|bulletin", re.I)
AGENCY = re.compile(r"agency|wire|press\b|news service|telegraph b", re.I)


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
    somebody: float  # "foreign media", "a newspaper" near what a tells
    owner: float  # the same publisher, another outlet
    from_body: float  # a's maker is one that others report
    to_body: float  # b's maker is
    copied: float  # a is a copy itself
    cited: float  # a rule of `citing` holds
    retold: float  # the rule of `retelling` holds


@dataclass(frozen=True, slots=True)
class Seen:
    """The signs of one pair, the place in b that points at a, and the details that b has from nobody else."""

    signs: Signs
    pointing: Naming | None
    only: tuple[str, ...]


def seen(scene: Scene, company: Company, pair: tuple[int, int], same: Mapping[int, frozenset[int]], found: Sequence[Derivation]) -> Seen:
    """`same` are the reports with the same text as each, `found` what the rules say of b."""
    a, b = pair
    first, second = scene.report(a), scene.report(b)
    rivals = [c for c in range(b) if c != a and c not in same.get(a, ()) and scene.possible(c, b)]
    spoken = quoted_only(scene, a, b)
    only = only_from(scene, a, b, rivals)
    only[spoken] = False
    details = np.nonzero(only)[0]
    weights = scene.details.rows(b, max(1, len(scene.wordings[b].sentences)), details).sum(axis=1)
    name = called(scene, a, b, company.places)
    body, body_place = body_spoken_of(scene, a, b, company.places)
    state, state_place = state_spoken_of(first, second)
    own, own_place = own_earlier(first, second)
    somebody, somebody_place = _somebody(scene, a, b)
    by_rule = next((made.kind for made in found if made.from_report == first.id), None)
    signs = Signs(
        share=float(scene.details.common[a, b] - scene.details.weight[spoken].sum()) / max(LEAST, float(scene.details.whole[b])),
        densest=float(weights.max(initial=0)) / 10,
        spread=float((weights > 0).mean()),
        numerals=float((only & company.tellers.numeral).sum()),
        quote=float(quote_only_from(company.tellers, a, b, rivals)),
        named=float(name is not None),
        speaks=float(name is not None and speaks(second.text, name)),
        body=body,
        state=state,
        own=own,
        somebody=somebody,
        owner=float(bool(first.owner) and first.owner == second.owner and not same_house(first, second)),
        from_body=float(is_body(first)),
        to_body=float(is_body(second)),
        copied=float(any(c < a for c in same.get(a, ()))),
        cited=float(by_rule in (DerivationKind.CITATION, DerivationKind.PARTIAL)),
        retold=float(by_rule is DerivationKind.REWRITE),
    )
    rarest = details[np.argsort(-scene.details.weight[details], kind="stable")][:6].tolist()
    pointing = name or own_place or body_place or somebody_place or (state_place if state == 1 else None)
    return Seen(signs, pointing, tuple(scene.details.names[k] for k in rarest))


def _somebody(scene: Scene, a: int, b: int) -> tuple[float, Naming | None]:
    """How much of the sentence (and the next one) in which b speaks of "foreign media" or "a newspaper" a tells; 0 where a is none such."""
    first, second = scene.report(a), scene.report(b)
    if same_house(first, second) or (is_body(first) and is_release(first)) or not scene.wordings[b].sentences:
        return 0.0, None
    itself = says_it_is(first)
    agency, air = AGENCY.search(itself) is not None, AIR.search(itself) is not None
    able = {"press": True, "air": air, "agency": agency, "paper": not agency and not air}
    best, found = 0.0, None
    for kind, place in _spoken_of(second.text):
        if not able[kind]:
            continue
        alike = scene.told_around(b, scene.sentence_of(b, place.start))
        level = float(alike[a]) + MOST_TOLD * float(alike[a] >= max(float(alike[c]) for c in range(b)))
        if level > best:
            best, found = level, Naming(place, "somebody", place.of(second.text))
    return best, found


@lru_cache(maxsize=256)
def _spoken_of(text: str) -> tuple[tuple[str, Span], ...]:
    """Where a text speaks of "foreign media" or "a newspaper", and of which kind; a report is compared with many."""
    return tuple((match.lastgroup or "press", Span(*match.span())) for match in SOMEBODY.finditer(text))
