"""all-MiniLM-L6-v2 → an encoder in which claims that say the same thing lie near one another: the mean over word pieces, as before.

usage: python3.11 training/sameness/tune.py GATHERED WEIGHTS OUT [--seed N]       (four minutes on two cores, bf16)
GATHERED is what gather.py wrote, WEIGHTS the folder of the published model; the environment is that of training/attribution. One
step is one event: all its pairs of claims of one story of which at least one tells something that is labelled. First everything,
then the scenarios alone.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from network import Encoder

PIECES = 70  # of one claim
NEGATIVES = 0.3  # share of the unlike pairs that a step looks at
SAME_COUNTS = 3.0  # a like pair, against an unlike one
STAGES = ((2, 1e-4, 0.0), (2, 6e-5, 0.15))  # epochs, rate, weight of the contrast; the second on scenarios alone
TEMPERATURE = 20.0
GROUPS_COUNT = 0.7  # a group of sentences, against a scenario
MIX_RATE = 1e-2


@dataclass
class Event:
    pieces: list[list[int]]
    first: Tensor  # places of the pairs' claims
    second: Tensor
    same: Tensor
    counts: float


class Matcher(nn.Module):
    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.encoder = Encoder(weights)
        self.scale, self.bias = nn.Parameter(torch.tensor(10.0)), nn.Parameter(torch.tensor(-3.5))

    def embed(self, pieces: list[list[int]]) -> Tensor:
        """Unit vectors, (claims, 384)."""
        longest = max(map(len, pieces)) + 2
        ids = torch.tensor([[101, *own, 102, *[0] * (longest - 2 - len(own))] for own in pieces])
        inside = torch.arange(longest) < torch.tensor([len(own) + 2 for own in pieces])[:, None]
        hidden = self.encoder(ids, inside).float()
        weight = inside.float()[:, :, None]
        return F.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)


def read(path: Path, tokenizer: Tokenizer) -> Event:
    claims = json.loads(path.read_text())["claims"]
    tells, partly = ([set(claim[key]) for claim in claims] for key in ("tells", "partly"))
    pairs = []
    for j, b in enumerate(claims):
        for i, a in enumerate(claims[:j]):
            same = bool(tells[i] & tells[j])
            neither = not same and (partly[i] & (tells[j] | partly[j]) or tells[i] & partly[j])
            if a["story"] == b["story"] and (tells[i] or tells[j]) and not neither and not (a["gold"] and b["gold"]):
                pairs.append((i, j, same))
    first, second, same = (torch.tensor(column) for column in zip(*pairs, strict=True))
    pieces = [tokenizer.encode(claim["words"], add_special_tokens=False).ids[:PIECES] for claim in claims]
    return Event(pieces, first, second, same.float(), 1.0 if is_scenario(path) else GROUPS_COUNT)


def is_scenario(path: Path) -> bool:
    return "-" not in path.stem


def loss_of(model: Matcher, event: Event, contrast: float) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model.embed(event.pieces)
    kept = (event.same > 0) | (torch.rand(len(event.same)) < NEGATIVES)
    first, second, same = event.first[kept], event.second[kept], event.same[kept]
    scores = model.scale * (vectors[first] * vectors[second]).sum(-1) + model.bias
    weight = torch.where(same > 0, SAME_COUNTS, 1.0)
    each = F.binary_cross_entropy_with_logits(scores, same * 0.96 + 0.02, reduction="none")
    total = (each * weight).sum() / weight.sum()
    if contrast:
        total = total + contrast * apart(vectors, event)
    return total * event.counts


def apart(vectors: Tensor, event: Event) -> Tensor:
    """For each claim, how much of the likeness to its labelled others falls to those that say the same (InfoNCE, several positives)."""
    size = len(vectors)
    likeness = vectors @ vectors.T * TEMPERATURE
    known, same = torch.zeros(size, size, dtype=torch.bool), torch.zeros(size, size)
    known[event.first, event.second] = known[event.second, event.first] = True
    same[event.first, event.second] = same[event.second, event.first] = event.same
    whole = torch.where(known, likeness, torch.tensor(-1e4)).logsumexp(1)
    has = same.sum(1) > 0
    return (((whole[:, None] - likeness) * same).sum(1)[has] / same.sum(1)[has]).mean()


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("gathered", "weights", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    tokenizer = Tokenizer.from_file(str(given.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    paths = sorted(given.gathered.glob("*.json"))
    events = {path: read(path, tokenizer) for path in paths}
    model, began = Matcher(given.weights / "model.safetensors"), time.time()
    model.encoder.word.weight.requires_grad = False
    for stage, (epochs, rate, contrast) in enumerate(STAGES):
        among = [event for path, event in events.items() if stage == 0 or is_scenario(path)]
        body = [p for p in model.encoder.parameters() if p.requires_grad]
        groups = [{"params": body, "lr": rate}, {"params": [model.scale, model.bias], "lr": MIX_RATE}]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        steps = len(among) * epochs
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [rate, MIX_RATE], total_steps=steps + 5, pct_start=0.1)
        for epoch in range(epochs):
            rng.shuffle(among)
            model.train()
            losses = []
            for event in among:
                loss = loss_of(model, event, contrast)
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimiser.step()
                schedule.step()
                losses.append(loss.item())
            print(stage, epoch, round(sum(losses) / len(losses), 4), f"{time.time() - began:.0f} s", flush=True)
    given.out.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in model.state_dict().items()}, given.out / "matcher.safetensors")
    data = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    print(json.dumps({"data": data[:16], "events": len(paths), "scale": model.scale.item(), "bias": model.bias.item()}))


if __name__ == "__main__":
    main()
