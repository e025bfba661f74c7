"""How a reader is told: counts, labels and names in plain English. Nouns in, short strings out; nothing here says what is true."""

import re
from collections.abc import Mapping, Sequence
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
    SourceKind,
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
SHARED: Mapping[DerivationKind, str] = {
    DerivationKind.COPY: "words",
    DerivationKind.NEAR_COPY: "words",
    DerivationKind.PARTIAL: "words",
    DerivationKind.REWRITE: "names, numbers and rarer words",
}
SURE = 0.7  # confidence from which who took from whom needs no "perhaps": nine in ten are right, of the others one in two (88 scenarios)
COUNTS: Mapping[str, str] = {
    "yes": "counts",
    "maybe": "may count: raises only the upper end",
    "no": "does not count",
}
UNNAMED = "unnamed: "  # how an origin without a name of its own begins
NAMES_SHOWN = 3  # origins in a line
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
    """Safe to show, with every run of white space as one space."""
    return " ".join(shown(text).split())


def quoted(words: str) -> str:
    """In quotation marks, unless they begin with one."""
    return words if words[:1] in ("“", '"') else f"“{words}”"


def many(count: int, one: str, more: str = "") -> str:
    """many(1, "telling") → "1 telling"; many(2, "story", "stories") → "2 stories"."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def count_range(finding: Finding) -> str:
    """'1', '0 to 1'."""
    low, high = finding.independent
    return str(low) if low == high else f"{low} to {high}"


def reports_phrase(finding: Finding) -> str:
    """'6 reports': those that tell it, without those that deny it or would not say."""
    supporting = {id for origin in finding.origins if origin.name not in finding.against for id in origin.tellings}
    told = {claim.report for claim in finding.tellings if claim.id in supporting} or {claim.report for claim in finding.tellings}
    return many(len(told), "report")


def origins_phrase(finding: Finding) -> str:
    """'1 independent origin: TSNA, a party to the matter', 'no named origin, at most 1: “officials”, unnamed', 'no origin in sight'."""
    low, high = finding.independent
    if high == 0:
        return "no origin in sight"
    count = f"no named origin, at most {high}" if low == 0 else f"{count_range(finding)} independent {'origin' if high == 1 else 'origins'}"
    names = [_origin_in_line(origin) for origin in finding.origins if origin.counts != "no" and origin.name not in finding.against]
    more = [f"and {len(names) - NAMES_SHOWN} more"] if len(names) > NAMES_SHOWN else []
    return f"{count}: {'; '.join(names[:NAMES_SHOWN] + more)}" if names else count


def _origin_in_line(origin: Origin) -> str:
    notes = [("unnamed", is_unnamed(origin)), ("a party to the matter", origin.party)]
    noted = "".join(f", {note}" for note, holds in notes if holds)
    perhaps = "perhaps " if origin.counts == "maybe" and not is_unnamed(origin) else ""
    return f"{perhaps}{origin_name(origin)}{noted}"


def is_unnamed(origin: Origin) -> bool:
    """Whether it has no name of its own: “officials”."""
    return origin.kind is SourceKind.UNNAMED or origin.name.startswith(UNNAMED)


def origin_name(origin: Origin) -> str:
    """'TSNA', '“officials” (Evening Post)' for who has no name of their own, 'nobody named'."""
    name = one_line(origin.name)
    if name.startswith(UNNAMED):
        said, heard_by = _bracketed(name.removeprefix(UNNAMED))
        return f"“{shorten(said, 80, placeholder=' …')}”{heard_by}"
    return "nobody named" if origin.kind is None and name == "no source named" else name


def _bracketed(name: str) -> tuple[str, str]:
    """'officials (Evening Post)' → what they are called, and who heard them, in its brackets."""
    said, bracket, rest = name.rpartition(" (")
    return (said, bracket + rest) if said and rest.endswith(")") else (name, "")


def origin_note(origin: Origin) -> str:
    """How it stands to the count: 'a party to the matter, counts'."""
    noted = ["unnamed"] * is_unnamed(origin) + ["a party to the matter"] * origin.party + [counting(origin)]
    return ", ".join(noted)


def origin_reasons(origin: Origin) -> list[str]:
    """Why it counts and whether it is a party, without saying its name again."""
    if is_unnamed(origin):
        return [reason for reason in map(one_line, origin.because) if not reason.endswith("not named")]
    names = sorted({one_line(name) for name in (origin.name, *origin.names)}, key=len, reverse=True)
    return [_without_name(reason, names) for reason in map(one_line, origin.because)]


def _without_name(reason: str, names: Sequence[str]) -> str:
    name = next((name for name in names if name and reason.startswith(f"{name} ")), "")
    return reason.removeprefix(f"{name} ").removeprefix("is ") if name else reason


def count_line(finding: Finding) -> str:
    """The line that answers the question: '6 reports, 1 independent origin: TSNA, a party to the matter · denied'."""
    return " · ".join([f"{reports_phrase(finding)}, {origins_phrase(finding)}", *flags(finding)[finding.party :]])


def flags(finding: Finding) -> list[str]:
    """What a reader must know beside the count; that only parties stand behind it comes first."""
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
    """How firmly it is told: 'told without a hedge', 'told as possible', 'told as possible by some, as certain by others'."""
    weakest, strongest = finding.certainty
    if weakest is not strongest:
        return f"told as {weakest.value} by some, as {strongest.value} by others"
    return told_as(weakest)


def told_as(certainty: Certainty) -> str:
    """'told without a hedge', 'told as possible', 'told as not known'."""
    plain = {Certainty.CERTAIN: "told without a hedge", Certainty.UNSURE: "told as not known"}
    return plain.get(certainty, f"told as {certainty.value}")


DOUBTFUL = 0.4  # confidence below which a reading is shown as doubtful: of attributions below it people marked fewer than half


def labels(claim: Claim) -> list[str]:
    """What is not plain stating: 'possible', 'denies', 'distanced by the reporter', 'in the headline'."""
    listed = [
        (claim.certainty.value, claim.certainty is not Certainty.CERTAIN and claim.act is not Act.NO_COMMENT),
        (ACTS[claim.act], claim.act is not Act.STATES),
        ("negated", claim.negated and claim.act is not Act.DENIES),
        (f"{claim.stance.value} by the reporter", claim.stance is not Stance.NEUTRAL),
        ("headline", claim.in_headline),
        ("doubtful reading", claim.cue is not None and claim.confidence < DOUBTFUL),
    ]
    return [words for words, holds in listed if holds]


def label_values(claim: Claim) -> Mapping[str, str]:
    """Each label of a claim in words: {"certainty": "possible", "act": "denies", …}."""
    negated = "yes" if claim.negated else "no"
    return {"certainty": claim.certainty.value, "act": ACTS[claim.act], "negated": negated, "stance": claim.stance.value}


def drift_name(drift: Drift) -> str:
    """'hedge dropped'."""
    return DRIFTS.get(drift.kind) or one_line(drift.kind.replace("_", " "))


def conflict_name(conflict: Conflict) -> str:
    """'different numbers'."""
    return CONFLICTS.get(conflict.about) or one_line(conflict.about.replace("_", " "))


def derivation_name(derivation: Derivation) -> str:
    """'nearly copied from', 'perhaps rewritten from'."""
    name = DERIVATIONS[derivation.kind]
    return name if derivation.confidence >= SURE else f"perhaps {name}"


def derivation_share(derivation: Derivation) -> str:
    """'96% of its words'; of a rewrite, which shares no words in a row, 'a third of its names and numbers' as a percentage."""
    what = SHARED.get(derivation.kind)
    return f"{derivation.share:.0%} of its {what}" if derivation.share and what else ""


def counting(origin: Origin) -> str:
    """'counts', 'may count: raises only the upper end', 'does not count'."""
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
    """'4 May 2026, 09:30 +02:00', in the offset that the report gave."""
    published = report.published if report else None
    return f"{published.day} {published:%b %Y, %H:%M %:z}".rstrip() if published else "time unknown"


def rule(tie: Tie) -> str:
    """Why two tellings are not counted apart: 'same origin'."""
    return RULES.get(tie.rule) or one_line(tie.rule.replace("_", " "))
