"""A web page as text → its article: the text headline first, and the facts its metadata states; None where there is no article."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Any, cast

from lxml import etree
from lxml import html as pages

from whence.errors import NotAReport
from whence.read.facts import Facts, facts_from, read_time
from whence.read.linked_data import Stated, stated_in
from whence.text import words

if TYPE_CHECKING:
    from trafilatura.settings import Document

LONGEST_PAGE = 1_500_000  # characters without scripts: the worst that we could make takes 13 s; of 129 news pages none has 1,000,000
CREDIT_PLACE = re.compile(r"by-?line|credit|dateline|article-?source|story-?source|agency|attribution", re.IGNORECASE)
PICTURE = re.compile(r"\b(?:image|photo|picture|illustration|getty|video|screenshot|shutterstock)s?\b", re.IGNORECASE)
CREDIT_WORDS = re.compile(
    r"\b(?:source|credit|agenc(?:y|ies)|wires?|inputs? from|reporting by|originally published|first published)\b", re.IGNORECASE
)
NO_PERSON = re.compile(
    r"https?[:;]|www\b|^(?:admin|editor|guest)$|\b(?:staff|reporters?|agency|agencies|source|desk|newsroom|correspondents?|editors|editorial|team)\b",
    re.I,
)
SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
AUTHOR_PLACE = re.compile(r"by-?line|\bauthor|contributor", re.IGNORECASE)
PERSON = re.compile(r"[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]*|de|van|von|al|bin|la)){1,4}")
TRIMMINGS = re.compile(r"^by\s+|\s+(?:Published|Updated|M[DS]|PhD|Ph\.D\.|RDN?|LD)\b.*$")
FEWEST_WORDS = 8  # of an article: less is a menu or a notice
MOST_H1 = 8  # headings looked at


def read_page(page: str) -> tuple[str, Facts] | None:
    """The article's text and facts. What stands in the page and what the metadata says are told apart in `told`."""
    if _length_without_scripts(page) > LONGEST_PAGE:
        raise NotAReport("is too large for a news page: save the article's text alone")
    try:
        tree = pages.fromstring(page.encode("utf-8", "replace"), parser=pages.HTMLParser(encoding="utf-8"))
        from trafilatura import bare_extraction  # 0.1 s: only where there is a page

        found = cast("Document | None", bare_extraction(page, with_metadata=True))
    except (etree.LxmlError, ValueError, RecursionError, AssertionError):
        return None
    if found is None or len(words(found.text or "")) < FEWEST_WORDS:
        return None
    known = found.as_dict()
    stated = stated_in(tree)
    headline = _headline(tree, known.get("title"), stated.headline)
    text = "\n".join(line.strip() for line in known["text"].split("\n") if line.strip())
    return _whole(headline, _credits(tree, text), text), _facts(tree, known, stated, headline)


def _length_without_scripts(page: str) -> int:
    length, at = len(page), 0
    while length > LONGEST_PAGE and (start := page.find("<script", at)) >= 0 and (end := page.find("</script", start)) >= 0:
        length, at = length - (end - start), end
    return length


def _whole(headline: str | None, credits: Iterable[str], text: str) -> str:
    """The headline once, credit lines that the extraction dropped, then the paragraphs."""
    lines = text.split("\n")
    again = next((at for at, line in enumerate(lines[:3]) if headline and words(line) == words(headline)), None)
    if again is not None:
        lines = [*lines[:again], *lines[again + 1 :]]
    return "\n".join([*([headline] if headline else []), *credits, *lines])


def _headline(tree: Any, title: str | None, stated: str | None) -> str | None:
    """What the reader sees: the <h1> that says what the title says, or else the title without the outlet's name."""
    heads = [" ".join(node.text_content().split()) for node in tree.iter("h1")][:MOST_H1]
    said = set(words(title or stated or ""))
    best = max(heads, key=lambda head: len(said & set(words(head))), default="")
    shared = len(said & set(words(best)))
    if (
        best
        and len(best) <= 250
        and (shared * 2 >= len(said) > 0 or (len([head for head in heads if head]) == 1 and len(words(best)) >= 4))
    ):
        return best
    if stated and title and set(words(stated)) <= said:
        return " ".join(stated.split())
    return SUFFIX.sub("", " ".join(title.split())) if title else None


