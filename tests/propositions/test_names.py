"""One name for each state, whatever it is called."""

import pytest

from whence.propositions.names import one_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("technical aid from Moscow", "technical aid from Russia"),
        ("the Kremlin denied it", "the Russia denied it"),
        ("North Korean soldiers in Pyongyang", "North Korea soldiers in North Korea"),
        ("Tasso spoke in Port Hallin", "Tasso spoke in Port Hallin"),
        ("nothing here", "nothing here"),
    ],
)
def test_one_name(text: str, expected: str) -> None:
    assert one_name(text) == expected
