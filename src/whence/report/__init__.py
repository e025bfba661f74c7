"""Findings → what people and programs read: JSON with its schema, a terminal, one HTML page, and the evidence of one finding.

Nothing here weighs anything, and nothing here says whether a claim is true: it shows what was found and the words it rests on.
What is for people is loaded when it is first asked for: Rich and Jinja take 0.15 s to import, and JSON needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from whence.report.schema import schema
from whence.report.shape import attribute_object, finding_object, recall_object, trace_object
from whence.report.stream import json_text, write_trace_json

if TYPE_CHECKING:
    from whence.report.page import write_html
    from whence.report.recall import print_recall
    from whence.report.terminal import print_trace
    from whence.report.why import explain, print_why

_FOR_PEOPLE = {"explain": "why", "print_recall": "recall", "print_trace": "terminal", "print_why": "why", "write_html": "page"}

__all__ = [
    "attribute_object",
    "explain",
    "finding_object",
    "json_text",
    "print_recall",
    "print_trace",
    "print_why",
    "recall_object",
    "schema",
    "trace_object",
    "write_html",
    "write_trace_json",
]


def __getattr__(name: str) -> Any:
    if name not in _FOR_PEOPLE:
        raise AttributeError(f"module 'whence.report' has no attribute {name!r}")
    return getattr(import_module(f"whence.report.{_FOR_PEOPLE[name]}"), name)
