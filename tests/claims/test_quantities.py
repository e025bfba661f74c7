"""How many: a literal sentence and the quantities that we expect as (value, unit, qualifier)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.claims.quantities import find_quantities
from whence.claims.quantities_numbers import read_number
from whence.compare import same_quantity
from whence.model import Quantity, Span

READINGS = [
    ("The rocket flew 1,150 km (715 miles).", [(1150, "km", "exact"), (715, "mile", "exact")]),
    ("It killed at least 12 people.", [(12, "people", "at_least")]),
    ("At least 12 were killed.", [(12, "people", "at_least")]),
    ("It fell after about 690 kilometres.", [(690, "km", "about")]),
    ("They sold two launchers for $40 million.", [(2, "launcher", "exact"), (40e6, "USD", "exact")]),
    ("Prices rose 1.4 per cent, not 2%.", [(1.4, "percent", "exact"), (2, "percent", "exact")]),
    ("A dozen new rocket launchers were seen.", [(12, "launcher", "exact")]),
    ("Tens of thousands of protesters marched.", [(20_000, "protester", "about")]),
    ("Between 5 and 7 drones fell.", [(6, "drone", "about")]),
    ("Up to 500 troops left; more than 90 stayed.", [(500, "troops", "at_most"), (90, None, "at_least")]),
    ("The fund rose from 3 to 5 million euros.", [(3e6, None, "exact"), (5e6, "EUR", "exact")]),
    ("It cost €3.5bn, or 2.4 billion crowns.", [(3.5e9, "EUR", "exact"), (2.4e9, "crown", "exact")]),
    ("Half a million people and twenty-one buses.", [(500_000, "people", "exact"), (21, "bus", "exact")]),
    ("It drew 350 watts, not 350 kilowatts.", [(350, "W", "exact"), (350, "kW", "exact")]),
    ("It stood 400m above the sea.", [(400, "m", "exact")]),
    ("Two of our border guards fled.", [(2, "guard", "exact")]),
    ("A 16-nation bloc agreed.", [(16, "nation", "exact")]),
    ("Wounding more than 5,000 others.", [(5000, "people", "at_least")]),
    ("A MiG-29 and two Su-57 jets joined Group 7.", [(2, "jet", "exact")]),
    ("On Aug. 7, 1998, at 5.40, for three days, in 2021.", []),
    ("Ivan Orsk, 45, a 24-year-old and the 3rd of four.", [(4, None, "exact")]),
    ("1. First point\n2. Second point", []),
    ("No one saw it; one of them ran.", []),
    ("See page 2 and Resolution 1718 on Flight 370.", []),
    ("The 2019 elections were won 5-4.", []),
    ("About four dozen lawmakers, a one-on-one talk.", [(48, "lawmaker", "about")]),
    ("It rose 5 1/2 points in 40 mins to 88.2.", [(5.5, "point", "exact"), (88.2, None, "exact")]),
    ("At 900 Harbour St. he met children as young as 3.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), READINGS)
def test_quantities(sentence: str, expected: list[tuple[float, str | None, str]]) -> None:
    assert [(q.value, q.unit, q.qualifier) for q in find_quantities(sentence)] == expected


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 12 men", 12, None),
        ("up to 12 men", None, 12),
        ("about 100 men", 90, 110),
        ("nearly 100 men", 90, 100),
        ("5 to 7 men", 5, 7),
        ("100 men", 100, 100),
        ("hundreds of men", 200, 1000),
    ],
)
def test_bounds(words: str, low: float | None, high: float | None) -> None:
    (quantity,) = find_quantities(words)
    assert (quantity.low, quantity.high, quantity.text) == (low, high, words)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("1,150 km", "715 miles", True),
        ("about 690 kilometres", "700 km", True),
        ("1,150 km", "690 km", False),
        ("$40 million", "$39.8 million", True),
        ("$40 million", "$45 million", False),
        ("$40 million", "€40 million", None),
        ("12 people", "12 people", True),
        ("12 people", "13 people", False),
        ("120 people", "118 people", False),
        ("5,000 people", "5,012 people", True),
        ("at least 12 people", "15 people", True),
        ("at least 12 people", "300 people", False),
        ("at least 12 people", "at least 15 people", False),
        ("12 people", "12 launchers", None),
        ("between 5 and 7 drones", "6 drones", True),
        ("between 5 and 7 drones", "9 drones", False),
        ("dozens of people", "40 people", True),
        ("2.3 million people", "230,000 people", False),
        ("12", "12 people", None),
    ],
)
def test_same_quantity(a: str, b: str, same: bool | None) -> None:
    (left,), (right,) = find_quantities(a), find_quantities(b)
    assert same_quantity(left, right) is same
    assert same_quantity(right, left) is same


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a hundred and twenty", 120),
        ("two hundred and five thousand", 205_000),
        ("half a dozen", 6),
        ("two and a half", 2.5),
        ("fast", None),
    ],
)
def test_read_number(words: str, value: float | None) -> None:
    assert read_number(words) == value


def test_only_inside_the_spans_given() -> None:
    text = "It had 3 cars and 4 boats."
    assert [q.unit for q in find_quantities(text, [Span(14, len(text))])] == ["boat"]


PIECES = [
    "at least",
    "12",
    "1,150",
    "km",
    "$",
    "€",
    "million",
    "a",
    "dozen",
    "-",
    "of",
    "people",
    "hundreds",
    "to",
    "between",
    "and",
    "%",
    "5-7",
    "m",
    "½",
    "\n",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    found = find_quantities(text)
    for quantity in found:
        assert quantity.text == text[quantity.span.start : quantity.span.end] != ""
    for a, b in zip(found, found[1:], strict=False):
        assert same_quantity(a, b) in (True, False, None)
        assert a.span.start <= b.span.start


def test_a_quantity_agrees_with_itself() -> None:
    one = Quantity(Span(0, 2), "12", 12.0, "people", "at_least", 12.0, None)
    assert same_quantity(one, one) is True
