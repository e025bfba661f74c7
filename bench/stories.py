"""Grouping into stories: B³ on ECB+, BASIL and NewsWCL50 beside TF-IDF with average linkage, exact stories on the scenarios,
the same sets with the reports one by one, and speed.

One setting of Whence for all; the baseline's threshold is fitted to each set on the spot, which favours the baseline.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.model import Report, Story
from whence.models import load_encoder
from whence.read import read_report
from whence.segment import find_blocks
from whence.settings import Settings
from whence.stories import Card, group, lead_text, make_card, regroup
from whence.text import sha256

ORDER = 1  # seed of the order in which reports come one by one
SETS = ("ecbplus", "basil", "newswcl50")


def measure(limit: int | None = None) -> Figures:
    folder = present("stories")
    if folder is None:
        return {}
    figures: Figures = {"data": fingerprint(folder)}
    for name in SETS:
        told = rows(folder / f"{name}.jsonl")[:limit]
        reports = [report_of(row) for row in told]
        gold = write_rows(f"stories-{name}-gold.jsonl", ({"id": row["id"], "story": row["story"]} for row in told))
        started = time.perf_counter()
        cards = cards_of(reports)
        carded = time.perf_counter()
        stories = group(cards)
        grouped = time.perf_counter()
        made = ({"id": id, "story": story.id} for story in stories for id in story.reports)
        figures[name] = score("stories", gold, write_rows(f"stories-{name}.jsonl", made))
        figures[name]["ms/report"] = {
            "cards": round(1000 * (carded - started) / len(cards), 2),
            "grouping": round(1000 * (grouped - carded) / len(cards), 2),
        }
        figures[name]["one by one"] = score("stories", gold, write_rows(f"stories-{name}-stream.jsonl", one_by_one(cards)))
        figures[name]["baseline"] = _baseline(name, reports, gold)
    return figures | {"scenarios": _scenarios()}


def report_of(row: dict[str, Any]) -> Report:
    text = f"{row['title']}\n{row['text']}" if row.get("title") else row["text"]
    published = row.get("date") or row.get("date_guess")
    when = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return Report(id=row["id"], text=text, sha256=sha256(text.encode()), outlet=row.get("source"), published=when)


def cards_of(reports: Sequence[Report]) -> list[Card]:
    blocked = [find_blocks(report) for report in reports]
    vectors = load_encoder(Settings.default()).encode([lead_text(report) for report in blocked])
    return [make_card(report, (), vector) for report, vector in zip(blocked, vectors)]


def one_by_one(cards: Sequence[Card]) -> Iterator[dict[str, str]]:
    """The same reports in any order, each placed among those before it: what a store does."""
    stored: list[Card] = []
    stories: dict[str, Story] = {}
    for card in random.Random(ORDER).sample(cards, len(cards)):
        made, replaced = regroup([card], stored, list(stories.values()))
        stories = {id: story for id, story in stories.items() if id not in replaced} | {story.id: story for story in made}
        stored.append(card)
    yield from ({"id": id, "story": story.id} for story in stories.values() for id in story.reports)


def _baseline(name: str, reports: Sequence[Report], gold: Path) -> Figures:
    """TF-IDF with average linkage at the best of its thresholds."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    matrix = TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform([report.text for report in reports])
    apart = np.clip(1 - (matrix @ matrix.T).toarray(), 0, 1)
    best: Figures = {"B3 F1": -1.0}
    for mark in np.arange(0.7, 0.92, 0.03):
        linkage = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=mark)
        made = ({"id": report.id, "story": int(label)} for report, label in zip(reports, linkage.fit_predict(apart)))
        figures = score("stories", gold, write_rows(f"stories-{name}-baseline.jsonl", made))
        best = max(best, figures, key=lambda one: float(one["B3 F1"]))
    return best


def _scenarios() -> Figures:
    folder = present("scenarios")
    if folder is None:
        return {}
    exact = []
    for path in sorted(folder.glob("*/scenario.yaml")):
        wanted, reports = scenario(path)
        found = sorted(sorted(story.reports) for story in group(cards_of(reports)))
        exact.append(found == sorted(sorted(ids) for ids in wanted["stories"]))
    return {"scenarios": len(exact), "stories exact": round(sum(exact) / max(1, len(exact)), 3)}


def scenario(path: Path) -> tuple[dict[str, Any], list[Report]]:
    """A scenario's gold, and its reports with the facts that the gold states of them."""
    gold: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    made = []
    for row in gold["reports"]:
        read = read_report(path.parent / row["file"])
        published = datetime.fromisoformat(row["published"])
        made.append(replace(read, id=row["id"], outlet=row["outlet"], owner=row["owner"], published=published))
    return gold, made
