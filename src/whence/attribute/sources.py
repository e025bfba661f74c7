"""Attributions with raw sources → the same attributions with each source resolved inside its report: kind, canonical name, key, country,
state, control, what it is part of, and in words how each was decided.

Sources are taken in order of the text, so that "he", "the ministry" and "the agency" find who was named before them. Whatever neither the
text nor a lexicon says stays None or unknown.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from whence.attribute.headlines import in_headline
from whence.attribute.naming import Mention, Work, settle
from whence.attribute.nobody import without_nobody
from whence.attribute.rules import RULES
from whence.attribute.states import look_around
from whence.attribute.summed_up import summed_up
from whence.attribute.wording import part_of_name
from whence.lexicons.actors import Actors, folded, load_actors, same_outlet
from whence.model import Attribution, Chain, Control, Parsed, Report, Source, SourceKind

SMALL = frozenset({"the", "and", "for", "republic", "kingdom", "state"})  # words of a body's name that say little
LEADS = frozenset("president chairman chairwoman premier leader chancellor king queen emir sultan marshal".split())


def resolve(parsed: Parsed[Doc], attributions: tuple[Attribution, ...], actors: Actors | None = None) -> tuple[Attribution, ...]:
    """The attributions with every source of every chain resolved."""
    if not any(attribution.chain for attribution in attributions):
        return attributions
    known = actors or load_actors()
    work = Work(parsed, look_around(parsed, known), RULES)
    settled: dict[Source, Source] = {}
    raw = {source for attribution in attributions for source in attribution.chain}
    for source in sorted(raw, key=lambda source: (in_headline(parsed, source), *_place(source))):  # a headline after what it sums up
        settled[source] = settle(Mention.of(source), work)
    made = (without_nobody(one, _in_chain(_others(parsed.report, known, (settled[hop] for hop in one.chain)))) for one in attributions)
    return summed_up(parsed.report, tuple(made))


def _place(source: Source) -> tuple[bool, int, str]:
    return source.span is None, source.span.start if source.span else 0, source.mention


# "told this newspaper": the report's own outlet, without its name
OWN_PAPER = re.compile(
    r"(?:this|our)(?: own)? (?:(?:news)?paper|station|program(?:me)?|broadcaster|channel|(?:web)?site|magazine|journal|weekly|daily|blog"
    r"|page|agency|service|column|bulletin|newsletter|podcast|reporter|correspondent)$",
    re.IGNORECASE,
)


def _others(report: Report, known: Actors, chain: Iterable[Source]) -> Chain:
    """Without the report's own outlet: what was told to it came through nobody else."""
    hops = tuple(chain)
    return tuple(hop for at, hop in enumerate(hops) if not _is_own(report, known, hop, last=at == len(hops) - 1))


def _is_own(report: Report, known: Actors, hop: Source, last: bool) -> bool:
    if OWN_PAPER.match(hop.mention):
        return True
    if report.outlet and hop.kind is SourceKind.ORGANISATION and _issues(report.outlet, hop.name):
        return True
    if not report.outlet or (hop.kind is not SourceKind.MEDIUM and (last or hop.kind is SourceKind.DOCUMENT)):
        return False
    if hop.kind is SourceKind.MEDIUM and same_outlet(hop.name, report.outlet, known):
        return True
    return not known.actor(hop.name) and part_of_name(hop.name, report.outlet)


def _issues(outlet: str, name: str) -> bool:
    """Whether a body speaks in a text of its own: "the Ministry states" in one of the Ministry of Pensions of Lethmar."""
    own, said = (frozenset(re.findall(r"\w{3,}", folded(re.sub(r"['’]s\b", "", words)))) - SMALL for words in (outlet, name))
    return len(said) > 1 and said <= own


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
