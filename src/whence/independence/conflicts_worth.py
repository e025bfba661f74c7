"""A denial, and how like the tellings are that say otherwise → how likely a careful reader names it as a disagreement.

Most clauses with a "not" deny nothing that anybody said, or only a small matter: what is denied is told by others in nearly these words,
is told of by many reports, and whoever denies it is mostly named.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from whence.compare import says_so
from whence.model import Claim

NEVER = re.compile(r"\b(?:never|nobody|none|nothing|neither)\b", re.I)
NO_SIGN = re.compile(r"\bno (?:evidence|sign|proof|indication|trace|such)\b", re.I)
ANY = re.compile(r"\b(?:any|anyone|anything|ever)\b", re.I)
SAID = re.compile(r"\b(?:said|told|says|insist|added)\b", re.I)
NEAR = 0.45  # likeness from which a report tells of its matter
REPORTS, LETTERS = 5, 300  # at which what counts reports, or letters, is full
THIRD = 2  # place of the third likest telling


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against it, each from 0 to 1."""

    likest: float  # how like the telling is that is most like it, of those that say otherwise
    third: float  # the third of them
    clause: float  # how like one of them the clause that denies is by itself
    told: float  # how like it the likest telling of each other report is, on average
    near: float  # reports that tell of its matter
    spoken: float  # "said", "told" stand in it
    vague: float  # "any", "ever"
    no_sign: float  # "no evidence", "no such"
    never: float  # "never", "nobody"
    affirms: float  # the telling it stands in says for the rest that something is so
    headline: float
    long: float  # letters of the telling it stands in
    named: float  # whoever says it has a name
    quoted: float  # it holds a quotation


# Logistic regression over the 552 denials of the 12 development scenarios and the training ones ?01-?05, 21 Nov; 101 of them are values of
# a conflict in the gold. Each scenario left out of it in turn, the area under the curve is .77; .65 on the 24 others.
WEIGHTS = Signs(
    likest=0.88, third=0.46, clause=0.89, told=0.16, near=1.39, spoken=0.6, vague=0.87, no_sign=0.74, never=0.39, affirms=-0.6,
    headline=-1.01, long=-0.75, named=0.12, quoted=0.23,
)  # fmt: skip
CONSTANT = -3.62


def worth(signs: Signs) -> float:
    """The chance that a reader names it."""
    return 1 / (1 + math.exp(-CONSTANT - sum(w * s for w, s in zip(astuple(WEIGHTS), astuple(signs)))))


def signs_of(claim: Claim, text: str, like: Sequence[float], clause: float, by_report: Sequence[float]) -> Signs:
    """`text` denies, in the telling `claim`; `like` has the likeness of the tellings that say otherwise, `by_report` that of the likest
    telling of each other report."""
    ordered = sorted(like, reverse=True)
    return Signs(
        likest=ordered[0] if ordered else 0.0,
        third=ordered[THIRD] if len(ordered) > THIRD else 0.0,
        clause=clause,
        told=sum(by_report) / max(1, len(by_report)),
        near=min(REPORTS, sum(each > NEAR for each in by_report)) / REPORTS,
        spoken=bool(SAID.search(claim.words)),
        vague=bool(ANY.search(text)),
        no_sign=bool(NO_SIGN.search(text)),
        never=bool(NEVER.search(text)),
        affirms=says_so(claim),
        headline=claim.in_headline,
        long=min(LETTERS, len(claim.words)) / LETTERS,
        named=bool(claim.chain) and claim.chain[-1].named,
        quoted=bool(claim.quotes),
    )
