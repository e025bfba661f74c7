"""One attribution, or one clause in the outlet's own voice → one Claim, with its words, labels, participants and evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from whence.claims.act import Telling
from whence.claims.heads import head_of, predicate_of, subject_of
from whence.claims.labels import Labels, labels_of
from whence.claims.names import Names, short_name
from whence.claims.participants import first_of, participants_of, resolved, subject_above
from whence.claims.places import Page, Places
from whence.claims.plain import plain_of
from whence.claims.voice import Clause
from whence.model import Act, Attribution, Chain, Claim, Participant, Quantity, Report, Span, Spans, Time
from whence.text import content_id, cover, trim

OPENING, CLOSING = "\"“„«'‘", "\"”»'’"
CONFIRMING = frozenset({"confirm", "corroborate", "acknowledge", "admit", "repeat"})  # "confirmed it": of the claim before
OF_ITS_SENTENCE = (Act.DENIES, Act.NO_COMMENT, Act.ORDERS, Act.ASKS)  # "denied it. “We paid”": the second sentence denies nothing
PLACES = frozenset({"in", "at", "near", "around", "along", "off", "outside", "inside", "between", "across", "from", "to", "of"})
ENDS = " \t\r\n\xa0,;:"


@dataclass(frozen=True, slots=True)
class Context:
    """What all claims of a report share."""

    report: Report
    places: Places
    names: Names
    credits: Chain = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: Spans = ()


def from_attribution(attribution: Attribution, context: Context, *, goes_on: bool = False) -> Claim | None:
    """The telling of one attribution; None where its content has no words. What `goes_on` in another sentence has no cue of its own:
    the cue stands in its evidence."""
    text = context.report.text
    pieces = tuple(piece for piece in (bare(text, span) for span in attribution.content) if len(piece))
    if not pieces:
        return None
    content = pieces[0]
    page = context.places.page(content)
    if page is None or any(hop.span is not None and content in hop.span for hop in attribution.chain):
        return None
    cue = context.places.tokens(attribution.cue)
    charge = _charge(content, cue, page)
    if charge is not None:
        content = Span(content.start, page.span(charge, charge.right_edge).end)
        pieces = (content,)
    elif attribution.manner == "indirect" and len(pieces) == 1:
        content = _to_its_end(content, cue, page)
        pieces = (content,)
    chain = (*credits_before(context.credits, attribution.chain), *attribution.chain)
    tokens = page.tokens(content)
    people = frozenset(
        word for source in attribution.chain[-1:] for word in (source.mention.lower(), source.name.lower(), source.name.lower().split()[-1])
    )
    quoted = any(quote.start <= content.start and content.end <= quote.end for quote in context.quotes)
    telling = Telling(cue, tokens, _done(charge, tokens), quoted=quoted, people=people)
    pieces = tuple(sorted(pieces))
    span = cover(attribution.content) if goes_on else cover((*attribution.source, *attribution.cue, *attribution.content, *pieces))
    labels = labels_of(telling, attribution.chain)
    if goes_on and labels.act in OF_ITS_SENTENCE:
        labels = labels_of(replace(telling, cue=()), attribution.chain)
    answers = labels.act is Act.DENIES or any(token.lemma_.lower() in CONFIRMING for token in cue)
    if labels.act is Act.NO_COMMENT:
        pieces = (span,)
    elif labels.act is Act.STATES and _only_a_name(tokens) or (_empty(tokens) and not answers):
        return None
    told = Told(content, pieces, chain, labels, page, _orderer(attribution, cue, tokens, labels))
    said = cover(attribution.cue) if attribution.cue else None
    claim = _claim(told, context, span, None if goes_on else said, 0.9 * attribution.confidence)
    return replace(claim, evidence=(*claim.evidence, ("cue", said))) if goes_on and said else claim


def _orderer(attribution: Attribution, cue: Sequence[Token], content: Sequence[Token], labels: Labels) -> str:
    """ "Kim ordered" + "the mass production of drones": without who and what, an order or a plan says nothing that could be compared."""
    if _only_a_thing(attribution, cue, content, labels):
        return _who_says(attribution, cue, "")
    acts = labels.act in (Act.ORDERS, Act.PLANS) and bool(attribution.chain) and bool(cue) and attribution.chain[-1].named
    if not acts or labels.event is None or subject_of(labels.event) is not None:
        return ""
    to = "to" if labels.event.tag_ == "VB" and labels.event == content[0] and cue[-1].lower_ != "to" else ""
    return _who_says(attribution, cue, to)


def _who_says(attribution: Attribution, cue: Sequence[Token], to: str) -> str:
    doing = " ".join(token.text for token in cue if token.lower_ not in ('"', "“", "”", ","))
    return " ".join(part for part in (short_name(attribution.chain[-1]), doing, to) if part)


def _only_a_thing(attribution: Attribution, cue: Sequence[Token], content: Sequence[Token], labels: Labels) -> bool:
    """ "The mill says 350": a number or a noun after its cue says something only with who says what of it."""
    if labels.act is not Act.STATES or not attribution.chain or not cue or attribution.manner != "indirect":
        return False
    return cue[-1].i < content[0].i and cue[-1].doc is content[0].doc and not _has_verb(content)


def _charge(content: Span, cue: Sequence[Token], page: Page) -> Token | None:
    """ "accused Tarn" + "of closing the port": what somebody is accused of belongs to the content."""
    accuser = next((token for token in cue if token.lemma_.lower() in ("accuse", "blame", "suspect")), None)
    if accuser is None or accuser.doc is not page.doc or content.start < page.start(accuser):
        return None
    return next((c for c in accuser.rights if c.dep_ == "prep" and c.lower_ in ("of", "for") and page.start(c) >= content.end), None)


def _to_its_end(content: Span, cue: Sequence[Token], page: Page) -> Span:
    """ "recorded" + "nine blasts": with the "in and near the port" that hangs on the verb, up to the next mark or clause."""
    tokens = page.tokens(content)
    verb = next((token for token in cue if token.pos_ == "VERB"), None)
    if verb is None or not tokens or verb.doc is not page.doc or verb.i > tokens[0].i or _has_verb(tokens):
        return content
    last, end = tokens[-1], max((child.right_edge.i for child in verb.rights), default=0)
    if last.i >= end or last.nbor().lower_ not in PLACES:
        return content
    while last.i < end and last.nbor().pos_ not in ("PUNCT", "SPACE", "VERB", "AUX", "SCONJ", "PRON"):
        last = last.nbor()
    while last.i > tokens[-1].i and last.pos_ in ("CCONJ", "ADP", "DET"):
        last = last.nbor(-1)
    return page.span(tokens[0], last) if last.i > tokens[-1].i else content


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in tokens)


def _done(charge: Token | None, tokens: Sequence[Token]) -> Token | None:
    """The deed of a charge ("of closing"), else the head of the content."""
    deed = next((child for child in charge.children if child.dep_ in ("pcomp", "pobj")), None) if charge is not None else None
    return deed if deed is not None else head_of(tokens)


def _empty(content: Sequence[Token]) -> bool:
    """ "that", "so": a content that only points elsewhere."""
    return not any(token.pos_ not in ("PRON", "PUNCT", "DET", "ADV", "SCONJ", "SPACE") for token in content)


def _only_a_name(content: Sequence[Token]) -> bool:
    return any(token.pos_ == "PROPN" for token in content) and all(
        token.pos_ in ("PROPN", "DET", "PUNCT", "PART", "ADJ") for token in content
    )


def from_clause(clause: Clause, context: Context) -> Claim:
    """A clause that the outlet states itself."""
    page, tokens = clause.page, clause.tokens
    content = bare(context.report.text, page.span(tokens[0], tokens[-1]))
    telling = Telling((), tokens, clause.head, headline=page.headline)
    told = Told(content, (content,), context.credits, labels_of(telling, ()), page, _subject_outside(clause, context))
    return _claim(told, context, content, None, 0.8 if clause.alone else 0.6)


def _subject_outside(clause: Clause, context: Context) -> str:
    """ "… and sank": the subject that a coordinated predicate shares with the one before it, by its resolved name."""
    subject = subject_of(clause.head) or (subject_above(clause.head) if clause.head.dep_ == "conj" else None)
    if subject is None or subject.dep_ not in ("nsubj", "nsubjpass") or any(token.i == subject.i for token in clause.tokens):
        return ""
    return resolved(subject, first_of(subject), clause.page, context.names, context.credits)


@dataclass(frozen=True, slots=True)
class Told:
    content: Span
    pieces: Spans
    chain: Chain
    labels: Labels
    page: Page
    subject: str = ""  # one that stands outside the content


def _claim(told: Told, context: Context, span: Span, cue: Span | None, confidence: float) -> Claim:
    report, labels, page, event = context.report, told.labels, told.page, told.labels.event
    plain = plain_of(told.pieces, context.places, context.names, told.chain, quotes=context.quotes)
    keys = [source.key or source.name.casefold() for source in told.chain]
    people: tuple[Participant, ...] = ()
    if event is not None:
        people = (*_actor(told), *participants_of(event, page, context.names, told.content, told.chain))
    return Claim(
        id=content_id(report.id, str(told.content.start), str(told.content.end), *keys),
        report=report.id,
        span=span,
        content=told.content,
        words=span.of(report.text),
        plain=f"{told.subject} {plain}".replace(" to to ", " to ") if told.subject else plain,
        chain=told.chain,
        cue=cue,
        certainty=labels.certainty,
        negated=labels.negated,
        act=labels.act,
        stance=labels.stance,
        predicate=predicate_of(event) if event is not None else "",
        participants=people,
        quantities=tuple(one for one in context.quantities if one.span.overlaps(told.content)),
        times=_times(told, context),
        quotes=_quotes(told.content, context.quotes),
        in_headline=page.headline,
        evidence=_evidence(labels, context.places),
        confidence=round(confidence if event is not None else confidence / 2, 3),
    )


def _actor(told: Told) -> tuple[Participant, ...]:
    """Who orders or plans takes part in what is ordered or planned."""
    source = told.chain[-1] if told.chain and told.subject else None
    return (Participant(short_name(source), source.span, "agent"),) if source is not None and source.span is not None else ()


def _times(told: Told, context: Context) -> tuple[Time, ...]:
    """Those in the content; where it has none, those of its event's sentence."""
    inside = tuple(time for time in context.times if time.span.overlaps(told.content))
    if inside or told.labels.event is None:
        return inside
    sentence = told.labels.event.sent
    around = told.page.span(sentence[0], sentence[-1])
    return tuple(time for time in context.times if time.span.overlaps(around))


