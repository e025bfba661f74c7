"""A telling → its root: as far upstream as the text lets us see, and whether that may raise the count of independent origins.

yes     a named source, or an outlet that speaks for itself: a state medium, an issuer of a statement, a reporter who was there
maybe   an unnamed source; a medium with nothing named behind it; a source that was later corrected
no      an impersonal phrase, or the outlet's own voice
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from whence.independence.identity import described
from whence.independence.scene import Scene
from whence.lexicons.actors import owner_of, same_outlet
from whence.lexicons.voices import load_voices
from whence.model import BlockKind, Claim, Control, Report, Source, SourceKind
from whence.text import words

QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class Root:
    """`source` is None where nobody is named. `through` is the report that stands behind a cited outlet, where we have it."""

    telling: Claim
    source: Source | None
    counts: str
    because: str
    through: str | None = None


def root_of(telling: Claim, scene: Scene) -> Root:
    """Where one telling comes from, by its own words."""
    report = scene.reports[telling.report]
    if not telling.chain:
        return own_voice(telling, report, scene)
    if telling.cue is None and not any(label == "cue" for label, _ in telling.evidence):
        return _credited(telling, report, scene)
    source = _vouching([scene.known.get(hop, hop) for hop in telling.chain])
    if report.outlet and source.kind is SourceKind.MEDIUM and same_outlet(report.outlet, source.name):
        return own_voice(telling, report, scene)  # "the Herald has learned", in the Herald
    if source.kind is SourceKind.IMPERSONAL:
        return Root(telling, source, "no", f"“{source.mention}” names nobody")
    if not source.named or (source.kind in (SourceKind.DOCUMENT, SourceKind.PERSON) and described(source)):
        return Root(telling, source, "maybe", f"“{source.mention}” is not named")
    return _named(telling, source, scene)


def _credited(telling: Claim, report: Report, scene: Scene) -> Root:
    """What a report states itself, under a credit: its own voice, or that of a credited outlet that speaks for itself."""
    source = scene.known.get(telling.chain[-1], telling.chain[-1])
    through = scene.cited_report(source, telling.report)
    speaker = outlet_source(scene.reports[through], scene) if through else None
    if speaker is None and source.control is Control.STATE_MEDIUM:
        speaker = source
    if speaker is None:
        return Root(
            telling,
            source,
            "no",
            f"stated by {report.outlet or report.id} under a credit to {source.mention}, attributed to nobody",
            through,
        )
    return Root(
        telling,
        replace(speaker, mention=source.mention, span=source.span),
        "yes",
        f"credited to {source.name}, which speaks for itself",
        through,
    )


def _vouching(hops: Sequence[Source]) -> Source:
    """The last of a chain; where nobody is named there, the last person or body before it that is: he vouches for what "passengers" saw."""
    last = hops[-1]
    if last.named:
        return last
    return next((hop for hop in reversed(hops) if hop.kind in (SourceKind.PERSON, SourceKind.ORGANISATION)), last)


def _named(telling: Claim, source: Source, scene: Scene) -> Root:
    through = scene.cited_report(source, telling.report)
    if through is not None:
        root = outlet_source(scene.reports[through], scene)
        known = source if root is None else replace(root, mention=source.mention, span=source.span)
        return Root(telling, known, "yes" if root else "maybe", f"{source.name} is cited, and its report is among these", through)
    if source.kind is SourceKind.MEDIUM and source.control not in (Control.STATE_MEDIUM, Control.GOVERNMENT) and not source.state:
        return Root(telling, source, "maybe", f"{source.name} is cited, and the text names nobody behind it")
    return Root(telling, source, "yes", f"{source.name} is named as the source")


def own_voice(telling: Claim, report: Report, scene: Scene) -> Root:
    """What an outlet states itself counts only where the outlet can know: it is the issuer, a state's voice, or was there."""
    speaker = outlet_source(report, scene)
    if speaker is not None:
        return Root(telling, speaker, "yes", speaker.because[0])
    if not telling.in_headline and (where := witness(telling, report)):
        name = report.byline or report.outlet or report.id
        source = Source(name, SourceKind.PERSON, name, None, f"reporter:{(report.outlet or report.id).casefold()}")
        counts = "yes" if where == "here" else "maybe"
        return Root(
            telling, source, counts, f"the report says {'here' if counts == 'yes' else 'elsewhere'} that its reporter was there ({name})"
        )
    return Root(telling, None, "no", f"stated in the report's own voice ({report.outlet or report.id}), attributed to nobody")


def outlet_source(report: Report, scene: Scene) -> Source | None:
    """The outlet as a source that speaks for itself or for its state; None for a newspaper like any other."""
    if not report.outlet:
        return None
    owner = report.owner or owner_of(report.outlet) or ""
    state = load_voices().state_owner.match(owner)
    if state:
        country = (state.group(1) or report.outlet).strip()
        because = f"{report.outlet} belongs to the {owner[0].lower() + owner[1:]}"
        return Source(
            name=report.outlet,
            kind=SourceKind.MEDIUM,
            mention=report.outlet,
            key=report.outlet.casefold(),
            country=country,
            state=country.casefold(),
            control=Control.STATE_MEDIUM,
            because=(because,),
        )
    if report.id in scene.issuers or _issuer(report, owner):
        because = f"{report.outlet} issued this text itself"
        return Source(report.outlet, SourceKind.ORGANISATION, report.outlet, None, report.outlet.casefold(), because=(because,))
    return None


def _issuer(report: Report, owner: str) -> bool:
    """A statement, notice or release put out under the name of the body it is about."""
    outlet = report.outlet or ""
    head = report.text[: 300 + len(report.headline or "")]
    mine = set(words(outlet)) - {"the", "of", "press", "release"}
    says_so = load_voices().issuer.search
    openings = [head.split("\n", 1)[0], *(block.span.of(report.text) for block in report.blocks_of(BlockKind.BYLINE))]
    titled = any(says_so(line) for line in openings)
    return bool(says_so(outlet)) or (titled and bool(mine) and mine <= set(words(report.text)) and not owner)


def witness(telling: Claim, report: Report) -> str | None:
    """Whether the report says, outside quotation marks, that its reporter saw for himself: in the telling's own paragraph, or elsewhere."""
    own = next((block.span for block in report.blocks if block.span.overlaps(telling.span)), telling.span)
    if _saw(own.of(report.text)):
        return "here"
    return "elsewhere" if _saw(report.text) else None


@lru_cache(maxsize=1024)  # every telling of a report asks about the whole of it
def _saw(text: str) -> bool:
    return bool(load_voices().witness.search(QUOTED.sub(" ", text)))
