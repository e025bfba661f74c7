"""Tellings, roots and ties → groups, their origins, and the range of how many are independent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from whence.independence.identity import country_name, described, general_voice, kinship
from whence.independence.party import party_reason
from whence.independence.roots import Root
from whence.model import Claim, Control, Origin, Source, SourceKind, Tie

RANK = {"yes": 0, "maybe": 1, "no": 2}
PLAIN = {"yes": "counts as one", "maybe": "may count as one", "no": "does not count"}


@dataclass(frozen=True, slots=True)
class Count:
    """`because` has one line for each group and each doubt, in the order in which they matter."""

    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    party: bool
    because: tuple[str, ...]


def count_origins(roots: Sequence[Root], ties: Sequence[Tie], proposition: Sequence[Claim], openings: Collection[str] = ()) -> Count:
    """Groups are the connected components over the ties (DESIGN: how independence is counted)."""
    groups = sorted(_groups(roots, ties), key=lambda group: (RANK[_best(group).counts], -len(group), group[0].telling.id))
    origins = tuple(_origin(group, proposition, openings) for group in groups)
    doubts = _doubts(groups)
    counted = [o for o in origins if o.counts != "no"]
    because = [f"{o.name}: {PLAIN[o.counts]}, {_many(len(o.tellings))} ({o.because[0]})" for o in counted]
    if silent := [o for o in origins if o.counts == "no"]:
        told = sum(len(o.tellings) for o in silent)
        because.append(f"in {_many(told)} nobody is named, or the report states it itself: never counted")
    because += [reason for _, _, reason in doubts]
    return Count(origins, _range(groups, doubts), bool(counted) and all(o.party for o in counted), tuple(because))


def _many(tellings: int) -> str:
    return "1 telling" if tellings == 1 else f"{tellings} tellings"


def _groups(roots: Sequence[Root], ties: Sequence[Tie]) -> list[list[Root]]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(root.telling.id for root in roots)
    graph.add_edges_from((tie.a, tie.b) for tie in ties)
    by_id: Mapping[str, Root] = {root.telling.id: root for root in roots}
    return [[by_id[i] for i in sorted(part)] for part in nx.connected_components(graph)]


def _best(group: Sequence[Root]) -> Root:
    """The root that says most: named before unnamed before nobody, then the one told most often."""
    told = [root.source.name if root.source else "" for root in group]

    def rank(root: Root) -> tuple[int, bool, int, str]:
        bare = root.source is None or described(root.source)
        return RANK[root.counts], bare, -told.count(root.source.name if root.source else ""), root.telling.id

    return min(group, key=rank)


def _origin(group: Sequence[Root], proposition: Sequence[Claim], openings: Collection[str]) -> Origin:
    best = _best(group)
    same = [root for root in group if root.counts == best.counts and root.source]
    names = sorted({root.source.mention for root in same if root.source} | {root.source.name for root in same if root.source})
    party = party_reason(best.source, proposition, openings) if best.source else None
    source = best.source
    medium = _state_medium(group, source) if source else None
    name = origin_name(medium or source) if source else "no source named"
    names = sorted({*names, *((medium.mention, medium.name) if medium else ())})
    return Origin(
        name=name,
        kind=source.kind if source else None,
        key=source.key if source else "",
        counts=best.counts,
        party=party is not None,
        tellings=tuple(root.telling.id for root in group),
        names=tuple(names),
        because=(best.because, *((party,) if party else ())),
    )


def _state_medium(group: Sequence[Root], source: Source) -> Source | None:
    """The medium of the source's own state that a telling came through: a leader's words are known from there."""
    hops = (hop for root in group for hop in root.telling.chain)
    return next((hop for hop in hops if hop.control is Control.STATE_MEDIUM and hop.state and hop.state == source.state), None)


def origin_name(source: Source) -> str:
    """What an origin is called: a state's voice by its state, a body by its country, a person by the body he speaks for."""
    if not source.named:
        return f"unnamed: {source.mention}"
    country = country_name(source) if source.state else ""
    if country and (source.control is Control.STATE_MEDIUM or general_voice(source)):
        return f"Government of {country}" + ("" if general_voice(source) else f" ({source.name})")
    if country and source.kind is SourceKind.ORGANISATION and country.casefold()[:5] not in source.name.casefold():
        return f"{source.name} of {country}"
    body = next((key for key in source.part_of if key != source.state), None)
    if source.kind is SourceKind.PERSON and body and body.replace(" ", "").isalpha():
        return f"{source.name} ({body.title()})"
    return source.name


def _doubts(groups: Sequence[Sequence[Root]]) -> list[tuple[int, int, str]]:
    """Pairs of groups that may be one: (place, place, reason)."""
    found = []
    for i, j in combinations(range(len(groups)), 2):
        a, b = _best(groups[i]), _best(groups[j])
        if a.source and b.source and "no" not in (a.counts, b.counts):
            kin = kinship(a.source, b.source)
            if kin.degree == "maybe":
                found.append((i, j, kin.because))
    return found


def _range(groups: Sequence[Sequence[Root]], doubts: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """Least: groups with a named origin, where groups that may be one are one. Most: every group that may count."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(groups)))
    graph.add_edges_from((i, j) for i, j, _ in doubts)
    sure = {i for i, group in enumerate(groups) if _best(group).counts == "yes"}
    least = sum(1 for part in nx.connected_components(graph) if part & sure)
    return least, sum(1 for group in groups if _best(group).counts != "no")
