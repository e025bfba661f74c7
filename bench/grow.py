"""A store that grows: made reports added part by part; what a report costs early and late, memory, disk, the time to find one's story.

`python -m bench.grow COUNT [--unread]` prints one line of JSON for each part. With `--unread` reports are not parsed (no attributions and
no claims, so nothing to weigh but who copied whom): the store and the search for stories alone, for counts that would take hours to read.
The yardstick is the CPU of a piece of work that never changes: where other work on the machine makes it rise, the cost of a report rises.
Each run is a process of its own and needs no data.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import batched
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.made import made_reports
from bench.scorer import PROJECT, Figures
from whence.model import Failure, Reading, Report

if TYPE_CHECKING:
    from whence.models import Encoder
    from whence.store.shelf import Store

COUNT, UNREAD = 5_000, 20_000
PARTS = 10  # a run of fewer than ten thousand is looked at in tenths, a longer one in thousands
ALONE = 30  # reports that are added one by one at the end
EARLY = 1_000  # the cost at the end is compared with the cost around this many
KEPT = 31 << 20  # just below the largest block that glibc learns from
YARDSTICK = 64  # leads that are encoded after each part, always the same: what the machine gave just then

Part = dict[str, Any]


def measure(limit: int | None = None) -> Figures:
    """`limit` bounds the reports of both runs."""
    whole = _run("read", min(COUNT, limit or COUNT))
    return {"read": whole, "unread": _run("unread", min(UNREAD, limit or UNREAD))}


def _run(how: str, count: int) -> Figures:
    command = [sys.executable, "-m", "bench.grow", str(count), *(["--unread"] if how == "unread" else [])]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    parts: list[Part] = [json.loads(line) for line in done.stdout.splitlines()]
    return summed(parts[:-1]) | parts[-1]


def summed(parts: list[Part]) -> Figures:
    """What a list of parts comes to: the cost of a late report is that of the last fifth."""
    early = next((part for part in parts if part["reports"] >= EARLY), parts[0])
    late = parts[-max(1, len(parts) // 5) :]
    cost = _mean(late, "CPU ms per report")
    return {
        "reports": parts[-1]["reports"],
        "seconds": round(sum(part["seconds"] for part in parts), 1),
        f"reports/s around {early['reports']}": early["reports/s"],
        "reports/s at the end": round(_mean(late, "reports/s"), 1),
        "CPU ms per report at the end": round(cost, 1),
        f"cost at the end to {early['reports']}": round(cost / early["CPU ms per report"], 2),
        f"yardstick at the end to {early['reports']}": round(_mean(late, "yardstick, ms") / early["yardstick, ms"], 2),
        "peak MB": parts[-1]["peak MB"],
        "disk KB per report": round(1024 * parts[-1]["disk MB"] / parts[-1]["reports"], 1),
    }


def _mean(parts: list[Part], name: str) -> float:
    return float(sum(part[name] for part in parts) / len(parts))


def grow(count: int, read: bool, path: Path) -> Iterable[Part]:
    """Adds the reports in parts and tells about each, then about those that are added one by one."""
    from whence.models import load_encoder
    from whence.settings import Settings
    from whence.store import open_store
    from whence.stories import lead_text

    _keep_memory()
    encoder = load_encoder(Settings.default())
    encoder.encode(["warm"])
    reports = made_reports(count + ALONE)
    same = [lead_text(report) for report in made_reports(YARDSTICK)]
    with open_store(path, create=True) as store:
        stored = 0
        for part in batched((next(reports) for _ in range(count)), max(1, min(1000, count // PARTS))):
            wall, cpu = time.perf_counter(), time.process_time()
            _add(part, read, store, encoder)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            stored += len(part)
            yield {
                "reports": stored,
                "seconds": round(wall, 2),
                "reports/s": round(len(part) / wall, 1),
                "CPU ms per report": round(1000 * cpu / len(part), 2),
                "yardstick, ms": round(_timed(lambda: encoder.encode(same))[1] / YARDSTICK, 2),
                "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "disk MB": round(sum(file.stat().st_size for file in path.parent.iterdir()) / 2**20, 1),
            }
        yield _one_by_one(list(reports), read, store, encoder)


def _keep_memory() -> None:
    """As in any run that parses: glibc, once one big block was freed, keeps buffers. Else a lead takes 10 ms at first, and later 6."""
    np.empty(KEPT, dtype=np.uint8)


def _add(reports: Iterable[Report], read: bool, store: "Store", encoder: "Encoder") -> None:
    from whence.pipeline import LEADS_AT_ONCE, add, make_cards, place
    from whence.segment import find_blocks
    from whence.stories import card_bytes

    failures: list[Failure] = []
    if read:
        failures += add(reports, store).failures
    else:
        for some in batched(reports, LEADS_AT_ONCE):
            readings = [Reading(find_blocks(report), (), ()) for report in some]
            store.add_all([(reading, *card_bytes(card)) for reading, card in zip(readings, make_cards(readings, encoder))])
        place(store, encoder, failures)
    if failures:
        print(f"{len(failures)} failed, first: {failures[0]}", file=sys.stderr)


def _one_by_one(reports: list[Report], read: bool, store: "Store", encoder: "Encoder") -> Part:
    found: list[tuple[float, float]] = []
    whole: list[tuple[float, float]] = []
    for report in reports:
        found.append(_timed(partial(_find, report, store, encoder)))
        whole.append(_timed(partial(_add, [report], read, store, encoder)))
    return {
        "ms to find the story of one report, median": round(median(wall for wall, _ in found), 1),
        "ms to find the story of one report, most": round(max(wall for wall, _ in found), 1),
        "CPU ms to find the story of one report, median": round(median(cpu for _, cpu in found), 1),
        "ms to add one report, median": round(median(wall for wall, _ in whole), 1),
        "CPU ms to add one report, median": round(median(cpu for _, cpu in whole), 1),
    }


def _find(report: Report, store: "Store", encoder: "Encoder") -> None:
    """What `pipeline.place` does before it weighs: the vector of the lead, the nearest of all, their stories grouped anew."""
    from whence.pipeline import make_cards
    from whence.segment import find_blocks
    from whence.stories import alike_reports, card_from, near_leads, regroup

    new = make_cards([Reading(find_blocks(report), (), ())], encoder)
    looked_at = [card_from(*row) for row in store.cards(store.named(near_leads(new, store.leads())))]
    near = store.stories_of(alike_reports(new, looked_at))
    regroup(new, [card_from(*row) for story in near for row in store.cards(story.reports)], near)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of all cores."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.grow", description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--unread", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="whence-grow-") as folder:
        for told in grow(asked.count, not asked.unread, Path(folder) / "news.db"):
            print(json.dumps(told), flush=True)
