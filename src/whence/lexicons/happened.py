"""happened.tsv → the trained weight of each clue to whether an event has happened; "always" weighs in every event.."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from whence.errors import SettingsError


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Raises SettingsError where the file is not what it should be."""
    lines = (files("whence.lexicons") / "happened.tsv").read_text(encoding="utf-8").splitlines()
    try:
        found = {name: float(weight) for weight, name in (line.split("\t") for line in lines if not line.startswith("#"))}
        return {"always": 0.0} | found
    except ValueError as error:
        raise SettingsError(
            f"lexicons/happened.tsv cannot be used ({error}); reinstall, or train it again with training/certainty"
        ) from error
