"""Who "he" is, who holds which office, what is said of people without names: a text, its sources in order, the last one read."""

from datetime import UTC, datetime

import pytest
from spacy.language import Language

from tests.attribute.test_sources import read
from whence.model import Control, SourceKind

Kind = SourceKind
DAM = "Arno Belk met Lena Forss at the dam in Vell on Monday. "
IN_2018 = datetime(2018, 7, 1, tzinfo=UTC)
IN_1995 = datetime(1995, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "mentions", "name"),
    [
        (DAM + "He said it was safe.", ["Arno Belk", "He"], "Arno Belk"),
        (DAM + "She said it was safe.", ["Arno Belk", "She"], "Lena Forss"),
        (DAM + "He told Forss that it leaks.", ["He"], "Arno Belk"),
        (DAM + "Even he was not sure.", ["Even he"], "Arno Belk"),
        ('Maria Tanz runs the mill. "Arno Belk never came," she said.', ["she"], "Maria Tanz"),
        ("Carl Denner Jr. spoke first. His father, Carl Denner, was late. Denner said the mill was sold.", ["Denner said"], "Carl Denner"),
        ("Special Counsel Otto Marsh spoke. Otto Marsh left. Marsh said no more.", ["Marsh said"], "Otto Marsh"),
    ],
)
def test_who_is_meant(text: str, mentions: list[str], name: str, nlp: Language) -> None:
    last = mentions[-1]
    found = read(nlp, text, *mentions[:-1], last.removesuffix(" said"), kind=Kind.PERSON)[-1] if " said" not in last else None
    if found is None:  # the second "Denner", not the one in the full name
        shown = text.replace(last, "§")
        found = read(nlp, text[: shown.index("§")] + last, last.removesuffix(" said"), kind=Kind.PERSON)[-1]
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "mention", "published", "state", "country"),
    [
        ("Vladimir Putin said the talks went well.", "Vladimir Putin", IN_2018, "russia", "russia"),
        ("Vladimir Putin said the talks went well.", "Vladimir Putin", IN_1995, None, "russia"),
        ("Vladimir Putin said the talks went well.", "Vladimir Putin", None, None, "russia"),
        ("Russian President Vladimir Putin said the talks went well.", "Vladimir Putin", None, "russia", "russia"),
        ("Anna Roe, a former British ambassador, said the port was shut.", "Anna Roe", None, None, "united kingdom"),
        ("Anna Roe, the British ambassador, said the port was shut.", "Anna Roe", None, "united kingdom", "united kingdom"),
        ("U.S. Defense Secretary Otto Marsh said the base was safe.", "Otto Marsh", None, "united states", "united states"),
        ("Atlanta voted on Monday. Georgia's governor, Otto Marsh, said Republicans won.", "Otto Marsh", None, None, None),
    ],
)
def test_offices_and_when_they_were_held(
    text: str, mention: str, published: datetime | None, state: str | None, country: str | None, nlp: Language
) -> None:
    found = read(nlp, text, mention, kind=Kind.PERSON, published=published)[-1]
    assert (found.state, found.country) == (state, country), found.because


def test_a_president_without_a_country_is_that_of_the_outlets(nlp: Language) -> None:
    found = read(nlp, "President Carl Denner said the harvest was good.", "President Carl Denner", kind=Kind.PERSON, outlet="Le Monde")[-1]
    assert (found.name, found.state, found.control) == ("Carl Denner", "france", Control.GOVERNMENT)


def test_the_president_is_the_one_in_office(nlp: Language) -> None:
    text = "Barack Obama left long ago. Donald Trump met Vladimir Putin. The president said it was a good day."
    assert read(nlp, text, "The president", kind=Kind.PERSON, outlet="USA Today", published=IN_2018)[-1].name == "Donald Trump"


@pytest.mark.parametrize(
    ("text", "mention", "reasons"),
    [
        (
            "Two people familiar with the sale said it failed.",
            "Two people familiar with the sale",
            ["how many: Two", "familiar with the sale"],
        ),
        ("A guard, who asked not to be named, said it leaks.", "A guard", ["how many: one", "why not named: asked not to be named"]),
        ("Officials said it leaks, speaking on condition of anonymity.", "Officials", ["why not named: on condition of anonymity"]),
        ("At least three witnesses said it leaks.", "At least three witnesses", ["how many: At least three"]),
    ],
)
def test_unnamed_people_are_described(text: str, mention: str, reasons: list[str], nlp: Language) -> None:
    found = read(nlp, text, mention, kind=Kind.UNNAMED)[-1]
    assert found.kind is Kind.UNNAMED
    assert [reason for reason in reasons if not any(reason in why for why in found.because)] == [], found.because


@pytest.mark.parametrize(
    ("text", "mention", "country", "state"),
    [
        ("Labor Department officials said it was late.", "Labor Department officials", "united states", "united states"),
        ("An official at the Kremlin said it was late.", "An official at the Kremlin", "russia", "russia"),
        ("A former CIA officer said it was late.", "A former CIA officer", "united states", None),
    ],
)
def test_whose_unnamed_people_are(text: str, mention: str, country: str, state: str | None, nlp: Language) -> None:
    found = read(nlp, text, mention, kind=Kind.UNNAMED)[-1]
    assert (found.kind, found.country, found.state, found.part_of) == (Kind.UNNAMED, country, state, ())


def test_a_department_is_of_the_outlets_country(nlp: Language) -> None:
    text = "The Department of Justice said the prison was full."
    names = [read(nlp, text, "The Department of Justice", outlet=outlet)[-1] for outlet in ("USA Today", "The Irish Times")]
    assert [(one.key, one.state) for one in names] == [
        ("us justice department", "united states"),
        ("ireland justice department", "ireland"),
    ]


def test_a_medium_whose_name_stands_behind_what_it_is(nlp: Language) -> None:
    text = "Our sister paper, the Vell Courier, reported that the mill is sold."
    found = read(nlp, text, "Our sister paper, the Vell Courier", kind=Kind.MEDIUM)[-1]
    assert (found.kind, found.name, found.key) == (Kind.MEDIUM, "Vell Courier", "vell courier")


def test_the_company_is_the_one_that_spoke(nlp: Language) -> None:
    text = "Vendrax said it was sorry. The company said it would pay."
    assert read(nlp, text, "Vendrax", "The company")[-1].name == "Vendrax"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("He told POLITICO Florida that it leaks.", "POLITICO Florida", "Politico"),
        ("The conservative Washington Examiner said it leaks.", "The conservative Washington Examiner", "Washington Examiner"),
        ("Arno Belk left the state-run broadcaster Russia Today.", "the state-run broadcaster", "RT"),
        ("The Census Bureau itself said it was wrong.", "The Census Bureau itself", "US Census Bureau"),
        ("Daily News opinion editor Arno Belk left. Mr. Belk said so.", "Daily News opinion editor Arno Belk", "Arno Belk"),
    ],
)
def test_words_around_a_name(text: str, mention: str, name: str, nlp: Language) -> None:
    assert read(nlp, text, mention)[-1].name == name
