"""The chains dev paragraphs → how many tellings `whence attribute` finds, with the whole chain and their labels."""

from typing import Any

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.model import Failure, Report
from whence.pipeline import read_all
from whence.report import attribute_object
from whence.settings import Settings
from whence.text import sha256


def measure(limit: int | None = None) -> Figures:
    """The figures of ../shared/score/chains.py over the first `limit` paragraphs; {} where they are not here."""
    path = present("chains", "dev.jsonl")
    if path is None:
        return {}
    gold = rows(path)[:limit]
    failures = list[Failure]()
    made = [attribute_object(reading) for reading in read_all(map(_paragraph, gold), Settings.default(), failures)]
    figures = score("chains", write_rows("chains_gold.jsonl", gold), write_rows("chains.jsonl", made))
    return figures | {"failed": len(failures), "data": fingerprint(path)}


def _paragraph(row: dict[str, Any]) -> Report:
    """One record: a single paragraph without headline."""
    return Report(row["id"], row["text"], sha256(row["text"].encode()), headline="")
