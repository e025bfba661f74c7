"""Numbers and denials that disagree from finding to finding: found in the whole story, each once."""

from typing import Any

import numpy as np
import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence.conflicts_camps import Bars, Encode, camps
from whence.independence.conflicts_denials import denial_disputes, denying
from whence.independence.conflicts_numbers import number_disputes
from whence.independence.conflicts_story import settle
from whence.independence.meanings import Meanings, meanings_of
from whence.model import Claim, Finding, Quantity, SourceKind
from whence.text import words

WARDEN = a_source("Ilka Marsten", SourceKind.PERSON)


def by_words() -> Encode:
    """Stands for the encoder: texts are alike as far as they share words."""
    rows: dict[str, int] = {}

    def encode(texts: list[str]) -> np.ndarray[Any, Any]:
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for n, text in enumerate(texts):
            vectors[n, [rows.setdefault(word, len(rows)) for word in words(text)]] = 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    return encode


def like(claims: list[Claim]) -> Meanings:
    return meanings_of(claims, by_words()([claim.plain for claim in claims]))


def counted(id: str, said: str, *figures: tuple[str, float, str | None], **facts: Any) -> Claim:
    report = a_report(f"{said}.", id=id)
    return a_claim(report, said, quantities=tuple(Quantity(span_of(report, text), text, n, unit) for text, n, unit in figures), **facts)


def said(id: str, text: str, **facts: Any) -> Claim:
    return a_claim(a_report(f"{text}.", id=id), text, **facts)


def a_finding(id: str, *claims: Claim) -> Finding:
    return Finding(id, "s", id, claims, (), (0, 0), False, ())


NINE = counted("a", "The slip at the Orlo quarry killed nine men", ("nine men", 9.0, "man"))
ELEVEN = counted("b", "The slip at the Orlo quarry killed eleven men", ("eleven men", 11.0, "man"))


def test_two_counts_of_one_thing_in_two_findings() -> None:
    (dispute,) = number_disputes([NINE, ELEVEN], by_words())
    assert [value.value for value in dispute.conflict.values] == ["nine men", "eleven men"]


@pytest.mark.parametrize(
    "other",
    [
        counted("b", "The slip at the Orlo quarry killed nine men", ("nine men", 9.0, "man")),
        counted("b", "Ferry fares on the northern line rise to eleven crowns", ("eleven crowns", 11.0, "crown")),
        counted("b", "The slip at the Orlo quarry was heard eleven kilometres off", ("eleven kilometres", 11.0, "km")),
    ],
    ids=["the same", "another matter", "another unit"],
)
def test_no_other_count_of_it(other: Claim) -> None:
    assert number_disputes([NINE, other], by_words()) == []


def test_one_telling_counts_two_things() -> None:
    both = (("Nine men", 9.0, "man"), ("eleven men", 11.0, "man"))
    text = "Nine men were killed in the quarry, and eleven men were hurt in the quarry"
    assert number_disputes([counted("a", text, *both), counted("b", text, *both)], by_words()) == []


def test_the_same_words_in_many_reports_are_all_shown() -> None:
    again = counted("c", "The slip at the Orlo quarry killed nine men", ("nine men", 9.0, "man"))
    (dispute,) = number_disputes([NINE, ELEVEN, again], by_words())
    assert [value.evidence.report for value in dispute.conflict.values] == ["a", "b", "c"]


def test_a_denial_and_what_it_denies() -> None:
    yes = said("a", "The council sold the water works to Brant Holding")
    no = said("b", "The council never sold the water works to Brant Holding, she said", chain=(WARDEN,))
    (dispute,) = denial_disputes([yes, no], by_words(), like([yes, no]))
    assert [(value.value, value.evidence.report) for value in dispute.conflict.values] == [("yes", "a"), ("no", "b")]


@pytest.mark.parametrize(
    "other",
    [
        "The council never sold the water works to Brant Holding, she said",
        "Nobody has sold the water works to Brant Holding",
        "Snow closed the mountain road for a week",
    ],
    ids=["the denial again", "another denial", "another matter"],
)
def test_no_denial_of_it(other: str) -> None:
    no = said("b", "The council never sold the water works to Brant Holding, she said", chain=(WARDEN,))
    assert denial_disputes([said("a", other), no], by_words(), like([said("a", other), no])) == []


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("She did not sell it", True),
        ("Talk of a sale is baseless", True),
        ("An aide who asked not to be named spoke of a sale", False),
        ("No fewer than forty looms burned", False),
        ("He did not act in any film until he was thirty", False),
    ],
)
def test_words_that_deny(text: str, denies: bool) -> None:
    assert bool(denying(text)) is denies


def test_the_conflict_stands_with_the_finding_that_tells_most_of_it() -> None:
    again = counted("c", "The slip at the Orlo quarry killed eleven men", ("eleven men", 11.0, "man"))
    settled = settle([a_finding("one", NINE), a_finding("two", ELEVEN, again)], by_words(), like([NINE, ELEVEN, again]))
    assert [len(finding.conflicts) for finding in settled] == [0, 1]


def test_nothing_is_looked_for_without_an_encoder() -> None:
    assert not any(finding.conflicts for finding in settle([a_finding("one", NINE), a_finding("two", ELEVEN)]))


def test_a_weak_pair_joins_and_founds_nothing() -> None:
    pairs = {(0, 1): 0.5, (1, 2): 0.1, (3, 4): 0.1}
    assert camps(pairs, lambda a, b: (a, b) != (0, 2), Bars(found=0.3, joins=0.05, alike=0.4, near=0.1)) == [[0, 1, 2]]
    assert camps(pairs, lambda a, b: (a, b) != (0, 2), Bars(found=0.3, joins=0.05, alike=0.4, near=0.5)) == [[0, 1]]
