"""The made reports that speed is measured with: as many as asked, the same each time, some of one story and some alone."""

import pytest
from bench.made import FACTS, made_reports


@pytest.mark.parametrize("count", [0, 1, 13, 200])
def test_as_many_as_asked_each_with_its_own_id(count: int) -> None:
    assert len({report.id for report in made_reports(count)}) == count


def test_the_same_seed_gives_the_same_reports() -> None:
    assert [report.sha256 for report in made_reports(40)] == [report.sha256 for report in made_reports(40)]
    assert [report.sha256 for report in made_reports(40)] != [report.sha256 for report in made_reports(40, seed=8)]


def test_fewer_reports_are_the_first_of_more() -> None:
    few, many = list(made_reports(30)), list(made_reports(60))
    assert [report.text for report in few[:20]] == [report.text for report in many[:20]]


def test_the_mix_is_that_of_news() -> None:
    reports = list(made_reports(400))
    words = sorted(len(report.text.split()) for report in reports)
    copies = sum("With inputs from" in report.text for report in reports)
    assert 50 <= words[0] <= 120 and 200 <= words[200] <= 320 and words[-1] <= 40 * FACTS[1]
    assert 20 <= copies <= 120
