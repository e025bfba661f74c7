"""Tellings, roots and ties → groups, their origins, and the range of how many are independent."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from whence.independence.called import RANK, group_name, speaks_for
from whence.independence.identity import country_name, kinship
from whence.independence.linked import linked_groups
from whence.independence.party import of_its_own, party_reason
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.lexicons.voices import load_voices
from whence.model import Certainty, Claim, Origin, Source, SourceKind, Tie

PROPER = re.compile(r"\b[A-Z][^\W\d_]+")
FLAT = (Certainty.CERTAIN, Certainty.PROBABLE)
PLAIN = {"yes": "counts as one", "maybe": "may count as one", "no": "does not count"}


@dataclass(frozen=True, slots=True)
class Count:
    """`because` has one line for each group and each doubt, in the order in which they matter."""

    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    party: bool
    because: tuple[str, ...]


def count_origins(
    roots: Sequence[Root],
    ties: Sequence[Tie],
    proposition: Sequence[Claim],
    openings: Collection[str] = (),
    unknown: str = "",
    scene: Scene | None = None,
) -> Count:
    """Groups are the connected components over the ties (DESIGN: how independence is counted).

    `unknown` says why somebody may stand behind it though no telling names anybody; "" where nothing speaks for that.
    """
    groups = sorted(_groups(roots, ties), key=lambda group: (RANK[speaks_for(group).counts], -len(group), group[0].telling.id))
    groups = [_only_may(group, [root for other in groups if other is not group for root in other]) for group in groups]
    if unknown and groups and all(speaks_for(group).counts == "no" for group in groups):
        groups[0] = [replace(root, counts="maybe", because=f"{root.because}; {unknown}") for root in groups[0]]
    groups = _silent_last(groups)
    origins = tuple(_origin(group, proposition, openings) for group in groups)
    doubts = _doubts(groups, scene)
    counted = [o for o in origins if o.counts != "no"]
    because = [f"{o.name}: {PLAIN[o.counts]}, {_many(len(o.tellings))} ({o.because[0]})" for o in counted]
    if silent := [o for o in origins if o.counts == "no"]:
        told = sum(len(o.tellings) for o in silent)
        because.append(f"in {_many(told)} nobody is named, or the report states it itself: never counted")
    because += [reason for _, _, reason in doubts]
    judged = [o for o in counted if o.counts == "yes"] or counted
    return Count(origins, _range(groups, doubts), bool(judged) and all(o.party for o in judged), tuple(because))


def _only_may(group: list[Root], others: Sequence[Root]) -> list[Root]:
    """Who says only "may" is no full support for what others, who do not rest on him, tell flatly."""
    vouching = [root for root in group if root.counts == "yes"]
    told_flatly = any(root.telling.certainty in FLAT for root in others)
    if not vouching or not told_flatly or any(root.telling.certainty in FLAT for root in vouching):
        return group
    because = ", but says only that it may be so"
    return [replace(root, counts="maybe", because=root.because + because) if root.counts == "yes" else root for root in group]


def _silent_last(groups: Sequence[list[Root]]) -> list[list[Root]]:
    """Those that count in order, then all in which nobody is named as one."""
    counted = sorted((g for g in groups if speaks_for(g).counts != "no"), key=lambda group: RANK[speaks_for(group).counts])
    silent = [root for group in groups if speaks_for(group).counts == "no" for root in group]
    return [*counted, *([silent] if silent else [])]


def _many(tellings: int) -> str:
    return "1 telling" if tellings == 1 else f"{tellings} tellings"


def _groups(roots: Sequence[Root], ties: Sequence[Tie]) -> list[list[Root]]:
    place = {root.telling.id: n for n, root in enumerate(roots)}
    return [[roots[n] for n in sorted(place[i] for i in part)] for part in linked_groups(place, ((tie.a, tie.b) for tie in ties))]


def _origin(group: Sequence[Root], proposition: Sequence[Claim], openings: Collection[str]) -> Origin:
    best = speaks_for(group)
    source = best.source
    same = [root.source for root in group if root.counts == best.counts and root.source]
    own = [root.telling for root in group if root.source and source and root.source.key == source.key]
    party = (party_reason(source, proposition, openings) or of_its_own(source, own)) if source else None
    return Origin(
        name=group_name(group, best),
        kind=source.kind if source else None,
        key=source.key if source else "",
        counts=best.counts,
        party=party is not None,
        tellings=tuple(root.telling.id for root in group),
        names=tuple(sorted({each.mention for each in same} | {each.name for each in same})),
        because=(best.because, *((party,) if party else ())),
    )


def _doubts(groups: Sequence[Sequence[Root]], scene: Scene | None) -> list[tuple[int, int, str]]:
    """Pairs of groups that may be one: (place, place, reason)."""
    found = []
    for i, j in combinations(range(len(groups)), 2):
        a, b = speaks_for(groups[i]), speaks_for(groups[j])
        if a.source and b.source and "no" not in (a.counts, b.counts) and (why := _may_be_one(a, b, scene)):
            found.append((i, j, why))
    return found


def _may_be_one(a: Root, b: Root, scene: Scene | None) -> str:
    assert a.source and b.source
    kin = kinship(a.source, b.source, scene.actors if scene else None)
    if kin.degree == "maybe":
        return kin.because
    if why := _named_in_part(a.source, b.source):
        return why
    for body, state in ((a.source, b.source), (b.source, a.source)):
        if state.state and not body.state and load_voices().government.search(body.name):
            return f"{body.name} may be a body of {country_name(state)}"
    return scene.may_be_one_house(a.source, b.source) if scene and a.counts == b.counts == "yes" else ""


def _named_in_part(a: Source, b: Source) -> str:
    """ "chart of Corbel" beside "Corbel Micro": all that names the one stands in the name of the other."""
    if SourceKind.PERSON in (a.kind, b.kind):
        return ""
    common = load_voices().general | load_voices().function_words
    left, right = ({word for word in PROPER.findall(each.name) if word.casefold() not in common} for each in (a, b))
    within, other = sorted((left, right), key=len)
    return f"{a.name} and {b.name} share a name" if within and within <= other else ""


def _range(groups: Sequence[Sequence[Root]], doubts: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """Least: groups with a named origin, where groups that may be one are one, and a weak one counts only where there is no other.
    Most: every group that may count."""
    maybe_one = linked_groups(range(len(groups)), ((i, j) for i, j, _ in doubts))
    named = {i for i, group in enumerate(groups) if speaks_for(group).counts == "yes"}
    sure = {i for i in named if any(root.counts == "yes" and not root.weak for root in groups[i])}
    least = max(sum(1 for part in maybe_one if part & sure), min(len(named), 1))
    return least, sum(1 for group in groups if speaks_for(group).counts != "no")
