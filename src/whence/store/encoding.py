"""Nouns of whence.model → plain values for JSON, and back, exactly. Works by looking at the noun's fields, so a new field needs no code.

A noun becomes an object of its fields, without those that hold their default (so a changed default is a new SCHEMA_VERSION);
a Span becomes [start, end]; times become ISO 8601.
JSON is written in ASCII, so that any text passes, lone surrogates and NUL included.
"""

import json
import types
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeAliasType, Union, get_args, get_origin, get_type_hints

from whence.errors import StoreError
from whence.model import Span

type Plain = Any  # what json can hold
type Turn = Callable[[Any], Any]

DAMAGED = "it is damaged; take the last good copy"
UNCHANGED = (str, int, float, bool, types.NoneType)


def encode(noun: object) -> Plain:
    """The noun as plain values."""
    return _to_plain(_hashable(type(noun)))(noun)


def decode[Noun](kind: type[Noun], plain: Plain) -> Noun:
    """The noun of this kind that `encode` made these values from."""
    turn: Turn = _from_plain(_hashable(kind))
    try:
        made: Noun = turn(plain)
    except (ValueError, KeyError, TypeError) as wrong:
        raise StoreError(f"the store holds a {kind.__name__} that cannot be read ({wrong}): {DAMAGED}") from wrong
    return made


def to_json(noun: object) -> str:
    """The noun, or a tuple of one kind of noun, as one line of ASCII."""
    plain = [encode(item) for item in noun] if isinstance(noun, tuple) else encode(noun)
    return json.dumps(plain, separators=(",", ":"))


def from_json[Noun](kind: type[Noun], line: str) -> Noun:
    return decode(kind, plain_from(line))


def all_from_json[Noun](kind: type[Noun], line: str) -> tuple[Noun, ...]:
    return tuple(decode(kind, plain) for plain in plain_from(line))


def plain_from(line: str) -> Plain:
    try:
        return json.loads(line)
    except ValueError as wrong:
        raise StoreError(f"the store holds a line that is no JSON ({wrong}): {DAMAGED}") from wrong


def _hashable(kind: Any) -> Any:
    return kind  # what mypy does not believe of a type


@cache
def _to_plain(kind: Any) -> Turn:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda member: member.value
    if isinstance(kind, type) and issubclass(kind, date):
        return lambda moment: moment.isoformat()
    return _noun_to_plain(kind) if is_dataclass(kind) else _turn(kind, _to_plain, list)


@cache
def _from_plain(kind: Any) -> Turn:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if isinstance(kind, type) and issubclass(kind, date):
        return kind.fromisoformat
    return _noun_from_plain(kind) if is_dataclass(kind) else _turn(kind, _from_plain, tuple)


def _turn(kind: Any, inner: Callable[[Any], Turn], gather: Callable[[Any], Any]) -> Turn:
    """How values of a kind that is no noun are turned; `inner` gives the same for the kinds inside it."""
    if isinstance(kind, TypeAliasType):
        return inner(kind.__value__)
    if get_origin(kind) in (Union, types.UnionType):
        return _optional(inner(_only(k for k in get_args(kind) if k is not types.NoneType)))
    if get_origin(kind) is tuple:
        return _of_tuple(get_args(kind), inner, gather)
    if kind in UNCHANGED:
        return _same
    raise TypeError(f"no way to store a {kind}")


def _of_tuple(items: tuple[Any, ...], inner: Callable[[Any], Turn], gather: Callable[[Any], Any]) -> Turn:
    if len(items) == 2 and items[1] is ...:
        turn = inner(items[0])
        if turn is _same:
            return gather
        return lambda values: gather([turn(value) for value in values])
    turns = [inner(item) for item in items]
    return lambda values: gather([turn(value) for turn, value in zip(turns, values, strict=True)])


def _noun_to_plain(kind: Any) -> Turn:
    if kind is Span:
        return lambda span: [span.start, span.end]
    parts = [(field.name, field.default, turn) for field, turn in _fields(kind, _to_plain)]

    def noun_to_plain(noun: Any) -> Plain:
        plain = {}
        for name, default, turn in parts:
            value = getattr(noun, name)
            if value is not default and (value != default or type(value) is not type(default)):
                plain[name] = value if turn is _same else turn(value)
        return plain

    return noun_to_plain


def _noun_from_plain(kind: Any) -> Turn:
    if kind is Span:
        return lambda ends: Span(ends[0], ends[1])
    parts = {field.name: turn for field, turn in _fields(kind, _from_plain)}

    def noun_from_plain(plain: Plain) -> Any:
        return kind(**{name: parts[name](value) for name, value in plain.items()})

    return noun_from_plain


def _fields(kind: Any, inner: Callable[[Any], Turn]) -> list[tuple[Field[Any], Turn]]:
    hints = get_type_hints(kind)
    return [(field, inner(hints[field.name])) for field in fields(kind)]


def _optional(turn: Turn) -> Turn:
    return turn if turn is _same else lambda value: None if value is None else turn(value)


def _same(value: Any) -> Any:
    return value


def _only(kinds: Any) -> Any:
    (kind,) = kinds
    return kind
