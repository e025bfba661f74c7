import inspect
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.report.example import a_reading, a_trace
from whence.model import Claim, Finding, Trace
from whence.report.schema import schema
from whence.report.shape import VERSION, attribute_object, trace_object

# The keys and types of each version, as they were when it was made. `python -m tests.report.test_schema` writes the newest.
PINNED = Path(__file__).with_name("shape.json")


def validate(value: Any, name: str) -> None:
    whole = schema()
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]}).validate(value)


def test_it_is_a_schema_and_json():
    jsonschema.Draft202012Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


def test_a_trace_is_as_the_schema_says():
    validate(trace_object(a_trace()), "Trace")
    validate(trace_object(Trace((), ())), "Trace")


def test_a_reading_is_as_the_schema_says():
    validate(attribute_object(a_reading()), "Reading")


@pytest.mark.parametrize("noun", ["Finding", "Claim", "Origin", "Story", "Derivation", "Report", "Failure", "Source", "Attribution"])
def test_every_key_is_told_and_no_other(noun):
    told = schema()["$defs"][noun]
    assert set(told["required"]) == set(told["properties"])
    seen = _objects_of(noun)
    assert seen and all(set(each) == set(told["properties"]) for each in seen)


def _objects_of(noun: str) -> list[dict[str, Any]]:
    trace, line = trace_object(a_trace()), attribute_object(a_reading())
    findings, tellings = trace["findings"], [each for finding in trace["findings"] for each in finding["tellings"]]
    return {
        "Finding": findings,
        "Claim": tellings + line["tellings"] + line["own_voice"],
        "Origin": [each for finding in findings for each in finding["origins"] + finding["unattributed"]],
        "Story": trace["stories"],
        "Derivation": trace["derivations"],
        "Report": trace["reports"],
        "Failure": trace["failures"],
        "Source": [each for telling in tellings for each in telling["chain"]],
        "Attribution": line["attributions"],
    }[noun]


def test_a_wrong_shape_is_refused():
    made = trace_object(a_trace())
    made["findings"][0]["independent"] = ["1", 2]
    with pytest.raises(jsonschema.ValidationError):
        validate(made, "Trace")


def test_descriptions_are_the_docstrings_with_the_keys_of_the_json():
    defs = schema()["$defs"]
    assert defs["Finding"]["description"] == inspect.cleandoc(Finding.__doc__ or "")
    assert "`text` are the words at `span`" in defs["Claim"]["description"]
    assert "`words`" in (Claim.__doc__ or "")


def test_within_a_version_keys_are_only_added():
    """If this fails, a key was renamed, removed or has another type: raise VERSION in shape.py and write the pin anew."""
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    assert pinned["version"] == VERSION
    assert {noun: {key: keys_and_types()[noun].get(key) for key in keys} for noun, keys in pinned["nouns"].items()} == pinned["nouns"]


def keys_and_types() -> dict[str, Any]:
    defs = schema()["$defs"].items()
    return {noun: {key: _type(told) for key, told in shape["properties"].items()} for noun, shape in defs if "properties" in shape}


def _type(told: dict[str, Any]) -> str:
    """ "[Claim]", "string | null", "[[string, Span]]": short enough to read in a diff."""
    if "$ref" in told:
        return told["$ref"].removeprefix("#/$defs/")
    if "anyOf" in told:
        return " | ".join(map(_type, told["anyOf"]))
    if "prefixItems" in told:
        return f"[{', '.join(map(_type, told['prefixItems']))}]"
    return f"[{_type(told['items'])}]" if "items" in told else str(told.get("format") or told.get("type") or "object")


if __name__ == "__main__":
    PINNED.write_text(json.dumps({"version": VERSION, "nouns": keys_and_types()}, indent=1) + "\n", encoding="utf-8")
