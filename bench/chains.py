"""The chains dev paragraphs → how many tellings are found, with the whole chain, and their labels as whence.claims reads them."""

from typing import Any

from bench.scorer import Figures, fingerprint, present, rows, score, write_rows
from whence.attribute import Telling, attribute, tellings
from whence.claims import read_claims
from whence.model import Block, BlockKind, Claim, Report, Span
from whence.models import load_parser
from whence.segment import parse
from whence.settings import Settings
from whence.text import sha256


def measure(limit: int | None = None) -> Figures:
    """The figures of ../shared/score/chains.py over the first `limit` paragraphs; {} where they are not here."""
    path = present("chains", "dev.jsonl")
    if path is None:
        return {}
    gold = rows(path)[:limit]
    made = []
    for parsed in parse((_paragraph(row) for row in gold), load_parser(Settings.default())):
        text, found = parsed.report.text, attribute(parsed)
        claims = read_claims(parsed, found)
        made.append({"id": parsed.report.id, "tellings": [_row(one, claims) for one in tellings(text, found)]})
    figures = score("chains", write_rows("chains_gold.jsonl", gold), write_rows("chains.jsonl", made))
    return figures | {"data": fingerprint(path)}


def _paragraph(row: dict[str, Any]) -> Report:
    """One record: a single paragraph without headline."""
    text = row["text"]
    return Report(row["id"], text, sha256(text.encode()), headline="", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))


def _row(one: Telling, claims: tuple[Claim, ...]) -> dict[str, Any]:
    chain = [{"span": [hop.span.start, hop.span.end], "kind": hop.kind.value} for hop in one.attribution.chain if hop.span]
    return {"content": [one.content.start, one.content.end], "chain": chain} | _labels(one, claims)


def _labels(one: Telling, claims: tuple[Claim, ...]) -> dict[str, Any]:
    """Those of the claim made of the same attribution; of a plain statement where none was made."""
    cues = one.attribution.cue
    same = [
        claim
        for claim in claims
        if claim.cue is not None and any(claim.cue.overlaps(cue) for cue in cues) and claim.content.overlaps(one.content)
    ]
    if not same:
        return {"certainty": "certain", "negated": False, "act": "states", "stance": "neutral"}
    claim = same[0]
    return {"certainty": claim.certainty.value, "negated": claim.negated, "act": claim.act.value, "stance": claim.stance.value}
