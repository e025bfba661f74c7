"""A finding → the same in the terms that analysts must write in: ICD 203 wording, STIX confidence, Admiralty sourcing.

What is mapped: how firmly the *sources* committed to the statement as worded (the weakest and the strongest telling), onto the
likelihood terms of ICD 203 and the 0-100 of STIX 2.1; and how much of the sourcing could be *seen*: somebody named, somebody unnamed,
nobody. Use the term for what a source said ("X said it was likely"), never as your own estimate of whether it is so.

What is not mapped, on purpose: whether the statement is true, and whether a source is reliable. A text shows neither. So the
Admiralty rating is always F6 ("reliability cannot be judged", "truth cannot be judged"), also for unnamed sources, for parties to the
matter and where there are several independent origins: those are facts beside the rating, for the analyst who sets it. "possible" and
"unsure" have no ICD 203 term and no STIX value, as neither gives a likelihood. The scales and their sources: crosswalk.yaml.
"""

from functools import lru_cache
from typing import Any

from whence.lexicons.tables import table
from whence.model import Finding, Origin, SourceKind


@lru_cache(maxsize=1)
def _scales() -> dict[str, Any]:
    loaded: dict[str, Any] = table("crosswalk.yaml", "whence.report")
    return loaded


def crosswalk(finding: Finding) -> dict[str, Any]:
    """How firmly the sources put it (weakest and strongest telling) in ICD 203 and STIX terms, and how much of the sourcing is seen.

    Never a rating of truth or reliability, so the Admiralty rating is always F6. null: the scale has no term for it.
    """
    certainty, admiralty = _scales()["certainty"], _scales()["admiralty"]
    weakest, strongest = (certainty[each.value] for each in finding.certainty)
    return {
        "icd203": {"weakest": weakest["icd203"], "strongest": strongest["icd203"]},
        "stix_confidence": {"weakest": weakest["stix"], "strongest": strongest["stix"]},
        "admiralty": admiralty["reliability"] + admiralty["credibility"],
        "sourcing": sourcing(finding),
        "only_parties": finding.party,
        "because": list(dict.fromkeys((weakest["because"], strongest["because"], admiralty["because"]))),
    }


def crosswalk_rows(finding: Finding) -> list[tuple[str, str]]:
    """The same for a reader: (scale, what it says)."""
    certainty, told = _scales()["certainty"], crosswalk(finding)
    ends = list(dict.fromkeys(finding.certainty))
    return [
        ("ICD 203", "; ".join(f"{_term(certainty[each.value])} (told as {each.value})" for each in ends)),
        ("STIX 2.1 confidence", "; ".join(dict.fromkeys(_value(certainty[each.value]["stix"]) for each in ends))),
        ("Admiralty", f"{told['admiralty']}: {_scales()['admiralty']['because']}"),
        ("Sourcing", f"{told['sourcing']}{', only parties to the matter' if finding.party else ''}"),
    ]


def sourcing(finding: Finding) -> str:
    """How much could be seen of who stands behind it: several_named, named, unnamed or nobody."""
    if finding.independent[0] > 1:
        return "several_named"
    seen = [origin for origin in finding.origins if origin.name not in finding.against]
    if any(_is_named(origin) for origin in seen):
        return "named"
    return "unnamed" if any(origin.kind is SourceKind.UNNAMED for origin in seen) else "nobody"


def _is_named(origin: Origin) -> bool:
    return origin.counts != "no" and origin.kind not in (None, SourceKind.UNNAMED, SourceKind.IMPERSONAL)


def _term(row: dict[str, Any]) -> str:
    low_high = row["per_cent"]
    return f"“{row['icd203']}”, {low_high[0]}–{low_high[1]}%" if low_high else "no term"


def _value(stix: int | None) -> str:
    return "leave it out" if stix is None else str(stix)
