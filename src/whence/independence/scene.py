"""A story's reports and who took from whom → the scene that its findings are weighed in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import permutations
from typing import Any

import networkx as nx

from whence.independence.aliases import Known, know_each_other
from whence.lexicons.actors import same_outlet
from whence.lexicons.voices import load_voices
from whence.model import BlockKind, Claim, Derivation, Report, Source, SourceKind
from whence.text import words


@dataclass(frozen=True)
class Scene:
    """What ties are read from: `reports` by id, `derivations` by (from, to), in one story."""

    reports: Mapping[str, Report]
    derivations: Mapping[tuple[str, str], Derivation]
    issuers: frozenset[str] = frozenset()  # reports whose outlet is a body that others name as a source, not a medium
    known: Known = field(default_factory=dict)  # each source as the whole story knows it

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

    def opening(self, report: str) -> str:
        """A report's headline, or the first words where it has none."""
        known = self.reports[report]
        first = next(known.blocks_of(BlockKind.HEADLINE, BlockKind.PARAGRAPH), None)
        return known.headline or (first.span.of(known.text) if first else known.text)[:200]

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
    """The scene of one story. The chains of `claims`, all that its reports tell, show who is who."""
    hops = list(dict.fromkeys(hop for claim in claims for hop in claim.chain))
    known = know_each_other(hops, _capitals(reports))
    outlets = {report.outlet for report in reports if report.outlet}
    bodies = {hop.name for hop in known.values() if hop.kind is SourceKind.ORGANISATION}
    media = {hop.name for hop in known.values() if hop.kind is SourceKind.MEDIUM}
    speaking = {o for o in outlets if _is_any(o, bodies) and not _is_any(o, media) and not load_voices().medium_words & set(words(o))}
    issuers = frozenset(report.id for report in reports if report.outlet in speaking)
    return Scene({r.id: r for r in reports}, {(d.from_report, d.to_report): d for d in derivations}, issuers, known)


def _is_any(outlet: str, names: Collection[str]) -> bool:
    return any(same_outlet(outlet, name) for name in names)


def _capitals(reports: Iterable[Report]) -> dict[str, str]:
    """City of a dateline → the country whose state medium writes from there; not where media of two states do."""
    found: dict[str, set[str]] = {}
    for report in reports:
        state = load_voices().state_owner.match(report.owner or "")
        for block in report.blocks_of(BlockKind.DATELINE):
            city = block.span.of(report.text).split(",")[0].strip()
            if state and state.group(1):
                found.setdefault(city.casefold(), set()).add(state.group(1).strip())
    return {city: next(iter(countries)) for city, countries in found.items() if len(countries) == 1}
