"""What no single rule decides, on an invented ferry: names in part, bodies, an outlet's own story, and what one alone had told."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factory import a_report
from whence.derivation import trace_copying
from whence.derivation.aliases import called, parts_of, places_among
from whence.derivation.bodies import body_spoken_of, own_earlier, state_spoken_of
from whence.derivation.firsthand import first_hand
from whence.derivation.scene import scene_of
from whence.model import Reading, Report
from whence.segment import find_blocks

DAWN = datetime(2032, 3, 9, 6, tzinfo=UTC)
FERRY = """Ferry to Little Askel cut to one a day

SKAVEN, March 9 (SNW)

The ferry to Little Askel will sail once a day from Monday because two of its three engines are worn out, the owner said.

Some 640 islanders use it. A new engine costs 2.1 million shillings and would take eleven weeks to come from the yard at Pollbrook.

"We shall row if we must," said Berit Sandoe, who runs the island's bakery."""
PORT = """Divers look at the mole

The harbour master has asked divers to look at the mole at Skaven, which was struck by a barge in the fog.

No boats are kept from their berths, he said."""


def read(id: str, text: str, outlet: str, hours: float, owner: str | None = None) -> Reading:
    report: Report = a_report(text, id, outlet=outlet, owner=owner, published=DAWN + timedelta(hours=hours))
    return Reading(find_blocks(report), (), ())


def edges(*readings: Reading) -> set[tuple[str, str]]:
    return {(made.from_report, made.to_report) for made in trace_copying(readings)}


WIRE = read("wire", FERRY, "Skaven News Wire", 0)
OTHER = read("other", PORT, "Pollbrook Herald", 1)


@pytest.mark.parametrize(
    ("outlet", "parts"),
    [
        ("The Old Askel Mail", ("Old Askel", "Askel", "Askel Mail", "Mail")),
        ("Kestrel News", ("Kestrel",)),
        ("Radio Nine", ()),
        ("The Courier", ()),
    ],
)
def test_words_of_its_name_that_an_outlet_goes_by(outlet: str, parts: tuple[str, ...]) -> None:
    assert parts_of(outlet) == parts


@pytest.mark.parametrize(
    ("outlet", "line", "word"),
    [
        ("Kestrel News", "The engines are worn out, Kestrel reported on Tuesday.", "Kestrel"),
        ("The Old Askel Mail", "The engines are worn out, as Skaven's Mail has it.", "Mail"),
        ("The Daily Lanyard", "The Lanyard had it first: the engines are worn out.", "The Lanyard"),
        ("Skaven News Wire", "The engines are worn out, the agency SNW said.", "SNW"),
        ("Skaven News Wire", "Skaven reported a quiet night. In Skaven nobody knew of worn engines.", None),
        ("Kestrel News", "KESTREL DROPS FERRY STORY\n\nIn a note Kestrel said it had been misled.", "Kestrel"),  # no dateline
        ("Maarian News Agency", "Maaria has no boats. Guns on the Maarian bank were heard.", None),
        ("Kestrel News", "A kestrel nests on the ferry. Kestrel Holdings makes its engines.", None),
        ("The Daily Lanyard", "He wore a lanyard. Lanyard Street is shut.", None),
    ],
)
def test_an_outlet_called_by_a_part_of_its_name(outlet: str, line: str, word: str | None) -> None:
    scene = scene_of([read("a", FERRY, outlet, 0), read("b", f"Island in two minds\n\n{line}", "Pollbrook Herald", 3)])
    naming = called(scene, 0, 1, places_among(scene))
    assert (naming.word if naming else None) == word


