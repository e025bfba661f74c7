"""How sure the labels are: claims' labels on gold attributions, factuality of events, and how much of the scenarios' tellings we read.

`measure()` prints nothing; `python -m bench.certainty` prints the figures. Three parts, each with its data's fingerprint:
- labels: certainty, act, stance, negation on chains/dev, from gold content, cue and chain, so the attribute room has no part in it;
- factuality: UDS It Happened v2 dev (verified rows) and MEANTIME dev: Pearson r and mean absolute error beside the constants, and F1 of
  the four classes (n of gold), which the data does not have: the scale is cut halfway between the degrees of our labels times three
  (3, 2, 1, 0; FactBank's scale, as Saurí and Pustejovsky 2009 and Stanovsky et al. 2017 lay it out), whatever the sign. In UDS values
  between are mostly raters who disagree whether it happened at all, not events told with a hedge: a class there is not a label of ours;
- news: the invented sentences of tests/claims/data/news.tsv, the half that was read while the rules were mended and the other half;
- scenarios: gold tellings that one of our claims covers, and the labels of those.
"""

import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz
from spacy.language import Language
from spacy.tokens import Doc, Token

from bench.scorer import Figures, fingerprint, present, rows
from whence.claims import factuality, happened, read_claims
from whence.model import Attribution, Block, BlockKind, Claim, Parsed, Passage, Report, Source, SourceKind, Span
from whence.models import load_parser
from whence.segment import find_blocks, parse_one
from whence.settings import Settings
from whence.text import sha256, words

Row = dict[str, Any]
CUTS = {"certain": 2.5, "probable": 1.5, "possible": 0.5, "unsure": 0.0}  # least |factuality|
LABELS = ("certainty", "act", "stance", "negated")


def measure(limit: int | None = None) -> Figures:
    nlp = load_parser(Settings.default())
    figures: Figures = {}
    chains, uds, meantime = (
        present("chains", "dev.jsonl"),
        present("certainty", "uds_ih2", "dev.jsonl"),
        present("certainty", "meantime", "dev.jsonl"),
    )
    scenarios = present("scenarios")
    if chains:
        figures["labels on gold attributions"] = _labels(rows(chains)[:limit], nlp) | {"data": fingerprint(chains)}
    if uds:
        figures["factuality, UDS"] = _factuality(rows(uds)[:limit], nlp, lambda event: happened(event).value) | {"data": fingerprint(uds)}
    if meantime:
        figures["factuality, MEANTIME"] = _factuality(rows(meantime)[:limit], nlp, factuality) | {"data": fingerprint(meantime)}
    news = [*marked_rows()]
    for half, name in enumerate(("read", "control")):
        figures[f"news, {name} half"] = _news(news[half::2][:limit], nlp)
    if scenarios:
        figures["scenarios"] = _scenarios(scenarios, nlp, limit) | {"data": fingerprint(scenarios)}
    return figures


# ------------------------------------------------------------------------------------------------------------ labels


def gold_attribution(row: Row, telling: Row) -> Attribution:
    """The gold telling as the attribute room would hand it over; the cue is its nearest words outside the content."""
    content = Span(*telling["content"])
    chain = tuple(
        Source(hop["text"], SourceKind(hop["kind"]), hop["text"], Span(*hop["span"]), hop["text"].casefold()) for hop in telling["chain"]
    )
    source = tuple(hop.span for hop in chain[-1:] if hop.span)
    return Attribution(source, nearest(row["text"], telling["cue_text"], content), (content,), chain)


def nearest(text: str, cue: str, content: Span) -> tuple[Span, ...]:
    found, at = [], text.find(cue)
    while cue and at >= 0:
        span = Span(at, at + len(cue))
        if not span.overlaps(content):
            found.append(span)
        at = text.find(cue, at + 1)
    return (min(found, key=lambda span: max(content.start - span.end, span.start - content.end)),) if found else ()


def one_paragraph(id: str, text: str, nlp: Language) -> Parsed[Doc]:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Parsed(Report(id=id, text=text, sha256=sha256(text.encode()), blocks=(block,)), (Passage(block, nlp(text)),))


