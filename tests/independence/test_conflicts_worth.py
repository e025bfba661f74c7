"""A denial → how likely a reader names it as a disagreement."""

import pytest

from tests.factory import a_claim, a_report, a_source
from whence.independence.conflicts_denials import WORTH
from whence.independence.conflicts_worth import signs_of, worth

HARBOUR = a_report("No such order was given to any of the pilots, the harbour master, Lise Orm, said. Nobody had lunch.")


@pytest.mark.parametrize(
    ("words", "like", "by_report", "named"),
    [
        ("No such order was given to any of the pilots", [0.8, 0.7, 0.6], [0.8, 0.7, 0.6, 0.5], True),  # told by all, in nearly these words
        ("Nobody had lunch", [0.2], [0.2, 0.1, 0.1], False),  # nobody said that anybody had
        ("Nobody had lunch", [], [], False),
    ],
)
def test_a_denial_is_named_where_what_it_denies_is_told(words: str, like: list[float], by_report: list[float], named: bool) -> None:
    claim = a_claim(HARBOUR, words, negated=True, chain=(a_source("Lise Orm"),))
    assert (worth(signs_of(claim, words, like, max(like, default=0.0), by_report)) >= WORTH) is named


def test_more_reports_that_tell_of_it_make_it_likelier() -> None:
    claim = a_claim(HARBOUR, "Nobody had lunch", negated=True)
    few, many = (signs_of(claim, claim.words, [0.6], 0.5, by_report) for by_report in ([0.6, 0.1, 0.1], [0.6, 0.6, 0.6]))
    assert worth(many) > worth(few)
