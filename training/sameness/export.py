"""matcher.safetensors → what is shipped: a CTranslate2 int8 encoder and the SHA-256 of its files.

usage (in the project's own environment): uv run python -m training.sameness.export TRAINED src/whence/models/sameness
"""

import sys
from pathlib import Path

from safetensors.numpy import load_file
from training.attribution.export import published, sums

from whence.models.convert import save_int8

if __name__ == "__main__":
    trained, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    save_int8(dict(published(load_file(trained / "matcher.safetensors"))), target)
    sums(target, "config.json", "model.bin", "vocabulary.json")
