"""Who a mention is when its name stands behind it, before it or in the next sentence: a text, the words of its sources in order, and the
name of the last one."""

import pytest
from spacy.language import Language

from tests.attribute.test_sources import read
from whence.attribute.wording import part_of_name
from whence.model import SourceKind

Kind = SourceKind
PERSON, BODY, GROUP = Kind.PERSON, Kind.ORGANISATION, Kind.UNNAMED

TABLE = [
    # text, mentions in order with the kind they come in with; of the last one: name and kind
    ("Its maker, Ostrander & Lisk, said so.", ["Its maker, Ostrander & Lisk"], BODY, "Ostrander & Lisk", BODY),
    ("The pilots’ office said so.", ["The pilots’ office"], BODY, "pilots’ office", BODY),
    ("Ms Frisch's office said so.", ["Ms Frisch's office"], BODY, "Ms Frisch's office", BODY),
    ("The operator, Halden Kraft, said so.", ["The operator, Halden Kraft"], GROUP, "Halden Kraft", BODY),
    ("“We saw it,” said her skipper, Piet Lorens.", ["her skipper, Piet Lorens"], GROUP, "Piet Lorens", PERSON),
    (
        "A former negotiator in two such cases, Rolf Eiman, doubts it.",
        ["A former negotiator in two such cases, Rolf Eiman"],
        GROUP,
        "Rolf Eiman",
        PERSON,
    ),
    ("The port's lawyer, Dr Ada Frisch, denied it.", ["The port's lawyer, Dr Ada Frisch"], GROUP, "Ada Frisch", PERSON),
    (
        "Two officials, an envoy and a clerk, said so.",
        ["Two officials, an envoy and a clerk"],
        GROUP,
        "Two officials, an envoy and a clerk",
        GROUP,
    ),
    ("The specialist site Hullwatch said so.", ["The specialist site Hullwatch"], PERSON, "Hullwatch", Kind.MEDIUM),
    (
        "The Tarn Footplate Guild spoke first. The guild mourns.",
        ["The Tarn Footplate Guild", "The guild"],
        BODY,
        "Tarn Footplate Guild",
        BODY,
    ),
    ("The guild mourns.", ["The guild"], GROUP, "The guild", GROUP),
    ("Ada Frisch spoke. Ada Frisch's answer was that it had ended.", ["Ada Frisch's answer"], GROUP, "Ada Frisch", PERSON),
    (
        "Two harbour officials said so. One of them added more.",
        ["Two harbour officials", "One of them"],
        GROUP,
        "One of Two harbour officials",
        GROUP,
    ),
    ("Two harbour officials said so. Both asked for more.", ["Two harbour officials", "Both"], GROUP, "Two harbour officials", GROUP),
    ("The ministry said so. Both asked for more.", ["The ministry", "Both"], BODY, "Both", GROUP),
    (
        "The mill will close, its chairman said.\n“We shall close it,” Peter Halden told reporters.",
        ["its chairman"],
        PERSON,
        "Peter Halden",
        PERSON,
    ),
    ("The mill will close, an official said.\nIts foreman, Peter Halden, wept.", ["an official"], GROUP, "an official", GROUP),
    ("Our own prime minister says that it was not us.", ["Our own prime minister"], PERSON, "Our own prime minister", GROUP),
    (
        "The departing Minister of Finance said so.",
        ["The departing Minister of Finance"],
        PERSON,
        "The departing Minister of Finance",
        GROUP,
    ),
    ("They meet on 4 March. Whoever wins, Odo Harl said, loses.", ["Whoever"], PERSON, "Whoever", PERSON),
]


@pytest.mark.parametrize(("text", "mentions", "kind", "name", "is_a"), TABLE, ids=[row[1][-1] for row in TABLE])
def test_names(nlp: Language, text: str, mentions: list[str], kind: SourceKind, name: str, is_a: SourceKind) -> None:
    found = read(nlp, text, *mentions, kind=kind)[-1]
    assert (found.name.casefold(), found.kind) == (name.casefold(), is_a), found.because


@pytest.mark.parametrize(
    ("name", "outlet", "part"),
    [
        ("the Advertiser", "Eskmoor Advertiser", True),
        ("Hull", "Hull & Hatch", True),
        ("AL", "Agence Lacustre", True),
        ("Radio One", "Ketran Radio One", True),
        ("News", "Estrel News", False),
        ("Meridian", "Eskmoor Advertiser", False),
        ("radio", "Radio Tarn", False),
    ],
)
def test_part_of_an_outlets_name(name: str, outlet: str, part: bool) -> None:
    assert part_of_name(name, outlet) is part


def test_a_labour_minister_is_of_no_party(nlp: Language) -> None:
    (minister,) = read(nlp, "Labour Minister Bo Anand said the doors were open.", "Labour Minister Bo Anand", kind=PERSON)
    assert minister.name == "Bo Anand" and minister.part_of == ()
