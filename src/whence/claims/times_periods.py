"""Weeks, years, quarters, lengths and repetitions: a matched expression and its place in, TIMEX3 type and value out.

As in times_days: None where the words are no time after all, and "" where the day they count from is unknown.
"""

import re
from datetime import date

from whence.claims.quantities_numbers import ORDINALS, read_number
from whence.claims.times_calendar import (
    SEASONS,
    UNIT_LETTERS,
    add_days,
    add_months,
    month_of,
    quarter_of,
    real_date,
    week_of,
)
from whence.claims.times_place import Meaning, Parts, Place, month_number, whole_number
from whence.claims.times_words import FREQUENCIES, PARTS_OF_DAY, REFERENCES, SEASON_CODES, TEENS_OF_CENTURY

SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this past": -1, "prior": -1, "this": 0, "current": 0, "latest": 0, "next": 1, "coming": 1,
    "following": 1, "this coming": 1, "upcoming": 1,
}  # fmt: skip


def shifted_unit(unit: str, shift: int, today: date) -> str:
    """The value of a calendar unit so many units from today's: ("week", -1) → last week."""
    match unit:
        case "day":
            return add_days(today, shift).isoformat()
        case "week":
            return week_of(add_days(today, 7 * shift))
        case "weekend":
            return week_of(add_days(today, 7 * shift)) + "-WE"
        case "month":
            return month_of(add_months(today, shift))
        case "quarter":
            return quarter_of(add_months(today, 3 * shift))
        case "year":
            return f"{today.year + shift:04}"
        case "decade":
            return f"{today.year // 10 + shift:03}"
        case "century":
            return f"{today.year // 100 + shift:02}"
    return ""


def _from_anchor(anchor: str, published: date) -> date:
    found = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", anchor)
    return (real_date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None) or published


def unit(parts: Parts, place: Place) -> Meaning | None:
    """Reads "last year", "this week", "the following month", "earlier this year", "the weekend"."""
    which, name = " ".join(parts["which"].lower().removeprefix("the").split()), parts["unit"].lower()
    if place.published is None:
        return ("DATE", "")
    if name in ("decade", "century") and which in ("past", "last"):
        return ("DURATION", "P10Y" if name == "decade" else "P100Y")
    base = place.published
    if which in ("that", "same", "that same", "following", "previous") and place.anchor[:4].isdigit():
        if name == "year":
            return ("DATE", f"{int(place.anchor[:4]) + SHIFTS.get(which, 0):04}")
        base = _from_anchor(place.anchor, base)
    elif which in ("that", "that same"):
        return None
    if name == "weekend" and which == "this" and place.tense() != "future" and base.weekday() < 3:
        return ("DATE", shifted_unit(name, -1, base))
    if name == "weekend" and which == "":
        shift = -1 if place.tense() != "future" and base.weekday() < 5 else 0
        return ("DATE", shifted_unit(name, shift, base))
    return ("DATE", shifted_unit(name, SHIFTS.get(which, 0), base))


def ago(parts: Parts, place: Place) -> Meaning | None:
    """Reads "two weeks ago", "a year earlier", "three days later": as fine as the unit that it counts in."""
    name, way = parts["unit"].lower(), parts["way"].lower()
    name = "century" if name == "centuries" else name.removesuffix("s")
    count = None if parts["few"] else 1 if parts["count"] is None else whole_number(parts["count"])
    sign = 1 if way in ("later", "after", "from now", "hence", "afterward", "afterwards", "from today") else -1
    if count is None:
        return ("DATE", "PAST_REF") if way == "ago" else recent_units(parts, place)
    if place.published is None:
        return ("DATE", "")
    base = place.published if way in ("ago", "from now", "hence", "from today") else _from_anchor(place.anchor, place.published)
    if name == "year" and count == 1 and "-Q" in place.anchor:
        return ("DATE", f"{int(place.anchor[:4]) + sign:04}{place.anchor[4:]}")
    if name in ("second", "minute", "hour"):
        return ("TIME", base.isoformat()) if way == "ago" else ("DURATION", f"PT{count}{UNIT_LETTERS[name]}")
    if name in ("decade", "century"):
        return ("DATE", f"{base.year + sign * count * (10 if name == 'decade' else 100):04}")
    return ("DATE", shifted_unit(name, sign * count, base))


def same_quarter(parts: Parts, place: Place) -> Meaning | None:
    """Reads "the latest quarter", "the quarter ended Sept. 30": the one told of before, the one named, or the last that is over."""
    if parts["month"] and place.published:
        number = month_number(parts["month"])
        return ("DATE", f"{place.published.year - (number > place.published.month):04}-Q{(number + 2) // 3}")
    if "-Q" in place.anchor:
        return ("DATE", place.anchor)
    if parts["unit"].lower() == "period" or place.published is None:
        return None
    return ("DATE", shifted_unit("quarter", -1, place.published))


def fiscal_year(parts: Parts, place: Place) -> Meaning | None:
    return ("DURATION", "P1Y")


def end_of_unit(parts: Parts, place: Place) -> Meaning | None:
    """ "the end of the month": this one."""
    return ("DATE", shifted_unit(parts["unit"].lower(), 0, place.published) if place.published else "")


def long_ago(parts: Parts, place: Place) -> Meaning | None:
    return ("DATE", "PAST_REF")


HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}


def half(parts: Parts, place: Place) -> Meaning | None:
    return ("DURATION", HALVES[parts["unit"].lower()])


def year_end(parts: Parts, place: Place) -> Meaning | None:
    return ("DATE", f"{place.published.year:04}" if place.published else "")


