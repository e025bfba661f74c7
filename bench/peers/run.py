"""Whence and every peer that is here → figures on the same rows, by the same scorers, in the same run."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from bench.peers.gap_tracker import gap_tracker
from bench.peers.plain import plain
from bench.peers.said import COMMONEST, Peer, Row, attribution_row, chain_row, counted, quoted_only
from bench.peers.textacy_quotes import textacy
from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.model import Failure, Report
from whence.models import load_parser
from whence.pipeline import read_all
from whence.report import attribute_object
from whence.settings import Settings
from whence.text import sha256

OURS = "Whence"
SETS = {"attribution": ("attribution", "polnear", "dev.jsonl"), "chains": ("chains", "dev.jsonl")}
SHOWN = {
    "attribution": tuple(f"{kind}/{part}" for kind in ("relaxed",) for part in ("f1", "p", "r"))
    + tuple(f"{kind} {role}/f1" for kind in ("exact", "chars") for role in ("source", "cue", "content")),
    "chains": ("telling F1", "telling+chain F1", "second hop recall", *COMMONEST, *(f"{label}, of all" for label in COMMONEST)),
}
"""What Whence is compared on. A label's own share is of each system's matched tellings, which differ; "of all" is of every gold telling."""

Reader = Callable[[list[Row]], tuple[list[Row], int]]  # gold rows → predicted rows, and how many could not be read


def measure(limit: int | None = None) -> Figures:
    """`not ahead` names each measure on which a peer is level or ahead. Sets and peers that are not here are left out, with a line."""
    nlp = load_parser(Settings.default())
    peers = [peer for peer in (plain(nlp), textacy(nlp), gap_tracker(nlp)) if peer]
    figures: Figures = {"peers": {peer.name: peer.of for peer in peers}}
    for kind, parts in SETS.items():
        if path := present(*parts):
            gold = rows(path)[:limit]
            figures |= dict(_compared(kind, gold, peers)) | {f"{kind} data": fingerprint(path)}
    figures["not ahead"] = list(not_ahead(figures))
    figures["measures not ahead"] = len(figures["not ahead"])
    return figures


def _compared(kind: str, gold: list[Row], peers: list[Peer]) -> Iterator[tuple[str, Figures]]:
    """The figures of one set, and for attribution also those over quotations alone, system by system."""
    whole, quoted = Figures(), Figures()
    readers: dict[str, Reader] = {OURS: _ours(kind)} | {peer.name: _theirs(kind, peer) for peer in peers}
    texts = {row["id"]: row["text"] for row in gold}
    for name, read in readers.items():
        started = time.process_time()
        made, failed = read(gold)
        spent = {"not read": failed, "CPU s": round(time.process_time() - started, 1)}
        whole[name] = _scored(kind, gold, made, name) | spent
        if kind == "attribution":
            asked, said = ([quoted_only(row, texts[row["id"]]) for row in side] for side in (gold, made))
            quoted[name] = _scored(kind, asked, said, f"{name}-quoted")
    yield kind, whole
    if quoted:
        yield "attribution, quotations", quoted


def _scored(kind: str, gold: list[Row], made: list[Row], name: str) -> Figures:
    stem = f"peers-{kind}-{name.replace(' ', '_')}"
    found = score(kind, write_rows(f"{stem}-gold.jsonl", gold), write_rows(f"{stem}.jsonl", made))
    return counted(found, sum(len(row["tellings"]) for row in gold)) if kind == "chains" else found


def _ours(kind: str) -> Reader:
    """As bench.attribution and bench.chains: what `whence attribute --json` prints. A chains paragraph has no headline."""
    headline = "" if kind == "chains" else None

    def read(gold: list[Row]) -> tuple[list[Row], int]:
        failures = list[Failure]()
        reports = (Report(row["id"], row["text"], sha256(row["text"].encode()), headline=headline) for row in gold)
        return [attribute_object(reading) for reading in read_all(reports, Settings.default(), failures)], len(failures)

    return read


def _theirs(kind: str, peer: Peer) -> Reader:
    as_row = chain_row if kind == "chains" else attribution_row

    def read(gold: list[Row]) -> tuple[list[Row], int]:
        found = [(row["id"], *peer.read(row["text"])) for row in gold]
        return [as_row(id, said) for id, said, _ in found], sum(failed for *_, failed in found)

    return read


def not_ahead(figures: Figures) -> Iterator[str]:
    """One line for each measure on which a peer reaches ours."""
    for title, systems in figures.items():
        shown = SHOWN.get(title.split(",")[0], ())
        for name in systems if isinstance(systems, dict) and OURS in systems else ():
            for measure in shown if name != OURS else ():
                theirs, ours = value(systems[name], measure), value(systems[OURS], measure)
                if theirs >= ours:
                    yield f"{title}, {measure}: {name} {theirs}, ours {ours}, {'level' if theirs == ours else 'behind'}"


def value(figures: Figures, measure: str) -> float:
    found: Any = figures
    for key in measure.split("/"):
        found = found[key]
    return float(found)
