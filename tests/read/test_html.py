"""Pages, and the article that we expect of them."""

import time

import pytest

from whence.errors import InputError
from whence.read.html import read_page

BODY = "".join(f"<p>Two cranes were shut down on day {day}, and the harbour board said that they would stay so.</p>" for day in range(6))
PAGE = f"""<html lang="en-GB"><head><title>Fire stops two cranes at Ostrell | Ostrell Mail</title>
<meta property="og:site_name" content="Ostrell Mail"><meta property="article:published_time" content="2024-05-03T18:25:00+02:00">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Fire stops two cranes", "datePublished":
"2024-05-03T18:25:00+02:00", "author": [{{"@type": "Person", "name": "Hanne O&#039;Ruvik"}}, {{"name": "Ostrell Mail"}}],
"publisher": {{"name": "Norland Papers"}}}}]}}</script></head>
<body><nav><a href="/">Home</a><a href="/sea">Sea</a></nav><article>
<h1>Fire stops two cranes at Ostrell</h1>
<p class="byline">Source: agencies | <time datetime="2024-05-03">Friday</time></p>{BODY}</article>
<footer>© Norland Papers</footer></body></html>"""


def test_a_page() -> None:
    found = read_page(PAGE)
    assert found is not None
    text, facts = found
    lines = text.split("\n")
    assert lines[0] == "Fire stops two cranes at Ostrell" and lines.count(lines[0]) == 1
    assert lines[1].startswith("Source: agencies") and lines[2].startswith("Two cranes were shut down on day 0")
    assert "Home" not in text and "Norland" not in text
    said = {name: str(value) for name, value in facts.values.items()}
    assert said == {
        "headline": "Fire stops two cranes at Ostrell",
        "outlet": "Ostrell Mail",
        "owner": "Norland Papers",
        "byline": "Hanne O'Ruvik",
        "published": "2024-05-03 18:25:00+02:00",
        "language": "en",
    }


@pytest.mark.parametrize(
    "page", ["", "x", "<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "\x00<p>", "<!--", "<" * 5000]
)
def test_pages_without_an_article(page: str) -> None:
    assert read_page(page) is None


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "deep",
        "<table><tr><td>" * 5_000 + "deep",
        "<b>" * 50_000 + "x " * 999,
        "<p " + "a=b " * 99_999 + ">",
        "<p>word</p>" * 400_000,
    ],
)
def test_hostile_pages_end_soon(page: str) -> None:
    started = time.monotonic()
    try:
        read_page(page)
    except InputError as wrong:
        assert "\n" not in str(wrong)
    assert time.monotonic() - started < 10


def test_broken_linked_data_does_no_harm() -> None:
    for broken in ("{", "[" * 5000, '{"@type": 7, "author": {"name": 3}}', '{"@type": "NewsArticle", "author": [[["x"]]], "headline": []}'):
        head = f'<head><script type="application/ld+json">{broken}</script></head>'
        found = read_page(f"<html>{head}<body><article><h1>Fire</h1>{BODY}</article></body></html>")
        assert found is not None and found[0].startswith("Fire")
