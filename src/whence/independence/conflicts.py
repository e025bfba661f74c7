"""The tellings of one proposition, and of those it rivals → where the reports disagree, each value with the words that say it."""

from collections.abc import Iterator, Sequence

from whence.compare import matter, nearest, quote_likeness, says_so
from whence.independence.conflicts_denials import WHETHER
from whence.independence.conflicts_opposites import SAYING, agree, opposed
from whence.independence.conflicts_values import date_conflict, number_conflicts
from whence.independence.evidence import shown
from whence.model import Act, Certainty, Claim, Conflict, ConflictValue

MEETING = 45.0  # likeness of the words of a yes and a no that are about one matter


def find_conflicts(claims: Sequence[Claim], rivals: Sequence[Claim], base: bool, what: str) -> tuple[Conflict, ...]:
    """Numbers and dates (of the rivals too), yes or no, and silence beside a statement; `what` names the matter,
    `base` says whether the proposition affirms it."""
    saying = [claim for claim in [*claims, *rivals] if claim.act in SAYING]
    said_or_not = tuple(_yes_no(claims, base, what)) or tuple(_opposites(claims, what))
    return (*number_conflicts(saying), *date_conflict(saying), *said_or_not, *_silence(claims, what))


def _value(claim: Claim, value: str, other: Claim) -> ConflictValue:
    return ConflictValue(value, shown(claim, nearest(claim, other)), claim.chain)


def _yes_no(claims: Sequence[Claim], base: bool, what: str) -> Iterator[Conflict]:
    """Every telling that says so, and every one that says not: of two reports at least, two of them about the same thing."""
    yes = [claim for claim in claims if says_so(claim) is base and claim.act in SAYING and claim.certainty is not Certainty.UNSURE]
    no = [claim for claim in claims if says_so(claim) is not base and claim.act in SAYING]
    against = [claim for claim in no if any(_another_says(claim, other) for other in yes)]
    for_it = [claim for claim in yes if any(_another_says(other, claim) for other in against)]
    if for_it and against and len({claim.report for claim in (*for_it, *against)}) > 1:
        first = [_value(for_it[0], "yes", against[0]), _value(against[0], "no", for_it[0])]
        more = [_value(c, "yes", against[0]) for c in for_it[1:]] + [_value(c, "no", for_it[0]) for c in against[1:]]
        yield Conflict("yes_no", f"{WHETHER}: {what}", tuple(first + more))


def _opposites(claims: Sequence[Claim], what: str) -> Iterator[Conflict]:
    """The first two camps that cannot both be right."""
    for left, right in opposed(claims):
        values = [_value(claim, "one way", right[0]) for claim in left] + [_value(claim, "the other way", left[0]) for claim in right]
        yield Conflict("yes_no", f"which is so: {what}", tuple(values))
        return


def _another_says(no: Claim, yes: Claim) -> bool:
    """Two voices on one matter: another report's or another source's."""
    same_voice = no.report == yes.report and [hop.key for hop in no.chain] == [hop.key for hop in yes.chain]
    if same_voice or agree(no, yes):
        return False
    return no.act is Act.DENIES or bool(matter(no.words) & matter(yes.words)) and quote_likeness(no.plain, yes.plain) >= MEETING


def _silence(claims: Sequence[Claim], what: str) -> Iterator[Conflict]:
    """Somebody would not say what another voice of the same state announced."""
    for quiet in claims:
        if quiet.act is not Act.NO_COMMENT or not quiet.chain:
            continue
        state = quiet.chain[-1].state
        for loud in claims:
            if state and loud.act in SAYING and loud.chain and loud.chain[-1].state == state and says_so(loud):
                yield Conflict("silence", what, (_value(loud, "announced", quiet), _value(quiet, "no comment", loud)))
                return
