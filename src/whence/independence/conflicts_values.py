"""Tellings of one matter → the numbers and days on which they disagree: every telling that gives one, in the clause that holds it."""

from collections.abc import Iterator, Sequence

from whence.compare import matter, same_count, same_time
from whence.independence.evidence import clause_at
from whence.model import Claim, Conflict, ConflictValue, Quantity, Time

SHARED = 1  # words of content around two figures that say not what they count

Counted = tuple[Claim, Quantity]
Dated = tuple[Claim, Time]


def number_conflicts(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One conflict for each thing counted, in whatever unit, on which two tellings give figures that cannot both be right."""
    families: list[list[Counted]] = []
    for claim in claims:
        for quantity in claim.quantities:
            known = next((told for told in families if any(_comparable(one, (claim, quantity)) for one in told)), None)
            if known is None:
                families.append([(claim, quantity)])
            else:
                known.append((claim, quantity))
    for told in families:
        told = _one_each(told)
        if _disagree(told):
            thing = next((q.text.split()[-1] for _, q in told if q.unit), "there are")
            yield Conflict("number", f"how many {thing}", tuple(_value(claim, quantity, quantity.text) for claim, quantity in told))


def _comparable(one: Counted, other: Counted) -> bool:
    (a, p), (b, q) = one, other
    if same_count(p, q, a, b) is None:
        return False
    return (p.unit is not None and q.unit is not None) or len(_around(a, p) & _around(b, q)) >= SHARED


def _around(claim: Claim, value: Quantity) -> frozenset[str]:
    return matter(clause_at(claim, value.span).words) - matter(value.text)


def _one_each(told: Sequence[Counted]) -> list[Counted]:
    """A telling that itself gives two figures in one unit is no rival to anybody; one place is told once."""
    several = {claim.id for claim, q in told if sum(c.id == claim.id for c, _ in told) > 1}
    once: dict[tuple[str, int], Counted] = {}
    for claim, quantity in told:
        if claim.id not in several:
            once.setdefault((claim.report, quantity.span.start), (claim, quantity))
    return list(once.values())


def _disagree(told: Sequence[Counted]) -> bool:
    apart = [(a, b) for n, (a, p) in enumerate(told) for b, q in told[n + 1 :] if same_count(p, q, a, b) is False]
    return any(_voice(a) != _voice(b) for a, b in apart)


def _voice(claim: Claim) -> tuple[str, ...]:
    return (claim.report, *(hop.key for hop in claim.chain))


def date_conflict(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """The days given for one thing, where two reports give different ones."""
    dated: list[Dated] = [(c, c.times[0]) for c in claims if len(c.times) == 1 and _is_day(c.times[0])]
    for n, (a, s) in enumerate(dated):
        for b, t in dated[n + 1 :]:
            shared = matter(a.words) & matter(b.words) - matter(f"{s.text} {t.text}")
            if a.report != b.report and same_time(s, t) is False and len(shared) > 1:
                yield Conflict("date", "on which day", tuple(_value(claim, time, str(time.first)) for claim, time in dated))
                return


def _is_day(time: Time) -> bool:
    return time.type == "DATE" and time.precision == "day"


def _value(claim: Claim, at: Quantity | Time, value: str) -> ConflictValue:
    return ConflictValue(value, clause_at(claim, at.span), claim.chain)
