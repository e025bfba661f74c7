import io
import json

from hypothesis import given, settings

from tests.report.any_text import ANY_TEXT, with_text
from tests.report.example import a_trace
from whence.model import Trace
from whence.report.shape import trace_object
from whence.report.stream import json_text, write_trace_json


def written(trace: Trace) -> str:
    out = io.StringIO()
    write_trace_json(iter(trace.stories), iter(trace.reports), iter(trace.failures), out)
    return out.getvalue()


def test_the_stream_holds_what_the_object_holds():
    assert json.loads(written(a_trace())) == trace_object(a_trace())


def test_an_empty_trace_is_valid():
    assert json.loads(written(Trace((), ()))) == trace_object(Trace((), ()))


def test_reports_and_failures_are_read_after_the_last_story():
    read = []

    def noted(name, nouns):
        for noun in nouns:
            read.append(name)
            yield noun

    trace = a_trace()
    write_trace_json(noted("story", trace.stories), noted("report", trace.reports), noted("failure", trace.failures), io.StringIO())
    assert read == ["story"] * 2 + ["report"] * 7 + ["failure"] * 2


def test_half_characters_are_replaced_one_for_one():
    assert json.loads(json_text("a\ud800b\udc00")) == "a\ufffdb\ufffd"


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_any_text_in_any_field_stays_valid_json(text):
    trace = with_text(a_trace(), text)
    assert json.loads(written(trace).encode("utf-8")) == json.loads(json_text(trace_object(trace)))
