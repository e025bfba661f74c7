import io

import pytest
from hypothesis import given, settings
from rich.console import Console

from tests.report.any_text import ANY_TEXT, with_text
from tests.report.example import reports, the_ban, the_default, the_end, the_stocks
from whence.report.why import explain, print_why


@pytest.mark.parametrize(
    "finding, line",
    [
        (the_ban(), "finding: Tarsonia will stop all wheat exports from June 1 (f-ban)"),
        (the_ban(), "count: 4 reports, 2 independent origins: TSNA, a party to the matter; Jonas Veit · told without a hedge"),
        (the_ban(), "origin: TSNA, a party to the matter, counts"),
        (the_ban(), "    source: TSNA (medium) “the state news agency TSNA” (wire, line 2, [125, 151))"),
        (the_ban(), "      because: “state news agency TSNA” says whose it is"),
        (the_ban(), "    cue: “said” (wire, line 2, [152, 156))"),
        (the_ban(), "tied: Harbour Wire (wire), Milbury Gazette (copy), Evening Ledger (rewrite): same origin"),
        (the_end(), "    certainty: possible “may” (wire, line 6, [276, 279))"),
        (the_ban(), "    time: 2026-06-01 “June 1” (wire, line 2, [117, 123))"),
        (the_stocks(), "    number: 2,400,000 t “2.4 million tonnes” (wire, line 4, [185, 203))"),
        (the_end(), "denied by: Millers' union"),
        (the_end(), "changed: hedge dropped, “may” is gone"),
        (the_stocks(), "  1.9 million t: Coast Radio “1.9 million tonnes” (radio, line 4, [226, 244))"),
        (the_default(), "they cite each other: Grain Daily → The Courier → Grain Daily"),
    ],
)
def test_explain(finding, line):
    assert line in explain(finding, reports())


def test_every_place_holds_the_words_that_are_shown():
    for line in explain(the_ban(), reports()):
        if line.endswith("))") and "[" in line:
            id = line.rsplit("(", 1)[0] and line[line.rindex(" (") + 2 :].split(",")[0]
            start, end = map(int, line[line.rindex("[") + 1 : -2].split(", "))
            assert f"“{' '.join(reports()[id].text[start:end].split())}”" in line


def test_printed_lines_are_the_explained_ones():
    out = io.StringIO()
    print_why(the_end(), reports(), Console(file=out, width=4000))
    assert len(out.getvalue().splitlines()) == len(explain(the_end(), reports()))


def test_reports_that_are_not_given_are_called_by_id():
    assert any(line.startswith("  wire: time unknown") for line in explain(the_ban(), {}))


@settings(max_examples=25, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_one_line_each(text):
    lines = explain(with_text(the_end(), text), {text: with_text(reports()["wire"], text)})
    assert all(len(line.splitlines()) <= 1 for line in lines)
