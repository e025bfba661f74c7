"""The claims of one story → propositions: claims, across reports, that say the same thing.

1. identical tellings (a line run by many outlets) are taken together
2. all are candidates; in a story of very many claims those that share rare words with another, and the rest stand alone
3. candidates get vectors; pairs near in meaning get their likeness, in blocks, so that memory stays bounded
4. pairs are joined from the likest down, while the groups stay alike on average
5. refusals to comment join what they were asked about
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from whence.compare import says_so
from whence.lexicons.voices import load_voices
from whence.model import Act, Claim, Proposition
from whence.propositions.likeness import Likely, Weights, likeness, rarity_of, stems, told_of
from whence.propositions.names import compared, one_name
from whence.text import content_id, words

Vectors = NDArray[np.float32]
Encode = Callable[[list[str]], Vectors]
EVERY = 1500  # claims of a story up to which all are candidates
NEAR = 0.25  # cosine below which no pair is looked at: one in 25 of such pairs says the same
ALIKE = 0.41  # average likeness that keeps a group together, in a story of USUAL claims: from .34 to .42 as good; bench fresh, scenarios
USUAL = 70
RARER = (
    0.05  # how much more it must be in a story of e times as many claims, of which fewer pairs say the same: 56 real reports of one summit
)
ABSENT = 0.15  # less than that: likeness taken for a pair too far apart to be looked at
LOOSE = 0.72  # cosine to the words that the proposition is said in, below which a telling is only loosely like it
WORTH_KNOWING = 0.15  # pairs this far below it are kept for the averages
RIVAL = 0.04  # more than that: likeness, but for the number or day, from which two claims are rivals
BLOCK = 256  # rows compared at once
ROUNDING = 1e-4  # of single precision
SHARED = 0.25  # share of the shorter claim's rarer words that a claim of another report must have for both to be candidates
AT_HOME = 0.6  # the same for a claim of the same report, which repeats itself in much the same words
COMMON = 100  # a word in more claims than this does not make candidates
WORDY = 1.8  # times as long as what it says, to which a telling is compared as it stands
MATTER = 2  # content words from which a claim can stand alone
MOST_ASKED, AS_NEAR = 3, 0.1  # groups that one refusal may stand with, and how much less near than the nearest they may be
ASKED = 0.38  # cosine from which a refusal to comment is about a proposition


def match(claims: Sequence[Claim], encode: Encode) -> tuple[Proposition, ...]:
    """Group claims into propositions; `encode` gives a unit vector of 384 for each text. Every claim with matter is in one; a refusal
    to comment may be in several.

    Thin claims ("the report", "to be named") cannot stand alone: a denial or refusal joins what it points at, others are left out.
    """
    claims = [claim for claim in claims if not thin(claim) or _answers(claim)]
    twins = _twins(claims)
    heads = [claims[group[0]] for group in twins]
    weights = rarity_of(heads)
    wanted = sorted(_candidates(heads, weights))
    vectors = np.zeros((len(heads), 384), dtype=np.float32)
    if wanted:
        vectors[wanted] = vectors_of([heads[i] for i in wanted], encode)
    silent = {i for i, head in enumerate(heads) if head.act is Act.NO_COMMENT or thin(head)}
    groups, rivals = _grouped(heads, vectors, [i for i in wanted if i not in silent], weights)
    inside = {i for group in groups for i in group} | silent
    groups += [[i] for i in range(len(heads)) if i not in inside]
    _add_silent(groups, heads, vectors, sorted(silent))
    places = defaultdict[int, set[int]](set)
    for n, group in enumerate(groups):
        for i in group:
            places[i].add(n)
    ids = [[claims[i].id for i in twin] for twin in twins]
    made = []
    for n, group in enumerate(groups):
        others = sorted({head for i in group for head in rivals.get(i, ()) if n not in places[head]})
        made.append(_proposition(group, ids, heads, vectors, tuple(id for head in others for id in ids[head])))
    return tuple(sorted(made, key=lambda p: (-len(p.claims), p.id)))


def thin(claim: Claim) -> bool:
    return len(stems(claim.plain)) < MATTER


def _matter(claim: Claim) -> str:
    """What a claim is about: its plain words; of a refusal to comment, what it was asked ("on the number of voyages")."""
    if claim.act is not Act.NO_COMMENT:
        return claim.plain
    start = claim.content.start - claim.span.start
    return claim.words[max(0, start) : start + len(claim.content)]


def heard(claim: Claim) -> str:
    """What a claim is compared on: its words as they stand, with who is said to say them; of a refusal, what it was asked."""
    return compared(_matter(claim)) if claim.act is Act.NO_COMMENT else one_name(" ".join(claim.words.split()))


def vectors_of(claims: Sequence[Claim], encode: Encode) -> Vectors:
    """A unit vector for each claim: of its words as they stand; midway to what it says by itself, where these are many words more."""
    texts = [heard(claim) for claim in claims]
    wordy = [n for n, claim in enumerate(claims) if len(texts[n]) > WORDY * len(claim.plain) and claim.act is not Act.NO_COMMENT]
    vectors = encode([*texts, *(compared(claims[n].plain) for n in wordy)])
    own = vectors[: len(claims)].copy()
    if wordy:
        own[wordy] += vectors[len(claims) :]
        own[wordy] /= np.maximum(np.linalg.norm(own[wordy], axis=1, keepdims=True), 1e-9)
    return own


def remembered(encode: Encode) -> Encode:
    """The same, but each text is encoded once."""
    known: dict[str, NDArray[np.float32]] = {}

    def encoded(texts: list[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, encode(new)))
        return np.array([known[text] for text in texts], dtype=np.float32)

    return encoded


def _shown(claim: Claim) -> str:
    """A claim to be read by itself: its plain words; of a quotation the words as they were said."""
    if not claim.quotes or claim.act is Act.NO_COMMENT:
        return claim.plain
    start = claim.content.start - claim.span.start
    return " ".join(claim.words[max(0, start) : start + len(claim.content)].split()) or claim.plain


def _answers(claim: Claim) -> bool:
    """Denies or passes over what somebody else said."""
    return claim.act in (Act.NO_COMMENT, Act.DENIES) or not says_so(claim)


def _twins(claims: Sequence[Claim]) -> list[list[int]]:
    """Claims with the same words and polarity, told by whichever report."""
    same: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        same[" ".join(words(claim.plain)), says_so(claim)].append(i)
    return list(same.values())


def _candidates(heads: Sequence[Claim], weights: Weights) -> set[int]:
    """All of few; of many, those that share enough of their rarer words with another one, and refusals to comment."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for i, head in enumerate(heads):
        for stem in stems(head.plain):
            by_stem[stem].append(i)
    if len(heads) <= EVERY:
        return set(range(len(heads)))
    wanted = {i for i, head in enumerate(heads) if _answers(head)}
    whole = [weights.of(stems(head.plain)) for head in heads]
    for i, head in enumerate(heads):
        shared: dict[int, float] = defaultdict(float)
        for stem in stems(head.plain):
            if len(by_stem[stem]) <= COMMON:
                for j in by_stem[stem]:
                    shared[j] += weights.rarity[stem]
        shared.pop(i, None)
        for j, share in shared.items():
            if share >= (AT_HOME if heads[j].report == head.report else SHARED) * min(whole[i], whole[j]):
                wanted |= {i, j}
    return wanted


