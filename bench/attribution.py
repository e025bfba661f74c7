"""PolNeAR dev → how well `whence attribute` finds attributions: relaxed, exact and character F1."""

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.model import Failure, Report
from whence.pipeline import read_all
from whence.report import attribute_object
from whence.settings import Settings
from whence.text import sha256


def measure(limit: int | None = None) -> Figures:
    """The figures of ../shared/score/attribution.py over the first `limit` reports of the dev split; {} where it is not here."""
    path = present("attribution", "polnear", "dev.jsonl")
    if path is None:
        return {}
    gold = rows(path)[:limit]
    reports = [Report(id=row["id"], text=row["text"], sha256=sha256(row["text"].encode())) for row in gold]
    failures = list[Failure]()
    made = [attribute_object(reading) for reading in read_all(reports, Settings.default(), failures)]
    figures = score("attribution", write_rows("attribution_gold.jsonl", gold), write_rows("attribution.jsonl", made))
    return figures | {"failed": len(failures), "data": fingerprint(path)}
