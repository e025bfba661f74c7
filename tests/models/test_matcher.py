"""The encoder of what is said: which of two claims lies nearer to a third."""

import numpy as np
import pytest

from whence.models import load_matcher
from whence.settings import Settings


def _cosines(first: str, *others: str) -> list[float]:
    vectors = load_matcher(Settings.default()).encode([first, *others])
    return [float(each) for each in vectors[1:] @ vectors[0]]


@pytest.mark.parametrize(
    ("claim", "same", "other"),
    [
        (
            "A fire at the Ostrel paper mill killed four workers on Monday.",
            "Four people died when the mill in Ostrel burned.",
            "A fire at a hotel in Dunmere killed nine guests in March.",
        ),
        (
            "The mayor of Tarnholt resigned over the bridge contract.",
            "Ilse Varn stepped down as mayor after questions about who was paid for the bridge.",
            "The mayor of Tarnholt opened the bridge on Saturday.",
        ),
        (
            "The strike at the port of Lissac will last until Friday.",
            "Dockers in Lissac are to stay out to the end of the week.",
            "Dockers in Lissac are paid less than those in Varmouth.",
        ),
        (
            "An earthquake of magnitude 6.1 shook the island of Sorra.",
            "Sorra was hit by a strong quake.",
            "The earthquake on Pellan in 2009 left 20,000 homeless.",
        ),
    ],
)
def test_the_same_event_is_nearer_than_another_of_its_kind(claim: str, same: str, other: str) -> None:
    near, far = _cosines(claim, same, other)
    assert near > far + 0.05


def test_vectors_have_length_one_whatever_the_text() -> None:
    vectors = load_matcher(Settings.default()).encode(["", "…", "The dam broke. " * 200, "The dam broke."])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_a_claim_has_one_vector_in_any_company() -> None:
    encoder = load_matcher(Settings.default())
    claims = ["The dam broke.", "Two villages were evacuated after the dam above them broke on Sunday night.", "It rained."]
    together, alone = encoder.encode(claims), np.vstack([encoder.encode([claim]) for claim in claims])
    assert np.allclose((together * alone).sum(1), 1, atol=2e-3)
