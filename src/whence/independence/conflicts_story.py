"""The findings of one story, most told first → the same with each conflict and each drift once, where it is told most.

Who says twelve and who says nine mostly stand in different findings: numbers, and denials, are looked for in the whole story.
"""

from collections.abc import Sequence
from dataclasses import replace

from whence.independence.conflicts_camps import Encode
from whence.independence.conflicts_denials import denial_disputes
from whence.independence.conflicts_numbers import number_disputes
from whence.independence.meanings import Meanings
from whence.model import Conflict, Drift, Evidence, Finding


def settle(findings: Sequence[Finding], encode: Encode | None = None, meanings: Meanings | None = None) -> tuple[Finding, ...]:
    """Each stands with the first finding that has it. Two conflicts are one where they share two of their values, two drifts where they
    are of one kind at one place. Without `encode`, which gives a unit vector for each text, and `meanings`, one for each telling, nothing
    is looked for between the findings."""
    return _once(_with_disputes(findings, encode, meanings) if encode and meanings else findings)


def _with_disputes(findings: Sequence[Finding], encode: Encode, meanings: Meanings) -> list[Finding]:
    """The findings with the conflicts of the whole story before their own, each with the finding that has most of its tellings."""
    place = {claim.id: n for n, finding in reversed(list(enumerate(findings))) for claim in finding.tellings}
    claims = list({claim.id: claim for finding in findings for claim in finding.tellings}.values())
    new: dict[int, list[Conflict]] = {}
    for dispute in (*number_disputes(claims, encode), *denial_disputes(claims, encode, meanings)):
        homes = [place[claim.id] for claim in dispute.claims]
        new.setdefault(min(homes, key=lambda home: (-homes.count(home), home)), []).append(dispute.conflict)
    own = [tuple(conflict for conflict in finding.conflicts if conflict.about != "number") for finding in findings]
    return [replace(finding, conflicts=(*new.get(n, ()), *own[n])) for n, finding in enumerate(findings)]


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    values: dict[str, list[tuple[int, str, Evidence]]] = {}  # by report: (number of the conflict, what it is about, a value's place)
    drifted: dict[tuple[str, str], list[Evidence]] = {}
    settled, numbers = [], 0
    for finding in findings:
        kept = []
        for conflict in finding.conflicts:
            if not _known(conflict, values):
                kept.append(conflict)
                numbers += 1
                for value in conflict.values:
                    values.setdefault(value.evidence.report, []).append((numbers, conflict.about, value.evidence))
        fresh = tuple(drift for drift in finding.drift if _new(drift, drifted))
        settled.append(replace(finding, conflicts=tuple(kept), drift=fresh))
    return tuple(settled)


def _known(conflict: Conflict, values: dict[str, list[tuple[int, str, Evidence]]]) -> bool:
    shared: dict[int, set[str]] = {}
    for value in conflict.values:
        for number, about, place in values.get(value.evidence.report, ()):
            if about == conflict.about and place.span.overlaps(value.evidence.span):
                shared.setdefault(number, set()).add(place.report)
    return any(len(reports) > 1 for reports in shared.values())


def _new(drift: Drift, drifted: dict[tuple[str, str], list[Evidence]]) -> bool:
    known = drifted.setdefault((drift.kind, drift.after.report), [])
    if any(place.span.overlaps(drift.after.span) for place in known):
        return False
    known.append(drift.after)
    return True
