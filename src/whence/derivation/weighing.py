"""What the rules say of one report, and all signs together → from which earlier ones it took: two small logistic sums.

A single sign decides little where a report tells the same event in its own words: half a name, a few details that only one earlier report
has, a body that is spoken of. What was copied is left as it is.
"""

import math
from collections.abc import Sequence
from dataclasses import fields, replace

from whence.derivation.aliases import bare_name, is_place
from whence.derivation.citing import citation
from whence.derivation.retelling import retelling
from whence.derivation.scene import Scene
from whence.derivation.signs import Company, Seen, Signs, seen
from whence.derivation.tellers import COPIES, copies_among
from whence.derivation.verbatim import directed
from whence.model import Derivation, DerivationKind

FEWEST = 3  # reports of a story: of two, all that they share is what only the first had told
# Fitted on 52 scenarios (fresh ones 01-05 of every writer and the twelve old); edge F1 on the 24 others .74, by the rules alone .59.
TAKEN = Signs(
    share=1.33, densest=0.55, spread=2.22, numerals=0.31, quote=2.83, named=1.07, speaks=1.41, body=1.34, state=0.87,
    own=3.53, somebody=1.00, owner=1.84, from_body=0.90, to_body=-1.02, copied=-2.43, cited=2.34, retold=1.51,
)  # fmt: skip
TAKEN_FROM = -2.88
LIKELY = 0.35  # edge F1 is level from .30 to .45 across the 76; precision .78 here
RETOLD = Signs(
    share=6.83, densest=0, spread=1.98, numerals=0, quote=0, named=-2.06, speaks=0, body=0, state=0,
    own=-2.86, somebody=-2.86, owner=1.56, from_body=0, to_body=0, copied=0, cited=0, retold=0,
)  # fmt: skip
RETOLD_FROM = -2.50  # a retelling against a citation: .82 right across the 76


def weighed(
    scene: Scene, company: Company, b: int, words: Sequence[Derivation], told: Sequence[Derivation], before: Sequence[Derivation]
) -> list[Derivation]:
    """`words` is what b took word for word, `told` what the other rules say, `before` what is known of the earlier reports."""
    if any(made.kind in COPIES for made in words) or not scene.wordings[b].sentences:
        return [*words, *told]
    rules = {made.from_report: made for made in told if not _by_place(scene, company, made)}
    if len(scene.readings) < FEWEST:
        return [*words, *rules.values()]
    taken = {made.from_report for made in words}
    same = copies_among(scene, before)
    kept = list(words)
    for a in range(len(scene.readings)):
        id = scene.report(a).id
        if a > b and id in rules:
            kept.append(rules[id])
        if a >= b or id in taken or not scene.possible(a, b) or not directed(scene, a, b) or not scene.wordings[a].sentences:
            continue
        pair = seen(scene, company, (a, b), same, list(rules.values()))
        chance = probability(pair.signs, TAKEN, TAKEN_FROM)
        if chance >= LIKELY:
            kept.append(_derivation(scene, (a, b), pair, rules.get(id), chance))
    return kept


def _derivation(scene: Scene, pair: tuple[int, int], found: Seen, rule: Derivation | None, chance: float) -> Derivation:
    made = rule or (citation(scene, *pair, found.pointing) if found.pointing else retelling(scene, *pair))
    reasons = list(made.because)
    if found.only:
        reasons.append(f"of what {made.to_report} tells, only {made.from_report} had told before: {', '.join(found.only)}")
    if found.signs.quote:
        reasons.append("both quote the same words, and no other report that came before")
    if found.signs.owner:
        reasons.append("both are of one publisher")
    kind = made.kind if rule and rule.kind is DerivationKind.PARTIAL else _kind(found)
    return replace(made, kind=kind, confidence=round(min(0.95, chance), 2), because=tuple(reasons))


def _kind(found: Seen) -> DerivationKind:
    if probability(found.signs, RETOLD, RETOLD_FROM) >= 0.5:
        return DerivationKind.REWRITE
    return DerivationKind.PARTIAL if found.signs.quote and not found.pointing else DerivationKind.CITATION


def probability(signs: Signs, weights: Signs, constant: float) -> float:
    """0 to 1."""
    total = constant + sum(float(getattr(signs, field.name)) * float(getattr(weights, field.name)) for field in fields(Signs))
    return 1 / (1 + math.exp(-total))


def _by_place(scene: Scene, company: Company, made: Derivation) -> bool:
    """Does a citation by name rest on a word that is a place here?"""
    first = next(reading.report for reading in scene.readings if reading.report.id == made.from_report)
    words = [pair[1].words for pair in made.shared if pair[1].note == "names its source"]
    return any(is_place(word, bare_name(first.outlet or ""), company.places) for word in words)
