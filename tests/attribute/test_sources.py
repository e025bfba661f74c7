"""Sources resolved inside a report: a literal text, the words of its sources in order, and what the last one turns out to be."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from tests.factory import a_report
from whence.attribute.sources import resolve
from whence.model import Attribution, Block, BlockKind, Control, Report, Source, SourceKind, Span
from whence.segment import parse_one

Kind = SourceKind


def blocks(report: Report) -> Report:
    """Every line a paragraph."""
    return replace(report, blocks=tuple(Block(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", report.text)))


def raw(report: Report, words: str, kind: Kind = Kind.ORGANISATION, start: int = 0) -> Source:
    at = report.text.index(words, start)
    return Source(words, kind, words, Span(at, at + len(words)), words.casefold())


def read(nlp: Language, text: str, *mentions: str, kind: Kind = Kind.ORGANISATION, **facts: str) -> list[Source]:
    """The sources at these words, searched one after the other, resolved."""
    report = blocks(a_report(text, **facts))
    made, start = [], 0
    for words in mentions:
        source = raw(report, words, kind, start)
        made.append(Attribution((), (), (), (source,)))
        start = source.span.end if source.span else start
    return [one.chain[0] for one in resolve(parse_one(report, nlp), tuple(made))]


TABLE = [
    # text, mentions in order; of the last one: kind, name, key, state, control
    (
        "The Korean Central News Agency said the plant had reopened.",
        ["The Korean Central News Agency"],
        Kind.MEDIUM,
        "KCNA",
        "kcna",
        "north korea",
        Control.STATE_MEDIUM,
    ),
    (
        "Pyongyang said the plant had reopened.",
        ["Pyongyang"],
        Kind.ORGANISATION,
        "North Korea",
        "north korea",
        "north korea",
        Control.GOVERNMENT,
    ),
    (
        "North Korean state media said so.",
        ["North Korean state media"],
        Kind.MEDIUM,
        "North Korean state media",
        "north korea state media",
        "north korea",
        Control.STATE_MEDIUM,
    ),
    ("According to a Reuters report, the dam is safe.", ["a Reuters report"], Kind.MEDIUM, "Reuters", "reuters", None, Control.AGENCY),
    (
        "South Korean officials said the launch had failed.",
        ["South Korean officials"],
        Kind.UNNAMED,
        "South Korean officials",
        "unnamed:r1:south korean officials",
        "south korea",
        Control.GOVERNMENT,
    ),
    ("Analysts said prices would fall.", ["Analysts"], Kind.UNNAMED, "Analysts", "unnamed:r1:analysts", None, Control.UNKNOWN),
    (
        "Two people familiar with the matter said so.",
        ["Two people familiar with the matter"],
        Kind.UNNAMED,
        "Two people familiar with the matter",
        "unnamed:r1:two people familiar with the matter",
        None,
        Control.UNKNOWN,
    ),
    (
        "President Odo Marwell spoke in Tesk. Marwell said the road would open.",
        ["Marwell"],
        Kind.PERSON,
        "Odo Marwell",
        "odo marwell",
        None,
        Control.UNKNOWN,
    ),
    (
        "Chairman Odo Marwell came. Later Mr Marwell said it was done.",
        ["Mr Marwell"],
        Kind.PERSON,
        "Odo Marwell",
        "odo marwell",
        None,
        Control.UNKNOWN,
    ),
    (
        "Nurse Bette Crayle was there. She said the door was locked.",
        ["She"],
        Kind.PERSON,
        "Bette Crayle",
        "bette crayle",
        None,
        Control.UNKNOWN,
    ),
    (
        "Osteria's defence ministry denied it. The ministry said no shots were fired.",
        ["Osteria's defence ministry", "The ministry"],
        Kind.ORGANISATION,
        "Osteria's defence ministry",
        "osteria defence ministry",
        "osteria",
        Control.GOVERNMENT,
    ),
    (
        "The Osterian army fired first, Belmund said. The Osterian defence ministry denied it.",
        ["The Osterian defence ministry"],
        Kind.ORGANISATION,
        "Osterian defence ministry",
        "osteria defence ministry",
        "osteria",
        Control.GOVERNMENT,
    ),
    (
        "The state news agency ONT said the bridge held.",
        ["The state news agency ONT"],
        Kind.MEDIUM,
        "ONT",
        "ont belarus",
        "belarus",
        Control.STATE_MEDIUM,
    ),
    (
        "The privately owned daily Sunder Post said the bridge fell.",
        ["The privately owned daily Sunder Post"],
        Kind.MEDIUM,
        "Sunder Post",
        "sunder post",
        None,
        Control.OUTLET,
    ),
    (
        "The Harbour Safety Inspectorate closed the pier. The inspectorate said it was rotten.",
        ["The Harbour Safety Inspectorate", "The inspectorate"],
        Kind.ORGANISATION,
        "Harbour Safety Inspectorate",
        "harbour safety inspectorate",
        None,
        Control.GOVERNMENT,
    ),
    (
        "The group TidalEye filmed it, the group TidalEye said.",
        ["the group TidalEye"],
        Kind.ORGANISATION,
        "TidalEye",
        "tidaleye",
        None,
        Control.CIVIL,
    ),
    (
        "Shares in Corbane Mutual sank. Corbane said it was sorry.",
        ["Corbane"],
        Kind.ORGANISATION,
        "Corbane Mutual",
        "corbane mutual",
        None,
        Control.UNKNOWN,
    ),
    (
        "It is believed that the tower leans.",
        ["It is believed"],
        Kind.IMPERSONAL,
        "It is believed",
        "impersonal:r1:it is believed",
        None,
        Control.UNKNOWN,
    ),
    (
        "An internal memo said the tower leans.",
        ["An internal memo"],
        Kind.DOCUMENT,
        "An internal memo",
        "r1:an internal memo",
        None,
        Control.UNKNOWN,
    ),
    (
        "The Times ran it first. The New York Times said it stood by the story.",
        ["The New York Times"],
        Kind.MEDIUM,
        "The New York Times",
        "new york times",
        None,
        Control.OUTLET,
    ),
]


@pytest.mark.parametrize(("text", "mentions", "kind", "name", "key", "state", "control"), TABLE, ids=[row[1][-1] for row in TABLE])
def test_one_source(  # noqa: PLR0913
    nlp: Language, text: str, mentions: list[str], kind: Kind, name: str, key: str, state: str | None, control: Control
) -> None:
    found = read(nlp, text, *mentions)[-1]
    assert (found.kind, found.name, found.key, found.state, found.control) == (kind, name, key, state, control)
    assert found.mention == mentions[-1] and found.because


def test_a_state_agency_under_three_names(nlp: Language) -> None:
    text = (
        "Belmund test-fired a rocket on Monday, its state news agency said.\nIt flew far, the BCNA agency said. Belmund's army was there."
    )
    agency, named = read(nlp, text, "its state news agency", "the BCNA agency")
    assert agency.key == named.key == "bcna"
    assert agency.state == named.state == "belmund"
    assert agency.control is named.control is Control.STATE_MEDIUM


def test_a_spokesman_is_part_of_his_ministry_and_it_of_its_state(nlp: Language) -> None:
    text = "Osteria's Interior Ministry denied it. Ministry spokesman Pell Arden said the road was open. He said so twice."
    ministry, spokesman, he = read(nlp, text, "Osteria's Interior Ministry", "Ministry spokesman Pell Arden", "He", kind=Kind.PERSON)
    assert (spokesman.name, spokesman.state) == ("Pell Arden", "osteria")
    assert ministry.key in spokesman.part_of and "osteria" in spokesman.part_of
    assert he.key == spokesman.key


def test_a_leader_of_a_state(nlp: Language) -> None:
    (leader,) = read(nlp, "North Korean leader Kim Jong Un came. Kim said it was good.", "Kim", kind=Kind.PERSON)
    assert (leader.name, leader.key, leader.state, leader.part_of) == ("Kim Jong Un", "kim jong un", "north korea", ("north korea",))


def test_a_watchdog_does_not_speak_for_the_state(nlp: Language) -> None:
    (court,) = read(nlp, "The Dutch supreme court said the sale was lawful.", "The Dutch supreme court")
    assert (court.country, court.state) == ("netherlands", None)


def test_an_unknown_ministry_stays_without_a_state(nlp: Language) -> None:
    (ministry,) = read(nlp, "The Ministry of Pensions said the files were safe.", "The Ministry of Pensions")
    assert (ministry.country, ministry.state, ministry.key) == (None, None, "pensions ministry")


def test_an_agency_in_a_dateline_is_not_short_for_its_town(nlp: Language) -> None:
    (agency,) = read(nlp, "MACAU (Reuters) - Reuters said the port had closed.", "Reuters")
    assert agency.key == "reuters"


def test_a_seat_of_power_that_only_the_report_knows(nlp: Language) -> None:
    text = "Belmund's leader, Odo Marwell, vowed revenge.\nIt came as Port Aldis announced a rocket. So it is, according to Port Aldis."
    (seat,) = read(nlp, text, "Port Aldis")
    assert seat.state in ("belmund", "port aldis", None)  # never another state than the one spoken of


def test_a_company_is_no_state(nlp: Language) -> None:
    (company,) = read(nlp, "Vastelle today introduced a new chip. Vastelle said it was fast.", "Vastelle")
    assert company.state is None


def test_the_own_country_of_the_outlet(nlp: Language) -> None:
    (ministry,) = read(
        nlp, "The Defence Ministry informed us.", "The Defence Ministry", outlet="Belmund Agency", owner="Government of Belmund"
    )
    assert (ministry.state, ministry.key) == ("belmund", "belmund defence ministry")


@given(st.text(alphabet="Tthe ofKim'’sarmy\n\"“”., ()-@", min_size=1, max_size=40))
def test_any_words_give_a_source(nlp: Language, words: str) -> None:
    report = blocks(a_report(f"{words} said so."))
    source = Source(words, Kind.ORGANISATION, words, Span(0, len(words)))
    (made,) = resolve(parse_one(report, nlp), (Attribution((), (), (), (source,)),))
    assert made.chain[0].span == source.span and made.chain[0].mention == words and made.chain[0].key


def test_a_source_without_a_place(nlp: Language) -> None:
    report = blocks(a_report("Nothing here."))
    (made,) = resolve(parse_one(report, nlp), (Attribution((), (), (), (Source("AP", Kind.MEDIUM, "AP"),)),))
    assert made.chain[0].key == "ap"


def test_nothing_to_resolve(nlp: Language) -> None:
    report = blocks(a_report("Nothing here."))
    assert resolve(parse_one(report, nlp), ()) == ()
