"""Whether two quantities agree: two in; True, False, or None where they cannot be compared."""

from dataclasses import dataclass

from whence.lexicons.units import load_units
from whence.model import Quantity

# Shares of the number, chosen by hand on made-up pairs (tests/compare/test_quantities.py); no labelled data sets them yet.
CONVERTED = 0.03  # what a change of units may cost: "1,150 km (715 miles)"
ROUNDED_MEASURE = 0.025  # "$39.8 million" and "$40 million"
ROUNDED_COUNT = 0.01  # "5,012 people" and "5,000 people"; counts under COUNT_EXACTLY must be equal
COUNT_EXACTLY = 1000
ABOUT = 0.1
PEOPLE = frozenset("people person man woman life body inhabitant resident victim casualty individual soul".split())
ABOVE_AT_LEAST = 0.5  # "at least 12" and "15" may be one count; "at least 12" and "300" are not


@dataclass(frozen=True, slots=True)
class _Measured:
    value: float
    times: float
    base: str | None
    known: bool


def _measured(quantity: Quantity) -> _Measured:
    unit = load_units().by_name.get(quantity.unit or "")
    if unit is None or unit.kind == "people":
        counted = "people" if (quantity.unit or "") in PEOPLE else quantity.unit
        return _Measured(quantity.value, 1.0, counted, False)
    return _Measured(quantity.value, unit.times, unit.base, True)


def _step(value: float) -> float:
    """The size of the last digit that is not zero: 1150 → 10, 1.4 → 0.1."""
    digits = f"{value:.6f}".rstrip("0")
    if not digits.endswith("."):
        return float(10 ** -len(digits.split(".")[1]))
    whole = digits.rstrip(".")
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else 1.0


def _slack(quantity: Quantity, measured: _Measured, same_unit: bool) -> float:
    """How far the true number may lie from the one that is written, in the base unit."""
    value = abs(quantity.value)
    if quantity.qualifier == "about":
        return ABOUT * value * measured.times
    if measured.known:
        slack = min(_step(value) / 2, ROUNDED_MEASURE * value)
        return max(slack, 0.0 if same_unit else CONVERTED * value) * measured.times
    return min(_step(value) / 2, ROUNDED_COUNT * value) if value >= COUNT_EXACTLY else 0.0


def same_quantity(a: Quantity, b: Quantity) -> bool | None:
    """True: they agree, allowing for units, rounding and "about"; False: they do not; None: they count different things."""
    left, right = _measured(a), _measured(b)
    if left.base is None or right.base is None or left.base != right.base:
        return None
    same_unit = a.unit == b.unit
    x, y = left.value * left.times, right.value * right.times
    slack = max(_slack(a, left, same_unit), _slack(b, right, same_unit)) + 1e-9 * max(abs(x), abs(y))
    if _is_range(a) or _is_range(b):
        low_a, high_a = _ends(a, left)
        low_b, high_b = _ends(b, right)
        return low_a <= high_b + slack and low_b <= high_a + slack
    if abs(x - y) <= slack:
        return True
    bounded = {a.qualifier, b.qualifier} & {"at_least", "at_most"}
    if not bounded or a.qualifier == b.qualifier:
        return False
    least, other = (x, y) if a.qualifier == "at_least" or b.qualifier == "at_most" else (y, x)
    return least <= other <= least * (1 + ABOVE_AT_LEAST)


def _is_range(quantity: Quantity) -> bool:
    """Whether it is "between 5 and 7", "tens of thousands": bounds that are more than a qualifier's."""
    if quantity.qualifier != "about" or quantity.low is None:
        return False
    return (
        quantity.high is None
        or quantity.low == quantity.value
        or abs(quantity.high + quantity.low - 2 * quantity.value) < 1e-9 * abs(quantity.value)
    )


def _ends(quantity: Quantity, measured: _Measured) -> tuple[float, float]:
    low = 0.0 if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    return low * measured.times, high * measured.times
