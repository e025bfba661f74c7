"""first_names.tsv → the sex that a first name shows in English-language news: "m", "f", or "" where it may be either or is not listed."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("first_names.tsv")


@lru_cache(maxsize=1)
def _sexes() -> Mapping[str, str]:
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return MappingProxyType({name: sex for sex, names in rows for name in names.split()})


def sex_of(name: str) -> str:
    return _sexes().get(name.casefold().rstrip("."), "")
