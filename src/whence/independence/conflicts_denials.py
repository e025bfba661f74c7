"""All tellings of a story → what one voice says and another denies, whichever findings they stand in.

1. each clause that denies something is taken, and each telling that says something
2. a denial and a telling are compared: what the clause says and what its whole telling says with the telling, and the words they share
3. pairs of two voices, of which one says it is so and the other that it is not, make groups: one for each matter
4. a group is kept where one of its denials is likely to be of a matter that a reader would name

The pairs are scored in arrays; only those near in meaning are looked at one by one.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from whence.compare import matter, nearest, quote_likeness, says_so, tight
from whence.independence.conflicts_camps import Bars, Dispute, Encode, Vectors, camps, voice
from whence.independence.conflicts_opposites import OPPOSITES, SAYING, side
from whence.independence.conflicts_worth import Signs, signs_of, worth
from whence.independence.evidence import said_at, shown
from whence.independence.meanings import Meanings
from whence.lexicons.disputes import load_disputes
from whence.model import Certainty, Claim, Conflict, ConflictValue, Span
from whence.text import words

# Logistic regression and bars as in conflicts_numbers. In order: clause and telling alike; tellings alike; share of the clause's
# rarer words in the telling; the denial has a source; the telling has one; one is a headline; both in one report.
WEIGHTS = np.array([1.24, 5.95, 0.68, 0.52, 0.36, -0.48, -0.97])
BASE = -7.41
BARS = Bars(found=0.03, joins=0.015, alike=0.4, near=0.25)
USUAL = 100  # tellings of a story; of more, fewer pairs are of one matter: 807 real reports of one meeting hold 25,000
LEAST = 2  # words of content from which a telling says something by itself
SAME_WORDS = 85.0  # likeness of words from which the denial is only told again
WORTH = 0.15  # chance from which a denial is named: lower pairs are found since, and F1 over both sets went from .44 to .48
LOOKED_AT, CLAUSE = 20, 0.3  # tellings held against a denial, the likest: by the whole, and a little by the clause that denies
WHETHER = "whether it is so"
LONG = 130  # characters: a denial up to here is shown whole
PART = re.compile(r"[;:–—]\s|,\s|[\"”]\s|\.\s|\s(?=(?:that|which|who|but|while|after|when|because|and)\s)")
SHORT = 24  # characters of a part of a telling that is looked at by itself


@dataclass(frozen=True, slots=True)
class Said:
    """What some tellings say in the same words: all of it, or the clause that denies."""

    claims: tuple[Claim, ...]
    text: str
    span: Span  # in the first of the tellings

    @property
    def plain(self) -> str:
        return self.claims[0].plain


def denial_disputes(claims: Sequence[Claim], encode: Encode, meanings: Meanings) -> list[Dispute]:
    """`meanings` holds all the claims; `encode` is asked for the clauses that deny."""
    known = [claim for claim in claims if claim.certainty is not Certainty.UNSURE]  # "the cause is not known" denies nothing
    saying = [claim for claim in known if claim.act in SAYING and len(matter(claim.plain)) >= LEAST]
    tellings, denials = _tellings(saying), _denials(saying)
    if not denials:
        return []
    pairs = {(i, len(denials) + j): likely for i, j, likely in _likely(denials, tellings, encode, meanings)}
    groups = camps(pairs, lambda i, j: (i < len(denials)) != (j < len(denials)), BARS)
    told = meanings.of([yes.claims[0] for yes in tellings]) if groups else np.zeros((0, 0), dtype=np.float32)

    def likely(no: Said) -> float:
        return worth(signs(no, tellings, told, encode, meanings))

    return [
        _dispute(group, denials, tellings, pairs) for group in groups if any(likely(denials[i]) >= WORTH for i in group if i < len(denials))
    ]


def signs(no: Said, tellings: Sequence[Said], told: Vectors, encode: Encode, meanings: Meanings) -> Signs:
    """What speaks for a denial, by the tellings that are likest to it and say otherwise. `told` has a vector for each telling."""
    whole, clause = told @ meanings.of([no.claims[0]])[0], told @ encode([no.text])[0]
    order = np.argsort(-whole - CLAUSE * clause, kind="stable")[:LOOKED_AT].tolist()
    against = [j for j in order if opposed(no, tellings[j])]
    likest = max((float(clause[j]) for j in against), default=0.0)
    return signs_of(no.claims[0], no.text, [float(whole[j]) for j in against], likest, meanings.by_report(no.claims[0]))


def _tellings(claims: Sequence[Claim]) -> list[Said]:
    same: dict[tuple[str, bool, bool, bool], list[Claim]] = defaultdict(list)
    for claim in claims:
        same[" ".join(words(claim.words)), says_so(claim), bool(claim.chain), claim.in_headline].append(claim)
    return [Said(tuple(told), told[0].plain, told[0].span) for told in same.values()]


def _denials(claims: Sequence[Claim]) -> list[Said]:
    """Each clause with a word that denies; the whole of a telling that denies in another way."""
    same: dict[tuple[str, str, bool], list[tuple[Claim, Span]]] = defaultdict(list)
    for claim in claims:
        spans = list(dict.fromkeys(tight(claim, Span(claim.span.start + at, claim.span.start + to)) for at, to in denying(claim.words)))
        for span in spans or ([] if says_so(claim) or load_disputes().not_denying.search(claim.words) else [claim.span]):
            if len(matter(text := said_at(claim, span))) >= LEAST:
                same[text, claim.plain, bool(claim.chain)].append((claim, span))
    return [Said(tuple(claim for claim, _ in told), text, told[0][1]) for (text, _, _), told in same.items()]


@lru_cache(maxsize=65536)
def denying(said: str) -> tuple[tuple[int, int], ...]:
    """Where words deny, but for those that deny nothing which anybody said."""
    lexicon = load_disputes()
    idle = [match.span() for match in lexicon.not_denying.finditer(said)]
    found = (match.span() for match in lexicon.denying.finditer(said))
    return tuple((at, to) for at, to in found if not any(start <= at < end for start, end in idle))


def _likely(denials: Sequence[Said], tellings: Sequence[Said], encode: Encode, meanings: Meanings) -> Iterator[tuple[int, int, float]]:
    base = BASE - math.log(max(1.0, len(tellings) / USUAL))
    least = _odds(BARS.joins) - base - float(np.maximum(WEIGHTS[2:], 0).sum())  # what likeness must bring
    if least + _odds(BARS.found) - _odds(BARS.joins) > WEIGHTS[:2].sum():
        return  # a story of so many tellings that no pair can be found
    clauses, weights = encode([no.text for no in denials]), _rarity(tellings)
    told = meanings.of([yes.claims[0] for yes in tellings])
    for i, (no, own) in enumerate(zip(denials, meanings.of([no.claims[0] for no in denials]))):
        clause, whole = told @ clauses[i], told @ own
        for j in np.flatnonzero(WEIGHTS[0] * clause + WEIGHTS[1] * whole >= least).tolist():
            likely = np.array([clause[j], whole[j], *features(no, tellings[j], weights)]) @ WEIGHTS + base
            if likely >= _odds(BARS.joins) and opposed(no, tellings[j]):
                yield i, j, 1 / (1 + math.exp(-likely))


def _odds(likely: float) -> float:
    return math.log(likely / (1 - likely))


def _rarity(tellings: Sequence[Said]) -> Mapping[str, float]:
    seen = Counter(word for said in tellings for word in matter(said.plain))
    return {word: 0.2 + math.log(len(tellings) / count) for word, count in seen.items()}


def features(no: Said, yes: Said, weights: Mapping[str, float]) -> tuple[float, ...]:
    """What speaks for a pair, beside likeness: in the order of `WEIGHTS`."""
    denied, told = matter(no.text), matter(yes.claims[0].words)
    shared = sum(weights.get(word, 1.0) for word in denied & told) / max(0.1, sum(weights.get(word, 1.0) for word in denied))
    one, other = no.claims[0], yes.claims[0]
    at_home = {claim.report for claim in no.claims} == {claim.report for claim in yes.claims}
    return shared, bool(one.chain), bool(other.chain), one.in_headline or other.in_headline, at_home


def opposed(no: Said, yes: Said) -> bool:
    """Two voices, one of which says that it is so: not the denial told again, nor another denial of the same."""
    if not any(voice(a) != voice(b) and not (a.report == b.report and a.span.overlaps(b.span)) for a in no.claims for b in yes.claims):
        return False
    told = yes.claims[0]
    if denying(told.words) and quote_likeness(no.text, told.words) >= SAME_WORDS:
        return False
    part = _part(told, no.text)
    denies_too = bool(denying(part)) or (not says_so(told) and len(told.words) <= LONG)
    other_way = any(side(no.text, *pair) * side(part, *pair) < 0 for pair in OPPOSITES)
    return denies_too == other_way


def _part(claim: Claim, about: str) -> str:
    """The part of a telling that shares most words with a denial."""
    cuts = [0, *(match.end() for match in PART.finditer(claim.words)), len(claim.words)]
    parts = [claim.words[a:b] for a, b in zip(cuts, cuts[1:]) if b - a >= SHORT] or [claim.words]
    return max(parts, key=lambda part: len(matter(part) & matter(about)))


def _dispute(group: Sequence[int], denials: Sequence[Said], tellings: Sequence[Said], pairs: Mapping[tuple[int, int], float]) -> Dispute:
    """Its likeliest pair first, which names the matter."""
    best = {i: max((likely for pair, likely in pairs.items() if i in pair), default=0.0) for i in group}
    ordered = sorted(group, key=lambda i: (-best[i], i))
    nos = [denials[i] for i in ordered if i < len(denials)]
    yeses = [tellings[i - len(denials)] for i in ordered if i >= len(denials)]
    told = [(claim, _value(claim, "yes", nearest(claim, nos[0].claims[0]))) for yes in yeses for claim in yes.claims]
    for no in nos:
        told += [(claim, _value(claim, "no", _shown(no, claim))) for claim in no.claims]
    return Dispute(Conflict("yes_no", f"{WHETHER}: {yeses[0].plain}", tuple(value for _, value in told)), tuple(claim for claim, _ in told))


def _shown(no: Said, claim: Claim) -> Span:
    if len(claim.words) <= LONG:
        return claim.span
    at = claim.words.find(no.text)
    return Span(claim.span.start + at, claim.span.start + at + len(no.text)) if at >= 0 else claim.span


def _value(claim: Claim, value: str, span: Span) -> ConflictValue:
    return ConflictValue(value, shown(claim, span), claim.chain)
