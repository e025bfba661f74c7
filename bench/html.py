"""HTML pages → text, headline, date and authors as we read them, scored beside plain trafilatura on the same pages in the same run."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura

from bench.scorer import Figures, fingerprint, present, score, write_rows
from whence.errors import InputError
from whence.read.html import read_page


def measure(limit: int | None = None) -> Figures:
    """Ours, and plain trafilatura's figures under "plain"; milliseconds a page of both."""
    gold = present("html", "articles.jsonl.gz")
    if gold is None:
        return {}
    pages = list(_pages(gold, limit))
    started = time.perf_counter()
    ours = [_ours(page) for page in pages]
    between = time.perf_counter()
    plain = [_plain(page) for page in pages]
    ended = time.perf_counter()
    scored = gold if limit is None else _part(gold, pages)
    figures = score("html", scored, write_rows("html-ours.jsonl", ours))
    return {
        **figures,
        "ms a page": round(1000 * (between - started) / len(pages), 1),
        "plain": {
            **score("html", scored, write_rows("html-plain.jsonl", plain)),
            "ms a page": round(1000 * (ended - between) / len(pages), 1),
        },
        "data": fingerprint(gold),
    }


def _pages(gold: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def _part(gold: Path, pages: list[dict[str, Any]]) -> Path:
    path = write_rows("html-gold.jsonl", []).with_suffix(".jsonl.gz")
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(page) + "\n" for page in pages)
    return path


def _ours(page: dict[str, Any]) -> dict[str, Any]:
    """The headline is the first line of our text; the gold text does not hold it."""
    try:
        found = read_page(page["html"])
    except InputError:
        found = None
    if found is None:
        return {"id": page["id"], "text": ""}
    text, facts = found
    title, published = facts.values.get("headline"), facts.values.get("published")
    body = text.split("\n", 1)[-1] if title and text.startswith(title) else text
    date = published.date().isoformat() if published else None
    return {"id": page["id"], "text": body, "title": title, "date": date, "authors": facts.values.get("byline")}


def _plain(page: dict[str, Any]) -> dict[str, Any]:
    found = trafilatura.bare_extraction(page["html"], with_metadata=True, as_dict=True)
    known = found if isinstance(found, dict) else {}
    authors = (known.get("author") or "").replace(";", ",")
    return {"id": page["id"], "text": known.get("text") or "", "title": known.get("title"), "date": known.get("date"), "authors": authors}
