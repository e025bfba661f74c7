"""What is in doubt raises only the most: names that are none, words that turn, people of one house."""

import pytest

from tests.factory import a_source
from tests.independence.test_weigh import STAFF, TTA, told, weighed
from whence.independence.assured import no_name, unlike_a_name
from whence.independence.belonging import houses, sentences_of
from whence.model import Act, SourceKind

PERSON = SourceKind.PERSON


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("Ada Holm", True),
        ("Dr Ada Holm", True),
        ("FLOOD", False),
        ("Monday. Whoever", False),
        ("After Solm", False),
        ("Envoy Holm", False),
        ("You", False),
        ("C", False),
        ("Statement of", False),
        ("Published", False),
    ],
)
def test_names_of_people(name: str, good: bool) -> None:
    source = a_source(name, PERSON)
    assert (not no_name(source) and not unlike_a_name(source)) is good


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The Dockers' Guild has a secretary, Ada Holm, who spoke.", True),
        ("Ada Holm, chairwoman of Solm Shipping, spoke.", False),
        ("Ada Holm said the Guild was wrong.", False),
        ("The Guild denied it. “Nobody left,” its secretary, Ms Ada Holm, said.", True),
        ("The Guild denied it. Ada Holm laughed.", False),
    ],
)
def test_who_speaks_for_a_body(text: str, joined: bool) -> None:
    guild, holm = a_source("Dockers' Guild"), a_source("Ada Holm", PERSON)
    assert bool(houses([holm], [guild], sentences_of([text]))) is joined


def test_a_contested_matter_is_confirmed_by_one_at_most() -> None:
    denied = told("c", 9, chain=(a_source("Solm Coastguard"),), negated=True, act=Act.DENIES)
    assert weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(STAFF,))).independent == (2, 2)
    assert weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(STAFF,)), denied).independent == (1, 2)
