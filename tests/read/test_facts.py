"""What records and pages write as times and names, and what we take from it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from whence.read.facts import facts_from, read_time


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2024-05-03T18:25:00+02:00", datetime(2024, 5, 3, 18, 25, tzinfo=timezone(timedelta(hours=2)))),
        ("2024-05-03T18:25:00Z", datetime(2024, 5, 3, 18, 25, tzinfo=UTC)),
        ("2024-05-03", datetime(2024, 5, 3, tzinfo=UTC)),
        ("Fri, 03 May 2024 18:25:00 +0000", datetime(2024, 5, 3, 18, 25, tzinfo=UTC)),
        ("Friday 3 May 2024, 6.25pm", datetime(2024, 5, 3, 18, 25, tzinfo=UTC)),
        ("May 3rd, 2024 at 18:25", datetime(2024, 5, 3, 18, 25, tzinfo=UTC)),
        ("Sept. 3, 2024", datetime(2024, 9, 3, tzinfo=UTC)),
        (1714760700, datetime(2024, 5, 3, 18, 25, tzinfo=UTC)),
        ("3 May", None),
        ("last Friday", None),
        ("99/99/9999", None),
        (True, None),
        (None, None),
    ],
)
def test_times(said: object, when: datetime | None) -> None:
    assert read_time(said)[0] == when


def test_a_time_without_offset_says_so() -> None:
    assert facts_from({"published": "2024-05-03T18:25"}, "record").told == (("published", "record, taken as UTC"),)


def test_names_and_what_is_left_out() -> None:
    facts = facts_from({"outlet": " Ostrell\n Mail ", "byline": ["A B", "C D"], "owner": 7, "colour": "red", "url": ""}, "record")
    assert facts.values == {"outlet": "Ostrell Mail", "byline": "A B, C D"}


def test_no_headline_is_a_fact() -> None:
    assert facts_from({"headline": None}, "record").values == {"headline": ""}
    assert "headline" not in facts_from({}, "record").values