def _credits(tree: Any, text: str) -> Iterator[str]:
    """Lines such as "Source: agencies" from the places where pages print them, without the time beside them."""
    seen = set()
    for node in tree.iter("p", "div", "span", "address", "small"):
        place = f"{node.get('class') or ''} {node.get('itemprop') or ''} {node.get('rel') or ''}"
        if not CREDIT_PLACE.search(place) or any(
            CREDIT_PLACE.search(inner.get("class") or "") for inner in node.iterdescendants("p", "div", "span", "small")
        ):
            continue
        said = " ".join(" ".join(_without_time(node)).split()).strip(" |•·,")
        if 3 <= len(said) <= 160 and CREDIT_WORDS.search(said) and not PICTURE.search(said) and said not in text and said not in seen:
            seen.add(said)
            yield said


def _without_time(node: Any) -> Iterator[str]:
    """The words of an element but for those in <time>, <figcaption> and <script>."""
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str) and child.tag not in ("time", "script", "style", "figcaption", "button"):
            yield child.text_content()
        if child.tail:
            yield child.tail


def _facts(tree: Any, known: dict[str, Any], stated: Stated, headline: str | None) -> Facts:
    site = _meta(tree, "og:site_name") or stated.publisher
    outlet = site or known.get("sitename")
    owner = stated.publisher if stated.publisher and site and words(stated.publisher) != words(site) else None
    candidates = (stated.authors, (known.get("author") or "").split(";"), _printed_names(tree))
    names = next(filter(None, (_people(names, (outlet, owner)) for names in candidates)), [])
    times = (stated.published, _meta(tree, "article:published_time"), _time_element(tree))
    said = {
        "outlet": outlet,
        "owner": owner,
        "byline": ", ".join(names),
        "published": _time(known.get("date"), times),
        "url": known.get("url"),
    }
    language = (tree.get("lang") or "").split("-")[0].lower() if isinstance(tree.tag, str) else ""
    facts = facts_from({**said, "language": language if language.isalpha() else None}, "page metadata")
    return facts if headline is None else facts.over(Facts({"headline": headline}, (("headline", "page"),)))


def _time(day: str | None, times: Iterable[str | None]) -> str | None:
    """The stated time that lies on or beside the day that htmldate finds; else that day, or the first time that is stated at all."""
    readable = [(time, read) for time in times if time and (read := read_time(time)[0])]
    found = read_time(day)[0]
    near = [time for time, read in readable if found is None or abs((read.date() - found.date()).days) <= 1]
    return near[0] if near else day


def _meta(tree: Any, name: str) -> str | None:
    for node in tree.iter("meta"):
        if name in (node.get("property"), node.get("name")) and (node.get("content") or "").strip():
            return str(node.get("content")).strip()
    return None


def _time_element(tree: Any) -> str | None:
    """The machine-readable time of the first <time> that stands in an article."""
    for article in tree.iter("article", "main"):
        for node in article.iter("time"):
            if re.match(r"\d{4}-\d\d-\d\d", node.get("datetime") or ""):
                return str(node.get("datetime"))
    return None


def _printed_names(tree: Any) -> Iterator[str]:
    """Names in the places where pages print who wrote it: "By Jo Doe"."""
    for node in tree.iter("a", "span", "p", "div", "address", "strong"):
        place = f"{node.get('class') or ''} {node.get('itemprop') or ''} {node.get('rel') or ''}"
        if AUTHOR_PLACE.search(place):
            said = re.sub(r"^(?:by|words|story)[:\s]+", "", " ".join(node.text_content().split()), flags=re.IGNORECASE)
            if PERSON.fullmatch(said):
                yield said


def _people(names: Iterable[str], media: Iterable[str | None]) -> list[str]:
    """Names of people: not the outlet's own, no desks, no addresses, no degrees, none twice."""
    own = [words(name) for name in media if name]
    kept: list[str] = []
    for part in (part for name in names for part in re.split(r"[|;]|,\s+(?=[A-Z]{2,4}\b)", unescape(name))):
        name = TRIMMINGS.sub("", " ".join(part.split())).strip(" ,;|")
        if len(words(name)) > 1 and words(name) not in own and not NO_PERSON.search(name) and name not in kept and len(name) <= 80:
            kept.append(name)
    return kept
