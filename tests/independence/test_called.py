"""What the origin of a group of tied tellings is called."""

import pytest

from tests.factory import a_claim, a_report, a_source
from whence.independence.called import group_name, speaks_for
from whence.independence.roots import Root
from whence.model import Control, Source, SourceKind

STATE = {"state": "tarvia", "country": "Tarvia"}
AGENCY = a_source("Tarvian Telegraph Agency", SourceKind.MEDIUM, control=Control.STATE_MEDIUM, **STATE)
LEADER = a_source("Davor Melk", SourceKind.PERSON, control=Control.GOVERNMENT, **STATE)
TARVIA = a_source("Tarvia", key="tarvia", control=Control.GOVERNMENT, **STATE)
AGENTS = a_source("Greyhill Talent")
SPOKESWOMAN = a_source("Nessa Pruett", SourceKind.PERSON)
PEOPLE = a_source("two people", SourceKind.UNNAMED)


def root(source: Source | None, counts: str = "yes") -> Root:
    report = a_report("Tarvia tested drones.")
    chain = (source,) if source else ()
    return Root(a_claim(report, "Tarvia tested drones", chain=chain), source, counts, "because", told_by="Kest Herald")


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ([root(AGENCY)], "Government of Tarvia (Tarvian Telegraph Agency)"),
        ([root(LEADER), root(AGENCY), root(TARVIA)], "Government of Tarvia (Tarvian Telegraph Agency, Davor Melk)"),
        ([root(TARVIA)], "Government of Tarvia"),
        ([root(AGENTS), root(SPOKESWOMAN)], "Greyhill Talent (Nessa Pruett)"),
        ([root(PEOPLE, "maybe"), root(AGENTS)], "Greyhill Talent"),
        ([root(PEOPLE, "maybe")], "unnamed: two people (Kest Herald)"),
        ([root(None, "maybe")], "Kest Herald (own assertion)"),
        ([root(None, "no")], "no source named"),
    ],
)
def test_a_group_is_called(group: list[Root], name: str) -> None:
    assert group_name(group, speaks_for(group)) == name
