"""tagger.safetensors → what is shipped: a CTranslate2 int8 encoder, heads.npz in float32, and their SHA-256.

usage (in the project's own environment): uv run python training/attribution/export.py TRAINED src/whence/models/tagger
"""

import hashlib
import sys
from pathlib import Path

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from safetensors.numpy import load_file

LAYERS, HEADS = 6, 12


def main(trained: Path, target: Path) -> None:
    weights = load_file(trained / "tagger.safetensors")
    spec = _spec({name.removeprefix("encoder."): value for name, value in weights.items() if name.startswith("encoder.")})
    spec.validate()
    spec.optimize(quantization="int8")
    target.mkdir(parents=True, exist_ok=True)
    spec.save(str(target))
    heads = {name: value for name, value in weights.items() if name.startswith(("cues.", "roles."))}
    np.savez(target / "heads.npz", **heads)
    names = ("config.json", "heads.npz", "model.bin", "vocabulary.json")
    lines = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (target / "SHA256SUMS").write_text("\n".join(lines) + "\n")


def _spec(weights: dict[str, np.ndarray]) -> transformer_spec.TransformerEncoderModelSpec:
    encoder = transformer_spec.TransformerEncoderSpec(
        LAYERS,
        HEADS,
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
        num_source_embeddings=2,
        embeddings_merge=common_spec.EmbeddingsMerge.ADD,
    )
    spec = transformer_spec.TransformerEncoderModelSpec(encoder)
    spec.register_vocabulary([str(i) for i in range(weights["word.weight"].shape[0])])
    encoder.scale_embeddings = False  # BERT adds its embeddings as they are
    encoder.embeddings[0].weight = weights["word.weight"]
    encoder.embeddings[1].weight = weights["kind.weight"]
    encoder.position_encodings.encodings = weights["place.weight"]
    _fill(encoder.layernorm_embedding, weights, "norm", norm=True)
    for number, layer in enumerate(encoder.layer):
        at = f"layers.{number}"
        _fill(layer.self_attention.linear[0], weights, f"{at}.qkv")
        _fill(layer.self_attention.linear[1], weights, f"{at}.out")
        _fill(layer.self_attention.layer_norm, weights, f"{at}.norm1", norm=True)
        _fill(layer.ffn.linear_0, weights, f"{at}.up")
        _fill(layer.ffn.linear_1, weights, f"{at}.down")
        _fill(layer.ffn.layer_norm, weights, f"{at}.norm2", norm=True)
    return spec


def _fill(part: object, weights: dict[str, np.ndarray], name: str, norm: bool = False) -> None:
    first, second = ("gamma", "beta") if norm else ("weight", "bias")
    setattr(part, first, weights[f"{name}.weight"])
    setattr(part, second, weights[f"{name}.bias"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
