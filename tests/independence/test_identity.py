"""Two sources: are they one origin?"""

import pytest

from tests.factory import a_source
from whence.independence.identity import kinship
from whence.model import Control, Source, SourceKind

TTA = a_source("TTA", SourceKind.MEDIUM, key="tta", state="tarvia", country="Tarvia", control=Control.STATE_MEDIUM)
STATE = a_source("Tarvia", key="state:tarvia", state="tarvia", country="Tarvia", control=Control.GOVERNMENT)
MINISTRY = a_source("Tarvian Defence Ministry", state="tarvia", country="Tarvia", control=Control.GOVERNMENT)
INTERIOR = a_source("Tarvian Interior Ministry", state="tarvia", country="Tarvia", control=Control.GOVERNMENT)
INSPECTORATE = a_source("Tarvian Safety Inspectorate", state="tarvia", country="Tarvia", control=Control.GOVERNMENT)
OTHER = a_source("Brenmark Defence Ministry", state="brenmark", country="Brenmark", control=Control.GOVERNMENT)
OFFICIALS = a_source("officials", SourceKind.UNNAMED, key="unnamed:r1:officials")
PEOPLE = a_source("two people", SourceKind.UNNAMED, key="unnamed:r2:two people")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (TTA, STATE, "same"),  # a state medium speaks for the state
        (TTA, MINISTRY, "same"),
        (STATE, MINISTRY, "same"),  # "Ostrel said" and a ministry of it
        (MINISTRY, INTERIOR, "maybe"),  # two bodies of one government
        (MINISTRY, INSPECTORATE, "different"),  # a watchdog is not its government's voice
        (MINISTRY, OTHER, "different"),
        (OFFICIALS, PEOPLE, "maybe"),  # they may be the same people
        (OFFICIALS, MINISTRY, "different"),
        (a_source("Border Service"), a_source("Tarvian Border Service"), "same"),
        (a_source("COG"), a_source("Ceasefire Observation Group"), "same"),
        (a_source("Foss", SourceKind.PERSON), a_source("Linde Foss", SourceKind.PERSON), "same"),
        (a_source("Karl Foss", SourceKind.PERSON), a_source("Linde Foss", SourceKind.PERSON), "different"),
        (a_source("slide of Vantor", SourceKind.DOCUMENT), a_source("Vantor Micro"), "same"),
        (a_source("slide of Vantor", SourceKind.DOCUMENT), a_source("Castell Micro"), "different"),
        (a_source("Commissioner Linde Foss", SourceKind.PERSON), a_source("Linde Foss", SourceKind.PERSON), "same"),
        (a_source("Harbourmaster Linde Foss", SourceKind.PERSON), a_source("Linde Foss", SourceKind.PERSON), "same"),
        (a_source("the army"), a_source("Coastal Institute"), "maybe"),  # only one of them has a name
        (
            a_source("Major Arne Vik", SourceKind.PERSON, part_of=("defence ministry",)),
            a_source("Defence Ministry", key="defence ministry"),
            "same",
        ),
    ],
)
def test_kinship(a: Source, b: Source, expected: str) -> None:
    assert kinship(a, b).degree == kinship(b, a).degree == expected
    if expected == "same":
        assert kinship(a, b).because
