"""A trace → the outline that the terminal and the page both render: stories, findings in three tiers, tellings by origin.

The tiers keep a long trace readable. `full`: told more than once, or denied, changed or disputed. `sourced`: told once, laid to somebody.
`once`: told once, in the outlet's own voice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from whence.model import Act, Claim, Conflict, ConflictValue, Drift, Evidence, Finding, Origin, Report, Span, Story, Tie, Trace
from whence.report.shape import is_origin
from whence.report.words import drift_name, hop, one_line, outlet_of


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim, the report it stands in (None if that is not in the trace) and its chain in words, outermost first."""

    claim: Claim
    report: Report | None
    outlet: str
    hops: tuple[str, ...]

    @property
    def chain(self) -> str:
        return " ← ".join((self.outlet, *self.hops)) if self.hops else f"{self.outlet}, in its own voice"


@dataclass(frozen=True, slots=True)
class Group:
    """The tellings that come from one origin. Without one they are `beside` it (denials, refusals to comment) or have none in sight."""

    origin: Origin | None
    tellings: tuple[Telling, ...]
    stands: bool = False  # somebody, named or not, stands behind it
    beside: bool = False

    @property
    def also_called(self) -> tuple[str, ...]:
        own = self.origin.name.casefold() if self.origin else ""
        return tuple(dict.fromkeys(name for name in (self.origin.names if self.origin else ()) if name.casefold() != own))


@dataclass(frozen=True, slots=True)
class TieGroup:
    """Ties of one rule and reason, and the tellings that they hold together."""

    ties: tuple[Tie, ...]
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Tie:
        return self.ties[0]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(dict.fromkeys(piece for tie in self.ties for piece in tie.evidence))


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that changed between the same two places."""

    drifts: tuple[Drift, ...]

    @property
    def first(self) -> Drift:
        return self.drifts[0]

    @property
    def kinds(self) -> str:
        return ", ".join(dict.fromkeys(map(drift_name, self.drifts)))


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict with the places that give the same value put together."""

    conflict: Conflict
    sides: tuple[tuple[str, tuple[ConflictValue, ...]], ...]


@dataclass(frozen=True, slots=True)
class FindingOutline:
    """A finding with its tellings sorted under their origins. `number` counts through the trace, as a reader would say it."""

    number: int
    finding: Finding
    groups: tuple[Group, ...]
    tellings: tuple[Telling, ...]
    ties: tuple[TieGroup, ...]
    changes: tuple[Change, ...]
    disputes: tuple[Dispute, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.claim.report for each in self.tellings))


@dataclass(frozen=True, slots=True)
class StoryOutline:
    number: int
    story: Story
    title: str
    reports: tuple[tuple[str, Report | None], ...]
    full: tuple[FindingOutline, ...]
    sourced: tuple[FindingOutline, ...]
    once: tuple[FindingOutline, ...]

    @property
    def findings(self) -> tuple[FindingOutline, ...]:
        return (*self.full, *self.sourced, *self.once)


def outline(trace: Trace) -> Iterator[StoryOutline]:
    """The stories of a trace in their order, one at a time."""
    reports = {report.id: report for report in trace.reports}
    before = 0
    for number, story in enumerate(trace.stories, 1):
        yield outline_story(story, reports, number, before)
        before += len(story.findings)


def outline_story(story: Story, reports: Mapping[str, Report], number: int = 1, before: int = 0) -> StoryOutline:
    tiers: tuple[list[FindingOutline], list[FindingOutline], list[FindingOutline]] = ([], [], [])
    by_tier = sorted(story.findings, key=lambda finding: (_tier(finding), -len(finding.tellings)))
    for place, finding in enumerate(by_tier, before + 1):
        tiers[_tier(finding)].append(outline_finding(finding, reports, place))
    listed = tuple((id, reports.get(id)) for id in story.reports)
    full, sourced, once = map(tuple, tiers)
    return StoryOutline(number, story, one_line(story.title) or "Untitled story", listed, full, sourced, once)


def _tier(finding: Finding) -> int:
    if len(finding.tellings) > 1 or finding.against or finding.no_comment or finding.drift or finding.conflicts:
        return 0
    return 1 if any(claim.chain or claim.cue for claim in finding.tellings) else 2


def outline_finding(finding: Finding, reports: Mapping[str, Report], number: int = 1) -> FindingOutline:
    tellings = {claim.id: _telling(claim, reports.get(claim.report)) for claim in finding.tellings}
    return FindingOutline(
        number,
        finding,
        groups=tuple(_groups(finding, tellings)),
        tellings=tuple(tellings.values()),
        ties=tuple(_ties(finding, tellings)),
        changes=_changes(finding.drift),
        disputes=tuple(_dispute(conflict) for conflict in finding.conflicts),
    )


def _telling(claim: Claim, report: Report | None) -> Telling:
    return Telling(claim, report, outlet_of(report, claim.report), tuple(hop(source) for source in claim.chain))


def _groups(finding: Finding, tellings: Mapping[str, Telling]) -> Iterator[Group]:
    """Origins that count first; a telling under each origin that lists it; deniers and what no origin lists come last."""
    order = {"yes": 0, "maybe": 1}
    left = dict(tellings)
    for origin in sorted(finding.origins, key=lambda each: (order.get(each.counts, 2), -len(each.tellings))):
        if origin.name in finding.against:
            continue
        yield Group(origin, tuple(_take(origin.tellings, tellings)), is_origin(origin, finding))
        left = {id: telling for id, telling in left.items() if id not in origin.tellings}
    beside = [telling for telling in left.values() if _is_beside(telling.claim, finding)]
    unseen = [telling for telling in left.values() if telling not in beside]
    if unseen:
        yield Group(None, tuple(unseen))
    if beside or finding.against or finding.no_comment:
        yield Group(None, tuple(beside), beside=True)


def _is_beside(claim: Claim, finding: Finding) -> bool:
    denies = any(claim.id in origin.tellings for origin in finding.origins if origin.name in finding.against)
    return denies or claim.act in (Act.DENIES, Act.NO_COMMENT)


def _take(ids: Iterable[str], tellings: Mapping[str, Telling]) -> Iterator[Telling]:
    return (tellings[id] for id in ids if id in tellings)


def _changes(drifts: Iterable[Drift]) -> tuple[Change, ...]:
    together: dict[tuple[str, Span, str, Span], list[Drift]] = {}
    for drift in drifts:
        ends = (drift.before.report, drift.before.span, drift.after.report, drift.after.span)
        together.setdefault(ends, []).append(drift)
    return tuple(Change(tuple(listed)) for listed in together.values())


def _dispute(conflict: Conflict) -> Dispute:
    together: dict[str, list[ConflictValue]] = {}
    for value in conflict.values:
        together.setdefault(one_line(value.value), []).append(value)
    return Dispute(conflict, tuple((value, tuple(listed)) for value, listed in together.items()))


def _ties(finding: Finding, tellings: Mapping[str, Telling]) -> Iterator[TieGroup]:
    together: dict[tuple[str, str], list[Tie]] = {}
    for tie in finding.ties:
        together.setdefault((tie.rule, tie.because), []).append(tie)
    for ties in together.values():
        ends = dict.fromkeys(end for tie in ties for end in (tie.a, tie.b))
        yield TieGroup(tuple(ties), tuple(_take(ends, tellings)))
