"""Time and peak memory of the whole journey, beside spaCy's bare parse of the same texts in the same run.

Each measurement is a process of its own, so that one's memory and warm caches do not help another; short ones are taken three times, in
turn, and the least counts. `time` is by the clock and is what the mark of 1.6 is about; `CPU` is what all cores together spent, which
says more on a machine that has other work. The texts: PolNeAR dev, made reports (`bench.made`), and the reports of the wire corpus as
one inbox on mostly one event.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from os import devnull

from bench.made import made_reports
from bench.scorer import PROJECT, Figures, fingerprint, present, rows
from bench.start_up import start_up
from whence.model import Report
from whence.text import sha256

SMALL, LARGE = 500, 5000
TIMES = 3  # how often a short measurement is taken
POLNEAR, WIRE = ("attribution", "polnear", "dev.jsonl"), ("wire", "docs.jsonl")

Taken = dict[str, float]


def measure(limit: int | None = None) -> Figures:
    """`limit` bounds the number of reports of each run, for a quick look. The whole takes some ten minutes on two cores."""
    small, large = min(SMALL, limit or SMALL), min(LARGE, limit or LARGE)
    figures: Figures = start_up()
    if path := present(*POLNEAR):
        few = min(84, limit or 84)
        figures |= {f"polnear dev, {name}": value for name, value in _beside_bare("polnear", few, TIMES).items()}
        figures |= _attribution_beside_bare(few)
        figures["data"] = fingerprint(path)
    figures |= (beside := _beside_bare("made", small, TIMES))
    more = _run("journey", "made", large)
    figures[f"CPU per report at {large} to {small}"] = round(more["cpu"] / large / (beside["CPU ms per report"] / 1000), 2)
    figures[f"peak MB at {large}"] = more["MB"]
    if present(*WIRE) and not (limit and limit < 807):
        figures |= {f"807 of one event, {name}": value for name, value in _beside_bare("wire", 807, 1).items()}
    return figures


def _beside_bare(texts: str, count: int, times: int) -> Figures:
    taken = [(_run("bare", texts, count), _run("journey", texts, count)) for _ in range(times)]
    bare, whole = (_least(runs) for runs in zip(*taken))
    return {
        "time to bare parse": round(whole["wall"] / bare["wall"], 2),
        "CPU to bare parse": round(whole["cpu"] / bare["cpu"], 2),
        "peak memory to bare parse": round(whole["MB"] / bare["MB"], 2),
        "peak MB": whole["MB"],
        "reports/s": round(count / whole["wall"], 1),
        "words/s": round(whole["words"] / whole["wall"]),
        "CPU ms per report": round(1000 * whole["cpu"] / count, 1),
    }


def _attribution_beside_bare(count: int) -> Figures:
    """What attribution (tagger, rules, sources resolved) adds to the parse of the same passages, in the same run."""
    taken = [(_run("passages", "polnear", count), _run("attribution", "polnear", count)) for _ in range(TIMES)]
    bare, whole = (_least(runs) for runs in zip(*taken))
    return {
        "attribution adds to the parse": round(whole["wall"] / bare["wall"] - 1, 2),
        "attribution adds to the parse, CPU": round(whole["cpu"] / bare["cpu"] - 1, 2),
    }


def _least(runs: Iterable[Taken]) -> Taken:
    listed = list(runs)
    return {name: min(run[name] for run in listed) for name in listed[0]}


def _run(what: str, texts: str, count: int) -> Taken:
    command = [sys.executable, "-m", "bench.speed", what, texts, str(count)]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    found: Taken = json.loads(done.stdout.splitlines()[-1])
    return found


def _texts(which: str, count: int) -> list[Report]:
    if which == "made":
        return list(made_reports(count))
    path = present(*(POLNEAR if which == "polnear" else WIRE))
    if path is None:
        raise SystemExit(1)
    return [_report(row, row["text"] if which == "polnear" else row["text_nocredit"]) for row in rows(path)[:count]]


def _report(row: dict[str, str], text: str) -> Report:
    return Report(row["id"], text, sha256(text.encode()), outlet=row.get("publisher"))


def _bare(reports: list[Report]) -> None:
    from whence.models import load_parser
    from whence.settings import Settings

    for _ in load_parser(Settings.default()).pipe(report.text for report in reports):
        pass


def _passages(reports: list[Report]) -> None:
    """The parse of what attributions are looked for in: headline and paragraphs."""
    from whence.models import load_parser
    from whence.segment import find_blocks, parse
    from whence.settings import Settings

    for _ in parse(map(find_blocks, reports), load_parser(Settings.default())):
        pass


def _attribution(reports: list[Report]) -> None:
    from whence.attribute import attribute
    from whence.pipeline import parsed_and_seen
    from whence.segment import find_blocks
    from whence.settings import Settings

    for parsed, seen in parsed_and_seen(map(find_blocks, reports), Settings.default()):
        attribute(parsed, None, seen)


def _journey(reports: list[Report]) -> None:
    """Reports in, JSON out: all nine steps."""
    from whence.pipeline import stream_trace
    from whence.report import write_trace_json

    with open(devnull, "w", encoding="utf-8") as nowhere:
        stream = stream_trace(reports)
        write_trace_json(stream.stories, stream.reports, stream.failures, nowhere)
    if stream.failures:
        print(f"{len(stream.failures)} failed, first: {stream.failures[0]}", file=sys.stderr)


def _one(work: Callable[[list[Report]], None], reports: list[Report]) -> Taken:
    """Models are loaded and warm before the clock starts: what is compared is the work per report."""
    work(list(made_reports(3, seed=1)))
    wall, cpu = time.perf_counter(), time.process_time()
    work(reports)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"wall": wall, "cpu": cpu, "MB": peak, "words": sum(len(report.text.split()) for report in reports)}


if __name__ == "__main__":
    works = {"bare": _bare, "passages": _passages, "attribution": _attribution, "journey": _journey}
    print(json.dumps(_one(works[sys.argv[1]], _texts(sys.argv[2], int(sys.argv[3])))))
