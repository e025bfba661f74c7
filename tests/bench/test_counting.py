"""The rules of `bench.peers.counters`, on a few headlines, and the form in which their counts go to the scorer."""

import pytest
from bench.peers.counters import Counter, corroborate, coverage, each_report, near_copies
from bench.peers.counting import OTHERS, OURS, SHOWN, counted_by, not_ahead, on_gold, supporting, table

from tests.factory import a_claim, a_report
from whence.model import Finding, Origin, Report, SourceKind, Story, Trace
from whence.report import trace_object

CLAIM = "The council closed the old bridge at Tarn"
BODY = "The council closed the old bridge at Tarn on Monday, because its northern pier had moved by nine centimetres since the spring."
PAPERS = {
    "Tarn council closes old bridge": BODY,
    "Old bridge closed by Tarn council": BODY + " Engineers will look at it.",
    "Mayor promises new ferry": "A ferry will cross the Tarn from May, the mayor said, and it will cost nothing.",
}


def papers() -> list[Report]:
    return [
        a_report(f"{title}\n\n{body}", id=f"r{n}", headline=title, outlet=f"Paper {n}") for n, (title, body) in enumerate(PAPERS.items())
    ]


@pytest.mark.parametrize(
    ("counter", "expected"),
    [
        (corroborate, [["r0", "r1"]]),  # the third headline does not speak of the claim
        (lambda claim, reports: corroborate(claim, reports, gate=False), [["r0", "r1"], ["r2"]]),
        (coverage, [["r0", "r1"], ["r2"]]),
        (near_copies(0.5), [["r0", "r1"], ["r2"]]),
        (near_copies(0.9), [["r0"], ["r1"], ["r2"]]),
        (each_report, [["r0"], ["r1"], ["r2"]]),
    ],
)
def test_each_rule_groups_as_it_says(counter: Counter, expected: list[list[str]]) -> None:
    assert [[report.id for report in group] for group in counter(CLAIM, papers())] == expected


@pytest.mark.parametrize("counter", [corroborate, coverage, near_copies(0.5), each_report])
def test_no_report_is_no_source(counter: Counter) -> None:
    assert counter(CLAIM, []) == []


def a_trace() -> Trace:
    reports = papers()[:2]
    claims = tuple(a_claim(report, "closed") for report in reports)
    origin = Origin("the council", SourceKind.ORGANISATION, "the council", "yes", True, (claims[0].id,))
    finding = Finding("f", "s", CLAIM, claims, (origin,), (1, 1), True, ())
    return Trace((Story("s", "Tarn bridge", ("r0", "r1"), findings=(finding,)),), tuple(reports))


def test_only_the_count_differs_and_deniers_are_left_out() -> None:
    found = a_trace()
    assert supporting(found.stories[0].findings[0]) == ["r0"]
    ours = trace_object(found)
    made = counted_by(each_report, found, ours)
    (finding,) = made["findings"]
    assert (finding["independent"], finding["origins"], finding["party"]) == ([1, 1], [{"name": "Paper 0"}], False)
    assert finding["tellings"] == ours["findings"][0]["tellings"] and made["stories"] == ours["stories"]
    assert counted_by(each_report, found, ours, by_story=True)["findings"][0]["independent"] == [2, 2]


def test_on_what_the_readers_found() -> None:
    told = [{"report": "r0", "quote": "closed", "act": "states"}, {"report": "r1", "quote": "closed", "act": "denies"}]
    made = on_gold(each_report, a_trace(), {"stories": [["r0", "r1"]], "propositions": [{"says": CLAIM, "tellings": told}]})
    assert made["findings"][0]["independent"] == [1, 1]
    assert made["findings"][0]["tellings"] == [{"report": "r0", "text": "closed"}, {"report": "r1", "text": "closed"}]


def test_a_level_is_told_and_the_table_has_a_row_for_each() -> None:
    level = dict.fromkeys(SHOWN, 0.5)
    figures = {"data": "0123", OURS: level | {"origins F1": 0.6}} | dict.fromkeys(OTHERS, level)
    lines = list(not_ahead(figures))
    assert f"false confirmation: {OTHERS[0]} 0.5, ours 0.5, level" in lines
    assert not any(line.startswith("origins F1") for line in lines)
    assert len(table(figures).splitlines()) == 2 + 1 + len(OTHERS)
