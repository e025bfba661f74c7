"""A parsed report and its attributions → its claims, in order of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whence.claims.free import gone_on
from whence.claims.names import names, short_name
from whence.claims.nominal import nominal_clauses
from whence.claims.places import Places, places
from whence.claims.quantities import find_quantities
from whence.claims.sentences import one_each
from whence.claims.telling import Context, from_attribution, from_clause
from whence.claims.times import find_times
from whence.claims.voice import own_clauses
from whence.model import Act, Attribution, Chain, Claim, Parsed, Span, Spans
from whence.text import content_id

QUOTE = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|„([^„“]*)“")
POINTING = re.compile(
    r"(that|it|this|so|them|everything|all of it|the (?:charges|allegations|accusations|claims|reports))$|"
    r"(an?|the|this|that|these|those|such|any|all) (charge|allegation|claim|accusation|report|suggestion|assertion|rumou?r)s?\b",
    re.I,
)
THING = re.compile(r"(?:the|this|that|these|those|such|its|their) (?:[\w’'-]+ ){0,2}(?P<noun>[\w’'-]{3,})$", re.I)
NUMBER = re.compile(r"(?:the )?(?:about |some |at least |over |nearly )?[\d.,]+(?: [\w%]+)?$", re.I)
MEASURED = re.compile(r".*\b(?P<what>(?:the|its) .{4,60}?) (?:at|to|as) (?:about |some |at least )?[\d.,]+", re.I)
AT_NUMBER = re.compile(
    r" at (?=(?:about |some |at least |around )?(?:\d|[a-z]+(?:teen|ty|ve|ree|our|six|ven|ght|ine|ten|one|two|dred)\b))", re.I
)
REACH = 3  # claims back that a pointing content looks
LONGEST_POINTER = 8  # words of a content that only points: "the suggestion pure invention"
POINTED = (Act.STATES, Act.ALLEGES)
REMARK = re.compile(r"(?:it|this|that|there|we|i|they) ", re.I)
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
    forward = [each for attribution in told if attribution.points_back is None for each in one_each(attribution, where)]
    made = [claim for one, goes_on in forward if (claim := from_attribution(one, context, goes_on=goes_on)) is not None]
    events = list(nominal_clauses(where, attributions))
    following = {clause.head.head.idx for clause in events if clause.head.dep_ == "dobj"}  # "his decision follows the test": says no more
    clauses = [clause for clause in own_clauses(where, attributions) if clause.head.idx not in following or clause.head.lemma_ != "follow"]
    own = [from_clause(clause, context) for clause in (*clauses, *events)]
    claims = _answers_filled_in(gone_on(_laid_back([*made, *own], backward, credits), where), where)
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


def _answers_filled_in(claims: list[Claim], where: Places) -> list[Claim]:
    """ "The mill rejected the charge", "Its owner disputes that": what is denied is the claim before it."""
    ordered = sorted(claims, key=lambda claim: claim.content.start)
    filled: list[Claim] = []
    for claim in ordered:
        bare = claim.cue is not None and claim.plain.lower() in ("it", "this", "that", "so", "them", "these", "those")
        if (claim.act is Act.DENIES or bare) and POINTING.match(claim.plain) and len(claim.plain.split()) <= LONGEST_POINTER:
            before = next((one for one in reversed(filled) if _says_something(one)), None)
            claim = replace(claim, plain=before.plain, predicate=before.predicate, confidence=claim.confidence * 0.6) if before else claim
            if bare and before is None:
                continue
        elif claim.cue is not None and claim.act in POINTED and _only_points(claim, where):
            if NUMBER.match(claim.plain):
                continue
            meant = _meant(claim, filled)
            plain, does = (meant.plain, meant.predicate) if meant else (_with_cue(claim, where.text), claim.predicate)
            claim = replace(claim, plain=plain, predicate=does, confidence=claim.confidence * 0.6)
        elif claim.cue is not None and claim.plain[:6].lower() == "it at " and filled and (same := MEASURED.match(filled[-1].plain)):
            claim = replace(claim, plain=f"{same['what']}{claim.plain[2:]}")
        filled.append(_measured(claim, where))
    return filled


def _measured(claim: Claim, where: Places) -> Claim:
    """ "put" + "the number of drones at twelve": the number was twelve. With who put it there, it is said whole."""
    cue = where.tokens((claim.cue,)) if claim.cue else []
    puts = [token.text for token in cue if token.lemma_ in ("put", "place", "peg")]
    if not puts or AT_NUMBER.search(claim.plain) is None or any(f" {put} " in claim.plain for put in puts):
        return claim
    return replace(claim, plain=AT_NUMBER.sub(" was ", claim.plain, count=1), predicate="be")


def _only_points(claim: Claim, where: Places) -> bool:
    """ "the launch", "1,150": a noun that stands for something told, or a number without what it counts."""
    if not (THING.match(claim.plain) or NUMBER.match(claim.plain)):
        return False
    return not any(token.pos_ in ("VERB", "AUX") for token in where.tokens((claim.content,)))


def _with_cue(claim: Claim, text: str) -> str:
    """ "The mill confirmed the meeting": a bare noun says something only with who says what of it."""
    who = short_name(claim.chain[-1]) if claim.chain and claim.chain[-1].named else ""
    return " ".join(part for part in (who, claim.cue.of(text) if claim.cue else "", claim.plain) if part)


def _says_something(claim: Claim) -> bool:
    """Not a remark on what was said ("It is not a finding"), a refusal or a question."""
    return claim.act not in (Act.DENIES, Act.NO_COMMENT, Act.ASKS) and not REMARK.match(claim.plain)


def _meant(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """Of a content that is a bare "the launch": the nearest claim that has this noun."""
    pointed = THING.match(claim.plain)
    if pointed is None:
        return None
    stem = pointed["noun"].lower()[:5]
    near = (one for one in reversed(before[-REACH:]) if one.predicate and _says_something(one) and len(one.plain) > len(claim.plain))
    return next((one for one in near if re.search(rf"\b{re.escape(stem)}", one.plain, re.I)), None)


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
