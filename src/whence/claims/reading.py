"""A parsed report and its attributions → its claims, in order of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whence.claims.names import names
from whence.claims.nominal import nominal_clauses
from whence.claims.places import Places, places
from whence.claims.quantities import find_quantities
from whence.claims.telling import Context, from_attribution, from_clause
from whence.claims.times import find_times
from whence.claims.voice import own_clauses
from whence.model import Act, Attribution, Chain, Claim, Parsed, Span, Spans
from whence.text import content_id

QUOTE = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|„([^„“]*)“")
POINTING = re.compile(
    r"(that|it|this|so|them)$|"
    r"(an?|the|this|that|these|those|such|any|all) (charge|allegation|claim|accusation|report|suggestion|assertion|rumou?r)s?\b",
    re.I,
)
LONGEST_POINTER = 8  # words of a content that only points: "the suggestion pure invention"
LONGEST_QUOTE = 3_000  # characters; a quotation that does not close is left alone


def read_claims(
    parsed: Parsed[Doc], attributions: tuple[Attribution, ...], tellings: tuple[Attribution, ...] | None = None, credits: Chain = ()
) -> tuple[Claim, ...]:
    """All claims of a report, headline first: attributed ones, then its own voice. `credits` are the hops of its credit line.

    `tellings` are the attributions that claims are made of, the run that each is about first in its content; `attributions` say what words
    of the report are not its own. Without tellings each attribution is one.
    """
    where = places(parsed)
    spans, published = [passage.block.span for passage in parsed.passages], parsed.report.published
    context = Context(
        report=parsed.report,
        places=where,
        names=names(where, (attribution.chain for attribution in attributions)),
        credits=credits,
        times=find_times(parsed.report.text, published.date() if published else None, spans),
        quantities=find_quantities(parsed.report.text, spans),
        quotes=_quotes(where),
    )
    told = attributions if tellings is None else tellings
    backward = [attribution for attribution in told if attribution.points_back is not None]
    forward = [attribution for attribution in told if attribution.points_back is None]
    made = [claim for claim in (from_attribution(one, context) for one in forward) if claim is not None]
    own = [from_clause(clause, context) for clause in (*own_clauses(where, attributions), *nominal_clauses(where, attributions))]
    claims = _answers_filled_in(_laid_back([*made, *own], backward, credits))
    unique = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.confidence)}
    return tuple(sorted(unique.values(), key=lambda claim: (claim.content.start, claim.content.end)))


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _laid_back(claims: list[Claim], backward: Sequence[Attribution], credits: Chain) -> list[Claim]:
    """ "This directive was reported by state media": the sentence before it gets that chain."""
    for attribution in backward:
        target = attribution.points_back
        if target is not None:
            claims = [_from_there(claim, attribution, credits) if _answers(claim, target) else claim for claim in claims]
    return claims


def _answers(claim: Claim, target: Span) -> bool:
    return _shared(claim.content, target) >= 0.5 * len(claim.content)


def _answers_filled_in(claims: list[Claim]) -> list[Claim]:
    """ "The mill rejected the charge", "Its owner disputes that": what is denied is the claim before it."""
    ordered = sorted(claims, key=lambda claim: claim.content.start)
    filled: list[Claim] = []
    for claim in ordered:
        if claim.act is Act.DENIES and POINTING.match(claim.plain) and len(claim.plain.split()) <= LONGEST_POINTER:
            before = next((one for one in reversed(filled) if one.act not in (Act.DENIES, Act.NO_COMMENT, Act.ASKS)), None)
            claim = replace(claim, plain=before.plain, predicate=before.predicate, confidence=claim.confidence * 0.6) if before else claim
        filled.append(claim)
    return filled


def _from_there(claim: Claim, attribution: Attribution, credits: Chain) -> Claim:
    """The backward source is nearer to the report than the claim's own sources."""
    named = {source.key or source.name.casefold() for source in claim.chain}
    hops = tuple(source for source in attribution.chain if (source.key or source.name.casefold()) not in named)
    held = claim.chain[: len(credits)] if claim.chain[: len(credits)] == credits else ()
    chain = (*held, *hops, *claim.chain[len(held) :])
    keys = [source.key or source.name.casefold() for source in chain]
    cue = ("cue", attribution.cue[0]) if attribution.cue else None
    return replace(
        claim,
        id=content_id(claim.report, str(claim.content.start), str(claim.content.end), *keys),
        chain=chain,
        evidence=(*claim.evidence, cue) if cue else claim.evidence,
        confidence=min(claim.confidence, attribution.confidence),
    )


def _quotes(where: Places) -> Spans:
    """What stands in double quotation marks, without the marks; paired inside each passage."""
    found = []
    for page in where:
        block = page.passage.block.span
        for match in QUOTE.finditer(where.text, block.start, block.end):
            start, end = next(match.span(group) for group in range(1, 5) if match.group(group) is not None)
            if end - start <= LONGEST_QUOTE:
                found.append(Span(start, end))
    return tuple(found)
