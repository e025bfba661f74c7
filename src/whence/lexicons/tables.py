"""The name of a YAML file of ours → its tables as plain values."""

from importlib.resources import files
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the first is written in C and ten times as fast


def table(name: str, folder: str = "whence.lexicons") -> Any:
    """The tables of a lexicon, or of a YAML file in another folder of the package."""
    return yaml.load((files(folder) / name).read_bytes(), LOADER)
