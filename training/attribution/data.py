"""PolNeAR → windows of word pieces with cue labels and, for each cue, the roles of the pieces of its paragraph.

A window is several whole paragraphs of one report in a row, `[CLS] p1 [SEP] p2 [SEP] …`, so that a paragraph is read with its neighbours.
Offsets are Python string indices into the report's text, end exclusive.
"""

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

CLS, SEP, PAD = 101, 102, 0
OUT, B_CUE, I_CUE = range(3)
ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
LONGEST = 400  # pieces of one paragraph; 3 of 17,349 are longer and are cut


@dataclass
class Cue:
    start: int  # pieces of the paragraph
    end: int
    roles: list[int]  # one of ROLES for each piece of the paragraph


@dataclass
class Paragraph:
    ids: list[int]
    offsets: list[tuple[int, int]]
    labels: list[int]
    cues: list[Cue] = field(default_factory=list)
    soft: Any = None  # what teachers said: (cue logits, role logits by cue)


@dataclass
class Window:
    paragraphs: list[Paragraph]

    def __len__(self) -> int:
        return 1 + sum(len(p.ids) + 1 for p in self.paragraphs)


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for line in text.split("\n"):
        if line.strip():
            yield position, position + len(line)
        position += len(line) + 1


def read_report(row: dict[str, Any], tokenizer: Tokenizer) -> list[Paragraph]:
    found = []
    for start, end in paragraphs(row["text"]):
        encoding = tokenizer.encode(row["text"][start:end], add_special_tokens=False)
        ids = encoding.ids[:LONGEST]
        if ids:
            offsets = [(start + a, start + b) for a, b in encoding.offsets[:LONGEST]]
            found.append(_label(Paragraph(ids, offsets, [OUT] * len(ids)), row["attributions"]))
    return found


def _pieces(offsets: list[tuple[int, int]], span: list[int]) -> list[int]:
    return [i for i, (a, b) in enumerate(offsets) if a < span[1] and b > span[0]]


def _label(paragraph: Paragraph, attributions: list[dict[str, Any]]) -> Paragraph:
    for attribution in attributions:
        cue = _pieces(paragraph.offsets, attribution["cue"][0]) if attribution["cue"] else []
        if not cue:
            continue
        paragraph.labels[cue[0]] = B_CUE
        for i in cue[1:]:
            paragraph.labels[i] = I_CUE
        roles = [0] * len(paragraph.ids)
        for name, label in (("content", 3), ("source", 1)):
            for span in attribution[name] or []:
                for k, i in enumerate(_pieces(paragraph.offsets, span)):
                    roles[i] = label + (k > 0)
        paragraph.cues.append(Cue(cue[0], cue[-1] + 1, roles))
    return paragraph


def pack(reports: list[list[Paragraph]], most: int, rng: random.Random | None = None) -> list[Window]:
    """Paragraphs in a row, up to `most` pieces together; with `rng` the limit differs from window to window."""
    windows = []
    for report in reports:
        window, limit = Window([]), most
        for paragraph in report:
            if window.paragraphs and len(window) + len(paragraph.ids) + 1 > limit:
                windows.append(window)
                window, limit = Window([]), rng.randint(most // 3, most) if rng else most
            window.paragraphs.append(paragraph)
        if window.paragraphs:
            windows.append(window)
    return windows


@dataclass
class Batch:
    ids: torch.Tensor  # (windows, pieces)
    mask: torch.Tensor
    labels: torch.Tensor  # (windows, pieces), -100 where there is nothing to say
    soft_labels: torch.Tensor | None
    cues: list[tuple[int, int, int, int, int]]  # window, paragraph's first piece, its end, cue start and end (pieces of the window)
    roles: list[torch.Tensor]
    soft_roles: list[torch.Tensor]


def batch(windows: list[Window]) -> Batch:
    longest = max(map(len, windows))
    ids = torch.full((len(windows), longest), PAD)
    labels = torch.full((len(windows), longest), -100)
    soft = torch.zeros(len(windows), longest, 3) if windows[0].paragraphs[0].soft is not None else None
    made = Batch(ids, ids, labels, soft, [], [], [])
    for w, window in enumerate(windows):
        ids[w, 0], at = CLS, 1
        for paragraph in window.paragraphs:
            end = at + len(paragraph.ids)
            ids[w, at:end] = torch.tensor(paragraph.ids)
            ids[w, end] = SEP
            labels[w, at:end] = torch.tensor(paragraph.labels)
            if soft is not None:
                soft[w, at:end] = paragraph.soft[0]
            for k, cue in enumerate(paragraph.cues):
                made.cues.append((w, at, end, at + cue.start, at + cue.end))
                made.roles.append(torch.tensor(cue.roles))
                if soft is not None:
                    made.soft_roles.append(paragraph.soft[1][k])
            at = end + 1
    made.mask = ids != PAD
    return made


def batches(windows: list[Window], pieces: int, rng: random.Random | None = None) -> Iterator[list[Window]]:
    """Windows of like length together, about `pieces` word pieces each; shuffled with `rng`."""
    key = (lambda w: len(w) + rng.random() * 12) if rng else len
    windows = sorted(windows, key=key)
    groups: list[list[Window]] = [[]]
    for window in windows:
        if groups[-1] and len(window) * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(window)
    if rng:
        rng.shuffle(groups)
    yield from groups
