"""The findings of one story, most told first → the same with each conflict and each drift once, where it is told most."""

from collections.abc import Sequence
from dataclasses import replace

from whence.model import Conflict, Drift, Evidence, Finding


def settle(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each stands with the first finding that has it. Two conflicts are one where they share two of their values, two drifts where they
    are of one kind at one place."""
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
