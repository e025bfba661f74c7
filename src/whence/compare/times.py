"""Two times → can they be the same? True, False, or None where one of them is not placed in time."""

from datetime import timedelta

from whence.model import Time


def same_time(a: Time, b: Time) -> bool | None:
    """Whether two dates can be the same day, week or year; None where one of them is not placed in time."""
    if a.first is None or b.first is None:
        return None
    slack = timedelta(days=1) if "day" in (a.precision, b.precision) else timedelta()  # the same night on both sides of a date line
    a_last, b_last = a.last or a.first, b.last or b.first
    return a.first - slack <= b_last and b.first - slack <= a_last
