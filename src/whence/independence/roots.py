"""A telling → its root: as far upstream as the text lets us see, and whether that may raise the count of independent origins.

yes     a named source, or an outlet that speaks for itself: a state medium, an issuer of a statement, a reporter who was there
maybe   an unnamed source, or one told only by what it is ("the army"); a medium with nothing named behind it
no      an impersonal phrase, or the outlet's own voice
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from whence.independence.behind import heard_from, in_full
from whence.independence.identity import described
from whence.independence.party import party_reason
from whence.independence.scene import Scene
from whence.lexicons.actors import Actors, same_outlet
from whence.lexicons.voices import load_voices
from whence.model import BlockKind, Claim, Control, Report, Source, SourceKind

QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
AT_THE_SCENE = re.compile(r",\s+(?:at|in|on|from) (?:the )?[A-Z]?\w+", re.S)  # "By Anna Holm, at the quay"
SAYING = frozenset("say tell claim state announce allege insist maintain promise".split())


@dataclass(frozen=True, slots=True)
class Root:
    """`source` is None where nobody is named. `through` is the report that stands behind a cited outlet, where we have it; `told_by`
    is the outlet that tells it, `heard_by` the one that it has it from, where that is known.
    `behind` is the root of what it was taken from, where it names nobody itself.
    `by_kind`: the source is told by what it is, not by a name. `weak`: why it counts, but never as a second one beside others."""

    telling: Claim
    source: Source | None
    counts: str
    because: str
    through: str | None = None
    told_by: str = ""
    heard_by: str = ""
    by_kind: bool = False
    weak: str = ""
    behind: "Root | None" = None


def root_of(telling: Claim, scene: Scene) -> Root:
    """Where one telling comes from, by its own words."""
    report = scene.reports[telling.report]
    root = _root(telling, report, scene)
    behind = _behind(root, scene)
    return replace(_seen(root, scene), behind=_seen(behind, scene) if behind else None)


def _seen(root: Root, scene: Scene) -> Root:
    report = root.telling.report
    by_kind = root.source is not None and described(root.source, scene.actors)
    return replace(root, told_by=scene.reports[report].outlet or report, by_kind=by_kind)


def followed(root: Root, told: Iterable[Claim]) -> Root:
    """What it was taken from, where that is not among the tellings that are weighed with it."""
    behind = root.behind
    if behind is None or any(claim.report == behind.telling.report != root.telling.report for claim in told):
        return root
    own = behind.telling.report == root.telling.report
    where = "in the text under this headline" if own else f"{root.telling.report} has it from {behind.telling.report}, where"
    because = f"{where} {behind.because}"
    return replace(behind, telling=root.telling, because=because, told_by=root.told_by, heard_by=behind.told_by)


def _behind(root: Root, scene: Scene) -> Root | None:
    """Where nobody is named behind it, the root of what it was taken from, as far as one can follow; a headline's, of the text under it."""
    if root.telling.in_headline and (full := in_full(root.telling, scene)):
        under = _root(full, scene.reports[full.report], scene)
        if under.source is None or under.counts == "no":
            return None
        return replace(under, counts="maybe") if root.counts != "yes" else under  # a headline is no second support
    seen, earlier = {root.telling.report}, root
    while earlier.source is None or earlier.through or (earlier.counts == "no" and earlier.source.kind is not SourceKind.IMPERSONAL):
        giver = heard_from(earlier.telling, earlier.through, scene)
        if giver is None or giver.report in seen:
            return None
        seen.add(giver.report)
        earlier = _root(giver, scene.reports[giver.report], scene)
    return earlier if earlier is not root else None


def _root(telling: Claim, report: Report, scene: Scene) -> Root:
    if not telling.chain:
        return own_voice(telling, report, scene)
    if telling.cue is None and not any(label == "cue" for label, _ in telling.evidence):
        return _credited(telling, report, scene)
    hop = _vouching(telling.chain, scene)
    source = scene.known.get(hop, hop)
    if report.outlet and source.kind is SourceKind.MEDIUM and same_outlet(report.outlet, source.name, scene.actors):
        return own_voice(telling, report, scene)  # "the Herald has learned", in the Herald
    speaker = scene.speakers.get(report.id)
    if speaker and len(telling.chain) == 1 and _of_the_house(source, scene.actors):
        because = f"“{source.mention}” in a text of {speaker.name}: {speaker.because[0]}"
        return Root(telling, replace(speaker, mention=source.mention, span=source.span), "yes", because)
    if source.kind is SourceKind.IMPERSONAL:
        return Root(telling, source, "no", f"“{source.mention}” names nobody")
    if not source.named and (own := load_voices().own_reporter.fullmatch(source.mention)):
        return _eyes(telling, report, own.group(1) or report.outlet or report.id, scene)
    if source.kind is SourceKind.DOCUMENT and described(source, scene.actors) and (issuer := _whose_paper(telling, scene)):
        because = f"“{source.mention}” is what {issuer.name} put out"
        return Root(telling, replace(issuer, mention=source.mention, span=source.span), "yes", because)
    if not source.named or _told_by_kind(hop, scene.actors):
        return Root(telling, source, "maybe", f"“{source.mention}” is not named")
    return _named(telling, source, scene)


def _whose_paper(telling: Claim, scene: Scene) -> Source | None:
    """ "The notice", in a report that took from one issuer's: that issuer."""
    issuers = {
        s.key: s
        for giver in scene.upstream.get(telling.report, ())
        if (s := scene.speakers.get(giver)) and s.kind is SourceKind.ORGANISATION
    }
    return next(iter(issuers.values())) if len(issuers) == 1 else None


