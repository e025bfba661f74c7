import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.report.any_text import ANY_TEXT, with_text
from tests.report.example import a_trace
from whence.model import Trace
from whence.report.page import write_html

VOID = {"meta", "path", "rect", "marker"}


class Tags(HTMLParser):
    """Every tag and attribute of a page; complains about a tag that is closed and was not open."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open and self.open.pop() == tag


def tags_of(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    tags.close()
    assert tags.open == []
    return tags


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    out = tmp_path_factory.mktemp("page") / "trace.html"
    write_html(a_trace(), out)
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plain_tags(page) -> Tags:
    return tags_of(page)


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_it_needs_nothing_else(page):
    tags = tags_of(page)
    assert not tags.seen & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not re.search(r"https?://|url\((?!#)|@import", page)
    assert "default-src 'none'" in page


def test_every_link_has_its_place_and_every_place_one_name(page):
    tags = tags_of(page)
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))


@pytest.mark.parametrize(
    "said",
    [
        "7 reports · 2 stories · 20 tellings",
        "2 independent origins: TSNA, a party to the matter; Jonas Veit 4 reports, 5 tellings",
        "a party to the matter",
        "Also named as “the state news agency TSNA”, “state media”, “Brenhaven”",
        "Denied by Millers&#39; union",
        "No comment from Dorria",
        "Changed on the way: hedge dropped",
        "Reports disagree: different numbers how much grain is in store",
        "They cite each other in a circle",
        "Why tellings are not counted apart: 2 ties",
        "3 statements told once, in the outlet’s own voice",
        "not text: save the page as HTML or text",
        "They do not say whether it is true.",
        "Admiralty F6: reliability and truth cannot be judged from the texts alone",
        "1 has one (each a party to the matter)",
    ],
)
def test_it_says(page, said):
    assert said in words_of(page)


def test_words_are_marked_in_place(page):
    assert '<mark class="m source" title="source, hop 1: TSNA">the state news agency TSNA<sup>1</sup></mark>' in page
    assert '<mark class="m content label" title="content, certainty: possible">may</mark>' in page
    assert '<div class="block boilerplate" dir="auto">' in page


def test_times_and_numbers_are_read_out(page):
    assert "“June 1”: 2026-06-01" in page
    assert "“2.4 million tonnes”: 2,400,000 t" in page


def test_an_empty_trace_has_a_page(tmp_path):
    write_html(Trace((), ()), tmp_path / "empty.html")
    assert "No story found." in (tmp_path / "empty.html").read_text(encoding="utf-8")


def test_with_many_reports_the_full_texts_are_folded(tmp_path):
    trace = a_trace()
    many = tuple(replace(trace.reports[0], id=f"x{i}") for i in range(40))
    write_html(replace(trace, reports=(*trace.reports, *many)), tmp_path / "many.html")
    assert '<details class="report" id="r1">' in (tmp_path / "many.html").read_text(encoding="utf-8")


def test_a_long_story_folds_its_later_findings(tmp_path):
    trace = a_trace()
    story = trace.stories[0]
    many = tuple(replace(story.findings[0], id=f"f{i}") for i in range(30))
    write_html(replace(trace, stories=(replace(story, findings=many),)), tmp_path / "long.html")
    page = (tmp_path / "long.html").read_text(encoding="utf-8")
    tags_of(page)
    assert "<summary>5 more findings told more than once</summary>" in page


def test_spans_beyond_the_text_break_nothing(tmp_path):
    trace = a_trace()
    write_html(replace(trace, reports=tuple(replace(report, text=report.text[:60]) for report in trace.reports)), tmp_path / "short.html")
    assert (tmp_path / "short.html").stat().st_size > 10_000


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_no_text_becomes_markup(plain_tags, tmp_path, text):
    out: Path = tmp_path / "any.html"
    write_html(with_text(a_trace(), text), out)
    tags = tags_of(out.read_text(encoding="utf-8"))
    assert tags.seen <= plain_tags.seen
    assert tags.attributes <= plain_tags.attributes


def test_among_many_reports_what_is_folded_is_given_in_brief(tmp_path):
    trace = a_trace()
    story = trace.stories[0]
    findings = tuple(replace(story.findings[0], id=f"f{i}") for i in range(10))
    reports = tuple(replace(trace.reports[0], id=f"x{i}") for i in range(40))
    write_html(replace(trace, stories=(replace(story, findings=findings),), reports=(*trace.reports, *reports)), tmp_path / "many.html")
    page = (tmp_path / "many.html").read_text(encoding="utf-8")
    tags_of(page)
    assert "<summary>2 more findings told more than once</summary>" in page
    assert page.count('class="chains"') == 8
    assert '<p class="in-brief">' in page


def test_a_page_that_cannot_be_written_leaves_nothing_and_harms_nothing(tmp_path, monkeypatch):
    out = tmp_path / "page.html"
    out.write_text("old")
    monkeypatch.setattr("whence.report.page.a_page", lambda trace: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_html(a_trace(), out)
    assert out.read_text() == "old" and list(tmp_path.iterdir()) == [out]


def test_a_page_keeps_the_rights_and_the_link_of_the_one_it_replaces(tmp_path):
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_html(a_trace(), link)
    assert link.is_symlink() and real.stat().st_mode & 0o777 == 0o640
    assert "<!DOCTYPE html>" in real.read_text(encoding="utf-8")
