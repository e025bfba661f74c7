"""What the rules say of one report, and all signs together → from which earlier ones it took: two small logistic sums.

A single sign decides little where a report tells the same event in its own words: half a name, a few details that only one earlier report
has, a body that is spoken of. What was copied is left as it is.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter, mul

from whence.derivation.aliases import bare_name, is_place
from whence.derivation.citing import citation
from whence.derivation.retelling import retelling
from whence.derivation.scene import Scene
from whence.derivation.signs import Company, Seen, Signs, later_of, seen
from whence.derivation.tellers import copies_among
from whence.derivation.verbatim import directed
from whence.model import Derivation, DerivationKind

VALUES = attrgetter(*(field.name for field in fields(Signs)))
FEWEST = 3  # reports of a story: of two, all that they share is what only the first had told
# Both sums are fitted by `training/derivation/fit.py` on 52 scenarios (fresh ones 01-05 of every writer and the twelve old). Scenario by
# scenario left out edge F1 is .86 on the old and .79 on the fresh; .79 on the 24 others. That the rule of `retelling` holds was a sign
# too: it helped only on the twelve that it was set on.
TAKEN = Signs(
    share=2.55, densest=0.58, spread=1.82, numerals=0.35, quote=2.27, named=1.23, speaks=1.36, other=-2.73, body=1.09,
    state=1.09, own=3.09, somebody=2.90, among=0.37, owner=1.36, from_body=0.77, to_body=-0.77, copied=-1.21, cited=1.82,
    length=-0.39, first_hand=-0.94, agency=-0.55,
)  # fmt: skip
TAKEN_FROM = -2.96
QUOTE_ALONE = 0.3  # share of sentences with something from there alone, below which a quote in common is all that was lifted
LIKELY = 0.31  # edge F1 is level from .30 to .34 in all three; precision .82 there
RETOLD = Signs(
    share=5.21, densest=0, spread=1.91, numerals=0, quote=0, named=-0.86, speaks=0, other=0, body=0, state=0, own=-1.74,
    somebody=-0.53, among=0, owner=1.35, from_body=0, to_body=0, copied=0, cited=-1.53, length=-1.98, first_hand=-4.68,
    agency=0,
)  # fmt: skip
RETOLD_FROM = -2.41  # a retelling against a citation: .89 of those found are right by the same leaving out, .87 on the 24 others


def weighed(
    scene: Scene, company: Company, b: int, words: Sequence[Derivation], told: Sequence[Derivation], before: Sequence[Derivation]
) -> list[Derivation]:
    """`words` is what b took word for word, `told` what the other rules say, `before` what is known of the earlier reports."""
    if not scene.wordings[b].sentences:
        return [*words, *told]
    rules = {made.from_report: made for made in told if not rests_on_a_place(scene, company, made)}
    if len(scene.readings) < FEWEST:
        return [*words, *rules.values()]
    later_ones = (scene.report(a).id for a in range(b + 1, len(scene.readings)))  # possible where times are not known
    kept = [*words, *(rules[id] for id in later_ones if id in rules)]
    for a, pair in pairs(scene, company, b, words, list(rules.values()), before):
        chance = probability(pair.signs, TAKEN, TAKEN_FROM)
        if chance >= LIKELY:
            kept.append(_derivation(scene, (a, b), pair, rules.get(scene.report(a).id), chance))
    return kept


def pairs(
    scene: Scene, company: Company, b: int, words: Sequence[Derivation], rules: Sequence[Derivation], before: Sequence[Derivation]
) -> Iterator[tuple[int, Seen]]:
    """The earlier reports that b may have taken from, but those that it took from word for word, with all signs. Of these sums are made."""
    taken = {made.from_report for made in words}
    later = later_of(scene, company, b, copies_among(scene, before), rules)
    for a in range(b):
        able = scene.possible(a, b) and directed(scene, a, b) and scene.wordings[a].sentences
        if able and scene.report(a).id not in taken:
            yield a, seen(scene, company, a, later)


def _derivation(scene: Scene, pair: tuple[int, int], found: Seen, rule: Derivation | None, chance: float) -> Derivation:
    made = rule or (citation(scene, *pair, found.pointing) if found.pointing else retelling(scene, *pair))
    reasons = list(made.because)
    if found.only:
        reasons.append(f"of what {made.to_report} tells, only {made.from_report} had told before: {', '.join(found.only)}")
    if found.signs.quote:
        reasons.append("both quote the same words, and no other report that came before")
    if found.signs.owner:
        reasons.append("both are of one publisher")
    return replace(made, kind=_kind(found, rule), confidence=round(min(0.95, chance), 2), because=tuple(reasons))


def _kind(found: Seen, rule: Derivation | None) -> DerivationKind:
    """A quote alone is a part, whether a rule saw it or it points at nobody; the rest is told anew or cited."""
    signs = found.signs
    unsaid = signs.quote and not (found.pointing or signs.among) and probability(signs, RETOLD, RETOLD_FROM) < 0.5
    if signs.spread < QUOTE_ALONE and (unsaid or (rule and rule.kind is DerivationKind.PARTIAL)):
        return DerivationKind.PARTIAL
    return DerivationKind.REWRITE if probability(signs, RETOLD, RETOLD_FROM) >= 0.5 else DerivationKind.CITATION


def probability(signs: Signs, weights: Signs, constant: float) -> float:
    """0 to 1."""
    total = constant + sum(map(mul, VALUES(signs), VALUES(weights)))
    return 1 / (1 + math.exp(-total))


def rests_on_a_place(scene: Scene, company: Company, made: Derivation) -> bool:
    """Does a citation by name rest on a word that is a place here?"""
    first = next(reading.report for reading in scene.readings if reading.report.id == made.from_report)
    words = [pair[1].words for pair in made.shared if pair[1].note == "names its source"]
    return any(is_place(word, bare_name(first.outlet or ""), company.places) for word in words)
