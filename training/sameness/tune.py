"""all-MiniLM-L6-v2 → an encoder in which claims that say the same thing lie near one another: the mean over word pieces, as before.

usage: python3.11 training/sameness/tune.py GATHERED WEIGHTS OUT [--seed N]       (four minutes on two cores, bf16)
       python3.11 training/sameness/tune.py GATHERED WEIGHTS OUT --onward OUT_OF_THE_FIRST       (ninety seconds of one core)
GATHERED is what gather.py wrote, WEIGHTS the folder of the published model; the environment is that of training/attribution. One
step is one event: all its pairs of claims of one story of which at least one tells something that is labelled. First all of ours,
then the scenarios alone. Onward: from midway between the published weights and those, the scenarios and the topics of ECB+ together.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "attribution"))
from network import Encoder

PIECES, PIECES_ONWARD = 70, 48  # of one claim
AT_ONCE = 16  # claims of like length that are encoded together
MOST = 60  # claims of an event that a step onward looks at
NEGATIVES = 0.3  # share of the unlike pairs that a step looks at
SAME_COUNTS = 3.0  # a like pair, against an unlike one
STAGES = ((2, 1e-4, 0.0), (2, 6e-5, 0.15))  # epochs, rate, weight of the contrast; the second on scenarios alone
TEMPERATURE = 20.0
ONWARD = (3, 6e-5, 0.2)
GROUPS_COUNT = 0.7  # a group of sentences, against a scenario
MIX_RATE = 1e-2


@dataclass
class Event:
    pieces: list[list[int]]
    first: Tensor  # places of the pairs' claims
    second: Tensor
    same: Tensor
    counts: float
    public: bool


class Matcher(nn.Module):
    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.encoder = Encoder(weights)
        self.scale, self.bias = nn.Parameter(torch.tensor(10.0)), nn.Parameter(torch.tensor(-3.5))
        self.public_scale, self.public_bias = nn.Parameter(torch.tensor(10.0)), nn.Parameter(torch.tensor(-5.0))

    def embed(self, pieces: list[list[int]]) -> Tensor:
        """Unit vectors, (claims, 384): claims of like length together, so that little of a batch is empty."""
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n]))
        parts = [self._embed([pieces[n] for n in order[at : at + AT_ONCE]]) for at in range(0, len(order), AT_ONCE)]
        return torch.cat(parts)[torch.tensor(order).argsort()]

    def _embed(self, pieces: list[list[int]]) -> Tensor:
        longest = max(map(len, pieces)) + 2
        ids = torch.tensor([[101, *own, 102, *[0] * (longest - 2 - len(own))] for own in pieces])
        inside = torch.arange(longest) < torch.tensor([len(own) + 2 for own in pieces])[:, None]
        hidden = self.encoder(ids, inside).float()
        weight = inside.float()[:, :, None]
        return F.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)


def read(path: Path, tokenizer: Tokenizer, longest: int) -> Event:
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
    pieces = [tokenizer.encode(claim["words"], add_special_tokens=False).ids[:longest] for claim in claims]
    return Event(pieces, first, second, same.float(), 1.0 if is_scenario(path) else GROUPS_COUNT, is_public(path))


def is_scenario(path: Path) -> bool:
    return "-" not in path.stem


def is_public(path: Path) -> bool:
    return path.stem.startswith("ecb-")


def some_of(event: Event) -> Event:
    """`MOST` claims of an event, drawn anew at each step."""
    size = len(event.pieces)
    if size <= MOST:
        return event
    drawn = torch.randperm(size)[:MOST]
    place = torch.full((size,), -1)
    place[drawn] = torch.arange(MOST)
    first, second = place[event.first], place[event.second]
    kept = (first >= 0) & (second >= 0)
    pieces = [event.pieces[n] for n in drawn.tolist()]
    return replace(event, pieces=pieces, first=first[kept], second=second[kept], same=event.same[kept])


def loss_of(model: Matcher, event: Event, contrast: float) -> Tensor:
    """ECB+ calls two sentences the same that share any event, and half of its pairs do: it has a scale of its own, and each pair counts."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model.embed(event.pieces)
    kept = (event.same > 0) | (torch.rand(len(event.same)) < (1.0 if event.public else NEGATIVES))
    first, second, same = event.first[kept], event.second[kept], event.same[kept]
    scale, bias = (model.public_scale, model.public_bias) if event.public else (model.scale, model.bias)
    scores = scale * (vectors[first] * vectors[second]).sum(-1) + bias
    weight = torch.where(same > 0, 1.0 if event.public else SAME_COUNTS, 1.0)
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


def tune(model: Matcher, among: list[Event], stage: tuple[int, float, float], rng: random.Random, some: bool) -> None:
    epochs, rate, contrast = stage
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    mix = [model.scale, model.bias, model.public_scale, model.public_bias]
    optimiser = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": mix, "lr": MIX_RATE}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [rate, MIX_RATE], total_steps=len(among) * epochs + 5, pct_start=0.1)
    model.train()
    for epoch in range(epochs):
        rng.shuffle(among)
        losses = []
        for event in among:
            loss = loss_of(model, some_of(event) if some else event, contrast)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(stage, epoch, round(sum(losses) / len(losses), 4), flush=True)


def midway(model: Matcher, other: Path) -> None:
    """The mean of two encoders' weights, one by one: it keeps most of what each can do."""
    tuned = load_file(other)
    with torch.no_grad():
        for name, weight in model.encoder.named_parameters():
            weight.copy_((weight + tuned[f"encoder.{name}"]) / 2)


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("gathered", "weights", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--onward", type=Path, help="the folder that the first run wrote")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    rng, began = random.Random(given.seed), time.time()
    tokenizer = Tokenizer.from_file(str(given.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    paths = [path for path in sorted(given.gathered.glob("*.json")) if is_scenario(path) or is_public(path) == bool(given.onward)]
    events = {path: read(path, tokenizer, PIECES_ONWARD if given.onward else PIECES) for path in paths}
    model = Matcher(given.weights / "model.safetensors")
    model.encoder.word.weight.requires_grad = False
    if given.onward:
        midway(model, given.onward / "matcher.safetensors")
        tune(model, list(events.values()), ONWARD, rng, some=True)
    else:
        for number, stage in enumerate(STAGES):
            tune(model, [event for path, event in events.items() if number == 0 or is_scenario(path)], stage, rng, some=False)
    given.out.mkdir(parents=True, exist_ok=True)
    weights = {name: value.contiguous() for name, value in model.state_dict().items()}
    save_file(weights, given.out / "matcher.safetensors")
    data = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    print(json.dumps({"data": data[:16], "events": len(paths), "seconds": round(time.time() - began)}))


if __name__ == "__main__":
    main()
