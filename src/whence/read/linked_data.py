"""A page's JSON-LD → what it states of its article: headline, time, authors, publisher."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ARTICLE = ("article", "posting", "reportage", "report", "webpage")
MOST_NODES, MOST_CHARACTERS = 2000, 500_000


@dataclass(frozen=True, slots=True)
class Stated:
    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None


def stated_in(tree: Any) -> Stated:
    """Each fact from the first article node that has it; a "WebPage" only where there is no article."""
    nodes = sorted(_articles(tree), key=lambda node: "webpage" in str(node.get("@type")).lower())
    return Stated(
        headline=next(filter(None, (_text(node.get("headline")) for node in nodes)), None),
        published=next(filter(None, (_text(node.get("datePublished")) for node in nodes)), None),
        authors=next(filter(None, (tuple(_names(node.get("author"))) for node in nodes)), ()),
        publisher=next((found for node in nodes for found in _names(node.get("publisher"))), None),
    )


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        said = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(said) > MOST_CHARACTERS:
            continue
        try:
            data = json.loads(said.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting, seen = [data], 0
        while waiting and seen < MOST_NODES:
            node, seen = waiting.pop(0), seen + 1
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                if any(kind in str(node.get("@type")).lower() for kind in ARTICLE):
                    yield node
                waiting += [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(node.get(name), (dict, list))]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> Iterator[str]:
    """The names in an author or publisher: a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        for one in value[:20]:
            yield from _names(one)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, str) and value.strip():
        yield value.strip()
