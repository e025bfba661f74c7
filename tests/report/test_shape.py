from dataclasses import replace

import pytest

from tests.report.example import a_reading, a_trace, the_ban, the_end, the_stocks
from whence.model import Certainty, Origin, Quantity, SourceKind, Span
from whence.report.shape import attribute_object, finding_object, is_origin, plain, trace_object


@pytest.mark.parametrize(
    "noun, expected",
    [
        (Span(3, 9), [3, 9]),
        (Certainty.POSSIBLE, "possible"),
        (None, None),
        ((Span(0, 1), Span(2, 3)), [[0, 1], [2, 3]]),
        (float("inf"), None),
        (a_trace().reports[0].published, "2026-05-04T09:30:00+02:00"),
    ],
)
def test_plain(noun, expected):
    assert plain(noun) == expected


def test_a_trace_has_the_lists_that_the_scorers_read():
    made = trace_object(a_trace())
    assert made["whence"] == {"schema": 1}
    assert made["stories"][0]["reports"][:2] == ["wire", "radio"]
    assert made["stories"][0]["findings"][0] == "f-ban" == made["findings"][0]["id"]
    assert [(each["from"], each["to"], each["kind"]) for each in made["derivations"]][:2] == [
        ("wire", "copy", "copy"),
        ("wire", "rewrite", "rewrite"),
    ]
    assert {each["report"] for each in made["failures"]} == {"inbox/scan.pdf", "inbox/empty.txt"}
    assert made["reports"][0]["id"] == "wire"


def test_a_finding_has_says_tellings_origins_and_range():
    made = finding_object(the_ban())
    assert made["says"] == "Tarsonia will stop all wheat exports from June 1"
    assert made["independent"] == [2, 2]
    assert [each["name"] for each in made["origins"]] == ["TSNA", "Jonas Veit"]
    assert [each["name"] for each in made["unattributed"]] == ["Evening Ledger, in its own voice"]
    telling = made["tellings"][1]
    assert telling["text"].endswith("the state news agency TSNA said on Monday.")
    assert [each["name"] for each in telling["chain"]] == ["Harbour Wire", "TSNA"]
    assert telling["factuality"] == 1.0


def test_drift_and_conflicts_stand_flat():
    made = finding_object(the_stocks())
    drift = made["drift"][0]
    assert (drift["from_report"], drift["from_text"], drift["to_report"], drift["to_text"]) == (
        "wire",
        "2.4 million tonnes",
        "rewrite",
        "4.2 million tonnes",
    )
    assert [(each["report"], each["text"], each["value"]) for each in made["conflicts"][0]["values"]][2] == (
        "radio",
        "1.9 million tonnes",
        "1.9 million t",
    )


@pytest.mark.parametrize(
    "counts, kind, stands",
    [
        ("yes", SourceKind.PERSON, True),
        ("maybe", SourceKind.UNNAMED, True),
        ("no", SourceKind.UNNAMED, True),
        ("no", SourceKind.IMPERSONAL, False),
        ("no", None, False),
    ],
)
def test_who_stands_among_the_origins(counts, kind, stands):
    assert is_origin(Origin("somebody", kind, "k", counts, False, ()), the_ban()) is stands


def test_a_denier_is_no_origin():
    made = finding_object(the_end())
    assert [each["name"] for each in made["origins"]] == ["unnamed official at the ministry"]
    assert "Millers' union" in [each["name"] for each in made["unattributed"]]


def test_attributions_and_tellings_of_one_report():
    made = attribute_object(a_reading())
    text = made["text"]
    assert made["id"] == "wire"
    assert all({"source", "cue", "content"} <= each.keys() for each in made["attributions"])
    (start, end), *_ = made["attributions"][0]["source"]
    assert text[start:end] == "the state news agency TSNA"
    telling = made["tellings"][0]
    assert telling["chain"][0]["kind"] == "medium"
    assert text[slice(*telling["chain"][0]["span"])] == "the state news agency TSNA"
    assert [each["text"] for each in made["own_voice"]] == ["Wheat is the country's main crop."]


def test_a_hop_without_a_place_is_left_out_of_the_line_of_a_report():
    reading = a_reading()
    first = reading.claims[0]
    unplaced = replace(first.chain[0], name="Harbour Wire", span=None)
    made = attribute_object(replace(reading, claims=(replace(first, chain=(unplaced, *first.chain)),)))
    assert [each["name"] for each in made["tellings"][0]["chain"]] == ["TSNA"]


def test_a_number_too_large_for_json_becomes_null():
    assert plain(Quantity(Span(0, 1), "9", float("inf")))["value"] is None
