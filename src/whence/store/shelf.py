"""Readings, stories and findings → a store, and back, exactly. Everything is written in transactions: kept whole or not at all."""

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import batched
from types import TracebackType
from typing import Any, NamedTuple, Self

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, union, update

from whence.errors import StoreError
from whence.model import Attribution, Claim, Derivation, Finding, Reading, Report, Story
from whence.store import tables
from whence.store.database import Database
from whence.store.encoding import all_from_json, decode, encode, from_json, plain_from, to_json

ROWS_AT_ONCE = 200
LEAD_ROWS_AT_ONCE = 20  # of 100 kilobytes
MOST_FINDINGS_SHOWN = 5  # of those that an ambiguous prefix could mean

NEW, UNCHANGED, REPLACED = "new", "unchanged", "replaced"


class Counts(NamedTuple):
    reports: int
    older_versions: int
    stories: int
    findings: int


class CardRow(NamedTuple):
    report: str
    card: bytes
    vectors: bytes


class Store:
    """An open store. Close it, or use it in a `with` block.

    Ids that are not there raise StoreError where one is asked for, and are left out where many are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    def batch(self) -> AbstractContextManager[None]:
        """All that is written in this block is kept together, or nothing of it; a few hundred reports at once are quick."""
        return self._database.transaction()

    # ------------------------------------------------------------------------------------------------------------ reports

    def has(self, report: str, sha256: str) -> bool:
        """Whether this very version of the report is stored."""
        r = tables.reports
        return bool(self._rows(select(r.c.id).where(r.c.id == report, r.c.sha256 == sha256)))

    def add(self, reading: Reading, card: bytes, vectors: bytes, lead: bytes) -> str:
        """Store a reading: "new", "unchanged" (the same id and hash: nothing is written) or "replaced" (the old version is kept).

        Every `lead` of a store has the same length.
        """
        return self.add_all([(reading, card, vectors, lead)])[0]

    def add_all(self, rows: Sequence[tuple[Reading, bytes, bytes, bytes]]) -> list[str]:
        """The same for many, in one transaction and quicker."""
        with self.batch():
            if len({reading.report.id for reading, *_ in rows}) < len(rows):  # a report that came twice: one after the other
                return [self.add(*row) for row in rows]
            old = self._old_versions([reading.report for reading, *_ in rows])
            told = [_told(old.get(reading.report.id), reading.report) for reading, *_ in rows]
            changed = [row for row, how in zip(rows, told) if how != UNCHANGED]
            fresh = [reading for (reading, *_), how in zip(rows, told) if how == NEW]
            for (reading, *_), how in zip(rows, told):
                if how == REPLACED:
                    self._replace_report(reading, old[reading.report.id])
            self._write(tables.reports.insert(), (_report_row(reading.report, 1) | {"id": reading.report.id} for reading in fresh))
            self._write(tables.readings.insert(), (_reading_row(reading) for reading, *_ in changed))
            self._write(tables.vectors.insert(), ({"report": r.report.id, "card": card, "vectors": v} for r, card, v, _ in changed))
            self.put_leads((reading.report.id, lead) for reading, _, _, lead in changed)
            return told

    def reading(self, report: str) -> Reading:
        """The reading of one report; StoreError where it is not stored."""
        for reading in self.readings([report]):
            return reading
        raise StoreError(f"no report {report!r} in this store; whence stories lists what there is")

    def readings(self, reports: Iterable[str]) -> Iterator[Reading]:
        """The readings of these reports, in this order."""
        r, g = tables.reports, tables.readings
        wanted = select(r.c.id, r.c.text, r.c.facts, g.c.attributions, g.c.claims).join(g, g.c.report == r.c.id)
        for row in self._in_order(wanted, r.c.id, reports):
            yield Reading(_report(row), all_from_json(Attribution, row.attributions), all_from_json(Claim, row.claims))

    def report(self, report: str) -> Report:
        for found in self.reports([report]):
            return found
        raise StoreError(f"no report {report!r} in this store; whence stories lists what there is")

    def reports(self, reports: Iterable[str] | None = None) -> Iterator[Report]:
        """These reports in this order, without decoding what they say; all of them in order of arrival."""
        r = tables.reports
        wanted = select(r.c.id, r.c.text, r.c.facts)
        for row in self._in_order(wanted, r.c.id, self.report_ids() if reports is None else reports):
            yield _report(row)

    def report_ids(self) -> list[str]:
        """In order of arrival."""
        return [row.id for row in self._rows(select(tables.reports.c.id).order_by(tables.reports.c.number))]

    def waiting(self) -> dict[int, str]:
        """Reports that came or changed since a story with them was last put, and all that are in a story with such a one, by their number.

        That is what is still to do, after a kill too.
        """
        r, m = tables.reports, tables.membership
        stale = select(m.c.story).join(r, r.c.id == m.c.report).where(~r.c.placed)
        beside = select(m.c.report).where(m.c.story.in_(stale))
        wanted = select(r.c.number, r.c.id)
        found = self._rows(union(wanted.where(~r.c.placed), wanted.where(r.c.id.in_(beside))).order_by("number"))
        return {row.number: row.id for row in found}

    def versions(self, report: str) -> list[Report]:
        """The older versions of a report, first one first."""
        v = tables.versions
        wanted = select(v.c.report.label("id"), v.c.text, v.c.facts).where(v.c.report == report)
        return [_report(row) for row in self._rows(wanted.order_by(v.c.version))]

    def card_rows(self) -> Iterator[CardRow]:
        """What stories are looked for with, for every report in order of arrival; streams."""
        r, v, last = tables.reports, tables.vectors, 0
        wanted = select(r.c.number, r.c.id, v.c.card, v.c.vectors).join(v, v.c.report == r.c.id).order_by(r.c.number)
        while rows := self._rows(wanted.where(r.c.number > last).limit(ROWS_AT_ONCE)):
            yield from (CardRow(row.id, row.card, row.vectors) for row in rows)
            last = rows[-1].number

    def cards(self, reports: Iterable[str]) -> Iterator[CardRow]:
        """The same for these reports, in this order."""
        v = tables.vectors
        wanted = select(v.c.report.label("id"), v.c.card, v.c.vectors)
        for row in self._in_order(wanted, v.c.report, reports):
            yield CardRow(row.id, row.card, row.vectors)

    def named(self, numbers: Iterable[int]) -> list[str]:
        """The ids of the reports of these numbers, in order of arrival."""
        r = tables.reports
        wanted = select(r.c.id).order_by(r.c.number)
        return [row.id for some in batched(sorted(numbers), ROWS_AT_ONCE) for row in self._rows(wanted.where(r.c.number.in_(some)))]

    # -------------------------------------------------------------------------------------------------------------- leads

    def leads(self) -> Iterator[tuple[int, bytes]]:
        """The leads of all reports, end to end in rows, each with the number of its first report; streams."""
        n, last = tables.leads, -1
        wanted = select(n.c.row, n.c.leads).order_by(n.c.row).limit(LEAD_ROWS_AT_ONCE)
        while rows := self._rows(wanted.where(n.c.row > last)):
            yield from ((row.row * tables.LEADS_IN_A_ROW, row.leads) for row in rows)
            last = rows[-1].row

    def put_leads(self, leads: Iterable[tuple[str, bytes]]) -> None:
        """Write the leads of these reports over what was there: so all of them can be made anew from the cards."""
        r, n = tables.reports, tables.leads
        with self.batch():
            for some in batched(leads, ROWS_AT_ONCE):
                numbers = {row.id: row.number for row in self._rows(select(r.c.id, r.c.number).where(r.c.id.in_([id for id, _ in some])))}
                rows: dict[int, bytearray] = {}
                for id, lead in some:
                    row, place = divmod(numbers[id], tables.LEADS_IN_A_ROW)
                    if row not in rows:
                        rows[row] = bytearray(b"".join(old.leads for old in self._rows(select(n.c.leads).where(n.c.row == row))))
                    start, end = place * len(lead), (place + 1) * len(lead)
                    rows[row].extend(bytes(max(0, end - len(rows[row]))))  # a number that was never given has zeros
                    rows[row][start:end] = lead
                self._write(n.delete().where(n.c.row.in_(rows)))
                self._write(n.insert(), ({"row": row, "leads": bytes(whole)} for row, whole in rows.items()))

    def has_all_leads(self, length: int) -> bool:
        """Whether there is a lead of so many bytes for every number up to the last report's. Ask before reports are added."""
        r, n = tables.reports, tables.leads
        last = self._rows(select(func.max(r.c.number).label("number")))[0].number
        held = self._rows(select(func.sum(func.length(n.c.leads)).label("bytes")))[0].bytes
        return last is None or held == (last + 1) * length

    # ------------------------------------------------------------------------------------------------------------ stories

    def put_story(self, story: Story) -> None:
        """Store a story with its findings and derivations in place of what was there.

        A report that is in another story leaves it, and that story becomes stale.
        """
        self.put_stories([story])

    def put_stories(self, stories: Sequence[Story]) -> None:
        """The same for several that share no report, in one transaction and quicker."""
        with self.batch():
            members = {report: story.id for story in stories for report in story.reports}
            self._forget([story.id for story in stories], kept=members)
            self._write(tables.stories.insert(), (_story_row(story) for story in stories))
            for ids in batched(members, ROWS_AT_ONCE):
                self._leave_others(ids)
                self._mark(ids, placed=True)
            self._write(tables.membership.insert(), ({"report": report, "story": story} for report, story in members.items()))
            self._write(tables.derivations.insert(), (_derivation_row(s.id, n, d) for s in stories for n, d in enumerate(s.derivations)))
            self._write(tables.findings.insert(), (_finding_row(s.id, n, f) for s in stories for n, f in enumerate(s.findings)))

    def drop_story(self, story: str) -> None:
        """Forget a story; its reports stay, and are unplaced until another story has them."""
        with self.batch():
            self._forget([story])

    def replace_stories(self, dropped: Iterable[str], put: Iterable[Story]) -> None:
        """Drop these and put those, in one transaction: what a new report does to the stories that it joins."""
        with self.batch():
            for story in dropped:
                self.drop_story(story)
            for made in put:
                self.put_story(made)

    def stories(self) -> Iterator[Story]:
        """Every story, whole; the largest first. Streams."""
        return (self.story(story) for story in self.story_ids())

    def story_ids(self) -> list[str]:
        s = tables.stories
        return [row.id for row in self._rows(select(s.c.id).order_by(s.c.size.desc(), s.c.id))]

    def outlines(self) -> Iterator[tuple[Story, int]]:
        """Every story without its derivations and findings, and how many findings it has; the largest first."""
        s, f = tables.stories, tables.findings
        findings = select(func.count()).where(f.c.story == s.c.id).scalar_subquery()
        for row in self._rows(select(s.c.outline, findings.label("findings")).order_by(s.c.size.desc(), s.c.id)):
            yield from_json(Story, row.outline), row.findings

    def stories_of(self, reports: Iterable[str]) -> list[Story]:
        """The stories that these reports are in, without derivations and findings."""
        m, s = tables.membership, tables.stories
        joined = select(s.c.id, s.c.outline).distinct().join(m, m.c.story == s.c.id)
        found = {row.id: row.outline for some in batched(reports, ROWS_AT_ONCE) for row in self._rows(joined.where(m.c.report.in_(some)))}
        return [from_json(Story, found[id]) for id in sorted(found)]

    def story(self, story: str) -> Story:
        """One story, whole; StoreError where there is none."""
        s, d, f = tables.stories, tables.derivations, tables.findings
        found = self._rows(select(s.c.outline).where(s.c.id == story))
        if not found:
            raise StoreError(f"no story {story!r} in this store; whence stories lists what there is")
        outline = from_json(Story, found[0].outline)
        derivations = self._rows(select(d.c.body).where(d.c.story == story).order_by(d.c.position))
        findings = self._rows(select(f.c.body).where(f.c.story == story).order_by(f.c.position))
        return replace(
            outline,
            derivations=tuple(from_json(Derivation, row.body) for row in derivations),
            findings=tuple(from_json(Finding, row.body) for row in findings),
        )

    def story_of(self, report: str) -> str | None:
        """The id of the story that a report is in."""
        m = tables.membership
        found = self._rows(select(m.c.story).where(m.c.report == report))
        return found[0].story if found else None

    def finding(self, id: str) -> Finding:
        """The finding with this id, or the one whose id begins so; StoreError where there is none, or more than one."""
        f = tables.findings
        begins = func.substr(f.c.id, 1, len(id)) == literal(id, tables.Name)
        found = self._rows(select(f.c.id, f.c.body).where(begins).order_by(f.c.id).limit(MOST_FINDINGS_SHOWN + 1)) if id else []
        exact = [row for row in found if row.id == id] or found
        if not exact:
            raise StoreError(f"no finding {id!r} in this store; whence trace --db shows them with their ids")
        if len(exact) > 1:
            shown = ", ".join(row.id for row in exact[:MOST_FINDINGS_SHOWN])
            raise StoreError(f"{id!r} begins more than one finding: {shown}{' …' if len(exact) > MOST_FINDINGS_SHOWN else ''}")
        return from_json(Finding, exact[0].body)

    def size(self) -> int:
        """How many reports there are."""
        found: int = self._rows(select(func.count().label("n")).select_from(tables.reports))[0].n
        return found

    def counts(self) -> Counts:
        listed = (tables.reports, tables.versions, tables.stories, tables.findings)
        return Counts(*(self._rows(select(func.count().label("n")).select_from(table))[0].n for table in listed))

    # ------------------------------------------------------------------------------------------------------------- inside

    def _old_versions(self, reports: Iterable[Report]) -> dict[str, Row[Any]]:
        r = tables.reports
        wanted = select(r.c.id, r.c.sha256, r.c.version)
        return {row.id: row for row in self._in_order(wanted, r.c.id, (report.id for report in reports))}

    def _replace_report(self, reading: Reading, old: Row[Any]) -> None:
        r, g, v, report = tables.reports, tables.readings, tables.versions, reading.report.id
        kept = select(r.c.id, r.c.version, r.c.sha256, r.c.text, r.c.facts, g.c.attributions, g.c.claims)
        kept = kept.join(g, g.c.report == r.c.id).where(r.c.id == report)
        self._write(v.insert().from_select([column.name for column in v.columns], kept))
        self._write(g.delete().where(g.c.report == report))
        self._write(tables.vectors.delete().where(tables.vectors.c.report == report))
        self._write(update(r).where(r.c.id == report).values(**_report_row(reading.report, old.version + 1)))

    def _forget(self, stories: Sequence[str], kept: Container[str] = ()) -> None:
        """Empty these stories; their reports are unplaced, but for those `kept`."""
        t = tables.stories
        for some in batched(stories, ROWS_AT_ONCE):
            if known := [row.id for row in self._rows(select(t.c.id).where(t.c.id.in_(some)))]:
                self._mark([row.report for row in self._members(known) if row.report not in kept], placed=False)
                self._empty_stories(known)

    def _leave_others(self, reports: tuple[str, ...]) -> None:
        """Take these reports out of their stories; what is left of those is to be made anew."""
        m = tables.membership
        if left := [row.story for row in self._rows(select(m.c.story).distinct().where(m.c.report.in_(reports)))]:
            self._write(m.delete().where(m.c.report.in_(reports)))
            remain = self._members(left)
            self._mark([row.report for row in remain], placed=False)
            self._empty_stories(sorted(set(left).difference(row.story for row in remain)))

    def _members(self, stories: Sequence[str]) -> Sequence[Row[Any]]:
        m = tables.membership
        found: Sequence[Row[Any]] = self._rows(select(m.c.report, m.c.story).where(m.c.story.in_(stories)))
        return found

    def _mark(self, reports: Iterable[str], *, placed: bool) -> None:
        """A row that says so already is not written: its text would be written with it. By !=, so that SQLite looks up the ids alone."""
        r = tables.reports
        for some in batched(reports, ROWS_AT_ONCE):
            self._write(update(r).where(r.c.id.in_(some), r.c.placed != placed).values(placed=placed))

    def _empty_stories(self, stories: Sequence[str]) -> None:
        if stories:
            for table in (tables.findings, tables.derivations, tables.membership):
                self._write(table.delete().where(table.c.story.in_(stories)))
            self._write(tables.stories.delete().where(tables.stories.c.id.in_(stories)))

    def _in_order(self, wanted: Select[Any], key: ColumnElement[str], ids: Iterable[str]) -> Iterator[Row[Any]]:
        for some in batched(ids, ROWS_AT_ONCE):
            found = {row.id: row for row in self._rows(wanted.where(key.in_(some)))}
            yield from (found[id] for id in some if id in found)

    def _rows(self, statement: Any) -> Any:
        return self._database.rows(statement)

    def _write(self, statement: Any, values: Iterable[dict[str, Any]] | None = None) -> None:
        self._database.write(statement, values)


