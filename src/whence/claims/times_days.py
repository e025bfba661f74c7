"""Days and months as they are named: a matched expression and its place in, TIMEX3 type and value out.

Each function reads a kind of expression. It answers None where the words are no time after all, and an X-form or ""
where the day they count from is unknown: nothing is invented.
"""

import re
from collections.abc import Callable
from datetime import date

from whence.claims.times_calendar import add_days, days_of, easter, nth_weekday, real_date
from whence.claims.times_place import Meaning, Parts, Place, month_number
from whence.claims.times_words import PARTS_OF_DAY, WEEKDAYS

NEAR_BACK = 4  # days; a weekday further back than that is nearer ahead
NEAR_AHEAD = 4  # months; beyond that an undecided month is the last one


def day_in_month(parts: Parts, place: Place) -> Meaning | None:
    """Reads "Nov. 3", "3 November 1998", "Friday, Oct. 23": without a year, the nearest such day to the document's."""
    month, day = month_number(parts["month"]), int(re.sub(r"\D", "", parts["day"]))
    year = parts["year"] or parts["later"]
    if year:
        found = real_date(int(year), month, day)
        return ("DATE", found.isoformat()) if found else None
    if place.published is None:
        return ("DATE", f"XXXX-{month:02}-{day:02}") if real_date(2000, month, day) else None
    choices = [found for shift in (-1, 0, 1) if (found := real_date(place.published.year + shift, month, day))]
    if not choices:
        return None
    published = place.published
    nearest = min(choices, key=lambda choice: abs((choice - published).days))
    tense = place.tense()
    if tense in ("past", "open") and nearest > published and (nearest - published).days > 100:
        nearest = max(choice for choice in choices if choice <= published)
    if tense == "future" and nearest < published and (published - nearest).days > 100:
        nearest = min(choice for choice in choices if choice >= published)
    return ("DATE", nearest.isoformat())


def month(parts: Parts, place: Place) -> Meaning | None:
    """Reads "June 1998", "last May", "in September": without a year, the way that the sentence points."""
    number, which = month_number(parts["month"]), (parts["which"] or "").lower()
    if which in ("each", "every"):
        return ("SET", f"XXXX-{number:02}")
    if parts["year"]:
        return ("DATE", f"{parts['year']}-{number:02}")
    if len(parts["month"]) < 5 and parts["month"][-1] != "." and parts["month"] not in ("May", "June", "July"):
        return None
    today = place.published
    if today is None:
        return ("DATE", f"XXXX-{number:02}")
    if parts["after"]:
        year = today.year + {"last": -1, "this": 0, "next": 1}[parts["after"].lower().split()[0]]
    elif which in ("last", "past", "this past"):
        year = today.year - (number >= today.month)
    elif which in ("next", "this coming", "coming"):
        year = today.year + (number <= today.month)
    elif which == "this" or number == today.month:
        year = today.year
    else:
        year = today.year + _years_away(number - today.month, place.tense())
    return ("DATE", f"{year:04}-{number:02}")


def _years_away(months: int, tense: str) -> int:
    """For a month so many months on in its own year: the way the sentence points, else the nearer."""
    if tense == "future":
        return int(months < 0)
    if tense == "past":
        return -int(months > 1)
    return -1 if months > NEAR_AHEAD else int(months < NEAR_AHEAD - 12)


def weekday(parts: Parts, place: Place) -> Meaning | None:
    """Reads "on Friday", "last Wednesday", "Tuesday night": the nearest such day back, or on where the sentence points there."""
    number, which = WEEKDAYS[parts["weekday"].lower().rstrip(".")], (parts["which"] or "").lower()
    part = "T" + PARTS_OF_DAY[parts["part"].lower()] if parts["part"] else ""
    kind = "TIME" if part else "DATE"
    if which in ("each", "every") or (parts["plural"] and not which):
        return ("SET", f"XXXX-WXX-{number + 1}{part}")
    if place.published is None:
        return (kind, f"XXXX-WXX-{number + 1}{part}")
    today = place.published
    back = (today.weekday() - number) % 7
    if which in ("last", "past", "previous", "the previous", "this past"):
        day = add_days(today, -(back or 7))
    elif which in ("next", "coming", "this coming", "the following", "the coming"):
        day = add_days(today, (number - today.weekday()) % 7 or 7)
    elif back and (place.tense() == "future" or (back > NEAR_BACK and place.tense() in ("near", "unknown"))):
        day = add_days(today, 7 - back)
    else:
        day = add_days(today, -back)
    return (kind, day.isoformat() + part)