def labelled(records: list[Row], nlp: Language) -> Iterator[tuple[Row, Row, Claim]]:
    for row in records:
        parsed = one_paragraph(row["id"], row["text"], nlp)
        for telling in row["tellings"]:
            claims = read_claims(parsed, (gold_attribution(row, telling),))
            content = Span(*telling["content"])
            best = max(claims, key=lambda claim: (claim.cue is not None, _overlap(claim.content, content)), default=None)
            if best is not None:
                yield row, telling, best


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _labels(records: list[Row], nlp: Language) -> Figures:
    """As ../shared/score/chains.py counts: where the two readers differ, either will do."""
    return _shares(
        [
            {
                label: (telling[label], {telling[label], telling["also"].get(label, telling[label])}, getattr(claim, label))
                for label in LABELS
            }
            for _, telling, claim in labelled(records, nlp)
        ]
    )


def _shares(judged: list[dict[str, tuple[Any, Set[Any], Any]]]) -> Figures:
    """(gold, allowed, ours) by label, of each telling → share right, and F1 of each value (n of gold)."""
    right, gold, found, hit = Counter[str](), Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for telling in judged:
        for label, (value, allowed, ours) in telling.items():
            said = value if ours in allowed else ours
            right[label] += ours in allowed
            gold[label, str(value)] += 1
            found[label, str(said)] += 1
            hit[label, str(said)] += ours in allowed
    figures: Figures = {"tellings": len(judged)} | {label: round(right[label] / max(1, len(judged)), 3) for label in LABELS}
    for label, value in sorted(gold):
        f1 = 2 * hit[label, value] / max(1, gold[label, value] + found[label, value])
        figures[f"{label}={value}"] = {"n": gold[label, value], "f1": round(f1, 3)}
    return figures


# -------------------------------------------------------------------------------------------------------------- news

NEWS = Path(__file__).parents[1] / "tests" / "claims" / "data" / "news.tsv"


@dataclass(frozen=True, slots=True)
class Marked:
    """An invented sentence with its attribution, and for each of LABELS what a careful reader may say."""

    text: str
    attribution: Attribution
    wanted: tuple[frozenset[str], ...]


def marked_rows() -> list[Marked]:
    lines = NEWS.read_text(encoding="utf-8").splitlines()
    return [_marked(*line.split("\t")) for line in lines if not line.startswith("#")]


def _marked(labels: str, sentence: str) -> Marked:
    text, opened, found = "", 0, {">": list[Span](), "}": list[Span](), "]": list[Span]()}
    for piece in re.split(r"([<>{}\[\]])", sentence):
        if piece in found:
            found[piece].append(Span(opened, len(text)))
        elif piece in ("<", "{", "["):
            opened = len(text)
        else:
            text += piece
    said = (*found[">"], *found["}"])[0]
    kind = SourceKind.PERSON if found[">"] else SourceKind.IMPERSONAL
    chain = (Source(said.of(text), kind, said.of(text), said, said.of(text).casefold()),)
    certainty, *rest = labels.split()
    wanted = (certainty, *(word for word in rest if word != "not"), str("not" in rest))
    attribution = Attribution(tuple(found[">"]), tuple(found["}"]), tuple(found["]"]), chain)
    return Marked(text, attribution, tuple(frozenset(words.split("/")) for words in wanted))


def our_labels(marked: Marked, nlp: Language) -> tuple[str, ...]:
    """In the order of LABELS; a sentence that gives no claim has none."""
    claims = read_claims(one_paragraph("news", marked.text, nlp), (marked.attribution,))
    claim = next((claim for claim in claims if claim.cue is not None), None)
    return tuple(str(getattr(claim, label)) if claim else "" for label in LABELS)


def _news(tellings: list[Marked], nlp: Language) -> Figures:
    """The same count on sentences of our own."""
    return _shares(
        [
            {label: (min(want), want, got) for label, want, got in zip(LABELS, telling.wanted, our_labels(telling, nlp))}
            for telling in tellings
        ]
    )


# -------------------------------------------------------------------------------------------------------- factuality


def events(records: list[Row], nlp: Language) -> Iterator[tuple[Token, float]]:
    """Each labelled event's token with its gold factuality. Sentences are parsed as the data cuts them."""
    for row in records:
        cuts = row.get("sentences", [[0, len(row["text"])]])
        for (start, end), doc in zip(cuts, nlp.pipe([row["text"][a:b] for a, b in cuts])):
            for event in row["events"]:
                if event.get("verified", True) and start <= event["span"][0] < end:
                    span = doc.char_span(event["span"][0] - start, event["span"][1] - start, alignment_mode="expand")
                    if span is not None and len(span):
                        yield span.root, event["factuality"]


