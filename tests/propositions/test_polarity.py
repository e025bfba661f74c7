"""What a claim's own words deny: tellings that say the opposite stand beside a proposition, never behind it."""

import pytest

from tests.factory import a_claim, a_report
from whence.compare import denies_itself, says_so
from whence.independence.weigh import polarity, supports
from whence.model import Act, Claim, Span
from whence.models import Encoder
from whence.propositions import match


@pytest.mark.parametrize(
    "words",
    [
        "No licence has been granted for the quarry",
        "None of the pumps was running",
        "nobody crossed the river that night",
        "not a single truck left the depot",
        "the chamber that there is no licence",
        "the tank was sound and that not a litre had leaked",
        "The report of a strike is entirely false",
        "a strike had been ruled out",
        "The pumps went nine weeks without an inspection",
        "Inspectors found nothing to suggest that the tank had leaked",
        "Ministry: no sign that the tank leaked",
    ],
)
def test_words_that_deny_themselves(words: str) -> None:
    assert denies_itself(words)


@pytest.mark.parametrize(
    "words",
    [
        "There is no doubt that the tank leaked",
        "No fewer than forty pumps were running",
        "No. 4 pump was running",
        "not only the tank but the pipe leaked",
        "The report of a strike was not false",
        "A strike has not been ruled out",
        "It goes without saying that the tank leaked",
        "The minister left without a word after the tank leaked",
        "The tank leaked and the farmers were furious",
        "The notice that the minister signed was posted",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert not denies_itself(words)


def told(id: str, sentence: str, **facts: object) -> Claim:
    return a_claim(a_report(f"{sentence}.", id=id), sentence, **facts)


@pytest.mark.parametrize(
    ("claim", "so"),
    [
        (told("r0", "Water is coming through the wall"), True),
        (told("r0", "Not a drop is coming through the wall"), False),
        (told("r0", "that no water is coming through the wall", act=Act.DENIES, negated=True), True),
        (told("r0", "Water is not coming through the wall", evidence=(("negation", Span(9, 12)),)), False),
        (told("r0", "No water is coming through the wall", evidence=(("negation", Span(0, 2)),)), False),
        (told("r0", "Water is coming through the wall", act=Act.DENIES, negated=True), False),
    ],
)
def test_denial_and_negation_cancel(claim: Claim, so: bool) -> None:
    assert says_so(claim) is so


def test_the_opposite_in_the_same_words_is_never_support(encoder: Encoder) -> None:
    leaks = told("r0", "A lot of water is coming through the wall of the Ilmar dam")
    dry = told("r1", "Not a drop of water is coming through the wall of the Ilmar dam")
    (one,) = match([leaks, dry], encoder.encode)
    assert set(one.claims) == {leaks.id, dry.id} and "Not a drop" not in one.says
    base = polarity([leaks, dry])
    assert supports(leaks, base) and not supports(dry, base)


def test_two_ways_to_say_that_nothing_was_done_agree() -> None:
    none, without = told("r0", "No drill was held for a year"), told("r1", "The crews went a year without a drill")
    assert polarity([none, without]) is False
    assert supports(none, base=False) and supports(without, base=False)