def long(parts: Parts, place: Place) -> Meaning | None:
    """Reads "day-long", "months-long"."""
    name = parts["unit"].lower()
    count = "X" if parts.group().lower().startswith(name + "s") else "1"
    return ("DURATION", f"P{'T' if name == 'hour' else ''}{count}{UNIT_LETTERS[name]}")


def period(parts: Parts, place: Place) -> Meaning | None:
    """Reads "five hours", "the past two months", "16-hour", "several years": a length, PnX."""
    name = parts["unit"].lower()
    name = "century" if name == "centuries" else name.removesuffix("s")
    words = parts["count"]
    value = None if words is None else read_number(words)
    if words is None and parts["few"] and "couple" in parts["few"].lower():
        value = 2.0
    if name == "day" and value == 1 and parts["lead"] is None and (words or "").lower() == "one":
        return ("DURATION", "P1D")
    if name == "hour" and value is not None and value % 1 == 0.5:
        return ("DURATION", f"PT{int(value)}H30M")
    if name == "year" and value is not None and value % 1 == 0.5:
        return ("DURATION", f"P{int(value)}Y6M")
    number = "X" if value is None else f"{value:g}"
    if name in ("decade", "century"):
        years = (10 if name == "decade" else 100) * (value or 0)
        return ("DURATION", f"P{years:g}Y" if value else "PXE" if name == "decade" else "PXC")
    letter = UNIT_LETTERS[name]
    return ("DURATION", f"P{'T' if name in ('second', 'minute', 'hour') else ''}{number}{letter}")


def repeated(parts: Parts, place: Place) -> Meaning | None:
    """Reads "every day", "each year", "daily", "a week" after a number, "per month"."""
    if parts["frequency"]:
        return ("SET", FREQUENCIES[parts["frequency"].lower()])
    name = parts["unit"].lower()
    words = (parts["count"] or "").lower()
    count = 2 if words == "other" else whole_number(words) if words else 1
    part = PARTS_OF_DAY.get(name)
    if part:
        return ("SET", f"XXXX-XX-XXT{part}")
    if name == "weekend":
        return ("SET", "XXXX-WXX-WE")
    name = name.removesuffix("s")
    if name in SEASON_CODES:
        return ("SET", f"XXXX-{SEASON_CODES[name]}")
    if name == "decade":
        return ("SET", "P10Y")
    return ("SET", f"P{'T' if name in ('second', 'minute', 'hour') else ''}{count}{UNIT_LETTERS[name]}") if name in UNIT_LETTERS else None


def year(parts: Parts, place: Place) -> Meaning | None:
    return ("DATE", parts["year"])


def decade(parts: Parts, place: Place) -> Meaning | None:
    """Reads "the 1990s", "the '90s", "the nineties"."""
    if parts["named"]:
        return ("DATE", f"19{TEENS_OF_CENTURY[parts['named'].lower()]}")
    digits = re.sub(r"\D", "", parts["decade"])
    if len(digits) == 4:
        return ("DATE", digits[:3] if digits[2] != "0" or digits[:2] == "20" else digits[:2])
    return ("DATE", ("20" if digits[0] in "01" else "19") + digits[0])


def century(parts: Parts, place: Place) -> Meaning | None:
    words = parts["nth"].lower()
    number = int(re.sub(r"\D", "", words)) if words[0].isdigit() else ORDINALS.get(words)
    return ("DATE", f"{number - 1:02}") if number and number < 30 else None


def part_of_year(parts: Parts, place: Place) -> Meaning | None:
    """Reads "the third quarter", "second half of 1990", "last fall", "this summer"."""
    which = (parts["which"] or "").lower()
    year_words = parts["year"] or parts["before"]
    season = (parts["season"] or "").lower()
    code, begins = _code_and_month(parts, season)
    if year_words and year_words.isdigit():
        return ("DATE", f"{year_words}-{code}")
    if place.published is None:
        return ("DATE", f"XXXX-{code}")
    today = place.published
    if year_words:
        shift = {"last": -1, "next": 1, "year-ago": -1, "year-earlier": -1}.get(year_words.lower().split()[0], 0)
        return ("DATE", f"{today.year + shift:04}-{code}")
    begun = today.year - (begins > today.month)
    length = 6 if parts["halfth"] else 3
    over = add_months(date(begun, begins, 1), length) <= today
    long_over = add_months(date(begun, begins, 1), length + 3) <= today
    if which in ("last", "past", "this past"):
        begun -= not over
    elif (
        which in ("next", "coming", "this coming", "upcoming")
        or (which == "this" and begun < today.year and over)
        or (long_over and place.tense() == "future")
    ):
        begun += 1
    return ("DATE", f"{begun:04}-{code}")


def _code_and_month(parts: Parts, season: str) -> tuple[str, int]:
    if season:
        code = SEASON_CODES[season]
        return code, SEASONS[code]
    words = (parts["nth"] or parts["halfth"]).lower()
    number = ORDINALS.get(words) or int(words[0])
    return (f"H{number}", number * 6 - 5) if parts["halfth"] else (f"Q{number}", number * 3 - 2)


def reference(parts: Parts, place: Place) -> Meaning | None:
    return ("DATE", REFERENCES[" ".join(parts["word"].lower().split())])


def recent_units(parts: Parts, place: Place) -> Meaning | None:
    """Reads "recent years", "the coming weeks", "for months": a length without a number."""
    name = parts["unit"].lower().removesuffix("s")
    letter = {"decade": "E", "centurie": "C"}.get(name) or UNIT_LETTERS[name]
    return ("DURATION", f"P{'T' if name in ('second', 'minute', 'hour') else ''}X{letter}")