def _factuality(records: list[Row], nlp: Language, value: Callable[[Token], float]) -> Figures:
    pairs = [(value(token), gold) for token, gold in events(records, nlp)]
    ours, gold = [a for a, _ in pairs], [b for _, b in pairs]
    varied = len(set(ours)) > 1 and len(set(gold)) > 1
    classes = Counter(cut(value) for value in gold)
    found = Counter(cut(value) for value in ours)
    hit = Counter(cut(a) for a, b in pairs if cut(a) == cut(b))
    return {
        "events": len(pairs),
        "pearson r": round(statistics.correlation(ours, gold), 3) if varied else None,
        "MAE": _error(ours, gold),
        "MAE always 3.0": _error([3.0] * len(gold), gold),
        "MAE always 2.25": _error([2.25] * len(gold), gold),
    } | {f"class={c}": {"n": classes[c], "f1": round(2 * hit[c] / max(1, classes[c] + found[c]), 3)} for c in CUTS}


def cut(value: float) -> str:
    """The class of a factuality, whatever its sign."""
    return next(name for name, least in CUTS.items() if abs(value) >= least)


def _error(guess: list[float], gold: list[float]) -> float:
    return round(statistics.fmean(abs(a - b) for a, b in zip(guess, gold)), 3)


# --------------------------------------------------------------------------------------------------------- scenarios


def same_words(a: str, b: str) -> bool:
    """As ../shared/score/scenarios.py."""
    short, long = sorted((" ".join(words(a)), " ".join(words(b))), key=len)
    return bool(short) and len(short) >= 0.3 * len(long) and fuzz.partial_ratio(short, long) >= 85


def claims_of(path: Path, outlet: str, nlp: Language) -> tuple[Claim, ...]:
    """The claims of a plain-text report, with the attributions we predict."""
    from whence.attribute import attribute, tellings

    text = path.read_text(encoding="utf-8")
    parsed = parse_one(find_blocks(Report(id=path.stem, text=text, sha256=sha256(text.encode()), outlet=outlet)), nlp)
    attributions = attribute(parsed)
    return read_claims(parsed, attributions, tellings(text, attributions))


def told(folder: Path, nlp: Language, limit: int | None = None) -> Iterator[tuple[str, Row, list[Claim]]]:
    """Each gold telling of a .txt report with our claims that cover its words."""
    for scenario in sorted(folder.glob("*/scenario.yaml"))[:limit]:
        gold = yaml.safe_load(scenario.read_text(encoding="utf-8"))
        ours = {r["id"]: claims_of(scenario.parent / r["file"], r["outlet"], nlp) for r in gold["reports"] if r["file"].endswith(".txt")}
        for proposition in gold["propositions"]:
            for telling in proposition["tellings"]:
                if telling["report"] in ours:
                    claims = ours[telling["report"]]
                    yield (
                        gold["id"],
                        telling,
                        [c for c in claims if same_words(telling["quote"], c.words) or same_words(telling["quote"], c.plain)],
                    )


def _scenarios(folder: Path, nlp: Language, limit: int | None) -> Figures:
    n = Counter[str]()
    for _, telling, covering in told(folder, nlp, limit):
        voice = "attributed" if telling["chain"] else "own voice"
        n[voice] += 1
        n[f"{voice} covered"] += bool(covering)
        if covering:
            best = max(covering, key=lambda claim: fuzz.ratio(claim.words, telling["quote"]))
            n["covered"] += 1
            for label in ("certainty", "act"):
                n[label] += getattr(best, label) == telling[label]
            n["chain or none"] += bool(best.chain) == bool(telling["chain"])
    covered = {f"{voice} covered": _share(n[f"{voice} covered"], n[voice]) for voice in ("attributed", "own voice")}
    labels = {label: _share(n[label], n["covered"]) for label in ("certainty", "act", "chain or none")}
    return {"tellings": n["attributed"] + n["own voice"], **covered, **labels}


def _share(part: int, whole: int) -> float:
    return round(part / max(1, whole), 3)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else None), indent=1))
