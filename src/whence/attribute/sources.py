"""Attributions with raw sources → the same attributions with each source resolved inside its report: kind, canonical name, key, country,
state, control, what it is part of, and in words how each was decided.

Sources are taken in order of the text, so that "he", "the ministry" and "the agency" find who was named before them. Whatever neither the
text nor a lexicon says stays None or unknown.
"""

from dataclasses import replace

from spacy.tokens import Doc

from whence.attribute.naming import Mention, Work, settle
from whence.attribute.rules import RULES
from whence.attribute.states import look_around
from whence.lexicons.actors import Actors, load_actors
from whence.model import Attribution, Chain, Control, Parsed, Source, SourceKind

LEADS = frozenset("president chairman chairwoman premier leader chancellor king queen emir sultan marshal".split())


def resolve(parsed: Parsed[Doc], attributions: tuple[Attribution, ...], actors: Actors | None = None) -> tuple[Attribution, ...]:
    """The attributions with every source of every chain resolved."""
    if not any(attribution.chain for attribution in attributions):
        return attributions
    work = Work(parsed, look_around(parsed, actors or load_actors()), RULES)
    settled: dict[Source, Source] = {}
    raw = {source for attribution in attributions for source in attribution.chain}
    for source in sorted(raw, key=lambda source: (source.span is None, source.span.start if source.span else 0, source.mention)):
        settled[source] = settle(Mention.of(source), work)
    return tuple(replace(one, chain=_in_chain(tuple(settled[source] for source in one.chain))) for one in attributions)


def _in_chain(chain: Chain) -> Chain:
    """What the hops say of one another: a leader whom a state medium quotes by his title leads that state."""
    made: list[Source] = []
    for source in chain:
        outer = made[-1] if made else None
        if outer and outer.control is Control.STATE_MEDIUM and outer.state and source.kind is SourceKind.PERSON and not source.state:
            title = next((word for word in " ".join(source.because).casefold().split() if word.strip("“”.,") in LEADS), None)
            if title:
                why = f"a state medium of {outer.state} quotes him as its {title.strip('“”.,')}"
                source = replace(
                    source,
                    state=outer.state,
                    country=outer.state,
                    control=Control.GOVERNMENT,
                    part_of=(outer.state,),
                    because=(*source.because, why),
                )
        made.append(source)
    return tuple(made)
