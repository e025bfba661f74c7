"""Encoders of one shape, their weights averaged one by one by the shares named → what is shipped: CTranslate2 int8 and its files' SHA-256.

usage (in the project's own environment): uv run python -m training.sameness.export src/whence/models/sameness SHARE:FILE [SHARE:FILE…]
FILE is a matcher.safetensors that tune.py wrote, or the published model.safetensors.
"""

import sys
from pathlib import Path

from safetensors.numpy import load_file
from training.attribution.export import published, sums

from whence.models.convert import Weights, save_int8

SCALES = ("scale", "bias")  # of the loss: no part of the encoder


def mean(parts: list[tuple[float, Weights]]) -> Weights:
    names = [name for name, weight in parts[0][1].items() if weight.dtype.kind == "f"]
    return {name: sum(share * weights[name] for share, weights in parts).astype("float32") for name in names}


def read(file: Path) -> Weights:
    weights = load_file(file)
    return dict(published(weights)) if file.stem == "matcher" else weights


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    shares = [part.split(":", 1) for part in sys.argv[2:]]
    save_int8(mean([(float(share), read(Path(file))) for share, file in shares]), target)
    sums(target, "config.json", "model.bin", "vocabulary.json")
