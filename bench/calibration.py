"""How far a confidence can be trusted: of attributions and tellings that are said to be so sure, the share that people marked so.

Attributions: PolNeAR dev, marked where a gold one has the same source and half of the content (as `relaxed` counts);
those that are shown. Tellings: the chains
paragraphs, right where every hop is. ECE is the expected calibration error over ten bins; Brier the mean squared error.
"""

from collections.abc import Iterable
from statistics import fmean
from typing import Any

from bench.scorer import Figures, fingerprint, present, rows
from whence.attribute import attribute, flat
from whence.model import Report, Spans
from whence.models import load_parser
from whence.pipeline import read_all
from whence.segment import find_blocks, parse
from whence.settings import Settings
from whence.text import sha256

BINS = 10
Said = list[tuple[float, bool]]  # confidence, and whether it was right


def measure(limit: int | None = None) -> Figures:
    figures: Figures = {}
    if path := present("attribution", "polnear", "dev.jsonl"):
        figures["attributions"] = curve(_attributions(rows(path)[:limit])) | {"data": fingerprint(path)}
    if path := present("chains", "dev.jsonl"):
        figures["tellings with their chain"] = curve(_tellings(rows(path)[:limit])) | {"data": fingerprint(path)}
    return figures


def curve(said: Said) -> Figures:
    """Bins of equal width: how many, how sure on the mean, how many of them right."""
    bins: dict[str, Any] = {}
    error = 0.0
    for low in range(BINS):
        here = [pair for pair in said if low <= min(pair[0] * BINS, BINS - 0.001) < low + 1]
        if here:
            sure, right = fmean(p for p, _ in here), fmean(hit for _, hit in here)
            error += len(here) / len(said) * abs(sure - right)
            bins[f"{low / BINS:.1f} to {(low + 1) / BINS:.1f}"] = {"n": len(here), "said": round(sure, 2), "right": round(right, 2)}
    brier = fmean((p - hit) ** 2 for p, hit in said) if said else 0.0
    return {"n": len(said), "ECE": round(error, 3), "Brier": round(brier, 3), "bins": bins}


def _attributions(gold: list[dict[str, Any]]) -> Said:
    reports = (find_blocks(Report(row["id"], row["text"], sha256(row["text"].encode()))) for row in gold)
    said: Said = []
    for row, parsed in zip(gold, parse(reports, load_parser(Settings.default()))):
        theirs = [(_chars(one["source"]), _chars(one["content"])) for one in row["attributions"]]
        for one in flat(attribute(parsed)):
            source, content = _chars(_pairs(one.source)), _chars(_pairs(one.content))
            said.append((one.confidence, any(_same(source, content, *marked) for marked in theirs)))
    return said


def _tellings(gold: list[dict[str, Any]]) -> Said:
    by_id = {row["id"]: row for row in gold}
    said: Said = []
    reports = (Report(row["id"], row["text"], sha256(row["text"].encode()), headline="") for row in gold)
    for reading in read_all(reports, Settings.default(), []):
        row = by_id[reading.report.id]
        for claim in (claim for claim in reading.claims if claim.cue is not None):
            content = set(range(claim.content.start, claim.content.end))
            hops = [source.span for source in claim.chain if source.span is not None]
            near = [t for t in (*row["tellings"], *row["optional"]) if _f1(content, _chars([t["content"]])) >= 0.5]
            said.append((claim.confidence, any(_same_hops(hops, t["chain"]) for t in near)))
    return said


def _same_hops(ours: list[Any], theirs: list[dict[str, Any]]) -> bool:
    return len(ours) == len(theirs) and all(span.start < hop["span"][1] and hop["span"][0] < span.end for span, hop in zip(ours, theirs))


def _pairs(spans: Spans) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _chars(spans: Iterable[Iterable[int]] | None) -> set[int]:
    return {at for span in spans or () for at in range(*span)}


def _same(source: set[int], content: set[int], their_source: set[int], their_content: set[int]) -> bool:
    touch = bool(source & their_source) or not source and not their_source
    return touch and _f1(content, their_content) >= 0.5


def _f1(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))
