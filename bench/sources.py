"""How well sources are resolved where gold says it: the kind of each hop in the chains dev paragraphs, from the gold words alone, and the
names that the scenarios' gold chains end in, against the attributions that we find in the quoted words.
"""

from collections import Counter
from dataclasses import replace
from typing import Any

import yaml

from bench.scorer import Figures, fingerprint, present, rows
from whence.attribute import attribute
from whence.attribute.mentions import kind_of
from whence.attribute.sources import resolve
from whence.attribute.tree import grow
from whence.lexicons.actors import folded
from whence.lexicons.cues import load_cues
from whence.model import Attribution, Block, BlockKind, Report, Source, Span
from whence.models.parser import load_parser
from whence.read import read_report
from whence.segment import find_blocks, parse_one
from whence.settings import Settings
from whence.text import sha256


def measure(limit: int | None = None) -> Figures:
    """`kinds`: accuracy by gold kind; `names`: share of gold tellings whose last hop we name as gold does, of those that we find."""
    chains, scenarios = present("chains", "dev.jsonl"), present("scenarios")
    if chains is None or scenarios is None:
        return {}
    return {"kinds": kinds(rows(chains)[:limit]), "names": names(scenarios, limit), "data": [fingerprint(chains), fingerprint(scenarios)]}


# ------------------------------------------------------------------------------------------------------------------------- kinds


def kinds(gold: list[dict[str, Any]]) -> Figures:
    """Each gold hop resolved from its place in the paragraph."""
    right, seen, confused = Counter[str](), Counter[str](), Counter[str]()
    for row in gold:
        hops = {(hop["span"][0], hop["span"][1], hop["kind"]) for telling in row["tellings"] for hop in telling["chain"]}
        found = _resolved(row, sorted(hops))
        for start, end, kind in hops:
            given = found[start, end].kind.value
            seen[kind] += 1
            right[kind] += given == kind
            if given != kind:
                confused[f"{kind} as {given}"] += 1
    accuracy = {kind: round(right[kind] / seen[kind], 3) for kind in sorted(seen)}
    return {
        "all": round(right.total() / max(seen.total(), 1), 3),
        "hops": seen.total(),
        **accuracy,
        "confused": dict(confused.most_common()),
    }


def _resolved(row: dict[str, Any], hops: list[tuple[int, int, str]]) -> dict[tuple[int, int], Source]:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(row["text"])))
    report = Report(row["id"], row["text"], sha256(row["text"].encode()), headline="", blocks=(block,))
    parsed = parse_one(report, load_parser(Settings.default()))
    tree, cues, raw = grow(parsed.passages[0].parse), load_cues(), []
    for start, end, _ in hops:
        inside = [at for at in range(len(tree.words)) if start <= tree.start[at] and tree.end[at] <= end]
        head = next((at for at in inside if tree.head[at] not in inside or tree.head[at] == at), inside[-1] if inside else 0)
        words = row["text"][start:end]
        source = Source(words, kind_of(tree, head, cues), words, Span(start, end), words.casefold())
        raw.append(Attribution((Span(start, end),), (), (), (source,)))
    done = {one.source[0]: one.chain[0] for one in resolve(parsed, tuple(raw)) if one.chain}
    return {(start, end): done[Span(start, end)] for start, end, _ in hops}


# ------------------------------------------------------------------------------------------------------------------------- names


def names(folder: Any, limit: int | None) -> Figures:
    """By the words of a gold quote: an attribution of ours whose content or cue stands in it, and whether its last hop has gold's name."""
    right, found, tellings = 0, 0, 0
    missed = Counter[str]()
    for path in sorted(folder.glob("*/scenario.yaml"))[:limit]:
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        read = {row["id"]: _attributions(path.parent, row) for row in gold["reports"]}
        for proposition in gold["propositions"]:
            for telling in (one for one in proposition["tellings"] if one["chain"]):
                report, attributions = read[telling["report"]]
                start = report.text.find(telling["quote"])
                place = Span(start, start + len(telling["quote"])) if start >= 0 else Span(0, 0)
                last = [a.chain[-1] for a in attributions if a.chain and any(place.overlaps(part) for part in a.content)]
                tellings += 1
                found += bool(last)
                fits = any(_same(telling["chain"][-1], source) for source in last)
                right += fits
                if last and not fits:
                    missed[f"{path.parent.name} {telling['report']}: {telling['chain'][-1]} as {last[0].name}"] += 1
    return {"tellings": tellings, "found": found, "named_as_gold": round(right / max(found, 1), 3), "missed": dict(missed.most_common(40))}


def _attributions(folder: Any, row: dict[str, Any]) -> tuple[Report, tuple[Attribution, ...]]:
    report = replace(read_report(folder / row["file"]), outlet=row["outlet"], owner=row["owner"])
    parsed = parse_one(find_blocks(report), load_parser(Settings.default()))
    return report, attribute(parsed)


def _same(gold: str, source: Source) -> bool:
    """Whether the words of one name stand in the other, or in the mention."""
    wanted = {word for word in folded(gold).split() if len(word) > 2}
    return any(wanted & set(folded(given).split()) for given in (source.name, source.mention, source.key))
