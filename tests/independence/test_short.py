"""What is short for one body of the story is that body, and stays what it is where there are two."""

from tests.factory import a_source
from whence.independence.aliases import know_each_other
from whence.model import Source, SourceKind

GUARD = a_source("Harl Coastguard", SourceKind.ORGANISATION)
SHORT = a_source("Coastguard", SourceKind.ORGANISATION)


def known_as(source: Source, *others: Source) -> str:
    return know_each_other([source, *others], {})[source].name


def test_the_only_one_of_its_kind() -> None:
    assert known_as(SHORT, GUARD) == "Harl Coastguard"


def test_one_of_two() -> None:
    assert known_as(SHORT, GUARD, a_source("Corbel Coastguard", SourceKind.ORGANISATION)) == "Coastguard"


def test_a_country_is_not_its_ministry() -> None:
    ministry = a_source("Tarvia's Trade Ministry", SourceKind.ORGANISATION, state="tarvia", country="Tarvia")
    assert known_as(a_source("Tarvia", SourceKind.ORGANISATION), ministry) == "Tarvia"
