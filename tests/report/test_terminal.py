import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from rich.console import Console

from tests.report.any_text import ANY_TEXT, with_text
from tests.report.example import a_trace
from whence.model import Derivation, DerivationKind, Trace
from whence.report.terminal import print_trace
from whence.report.words import derivation_name, derivation_share


def printed(trace: Trace, width: int = 100) -> str:
    out = io.StringIO()
    print_trace(trace, Console(file=out, width=width))
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, printed(a_trace(), width).splitlines())) <= width


@pytest.mark.parametrize(
    "line",
    [
        "1 Tarsonia to halt wheat exports from June",
        "6 reports: Harbour Wire, Coast Radio, Milbury Gazette, Evening Ledger, Grain Daily, The Courier",
        "copied from Harbour Wire: Milbury Gazette (96% of its words)",
        "1. Tarsonia will stop all wheat exports from June 1 4 reports, 2 independent origins: TSNA, a party to the matter; Jonas Veit",
        "● TSNA a party to the matter, counts",
        "also named as “the state news agency TSNA”, “state media”, “Brenhaven”",
        "told as possible by some, as certain by others · why f-end",
        "the same words in 2 reports",
        "Milbury Gazette ← Harbour Wire ← TSNA",
        "Evening Ledger ← TSNA (“state media”) [endorsed by the reporter]",
        "3 reports, no named origin, at most 1: unnamed official at the ministry, unnamed, a party to the matter · denied · no comment",
        "denied by: Millers' union",
        "no comment from: Dorria",
        "~ hedge dropped: Harbour Wire “The ban may last until 2027” → Evening Ledger “The ban will last until 2027”",
        "1.9 million t Coast Radio “1.9 million tonnes”",
        "cite each other: Grain Daily → The Courier → Grain Daily",
        "… and 3 statements told once, in the outlet's own voice",
        "Not finished: 2 inputs",
        "7 reports · 2 stories · 20 tellings.",
    ],
)
def test_it_says(line):
    assert line in flat(printed(a_trace(), 120))


def test_a_long_story_is_cut_and_says_so():
    trace = a_trace()
    story = trace.stories[0]
    many = tuple(replace(story.findings[0], id=f"f{i}", text="so " * 500) for i in range(30))
    out = flat(printed(replace(trace, stories=(replace(story, findings=many),))))
    assert "… and 10 more findings told more than once" in out
    assert out.count("so so") < 20 * 150


def test_an_empty_trace():
    assert "No story found." in printed(Trace((), ()))


@settings(max_examples=25, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_shown_and_never_obeyed(text):
    out = printed(with_text(a_trace(), text))
    out.encode("utf-8")
    assert not any(ord(char) < 32 and char != "\n" for char in out)


def test_many_stories_share_the_room_and_those_of_one_report_are_listed():
    trace = a_trace()
    first, second = trace.stories
    alone = tuple(replace(second, id=f"s{i}", title=f"Story {i}") for i in range(30))
    out = flat(printed(replace(trace, stories=(first, *alone))))
    assert "Told by one report alone (30)" in out
    assert "Story 3" in out
    assert "… and 5 more stories" in out


def test_a_circle_names_an_outlet_once_where_two_of_its_reports_follow_each_other():
    trace = a_trace()
    story = trace.stories[0]
    finding = replace(story.findings[0], circles=(("wire", "radio", "copy"),))
    reports = tuple(replace(report, outlet="Harbour Wire") if report.id == "copy" else report for report in trace.reports)
    out = flat(printed(replace(trace, stories=(replace(story, findings=(finding,)),), reports=reports), 120))
    assert "cite each other: Harbour Wire → Coast Radio → Harbour Wire" in out
    assert "Harbour Wire → Harbour Wire" not in out


@pytest.mark.parametrize(
    ("kind", "confidence", "said"),
    [
        (DerivationKind.COPY, 0.9, ("copied from", "30% of its words")),
        (DerivationKind.REWRITE, 0.5, ("perhaps rewritten from", "30% of its names, numbers and rarer words")),
        (DerivationKind.CITATION, 0.9, ("cites", "")),
    ],
)
def test_a_derivation_says_how_sure_it_is_and_what_is_shared(kind, confidence, said):
    taken = Derivation("a", "b", kind, share=0.3, confidence=confidence)
    assert (derivation_name(taken), derivation_share(taken)) == said
