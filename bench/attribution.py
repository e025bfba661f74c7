"""PolNeAR dev → how well attributions are found: relaxed, exact and character F1, and milliseconds per 400 words."""

import time
from typing import Any

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.attribute import attribute, flat
from whence.model import Attribution, Report, Spans
from whence.models import load_parser
from whence.segment import find_blocks, parse
from whence.settings import Settings
from whence.text import sha256


def measure(limit: int | None = None) -> Figures:
    """The figures of ../shared/score/attribution.py over the first `limit` reports of the dev split; {} where it is not here."""
    path = present("attribution", "polnear", "dev.jsonl")
    if path is None:
        return {}
    gold = rows(path)[:limit]
    reports = [find_blocks(Report(id=row["id"], text=row["text"], sha256=sha256(row["text"].encode()))) for row in gold]
    made, seconds = [], 0.0
    for parsed in parse(reports, load_parser(Settings.default())):
        begun = time.perf_counter()
        found = attribute(parsed)
        seconds += time.perf_counter() - begun
        made.append({"id": parsed.report.id, "attributions": [_row(one) for one in flat(found)]})
    words = sum(len(row["text"].split()) for row in gold)
    figures = score("attribution", write_rows("attribution_gold.jsonl", gold), write_rows("attribution.jsonl", made))
    return figures | {"ms per 400 words": round(seconds * 400_000 / max(1, words), 2), "data": fingerprint(path)}


def _row(one: Attribution) -> dict[str, Any]:
    def pairs(spans: Spans) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    return {"source": pairs(one.source), "cue": pairs(one.cue), "content": pairs(one.content)}
