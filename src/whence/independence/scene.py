"""A story's reports and who took from whom → the scene that its findings are weighed in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import permutations
from typing import Any

import networkx as nx

from whence.lexicons.actors import same_outlet
from whence.lexicons.voices import load_voices
from whence.model import Claim, Derivation, Report, Source, SourceKind


@dataclass(frozen=True)
class Scene:
    """What ties are read from: `reports` by id, `derivations` by (from, to), in one story."""

    reports: Mapping[str, Report]
    derivations: Mapping[tuple[str, str], Derivation]
    issuers: frozenset[str] = frozenset()  # reports whose outlet is a body that others name as a source, not a medium

    @cached_property
    def graph(self) -> "nx.DiGraph[str]":
        """Edges run from the report that was taken from to the one that took."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.reports)
        graph.add_edges_from(self.derivations)
        return graph

    @cached_property
    def upstream(self) -> dict[str, frozenset[str]]:
        """For each report, those it took from, directly or through others."""
        return {report: frozenset(nx.ancestors(self.graph, report)) for report in self.graph}

    def circles(self, among: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """Rings among these reports: an outlet's report, what took from it, and a later report of the same outlet that took from that."""
        graph: Any = nx.DiGraph((a, b) for a, b in self.derivations if a in among and b in among)
        rings = set()
        for a, b in permutations(sorted(among), 2):
            if a in graph and b in graph and self.reports[a].outlet and self.reports[a].outlet == self.reports[b].outlet:
                between = {r for r in nx.descendants(graph, a) & nx.ancestors(graph, b) if self.reports[r].outlet != self.reports[a].outlet}
                if between:
                    rings.add((a, *sorted(between), b))
        return tuple(sorted(rings))

    @cached_property
    def corrections(self) -> frozenset[str]:
        """Reports whose headline or opening takes something back."""
        return frozenset(report.id for report in self.reports.values() if load_voices().correction.search(report.text[:600]))

    @cached_property
    def outlets(self) -> tuple[tuple[str, str], ...]:
        """(outlet, report) in order of publication, unknown times last."""
        ordered = sorted(self.reports.values(), key=lambda r: (r.published is None, r.published.timestamp() if r.published else 0, r.id))
        return tuple((report.outlet, report.id) for report in ordered if report.outlet)

    def cited_report(self, source: Source, by: str) -> str | None:
        """The first report here of the outlet that `source` names, unless it came later than the report `by` that names it."""
        found = (r for r in _reports_of(self.outlets, source.name) if r != by and _not_after(self.reports[r], self.reports[by]))
        return next(found, None)


@lru_cache(maxsize=4096)
def _reports_of(outlets: tuple[tuple[str, str], ...], name: str) -> tuple[str, ...]:
    return tuple(report for outlet, report in outlets if same_outlet(outlet, name))


def _not_after(earlier: Report, later: Report) -> bool:
    return earlier.published is None or later.published is None or earlier.published <= later.published


def make_scene(reports: Sequence[Report], derivations: Iterable[Derivation], claims: Iterable[Claim] = ()) -> Scene:
    """The scene of one story. The chains of `claims`, all that its reports tell, show which outlets are bodies with a say."""
    named = {hop.name for claim in claims for hop in claim.chain if hop.kind in (SourceKind.ORGANISATION, SourceKind.PERSON)}
    bodies = {outlet for outlet in {r.outlet for r in reports if r.outlet} if any(same_outlet(outlet, name) for name in named)}
    issuers = frozenset(r.id for r in reports if r.outlet in bodies)
    return Scene({r.id: r for r in reports}, {(d.from_report, d.to_report): d for d in derivations}, issuers)
