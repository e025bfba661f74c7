"""A report's card: which terms and names it keeps, how small it is, and what its lead is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import a_report, span_of
from whence.model import Block, BlockKind, Participant, Report, Span
from whence.stories import lead_text, make_card
from whence.stories.card import Vector, stem, term_weights

NO_VECTOR: Vector = np.zeros(384, dtype=np.float32)
TEXT = (
    "Harbour wall at Osmunde gives way\n\nThe old harbour wall at Port Osmunde collapsed on Tuesday, the mayor said.\n\nSubscribe for more."
)


def with_blocks() -> Report:
    report = a_report(TEXT)
    parts = [(BlockKind.HEADLINE, "Harbour wall at Osmunde gives way"), (BlockKind.BOILERPLATE, "Subscribe for more.")]
    body = Block(BlockKind.PARAGRAPH, Span(TEXT.index("The old"), TEXT.index("\n\nSubscribe")))
    blocks = (Block(parts[0][0], span_of(report, parts[0][1])), body, Block(parts[1][0], span_of(report, parts[1][1])))
    return a_report(TEXT, blocks=blocks)


def test_the_lead_is_headline_and_opening_without_boilerplate() -> None:
    lead = lead_text(with_blocks())
    assert lead.startswith("Harbour wall at Osmunde gives way\nThe old harbour wall")
    assert "Subscribe" not in lead


def test_a_headline_that_the_text_lacks_stands_in_the_lead() -> None:
    assert lead_text(a_report("The wall fell.", headline="Wall falls")) == "Wall falls\nThe wall fell."


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Harbours", "harbour"),
        ("cities", "city"),
        ("Osmunde's", "osmunde"),
        ("collapsed", "collaps"),
        ("press", "press"),
        ("sinking", "sink"),
    ],
)
def test_words_are_compared_by_their_stem(word: str, form: str) -> None:
    assert stem(word) == form


def test_names_weigh_more_than_words_and_pairs_of_words_count() -> None:
    weights = term_weights("the ferry Marisol sank; a ferry sank")
    assert weights["marisol"] > weights["sank"] == weights["ferry"]
    assert weights["ferry marisol"] == 1
    assert "the" not in weights


def test_names_are_kept_for_the_reasons_and_participants_come_first() -> None:
    report = a_report("A fire broke out in Port Osmunde, Mayor Ilka Brandt said. Witnesses in Port Osmunde fled.")
    assert "Port Osmunde" in make_card(report, (), NO_VECTOR).names
    assert "Witnesses" not in make_card(report, (), NO_VECTOR).names


def test_participants_of_claims_are_names() -> None:
    from tests.factory import a_claim

    report = a_report("She resigned on Monday.")
    claim = a_claim(report, "She resigned", participants=(Participant("Ilka Brandt", span_of(report, "She"), "agent", "PERSON"),))
    assert make_card(report, (claim,), NO_VECTOR).names == ("Ilka Brandt",)


def test_a_long_report_has_a_small_card() -> None:
    card = make_card(a_report(" ".join(f"word{i} other{i}" for i in range(50_000))), (), NO_VECTOR)
    assert card.terms.nbytes + card.counts.nbytes < 12_000


@given(st.text(max_size=300))
def test_any_text_has_a_card(text: str) -> None:
    card = make_card(a_report(text), (), NO_VECTOR)
    assert len(card.terms) == len(card.counts)
    assert list(card.terms) == sorted(set(card.terms.tolist()))
