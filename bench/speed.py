"""Reports per second and peak memory of the whole journey, as ratios to spaCy's bare parse of the same text in the same run.

Each measurement runs in a process of its own, so that one's memory and warm caches do not help another. The texts are the example
stories, told again and again with other names and numbers (made here, from the project's own examples), and PolNeAR dev where it is.
"""

import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial

from bench.scorer import PROJECT, Figures, present, rows
from whence.model import Report
from whence.text import sha256

SMALL, LARGE = 500, 5000
SYLLABLES = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()


def measure(limit: int | None = None) -> Figures:
    """`limit` bounds the number of reports of the large run, for a quick look."""
    small, large = min(SMALL, limit or SMALL), min(LARGE, limit or LARGE)
    figures: Figures = {}
    if present("attribution", "polnear", "dev.jsonl"):
        bare, whole = _run("bare", "polnear", 84), _run("journey", "polnear", 84)
        figures["polnear dev: time to bare parse"] = round(whole["seconds"] / bare["seconds"], 2)
        figures["polnear dev: reports/s"] = round(84 / whole["seconds"], 1)
    bare, whole, more = _run("bare", "made", small), _run("journey", "made", small), _run("journey", "made", large)
    return figures | {
        "reports/s": round(small / whole["seconds"], 1),
        "time to bare parse": round(whole["seconds"] / bare["seconds"], 2),
        "peak memory to bare parse": round(whole["MB"] / bare["MB"], 2),
        "peak memory MB": {str(small): whole["MB"], str(large): more["MB"]},
        f"cost per report at {large} to {small}": round(more["seconds"] / large / (whole["seconds"] / small), 2),
    }


def _run(what: str, texts: str, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.speed", what, texts, str(count)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def made_reports(count: int, seed: int = 7) -> Iterator[Report]:
    """Reports made from the examples: each round of sixteen has names, numbers and days of its own, so that stories stay small."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PROJECT.glob("examples/*/*.txt"))]
    names = sorted(set(re.findall(r"\b[A-Z][a-z]{3,}\b", " ".join(texts))))
    draw = random.Random(seed)
    swap: dict[str, str] = {}
    for number in range(count):
        if number % len(texts) == 0:
            swap = {name: "".join(draw.choices(SYLLABLES, k=3)).capitalize() for name in draw.sample(names, len(names) * 2 // 3)}
        text = re.sub(r"\b[A-Z][a-z]{3,}\b", partial(_swapped, swap), texts[number % len(texts)])
        text = re.sub(r"\b\d\b", lambda _: str(draw.randint(2, 9)), text)
        yield Report(id=f"m{number}", text=text, sha256=sha256(text.encode()), outlet=f"Paper {draw.randint(1, 400)}")


def _swapped(swap: dict[str, str], name: re.Match[str]) -> str:
    return swap.get(name.group(), name.group())


def _texts(which: str, count: int) -> list[Report]:
    if which == "made":
        return list(made_reports(count))
    path = present("attribution", "polnear", "dev.jsonl")
    assert path is not None
    return [Report(row["id"], row["text"], sha256(row["text"].encode())) for row in rows(path)[:count]]


def _one(what: str, which: str, count: int) -> None:
    from whence.models import load_encoder, load_parser
    from whence.pipeline import stream_trace
    from whence.settings import Settings

    settings = Settings.default()
    nlp = load_parser(settings)
    reports = _texts(which, count)
    list(nlp.pipe([report.text for report in reports[:8]]))  # warm
    if what == "journey":
        load_encoder(settings)
    start = time.perf_counter()
    if what == "bare":
        for _ in nlp.pipe(report.text for report in reports):
            pass
    else:
        for _ in stream_trace(reports, settings).stories:
            pass
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": round(seconds, 2), "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


if __name__ == "__main__":
    _one(sys.argv[1], sys.argv[2], int(sys.argv[3]))
