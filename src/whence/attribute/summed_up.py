"""Resolved attributions → the same, where a headline's nameless source is whoever says the same thing in the body.

"Rebel chief: mill owes us money" stands over “The mill owes us money,” Omar Roe said: most words of what the headline tells are in his.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.nobody import is_nobody
from whence.attribute.tellings import sure
from whence.model import Attribution, BlockKind, Report, SourceKind

WORD = re.compile(r"[^\W\d_]{4,}|\d+")
PLURAL = re.compile(r"(?:[^sui]s|men|people)$")
SHARED = 0.6  # of the longer words of what a headline tells
FEWEST = 2  # such words


def summed_up(report: Report, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    heads = [block.span for block in report.blocks_of(BlockKind.HEADLINE)]
    body = [one for one in attributions if one.content and one.chain and sure(one) and not any(one.content[0] in head for head in heads)]
    told = [(one, _words(report, one)) for one in body if one.chain[-1].named and not is_nobody(one.chain[-1])]

    def named(one: Attribution) -> Attribution:
        above = bool(one.content) and any(one.content[0] in head for head in heads)
        if not above or not one.chain or one.chain[-1].kind is not SourceKind.UNNAMED:
            return one
        words = _words(report, one)
        if len(words) < FEWEST or PLURAL.search(one.chain[-1].mention):
            return one
        same = max(told, key=lambda pair: len(words & pair[1]), default=None)
        if same is None or len(words & same[1]) < SHARED * len(words) or same[0].chain[-1].kind is not SourceKind.PERSON:
            return one
        last, who = one.chain[-1], same[0].chain[-1]
        why = f"“{last.mention}” of the headline: {who.name}, who says so in the report"
        return replace(one, chain=(*one.chain[:-1], replace(who, mention=last.mention, span=last.span, because=(why, *who.because))))

    return tuple(named(one) for one in attributions)


def _words(report: Report, one: Attribution) -> frozenset[str]:
    return frozenset(word[:6] for span in one.content for word in WORD.findall(span.of(report.text).casefold()))
