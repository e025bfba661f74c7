"""What an analyst expects of a finding, beside what the journey gave: which finding is meant, what supports it, who stands behind it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from whence.model import Claim, Finding, Origin, Trace

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def support(finding: Finding) -> list[Claim]:
    """The tellings that speak for it: denials and refusals to comment stand in no origin."""
    behind = {telling for origin in finding.origins for telling in origin.tellings}
    return [claim for claim in finding.tellings if claim.id in behind]


def says(claim: Claim, report: str, words: str) -> bool:
    return claim.report == report and words.casefold() in " ".join(claim.words.split()).casefold()


def missing(finding: Finding, told_by: Mapping[str, str]) -> list[str]:
    """The reports whose words are not among what supports the finding."""
    return [report for report, words in told_by.items() if not any(says(claim, report, words) for claim in support(finding))]


def find(findings: Iterable[Finding], told_by: Mapping[str, str]) -> Finding:
    """The finding that holds most of these tellings, and of such the one with the fewest others."""
    return min(findings, key=lambda finding: (len(missing(finding, told_by)), len(finding.tellings)))


def findings_of(trace: Trace) -> list[Finding]:
    return [finding for story in trace.stories for finding in story.findings]


def counted(finding: Finding) -> list[Origin]:
    return [origin for origin in finding.origins if origin.counts != "no"]


def names(origin: Origin) -> str:
    return " | ".join((origin.name, *origin.names))
