"""The tellings of one proposition, and of those it rivals → where the reports disagree, each value with the words that say it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from whence.compare import same_quantity, same_time
from whence.model import Act, Certainty, Claim, Conflict, ConflictValue, Evidence, Quantity

SAYING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS, Act.DENIES)


def find_conflicts(claims: Sequence[Claim], rivals: Sequence[Claim], base: bool, what: str) -> tuple[Conflict, ...]:
    """Numbers (of the rivals too), dates, yes or no, and silence beside a statement; `what` names the matter,
    `base` says whether the proposition affirms it."""
    return (*_numbers([*claims, *rivals]), *_dates(claims), *_yes_no(claims, base, what), *_silence(claims, what))


def _value(claim: Claim, value: str) -> ConflictValue:
    return ConflictValue(value, Evidence(claim.report, claim.span, claim.words), claim.chain)


def _numbers(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One conflict for each unit in which two tellings give figures that cannot both be right."""
    by_unit: dict[str, list[tuple[Claim, Quantity]]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if claim.act in SAYING and quantity.unit:
                by_unit.setdefault(quantity.unit or "", []).append((claim, quantity))
    for unit, told in by_unit.items():
        values = _apart(told)
        if len(values) > 1:
            yield Conflict("number", f"how many {unit}".strip(), tuple(_value(claim, quantity.text) for claim, quantity in values))


def _apart(told: Sequence[tuple[Claim, Quantity]]) -> list[tuple[Claim, Quantity]]:
    """The first telling of each value; a telling that itself gives two figures in one unit is no rival to anybody."""
    several = {claim.id for claim, q in told if sum(c.id == claim.id for c, _ in told) > 1}
    apart: list[tuple[Claim, Quantity]] = []
    for claim, quantity in told:
        if claim.id not in several and all(same_quantity(quantity, other) is False for _, other in apart):
            apart.append((claim, quantity))
    return apart


def _dates(claims: Sequence[Claim]) -> Iterator[Conflict]:
    dated = [(c, c.times[0]) for c in claims if len(c.times) == 1 and c.times[0].type == "DATE" and c.times[0].precision == "day"]
    for (a, s), (b, t) in combinations(dated, 2):
        if same_time(s, t) is False and a.report != b.report:
            yield Conflict("date", "on which day", (_value(a, str(s.first)), _value(b, str(t.first))))
            return


def _yes_no(claims: Sequence[Claim], base: bool, what: str) -> Iterator[Conflict]:
    yes = [claim for claim in claims if claim.affirms is base and claim.act in SAYING and claim.certainty is not Certainty.UNSURE]
    no = [claim for claim in claims if claim.affirms is not base and claim.act in SAYING]
    if yes and no:
        first = [_value(yes[0], "yes"), _value(no[0], "no")]
        more = [_value(c, "yes") for c in yes[1:]] + [_value(c, "no") for c in no[1:]]
        yield Conflict("yes_no", f"whether it is so: {what}", tuple(first + more))


def _silence(claims: Sequence[Claim], what: str) -> Iterator[Conflict]:
    """Somebody would not say what another voice of the same state announced."""
    for quiet in claims:
        if quiet.act is not Act.NO_COMMENT or not quiet.chain:
            continue
        state = quiet.chain[-1].state
        for loud in claims:
            if state and loud.act in SAYING and loud.chain and loud.chain[-1].state == state and loud.affirms:
                yield Conflict("silence", what, (_value(loud, "announced"), _value(quiet, "no comment")))
                return
