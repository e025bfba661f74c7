"""What is in doubt raises only the most: names that are none, words that turn, people of one house."""

import pytest

from tests.factory import a_claim, a_report, a_source
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


def test_a_line_that_others_repeat_word_for_word_needs_no_words_in_common_with_a_paraphrase() -> None:
    third = a_report("Nothing flew, the coastguard said.", id="c", outlet="Solm Radio")
    denied = (third, a_claim(third, "Nothing flew", chain=(a_source("Solm Coastguard"),), negated=True, act=Act.DENIES))
    other = a_report("Aircraft without pilots flew, it said.", id="d", outlet="Solm Mail")
    mayor = a_source("Ada Holm", PERSON)
    paraphrase = (other, a_claim(other, "Aircraft without pilots flew"))
    once = weighed(told("a", 7, chain=(mayor,)), paraphrase, denied)
    twice = weighed(told("a", 7, chain=(mayor,)), told("b", 8, chain=(mayor,)), paraphrase, denied)
    assert (once.independent[0], twice.independent[0]) == (0, 1)


def test_what_another_report_lays_to_a_body_too_is_not_heard_in_its_own_text_alone() -> None:
    denied = told("c", 9, chain=(a_source("Solm Coastguard"),), negated=True, act=Act.DENIES)
    board = a_source("Harbour Board")
    issued, cited = told("a", 7, outlet="Harbour Board (press release)"), told("b", 8, chain=(board,))
    assert weighed(issued, denied).independent == (0, 1)
    assert weighed(issued, cited, denied).independent == (1, 1)
