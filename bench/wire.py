"""Who took from whom: pairs of reports (copy, partial, quote, boilerplate, none) with their credits masked, beside 5-gram containment;
and the edges of the scenarios, found from the texts and the gold's stories alone.

The baseline's two thresholds are fitted to these pairs on the spot, which favours the baseline.
"""

import re
import time
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from bench.stories import scenario
from whence.derivation import trace_copying
from whence.derivation.shared import shared_words
from whence.derivation.verbatim import kind_of
from whence.derivation.wording import Wording, wording_of
from whence.model import DerivationKind, Reading, Report
from whence.segment import find_blocks
from whence.text import fold, sha256, shingles, words

COPIES = (DerivationKind.COPY, DerivationKind.NEAR_COPY)
CAPTION = re.compile(r"\bphoto\b|getty images|file photo|via ap", re.I)


def measure(limit: int | None = None) -> Figures:
    pairs_file, docs_file = present("wire", "pairs.jsonl"), present("wire", "docs.jsonl")
    if pairs_file is None or docs_file is None:
        return {}
    pairs = rows(pairs_file)[:limit]
    wanted = {pair[side] for pair in pairs for side in ("a", "b")}
    texts = {row["id"]: row["text_nocredit"] for row in rows(docs_file) if row["id"] in wanted}
    gold = write_rows("wire-gold.jsonl", pairs)
    reports = [find_blocks(Report(id=id, text=text, sha256=sha256(text.encode()))) for id, text in texts.items()]
    started = time.perf_counter()
    wordings = {report.id: wording_of(report) for report in reports}
    made = [{"id": pair["id"], "label": label(wordings[pair["a"]], wordings[pair["b"]])} for pair in pairs]
    spent = time.perf_counter() - started
    figures = score("wire", gold, write_rows("wire.jsonl", made))
    figures["data"] = fingerprint(pairs_file.parent)
    figures["ms/report"] = round(1000 * spent / len(reports), 2)
    figures["baseline"] = _baseline(pairs, texts, gold)
    return figures | {"scenarios": _scenarios()}


def label(a: Wording, b: Wording) -> str:
    """What the words in common make of a pair whose direction is not asked for."""
    shared = shared_words(a, b)
    kind = kind_of(shared, min(len(a.words), len(b.words)))
    if kind is None:
        return "quote" if shared.quoted else "none"
    return "copy" if kind in COPIES else "partial"


def _baseline(pairs: list[dict[str, Any]], texts: Mapping[str, str], gold: Path) -> Figures:
    """Containment of 5-grams outside quotes and captions, at the best of its thresholds."""
    grams = {id: shingles(words(_unquoted(text))) for id, text in texts.items()}
    contained = {
        pair["id"]: len(grams[pair["a"]] & grams[pair["b"]]) / max(1, min(len(grams[pair["a"]]), len(grams[pair["b"]]))) for pair in pairs
    }
    best: Figures = {}
    for copy, partial in product((0.3, 0.4, 0.5, 0.6), (0.01, 0.02, 0.03, 0.05, 0.07, 0.1)):
        made = ({"id": id, "label": "copy" if c >= copy else "partial" if c >= partial else "none"} for id, c in contained.items())
        figures = score("wire", gold, write_rows("wire-baseline.jsonl", made))
        best = max(best or figures, figures, key=lambda one: float(one["derived"]["f1"] + one["copy"]["f1"]))
    return best


def _unquoted(text: str) -> str:
    lines = (line for line in fold(text).splitlines() if not (len(line) < 600 and CAPTION.search(line)))
    return re.sub(r'"[^"\n]*"', " ", "\n".join(lines))


def _scenarios() -> Figures:
    folder = present("scenarios")
    if folder is None:
        return {}
    hit = kind = found = wanted = 0
    for path in sorted(folder.glob("*/scenario.yaml")):
        gold, reports = scenario(path)
        edges = {(edge["from"], edge["to"]): edge["kind"] for edge in gold["derivations"] or []}
        blocked = [find_blocks(report) for report in reports]
        told = [[Reading(report, (), ()) for report in blocked if report.id in ids] for ids in gold["stories"]]
        ours = {(made.from_report, made.to_report): made.kind.value for story in told for made in trace_copying(story)}
        hit += len(edges.keys() & ours.keys())
        kind += sum(ours.get(edge) == value for edge, value in edges.items())
        found += len(ours)
        wanted += len(edges)
    share = {"derivation P": hit / max(1, found), "derivation R": hit / max(1, wanted), "derivation F1": 2 * hit / max(1, found + wanted)}
    return {name: round(value, 3) for name, value in share.items()} | {"derivation kind": round(kind / max(1, wanted), 3)}
