"""A folder of weights that ships with the package → its path, once its files are found to be those that were shipped."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from whence.errors import ModelError


@contextmanager
def shipped(name: str, only: str = "") -> Iterator[Path]:
    """The folder of one model; `only` the files whose names begin so are looked at. Raises ModelError where one is damaged."""
    with as_file(files("whence.models").joinpath(name)) as folder:
        for line in (folder / "SHA256SUMS").read_text().splitlines():
            known, file = line.split()
            if file.startswith(only) and hashlib.sha256((folder / file).read_bytes()).hexdigest() != known:
                raise ModelError(f"{file} of the model {name!r} is not the file that was shipped; reinstall: uv sync --reinstall")
        yield folder
