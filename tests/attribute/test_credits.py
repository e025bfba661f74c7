"""The hops that credit, byline and dateline blocks name: a literal line, its kind, and the names of the hops."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from tests.factory import a_report
from whence.attribute.credits import credit_chain
from whence.model import Block, BlockKind, Chain, Control, Parsed, SourceKind, Span

CREDIT, BYLINE, DATELINE = BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE


def chain(*lines: tuple[BlockKind, str], outlet: str | None = "The Tarn Courier") -> Chain:
    text = "\n".join(words for _, words in lines)
    made, start = [], 0
    for kind, words in lines:
        made.append(Block(kind, Span(start, start + len(words))))
        start += len(words) + 1
    parsed: Parsed[Doc] = Parsed(replace(a_report(text, outlet=outlet), blocks=tuple(made)), ())
    hops = credit_chain(parsed)
    assert all(hop.span and hop.span.of(text) == hop.mention for hop in hops)
    return hops


TABLE = [
    (CREDIT, "(With inputs from agencies.)", ["agencies"]),
    (CREDIT, "Source: agencies", ["agencies"]),
    (CREDIT, "(With inputs from Reuters, AP and agencies)", ["Reuters", "Associated Press"]),
    (CREDIT, "Credit: Meridian Wire", ["Meridian Wire"]),
    (CREDIT, "Additional reporting by Kestrel Press", ["Kestrel Press"]),
    (CREDIT, "Reporting by Jan Tolm; editing by Ada Frisch", []),
    (CREDIT, "Writing by Jan Tolm", []),
    (BYLINE, "Posted by Mina Halvorsen", []),
    (BYLINE, "By Lena Tolm, SANA", ["SANA"]),
    (BYLINE, "MINA Staff", ["MINA"]),
    (CREDIT, "This story was originally published by The Sunder Post.", ["Sunder Post"]),
    (CREDIT, "This article first appeared in the Sunder Post", ["Sunder Post"]),
    (CREDIT, "This article first appeared in The Tarn Courier", []),
    (CREDIT, "(Except for the headline, this story has not been edited and is published from a syndicated feed.)", []),
    (CREDIT, "(PNA)", ["PNA"]),
    (CREDIT, "© 2025 Agence France-Presse", ["AFP"]),
    (CREDIT, "Source: Xinhua", ["Xinhua"]),
    (CREDIT, "The Associated Press contributed to this report.", ["Associated Press"]),
    (CREDIT, "Associated Press writers Ann Olden and Mark Bree contributed to this report.", ["Associated Press"]),
    (CREDIT, "Ann Olden of the Sunder Post contributed to this report.", ["Sunder Post"]),
    (CREDIT, "Ann Olden contributed to this report.", []),
    (CREDIT, "AFP and Reuters contributed to this article.", ["AFP", "Reuters"]),
    (CREDIT, "Information from the Associated Press was used in this report.", ["Associated Press"]),
    (CREDIT, "Compiled from AP and Reuters reports.", ["Associated Press", "Reuters"]),
    (CREDIT, "From wire reports", ["agencies"]),
    (CREDIT, "(With agency inputs)", ["agencies"]),
    (CREDIT, "— AP", ["Associated Press"]),
    (CREDIT, "Copyright 2025 The Associated Press. All rights reserved.", ["Associated Press"]),
    (CREDIT, "Reporting by Ann Olden in Tarn; Editing by Mark Bree; Photo by Reuters", []),
    (BYLINE, "By The Associated Press", ["Associated Press"]),
    (BYLINE, "By ANN OLDEN AP Diplomatic Writer", ["Associated Press"]),
    (BYLINE, "By Ann Olden of The Associated Press", ["Associated Press"]),
    (BYLINE, "By Ann Olden (Reuters)", ["Reuters"]),
    (BYLINE, "By Ann Olden and AP", ["Associated Press"]),
    (BYLINE, "By Reuters | Nov 15, 2025", ["Reuters"]),
    (BYLINE, "By Agencies", ["agencies"]),
    (BYLINE, "By Meridian Wire staff", ["Meridian Wire"]),
    (BYLINE, "By Jutta Brandauer", []),
    (BYLINE, "By Jutta Brandauer and Karl Amsinck", []),
    (BYLINE, "Jutta Brandauer, Reuters", ["Reuters"]),
    (BYLINE, "By Tarn Courier staff", []),
    (BYLINE, "Interisland Press", ["Interisland Press"]),
    (BYLINE, "From our Foreign Desk", []),
    (BYLINE, "Political staff", []),
    (BYLINE, "From Interisland Press", ["Interisland Press"]),
    (BYLINE, "By Corvane and our own reporter", ["Corvane"]),
    (BYLINE, "Corvane", ["Corvane"]),
    (BYLINE, "(Corvane)", ["Corvane"]),
    (BYLINE, "IPS, Ostrell", ["IPS"]),
    (BYLINE, "Evening bulletin", []),
    (BYLINE, "Courier Politics", []),
    (BYLINE, "By Courier economics staff", []),
    (BYLINE, "Jutta Brandauer, Ostrell", []),
    (BYLINE, "OSTRELL, Tarn, April 20", []),
    (BYLINE, "By Nan Olden in Ostrell", []),
    (CREDIT, "From agencies", ["agencies"]),
    (DATELINE, "TARN, November 15. /TASS/.", ["TASS"]),
    (DATELINE, "TARN | AFP |", ["AFP"]),
    (DATELINE, "TARN, May 3. /Kestrel Wire/.", ["Kestrel Wire"]),
    (DATELINE, "TARN/OSTRELL/SUND —", []),
    (DATELINE, "TARN-SUND —", []),
    (DATELINE, "TARN - KPA -", ["KPA"]),
    (CREDIT, "Northern Press Agency", ["Northern Press Agency"]),
    (DATELINE, "INTERFAX -", ["Interfax"]),
    (DATELINE, "AP —", ["Associated Press"]),
    (DATELINE, "[Reuters]", ["Reuters"]),
    (DATELINE, "TARN: (Agencies)", ["agencies"]),
    (CREDIT, "With AFP", ["AFP"]),
    (CREDIT, "From wire reports", ["agencies"]),
    (CREDIT, "From staff and wire reports", ["agencies"]),
    (CREDIT, "Provided by Kestrel Press", ["Kestrel Press"]),
    (CREDIT, "With material from the Sunder Post", ["Sunder Post"]),
    (CREDIT, "With information from AFP.", ["AFP"]),
    (DATELINE, "LINDMERE, March 12 (Meridian) -", ["Meridian"]),
    (DATELINE, "SEOUL, Nov 15 (Reuters) -", ["Reuters"]),
    (DATELINE, "TESK (AP) —", ["Associated Press"]),
    (DATELINE, "TESK, Aug 9 -", []),
]


@pytest.mark.parametrize(("kind", "line", "names"), TABLE, ids=[row[1][:40] for row in TABLE])
def test_one_line(kind: BlockKind, line: str, names: list[str]) -> None:
    assert [hop.name for hop in chain((kind, line)) if hop.name != "agencies" or names == ["agencies"]] == names


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("LINDMERE, March 12 (Meridian) -", "Meridian Wire"),
        ("PORT HALL, March 12 (BCNA) --", "Belmund Central News Agency (BCNA)"),
        ("SEOUL (AP) -", "The Associated Press"),
        ("By Meridian Wire staff", "Meridian"),
    ],
)
def test_the_outlet_itself_is_no_hop(line: str, outlet: str) -> None:
    assert chain((BYLINE if line.startswith("By") else DATELINE, line), outlet=outlet) == ()


def test_one_medium_named_twice_is_one_hop() -> None:
    hops = chain((CREDIT, "Credit: Meridian Wire"), (DATELINE, "LINDMERE, March 12 (Meridian) -"))
    assert [hop.name for hop in hops] == ["Meridian Wire"]


def test_agencies_are_unnamed_and_never_the_same_in_two_reports() -> None:
    (hop,) = chain((CREDIT, "(With inputs from agencies.)"))
    assert hop.kind is SourceKind.UNNAMED and hop.control is Control.AGENCY and hop.key.startswith("unnamed:r1:")


def test_a_known_agency_brings_its_facts() -> None:
    (hop,) = chain((CREDIT, "Source: Xinhua"))
    assert (hop.kind, hop.key, hop.state, hop.control) == (SourceKind.MEDIUM, "xinhua", "china", Control.STATE_MEDIUM)


@given(st.text(max_size=80), st.sampled_from([CREDIT, BYLINE, DATELINE]))
def test_any_line_is_read(line: str, kind: BlockKind) -> None:
    chain((kind, line))
