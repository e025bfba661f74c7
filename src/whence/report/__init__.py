"""Findings → what people and programs read: JSON with its schema, a terminal, one HTML page, and the evidence of one finding.

Nothing here weighs anything, and nothing here says whether a claim is true: it shows what was found and the words it rests on.
"""

from whence.report.page import write_html
from whence.report.schema import schema
from whence.report.shape import attribute_object, finding_object, trace_object
from whence.report.stream import json_text, write_trace_json
from whence.report.terminal import print_trace
from whence.report.why import explain, print_why

__all__ = [
    "attribute_object",
    "explain",
    "finding_object",
    "json_text",
    "print_trace",
    "print_why",
    "schema",
    "trace_object",
    "write_html",
    "write_trace_json",
]
