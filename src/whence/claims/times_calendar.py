"""Calendar arithmetic for times: dates in, TIMEX3 values out, and back: the first and last day that a value can mean."""

import calendar
import re
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month a season begins in
UNIT_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}

VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.+)?)?))?"
)

Days = tuple[date | None, date | None, str]
UNKNOWN_DAYS: Days = (None, None, "unknown")


def add_months(day: date, months: int) -> date:
    """The same day so many months away, or the last of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Day arithmetic that stops at the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_of(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def quarter_of(day: date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) … Sunday (6) of a month; nth -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = last_of_month(year, month)
    return last - timedelta((last.weekday() - weekday) % 7)


def days_of(value: str) -> Days:
    """First and last day and the precision of a TIMEX3 date: "1998-W12", "1989-Q3", "199", "1998-03-03TNI" …; unknown if open."""
    if value.isdigit() and len(value) in (2, 3):
        width = 10 ** (4 - len(value))
        start = int(value) * width
        return (date(max(start, 1), 1, 1), date(start + width - 1, 12, 31), "decade" if width == 10 else "century")
    found = VALUE.fullmatch(value)
    if not found or not 1 <= int(found["year"]) < 9999:
        return UNKNOWN_DAYS
    year = int(found["year"])
    try:
        return _days(found, year)
    except ValueError:
        return UNKNOWN_DAYS


def _days(found: re.Match[str], year: int) -> Days:
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return (monday + timedelta(5), monday + timedelta(6), "weekend") if found["weekend"] else (monday, monday + timedelta(6), "week")
    if found["quarter"]:
        month = int(found["quarter"]) * 3
        return (date(year, month - 2, 1), last_of_month(year, month), "quarter")
    if found["half"]:
        month = int(found["half"]) * 6
        return (date(year, month - 5, 1), last_of_month(year, month), "half")
    if found["season"]:
        start = date(year, SEASONS[found["season"]], 1)
        end = add_months(start, 2)
        return (start, last_of_month(end.year, end.month), "season")
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return (day, day, "day")
    if found["month"]:
        month = int(found["month"])
        return (date(year, month, 1), last_of_month(year, month), "month")
    return (date(year, 1, 1), date(year, 12, 31), "year")
