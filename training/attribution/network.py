"""all-MiniLM-L6-v2 with two heads: cues (BIO over word pieces), and for one cue the roles of the pieces around it.

The encoder reads a window once; the second head sees a piece, the cue and how far they are apart, and three pieces at a time. That
costs a fraction of a second pass of the encoder for every cue, and overlapping and nested attributions are still no problem.
"""

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, HEAD = 384, 6, 12, 1536, 256
NEAR = 48  # distances beyond this many pieces look alike


class Dropout(nn.Module):
    """Dropout whose masks are cut from one pool of random bits: drawing new ones takes a seventh of a training step on a CPU."""

    pool: Tensor | None = None

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if Dropout.pool is None:
            Dropout.pool = torch.randint(0, 250, (1 << 24,), dtype=torch.uint8)
        start = int(torch.randint(0, len(Dropout.pool) - x.numel(), (1,)))
        keep = Dropout.pool[start : start + x.numel()].view(x.shape) >= int(250 * self.share)
        return x * (keep.to(x.dtype) / (1 - self.share))


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        size, length, _ = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask).softmax(-1)
        seen = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(size, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.word, self.kind, self.place = nn.Embedding(30522, WIDTH), nn.Embedding(2, WIDTH), nn.Embedding(512, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self._fill(load_file(weights))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.word(ids) + self.kind.weight[0] + self.place.weight[: ids.shape[1]]
        x = self.dropout(self.norm(x))
        hidden = torch.where(mask, 0.0, -1e4)[:, None, None, :].to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    @torch.no_grad()
    def _fill(self, published: dict[str, Tensor]) -> None:
        for mine, name in ((self.word, "word"), (self.kind, "token_type"), (self.place, "position")):
            mine.weight.copy_(published[f"embeddings.{name}_embeddings.weight"])
        for part in ("weight", "bias"):
            getattr(self.norm, part).copy_(published[f"embeddings.LayerNorm.{part}"])
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                projections = [published[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(projections))
                for mine, name in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    getattr(mine, part).copy_(published[f"{at}{name}.{part}"])


class Roles(nn.Module):
    """(pieces of one paragraph, one cue) → a score for each of the five roles, for every piece."""

    def __init__(self) -> None:
        super().__init__()
        self.piece, self.cue = nn.Linear(WIDTH, HEAD), nn.Linear(2 * WIDTH, HEAD)
        self.gate = nn.Linear(2 * WIDTH, HEAD)
        self.distance = nn.Embedding(2 * NEAR + 1, HEAD)
        self.mix = nn.Conv1d(HEAD, HEAD, 3, padding=1)
        self.score = nn.Linear(HEAD, 5)
        self.dropout = Dropout(0.2)

    def forward(self, hidden: Tensor, cue: Tensor, distance: Tensor, inside: Tensor) -> Tensor:
        """hidden (cues, pieces, width), cue (cues, 2 * width), distance and inside (cues, pieces) → (cues, pieces, 5)."""
        piece = self.piece(self.dropout(hidden))
        cue = self.dropout(cue)
        x = F.relu(piece * (1 + self.gate(cue)[:, None]) + self.cue(cue)[:, None] + self.distance(distance))
        x = self.dropout(x) * inside[:, :, None]
        x = x + F.relu(self.mix(x.transpose(1, 2)).transpose(1, 2))
        return self.score(self.dropout(x))


class Tagger(nn.Module):
    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.encoder, self.cues, self.roles = Encoder(weights), nn.Linear(WIDTH, 3), Roles()
        self.dropout = Dropout(0.1)

    def read(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(ids, mask)
        return hidden, self.cues(self.dropout(hidden)).float()

    def tag(self, hidden: Tensor, cues: list[tuple[int, int, int, int, int]]) -> Tensor:
        """The scores of the pieces of each cue's paragraph, one after the other, (pieces of all, 5)."""
        longest = max(end - start for _, start, end, _, _ in cues)
        which, first, last, a, b = (torch.tensor(column)[:, None] for column in zip(*cues, strict=True))
        places = first + torch.arange(longest)
        inside = places < last
        near = torch.where(inside, places, 0)
        distance = (places - a).clamp(-NEAR, 0) + (places - b + 1).clamp(0, NEAR) + NEAR
        pieces = hidden[which, near]
        of_cue = ((places >= a) & (places < b)).to(hidden.dtype) / (b - a)
        mean = (of_cue[:, None] @ pieces)[:, 0]
        starts = ((places == a).to(hidden.dtype)[:, None] @ pieces)[:, 0]
        scores = self.roles(pieces, torch.cat([mean, starts], -1), distance, inside.to(hidden.dtype))
        return scores[inside].float()