@pytest.mark.parametrize(
    ("outlet", "line", "spoken"),
    [
        ("Ministry of Harbours", "The ministry said that one sailing would have to do.", "ministry"),
        ("Office of the Ferry Inspector (notice)", "According to the Inspector's notice the engines are worn out.", "Inspector"),
        ("Ministry of Harbours", "Nobody in the bakery had been asked.", None),
        ("Askel Boat Trust (statement)", "They put no trust in boats, a baker said.", None),
        ("Pollbrook Herald", "A herald said so.", None),
    ],
)
def test_a_body_that_is_spoken_of(outlet: str, line: str, spoken: str | None) -> None:
    scene = scene_of([read("a", FERRY, outlet, 0), read("b", f"Island in two minds\n\n{line}", "Courier", 3)])
    naming = body_spoken_of(scene, 0, 1, places_among(scene))[1]
    assert (naming.word if naming else None) == spoken


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Skaven says the engines are worn out.", 1),
        ("State radio reported that the engines are worn out.", 1),
        ("Officials were not to be had.", 0.4),
        ("It rained in Skaven.", 0),
        ("Courier, the state broadcaster of Pollbrook, has a new roof.", 0),  # what itself is
    ],
)
def test_a_state_that_speaks_through_its_agency(line: str, level: float) -> None:
    agency = read("a", FERRY, "Askel Telegraph Bureau", 0, "Government of Askel").report
    assert state_spoken_of(agency, read("b", f"Island in two minds\n\n{line}", "Courier", 3).report)[0] == level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Skaven News Wire reported on Tuesday that two engines were worn out. It is one.", 1),
        ("The agency withdraws its story of Tuesday on the ferry.", 1),
        ("The plan, first disclosed in these pages, has been dropped.", 1),
        ("The gulls are back on the mole.", 0.3),
    ],
)
def test_an_outlet_and_its_own_earlier_report(line: str, level: float) -> None:
    assert own_earlier(WIRE.report, read("b", f"Island in two minds\n\n{line}", "Skaven News Wire", 30).report)[0] == level


def test_of_two_reports_of_an_outlet_that_is_named_the_nearer_one_is_meant() -> None:
    yesterday = read("yesterday", PORT, "Skaven News Wire", -20)
    line = "The ferry to Little Askel sails once a day because two engines are worn out, Skaven News Wire reported. Rowers are at hand."
    later = read("later", f"Islanders in two minds\n\n{line}", "Pollbrook Herald", 5)
    assert edges(yesterday, WIRE, later) == {("wire", "later")}


def test_of_two_with_the_same_text_the_one_that_is_named_is_the_source() -> None:
    relay = read("relay", FERRY.replace("SKAVEN, March 9 (SNW)", "Skaven News Wire"), "Morning Bosun", 1)
    line = "Two engines of the ferry are worn out, the Morning Bosun reported. Goats were seen on the pier. A choir sang there until dusk."
    later = read("later", f"Islanders in two minds\n\n{line}", "Pollbrook Herald", 5)
    assert edges(WIRE, OTHER, relay, later) == {("wire", "relay"), ("relay", "later")}


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("The owner told the Bosun that it was so. It rained.", 1 / 3),
        ("I counted nine boats. Our reporter counted ten.", 2 / 3),
        ("The owner said that it was so. It rained.", 0),
    ],
)
def test_how_much_its_own_people_saw_or_were_told(line: str, share: float) -> None:
    scene = scene_of([read("a", f"Ferry in trouble\n\n{line}", "Daily Bosun", 1)])
    assert first_hand(scene, 0) == pytest.approx(share)


def test_a_correction_that_only_repeats_its_outlet_s_name() -> None:
    later = read(
        "fix", "CORRECTION: island ferry\n\nSkaven News Wire corrects its story on the engines. One of them runs.", "Skaven News Wire", 9
    )
    assert ("wire", "fix") in edges(WIRE, OTHER, later)


def test_what_only_one_had_told_is_taken_from_there() -> None:
    later = read(
        "later",
        """ROW, ROW, ROW YOUR BOAT

Furious islanders are down to a single boat a day.

The clapped-out ferry of Little Askel needs a new engine: 2.1 million shillings, and eleven weeks of waiting for it.

All 640 of them will have to row, raged baker Berit Sandoe.""",
        "The Daily Bosun",
        6,
    )
    made = [one for one in trace_copying([WIRE, OTHER, later]) if one.to_report == "later"]
    assert [(one.from_report, one.kind.value) for one in made] == [("wire", "rewrite")]
    assert any("only wire had told before" in reason for reason in made[0].because)


def test_another_matter_in_the_same_port_is_taken_from_nobody() -> None:
    assert edges(WIRE, OTHER) == set()


def test_the_name_of_a_place_points_at_no_outlet() -> None:
    later = read(
        "later",
        "Bakers of Skaven at odds\n\nIn Skaven a loaf costs nine shillings. Skaven officials blame the flour, and millers the mild winter.",
        "Pollbrook Herald",
        6,
    )
    assert edges(WIRE, later) == set()
