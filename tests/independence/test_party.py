"""Whether a source speaks of its own doings, in its own words."""

import pytest

from tests.factory import a_claim, a_report, a_source
from whence.independence.party import of_its_own, party_reason
from whence.model import Participant, Span


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("We shut the pumping station ourselves", True),
        ("I signed the order on Monday", True),
        ("our crews were never there", True),
        ("I saw two boats leave", False),
        ("we heard the alarm", False),
        ("It was an accident", False),
    ],
)
def test_who_says_we_or_i_did_speaks_of_himself(said: str, own: bool) -> None:
    report = a_report(f"“{said},” Ada Holm said.")
    mayor = a_source("Ada Holm")
    claim = a_claim(report, said, chain=(mayor,), quotes=(Span(1, 1 + len(said)),))
    assert bool(of_its_own(mayor, [claim])) is own


def test_what_is_not_quoted_is_the_reporter_speaking() -> None:
    report = a_report("Ada Holm told us that the pumps were shut.")
    claim = a_claim(report, "told us that the pumps were shut", chain=(a_source("Ada Holm"),))
    assert of_its_own(a_source("Ada Holm"), [claim]) is None


def test_the_text_of_a_body_is_its_own() -> None:
    report = a_report("This office opened an inquiry on Friday.", outlet="Office of Tolls (press release)")
    claim = a_claim(report, "This office opened an inquiry on Friday")
    assert of_its_own(a_source("Office of Tolls"), [claim]) is not None


@pytest.mark.parametrize(("does", "party"), [("close", True), ("count", False)])
def test_who_only_looks_and_counts_is_no_party(does: str, party: bool) -> None:
    board = a_source("Solm Safety Board")
    report = a_report("The Solm Safety Board did it to three sheds, it said.")
    claim = a_claim(report, "did it to three sheds", chain=(board,), predicate=does)
    claim = a_claim(
        report, "did it to three sheds", chain=(board,), predicate=does, participants=(Participant(board.name, claim.span, "agent", "ORG"),)
    )
    assert (party_reason(board, [claim]) is not None) is party
