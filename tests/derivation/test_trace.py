"""Who took from whom, on small invented stories: a literal text each, then the edges we expect."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tests.factory import a_report
from whence.derivation import trace_copying
from whence.model import Derivation, Reading, Report
from whence.segment import find_blocks

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
WIRE = """Dam at Oster Falls to be drained

VELLMAR, May 6 (Northwire) - The reservoir behind the Oster Falls dam will be drained from next week after divers found that two of its
nine sluice gates no longer close, the river board said on Tuesday.

About 4,300 people who live below the dam have been asked to keep a bag packed, although engineers see no immediate danger.

"We would rather be laughed at than be late," board president Runa Aldmoor told reporters in Vellmar.

The dam was built in 1934 and supplies a third of the valley's power. Repairs are put at 26 million marks."""
REWRITE = """Valley told to pack as dam is emptied

By our staff

Families under the old dam at Oster Falls have been told to keep a bag packed. From next week the reservoir is to be drained, for two of
the nine sluice gates cannot be closed any more, as divers discovered.

Some 4,300 people live there. Engineers do not think that the danger is immediate. Runa Aldmoor, who heads the river board, spoke in
Vellmar of being laughed at.

Mending the dam, which dates from 1934 and makes a third of the power used in the valley, may cost 26 million marks."""
OWN = """Anglers fear for trout in Oster reservoir

Trout that were set free in the reservoir only last autumn will die when it is emptied, says the Oster anglers' club.

"Nobody telephoned us," said its treasurer, Pim Lasker. He has asked for nets and for three lorries with tanks.

Boat hirer Ella Toom has cancelled 61 bookings and wants the river board to pay for them."""
LIFTED = OWN + "\n\n" + WIRE.split("\n\n")[2].replace("About", "Meanwhile, about")
CITING = """Opposition calls for inquiry into dam gates

Two gates of the Oster Falls dam do not close, Northwire reported on Tuesday, and the reservoir is to be drained.

Deputy Hanne Brool said the board had slept for years and asked for an inquiry. A debate is set for Thursday."""
SPEECH = '"My friends, I have never run from a flood and I will not run from this one, so help me, and neither will you"'
SPEECH_A = (
    f"Aldmoor rallies valley\n\nRuna Aldmoor spoke for an hour in the rain. {SPEECH}, she said to loud applause in the market square."
)
SPEECH_B = f"Board president booed and cheered\n\nThe square was full before eight. Mrs Aldmoor, hoarse, closed with the words: {SPEECH}."


def read(id: str, text: str, outlet: str | None, hours: float | None, **facts: str) -> Reading:
    published = None if hours is None else NOON + timedelta(hours=hours)
    report: Report = a_report(
        text.replace("\nnine", " nine").replace("\nthe nine", " the nine"), id, outlet=outlet, published=published, **facts
    )
    return Reading(find_blocks(report), (), ())


def edges(made: Sequence[Derivation]) -> set[tuple[str, str, str]]:
    return {(one.from_report, one.to_report, one.kind.value) for one in made}


AGENCY = read("agency", WIRE, "Northwire", 0)


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (read("copy", WIRE.replace(" (Northwire)", ""), "Daily Sprat", 2), "copy"),
        (read("credited", "Dam to be drained\n\nNorthwire\n\n" + WIRE.partition("\n\n")[2], "Vellmar Echo", 2), "copy"),
        (read("lifted", LIFTED, "Oster Angler", 9), "partial"),
        (read("rewrite", REWRITE, "Valley Post", 5), "rewrite"),
        (read("citing", CITING, "Capital Ledger", 8), "citation"),
    ],
)
def test_what_a_later_report_took_from_the_agency(later: Reading, kind: str) -> None:
    assert edges(trace_copying([later, AGENCY])) == {("agency", later.report.id, kind)}


def test_copies_of_one_wire_derive_from_the_wire_and_not_from_each_other() -> None:
    copies = [read(f"c{n}", WIRE.replace(" (Northwire)", ""), f"Outlet {n}", n) for n in (1, 2, 3)]
    assert edges(trace_copying([*copies, AGENCY])) == {("agency", f"c{n}", "copy") for n in (1, 2, 3)}


def test_without_the_wire_the_earliest_copy_is_the_parent() -> None:
    copies = [read(f"c{n}", WIRE.replace(" (Northwire)", ""), f"Outlet {n}", n) for n in (3, 1, 2)]
    assert edges(trace_copying(copies)) == {("c1", "c2", "copy"), ("c1", "c3", "copy")}


