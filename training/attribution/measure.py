"""A tagger in training → its attributions of reports, and the figures of ../shared/score/attribution.py for them."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from data import Paragraph, batch, batches, pack
from decode import CUE_FOLLOWS, FOLLOWS, softmax, spans, viterbi
from network import Tagger

SCORERS = Path(__file__).parents[3] / "shared/score"
Row = dict[str, Any]


@torch.no_grad()
def predict(model: Tagger, names: list[str], reports: list[list[Paragraph]], most: int = 160) -> dict[str, list[Row]]:
    """{report: attributions as the scorer reads them}."""
    model.eval()
    owner = {id(paragraph): name for name, report in zip(names, reports, strict=True) for paragraph in report}
    made: dict[str, list[Row]] = {name: [] for name in names}
    for group in batches(pack(reports, most), 4096):
        given = batch(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden, cue_scores = model.read(given.ids, given.mask)
            cues, whose = [], []
            for w, window in enumerate(group):
                at = 1
                for paragraph in window.paragraphs:
                    end = at + len(paragraph.ids)
                    for a, b in spans(viterbi(cue_scores[w, at:end].numpy(), CUE_FOLLOWS), 1, 2):
                        cues.append((w, at, end, at + a, at + b))
                        whose.append((paragraph, a, b))
                    at = end + 1
            roles = model.tag(hidden, cues).split([end - start for _, start, end, _, _ in cues]) if cues else []
        for (paragraph, a, b), scores in zip(whose, roles, strict=True):
            found = attribution(paragraph, (a, b), scores.numpy())
            if found["content"]:
                made[owner[id(paragraph)]].append(found)
    return made


def attribution(paragraph: Paragraph, cue: tuple[int, int], scores: np.ndarray) -> Row:
    path, sure = viterbi(scores, FOLLOWS), softmax(scores)
    sources = spans(path, 1, 2)
    if len(sources) > 1:  # one attribution, one source: the one with most behind it
        sources = [max(sources, key=lambda run: float(sure[run[0] : run[1], 1:3].sum()))]

    def chars(runs: list[tuple[int, int]]) -> list[list[int]]:
        return [[paragraph.offsets[a][0], paragraph.offsets[b - 1][1]] for a, b in runs]

    return {"source": chars(sources), "cue": chars([cue]), "content": chars(spans(path, 3, 4))}


def figures(gold: list[Row], made: dict[str, list[Row]]) -> dict[str, float]:
    """Relaxed F1, exact F1 of source, cue and content, and character F1 of content. Needs the scorers beside the project."""
    sys.path.append(str(SCORERS))
    import attribution as scorer

    counts = {name: np.zeros(3) for name in ("relaxed", *scorer.ROLES, "content characters")}
    for row in gold:
        theirs, ours = row["attributions"], made[row["id"]]
        counts["relaxed"] += len(scorer.matched(ours, theirs)), len(ours), len(theirs)
        for role in scorer.ROLES:
            a, b = ({scorer.whole(one[role]) for one in side if one[role]} for side in (theirs, ours))
            counts[role] += len(a & b), len(b), len(a)
        a, b = (set().union(*(scorer.chars(one["content"]) for one in side)) for side in (theirs, ours))
        counts["content characters"] += len(a & b), len(b), len(a)
    return {name: round(2 * hit / max(1, made + wanted), 3) for name, (hit, made, wanted) in counts.items()}