def _eyes(telling: Claim, report: Report, outlet: str, scene: Scene) -> Root:
    """ "A Northport Wire reporter saw it": what an outlet's own people saw is the outlet's."""
    named = Source(outlet, SourceKind.MEDIUM, outlet, None, outlet.casefold())
    behind = scene.cited_report(named, report.id)
    known = scene.reports[behind].outlet or outlet if behind else outlet
    return Root(telling, reporter_of(known, known), "yes", f"a reporter of {known} is said to have been there")


def reporter_of(outlet: str, name: str) -> Source:
    return Source(name, SourceKind.PERSON, name, None, f"reporter:{outlet.casefold()}")


def _told_by_kind(source: Source, actors: Actors) -> bool:
    """Without a name of its own: "the army", "a memorandum", "a Virginia Democrat"; "the Defence Ministry" is a name."""
    own_name = any(letter.isupper() for letter in source.name + " ".join(source.mention.split()[1:]))
    return described(source, actors) and not (source.kind is SourceKind.ORGANISATION and own_name)


def _of_the_house(source: Source, actors: Actors) -> bool:
    """Somebody without a name who, in a text that a state or a body put out, is one of its own or whoever it says he is."""
    return (not source.named or described(source, actors)) and not load_voices().outsiders.search(source.mention)


def _credited(telling: Claim, report: Report, scene: Scene) -> Root:
    """What a report states itself, under a credit: its own voice, or that of a credited outlet that speaks for itself."""
    source = scene.known.get(telling.chain[-1], telling.chain[-1])
    through = scene.cited_report(source, telling.report)
    speaker = scene.speakers.get(through) if through else None
    if speaker is None and source.control is Control.STATE_MEDIUM:
        speaker = source
    if speaker is None:
        because = f"stated by {report.outlet or report.id} under a credit to {source.mention}, attributed to nobody"
        return Root(telling, source, "no", because, through)
    known = replace(speaker, mention=source.mention, span=source.span)
    return Root(telling, known, "yes", f"credited to {source.name}, which speaks for itself", through)


def _vouching(hops: Sequence[Source], scene: Scene) -> Source:
    """The last of a chain; where nobody is named there, the last person or body before it that is: he vouches for what "passengers" saw."""
    known = {hop: scene.known.get(hop, hop) for hop in hops}
    last = known[hops[-1]]
    if last.named and not (last.kind is SourceKind.DOCUMENT and described(last, scene.actors)):
        return hops[-1]
    named = (SourceKind.PERSON, SourceKind.ORGANISATION)
    return next((hop for hop in reversed(hops) if known[hop].kind in named and not described(known[hop], scene.actors)), hops[-1])


def _named(telling: Claim, source: Source, scene: Scene) -> Root:
    through = scene.cited_report(source, telling.report)
    if through is not None:
        root = scene.speakers.get(through)
        known = source if root is None else replace(root, mention=source.mention, span=source.span)
        return Root(telling, known, "yes" if root else "maybe", f"{source.name} is cited, and its report is among these", through)
    if _relays(source):
        return Root(telling, source, "maybe", f"{source.name} is cited, and the text names nobody behind it")
    return Root(telling, source, "yes", f"{source.name} is named as the source")


def _relays(source: Source) -> bool:
    """A medium like any other, which has its news from somebody; not a state's, and not an inspectorate taken for one."""
    if source.kind is not SourceKind.MEDIUM or source.control in (Control.STATE_MEDIUM, Control.GOVERNMENT) or source.state:
        return False
    return not load_voices().watchdog.search(source.name)


def own_voice(telling: Claim, report: Report, scene: Scene) -> Root:
    """What an outlet states itself counts only where the outlet can know: it is the issuer, a state's voice, or was there."""
    speaker = scene.speakers.get(report.id)
    if speaker is not None and not _passes_on(telling, speaker, scene):
        return Root(telling, speaker, "yes", speaker.because[0])
    heard = telling.predicate in SAYING  # "its slide says nine times": a reporter who was there saw the slide, not what it says
    if not heard and not telling.in_headline and (where := witness(telling, report)):
        name = report.byline or report.outlet or report.id
        source = reporter_of(report.outlet or report.id, name)
        counts = "yes" if where == "here" else "maybe"
        because = f"the report says {'here' if counts == 'yes' else 'elsewhere'} that its reporter was there ({name})"
        return Root(telling, source, counts, because)
    if report.byline and not telling.in_headline and not scene.upstream.get(report.id):
        own = reporter_of(report.outlet or report.id, report.byline)
        return Root(telling, own, "maybe", f"{report.id} took from no other, and names nobody that it has this from")
    return Root(telling, None, "no", f"stated in the report's own voice ({report.outlet or report.id}), attributed to nobody")


def _passes_on(telling: Claim, speaker: Source, scene: Scene) -> bool:
    """A state medium that took its report from another, on what is not its state's matter, is a newspaper like any other."""
    took = speaker.control is Control.STATE_MEDIUM and bool(scene.upstream.get(telling.report))
    return took and party_reason(speaker, [telling]) is None


def witness(telling: Claim, report: Report) -> str | None:
    """Whether the report says, outside quotation marks, that its reporter saw for himself: in the telling's own paragraph, or elsewhere."""
    own = next((block.span for block in report.blocks if block.span.overlaps(telling.span)), telling.span)
    if _saw(own.of(report.text)) or load_voices().own_work.search(QUOTED.sub(" ", telling.words)):
        return "here"
    at_scene = any(AT_THE_SCENE.search(block.span.of(report.text)) for block in report.blocks_of(BlockKind.BYLINE))
    return "elsewhere" if at_scene or _saw(report.text) else None


@lru_cache(maxsize=1024)  # every telling of a report asks about the whole of it
def _saw(text: str) -> bool:
    return bool(load_voices().witness.search(QUOTED.sub(" ", text)))
