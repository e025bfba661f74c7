"""The claims of a report → the same, where a sentence without a source goes on with what the sentence before laid to somebody.

“The pipe was old, she said. It had been patched twice.” Only after words of telling at the end of a sentence, in the same paragraph, and
only for the one sentence that follows; or between two tellings of one source in one paragraph. What the reporter adds in his own person,
or turns against it, stays the report's own.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as Sentence

from whence.claims.places import Page, Places
from whence.model import Act, Claim, SourceKind
from whence.text import content_id

OWN_PERSON = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me|[Yy]ou|[Yy]our)\b|\b(?:this|the) (?:newspaper|paper|station|site|agency|magazine|broadcaster)\b"
)
TURNS = re.compile(
    r"[\"“]|(?:but|however|yet|that|those|this|still|meanwhile|elsewhere|separately|earlier|asked|reports?|the claim|neither"
    r"|no one|nobody)\b",
    re.I,
)
TAIL = 40  # characters after the words of telling at the end of a sentence: "… on Monday"
LESS = 0.6  # as sure as the telling before, times this


def gone_on(claims: Sequence[Claim], where: Places) -> list[Claim]:
    """In the order given."""
    cued = sorted((claim for claim in claims if claim.cue is not None), key=lambda claim: claim.content.start)
    return [_laid_on(claim, cued, where) or _between(claim, cued, where) or claim if _is_own(claim) else claim for claim in claims]


def _is_own(claim: Claim) -> bool:
    return claim.cue is None and not claim.in_headline and not any(label == "cue" for label, _ in claim.evidence)


def _laid_on(claim: Claim, cued: Sequence[Claim], where: Places) -> Claim | None:
    page = where.page(claim.content)
    here = _sentence(page, claim) if page else None
    if page is None or here is None or here.start == 0 or TURNS.match(here.text) or OWN_PERSON.search(here.text):
        return None
    before = page.doc[here.start - 1].sent
    start, middle, end = page.starts[before.start], page.starts[here.start], page.starts[here.end - 1] + len(here[-1])
    if any(one.span.start < end and one.span.end > middle for one in cued):
        return None
    told = max((one for one in cued if start <= one.span.start and one.span.end <= middle), key=lambda one: one.span.end, default=None)
    return _told_by(claim, told) if told is not None and _at_its_end(told, middle) and told.act is Act.STATES else None


def _between(claim: Claim, cued: Sequence[Claim], where: Places) -> Claim | None:
    """Between two tellings of one source in one paragraph."""
    at = bisect_left(cued, claim.content.start, key=lambda one: one.content.start)
    before, after = cued[at - 1 : at], cued[at : at + 1]
    page = where.page(claim.content)
    if not before or not after or page is None or OWN_PERSON.search(claim.words) or TURNS.match(claim.words):
        return None
    block = page.passage.block.span
    if before[0].span.end <= block.start or after[0].span.start >= block.end or not before[0].chain or not after[0].chain:
        return None
    return _told_by(claim, before[0]) if before[0].chain[-1].key == after[0].chain[-1].key else None


def _told_by(claim: Claim, told: Claim) -> Claim | None:
    if told.cue is None or not told.chain or told.chain[-1].kind is SourceKind.IMPERSONAL:
        return None
    keys = [source.key or source.name.casefold() for source in told.chain]
    return replace(
        claim,
        id=content_id(claim.report, str(claim.content.start), str(claim.content.end), *keys),
        chain=told.chain,
        evidence=(*claim.evidence, ("cue", told.cue)),
        confidence=round(LESS * told.confidence, 3),
    )


def _sentence(page: Page, claim: Claim) -> Sentence | None:
    tokens = page.tokens(claim.content)
    return tokens[0].sent if tokens else None


def _at_its_end(told: Claim, end: int) -> bool:
    """Whether the words of telling stand after what is told, and close their sentence."""
    return told.cue is not None and told.cue.start >= told.content.end and end - told.span.end <= TAIL
