"""Groups that hang together, and what arrows lead to, on letters."""

import pytest

from whence.independence.linked import arrows, linked_groups, reached


@pytest.mark.parametrize(
    ("things", "pairs", "groups"),
    [
        ("", [], []),
        ("abc", [], ["a", "b", "c"]),
        ("abcd", ["ca"], ["ac", "b", "d"]),
        ("abcde", ["ab", "de", "eb", "ab", "cc"], ["abde", "c"]),
    ],
)
def test_pairs_join_groups(things: str, pairs: list[str], groups: list[str]) -> None:
    assert linked_groups(things, ((a, b) for a, b in pairs)) == [set(group) for group in groups]


@pytest.mark.parametrize(
    ("pairs", "start", "found"),
    [
        (["ab", "bc", "dc"], "a", "bc"),
        (["ab", "bc", "dc"], "c", ""),
        (["ab", "bc", "ca"], "a", "bc"),
        (["ab"], "x", ""),
    ],
)
def test_arrows_are_followed_to_their_ends(pairs: list[str], start: str, found: str) -> None:
    assert reached(start, arrows((a, b) for a, b in pairs)) == set(found)
