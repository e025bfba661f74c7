"""A medium that is spoken of without its name, on an invented lighthouse: the one earlier report that can be meant, or none."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factory import a_report
from whence.derivation import trace_copying
from whence.derivation.aliases import called, places_among
from whence.derivation.scene import scene_of
from whence.derivation.unnamed import meant_by
from whence.model import Reading, Report
from whence.segment import find_blocks

DUSK = datetime(2033, 10, 2, 18, tzinfo=UTC)
LAMP = "Lamp on Gannet Rock dark again\n\nThe lamp on Gannet Rock went out for the third night. A keeper blamed damp in the cable."


def read(id: str, text: str, outlet: str, hours: float) -> Reading:
    report: Report = a_report(text, id, outlet=outlet, published=DUSK + timedelta(hours=hours))
    return Reading(find_blocks(report), (), ())


EARLIER = [
    read("wire", LAMP, "Marl News Agency", 0),
    read("radio", LAMP.replace("again", "still"), "Radio Marl", 1),
    read("paper", LAMP.replace("again", "once more"), "The Marl Whistle", 2),
    read("release", LAMP.replace("again", "for now"), "Board of Lights (press release)", 3),
]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("The lamp failed because of damp, a newspaper reported.", {"paper": "a newspaper"}),
        ("She had heard on the radio that the lamp was dark.", {"radio": "heard on the radio"}),
        ("The lamp was dark, a foreign news agency wrote.", {"wire": "a foreign news agency"}),
        ("Media reports spoke of damp.", {}),  # three may be meant
        ("Nothing is left of what the local paper said of damp.", {"paper": "the local paper"}),
        ("The keeper signed a paper of nine pages.", {}),  # to be read
        ("The daily Northern Sprat wrote of damp.", {}),  # named, and not among them
        ("The Gannet Rock Daily wrote of damp.", {}),
        ("Ask the press section of the Board.", {}),
        ("The Marl Whistle wrote of damp. The newspaper had seen the cable.", {}),  # named just before
        ("The Marl Whistle and other newspapers wrote of damp.", {}),  # no other is left
        ("Nobody wrote of it.", {}),
    ],
)
def test_the_one_report_that_can_be_meant(line: str, meant: dict[str, str]) -> None:
    scene = scene_of([*EARLIER, read("later", f"Skippers want light\n\n{line}", "Harbour Sheet", 9)])
    names = {a: naming for a in range(4) for naming in [called(scene, a, 4, places_among(scene))] if naming}
    assert {scene.report(a).id: naming.word for a, naming in meant_by(scene, 4, names).alone.items()} == meant


@pytest.mark.parametrize(
    ("line", "several"),
    [
        ("Media reports spoke of damp.", {"wire", "radio", "paper"}),
        ("The lamp failed because of damp, a newspaper reported.", {"paper"}),
        ("Nobody wrote of it.", set()),
    ],
)
def test_the_several_reports_that_can_be_meant(line: str, several: set[str]) -> None:
    scene = scene_of([*EARLIER, read("later", f"Skippers want light\n\n{line}", "Harbour Sheet", 9)])
    assert {scene.report(a).id for a in meant_by(scene, 4, {}).among} == several


def test_a_report_that_alone_can_be_meant_is_cited() -> None:
    line = """Skippers want light

The keeper is wrong, said Odd Brekke of the skippers when he walked into our office. He had heard of the damp cable on the radio.

He told us that a cable had nothing to do with it. Two of his own boats had touched ground, and he had counted the boats
that stay at home. "A lamp is cheaper than a keel," he said, and asked for tea.
We rang the owners of eleven boats, and nine agreed with him."""
    radio = read("radio", "Gannet Rock\n\nThe keeper, Liv Sand, blames damp in the cable for three dark nights.", "Radio Marl", 1)
    paper = read("paper", "Herring is dear\n\nA barrel of herring costs nine marks on the quay.", "The Marl Whistle", 2)
    made = trace_copying([radio, paper, read("later", line, "Harbour Sheet", 9)])
    assert [(one.from_report, one.to_report, one.kind.value) for one in made] == [("radio", "later", "citation")]


def test_a_copy_names_others_in_the_words_of_what_it_copies() -> None:
    relay = read("relay", f"{LAMP}\n\nThe Marl Whistle reported nine wrecks. Insurers in Port Ansa fear more of them.", "Coast Wire", 4)
    again = read("again", relay.report.text.replace("again", "yet again"), "Ansa Echo", 6)
    herring = read("herring", "Nine wrecks at the Rock\n\nNine wrecks lie under the lamp, divers counted.", "The Marl Whistle", 2)
    assert {(one.from_report, one.to_report) for one in trace_copying([herring, relay, again])} == {
        ("herring", "relay"),
        ("relay", "again"),
    }