def _grouped(
    heads: Sequence[Claim], vectors: Vectors, among: Sequence[int], weights: Weights
) -> tuple[list[list[int]], dict[int, set[int]]]:
    """The groups, and for each claim those that would be with it but for a number or a day."""
    scored, rivals, alike = [], defaultdict(set), alike_among(len(among))
    for score, value, i, j in _pairs([heads[i] for i in among], vectors[list(among)], weights, alike - WORTH_KNOWING):
        scored.append((score, i, j))
        if value and score + value >= alike + RIVAL:
            rivals[among[i]].add(among[j])
            rivals[among[j]].add(among[i])
    scored.sort(reverse=True)
    groups = _merge(len(among), scored, alike)
    return [[among[i] for i in group] for group in groups], rivals


def alike_among(claims: int) -> float:
    """The average likeness that keeps a group together in a story of so many claims."""
    return ALIKE + RARER * max(0.0, math.log(max(claims, 1) / USUAL))


def _pairs(claims: Sequence[Claim], vectors: Vectors, weights: Weights, least: float) -> Iterator[tuple[float, float, int, int]]:
    told = [told_of(claim, weights) for claim in claims]
    likely = Likely(told, weights)
    for first in range(0, len(claims), BLOCK):
        for i, cosines in enumerate(vectors[first : first + BLOCK] @ vectors.T, start=first):
            near = (cosines > NEAR) & (likely.most(i, cosines) >= least - ROUNDING)
            near[: i + 1] = False
            for j in np.nonzero(near)[0].tolist():
                score, value = likeness(told[i], told[j], float(cosines[j]), weights)
                if score + value >= least:
                    yield score, value, i, j