def clock(parts: Parts, place: Place) -> Meaning | None:
    """Reads "9 a.m. Tuesday", "14:30 GMT", "noon Thursday"."""
    named = (parts["named"] or "").lower()
    if named:
        hour, minute = {"noon": 12, "midday": 12, "midnight": 24}[named], 0
    else:
        hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
        half = (parts["half"] or "").lower()[:1]
        hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    if hour > 24 or minute > 59:
        return None
    day = _day_told_of(place)
    if parts["month"]:
        day = (day_in_month(parts, place) or ("", day))[1]
    elif parts["weekday"]:
        day = (weekday(parts, place) or ("", day))[1]
    elif parts["deictic"] and place.published:
        day = add_days(place.published, {"yesterday": -1, "today": 0, "tomorrow": 1}[parts["deictic"].lower()]).isoformat()
    return ("TIME", f"{day[:10]}T{hour:02}:{minute:02}")


def _day_told_of(place: Place) -> str:
    """The day that the text named last, where that is within a week of the document's; else the document's."""
    if place.published is None:
        return "XXXX-XX-XX"
    named = days_of(place.anchor)
    near = named[2] == "day" and named[0] is not None and abs((named[0] - place.published).days) <= 7
    return place.anchor[:10] if near else place.published.isoformat()


def deictic(parts: Parts, place: Place) -> Meaning | None:
    """Reads "today", "yesterday evening", "this morning", "last night", "overnight"."""
    word = " ".join(parts["word"].lower().split())
    shift = -1 if word in ("yesterday", "last night", "overnight") else 1 if word == "tomorrow" else 0
    named = (parts["part"] or word.split()[-1]).lower()
    code = "NI" if named in ("tonight", "overnight") else PARTS_OF_DAY.get(named, "")
    day = "XXXX-XX-XX" if place.published is None else add_days(place.published, shift).isoformat()
    if place.published is None and not code:
        return ("DATE", "")
    return ("TIME", f"{day}T{code}") if code else ("DATE", day)


FIXED_HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31),
    "independence day": (7, 4), "veterans day": (11, 11), "valentine's day": (2, 14), "halloween": (10, 31), "may day": (5, 1),
    "boxing day": (12, 26),
}  # fmt: skip
MOVING_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "thanksgiving day": lambda year: nth_weekday(year, 11, 3, 4),
    "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "election day": lambda year: add_days(nth_weekday(year, 11, 0, 1), 1),
    "easter": easter,
    "easter sunday": easter,
    "easter monday": lambda year: add_days(easter(year), 1),
    "palm sunday": lambda year: add_days(easter(year), -7),
    "good friday": lambda year: add_days(easter(year), -2),
}


def holiday(parts: Parts, place: Place) -> Meaning | None:
    """Reads "Christmas Eve", "last Thanksgiving": the nearest one, or the way that the words point."""
    name = parts["holiday"].lower().replace("’", "'")
    fixed = FIXED_HOLIDAYS.get(name)
    day_in: Callable[[int], date] = (lambda year: date(year, *fixed)) if fixed else MOVING_HOLIDAYS[name]
    if parts["year"]:
        return ("DATE", day_in(int(parts["year"])).isoformat())
    if place.published is None:
        return ("DATE", f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "")
    today, which = place.published, (parts["which"] or "").lower()
    choices = [day_in(today.year + shift) for shift in (-1, 0, 1)]
    if which == "last":
        return ("DATE", max(choice for choice in choices if choice < today).isoformat())
    if which == "next" or (not which and place.tense() == "future"):
        return ("DATE", min(choice for choice in choices if choice > today).isoformat())
    return ("DATE", min(choices, key=lambda choice: abs((choice - today).days)).isoformat())


def number_date(parts: Parts, place: Place) -> Meaning | None:
    """Reads "1998-03-02", "10/30/89" (the American order, unless it cannot be)."""
    if parts["iso"]:
        years, months, days = (int(part) for part in parts["iso"].split("-"))
        found = real_date(years, months, days)
        return ("DATE", found.isoformat()) if found else None
    first, second, years = (int(part) for part in re.split(r"[/.]", parts["slashed"]))
    years += 0 if years > 99 else 2000 if years < 50 else 1900
    found = real_date(years, first, second) or real_date(years, second, first)
    return ("DATE", found.isoformat()) if found else None
