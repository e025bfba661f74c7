"""A story, its reports and an origin to take away → every finding that changes, before and after.

A telling rests on an origin where it came from it or through it (its outlet, or a hop of its chain), and where its report took it from
one that does. What is left of a finding stays in the groups that it was in: taking something away never makes two origins of one, and
never raises a count.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from whence.independence.called import RANK
from whence.independence.count import count_origins
from whence.independence.linked import arrows, reached
from whence.independence.named import Named, find_named, goes_with, way_of
from whence.independence.roots import Root, root_of
from whence.independence.scene import Scene, make_scene
from whence.independence.ties import TAKEN_WHOLE
from whence.independence.weigh import ORDER, polarity, supports
from whence.lexicons.actors import Actors
from whence.model import Act, Certainty, Claim, Conflict, Evidence, Finding, Loss, Origin, Recall, Report, Source, Story, Tie


@dataclass(frozen=True)
class Retold:
    """A weighed story with what its tellings come from: the root and the way of each claim, by its id.

    `whole` says for each report from whom it took its text as a whole.
    """

    story: Story
    scene: Scene
    roots: Mapping[str, Root]
    ways: Mapping[str, tuple[Source, ...]]
    whole: Mapping[str, frozenset[str]]


def retell(story: Story, reports: Iterable[Report], actors: Actors | None = None) -> Retold:
    """The roots of a weighed story, as they were when it was weighed. `reports` are its reports, perhaps among others."""
    claims = {claim.id: claim for finding in story.findings for claim in finding.tellings}
    scene = make_scene([report for report in reports if report.id in story.reports], story.derivations, claims.values(), actors)
    roots = {id: root_of(claim, scene) for id, claim in claims.items()}
    ways = {id: tuple(way_of(claim, roots[id], scene)) for id, claim in claims.items()}
    taken = arrows((how.to_report, how.from_report) for how in story.derivations if how.kind in TAKEN_WHOLE)
    return Retold(story, scene, roots, ways, {report: reached(report, taken) for report in scene.reports})


def recall(origin: str, stories: Callable[[], Iterable[Retold]]) -> Recall:
    """Take an origin away, by its name or how that begins. `stories` is called twice: names are looked for in all of them first.

    SettingsError where no origin, or more than one, is called so.
    """
    named = Named()
    for told in stories():
        named.actors = told.scene.actors
        for finding in told.story.findings:
            named.add(finding, told.roots, {claim.id: told.ways[claim.id] for claim in finding.tellings})
    name, gone = find_named(origin, named)
    losses, looked_at = list[Loss](), 0
    for told in stories():
        losses += take_away(gone, told)
        looked_at += len(told.story.findings)
    losses.sort(key=_most_lost)
    return Recall(name, tuple(sorted({source.name for source in gone})), tuple(losses), looked_at - len(losses))


def _most_lost(loss: Loss) -> tuple[int, int, int, int]:
    """What rests on nothing any more first, then by how far the range falls and how many tell it."""
    before, after = loss.before.independent, loss.after.independent
    return -loss.rests_on_nothing, after[0] - before[0], after[1] - before[1], -len(loss.fallen)


def take_away(gone: Collection[Source], told: Retold) -> list[Loss]:
    """The findings of a story that change without these sources."""
    first = {id for id, way in told.ways.items() if any(goes_with(hop, source, told.scene.actors) for hop in way for source in gone)}
    if not first:
        return []
    fallen = {finding.id: _fallen(finding, first, told) for finding in told.story.findings}
    down = {claim.id: claim for finding in told.story.findings for claim in finding.tellings if claim.id in fallen[finding.id]}
    losses = (_loss(finding, fallen[finding.id], list(down.values()), told) for finding in told.story.findings)
    return [loss for loss in losses if loss.after != loss.before]


def _fallen(finding: Finding, first: Collection[str], told: Retold) -> set[str]:
    """The tellings that rest on what goes first: themselves, and those that took it from them."""
    down = arrows((tie.a, tie.b) for tie in finding.ties if tie.rule == "derivation")
    grown, fallen = {claim.id for claim in finding.tellings if claim.id in first}, set[str]()
    while grown != fallen:
        fallen = grown.union(*(reached(id, down) for id in grown))
        grown = fallen.union(*(_taken(origin, fallen, told) for origin in finding.origins))
    return fallen


def _taken(origin: Origin, fallen: Collection[str], told: Retold) -> Iterator[str]:
    """The tellings of one origin that were had from those that fall: who names the origin himself may have asked it, unless his text
    is the other's, and it does not say that it was told to his outlet."""
    before = {told.roots[id].telling.report for id in origin.tellings if id in fallen}
    for root in (told.roots[id] for id in origin.tellings if id not in fallen):
        sources = told.whole if root.counts == "yes" else told.scene.upstream
        if sources[root.telling.report] & before and not _told_to_itself(root):
            yield root.telling.id


