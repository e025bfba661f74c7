"""tagger.safetensors → what is shipped: a CTranslate2 int8 encoder, heads.npz in float32, and their SHA-256.

usage (in the project's own environment): uv run python training/attribution/export.py TRAINED src/whence/models/tagger
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from whence.models.convert import Weights, save_int8

OURS = {  # names of network.py → the published ones
    "word": "embeddings.word_embeddings",
    "kind": "embeddings.token_type_embeddings",
    "place": "embeddings.position_embeddings",
    "norm": "embeddings.LayerNorm",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def main(trained: Path, target: Path) -> None:
    weights = load_file(trained / "tagger.safetensors")
    target.mkdir(parents=True, exist_ok=True)
    save_int8(dict(published(weights)), target)
    np.savez(target / "heads.npz", **{name: value for name, value in weights.items() if name.startswith(("cues.", "roles."))})
    sums(target, "config.json", "heads.npz", "model.bin", "vocabulary.json")


def sums(target: Path, *names: str) -> None:
    """Write what the loader checks the files against."""
    lines = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (target / "SHA256SUMS").write_text("\n".join(lines) + "\n")


def published(weights: Weights) -> Iterator[tuple[str, np.ndarray]]:
    """The encoder's weights under their published names, the joint projection apart again."""
    for name, value in weights.items():
        if not name.startswith("encoder."):
            continue
        *path, own, part = name.removeprefix("encoder.").split(".")
        before = f"encoder.layer.{path[1]}." if path else ""
        if own == "qkv":
            for projection, rows in zip(("query", "key", "value"), np.split(value, 3)):
                yield f"{before}attention.self.{projection}.{part}", rows
        else:
            yield f"{before}{OURS[own]}.{part}", value


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
