"""What one report knows of a name, the other reports of its story may use."""

from tests.factory import a_source
from whence.independence.aliases import know_each_other
from whence.model import Control, SourceKind

TTA = a_source("TTA", SourceKind.MEDIUM, key="tta", state="tarvia", country="Tarvia", control=Control.STATE_MEDIUM)


def test_a_last_name_gets_its_full_name() -> None:
    short, full = a_source("Melk"), a_source("Davor Melk", SourceKind.PERSON, state="tarvia", country="Tarvia")
    known = know_each_other([short, full], {})
    assert known[short].name == "Davor Melk"
    assert known[short].state == "tarvia"


def test_two_people_of_one_name_are_left_alone() -> None:
    short = a_source("Foss", SourceKind.PERSON)
    known = know_each_other([short, a_source("Linde Foss", SourceKind.PERSON), a_source("Karl Foss", SourceKind.PERSON)], {})
    assert known[short].name == "Foss"


def test_state_media_is_the_only_one_there_is() -> None:
    unnamed = a_source("state media", SourceKind.MEDIUM)
    assert know_each_other([unnamed, TTA], {})[unnamed].key == "tta"


def test_state_media_of_two_states_is_unknown() -> None:
    unnamed = a_source("state media", SourceKind.MEDIUM)
    other = a_source("RSN", SourceKind.MEDIUM, key="rsn", state="sorovia", country="Sorovia", control=Control.STATE_MEDIUM)
    assert know_each_other([unnamed, TTA, other], {})[unnamed].state is None


def test_a_capital_speaks_for_the_state_whose_medium_writes_from_there() -> None:
    city = a_source("Ostrel")
    assert know_each_other([city, TTA], {"ostrel": "Tarvia"})[city].key == "state:tarvia"
