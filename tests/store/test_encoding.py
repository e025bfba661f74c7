"""Every noun → plain values → the same noun."""

import inspect
from dataclasses import dataclass, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence import model
from whence.model import Certainty, Report, Span, Time
from whence.store.encoding import all_from_json, decode, encode, from_json, to_json

NOUNS = [
    noun
    for _, noun in inspect.getmembers(model, inspect.isclass)
    if is_dataclass(noun) and noun.__module__ == model.__name__ and not noun.__type_params__
]
ZONES = st.builds(timezone, st.integers(-23 * 60, 23 * 60).map(lambda minutes: timedelta(minutes=minutes)))
ANYTHING: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=()), max_size=8),  # with NUL and lone surrogates
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False),
    date: st.dates(),
    datetime: st.datetimes(timezones=ZONES),
    Span: st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends))),
}


@cache
def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a kind that a noun's field may have."""
    inside = get_args(kind)
    if kind in ANYTHING:
        return ANYTHING[kind]
    if get_origin(kind) is UnionType:
        return st.none() | anything(inside[0])
    if get_origin(kind) is tuple:
        return st.lists(anything(inside[0]), max_size=2).map(tuple) if inside[-1] is ... else st.tuples(*map(anything, inside))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return st.builds(kind, **{name: anything(hint) for name, hint in get_type_hints(kind).items()})


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_comes_back_as_it_was(noun: type[Any]) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(anything(noun))
    def comes_back(made: Any) -> None:
        line = to_json(made)
        assert line.isascii()
        assert from_json(noun, line) == made

    comes_back()


def test_a_span_is_two_numbers_and_defaults_are_left_out() -> None:
    assert encode(Report("r1", "text", "0" * 64)) == {"id": "r1", "text": "text", "sha256": "0" * 64}
    assert encode(Span(3, 9)) == [3, 9]


def test_what_looks_like_the_default_but_is_of_another_type_is_kept() -> None:
    assert decode(Report, encode(Report("r1", "t", "0", headline=""))).headline == ""


def test_times_keep_the_offset_they_were_given_in() -> None:
    moment = datetime(2031, 3, 2, 23, 5, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    back = from_json(Report, to_json(Report("r1", "t", "0", published=moment, retrieved=moment.astimezone(UTC))))
    assert back.published is not None and back.published.isoformat() == moment.isoformat()
    assert back.retrieved is not None and back.retrieved.utcoffset() == timedelta(0)


def test_days_and_members_come_back_as_what_they_are() -> None:
    back = from_json(Time, to_json(Time(Span(0, 6), "Monday", "DATE", "2031-03-03", first=date(2031, 3, 3))))
    assert type(back.first) is date
    assert decode(Certainty, encode(Certainty.POSSIBLE)) is Certainty.POSSIBLE


def test_a_tuple_of_nouns_is_a_list() -> None:
    assert all_from_json(Span, to_json((Span(1, 2), Span(3, 4)))) == (Span(1, 2), Span(3, 4))


def test_a_field_that_cannot_be_stored_is_refused_by_name() -> None:
    @dataclass(frozen=True)
    class Odd:
        what: complex

    with pytest.raises(TypeError, match="complex"):
        encode(Odd(1j))
