"""roles.tsv → for each role the words that show it, as a set and as one compiled pattern."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("roles.tsv")


@lru_cache(maxsize=1)
def role_words() -> Mapping[str, frozenset[str]]:
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return MappingProxyType({role: frozenset(words.split("|")) for role, words in rows if role != "role"})


@lru_cache(maxsize=32)
def role_pattern(*roles: str) -> re.Pattern[str]:
    """Finds the words of these roles in lower-case text, the longest first."""
    words = sorted({word for role in roles for word in role_words()[role]}, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])")


def says_role(role: str, words: str) -> bool:
    return role_pattern(role).search(words) is not None
