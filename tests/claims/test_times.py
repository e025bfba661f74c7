"""When it was: a literal sentence, the day it was published, and the TIMEX3 values that we expect, in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.claims.times import find_times
from whence.model import Span

FRIDAY = date(2024, 3, 15)  # all the sentences below are published on this Friday

READINGS = [
    ("Ministers met on Friday.", ["2024-03-15"]),
    ("The mayor resigned on Wednesday.", ["2024-03-13"]),
    ("The court will rule on Wednesday.", ["2024-03-20"]),
    ("Last Friday the bridge was shut.", ["2024-03-08"]),
    ("The council sits next Monday.", ["2024-03-18"]),
    ("A fire broke out on Tuesday night.", ["2024-03-12TNI"]),
    ("Shops closed yesterday and open again tomorrow.", ["2024-03-14", "2024-03-16"]),
    ("She spoke this morning.", ["2024-03-15TMO"]),
    ("It was signed on Dec. 3.", ["2023-12-03"]),
    ("It was signed on 3 December 2019.", ["2019-12-03"]),
    ("The fair opens on Friday, May 3.", ["2024-05-03"]),
    ("Talks were held on April 24 and 25, 2021.", ["2021-04-24", "2021-04-25"]),
    ("Sales fell in November.", ["2023-11"]),
    ("The law will take effect in November.", ["2024-11"]),
    ("He was elected last May and left in June 2023.", ["2023-05", "2023-06"]),
    ("May he rest.", []),
    ("They may march on.", []),
    ("Last year prices rose; this year they fell.", ["2023", "2024"]),
    ("A test was made earlier this year.", ["2024"]),
    ("It will be finished next month.", ["2024-04"]),
    ("The strike began last week.", ["2024-W10"]),
    ("He left two weeks ago, after three days in jail.", ["2024-W09", "P3D"]),
    ("They met ten days ago.", ["2024-03-05"]),
    ("It opened 40 years ago.", ["1984"]),
    ("Wages grew in the 1990s and the early 2000s.", ["199", "200"]),
    ("The wall fell in 1989.", ["1989"]),
    ("Some 2019 people came.", []),
    ("Profit rose in the third quarter.", ["2023-Q3"]),
    ("Profit rose in the third quarter of 2021.", ["2021-Q3"]),
    ("It froze last winter.", ["2023-WI"]),
    ("The price of bread will fall.", []),
    ("The river is now higher.", ["PRESENT_REF"]),
    ("He was recently freed.", ["PAST_REF"]),
    ("A five-year plan and a 16-hour flight.", ["P5Y", "PT16H"]),
    ("In recent years and for months it rained.", ["PXY", "PXM"]),
    ("Boats leave every day and each week.", ["P1D", "P1W"]),
    ("It costs $2 million a year.", ["P1Y"]),
    ("It starts at 9 a.m. Tuesday.", ["2024-03-12T09:00"]),
    ("The school closed before Christmas.", ["2023-12-25"]),
    ("A 24-year-old man was held.", []),
    ("Prime Minister Ana May on Wednesday said no.", ["2024-03-13"]),
    ("All eyes are on Saturday's final.", ["2024-03-16"]),
    ("Few had read Wednesday's ruling.", ["2024-03-13"]),
    ("The vote was postponed until Tuesday.", ["2024-03-19"]),
    ("A plan that would change it was dropped, and the minister on Monday resigned.", ["2024-03-11"]),
    ("He arrived in June. Later that year he left.", ["2023-06", "2023"]),
    ("It was built between 1994 and 1997, or 2009-2010.", ["1994", "1997", "2009", "2010"]),
    ("Two and a half years and half an hour.", ["P2Y6M", "PT30M"]),
    ("It flew at 16:20 today, and at 22:00 GMT on Monday.", ["2024-03-15T16:20", "2024-03-11T22:00"]),
    ("Easter Monday is a holiday.", ["2024-04-01"]),
]


@pytest.mark.parametrize(("sentence", "values"), READINGS)
def test_values(sentence: str, values: list[str]) -> None:
    assert [time.value for time in find_times(sentence, FRIDAY)] == values


@pytest.mark.parametrize(
    ("sentence", "first", "last", "precision"),
    [
        ("It sank on Monday.", date(2024, 3, 11), date(2024, 3, 11), "day"),
        ("It sank last week.", date(2024, 3, 4), date(2024, 3, 10), "week"),
        ("It sank over the weekend.", date(2024, 3, 9), date(2024, 3, 10), "weekend"),
        ("It sank last month.", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("It sank in the first quarter.", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("It sank last summer.", date(2023, 6, 1), date(2023, 8, 31), "season"),
        ("It sank last year.", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("It sank in the 1980s.", date(1980, 1, 1), date(1989, 12, 31), "decade"),
        ("It sank in the 19th century.", date(1800, 1, 1), date(1899, 12, 31), "century"),
        ("It sank for two days.", None, None, "unknown"),
        ("It is sinking now.", None, None, "unknown"),
    ],
)
def test_days_it_can_mean(sentence: str, first: date | None, last: date | None, precision: str) -> None:
    (time,) = find_times(sentence, FRIDAY)
    assert (time.first, time.last, time.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met on Aug. 7.", "XXXX-08-07"),
        ("They met last week.", ""),
        ("They met yesterday.", ""),
        ("They met in August.", "XXXX-08"),
    ],
)
def test_nothing_is_invented_without_a_day_of_publication(sentence: str, value: str) -> None:
    (time,) = find_times(sentence, None)
    assert (time.value, time.first, time.last, time.precision) == (value, None, None, "unknown")


def test_full_dates_need_no_day_of_publication() -> None:
    (time,) = find_times("They met on 7 August 1998.", None)
    assert (time.value, time.first) == ("1998-08-07", date(1998, 8, 7))


def test_only_inside_the_spans_given() -> None:
    text = "On Monday it rained. On Tuesday it snowed."
    found = find_times(text, FRIDAY, [Span(21, len(text))])
    assert [(time.text, text[time.span.start : time.span.end]) for time in found] == [("Tuesday", "Tuesday")]


PIECES = [
    "on",
    "Friday",
    "May",
    "31",
    "2,000",
    "1998",
    "two",
    "a",
    "weeks",
    "ago",
    "the",
    "last",
    "’90s",
    "9:61",
    "99/99/99",
    "\n",
    ",",
    "é",
    "2023-02-30",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_any_text_is_read(text: str, published: date | None) -> None:
    for time in find_times(text, published):
        assert time.text == text[time.span.start : time.span.end] != ""
        assert time.first is None or time.last is None or time.first <= time.last
