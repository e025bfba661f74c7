"""The tables, one schema for SQLite and PostgreSQL. Nouns are kept as JSON beside the columns that are searched.

`versions` keeps what was replaced; `placed` says whether a report's story was weighed after the report was last written.
"""

import json
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text, TypeDecorator
from sqlalchemy.engine import Dialect

SCHEMA_VERSION = 2
LEADS_IN_A_ROW = 256


class Name(TypeDecorator[str]):
    """A string as a key. One that a database would refuse (lone surrogates, NUL) is kept as JSON escapes; so is one with a backslash."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or (value.isascii() and value.isprintable() and "\\" not in value):
            return value
        plain = not any(c == "\\" or c == "\0" or "\ud800" <= c <= "\udfff" for c in value)
        return value if plain else json.dumps(value)[1:-1]

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return json.loads(f'"{value}"') if value is not None and "\\" in value else value


class Exact(TypeDecorator[str]):
    """A report's text as bytes: no database may trim, normalise or refuse it."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


metadata = MetaData()

schema_table = Table("schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),  # in order of arrival
    Column("id", Name, nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("placed", Boolean, nullable=False, index=True),
    Column("text", Exact, nullable=False),
    Column("facts", Text, nullable=False),  # the Report but for its text
)

readings = Table(
    "readings",
    metadata,
    Column("report", Name, ForeignKey("reports.id"), primary_key=True),
    Column("attributions", Text, nullable=False),
    Column("claims", Text, nullable=False),
)

vectors = Table(
    "vectors",
    metadata,
    Column("report", Name, ForeignKey("reports.id"), primary_key=True),
    Column("card", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
)

leads = Table(
    "leads",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column(
        "leads", LargeBinary, nullable=False
    ),  # of LEADS_IN_A_ROW reports by their number, each as many bytes: read whole to find what is near
)

versions = Table(
    "versions",
    metadata,
    Column("report", Name, ForeignKey("reports.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), nullable=False),
    Column("text", Exact, nullable=False),
    Column("facts", Text, nullable=False),
    Column("attributions", Text, nullable=False),
    Column("claims", Text, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Name, primary_key=True),
    Column("size", Integer, nullable=False),  # how many reports
    Column("outline", Text, nullable=False),  # the Story but for its derivations and findings
)

membership = Table(
    "membership",
    metadata,
    Column("report", Name, ForeignKey("reports.id"), primary_key=True),  # a report is in one story at most
    Column("story", Name, ForeignKey("stories.id"), nullable=False, index=True),
)

derivations = Table(
    "derivations",
    metadata,
    Column("story", Name, ForeignKey("stories.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("from_report", Name, nullable=False),
    Column("to_report", Name, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("body", Text, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("story", Name, ForeignKey("stories.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", Name, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