def test_never_from_a_later_report() -> None:
    late_agency = read("agency", WIRE, "Northwire", 30)
    assert edges(trace_copying([late_agency, read("first", WIRE.replace(" (Northwire)", ""), "Daily Sprat", 2)])) == {
        ("first", "agency", "copy")
    }


def test_where_times_are_not_known_the_credit_decides() -> None:
    credited = read("a", "Dam to be drained\n\nNorthwire\n\n" + WIRE.partition("\n\n")[2], "Vellmar Echo", None)
    made = trace_copying([credited, read("b", WIRE, "Northwire", None)])
    assert edges(made) == {("b", "a", "copy")}
    assert made[0].direction == "a names Northwire"


def test_own_reporting_on_the_same_event_is_no_derivation() -> None:
    assert trace_copying([AGENCY, read("own", OWN, "Oster Angler", 9)]) == ()


def test_the_same_words_of_a_public_speaker_are_no_derivation() -> None:
    assert trace_copying([read("a", SPEECH_A, "Vellmar Echo", 1), read("b", SPEECH_B, "Valley Post", 3)]) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Runa Aldmoor, left, and the mayor of Vellmar look over the dam at Oster Falls on a wet morning. (Photo: Northwire)",
        "The Oster Falls dam seen from the east bank with two of its gates open in Vellmar, Tuesday, May 6, 2031.",
        "Subscribe to our morning letter for the best of the valley in your pocket and never miss a story that matters to you.",
    ],
)
def test_shared_captions_and_furniture_are_no_derivation(line: str) -> None:
    first, second = f"{OWN}\n\n{line}", f"Power to be dearer in June\n\nMills in Vellmar expect to pay more for power.\n\n{line}"
    assert trace_copying([read("a", first, "Oster Angler", 1), read("b", second, "Valley Post", 3)]) == ()


def test_a_post_set_as_text_is_a_quotation() -> None:
    post = "The gates are stuck, the board is stuck and so is the valley and my father was too\n— Hanne Brool (@brool) May 6"
    made = trace_copying(
        [read("a", f"{OWN}\n{post}", "Oster Angler", 1), read("b", f"Mills expect dear power\nIt may cost more.\n{post}", "Post", 3)]
    )
    assert made == ()


@pytest.mark.parametrize(
    ("outlet", "line"),
    [
        ("Radio Lowen", "Two gates of the Oster Falls dam no longer close, public radio reported."),
        ("Vellmar Echo", "Two gates of the Oster Falls dam no longer close, a newspaper reported."),
        ("Oster River Board (press release)", "Two gates of the Oster Falls dam no longer close, according to a press release."),
    ],
)
def test_a_source_that_is_only_described(outlet: str, line: str) -> None:
    body = "Dam gates found to be stuck\n\nDivers found that two gates of the Oster Falls dam no longer close. Draining starts soon."
    first = read("first", body, outlet, 0, owner="Public Broadcasting of Lowen")
    later = read(
        "later",
        f"Deputies ask for a debate\n\n{line}\n\nHanne Brool wants an inquiry. A vote is due on Thursday in the lower house.",
        "Ledger",
        4,
    )
    assert {(a, b) for a, b, _ in edges(trace_copying([first, later]))} == {("first", "later")}


def test_a_correction_rests_on_the_outlet_s_own_report() -> None:
    later = (
        "Correction: Oster Falls dam\n\nIn our report on the Oster Falls dam we wrote that 4,300 people live below it. The number is 3,400."
    )
    assert edges(trace_copying([AGENCY, read("fix", later, "Northwire", 20)])) == {("agency", "fix", "citation")}


def test_the_evidence_is_in_both_texts() -> None:
    lifted = read("lifted", LIFTED, "Oster Angler", 9)
    texts = {"agency": AGENCY.report.text, "lifted": lifted.report.text}
    for made in trace_copying([AGENCY, lifted]):
        assert made.shared and made.because and 0 <= made.share <= 1
        for pair in made.shared:
            for place in pair:
                assert place.span.of(texts[place.report]) == place.words
        assert "4,300 people" in made.shared[0][0].words.lower()


@pytest.mark.parametrize("text", ["", "\n\n", '"', "One word", "“" * 50])
def test_texts_with_next_to_nothing_in_them(text: str) -> None:
    assert trace_copying([read("a", text, "A", 0), read("b", text, None, 1), AGENCY]) is not None
    assert trace_copying([]) == () == trace_copying([AGENCY])
