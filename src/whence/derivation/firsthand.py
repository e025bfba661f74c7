"""A report of a scene → the share of its sentences in which its own people saw, asked or were told a thing: 0 to 1.

A sentence that names the outlet itself is taken for one: "told the Mail".
"""

import re
from functools import lru_cache

from whence.derivation.aliases import bare_name, parts_of
from whence.derivation.naming import call_names
from whence.derivation.scene import Scene
from whence.lexicons.voices import load_voices

SHORTEST = 3  # letters of a name


def first_hand(scene: Scene, place: int) -> float:
    """Of a report without sentences 0."""
    report = scene.report(place)
    told = [span.of(report.text) for span in scene.wordings[place].sentences]
    itself = _itself(report.outlet or "")
    own = load_voices().first_hand
    return sum(bool(own.search(one) or itself.search(one)) for one in told) / max(1, len(told))


@lru_cache(maxsize=10_000)
def _itself(outlet: str) -> re.Pattern[str]:
    """Matches what the outlet is called, wherever it stands."""
    names = (bare_name(outlet), *parts_of(outlet), *(name.removeprefix("the ") for name in call_names(outlet)))
    listed = [re.escape(name) for name in dict.fromkeys(names) if len(name) >= SHORTEST]
    return re.compile("|".join(listed) if listed else r"(?!)")
