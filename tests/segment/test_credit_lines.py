"""Credit lines and datelines in the forms that agencies and newspapers use, beside ordinary sentences that look like them."""

from pathlib import Path

import pytest

from tests.factory import a_report
from whence.lexicons.actors import load_actors
from whence.segment.blocks import find_blocks

BODY = "The harbour board of Ostrell said on Friday that two cranes had been shut down after a fire."
MORE = "Nobody was hurt, and ferries ran as usual, the board's chairman told reporters at the quay."
REST = "Two cranes were shut down at the quay on Friday."


def kinds(text: str, **facts: str) -> list[tuple[str, str]]:
    report = find_blocks(a_report(text, **facts))
    return [(block.kind.value, block.span.of(report.text)) for block in report.blocks]


@pytest.mark.parametrize(
    "opening",
    [
        "OSTRELL — (AFP)",
        "OSTRELL -- (Reuters)",
        "OSTRELL, May 3 — (AP) —",
        "OSTRELL: (Agencies)",
        "OSTRELL: (Northern Wire)",
        "Ostrell, May 3 (PTI)",
        "Port Ostrell, 3 May (Northern Wire)",
        "OSTRELL, May 3, 2024 (AFP/Reuters)",
        "OSTRELL, May 3. /TASS/.",
        "Ostrell, May 3 [Reuters]",
        "OSTRELL (AP)",
        "OSTRELL (Northern Wire)",
        "OSTRELL | AFP |",
        "Port Ostrell | Reuters |",
        "INTERFAX -",
        "AP —",
        "Reuters –",
        "[Reuters]",
        "(AFP)",
        "(Northern Wire) —",
    ],
)
def test_an_opening_that_names_an_agency_is_a_dateline(opening: str) -> None:
    expected = [("dateline", opening), ("paragraph", REST)]
    assert kinds(f"Cranes shut down\n{opening} {REST}\n{BODY}")[1:3] == expected
    assert kinds(f"{opening} {REST}") == expected  # a text of one paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Cranes (both of them new) were shut down on Friday, the board said.",
        "OFSA (Ostrell Ferry Staff Association) members walked out on Friday.",
        "NOTE: (Prices are in crowns) Cranes are sold by weight here.",
        "Friday, May 3 (Saturday in the islands) was the day of the fire.",
        "Ostrell — Cranes were shut down at the quay on Friday.",
        "Reuters — the agency — had two people at the quay on Friday.",
        "AP Moller - Maersk said that its ships had left the port.",
        "AFP said on Friday that two cranes had been shut down.",
        "Board | Cranes | Ferries were the three matters of the day, he said.",
        "(Nobody was hurt) The board then met for an hour on Friday.",
    ],
)
def test_an_ordinary_opening_is_no_dateline(text: str) -> None:
    assert ("paragraph", text) in kinds(f"Cranes shut down\n{BODY}\n{text}\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "AFP",
        "AFP.",
        "Reuters, AP",
        "AFP/Reuters",
        "Northern Press Agency",
        "[Reuters]",
        "With AFP",
        "(with AP and Reuters)",
        "From Reuters",
        "From wire reports",
        "From staff and wire reports",
        "With agencies",
        "With material from the Ostrell Mail",
        "With information from AFP.",
        "(With inputs from PTI)",
        "Provided by Northern Wire",
        "Information from AFP was used in this report.",
        "Material from the Ostrell Mail and Radio Brandvik was used in this story.",
    ],
)
def test_a_line_below_the_text_that_credits(line: str) -> None:
    assert kinds(f"Cranes shut down\n{BODY}\n{MORE}\n{line}")[-1] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "Asked by Reuters, the mayor declined to comment.",
        "The plan, first reported by Reuters, was dropped.",
        "It was dropped, according to a note seen by AFP, two years ago.",
        "Provided by the state, the cranes were never inspected.",
        "With Reuters he spoke for an hour.",
        "From Ostrell",
        "With Hanne Ruvik",
        "Information from the crew was used in court against the board.",
        "AFP was the first to tell it.",
        "Ostrell Mail",
    ],
)
def test_an_ordinary_line_credits_nobody(line: str) -> None:
    assert kinds(f"Cranes shut down\n{BODY}\n{MORE}\n{line}")[-1] == ("paragraph", line)


@pytest.mark.parametrize(
    "sentence", ["Asked by Reuters, the mayor declined to comment.", "The plan, first reported by Reuters, was dropped."]
)
def test_a_sentence_that_names_an_agency_can_be_the_whole_text(sentence: str) -> None:
    assert kinds(sentence) == [("paragraph", sentence)]


def test_a_heading_with_an_agencys_name_is_no_credit() -> None:
    assert ("paragraph", "Reuters") in kinds(f"Morning papers\n{BODY}\nReuters\n{MORE}")


def test_an_outlet_does_not_credit_itself() -> None:
    assert kinds(f"Cranes shut down\n{BODY}\n{MORE}\nReuters", outlet="Reuters")[-1][0] != "credit"


def test_a_users_own_agency_signs(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text("id\tname\taliases\tcontrol\tcountry\towner\tpart_of\nbrandvik\tBrandvik Sentral\tBRS\tagency\tnorway\n", "utf-8")
    report = a_report(f"Cranes shut down\nBrandvik Sentral — {REST}\n{MORE}\nBRS")
    assert [block.kind.value for block in find_blocks(report).blocks] == ["headline", *["paragraph"] * 3]
    known = find_blocks(report, load_actors(mine)).blocks
    assert [block.kind.value for block in known] == ["headline", "dateline", "paragraph", "paragraph", "credit"]
