"""The shipped examples through the public verbs, against examples/expected.yaml: one row for each thing that it says of a finding.

What is missed today is a strict xfail with its cause: the row turns red when the miss is mended, and leaves the table then.
"""

from typing import Any

import pytest
import yaml

from tests.journey.conftest import Traced
from tests.journey.expected import EXAMPLES, counted, find, findings_of, missing, names, says, support
from whence.model import Finding

EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))
FUEL = "Veltrans carried sanctioned fuel to the port of Ilmar"
SCALE = "Tarvia will produce attack drones on an industrial scale"
APART = "propositions: 'ordered mass production' and 'will produce on an industrial scale' stay apart, and with them the ends of the circle"
MISSED: dict[tuple[str, str, str], str] = {
    ("drones", SCALE, "circle"): APART,
    ("drones", "Twenty drones took part in the test", "told_by"): "claims: 'after he watched twenty of them' makes no claim of its own",
    ("sanctions", FUEL, "against"): "propositions: a bare denial ('denied the report') joins the sentence before it, not the matter",
}
ASPECTS = ("told_by", "never", "independent", "party", "origin", "against", "no_comment", "drift", "conflict", "circle")


def rows() -> list[Any]:
    made = []
    for folder, expected in EXPECTED.items():
        for entry in expected["findings"]:
            for aspect in (aspect for aspect in ASPECTS if aspect in entry):
                missed = MISSED.get((folder, entry["says"], aspect))
                marks = [pytest.mark.xfail(strict=True, reason=missed)] if missed else []
                made.append(pytest.param(folder, entry, aspect, marks=marks, id=f"{folder}: {entry['says']}: {aspect}"))
    return made


@pytest.mark.parametrize(("folder", "entry", "aspect"), rows())
def test_each_expectation(folder: str, entry: dict[str, Any], aspect: str, traced: Traced) -> None:
    findings = findings_of(traced(folder))
    if aspect == "conflict":
        assert entry["conflict"] in conflicts_over(entry["told_by"], findings)
    else:
        check(aspect, find(findings, entry["told_by"]), entry[aspect])


def conflicts_over(told_by: dict[str, str], findings: list[Finding]) -> set[str]:
    """What tellings of this finding disagree with others about; a conflict between two findings stands with one of them."""
    told = {(claim.report, claim.words) for claim in support(find(findings, told_by))}
    found = [(conflict.about, value.evidence) for finding in findings for conflict in finding.conflicts for value in conflict.values]
    return {about for about, given in found if any(given.report == report and given.words in words for report, words in told)}


def check(aspect: str, finding: Finding, expected: Any) -> None:
    """One thing that the file says of a finding."""
    match aspect:
        case "told_by":
            assert missing(finding, expected) == []
        case "never":
            assert [claim.words for claim in support(finding) if any(says(claim, *row) for row in expected.items())] == []
        case "independent":
            assert finding.independent == tuple(expected), finding.because
        case "party":
            assert finding.party is expected, finding.because
        case "origin":
            behind = [names(origin) for origin in counted(finding)]
            assert [name for name in expected if not any(name in each for each in behind)] == [], behind
        case "against" | "no_comment":
            told = getattr(finding, aspect)
            assert [name for name in expected if not any(name in each for each in told)] == [], told
        case "drift":
            drifts = [[drift.kind, drift.after.report] for drift in finding.drift]
            assert [drift for drift in expected if drift not in drifts] == [], drifts
        case "circle":
            assert bool(finding.circles) is expected


@pytest.mark.parametrize("folder", EXPECTED)
def test_each_folder_is_one_story_with_distractors_apart(folder: str, traced: Traced) -> None:
    trace, apart = traced(folder), EXPECTED[folder].get("apart", [])
    together = {report.id for report in trace.reports} - set(apart)
    assert {frozenset(story.reports) for story in trace.stories} == {frozenset(together), *(frozenset((report,)) for report in apart)}
    assert trace.failures == ()


@pytest.mark.parametrize("folder", EXPECTED)
def test_every_place_shows_its_own_words(folder: str, traced: Traced) -> None:
    trace = traced(folder)
    texts = {report.id: report.text for report in trace.reports}
    for finding in findings_of(trace):
        for claim in finding.tellings:
            assert claim.span.of(texts[claim.report]) == claim.words
            assert claim.content in claim.span
            for source in claim.chain:
                assert source.span is None or source.span.of(texts[claim.report]) == source.mention
        for tie in finding.ties:
            for evidence in tie.evidence:
                assert evidence.span.of(texts[evidence.report]) == evidence.words


@pytest.mark.parametrize("folder", EXPECTED)
def test_every_number_has_its_reason(folder: str, traced: Traced) -> None:
    for finding in findings_of(traced(folder)):
        assert len(finding.because) >= min(1, finding.independent[1])
        assert finding.independent[0] <= finding.independent[1]
        assert all(origin.because for origin in finding.origins)
        assert all(tie.because for tie in finding.ties)


def test_no_outlet_stands_in_its_own_chain(traced: Traced) -> None:
    reports = {report.id: report for folder in EXPECTED for report in traced(folder).reports}
    claims = [claim for folder in EXPECTED for finding in findings_of(traced(folder)) for claim in finding.tellings]
    outlets = {id: (report.outlet or "").casefold() for id, report in reports.items()}
    assert [claim.words for claim in claims if any(hop.name.casefold() in outlets[claim.report] for hop in claim.chain if hop.name)] == []


def test_nothing_from_around_the_article_is_told(traced: Traced) -> None:
    page = next(report for report in traced("drones").reports if report.id == "meridon-post")
    told = [claim.words for finding in findings_of(traced("drones")) for claim in finding.tellings if claim.report == page.id]
    assert not [words for words in told for around in ("Ferry fares", "delivery drones", "cookies", "Sign up", "Tide") if around in words]


def test_the_examples_hold_what_the_readme_says(traced: Traced) -> None:
    assert sum(len(traced(folder).reports) for folder in EXPECTED) >= 15
    assert sum(len(traced(folder).stories) for folder in EXPECTED) == 4
