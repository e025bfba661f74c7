"""How well times are found and normalised: TIMEX3 gold of AQUAINT and TimeBank against find_times, and the library that it replaces."""

import importlib
import re
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.claims.times import find_times

CALENDAR = re.compile(r"PRESENT_REF|\d{4}(?:-W\d\d(?:-WE)?|-(?:SP|SU|FA|WI)|-\d\d(?:-\d\d)?(?:T\w\w)?)?")
MONTH_ONLY = re.compile(r"XXXX-\d\d")
Found = list[dict[str, Any]]


def _ours(text: str, published: date) -> Found:
    return [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in find_times(text, published)]


def _library(text: str, published: date) -> Found:
    """recognizers-text alone, its resolutions mapped to TIMEX3 where it gives them."""
    from recognizers_date_time import Culture, recognize_datetime  # after _peer_is_here

    found = []
    for item in recognize_datetime(text, Culture.English, reference=datetime(published.year, published.month, published.day)):
        best = min((item.resolution or {}).get("values") or [{}], key=lambda value: _days_off(value, published))
        kind = {"date": "DATE", "daterange": "DATE", "set": "SET", "duration": "DURATION"}.get(best.get("type", ""), "TIME")
        value = best.get("timex", "")
        if not CALENDAR.fullmatch(value) and kind in ("DATE", "TIME"):
            day = (best.get("value") or best.get("start") or value).replace(" ", "T")
            value = day[:7] if MONTH_ONLY.fullmatch(value) else day
        found.append({"start": item.start, "end": item.end + 1, "type": kind, "value": str(value)})
    return found


def _days_off(value: dict[str, str], published: date) -> int:
    """How far one of the days that the library offers is from the document's."""
    try:
        return abs((date.fromisoformat((value.get("value") or value.get("start") or "")[:10]) - published).days)
    except ValueError:
        return 0


def _peer_is_here() -> bool:
    """Whether recognizers-text can be loaded. It asks `emoji` for a name that emoji 2 dropped; an empty one serves."""
    try:
        import emoji

        if not hasattr(emoji, "UNICODE_EMOJI"):
            setattr(emoji, "UNICODE_EMOJI", {})  # noqa: B010
        importlib.import_module("recognizers_date_time")
    except ImportError as missing:
        print(f"skipped: recognizers-text alone ({missing})", file=sys.stderr)
        return False
    return True


def _run(name: str, finder: Callable[[str, date], Found], label: str, limit: int | None) -> Figures:
    path = present("times", f"{name}.jsonl")
    if path is None:
        return {}
    documents = rows(path)[:limit]
    words = sum(len(document["text"].split()) for document in documents)
    started = time.process_time()
    predicted = [{"id": d["id"], "timexes": finder(d["text"], date.fromisoformat(d["dct"][:10]))} for d in documents]
    spent = time.process_time() - started
    gold = path if limit is None else write_rows(f"times-{name}-gold.jsonl", documents)
    figures = score("times", gold, write_rows(f"times-{name}-{label}.jsonl", predicted))
    return figures | {"ms per 400 words": round(1000 * spent * 400 / words, 3), "data": fingerprint(path)}


def measure(limit: int | None = None) -> Figures:
    """Figures per corpus; over everything also the library alone, which is slow."""
    figures: Figures = {name: _run(name, _ours, "ours", limit) for name in ("aquaint", "timebank")}
    if limit is None and _peer_is_here():
        figures["recognizers-text alone"] = {name: _run(name, _library, "library", limit) for name in ("aquaint", "timebank")}
    return figures
