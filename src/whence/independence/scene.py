"""A story's reports and who took from whom → the scene that its findings are weighed in."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import permutations

from whence.independence.aliases import Known, know_each_other
from whence.independence.belonging import Sentences, beside, neighbours, sentences_of, with_houses
from whence.independence.linked import arrows, reached
from whence.independence.meanings import Meanings, meanings_by_words
from whence.independence.quoting import Quotations, quotations_of
from whence.independence.speakers import is_paper, speaker_of
from whence.lexicons.actors import Actors, load_actors, same_outlet
from whence.lexicons.voices import load_voices
from whence.model import BlockKind, Claim, Derivation, Report, Source, SourceKind

LIKELY = 0.5  # confidence from which who took from whom makes a circle: one doubtful edge would show a ring where there is none
WHEN = re.compile(r"\s*(?:\w+day\b|\d{1,2}(?:st|nd|rd|th)?\b)")


@dataclass(frozen=True, eq=False)  # what is worked out for a scene is kept by which scene it is
class Scene:
    """What ties are read from: `reports` by id, `derivations` by (from, to), in one story."""

    reports: Mapping[str, Report]
    derivations: Mapping[tuple[str, str], Derivation]
    speakers: Mapping[str, Source] = field(default_factory=dict)  # reports whose outlet speaks for itself, and who that is
    known: Known = field(default_factory=dict)  # each source as the whole story knows it
    actors: Actors = field(default_factory=load_actors)
    told: Mapping[str, Sequence[Claim]] = field(default_factory=dict)  # all that each report tells
    meanings: Meanings | None = None  # how like in meaning any two of those are, where that was worked out

    @cached_property
    def upstream(self) -> dict[str, frozenset[str]]:
        """For each report, those it took from, directly or through others."""
        sources = arrows((taker, source) for source, taker in self.derivations)
        return {report: reached(report, sources) for report in self.reports}

    @cached_property
    def alike(self) -> Meanings:
        """How like any two claims are: by their meanings, where those were worked out, else by their words."""
        return self.meanings or meanings_by_words([claim for claims in self.told.values() for claim in claims])

    def circles(self, among: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """Rings among these reports: an outlet's report, what took from it, and a later report of the same outlet that took from that."""
        inside = [(a, b) for (a, b), made in self.derivations.items() if a in among and b in among and made.confidence >= LIKELY]
        down, up = arrows(inside), arrows((b, a) for a, b in inside)
        rings = set()
        for a, b in permutations(sorted(among), 2):
            if a in down and b in up and self.reports[a].outlet and self.reports[a].outlet == self.reports[b].outlet:
                between = {r for r in reached(a, down) & reached(b, up) if self.reports[r].outlet != self.reports[a].outlet}
                if between:
                    rings.add((a, *sorted(between), b))
        return tuple(sorted(rings))

    def opening(self, report: str) -> str:
        """A report's headline, or the first words where it has none."""
        known = self.reports[report]
        first = next(known.blocks_of(BlockKind.HEADLINE, BlockKind.PARAGRAPH), None)
        return known.headline or (first.span.of(known.text) if first else known.text)[:200]

    def before(self, earlier: str, later: str) -> bool:
        """Whether a report was out before another, as far as we know."""
        return _not_after(self.reports[earlier], self.reports[later])

    @cached_property
    def sentences(self) -> Sentences:
        return neighbours(sentences_of(report.text for report in self.reports.values()))

    @cached_property
    def bodies(self) -> tuple[Source, ...]:
        return tuple({s.key: s for s in self.known.values() if s.kind is SourceKind.ORGANISATION and s.key}.values())

    @cached_property
    def quotations(self) -> Quotations:
        return quotations_of(self.reports)

    def may_be_one_house(self, a: Source, b: Source) -> str:
        """Why two sources may be of one house, though nothing says so outright; "" where nothing speaks for it."""
        return beside(a, b, self.bodies, self.sentences)

    @cached_property
    def corrections(self) -> frozenset[str]:
        """Reports whose headline or opening takes something back."""
        return frozenset(report.id for report in self.reports.values() if load_voices().correction.search(report.text[:600]))

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Reports that a later one of their outlet takes back as a whole, and those that took from them before that."""
        gone: set[str] = set()
        for later in self.reports.values():
            if later.outlet and load_voices().withdrawal.search(later.text[:600]):
                gone |= {r.id for r in self.reports.values() if r.outlet == later.outlet and r.id != later.id and _not_after(r, later)}
        return frozenset(report for report in self.reports if report in gone or self.upstream[report] & gone) - self._takers_back

    @cached_property
    def _takers_back(self) -> frozenset[str]:
        return frozenset(id for id, report in self.reports.items() if load_voices().withdrawal.search(report.text[:600]))

    @cached_property
    def outlets(self) -> tuple[tuple[str, str], ...]:
        """(outlet, report) in order of publication, unknown times last."""
        ordered = sorted(self.reports.values(), key=lambda r: (r.published is None, r.published.timestamp() if r.published else 0, r.id))
        return tuple((report.outlet, report.id) for report in ordered if report.outlet)

    def cited_report(self, source: Source, by: str) -> str | None:
        """The first report here of the outlet that `source` names, unless it came later than the report `by` that names it."""
        found = (
            r for r in _reports_of(self.outlets, source.name, self.actors) if r != by and _not_after(self.reports[r], self.reports[by])
        )
        return next(found, None)


@lru_cache(maxsize=4096)
def _reports_of(outlets: tuple[tuple[str, str], ...], name: str, actors: Actors) -> tuple[str, ...]:
    return tuple(report for outlet, report in outlets if same_outlet(outlet, name, actors))


def _not_after(earlier: Report, later: Report) -> bool:
    return earlier.published is None or later.published is None or earlier.published <= later.published


def make_scene(
    reports: Sequence[Report],
    derivations: Iterable[Derivation],
    claims: Iterable[Claim] = (),
    actors: Actors | None = None,
    meanings: Meanings | None = None,
) -> Scene:
    """The scene of one story. The chains of `claims`, all that its reports tell, show who is who. `meanings` are theirs: without, two
    claims are as like as their words."""
    actors = actors or load_actors()
    told: dict[str, list[Claim]] = {report.id: [] for report in reports}
    for claim in claims:
        told[claim.report].append(claim)
    hops = list(dict.fromkeys(hop for listed in told.values() for claim in listed for hop in claim.chain))
    named = know_each_other(hops, _capitals(reports))
    bodies = {hop.name for hop in named.values() if hop.kind is SourceKind.ORGANISATION}
    media = {hop.name for hop in named.values() if hop.kind is SourceKind.MEDIUM}
    spoken = {
        o
        for o in {r.outlet for r in reports if r.outlet}
        if _is_any(o, bodies, actors) and not _is_any(o, media, actors) and not is_paper(o)
    }
    found = {report.id: speaker_of(report, told[report.id], report.outlet in spoken, actors) for report in reports}
    speakers = {report: speaker for report, speaker in found.items() if speaker}
    at_home = {hop: speakers[report] for report in speakers for claim in told[report] for hop in claim.chain}
    alone = know_each_other(hops, _capitals(reports), at_home, speakers.values())
    known = with_houses(alone, sentences_of(report.text for report in reports))
    took = {(d.from_report, d.to_report): d for d in derivations}
    return Scene({r.id: r for r in reports}, took, speakers, known, actors, told, meanings)


def _is_any(outlet: str, names: Collection[str], actors: Actors) -> bool:
    return any(same_outlet(outlet, name, actors) for name in names)


def _written_in(line: str, kind: BlockKind) -> str:
    """The city of a dateline; of a line under the headline where it is one: "Karsk, Monday 3 March"."""
    city, _, rest = line.partition(",")
    return city.strip() if kind is BlockKind.DATELINE or WHEN.match(rest) else ""


def _capitals(reports: Iterable[Report]) -> dict[str, str]:
    """City of a dateline → the country whose state medium writes from there; not where media of two states do."""
    found: dict[str, set[str]] = {}
    for report in reports:
        state = load_voices().state_owner.match(report.owner or "")
        for block in report.blocks_of(BlockKind.DATELINE, BlockKind.BYLINE):
            city = _written_in(block.span.of(report.text), block.kind)
            if city and state and state.group(1):
                found.setdefault(city.casefold(), set()).add(state.group(1).strip())
    return {city: next(iter(countries)) for city, countries in found.items() if len(countries) == 1}
