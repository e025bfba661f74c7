from dataclasses import replace

import pytest

from tests.factory import a_source
from tests.report.example import reports, the_ban, the_default, the_end, the_stocks
from whence.model import Certainty, Quantity, Span
from whence.report import words


@pytest.mark.parametrize(
    "finding, line",
    [
        (the_ban(), "4 reports, 2 independent origins: TSNA, a party to the matter; Jonas Veit"),
        (
            the_stocks(),
            "3 reports, 1 independent origin: Government of Tarsonia, a party to the matter · 1 change on the way · 1 disagreement",
        ),
        (
            the_end(),
            "3 reports, no named origin, at most 1: unnamed official at the ministry, unnamed, a party to the matter"
            " · denied · no comment · 1 change on the way · 1 disagreement",
        ),
        (the_default(), "2 reports, no named origin, at most 1: perhaps a circle of two reports · cited in a circle"),
        (replace(the_ban(), independent=(1, 2)), "4 reports, 1 to 2 independent origins: TSNA, a party to the matter; Jonas Veit"),
        (replace(the_ban(), independent=(0, 0)), "4 reports, no origin in sight"),
    ],
)
def test_count_line(finding, line):
    assert words.count_line(finding) == line


def test_certainty_line():
    assert words.certainty_line(the_end()) == "told as possible by some, as certain by others"
    assert words.certainty_line(replace(the_end(), certainty=(Certainty.POSSIBLE, Certainty.POSSIBLE))) == "told as possible"


@pytest.mark.parametrize(
    "name, mention, shown",
    [
        ("TSNA", "state media", "TSNA (“state media”)"),
        ("TSNA", "the state news agency TSNA", "TSNA"),
        ("Ulric Tasso", "Tasso", "Ulric Tasso"),
        ("", "officials", "officials"),
    ],
)
def test_hop(name, mention, shown):
    assert words.hop(a_source(name, mention=mention)) == shown


@pytest.mark.parametrize(
    "quantity, said",
    [
        (Quantity(Span(0, 1), "x", 2.4e6, "t"), "2,400,000 t"),
        (Quantity(Span(0, 1), "x", 12, "people", "at_least", 12), "at least 12 people"),
        (Quantity(Span(0, 1), "x", 0.5), "0.5"),
        (Quantity(Span(0, 1), "x", float("inf"), "USD", "about"), "about inf USD"),
    ],
)
def test_amount(quantity, said):
    assert words.amount(quantity) == said


def test_when_gives_the_offset_of_the_report():
    assert words.when(reports()["wire"]) == "4 May 2026, 09:30 +02:00"
    assert words.when(None) == "time unknown"


def test_shown_keeps_length_and_drops_what_a_screen_would_obey():
    assert words.shown("a\x1b[31mb\u202ec\ud800") == "a\ufffd[31mb\ufffdc\ufffd"
    assert words.shown("line\nnext\ttab") == "line\nnext\ttab"


@pytest.mark.parametrize("count, said", [(0, "0 stories"), (1, "1 story"), (20000, "20,000 stories")])
def test_many(count, said):
    assert words.many(count, "story", "stories") == said


def test_who_heard_unnamed_people_stands_after_what_they_are_called() -> None:
    origin = replace(the_end().origins[0], name="unnamed: two officials (Evening Post)")
    assert words.origin_name(origin) == "“two officials” (Evening Post)"
