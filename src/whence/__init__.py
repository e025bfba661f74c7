"""Whence: who is a claim from, through whom did it reach us, and how many of its sources are really independent?

The public verbs, in order of use. They are loaded when they are first named, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whence.model import Claim, Finding, Loss, Reading, Recall, Report, Source, Span, Story, Trace
    from whence.pipeline import add, read_all, recall, stream_trace, trace, trace_store
    from whence.read import read_inputs, read_report
    from whence.report import print_recall, print_trace, print_why, recall_object, schema, trace_object, write_html
    from whence.settings import Settings
    from whence.store import open_store

_HOME = {
    "read_report": "whence.read",
    "read_inputs": "whence.read",
    "read_all": "whence.pipeline",
    "add": "whence.pipeline",
    "trace_store": "whence.pipeline",
    "recall": "whence.pipeline",
    "trace": "whence.pipeline",
    "stream_trace": "whence.pipeline",
    "print_trace": "whence.report",
    "print_why": "whence.report",
    "print_recall": "whence.report",
    "recall_object": "whence.report",
    "write_html": "whence.report",
    "trace_object": "whence.report",
    "schema": "whence.report",
    "open_store": "whence.store",
    "Settings": "whence.settings",
    **dict.fromkeys(("Report", "Span", "Source", "Claim", "Reading", "Finding", "Story", "Trace", "Loss", "Recall"), "whence.model"),
}

__all__ = [
    "Claim",
    "Finding",
    "Loss",
    "Reading",
    "Recall",
    "Report",
    "Settings",
    "Source",
    "Span",
    "Story",
    "Trace",
    "add",
    "open_store",
    "print_recall",
    "print_trace",
    "print_why",
    "read_all",
    "read_inputs",
    "read_report",
    "recall",
    "recall_object",
    "schema",
    "stream_trace",
    "trace",
    "trace_object",
    "trace_store",
    "write_html",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'whence' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
