"""Whether an outlet speaks for itself: a state's medium, who issued a text, who paid for it."""

import pytest

from tests.factory import a_claim, a_report
from whence.independence.speakers import speaker_of
from whence.model import Participant, Report


@pytest.mark.parametrize(
    ("report", "name"),
    [
        (a_report("Tarvia tests drones\n\nIt did.", outlet="TTA", owner="Government of Tarvia"), "TTA"),
        (a_report("Union of Lakes: a statement\n\nIt met.", outlet="Union of Lakes (press release)"), "Union of Lakes (press release)"),
        (
            a_report("Levy raised\n\nIt was.", outlet="Office of Tolls (press release)", owner="Lake Union"),
            "Office of Tolls (press release)",
        ),
        (a_report("Nine blasts\n\nThey were heard.", outlet="Truce Watch Group (spot report)"), "Truce Watch Group (spot report)"),
        (a_report("Spill at Corrow\n\nOil escaped.", outlet="Pipeline Safety Board"), "Pipeline Safety Board"),
        (a_report("Spill at Corrow\n\nOil escaped.", outlet="Court and Council News"), None),
        (a_report("Drones tested\n\nThey were.", outlet="Kest Herald", owner="Herald Group"), None),
        (a_report("Drones tested\n\nThey were."), None),
    ],
)
def test_who_speaks_for_itself(report: Report, name: str | None) -> None:
    speaker = speaker_of(report, ())
    assert (speaker.name if speaker else None) == name


def test_a_distributed_statement_is_of_whom_it_is_about() -> None:
    report = a_report(
        "Veltrans opens a terminal\n\nVeltrans opened it today.", outlet="Statement Wire", owner="paid distribution of statements"
    )
    claim = a_claim(report, "Veltrans opened it today")
    claim = a_claim(report, "Veltrans opened it today", participants=(Participant("Veltrans", claim.span, "agent", "ORG"),))
    speaker = speaker_of(report, (claim,))
    assert speaker is not None
    assert speaker.name == "Veltrans"
    assert speaker_of(report, ()) is None


def test_a_body_that_other_reports_quote_speaks_for_itself() -> None:
    assert speaker_of(a_report("A crack", outlet="RiverWatch"), (), speaks_elsewhere=True) is not None
