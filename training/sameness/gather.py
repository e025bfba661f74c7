"""Scenarios read by the journey, groups of sentences, topics of ECB+ train → one JSON file each: its claims, and which say the same thing.

usage: .venv/bin/python -m training.sameness.gather OUT          (two minutes on one core)
OUT/<event>.json: {"claims": [{"words", "story", "tells", "partly", "gold"}, …]}. `tells` are the numbers of the propositions that a claim
tells, `partly` those of which a telling holds it beside a likelier claim: such a pair is neither. `gold` marks a proposition in its
annotator's words. Scenarios 1 to 5 of each letter are for training; 6 to 8 are left for `bench fresh`. A sentence of ECB+ tells the events
it names; its texts lie beside the project (`../shared`) and stay in OUT.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from bench.sameness import sentences, tells
from bench.scorer import present, rows

from whence.model import Act, Claim, Reading, Span
from whence.models import Encoder, load_encoder
from whence.pipeline import read_all
from whence.propositions.grouping import heard, thin, vectors_of
from whence.settings import Settings

HERE = Path(__file__).parent
NEARLY = 0.06  # a claim this much less like the proposition than the likeliest claim of its telling tells it too


def main(out: Path) -> None:
    encoder = load_encoder(Settings.default())
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted((HERE.parent / "scenarios").glob("?0[1-5]")):
        (out / f"{path.name}.json").write_text(json.dumps({"claims": list(of_scenario(path, encoder))}))
    for path in sorted((HERE / "groups").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            (out / f"{path.stem}-{number:03d}.json").write_text(json.dumps({"claims": list(of_group(json.loads(line)))}))
    ecb = present("sameness", "ecbplus_train.jsonl")
    for topic, claims in of_topics(rows(ecb) if ecb else []):
        (out / f"ecb-{topic}.json").write_text(json.dumps({"claims": claims}))


def of_group(event: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for number, fact in enumerate(event["facts"]):
        yield row(fact["says"], 0, {number}, gold=True)
        yield from (row(words, 0, {number}) for words in fact["tellings"])
        yield from (row(words, 0, set()) for words in fact["near"])


def of_topics(documents: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    topics, told = sentences(documents)
    for topic, claims in topics.items():
        number = {event: n for n, event in enumerate(sorted({event for claim in claims for event in told[claim.id]}))}
        yield topic, [row(claim.words, 0, {number[event] for event in told[claim.id]}) for claim in claims]


def row(words: str, story: int, tells: set[int], partly: set[int] | None = None, gold: bool = False) -> dict[str, Any]:
    return {"words": words, "story": story, "tells": sorted(tells), "partly": sorted((partly or set()) - tells), "gold": gold}


def of_scenario(folder: Path, encoder: Encoder) -> Iterator[dict[str, Any]]:
    gold = yaml.safe_load((folder / "scenario.yaml").read_text(encoding="utf-8"))
    readings = list(read_all([folder / "reports"], Settings.default(), []))
    propositions = [*gold["propositions"], *gold["minor"]]
    claims = [c for r in readings for c in r.claims if not thin(c) and c.act is not Act.NO_COMMENT]
    likeness = vectors_of(claims, encoder.encode) @ encoder.encode([p["says"] for p in propositions]).T
    told, partly = told_by(propositions, readings, {claim.id: likeness[n] for n, claim in enumerate(claims)})
    story_of = {report: number for number, story in enumerate(gold["stories"]) for report in story}
    for claim in claims:
        yield row(heard(claim), story_of[claim.report], told.get(claim.id, set()), partly.get(claim.id, set()))
    for number, proposition in enumerate(propositions):
        stories = [story_of[telling["report"]] for telling in proposition["tellings"]]
        yield row(proposition["says"], max(set(stories), key=stories.count), {number}, gold=True)


def told_by(
    propositions: list[dict[str, Any]], readings: list[Reading], likeness: Mapping[str, np.ndarray]
) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """For each claim the propositions that it tells, and those whose telling holds it beside a likelier one."""
    by_report = {reading.report.id: reading for reading in readings}
    told: dict[str, set[int]] = {}
    partly: dict[str, set[int]] = {}
    for number, proposition in enumerate(propositions):
        for telling in proposition["tellings"]:
            over = [claim for claim in overlapping(by_report[telling["report"]], telling["quote"]) if claim.id in likeness]
            best = max((likeness[claim.id][number] for claim in over), default=0.0)
            for claim in over:
                (told if likeness[claim.id][number] >= best - NEARLY else partly).setdefault(claim.id, set()).add(number)
    return told, partly


def overlapping(reading: Reading, quote: str) -> list[Claim]:
    at = reading.report.text.find(quote)
    return [claim for claim in reading.claims if at >= 0 and tells(claim.content, Span(at, at + len(quote)))]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
