"""What is said about a report beside its text (a record's keys, a sidecar, a page's metadata) → clean values, each with its origin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from whence.read.decode import cleaned

NAMES = ("headline", "outlet", "owner", "byline", "language", "url")
TIMES = ("published", "retrieved")
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\bat\b", re.IGNORECASE)
ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d)(?!\d)")
HALF = re.compile(r"\b([ap])\.?m\b\.?", re.IGNORECASE)
DAYS = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y", "%Y/%m/%d", "%Y-%m-%d")
CLOCKS = ("", " %H:%M", " %I:%M %p", " %I:%M%p", " %H:%M:%S", " %H:%M %Z")


@dataclass(frozen=True, slots=True)
class Facts:
    """Values by the names of Report's fields; `told` says where each came from."""

    values: Mapping[str, Any] = field(default_factory=dict)
    told: tuple[tuple[str, str], ...] = ()

    def over(self, other: "Facts") -> "Facts":
        """These, and the other's where these know nothing."""
        added = {name: value for name, value in other.values.items() if name not in self.values}
        return Facts({**self.values, **added}, (*self.told, *(pair for pair in other.told if pair[0] in added)))


def facts_from(raw: Mapping[str, Any], where: str) -> Facts:
    """The keys that we know, as values that a Report takes; others, empty ones and ones of a wrong type are left out."""
    values: dict[str, Any] = {}
    told: list[tuple[str, str]] = []
    for name in NAMES:
        value = _name(raw.get(name))
        if value:
            values[name] = value
            told.append((name, where))
    for name in TIMES:
        when, how = read_time(raw.get(name))
        if when:
            values[name] = when
            told.append((name, f"{where}{how}"))
    if "headline" in raw and not values.get("headline"):
        values["headline"] = ""
        told.append(("headline", f"{where}: none"))
    return Facts(values, tuple(told))


def _name(value: Any) -> str | None:
    """A name as one line; of a list of names, all of them; of an object, its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, (list, tuple)):
        value = ", ".join(name for name in map(_name, value) if name)
    return " ".join(cleaned(value).split())[:500] or None if isinstance(value, str) else None


def read_time(value: Any) -> tuple[datetime | None, str]:
    """An aware time, and what had to be assumed (", taken as UTC"); (None, "") for what is no time."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = _from_seconds(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if isinstance(value, str):
        value = _parsed(value.strip())
    if not isinstance(value, datetime):
        return None, ""
    return (value, "") if value.tzinfo else (value.replace(tzinfo=UTC), ", taken as UTC")


def _from_seconds(value: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC) if value > 1e8 else None
    except (OverflowError, OSError, ValueError):
        return None


def _parsed(text: str) -> datetime | None:
    if not 8 <= len(text) <= 60 or not any(mark.isdigit() for mark in text):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime, _loosely):
        try:
            return read(text)
        except (ValueError, OverflowError, TypeError):
            continue
    return None


def _loosely(text: str) -> datetime:
    """Dates as people write them: "Tuesday, March 12th, 2024 at 6.25 pm"."""
    plain = HALF.sub(r"\1m", CLOCK.sub(r"\1:\2", ORDINAL.sub(r"\1", WEEKDAY.sub(" ", text))))
    plain = " ".join(re.sub(r"[,|]|\.(?=\s)", " ", plain).replace("Sept ", "Sep ").split())
    for day in DAYS:
        for clock in CLOCKS:
            try:
                return datetime.strptime(plain, day + clock)
            except ValueError:
                continue
    raise ValueError("not a full date")
