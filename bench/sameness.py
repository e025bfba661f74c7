"""Do two claims say the same thing? Pairs of claims of the scenarios, and sentences of ECB+ dev that tell one event or not: average
precision of the likeness that propositions are built on, beside the cosine alone of the encoder tuned for it.

A pair of claims of one story is positive where both tell one gold proposition, negative where only one of them tells any. The encoder saw
none of these texts; the weights were fitted to them and to `bench fresh`'s: `training/sameness/README.md` says what they reach elsewhere.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from bench.scorer import Figures, fingerprint, present, rows
from whence.model import Act, Claim, Reading, Span
from whence.models import Encoder, load_matcher
from whence.pipeline import read_all
from whence.propositions.grouping import thin, vectors_of
from whence.propositions.likeness import features, likeness, rarity_of, told_of
from whence.settings import Settings

Numbers = NDArray[np.float64]
Row = tuple[tuple[float, ...], float, bool]  # what is learnt from, the likeness, and whether the two say the same


def measure(limit: int | None = None) -> Figures:
    scenarios, ecb = present("scenarios"), present("sameness", "ecbplus_dev.jsonl")
    if scenarios is None or ecb is None:
        return {}
    encoder = load_matcher(Settings.default())
    told = [precision(list(scenario_rows(path.parent, encoder))) for path in sorted(scenarios.glob("*/scenario.yaml"))[:limit]]
    mean = {how: round(float(np.mean([each[how] for each in told])), 3) for how in ("cosine", "likeness")}
    return {"data": fingerprint(ecb), "scenarios": mean, "ecbplus dev": precision(list(sentence_rows(rows(ecb)[:limit], encoder)))}


def precision(made: Sequence[Row]) -> dict[str, float]:
    labels = np.array([same for _, _, same in made], float)
    found = {"cosine": [row[0] for row, _, _ in made], "likeness": [score for _, score, _ in made]}
    return {how: round(average_precision(labels, np.array(scores)), 3) for how, scores in found.items()}


def average_precision(labels: Numbers, scores: Numbers) -> float:
    ordered = labels[np.argsort(-scores, kind="stable")]
    hits = ordered.cumsum()
    return float((hits / np.arange(1, len(ordered) + 1))[ordered == 1].mean())


def compare(claims: Sequence[Claim], told: Mapping[str, set[Any]], encoder: Encoder) -> Iterator[Row]:
    """Each pair of claims of which at least one tells something that is labelled."""
    weights = rarity_of(claims)
    compared = [told_of(claim, weights) for claim in claims]
    vectors = vectors_of(claims, encoder.encode)
    for i, j in combinations(range(len(claims)), 2):
        a, b = told.get(claims[i].id, set()), told.get(claims[j].id, set())
        if a or b:
            near = float(vectors[i] @ vectors[j])
            score, value = likeness(compared[i], compared[j], near, weights)
            yield features(compared[i], compared[j], near, weights), score + value, bool(a & b)


def scenario_rows(folder: Path, encoder: Encoder) -> Iterator[Row]:
    gold = yaml.safe_load((folder / "scenario.yaml").read_text(encoding="utf-8"))
    readings = list(read_all([folder / "reports"], Settings.default(), []))
    told = told_propositions(gold, readings)
    for story in gold["stories"]:
        claims = [c for r in readings if r.report.id in story for c in r.claims if not thin(c) and c.act is not Act.NO_COMMENT]
        yield from compare(claims, told, encoder)


def told_propositions(gold: Mapping[str, Any], readings: Sequence[Reading]) -> dict[str, set[Any]]:
    """For each claim, the gold propositions that it tells."""
    found: dict[str, set[Any]] = {}
    by_report = {reading.report.id: reading for reading in readings}
    for number, proposition in enumerate(gold["propositions"]):
        for telling in proposition["tellings"]:
            reading = by_report[telling["report"]]
            at = reading.report.text.find(telling["quote"])
            for claim in reading.claims if at >= 0 else ():
                if tells(claim.content, Span(at, at + len(telling["quote"]))):
                    found.setdefault(claim.id, set()).add(number)
    return found


def tells(content: Span, quote: Span) -> bool:
    """Whether a claim is (most of) a gold telling, or the telling most of the claim."""
    both = max(0, min(content.end, quote.end) - max(content.start, quote.start))
    short, long = sorted((len(content), len(quote)))
    return both >= 0.8 * len(content) or both >= 0.9 * len(quote) or (both >= 0.6 * short and both >= 0.35 * long)


def sentence_rows(documents: Sequence[Mapping[str, Any]], encoder: Encoder) -> Iterator[Row]:
    """Sentences of one topic, each taken as a claim: positive where they name one event."""
    topics, told = sentences(documents)
    for claims in topics.values():
        yield from compare(claims, told, encoder)


def sentences(documents: Sequence[Mapping[str, Any]]) -> tuple[dict[str, list[Claim]], dict[str, set[Any]]]:
    """The sentences of each topic that name events, as claims, and the events that each names."""
    topics: dict[str, list[Claim]] = {}
    told: dict[str, set[Any]] = {}
    for document in documents:
        events: dict[int, set[str]] = {}
        for mention in document["mentions"]:
            if mention["is_event"] and mention["type"].startswith("ACTION"):
                events.setdefault(mention["sent"], set()).add(mention["chain"])
        for sentence in document["sents"]:
            if sentence["in_eval"] and sentence["n"] in events:
                span, id = Span(sentence["start"], sentence["end"]), f"{document['id']}:{sentence['n']}"
                words = span.of(document["text"])
                topics.setdefault(document["topic"], []).append(Claim(id, document["id"], span, span, words, words))
                told[id] = set(events[sentence["n"]])
    return topics, told


if __name__ == "__main__":
    print(json.dumps(measure()))
