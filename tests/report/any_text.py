"""A noun with every text in it replaced: what no report should be able to break."""

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

# any characters at all, half characters and controls among them, and what a hostile page would try
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>",
    "{{ 7 * 7 }}",
    "]]>",
    "\x1b[31m",
    "\ud800",
    "[red]x[/red]",
]
ANY_TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=40))


def with_text(value: Any, text: str) -> Any:
    """The same noun, with `text` in place of every string."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return text
    if isinstance(value, tuple):
        return tuple(with_text(each, text) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: with_text(getattr(value, each.name), text) for each in fields(value)})
    return value