def _told_to_itself(root: Root) -> bool:
    """ "The ministry confirmed to the Observer", in The Observer."""
    last = root.told_by.split()[-1:]
    return bool(last) and bool(re.search(rf"\b(?:told|to|with) (?:\w+ ){{0,3}}{re.escape(last[0])}\b", root.telling.words))


def _loss(finding: Finding, fallen: Collection[str], down: Collection[Claim], told: Retold) -> Loss:
    left = [claim for claim in finding.tellings if claim.id not in fallen]

    def lies(piece: Evidence) -> bool:
        return _stands_in(piece, down) and not _stands_in(piece, left)

    conflicts = tuple(filter(None, (_without(conflict, lies) for conflict in finding.conflicts)))
    drift = tuple(change for change in finding.drift if not lies(change.before) and not lies(change.after))
    after = replace(_recounted(finding, left, told) if fallen else finding, drift=drift, conflicts=conflicts)
    about = [(conflict.about, conflict.what) for conflict in conflicts]
    return Loss(
        finding,
        after,
        tuple(claim for claim in finding.tellings if claim.id in fallen),
        tuple(change for change in finding.drift if change not in drift),
        tuple(conflict for conflict in finding.conflicts if (conflict.about, conflict.what) not in about),
    )


def _stands_in(piece: Evidence, claims: Iterable[Claim]) -> bool:
    return any(claim.report == piece.report and claim.span.overlaps(piece.span) for claim in claims)


def _without(conflict: Conflict, lies: Callable[[Evidence], bool]) -> Conflict | None:
    """The conflict between what is left; None where nobody is left to disagree."""
    values = tuple(value for value in conflict.values if not lies(value.evidence))
    sides = {value.value for value in values}
    return replace(conflict, values=values) if len(sides) > 1 or len(values) == len(conflict.values) else None


def _recounted(finding: Finding, left: list[Claim], told: Retold) -> Finding:
    """The finding with the tellings that are left, in the groups that they were in."""
    base = polarity(finding.tellings)
    standing = {claim.id for claim in left}
    groups = [kept for origin in finding.origins if (kept := list(_still(origin, standing, told)))]
    support = [root.telling for group in groups for root in group]
    bound = [Tie(a.telling.id, b.telling.id, "same_origin", "") for group in groups for a, b in pairwise(group)]
    openings = [told.scene.opening(id) for id in sorted({claim.report for claim in support})]
    count = count_origins([root for group in groups for root in group], bound, support, openings, scene=told.scene)
    degrees = sorted((claim.certainty for claim in support if supports(claim, base)), key=ORDER.index) or [Certainty.UNSURE]
    low, high = (min(was, now) for was, now in zip(finding.independent, count.independent))
    named = {claim.chain[-1].name for claim in left if claim.chain}
    silent = {claim.chain[-1].name for claim in left if claim.chain and claim.act is Act.NO_COMMENT}
    inside, as_before = {claim.report for claim in left}, {origin.tellings: origin for origin in finding.origins}
    return replace(
        finding,
        tellings=tuple(left),
        origins=tuple(as_before.get(origin.tellings, origin) for origin in count.origins),
        independent=(low, high),
        party=count.party,
        because=count.because if left else ("nothing else that we have read tells it",),
        ties=tuple(tie for tie in finding.ties if tie.a in standing and tie.b in standing),
        certainty=(degrees[0], degrees[-1]),
        against=tuple(name for name in finding.against if name in named),
        no_comment=tuple(name for name in finding.no_comment if name in silent),
        circles=tuple(circle for circle in finding.circles if inside.issuperset(circle)),
    )


def _still(origin: Origin, standing: Collection[str], told: Retold) -> Iterator[Root]:
    """The roots that are left of a group, none of which counts for more than the group did."""
    whole = [told.roots[id] for id in origin.tellings]
    unseen = origin.counts == "maybe" and all(root.counts == "no" for root in whole)  # somebody may stand behind it, we cannot see who
    for root in whole:
        if root.telling.id in standing:
            counts = "maybe" if unseen else max(root.counts, origin.counts, key=lambda counts: RANK[counts])
            yield replace(root, counts=counts, because=root.because if counts == root.counts else origin.because[0])