def _report(row: Row[Any]) -> Report:
    return decode(Report, plain_from(row.facts) | {"id": row.id, "text": row.text})


def _report_row(report: Report, version: int) -> dict[str, Any]:
    facts = encode(report)
    del facts["id"], facts["text"]
    return {"sha256": report.sha256, "version": version, "placed": False, "text": report.text, "facts": json.dumps(facts)}


def _reading_row(reading: Reading) -> dict[str, Any]:
    told = {"attributions": to_json(reading.attributions), "claims": to_json(reading.claims)}
    return {"report": reading.report.id} | told


def _told(old: Row[Any] | None, report: Report) -> str:
    return NEW if old is None else UNCHANGED if old.sha256 == report.sha256 else REPLACED


def _derivation_row(story: str, position: int, made: Derivation) -> dict[str, Any]:
    searched = {"from_report": made.from_report, "to_report": made.to_report, "kind": made.kind.value}
    return {"story": story, "position": position, "body": to_json(made)} | searched


def _story_row(story: Story) -> dict[str, Any]:
    return {"id": story.id, "size": len(story.reports), "outline": to_json(replace(story, derivations=(), findings=()))}


def _finding_row(story: str, position: int, made: Finding) -> dict[str, Any]:
    return {"story": story, "position": position, "id": made.id, "body": to_json(made)}
