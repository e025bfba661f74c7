"""Train the attribution tagger on PolNeAR train, choosing on dev.

usage: train.py DATA WEIGHTS OUT [--epochs N] [--seed N] [--rate R] [--skip N] [--soft FILE]
DATA is shared/data/attribution/polnear, WEIGHTS the folder of the published all-MiniLM-L6-v2. After each epoch the mean of the late
weights is measured on dev and kept. README.md has the environment and the commands of the shipped model.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from data import Batch, Paragraph, Window, batch, batches, fingerprint, pack, read_report, rows
from measure import figures, predict
from network import Tagger
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor

PIECES = 3072  # of a batch
MOST = 160  # pieces of a window
HEAD_RATE = 1e-3
SMOOTH = 0.05  # of the roles' labels: two people agree on .66 of the contents
SOFT = 0.7  # weight of the teachers' scores beside the labels, where there are any
CUES_TO_ROLES = 4.0  # weight of the cues' loss: most pieces are no cue, and that is soon learnt
FREEZE = "encoder.word.weight"


def loss_of(model: Tagger, given: Batch, soft: float) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, cues = model.read(given.ids, given.mask)
        roles = model.tag(hidden, given.cues) if given.cues else None
    smooth = 0.0 if soft else SMOOTH
    total = F.cross_entropy(cues.view(-1, 3), given.labels.view(-1), label_smoothing=smooth / 5)
    if soft and given.soft_labels is not None:
        where = given.labels != -100
        total = (1 - soft) * total + soft * apart(cues[where], given.soft_labels[where])
    if roles is None:
        return CUES_TO_ROLES * total
    of_roles = F.cross_entropy(roles, torch.cat(given.roles), label_smoothing=smooth)
    if soft and given.soft_roles:
        of_roles = (1 - soft) * of_roles + soft * apart(roles, torch.cat(given.soft_roles))
    return CUES_TO_ROLES * total + of_roles


def apart(made: Tensor, teachers: Tensor) -> Tensor:
    """Cross-entropy to what the teachers said."""
    return -(teachers.float().softmax(-1) * made.log_softmax(-1)).sum(-1).mean()


class Mean:
    """A running mean of the weights, over the last hundred steps or so; better than the last step's."""

    def __init__(self, model: Tagger) -> None:
        self.weights = {name: value.clone() for name, value in model.state_dict().items() if name != FREEZE}
        self.steps = 0

    def take(self, model: Tagger) -> None:
        self.steps += 1
        if self.steps % 4 == 0:
            keep = min(0.99, self.steps / (self.steps + 20)) ** 4
            state = model.state_dict()
            for name, value in self.weights.items():
                value.lerp_(state[name], 1 - keep)


def epoch_of(
    model: Tagger, optimiser: torch.optim.Optimizer, schedule: object, groups: list[list[Window]], mean: Mean, soft: float
) -> float:
    model.train()
    losses = []
    for group in groups:
        loss = loss_of(model, batch(group), soft)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        mean.take(model)
        losses.append(loss.item())
    return float(np.mean(losses))


def read(path: Path, weights: Path, skip: int = 0) -> tuple[list[dict], list[list[Paragraph]]]:
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    listed = rows(path)
    listed = listed[: len(listed) - skip]
    return listed, [read_report(row, tokenizer) for row in listed]


def main() -> None:
    given = arguments()
    torch.set_num_threads(2)
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    _, train = read(given.data / "train.jsonl", given.weights, given.skip)
    dev_rows, dev = read(given.data / "dev.jsonl", given.weights)
    if given.soft:
        for report, said in zip(train, torch.load(given.soft), strict=False):
            for paragraph, soft in zip(report, said, strict=True):
                paragraph.soft = soft
    model = Tagger(given.weights / "model.safetensors")
    model.encoder.word.weight.requires_grad = False
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
    body = [p for name, p in model.named_parameters() if name.startswith("encoder") and name != FREEZE]
    steps = given.epochs * len(list(batches(pack(train, MOST), PIECES)))
    optimiser = torch.optim.AdamW([{"params": body, "lr": given.rate}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01)
    # windows of differing size make a few more steps than were counted
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [given.rate, HEAD_RATE], total_steps=int(steps * 1.15) + 50, pct_start=0.1)
    mean, began = Mean(model), time.time()
    given.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(given.epochs):
        groups = list(batches(pack(train, MOST, rng), PIECES, rng))
        loss = epoch_of(model, optimiser, schedule, groups, mean, SOFT if given.soft else 0.0)
        now = {name: value.clone() for name, value in model.state_dict().items()}
        model.load_state_dict(mean.weights, strict=False)
        measured = figures(dev_rows, predict(model, [row["id"] for row in dev_rows], dev))
        print(f"epoch {epoch + 1} loss {loss:.3f} {time.time() - began:.0f}s {measured}", flush=True)
        save_file({name: value.contiguous() for name, value in model.state_dict().items()}, given.out / "tagger.safetensors")
        model.load_state_dict(now)
    run = {
        "seed": given.seed,
        "epochs": given.epochs,
        "rate": given.rate,
        "skip": given.skip,
        "train": fingerprint(given.data / "train.jsonl"),
    }
    (given.out / "run.json").write_text(json.dumps(run | {"soft": bool(given.soft), "dev": measured}, indent=1) + "\n")


def arguments() -> argparse.Namespace:
    ask = argparse.ArgumentParser()
    for name in ("data", "weights", "out"):
        ask.add_argument(name, type=Path)
    ask.add_argument("--epochs", type=int, default=7)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--rate", type=float, default=1.5e-4)
    ask.add_argument("--skip", type=int, default=0, help="leave out the last N reports of train, for calibrate.py")
    ask.add_argument("--soft", type=Path, help="teachers' scores of train, from soften.py")
    return ask.parse_args()


if __name__ == "__main__":
    main()
