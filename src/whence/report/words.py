"""How a reader is told: counts, labels and names in plain English. Nouns in, short strings out; nothing here says what is true."""

import re
from collections.abc import Mapping
from textwrap import shorten

from whence.model import (
    Act,
    Certainty,
    Claim,
    Conflict,
    Derivation,
    DerivationKind,
    Drift,
    Finding,
    Origin,
    Quantity,
    Report,
    Source,
    Stance,
    Tie,
)

# control characters, direction overrides, half characters
NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

ACTS: Mapping[Act, str] = {
    Act.STATES: "states",
    Act.DENIES: "denies",
    Act.NO_COMMENT: "declines to comment",
    Act.ORDERS: "orders",
    Act.PLANS: "plans",
    Act.ASKS: "asks",
    Act.ALLEGES: "alleges",
}
RULES: Mapping[str, str] = {
    "same_origin": "same origin",
    "same_intermediary": "same intermediary, nothing named behind it",
    "derivation": "one text was taken from the other, or both from a third",
    "same_owner": "same owner",
    "same_byline": "same byline",
    "circle": "they cite each other in a circle",
}
DRIFTS: Mapping[str, str] = {
    "hedge_dropped": "hedge dropped",
    "attribution_dropped": "attribution dropped",
    "number_changed": "number changed",
    "date_changed": "date changed",
    "quote_altered": "quote altered",
    "actor_changed": "actor changed",
}
DERIVATIONS: Mapping[DerivationKind, str] = {
    DerivationKind.COPY: "copied from",
    DerivationKind.NEAR_COPY: "nearly copied from",
    DerivationKind.PARTIAL: "took passages from",
    DerivationKind.REWRITE: "rewritten from",
    DerivationKind.CITATION: "cites",
}
COUNTS: Mapping[str, str] = {
    "yes": "counts",
    "maybe": "may count: raises only the upper end",
    "no": "does not count",
}
CONFLICTS: Mapping[str, str] = {
    "number": "different numbers",
    "date": "different dates",
    "actor": "different actors",
    "yes_no": "said and denied",
    "silence": "announced, and not commented on",
}


def shown(text: str) -> str:
    """Text that is safe to put before a reader: what a screen would obey instead of show is replaced, one for one."""
    return NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    return " ".join(shown(text).split())


def many(count: int, one: str, more: str = "") -> str:
    """many(1, "telling") → "1 telling"; many(2, "story", "stories") → "2 stories"."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def count_range(finding: Finding) -> str:
    low, high = finding.independent
    return str(low) if low == high else f"{low} to {high}"


def origins_phrase(finding: Finding) -> str:
    """'1 independent origin of 5 tellings', '1 to 2 …', 'no independent origin in sight, 5 tellings'."""
    (low, high), tellings = finding.independent, many(len(finding.tellings), "telling")
    if high == 0:
        return f"no independent origin in sight, {tellings}"
    return f"{count_range(finding)} independent {'origin' if low == high == 1 else 'origins'} of {tellings}"


def count_line(finding: Finding) -> str:
    """The line that answers the question: '1 independent origin of 5 tellings · a party to the matter'."""
    return " · ".join([origins_phrase(finding), *flags(finding)])


def flags(finding: Finding) -> list[str]:
    listed = [
        ("a party to the matter" if finding.independent[1] <= 1 else "only parties to the matter", finding.party),
        ("denied", bool(finding.against)),
        ("no comment", bool(finding.no_comment)),
        ("cited in a circle", bool(finding.circles)),
        (many(len(finding.drift), "change") + " on the way", bool(finding.drift)),
        (many(len(finding.conflicts), "disagreement"), bool(finding.conflicts)),
    ]
    return [words for words, holds in listed if holds]


def certainty_line(finding: Finding) -> str:
    weakest, strongest = finding.certainty
    return told_as(weakest) if weakest is strongest else f"told as {weakest.value} to {strongest.value}"


def told_as(certainty: Certainty) -> str:
    return f"told as {certainty.value}"


def labels(claim: Claim) -> list[str]:
    """What is not plain stating: 'possible', 'denies', 'distanced by the reporter', 'in the headline'."""
    listed = [
        (claim.certainty.value, claim.certainty is not Certainty.CERTAIN),
        (ACTS[claim.act], claim.act is not Act.STATES),
        ("negated", claim.negated and claim.act is not Act.DENIES),
        (f"{claim.stance.value} by the reporter", claim.stance is not Stance.NEUTRAL),
        ("headline", claim.in_headline),
    ]
    return [words for words, holds in listed if holds]


def label_values(claim: Claim) -> Mapping[str, str]:
    """Each label of a claim in words: {"certainty": "possible", "act": "denies", …}."""
    negated = "yes" if claim.negated else "no"
    return {"certainty": claim.certainty.value, "act": ACTS[claim.act], "negated": negated, "stance": claim.stance.value}


def drift_name(drift: Drift) -> str:
    return DRIFTS.get(drift.kind) or one_line(drift.kind.replace("_", " "))


def conflict_name(conflict: Conflict) -> str:
    return CONFLICTS.get(conflict.about) or one_line(conflict.about.replace("_", " "))


def derivation_name(derivation: Derivation) -> str:
    return DERIVATIONS[derivation.kind]


def counting(origin: Origin) -> str:
    return COUNTS.get(origin.counts) or one_line(origin.counts)


def hop(source: Source) -> str:
    """The name, with the report's own words for it where they differ: 'KCNA ("state media")'."""
    name, mention = one_line(source.name), one_line(source.mention)
    known = not mention or mention.casefold() in name.casefold() or name.casefold() in mention.casefold()
    return name or mention if known else f"{name} (“{shorten(mention, 60, placeholder=' …')}”)"


def amount(quantity: Quantity) -> str:
    """'at least 12 people', '2,400,000 t'."""
    qualifier = "" if quantity.qualifier == "exact" else one_line(quantity.qualifier.replace("_", " "))
    number = f"{quantity.value:,.15g}"
    return " ".join(part for part in (qualifier, number, one_line(quantity.unit or "")) if part)


def details(claim: Claim) -> list[str]:
    """The times and numbers of a claim with what they were read as: '“June 1”: 2026-06-01'."""
    times = [f"“{one_line(time.text)}”: {one_line(time.value)}" for time in claim.times if time.value]
    return times + [f"“{one_line(quantity.text)}”: {amount(quantity)}" for quantity in claim.quantities]


def outlet_of(report: Report | None, id: str) -> str:
    """The outlet where we know it, else the report's id."""
    return one_line((report.outlet if report else None) or id)


def when(report: Report | None) -> str:
    published = report.published if report else None
    return f"{published.day} {published:%b %Y, %H:%M %:z}".rstrip() if published else "time unknown"


def rule(tie: Tie) -> str:
    return RULES.get(tie.rule) or one_line(tie.rule.replace("_", " "))
