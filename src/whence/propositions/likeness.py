"""Two claims → how far they say the same thing, 0 to 1, and what speaks against it.

Likeness of meaning (MiniLM cosine) says that two claims are about the same; it is nearly blind to who did it, to numbers and to
"not". Those are compared one by one, on the words that the claims room found.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from whence.compare import same_quantity, same_time
from whence.lexicons.voices import load_voices
from whence.model import Act, Claim
from whence.propositions.names import one_name
from whence.text import words


@dataclass(frozen=True, slots=True)
class Weights:
    """Rarity of each word stem in the story's claims: what the tellings of one proposition share and others lack."""

    rarity: Mapping[str, float]
    _summed: dict[frozenset[str], float] = field(default_factory=dict)  # every pair asks for both of its sides

    def of(self, stems: frozenset[str]) -> float:
        return sum(self.rarity.get(stem, 1.0) for stem in stems)

    def whole(self, stems: frozenset[str]) -> float:
        """The same for all the stems of a claim, summed once."""
        if stems not in self._summed:
            self._summed[stems] = self.of(stems)
        return self._summed[stems]


def rarity_of(claims: Sequence[Claim]) -> Weights:
    """log(n / number of claims with the stem), at least a little for words that all share."""
    seen = Counter(stem for claim in claims for stem in stems(claim.plain))
    return Weights({stem: 0.2 + math.log(max(1, len(claims)) / count) for stem, count in seen.items()})


@lru_cache(maxsize=200_000)
def stems(text: str) -> frozenset[str]:
    """Content words, cut to a common beginning: "fired" and "firing", "Velmarch" and "Velmarch's" are one."""
    return frozenset(_stem(word) for word in words(one_name(text)) if len(word) > 2 and word not in load_voices().function_words)


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    if any(ch.isdigit() for ch in word):
        return word
    for ending in ("ations", "ation", "ings", "ing", "edly", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def overlap(a: Claim, b: Claim, weights: Weights) -> tuple[float, float]:
    """Shares of the rarer words that two claims have in common: of the shorter claim's, and of both together."""
    left, right = stems(a.plain), stems(b.plain)
    shared = weights.of(left & right)
    mine, other = weights.whole(left), weights.whole(right)
    short, both = min(mine, other), mine + other - shared
    return (shared / short if short else 0.0), (shared / both if both else 0.0)


def likeness(a: Claim, b: Claim, cosine: float, weights: Weights) -> tuple[float, float]:
    """The score that propositions are built on: meaning and rare words, less what contradicts; and what another number or day took."""
    contained, together = overlap(a, b, weights)
    score = COSINE * cosine + CONTAINED * contained + TOGETHER * together
    value = _other_value(a, b)
    if _numbers_agree(a, b):
        score += SAME_NUMBER
    return score - value - _other_matter(a, b), value


# Set on the tellings of the 12 development scenarios (bench.propositions): see docs/measurements.md.
COSINE, CONTAINED, TOGETHER = 0.5, 0.15, 0.35
SAME_NUMBER = 0.1
OTHER_NUMBER, OTHER_DAY, OTHER_ACT = 0.35, 0.15, 0.08
OTHER_EVENT = 0.05
OTHER_ACTOR, MAYBE_OTHER_ACTOR = 0.4, 0.15  # two countries or two people; a body beside a person, which may be his


def _other_value(a: Claim, b: Claim) -> float:
    """Numbers of one unit, or days, that cannot both be right."""
    return OTHER_NUMBER * _numbers_differ(a, b) + OTHER_DAY * _days_differ(a, b)


def _other_matter(a: Claim, b: Claim) -> float:
    """Who it is about; ordering or planning beside doing."""
    act = (a.act is Act.ORDERS) != (b.act is Act.ORDERS) or (a.act is Act.PLANS) != (b.act is Act.PLANS)
    return _other_actor(a, b) + OTHER_ACT * act + OTHER_EVENT * _events_differ(a, b)


def _events_differ(a: Claim, b: Claim) -> bool:
    """What happens in each is named nowhere in the other: "were injured" beside "might have been sabotage"."""
    left, right = stems(a.predicate), stems(b.predicate)
    return not left & stems(b.plain) and not right & stems(a.plain)


def _numbers_agree(a: Claim, b: Claim) -> bool:
    return any(same_quantity(p, q) for p in a.quantities for q in b.quantities)


def _numbers_differ(a: Claim, b: Claim) -> bool:
    verdicts = [same_quantity(p, q) for p in a.quantities for q in b.quantities]
    return False in verdicts and True not in verdicts


def _days_differ(a: Claim, b: Claim) -> bool:
    verdicts = [same_time(s, t) for s in a.times for t in b.times if s.type == t.type == "DATE"]
    return False in verdicts and True not in verdicts


def _other_actor(a: Claim, b: Claim) -> float:
    """Both name who acts, as an entity, neither is named in the other: surely another where both are countries or both people."""
    left, right = _agents(a), _agents(b)
    if not left or not right or _named_in(left, b) or _named_in(right, a):
        return 0.0
    kinds = {frozenset(kind for kind, _ in side) for side in (left, right)}
    return OTHER_ACTOR if kinds in ({frozenset({"place"})}, {frozenset({"person"})}) else MAYBE_OTHER_ACTOR


KIND = {"GPE": "place", "NORP": "place", "LOC": "place", "PERSON": "person", "ORG": "body"}


def _agents(claim: Claim) -> frozenset[tuple[str, str]]:
    """(kind, beginning of a word of the name): "Tarvia" and "Tarvian" share five letters."""
    named = (p for p in claim.participants if p.role == "agent" and p.label in KIND)
    return frozenset((KIND[p.label], stem[:5]) for p in named for stem in stems(p.name))


def _named_in(agents: frozenset[tuple[str, str]], other: Claim) -> bool:
    told = {stem[:5] for text in (other.plain, *(p.name for p in other.participants)) for stem in stems(text)}
    return any(name in told for _, name in agents)
