"""certainty.yaml → `CertaintyWords`: lemma → class, one mapping per table. Read once per process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from whence.errors import SettingsError
from whence.lexicons.tables import table

Classes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """Each mapping goes from a lemma, or lemmas joined by blanks, to its class; see the comments in certainty.yaml."""

    modals: Classes
    adverbs: Classes
    governors: Classes
    attributes: Classes
    phrases: Classes
    stakes: Classes
    cue_certainty: Classes
    cue_act: Classes
    cue_stance: Classes
    sets: Mapping[str, frozenset[str]]  # negators, knowing, open, silent, no_support, falsities, firsthand …


@lru_cache(maxsize=1)
def certainty_words() -> CertaintyWords:
    """The tables of certainty.yaml. Raises SettingsError where the file is not what it should be."""
    try:
        tables: dict[str, Any] = table("certainty.yaml")
        cues = tables.pop("cues")
        of_cues = {f"cue_{name}": _by_lemma(cues[name]) for name in ("certainty", "act", "stance")}
        beside = {name: _by_lemma(tables.pop(name)) for name in ("modals", "adverbs", "governors", "attributes", "phrases", "stakes")}
        sets = {name: frozenset(lemmas) for name, lemmas in tables.items()}
        return CertaintyWords(**beside, **of_cues, sets=sets)
    except (KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise SettingsError(f"lexicons/certainty.yaml cannot be used ({error}); reinstall, or mend the table it names") from error


def _by_lemma(classes: Mapping[str, list[str]]) -> dict[str, str]:
    """The first class that names a lemma keeps it."""
    found: dict[str, str] = {}
    for name, lemmas in classes.items():
        for lemma in lemmas:
            found.setdefault(lemma, name)
    return found