def _merge(count: int, scored: Sequence[tuple[float, int, int]], alike: float) -> list[list[int]]:
    """Average-linkage agglomeration over the candidate pairs, from the likest down."""
    group_of = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    between: dict[int, dict[int, float]] = defaultdict(
        dict
    )  # for two groups: what their known pairs have above that of an absent one, in all
    for score, i, j in scored:
        between[i][j] = between[j][i] = score - (alike - ABSENT)
    for score, i, j in scored:
        a, b = group_of[i], group_of[j]
        if a == b or score < alike:
            continue
        if between[a][b] / (len(members[a]) * len(members[b])) - ABSENT >= 0:
            members[a] += members.pop(b)
            for x in members[a]:
                group_of[x] = a
            for c, above in between.pop(b).items():
                del between[c][b]
                if c != a:
                    between[a][c] = between[c][a] = between[a].get(c, 0.0) + above
    return list(members.values())


def _add_silent(groups: list[list[int]], heads: Sequence[Claim], vectors: Vectors, silent: Sequence[int]) -> None:
    """Put each refusal to comment, and each bare denial, with what it is about: by its words, else with a claim told before it.

    A refusal may answer more than one thing ("on their cooperation or the drones"): it stands with each.
    """
    place = {i: n for n, group in enumerate(groups) for i in group}
    for i in silent:
        speaks = len(stems(_matter(heads[i])) - load_voices().refusing) >= MATTER
        targets = _by_words(i, heads, vectors, place) if speaks else []
        if not targets:
            before = _just_before(i, heads, place)
            targets = [] if before is None else [before]
        for target in targets:
            groups[target].append(i)
        if not targets:
            groups.append([i])


def _by_words(i: int, heads: Sequence[Claim], vectors: Vectors, place: Mapping[int, int]) -> list[int]:
    """The groups whose words come nearest, at most `MOST_ASKED`, none much farther than the nearest."""
    cosines = vectors @ vectors[i]
    near = [j for j in np.argsort(-cosines).tolist() if j in place and cosines[j] >= ASKED]
    close = [place[j] for j in near if cosines[j] >= cosines[near[0]] - AS_NEAR]
    return list(dict.fromkeys(close))[:MOST_ASKED]


def _just_before(i: int, heads: Sequence[Claim], place: Mapping[int, int]) -> int | None:
    """The last claim told before it in the same report that names whom it comes from; else simply the last."""
    told = [j for j in place if heads[j].report == heads[i].report and heads[j].span.start < heads[i].span.start]
    source = stems(heads[i].chain[-1].name) if heads[i].chain else frozenset()
    about = [j for j in told if source & stems(heads[j].plain)]
    return place[max(about or told, key=lambda j: heads[j].span.start)] if told else None


def _shared(a: Claim, b: Claim) -> float:
    """Share of the shorter claim's words that stand in the other."""
    left, right = stems(a.plain), stems(b.plain)
    return len(left & right) / max(1, min(len(left), len(right)))


def _proposition(
    group: Sequence[int], twins: Sequence[Sequence[str]], heads: Sequence[Claim], vectors: Vectors, rivals: tuple[str, ...]
) -> Proposition:
    """Said in the words of the telling that is likest to all the others; affirming and outside headlines if there is one.

    `twins` are the ids of the claims that each head stands for.
    """
    rows = vectors[list(group)]
    likest = rows @ rows.mean(axis=0)

    def rank(n: int) -> tuple[bool, bool, float, str]:
        claim = heads[group[n]]
        return claim.act is Act.NO_COMMENT or not says_so(claim), claim.in_headline, -float(likest[n]), claim.id

    chosen = min(range(len(group)), key=rank)
    says = _shown(heads[group[chosen]]).strip().strip("\"“”„«»'‘’").rstrip(".,; ")
    ids = sorted(id for i in group for id in twins[i])
    far = [n for n, i in enumerate(group) if float(rows[n] @ rows[chosen]) < LOOSE and _shared(heads[i], heads[group[chosen]]) < LOOSE]
    loose = [id for n in far for id in twins[group[n]]]
    because = (
        f"{len(ids)} tellings, mean likeness {float(likest.mean()):.2f}" if len(group) > 1 else f"{len(ids)} tellings in the same words"
    )
    return Proposition(content_id(*ids), says[:1].upper() + says[1:], tuple(ids), (because,), rivals, tuple(sorted(loose)))
