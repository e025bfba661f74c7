"""Claims that say the same thing come together; the same words with another actor, number, polarity or act do not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factory import a_claim, a_report, a_source, span_of
from whence.model import Act, Claim, Participant, Quantity, Span, Time
from whence.models import Encoder
from whence.propositions import match


def claims_of(*sentences: str, **facts: object) -> list[Claim]:
    made = []
    for number, sentence in enumerate(sentences):
        report = a_report(f"{sentence}.", id=f"r{number}")
        agent = sentence.split(" ", 1)[0]
        made.append(a_claim(report, sentence, participants=(Participant(agent, span_of(report, agent), "agent", "GPE"),), **facts))
    return made


def groups(claims: list[Claim], encoder: Encoder) -> list[set[str]]:
    report_of = {claim.id: claim.report for claim in claims}
    return [{report_of[id] for id in p.claims} for p in match(claims, encoder.encode)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Melk ordered the mass production of attack drones", "Melk has ordered that attack drones be mass-produced"),
        ("Four soldiers were injured in the explosion at Calder", "The explosion at Calder injured four soldiers"),
        ("Veltrans carried sanctioned fuel to the port of Ilmar", "Veltrans carried sanctioned fuel to Ilmar"),
    ],
)
def test_the_same_thing_said_twice(a: str, b: str, encoder: Encoder) -> None:
    assert groups(claims_of(a, b), encoder) == [{"r0", "r1"}]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tarvia ordered the mass production of attack drones", "Sorovia ordered the mass production of attack drones"),
        ("Melk ordered the mass production of attack drones", "Farmers asked for drones that can carry cheese"),
    ],
)
def test_something_else(a: str, b: str, encoder: Encoder) -> None:
    assert len(groups(claims_of(a, b), encoder)) == 2


def told(report: str, sentence: str, **facts: object) -> Claim:
    return a_claim(a_report(f"{sentence}.", id=report), sentence, **facts)


def people(agent: str, patient: str) -> tuple[Participant, ...]:
    return Participant(agent, Span(0, 1), "agent", "GPE"), Participant(patient, Span(0, 1), "patient", "GPE")


def in_year(year: int) -> Time:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Time(Span(0, 1), str(year), "DATE", str(year), first, last, "year")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            told("r0", "Tarvia shelled a border post of Sorovia", participants=people("Tarvia", "Sorovia")),
            told("r1", "Sorovia shelled a border post of Tarvia", participants=people("Sorovia", "Tarvia")),
            id="swapped actors",
        ),
        pytest.param(
            told("r0", "The ministry ordered the sale of the old ferries", predicate="order", act=Act.ORDERS),
            told("r1", "The ministry cancelled the sale of the old ferries", predicate="cancel"),
            id="ordered and cancelled",
        ),
        pytest.param(
            told("r0", "The dam at Ilmar failed its inspection in 2019", times=(in_year(2019),)),
            told("r1", "The dam at Ilmar failed its inspection in 2024", times=(in_year(2024),)),
            id="another year",
        ),
        pytest.param(
            told(
                "r0",
                "Hackers opened the files of 2.3 million people",
                quantities=(Quantity(Span(0, 1), "2.3 million people", 2.3e6, "people"),),
            ),
            told("r1", "Hackers opened the files of people, whom it put at 230,000", quantities=(Quantity(Span(0, 1), "230,000", 2.3e5),)),
            id="a bare number beside a counted one",
        ),
    ],
)
def test_what_contradicts_keeps_apart(a: Claim, b: Claim, encoder: Encoder) -> None:
    assert len(groups([a, b], encoder)) == 2


def test_a_denial_headline_stands_with_what_it_denies(encoder: Encoder) -> None:
    said = told("r0", "Tarvia tested attack drones at the Karsk range")
    denied = told("r1", "Tarvia denies testing attack drones at the Karsk range", act=Act.DENIES, negated=True, in_headline=True)
    assert groups([said, denied], encoder) == [{"r0", "r1"}]


def test_another_number_is_a_rival_not_support(encoder: Encoder) -> None:
    four, fourteen = claims_of("Four soldiers were injured in the explosion", "Fourteen soldiers were injured in the explosion")
    four = a_claim(a_report(four.words, id="r0"), four.words, quantities=(Quantity(four.span, "Four soldiers", 4.0, "soldier"),))
    fourteen = a_claim(
        a_report(fourteen.words, id="r1"), fourteen.words, quantities=(Quantity(four.span, "Fourteen soldiers", 14.0, "soldier"),)
    )
    first, second = match([four, fourteen], encoder.encode)
    assert {first.rivals, second.rivals} == {(four.id,), (fourteen.id,)}


def test_a_refusal_to_comment_joins_what_it_was_asked_about(encoder: Encoder) -> None:
    report = a_report("Tarvia tested twelve drones. The ministry declined to comment.")
    tested = a_claim(report, "Tarvia tested twelve drones")
    silent = a_claim(report, "declined to comment", act=Act.NO_COMMENT, chain=(a_source("the ministry"),))
    assert [set(p.claims) for p in match([tested, silent], encoder.encode)] == [{tested.id, silent.id}]


def test_no_claims_no_propositions(encoder: Encoder) -> None:
    assert match([], encoder.encode) == ()


def test_a_year_that_was_worked_out_keeps_nothing_apart(encoder: Encoder) -> None:
    named = replace(in_year(2026), text="the fourth quarter of 2026")
    guessed = replace(in_year(2025), text="the fourth quarter")
    a = told("r0", "Deliveries of the ferry begin in the fourth quarter of 2026", times=(named,))
    b = told("r1", "Deliveries of the ferry are to begin in the fourth quarter", times=(guessed,))
    assert groups([a, b], encoder) == [{"r0", "r1"}]
