"""Nouns → plain objects for JSON: dicts, lists, strings, numbers. The one place that says where the JSON departs from the nouns.

A noun becomes an object with its field names as keys; a `Span` becomes [start, end), a time ISO 8601 with its offset, a tuple a
list. `schema.py` writes the JSON Schema from the nouns and the same departures, so shape and schema cannot part.
Raise `VERSION` when a key is renamed, removed or changes its meaning; new keys leave it as it is.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from whence.model import (
    Claim,
    ConflictValue,
    Derivation,
    Drift,
    Evidence,
    Finding,
    Loss,
    Origin,
    Reading,
    Recall,
    Source,
    SourceKind,
    Span,
    Story,
    Trace,
)
from whence.report.crosswalk import crosswalk

VERSION = 1
STAMP: dict[str, Any] = {"schema": VERSION}

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Departure:
    """How a noun's object differs from its fields.

    `renamed`: field → key. `spread`: field → prefix; the keys of that noun stand in the outer object, prefixed. `added`: properties
    of the noun that are given too. `left_out`: fields that stand elsewhere.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    spread: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


DEPARTURES: Mapping[type, Departure] = {
    Claim: Departure(renamed={"words": "text"}, added=("factuality",)),
    Source: Departure(added=("named",)),
    Evidence: Departure(renamed={"words": "text"}),
    Derivation: Departure(renamed={"from_report": "from", "to_report": "to"}),
    Drift: Departure(spread={"before": "from_", "after": "to_"}),
    ConflictValue: Departure(spread={"evidence": ""}),
    Finding: Departure(renamed={"text": "says"}),
    Loss: Departure(added=("origins", "rests_on_nothing")),
    Story: Departure(left_out=("derivations", "findings")),
}
AS_IS = Departure()
AS_THEY_STAND = frozenset({str, int, bool, type(None)})  # most values: told by their exact type, which no enumeration has


@cache
def field_names(noun: type) -> tuple[str, ...]:
    """The fields that stand in a noun's own object, in order."""
    left_out = DEPARTURES.get(noun, AS_IS).left_out
    return tuple(each.name for each in fields(noun) if each.name not in left_out)


def plain(value: Any) -> Any:
    """A noun, or anything that stands in one, as JSON knows it. A number that JSON cannot hold becomes null."""
    if type(value) in AS_THEY_STAND:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return _object(value)
    raise TypeError(f"no JSON shape for {type(value).__name__}")


def _object(noun: Any) -> JsonObject:
    kind: type = type(noun)
    departure = DEPARTURES.get(kind, AS_IS)
    made: JsonObject = {}
    for name in field_names(kind):
        if name in departure.spread:
            made |= {departure.spread[name] + key: inner for key, inner in _object(getattr(noun, name)).items()}
        else:
            made[departure.renamed.get(name, name)] = plain(getattr(noun, name))
    for name in departure.added:
        made[name] = plain(getattr(noun, name))
    return made


def is_origin(origin: Origin, finding: Finding) -> bool:
    """Whether somebody stands behind it: named or unnamed, not a denier, an impersonal "it is believed" or the outlet's own voice."""
    if origin.counts == "no" and origin.name in finding.against:
        return False
    return origin.counts != "no" or origin.kind is SourceKind.UNNAMED


def finding_object(finding: Finding) -> JsonObject:
    """`origins` are those whom the claim is laid to; voices that stand for nobody are listed apart, under `unattributed`.

    `crosswalk` says the same in the terms of ICD 203, STIX and the Admiralty system; see `crosswalk`.
    """
    made: JsonObject = plain(finding)
    made["origins"] = [plain(each) for each in finding.origins if is_origin(each, finding)]
    made["unattributed"] = [plain(each) for each in finding.origins if not is_origin(each, finding)]
    made["crosswalk"] = crosswalk(finding)
    return made


def story_object(story: Story) -> JsonObject:
    """A story with the ids of its findings."""
    made: JsonObject = plain(story)
    return made | {"findings": [finding.id for finding in story.findings]}


def derivation_objects(story: Story) -> list[JsonObject]:
    """Who took from whom in a story, each with the id of the story."""
    return [{"story": story.id} | plain(each) for each in story.derivations]


def trace_object(trace: Trace) -> JsonObject:
    """What `whence trace --json` prints, in one piece."""
    return {
        "whence": STAMP,
        "stories": [story_object(story) for story in trace.stories],
        "derivations": [each for story in trace.stories for each in derivation_objects(story)],
        "findings": [finding_object(finding) for story in trace.stories for finding in story.findings],
        "reports": plain(trace.reports),
        "failures": plain(trace.failures),
    }


def recall_object(recall: Recall) -> JsonObject:
    """What `whence why --without ORIGIN` prints as JSON: each finding that changes, whole, before and after."""
    losses = [plain(loss) | {"before": finding_object(loss.before), "after": finding_object(loss.after)} for loss in recall.losses]
    made: JsonObject = plain(replace(recall, losses=()))
    return {"whence": STAMP} | made | {"losses": losses}


def attribute_object(reading: Reading) -> JsonObject:
    """One line of `whence attribute --json`: what one report gives by itself.

    A telling is a claim that the report lays to somebody, so one with a cue; its chain holds the hops that words of this report
    name. What the outlet says in its own voice is under `own_voice`.
    """
    report = reading.report
    return {
        "whence": STAMP,
        "id": report.id,
        "text": report.text,
        "blocks": plain(report.blocks),
        "attributions": [plain(each) for each in reading.attributions],
        "tellings": [_placed(plain(claim)) for claim in reading.claims if claim.cue is not None],
        "own_voice": [_placed(plain(claim)) for claim in reading.claims if claim.cue is None],
    }


def _placed(telling: JsonObject) -> JsonObject:
    return telling | {"chain": [hop for hop in telling["chain"] if hop["span"] is not None]}
