"""Who is nobody, and who somebody turns out to be: words that no source can be, and descriptions whose name stands elsewhere."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed
from whence.attribute import sure, tellings

TOLD = [  # a report; the last source of each telling
    ("Storm in Tarn\n\nFive sailors are confirmed dead after the storm on Sunday night.", []),
    ("Storm in Tarn\n\nWhoever says that the mill is safe has not seen it.", []),
    (
        "Mill owes wages\n\nThe prime minister insisted that the mill was safe.\n\n“I saw the wall myself,” Edvin Roske wrote on Friday.",
        ["Edvin Roske", "Edvin Roske"],
    ),
    (
        "Oil in the river\n\nNine barrels leaked from the line, its operator said.\n\nOlden Pipelines closed two valves at noon.",
        ["Olden Pipelines"],
    ),
    (
        "Mill boss: council owes us money\n\nThe quarrel goes on.\n\n“The council owes us money for the mill,” Omar Roske said on Friday.",
        ["Omar Roske", "Omar Roske"],
    ),
    ("Kettles\n\nNo kettle of this make has ever left the plant, the Trade Ministry states.", ["Trade Ministry"]),
    ("Fire at Tarn: clinic counts 14 dead\n\nThe fire broke out at night.", ["clinic"]),
    ("Roske: I signed nothing\n\nThe festival opens on Friday.", ["Roske"]),
    ("Truce in Olden near – sources\n\nTalks went on at the hotel on Friday.", ["sources"]),
    ("Translators\n\nI asked two translators. Both said: “The flight ended.”", ["two translators"]),
]
NAMED_AS = [  # a report; the names of the last source of all its tellings, each once
    ("Dam\n\nThe crack was described by the monitoring group Rivereye and by the Tarn Valley News.", {"Rivereye", "Tarn Valley News"}),
    ("Truce\n\nOlden reported on Friday, citing two officials, that the truce was near.", {"two officials"}),
]


def last_sources(text: str, nlp: Language) -> list[str]:
    return [one.chain[-1].name for one in tellings(text, attributed(text, nlp)) if sure(one) and one.chain]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_who_it_is_from(nlp: Language, text: str, names: list[str]) -> None:
    assert last_sources(text, nlp) == names


@pytest.mark.parametrize(("text", "names"), NAMED_AS)
def test_who_are_named(nlp: Language, text: str, names: set[str]) -> None:
    assert set(last_sources(text, nlp)) == names
