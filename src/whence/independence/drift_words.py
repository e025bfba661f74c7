"""Tellings → the words that a change is seen in: what hedges, what vouches, the part another is about, whether a source is named."""

import re

from whence.compare import nearest
from whence.independence.evidence import shown
from whence.model import Claim, Evidence, Source
from whence.text import words

HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|probabl[ey]|likel(?:y|iest)|apparently|reportedly|allegedly|suspected"
    r"|believed|feared|appear(?:s|ed)? to|seem(?:s|ed)? to|suggest(?:s|ed)?|hint(?:s|ed)?|expected"
    r"|considering|not rule out|not ruled out|said to|thought to|understood to|in doubt|early indication|weigh(?:s|ing)"
    r"|close to|all but|as good as)\b"
)
OPEN = re.compile(  # the same, and what leaves a matter open in weaker words; a telling with one of these has not lost its hedge for sure
    HEDGE.pattern[:-3]
    + r"|presumably|(?:most|very) likely|suspects?|believes?|fears?|looks? (?:to us )?like|expects?|considers?|considered"
    r"|[Uu]p to|[Aa]t least|as (?:many|much) as|[Nn]o (?:proof|evidence|sign)|not (?:known|know|clear|confirmed)|cannot (?:say|confirm)"
    r"|unclear|[Ii]f|[Uu]nless|proposes?|offers? to|plans? to|would)\b"
)
VOUCHED = re.compile(r"\b(?:confirm|reveal|admit|verif|establish|conced|acknowledg)\w*", re.I)
POSSESSIVE = re.compile(r"['’]s?$")


def place_of(claim: Claim, other: Claim) -> Evidence:
    """The telling, or of a long one the part that the other is about."""
    return shown(claim, nearest(claim, other))


def names_source(later: Claim, source: Source) -> bool:
    """Whether the later telling's own sentence still names whom it is from, by half of the words of its name: "by the chairman's
    reckoning", not "on the Brenmark coast" for Brenmark's General Staff."""
    told = {POSSESSIVE.sub("", word) for word in words(later.words)}
    named = [{POSSESSIVE.sub("", word) for word in words(each) if len(word) > 3} for each in (source.name, source.mention)]
    return any(own and 2 * len(own & told) >= len(own) for own in named)
