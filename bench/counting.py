"""The rules of counting by themselves, given what the readers read: tellings, chains, polarity and who took from whom.

What `scenarios` and `fresh` lose before this is lost by reading, what is lost here by counting. A hop that the readers name is the source
that our reading of the report knows by that name, else one made by a few plain rules (a name in capitals is a body, two capitalised words
are a person), so the figure is a little lower than the rules are good.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.fresh import OURS
from bench.scorer import DATA, Figures, fingerprint, present
from whence.compare.polarity import denies_itself
from whence.independence import make_scene, weigh
from whence.independence.identity import name_words
from whence.model import Act, Certainty, Claim, Derivation, DerivationKind, Finding, Proposition, Reading, Source, SourceKind, Span
from whence.pipeline import read_all
from whence.settings import Settings

Row = dict[str, Any]
MEDIA = frozenset("agency media television radio times ledger news mirror post tribune courier press wire herald gazette daily".split())
PAPERS = frozenset("statement report memo memorandum document letter filing log notice transcript communique".split())


def measure(limit: int | None = None) -> Figures:
    """For the development scenarios and the fresh ones: range equal, false confirmation, wider but honest, party right; shares."""
    if present("scenarios") is None:
        return {}
    given = sorted(path.parent for path in (DATA / "scenarios").glob("*/scenario.yaml"))
    fresh = sorted(path for path in OURS.iterdir() if path.name[1:] in ("06", "07", "08"))
    return {
        name: {"data": fingerprint(folders[0].parent)} | _shares(folders[:limit])
        for name, folders in (("scenarios", given), ("fresh", fresh))
    }


def _shares(folders: list[Path]) -> Figures:
    seen = Counter[str]()
    for folder in folders:
        gold = yaml.safe_load((folder / "scenario.yaml").read_text(encoding="utf-8"))
        second = folder / "second-reading.json"
        others = yaml.safe_load(second.read_text(encoding="utf-8"))["propositions"] if second.exists() else gold["propositions"]
        for mine, other, finding in zip(gold["propositions"], others, counted(folder, gold), strict=True):
            ranges = {(low, high) for low, high in (mine["independent"], other["independent"])}
            least, most = finding.independent
            seen["propositions"] += 1
            seen["range equal"] += (least, most) in ranges
            seen["false confirmation"] += least > max(low for low, _ in ranges)
            seen["wider but honest"] += (least, most) not in ranges and any(least <= low and most >= high for low, high in ranges)
            seen["party right"] += finding.party in (bool(mine["party"]), bool(other["party"]))
    return {name: n if name == "propositions" else round(n / max(1, seen["propositions"]), 3) for name, n in seen.items()}


def counted(folder: Path, gold: Row) -> Iterator[Finding]:
    """Each of the readers' propositions weighed, in their order."""
    readings = {reading.report.id: reading for reading in read_all([folder / "reports"], Settings.default(), [])}
    taken = [Derivation(each["from"], each["to"], DerivationKind(each["kind"])) for each in gold["derivations"] or []]
    claims = [claim for reading in readings.values() for claim in reading.claims]
    scene = make_scene([reading.report for reading in readings.values()], taken, claims)
    for n, proposition in enumerate(gold["propositions"]):
        told = [claim for telling in proposition["tellings"] if (claim := _claim(telling, readings, str(n)))]
        yield weigh(Proposition(str(n), proposition["says"], tuple(claim.id for claim in told)), told, [], scene, gold["id"])


def _claim(telling: Row, readings: Mapping[str, Reading], proposition: str) -> Claim | None:
    reading = readings[telling["report"]]
    start = reading.report.text.find(telling["quote"])
    if start < 0:  # the words of a saved page stand otherwise in it
        return None
    span = Span(start, start + len(telling["quote"]))
    near = max((c for c in reading.claims if c.span.overlaps(span)), key=lambda c: -abs(c.span.start - start), default=None)
    known = list({hop.key: hop for claim in reading.claims for hop in claim.chain}.values())
    chain = tuple(_source(str(name), known) for name in telling["chain"] or ())
    against = bool(telling.get("negated"))
    turned = against or denies_itself(telling["quote"])
    return Claim(
        id=f"{telling['report']}-{proposition}-{start}",
        report=reading.report.id,
        span=span,
        content=span,
        words=telling["quote"],
        plain=telling["quote"],
        chain=chain,
        certainty=Certainty(telling["certainty"]),
        negated=turned and not against,
        act=Act(telling["act"]),
        cue=span if chain else None,
        in_headline=start < len(reading.report.headline or ""),
        evidence=(("negation", span),) if turned else (),
        quotes=tuple(quote for quote in near.quotes if span.start <= quote.start and quote.end <= span.end) if near else (),
        quantities=near.quantities if near else (),
        participants=near.participants if near else (),
    )


def _source(name: str, known: list[Source]) -> Source:
    """One that we know by more than half of the words of both names, else one made."""
    wanted = name_words(Source(name, SourceKind.ORGANISATION, name, None))
    best = max(known, key=lambda each: _alike(name_words(each), wanted), default=None)
    if best is not None and _alike(name_words(best), wanted) > 0.5:
        return best
    words, capitals = name.lower().split(), [word for word in name.split() if word[0].isupper()]
    kind = SourceKind.ORGANISATION
    if words[0] in ("it", "reportedly"):
        kind = SourceKind.IMPERSONAL
    elif not capitals or words[0] in ("a", "an", "two", "some"):
        kind = SourceKind.UNNAMED
    elif MEDIA & set(words):
        kind = SourceKind.MEDIUM
    elif PAPERS & set(words):
        kind = SourceKind.DOCUMENT
    elif len(words) == len(capitals) == 2:
        kind = SourceKind.PERSON
    return Source(name, kind, name, None, " ".join(sorted(wanted)) or name)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