def _quotes(content: Span, quotes: Spans) -> Spans:
    shared = ((max(q.start, content.start), min(q.end, content.end)) for q in quotes if q.overlaps(content))
    return tuple(Span(start, end) for start, end in shared)


def _evidence(labels: Labels, places: Places) -> tuple[tuple[str, Span], ...]:
    found = []
    for name, tokens in labels.because:
        page = next((page for page in places if page.doc is tokens[0].doc), None)
        same = sorted((token for token in tokens if token.doc is tokens[0].doc), key=lambda token: token.i)
        if page is not None:
            found.append((name, page.span(same[0], same[-1])))
    return tuple(found)


def bare(text: str, span: Span) -> Span:
    """Without blanks, commas, a leading "that", and quotation marks that stand around the whole."""
    span = trim(text, span, ENDS)
    if text[span.start : span.end].lower().startswith("that ") and len(span) > 8:
        span = trim(text, Span(span.start + 5, span.end), ENDS)
    while len(span) and text[span.start] in OPENING and not _closes_inside(text, span):
        span = trim(text, Span(span.start + 1, span.end), ENDS)
    while len(span) and text[span.end - 1] in CLOSING and not _opens_inside(text, span):
        span = trim(text, Span(span.start, span.end - 1), ENDS)
    return span


def _closes_inside(text: str, span: Span) -> bool:
    """A quotation opens the content and ends before it does: the marks belong to the words."""
    return any(text[i] in CLOSING and not _apostrophe(text, i) for i in range(span.start + 1, span.end - 1))


def _opens_inside(text: str, span: Span) -> bool:
    return any(text[i] in OPENING and not _apostrophe(text, i) for i in range(span.start, span.end - 1))


def _apostrophe(text: str, i: int) -> bool:
    return text[i] in "'’‘" and 0 < i < len(text) - 1 and (text[i - 1].isalnum() and text[i + 1].isalnum())


def credits_before(credits: Chain, chain: Chain) -> Chain:
    """The credit line's hops that the chain does not name itself."""
    named = {source.key or source.name.casefold() for source in chain}
    return tuple(source for source in credits if (source.key or source.name.casefold()) not in named)
