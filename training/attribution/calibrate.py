"""Reports kept out of training → sureness.json: how far to trust the tagger and the rules, together and alone.

usage (in the project's own environment): uv run --group dev python training/attribution/calibrate.py DATA [REPORTS]
Reads the last REPORTS (40) of train.jsonl, which `train.py --skip 40` left out. Prints the Brier score and the curve.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from whence.attribute.find import find
from whence.attribute.sureness import Evidence, features, kind_of_evidence
from whence.attribute.trained import ask, evidence, overlap, same
from whence.attribute.tree import grow
from whence.lexicons.cues import load_cues
from whence.model import BlockKind, Report
from whence.models import load_parser
from whence.models.tagger import load_tagger, tag
from whence.segment import find_blocks, parse_one
from whence.settings import Settings
from whence.text import sha256

TARGET = Path(__file__).parents[2] / "src/whence/models/tagger/sureness.json"
Case = tuple[Evidence, bool, int]


def cases(rows: list[dict]) -> Iterator[Case]:
    """Each candidate of each report, whether PolNeAR marks it (contents share F1 >= .5, sources touch), and the report's number."""
    nlp, tagger, cues = load_parser(Settings.default()), load_tagger(Settings.default()), load_cues()
    for number, row in enumerate(rows):
        parsed = parse_one(find_blocks(Report(id=row["id"], text=row["text"], sha256=sha256(row["text"].encode()))), nlp)
        seen = tagger.see([passage.parse.text for passage in parsed.passages])
        for at, passage in enumerate(parsed.passages):
            offset = passage.block.span.start
            gold = [
                tuple(tuple((a - offset, b - offset) for a, b in one[role] or ()) for role in ("source", "content"))
                for one in row["attributions"]
            ]
            asked = ask(find(grow(passage.parse), cues, passage.block.kind is BlockKind.HEADLINE), seen[at])
            tagged = tag(seen, [(at, one.pieces) for one in asked])
            for one, made, proof in zip(asked, tagged, evidence(asked, tagged)):
                content = made.content or (one.rule.content if one.rule else ())
                source = made.source if made.content or not one.rule else one.rule.source
                if content:
                    hit = any(overlap(content, theirs) >= 0.5 and same(source, who) for who, theirs in gold)
                    yield proof, hit, number


def fit(given: list[Case]) -> tuple[dict[str, float], np.ndarray]:
    """Weights, and each case's probability from a fit on other reports."""
    names = sorted({name for proof, _, _ in given for name in features(proof)})
    x = np.array([[features(proof).get(name, 0.0) for name in names] for proof, _, _ in given])
    y = np.array([hit for _, hit, _ in given])
    model = LogisticRegression(C=0.3, max_iter=2000)
    out = cross_val_predict(model, x, y, groups=[n for _, _, n in given], cv=GroupKFold(5), method="predict_proba")[:, 1]
    model.fit(x, y)
    return {"bias": float(model.intercept_[0])} | dict(zip(names, map(float, model.coef_[0].round(4)))), out


def main(data: Path, count: int) -> None:
    with (data / "train.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][-count:]
    found = list(cases(rows))
    weights, sure, hits = {}, [], []
    for kind in ("both", "tagger"):
        given = [case for case in found if kind_of_evidence(case[0]) == kind]
        weights[kind], out = fit(given)
        hit = np.array([case[1] for case in given])
        print(f"{kind:7} {len(given)} candidates, {hit.mean():.2f} marked", end=", ")
        print(f"AUC {roc_auc_score(hit, out):.3f}, Brier {brier_score_loss(hit, out):.3f}")
        sure, hits = [*sure, *out], [*hits, *hit]
    made, right = np.array(sure), np.array(hits)
    for low in np.arange(0, 1, 0.1):
        here = (made >= low) & (made < low + 0.1)
        print(f"{low:.1f}-{low + 0.1:.1f} {here.sum():5} said {made[here].mean():.2f} marked {right[here].mean():.2f}")
    TARGET.write_text(json.dumps(weights, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40)
