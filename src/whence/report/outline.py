"""A trace → the outline that the terminal and the page both render: stories, findings in three tiers, tellings by origin.

The tiers keep a long trace readable. `full`: told more than once, or denied, changed or disputed. `sourced`: told once, laid to somebody.
`once`: told once, in the outlet's own voice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.model import (
    Act,
    Claim,
    Conflict,
    ConflictValue,
    DerivationKind,
    Drift,
    Evidence,
    Finding,
    Origin,
    Report,
    Span,
    Story,
    Tie,
    Trace,
)
from whence.report.shape import is_origin
from whence.report.tellings import Said, Telling, also_called, put_together
from whence.report.words import SURE, drift_name, hop, many, one_line, outlet_of

IN_OWN_VOICE = "stated in the reports' own voice, attributed to nobody"
NOTED = 0.25  # of a report: what a denial or a change adds to the weight of a finding


@dataclass(frozen=True, slots=True)
class Group:
    """The tellings that come from one origin. Without one they stand `beside` it, supporting nothing, or have none in sight.

    `beside` is "denied by" or "no comment from", for `names`.
    """

    origin: Origin | None
    tellings: tuple[Telling, ...]
    stands: bool = False  # somebody, named or not, stands behind it
    beside: str = ""
    names: tuple[str, ...] = ()

    @property
    def also_called(self) -> tuple[str, ...]:
        return also_called(self.origin)

    @property
    def said(self) -> tuple[Said, ...]:
        """Its tellings, those in the same words together, what most reports have first."""
        return tuple(sorted(put_together(self.tellings), key=lambda said: -said.reports))


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

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the count is what it is, without the lines that stand with each origin."""
        told = tuple(f"{origin.name}: " for origin in self.finding.origins)
        return tuple(reason for reason in self.finding.because if not reason.startswith(told))


@dataclass(frozen=True, slots=True)
class StoryOutline:
    """A story with its findings in tiers. `summary` tells it in a line or two."""

    number: int
    story: Story
    title: str
    reports: tuple[tuple[str, Report | None], ...]
    full: tuple[FindingOutline, ...]
    sourced: tuple[FindingOutline, ...]
    once: tuple[FindingOutline, ...]
    summary: tuple[str, ...] = ()

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
    """One story. `before` findings were counted in the stories ahead of it."""
    tiers: tuple[list[FindingOutline], list[FindingOutline], list[FindingOutline]] = ([], [], [])
    by_tier = sorted(story.findings, key=lambda finding: (_tier(finding), -_weight(finding)))
    for place, finding in enumerate(by_tier, before + 1):
        tiers[_tier(finding)].append(outline_finding(finding, reports, place))
    listed = tuple((id, reports.get(id)) for id in story.reports)
    full, sourced, once = map(tuple, tiers)
    title = one_line(story.title) or "Untitled story"
    return StoryOutline(number, story, title, listed, full, sourced, once, tuple(_summary(story, reports, full)))


def _weight(finding: Finding) -> float:
    """What a reader wants first: told by many and in headlines, denied, changed or disputed; last what nobody stands behind."""
    reports = {claim.report for claim in finding.tellings}
    headlines = {claim.report for claim in finding.tellings if claim.in_headline}
    noted = (finding.against, finding.drift, finding.conflicts, finding.no_comment, finding.circles)
    weight = len(reports) + len(headlines) + NOTED * sum(map(bool, noted))
    return weight if finding.independent[1] else weight / 2


def _summary(story: Story, reports: Mapping[str, Report], full: Sequence[FindingOutline]) -> Iterator[str]:
    """The story in two lines: whose text the reports carry, and what stands behind the statements that matter."""
    carried = Counter(_carried_from(story))
    if carried:
        first, others = carried.most_common(1)[0]
        giver = outlet_of(reports.get(first), first)
        yield f"{others + 1} of {len(story.reports)} reports carry text of {giver}: copied, rewritten or in part"
    if full and len(story.reports) > 1:
        yield _counted([each.finding for each in full])


def _counted(found: Sequence[Finding]) -> str:
    """'Of 9 statements told more than once or disputed, none has two or more independent origins for sure, 9 have one. 1 denied.'"""
    several, one = (sum(f.independent[0] > 1 for f in found), sum(f.independent[0] == 1 for f in found))
    parties, nobody = sum(f.party and f.independent[0] == 1 for f in found), len(found) - several - one
    noted = f" ({'each' if parties == one else f'{parties} of them'} a party to the matter)" if parties else ""
    counted = [f"{several or 'none'} {_have(several or 1)} two or more independent origins for sure"]
    counted += [f"{one} {_have(one)} one{noted}"] * bool(one) + [f"{nobody} {_have(nobody)} no named one"] * bool(nobody)
    flagged = ((sum(bool(f.against) for f in found), "denied"), (sum(bool(f.drift) for f in found), "changed on the way"))
    beside = ", ".join(f"{count} {what}" for count, what in flagged if count)
    told = many(len(found), "statement")
    return f"Of {told} told more than once or disputed, {', '.join(counted)}.{f' {beside}.' if beside else ''}"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def _carried_from(story: Story) -> Iterator[str]:
    """For each report whose text was taken from another, as far as that is sure: the first of the line."""
    carried = (each for each in story.derivations if each.kind is not DerivationKind.CITATION and each.confidence >= SURE)
    taken = {each.to_report: each.from_report for each in carried}
    for report in taken:
        first, seen = report, set[str]()
        while first in taken and first not in seen:
            seen.add(first)
            first = taken[first]
        yield first


def _tier(finding: Finding) -> int:
    if len(finding.tellings) > 1 or finding.against or finding.no_comment or finding.drift or finding.conflicts:
        return 0
    return 1 if any(claim.chain or claim.cue for claim in finding.tellings) else 2


def outline_finding(finding: Finding, reports: Mapping[str, Report], number: int = 1) -> FindingOutline:
    """One finding, its tellings sorted under their origins."""
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
    for origin in sorted(_nobody_once(finding.origins), key=lambda each: (order.get(each.counts, 2), -len(each.tellings))):
        if origin.name in finding.against:
            continue
        yield Group(origin, tuple(_take(origin.tellings, tellings)), is_origin(origin, finding))
        left = {id: telling for id, telling in left.items() if id not in origin.tellings}
    beside = [telling for telling in left.values() if _is_beside(telling.claim, finding)]
    unseen = [telling for telling in left.values() if telling not in beside]
    if unseen:
        yield Group(None, tuple(unseen))
    silent = tuple(telling for telling in beside if telling.claim.act is Act.NO_COMMENT)
    denying = tuple(telling for telling in beside if telling not in silent)
    if denying or finding.against:
        yield Group(None, denying, beside="denied by", names=finding.against)
    if silent or finding.no_comment:
        yield Group(None, silent, beside="no comment from", names=finding.no_comment)


def _nobody_once(origins: Sequence[Origin]) -> Iterator[Origin]:
    """The origins, with all that name nobody put together as one."""
    nobody = [origin for origin in origins if origin.kind is None and origin.counts == "no"]
    yield from (origin for origin in origins if origin not in nobody)
    if nobody:
        told = tuple(id for origin in nobody for id in origin.tellings)
        yield nobody[0] if len(nobody) == 1 else replace(nobody[0], tellings=told, because=(IN_OWN_VOICE,))


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
