"""The tellings of one proposition, and of those it rivals → where the reports disagree, each value with the words that say it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from whence.compare import quote_likeness, same_quantity, same_time, says_so
from whence.model import Act, Certainty, Claim, Conflict, ConflictValue, Evidence, Quantity

MEETING = 45.0  # likeness of the words of a yes and a no that are about one matter
SAYING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS, Act.DENIES)


def find_conflicts(claims: Sequence[Claim], rivals: Sequence[Claim], base: bool, what: str) -> tuple[Conflict, ...]:
    """Numbers (of the rivals too), dates, yes or no, and silence beside a statement; `what` names the matter,
    `base` says whether the proposition affirms it."""
    return (*_numbers([*claims, *rivals]), *_dates(claims), *_yes_no(claims, base, what), *_silence(claims, what))


def _value(claim: Claim, value: str) -> ConflictValue:
    return ConflictValue(value, Evidence(claim.report, claim.span, claim.words), claim.chain)


def _numbers(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One conflict for each thing counted, in whatever unit, on which two tellings give figures that cannot both be right."""
    families: list[list[tuple[Claim, Quantity]]] = []
    for claim in claims:
        for quantity in claim.quantities:
            if claim.act in SAYING and quantity.unit:
                known = next((told for told in families if same_quantity(told[0][1], quantity) is not None), None)
                if known is None:
                    families.append([(claim, quantity)])
                else:
                    known.append((claim, quantity))
    for told in families:
        values = _apart(told)
        if len(values) > 1:
            yield Conflict(
                "number", f"how many {values[0][1].text.split()[-1]}", tuple(_value(claim, quantity.text) for claim, quantity in values)
            )


def _apart(told: Sequence[tuple[Claim, Quantity]]) -> list[tuple[Claim, Quantity]]:
    """The first telling of each value; a telling that itself gives two figures in one unit is no rival to anybody."""
    several = {claim.id for claim, q in told if sum(c.id == claim.id for c, _ in told) > 1}
    apart: list[tuple[Claim, Quantity]] = []
    for claim, quantity in told:
        if claim.id not in several and all(same_quantity(quantity, q) is False for _, q in apart):
            apart.append((claim, quantity))
    voices = {(claim.report, *(hop.key for hop in claim.chain)) for claim, _ in apart}
    return apart if len(voices) > 1 else []


def _dates(claims: Sequence[Claim]) -> Iterator[Conflict]:
    dated = [(c, c.times[0]) for c in claims if len(c.times) == 1 and c.times[0].type == "DATE" and c.times[0].precision == "day"]
    for (a, s), (b, t) in combinations(dated, 2):
        if same_time(s, t) is False and a.report != b.report:
            yield Conflict("date", "on which day", (_value(a, str(s.first)), _value(b, str(t.first))))
            return


def _yes_no(claims: Sequence[Claim], base: bool, what: str) -> Iterator[Conflict]:
    yes = [claim for claim in claims if says_so(claim) is base and claim.act in SAYING and claim.certainty is not Certainty.UNSURE]
    no = [claim for claim in claims if says_so(claim) is not base and claim.act in SAYING]
    against = [claim for claim in no if any(_another_says(claim, other) for other in yes)]
    for_it = [claim for claim in yes if any(_another_says(other, claim) for other in against)]
    if for_it and against:
        first = [_value(for_it[0], "yes"), _value(against[0], "no")]
        more = [_value(c, "yes") for c in for_it[1:]] + [_value(c, "no") for c in against[1:]]
        yield Conflict("yes_no", f"whether it is so: {what}", tuple(first + more))


def _another_says(no: Claim, yes: Claim) -> bool:
    """Two voices on one matter: another report's or another source's."""
    same_voice = no.report == yes.report and [hop.key for hop in no.chain] == [hop.key for hop in yes.chain]
    return not same_voice and (no.act is Act.DENIES or quote_likeness(no.plain, yes.plain) >= MEETING)


def _silence(claims: Sequence[Claim], what: str) -> Iterator[Conflict]:
    """Somebody would not say what another voice of the same state announced."""
    for quiet in claims:
        if quiet.act is not Act.NO_COMMENT or not quiet.chain:
            continue
        state = quiet.chain[-1].state
        for loud in claims:
            if state and loud.act in SAYING and loud.chain and loud.chain[-1].state == state and says_so(loud):
                yield Conflict("silence", what, (_value(loud, "announced"), _value(quiet, "no comment")))
                return
