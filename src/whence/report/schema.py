"""The nouns → the JSON Schema (draft 2020-12) of what `whence trace`, `whence why` and each line of `whence attribute` hold.

Written by looking at the dataclasses of `whence.model`, with the departures of `shape.py`; the descriptions are their docstrings.
"""

import inspect
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from whence.model import Origin, Quantity, Reading, Recall, Span, Story, Trace
from whence.report.crosswalk import crosswalk
from whence.report.shape import AS_IS, DEPARTURES, VERSION, JsonObject, field_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NUMBER_OR_NULL = {(Quantity, "value")}  # read from text, so it may be too large for JSON: then null
PLAIN: dict[type, JsonObject] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}


def schema() -> JsonObject:
    """What `whence schema` prints. Of `#/$defs`, `Trace` is a trace, `Reading` a line of attributions, `Recall` what an origin holds up."""
    defs: JsonObject = {}
    for noun in (*_nouns_in(Trace), *_nouns_in(Story), *_nouns_in(Reading), *_nouns_in(Recall)):
        _define(noun, defs)
    _complete(defs)
    stamp = {"type": "object", "properties": {"schema": {"const": VERSION}}, "required": ["schema"]}
    defs["Trace"] = _shape(_says(Trace), {"whence": stamp} | _trace_lists())
    defs["Reading"] = _shape(_says(Reading), {"whence": stamp} | _reading_keys())
    defs["Recall"] = _shape(_says(Recall), {"whence": stamp} | _keys(Recall, defs))
    return {
        "$schema": DIALECT,
        "title": f"Whence, JSON shape {VERSION}",
        "description": "A place is [start, end): offsets in Unicode code points into the `text` of the report it stands in.",
        "anyOf": [_ref("Trace"), _ref("Reading"), _ref("Recall")],
        "$defs": dict(sorted(defs.items())),
    }


def _nouns_in(noun: type) -> list[type]:
    found = []
    for hint in get_type_hints(noun).values():
        found += [each for each in (hint, *get_args(hint)) if is_dataclass(each) and isinstance(each, type)]
    return found


def _trace_lists() -> JsonObject:
    lists = {"stories": "Story", "derivations": "Derivation", "findings": "Finding", "reports": "Report", "failures": "Failure"}
    return {key: _list_of(_ref(noun)) for key, noun in lists.items()}


def _reading_keys() -> JsonObject:
    tellings = _list_of(_ref("Claim"))
    return {
        "id": {"type": "string"},
        "text": {"type": "string"},
        "blocks": _list_of(_ref("Block")),
        "attributions": _list_of(_ref("Attribution")),
        "tellings": tellings | {"description": "Claims that the report lays to somebody, with the hops that its own words name."},
        "own_voice": tellings | {"description": "Claims in the outlet's own voice."},
    }


def _complete(defs: JsonObject) -> None:
    """What the objects hold that their nouns do not: see `finding_object`, `story_object` and `derivation_objects`."""
    _add(defs, "Finding", "origins", "Whom the claim is laid to. Unnamed ones raise only the upper end of `independent`.")
    _add(defs, "Finding", "unattributed", "Voices that stand for nobody we can see, and those who deny it: they count for nothing.")
    for key in ("origins", "unattributed"):
        defs["Finding"]["properties"][key] |= _list_of(_ref(Origin.__name__))
    _add(defs, "Finding", "crosswalk", inspect.getdoc(crosswalk) or "")
    defs["Finding"]["properties"]["crosswalk"] |= _crosswalk()
    _add(defs, "Story", "findings", "The ids of its findings, the most told first.")
    defs["Story"]["properties"]["findings"] |= _list_of({"type": "string"})
    _add(defs, "Derivation", "story", "The story that both reports belong to.")
    defs["Derivation"]["properties"]["story"] |= {"type": "string"}


def _crosswalk() -> JsonObject:
    def ends(kind: str) -> JsonObject:
        end = {"type": [kind, "null"]}
        return {"type": "object", "properties": {"weakest": end, "strongest": end}, "required": ["weakest", "strongest"]}

    keys: JsonObject = {
        "icd203": ends("string"),
        "stix_confidence": ends("integer"),
        "admiralty": {"type": "string"},
        "sourcing": {"type": "string", "enum": ["several_named", "named", "unnamed", "nobody"]},
        "only_parties": {"type": "boolean"},
        "because": _list_of({"type": "string"}),
    }
    return {"type": "object", "properties": keys, "required": list(keys)}


def _add(defs: JsonObject, noun: str, key: str, says: str) -> None:
    if key not in defs[noun]["properties"]:
        defs[noun]["required"].append(key)
    defs[noun]["properties"][key] = {"description": says}


def _define(noun: type, defs: JsonObject) -> None:
    if noun.__name__ in defs:
        return
    defs[noun.__name__] = {}
    if noun is Span:
        ends = [{"type": "integer", "minimum": 0}] * 2
        defs["Span"] = {"type": "array", "description": _says(Span), "prefixItems": ends, "minItems": 2, "maxItems": 2}
    elif issubclass(noun, StrEnum):
        defs[noun.__name__] = {"type": "string", "enum": [each.value for each in noun]}
    else:
        defs[noun.__name__] = _shape(_says(noun), _keys(noun, defs))


def _keys(noun: type, defs: JsonObject) -> JsonObject:
    departure, hints = DEPARTURES.get(noun, AS_IS), get_type_hints(noun)
    made: JsonObject = {}
    for name in field_names(noun):
        if name in departure.spread:
            made |= {departure.spread[name] + key: inner for key, inner in _keys(hints[name], defs).items()}
        else:
            key = departure.renamed.get(name, name)
            made[key] = {"type": ["number", "null"]} if (noun, name) in NUMBER_OR_NULL else _type(hints[name], defs)
    for name in departure.added:
        made[name] = _type(get_type_hints(getattr(noun, name).fget)["return"], defs)
    return made


def _type(hint: Any, defs: JsonObject) -> JsonObject:
    if hint in PLAIN:
        return PLAIN[hint]
    arguments = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_type(each, defs) for each in arguments]}
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return _list_of(_type(arguments[0], defs))
    if get_origin(hint) is tuple:
        size = len(arguments)
        return {"type": "array", "prefixItems": [_type(each, defs) for each in arguments], "minItems": size, "maxItems": size}
    _define(hint, defs)
    return _ref(hint.__name__)


def _says(noun: type) -> str:
    """The noun's docstring, with fields called by their keys; "" where dataclass wrote it."""
    says = inspect.cleandoc(noun.__doc__ or "")
    if says.startswith(f"{noun.__name__}("):
        return ""
    for name, key in DEPARTURES.get(noun, AS_IS).renamed.items():
        says = says.replace(f"`{name}`", f"`{key}`")
    return says


def _shape(says: str, keys: JsonObject) -> JsonObject:
    return {"type": "object", "description": says, "properties": keys, "required": list(keys)}


def _ref(name: str) -> JsonObject:
    return {"$ref": f"#/$defs/{name}"}


def _list_of(item: JsonObject) -> JsonObject:
    return {"type": "array", "items": item}
