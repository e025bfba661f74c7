"""A proposition and the scene it was told in → a finding: its origins, how many are independent and why, drift and conflicts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.compare import says_so
from whence.independence.assured import assured, contested, turns
from whence.independence.conflicts import find_conflicts
from whence.independence.count import count_origins
from whence.independence.drift import find_drift
from whence.independence.identity import kinship
from whence.independence.roots import Root, root_of
from whence.independence.scene import Scene
from whence.independence.ties import find_ties
from whence.model import Act, Certainty, Claim, Finding, Proposition, Source, SourceKind
from whence.text import content_id

ORDER = (Certainty.UNSURE, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def weigh(proposition: Proposition, claims: Sequence[Claim], rivals: Sequence[Claim], scene: Scene, story: str) -> Finding:
    """Weigh one proposition. `claims` are its tellings, in any order; deniers and the silent are listed, never counted.

    `rivals` say the same with another number or day: they show in the conflicts, and as drift.
    """
    told = sorted(claims, key=lambda claim: _place_in_time(claim, scene))
    base = polarity(told)
    support = [claim for claim in told if supports(claim, base)]
    against = [claim for claim in told if opposes(claim, base)]
    doubting = [claim for claim in told if opposes(claim, base) or turns(claim)]
    deniers = [claim.chain[-1] for claim in against if claim.chain and claim.act is Act.DENIES]
    roots = [_in_doubt(root_of(claim, scene), told, doubting, deniers, scene, proposition.loose) for claim in support]
    ties = find_ties(roots, scene)
    openings = [scene.opening(id) for id in sorted({claim.report for claim in support})]
    count = count_origins(roots, ties, support, openings, _unknown(support, against, scene), scene)
    degrees = sorted((claim.certainty for claim in support), key=ORDER.index) or [Certainty.UNSURE]
    inside = {claim.report for claim in told}
    return Finding(
        id=content_id(story, proposition.id),
        story=story,
        text=proposition.says,
        tellings=tuple(told),
        origins=count.origins,
        independent=count.independent,
        party=count.party,
        because=count.because,
        ties=ties,
        certainty=(degrees[0], degrees[-1]),
        drift=find_drift(told, rivals, roots, scene),
        conflicts=find_conflicts(told, rivals, base, proposition.says),
        against=_names(claim for claim in against if claim.chain),
        no_comment=_names(claim for claim in told if claim.act is Act.NO_COMMENT and claim.chain),
        circles=scene.circles(inside),
    )


def _unknown(support: Sequence[Claim], against: Sequence[Claim], scene: Scene) -> str:
    """Why somebody may stand behind what nobody is named for: its report took from others, or it asserts what others contradict."""
    took = next((claim.report for claim in support if scene.upstream.get(claim.report)), None)
    if took:
        return f"{took} took from others, and may have it from them"
    return "others say the opposite, so that its outlet stands alone" if against else ""


def polarity(claims: Sequence[Claim]) -> bool:
    """Whether the proposition is that something is so, or that it is not. `claims` stand in order of time.

    That it is not, where the first who is no denier says that it is not, and more reports than say so: "no ransom was paid".
    """
    saying = [c for c in claims if c.act not in (Act.DENIES, Act.NO_COMMENT, Act.ASKS) and c.certainty is not Certainty.UNSURE]
    yes, no = ({claim.report for claim in saying if says_so(claim) is sign} for sign in (True, False))
    return len(yes) >= len(no) or says_so(saying[0])  # none of either: so


def supports(claim: Claim, base: bool = True) -> bool:
    """Whether a telling stands for the proposition: not a denial, a refusal to comment, a question, or "we cannot tell"."""
    return says_so(claim) is base and claim.act not in (Act.NO_COMMENT, Act.ASKS) and claim.certainty is not Certainty.UNSURE


def opposes(claim: Claim, base: bool = True) -> bool:
    return says_so(claim) is not base and claim.act is not Act.NO_COMMENT


def _place_in_time(claim: Claim, scene: Scene) -> tuple[bool, float, str, int]:
    published = scene.reports[claim.report].published
    return published is None, published.timestamp() if published else 0.0, claim.report, claim.span.start


def _names(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.chain[-1].name for claim in claims))


def _after_correction(root: Root, against: Sequence[Claim], scene: Scene) -> Root:
    """An outlet that took a claim back no longer stands behind it: what rests on its report alone counts at most as "maybe"."""
    if root.counts != "yes":
        return root
    mine = root.telling.report
    if mine in scene.withdrawn:
        return replace(root, counts="maybe", because=f"{root.because}, in a story that has been withdrawn")
    for claim in against:
        if claim.report in scene.corrections and claim.report != mine:
            return replace(root, counts="maybe", because=f"{root.because}; {claim.report} corrects it")
    return root


def _after_denial(root: Root, deniers: Sequence[Source], scene: Scene) -> Root:
    """A source that is also quoted as denying it was misquoted, impersonated or changed its mind: at most "maybe"."""
    if root.counts != "yes" or root.source is None or root.source.kind is SourceKind.DOCUMENT:
        return root  # a paper stays what it is, whatever its author says of it later
    if any(kinship(root.source, denier, scene.actors).degree == "same" for denier in deniers):
        return replace(root, counts="maybe", because=f"{root.because}, and is also reported to deny it")
    return root


def _in_doubt(
    root: Root, told: Sequence[Claim], doubting: Sequence[Claim], deniers: Sequence[Source], scene: Scene, loose: Sequence[str]
) -> Root:
    """What may not count as "yes", after all. `doubting` are the tellings that say otherwise, or may."""
    sure = _after_denial(_after_correction(assured(root, told), doubting, scene), deniers, scene)
    if sure.counts != "yes" or root.telling.id not in loose:
        return sure
    if contested(told):
        return replace(sure, counts="maybe", because=f"{sure.because}, in words only loosely like the others")
    return replace(sure, weak=sure.weak or "in words only loosely like the others")
