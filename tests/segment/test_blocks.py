"""A line of a report, and what we expect it to be."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import a_report
from whence.model import BlockKind, Report
from whence.segment.blocks import find_blocks

BODY = "The harbour board of Ostrell said on Friday that two cranes had been shut down after a fire."
MORE = "Nobody was hurt, and ferries ran as usual, the board's chairman told reporters at the quay."


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(report.text)) for block in find_blocks(report).blocks]


def kind_of(line: str, place: int = 3) -> str:
    """The kind of a line set among ordinary ones: 1 is under the headline, 3 after the last paragraph."""
    lines = ["Fire stops two cranes at Ostrell", BODY, MORE]
    lines.insert(place, line)
    return next(kind for kind, words in kinds(a_report("\n".join(lines))) if words == line.strip())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Hanne Ruvik", "byline"),
        ("By Hanne Ruvik and Tor Elde, Harbour Editor", "byline"),
        ("From our Shipping Desk", "byline"),
        ("Hanne Ruvik, transport correspondent, Radio Ostrell", "byline"),
        ("Friday 3 May 2024, 07:10", "byline"),
        ("OSTRELL EVENING MAIL, Friday May 3", "byline"),
        ("The Ostrell Mail (independent)", "byline"),
        ("Shipping desk", "byline"),
        ("Credit: Northern Wire", "credit"),
        ("OSTRELL, May 3 (Northern Wire)", "dateline"),
        ("Board promises an inquiry after the third fire in a year", "paragraph"),
    ],
)
def test_lines_under_the_headline(line: str, kind: str) -> None:
    assert kind_of(line, 1) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(With inputs from agencies.)", "credit"),
        ("Reporting by Hanne Ruvik; editing by Tor Elde", "credit"),
        ("(Additional reporting by Hanne Ruvik in Ostrell; Editing by Tor Elde)", "credit"),
        ("This story was originally published by the Ostrell Mail.", "credit"),
        ("Source: agencies", "credit"),
        ("-- Reuters", "credit"),
        ("© 2024 Associated Press. All rights reserved.", "credit"),
        ("Hanne Ruvik in Ostrell contributed to this report.", "credit"),
        ("Photo: Ruvik/Ostrell Mail", "caption"),
        ("File photo of the burnt crane", "caption"),
        ("A crane in the harbour of Ostrell, 2 May. (Reuters/Hanne Ruvik)", "caption"),
        ("The burnt crane on Friday. Getty Images", "caption"),
        ("Sign up for our harbour newsletter", "boilerplate"),
        ("Follow us on Murmur", "boilerplate"),
        ("Read more: The long decline of the crane", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("___", "boilerplate"),
        ("Copyright 2024", "boilerplate"),
        # ordinary sentences that open like the lines above
        ("Sources said that the fire began in a cable duct.", "paragraph"),
        ("By noon the smoke had cleared from the quay.", "paragraph"),
        ("Credit must go to the crew of the tug, the chairman said.", "paragraph"),
        ("Watch officers had reported the smell of burning an hour before.", "paragraph"),
        ("Related companies were not affected by the fire, the board said.", "paragraph"),
        ("More than forty workers were sent home for the day.", "paragraph"),
        ("Reporting by the Ostrell Mail last year found that the cranes had not been inspected since they were built.", "paragraph"),
        ("Video of the fire shows that the crane fell slowly, the board said.", "paragraph"),
        ("3.", "paragraph"),
        ('"It was very quiet," she said.', "paragraph"),
    ],
)
def test_lines_after_the_text(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("OSTRELL, May 3 (Northern Wire) -", "Two cranes were shut down."),
        ("PORT OSTRELL, May 3 (NWN) --", "Two cranes were shut down."),
        ("OSTRELL/BRANDVIK —", "Two cranes were shut down."),
        ("Ostrell (NWN) -", "Two cranes were shut down."),
        ("(NWN) -", "Two cranes were shut down."),
        ("ST. OSTRELL, Norland —", "Two cranes were shut down."),
    ],
)
def test_a_dateline_is_cut_from_its_paragraph(dateline: str, rest: str) -> None:
    found = kinds(a_report(f"Cranes shut down\n{dateline} {rest}\n{BODY}"))
    assert found[1:3] == [("dateline", dateline), ("paragraph", rest)]


@pytest.mark.parametrize(
    "text", ["UPDATE 1 - The cranes run again.", "Two cranes - both new - were shut down.", "OUR VIEW. The cranes should go."]
)
def test_no_dateline(text: str) -> None:
    assert (("paragraph", text)) in kinds(a_report(f"Cranes shut down\n{BODY}\n{text}"))


@pytest.mark.parametrize(
    "again", ["Fire stops two cranes at Ostrell", "FIRE STOPS TWO CRANES AT OSTRELL", "Fire stops two cranes at Ostrell | Ostrell Mail"]
)
def test_the_headline_again(again: str) -> None:
    found = kinds(a_report(f"Fire stops two cranes at Ostrell\n{BODY}\n{again}\n{MORE}"))
    assert found[2] == ("repeated_headline", again)


def test_a_credit_at_the_end_of_a_paragraph_is_cut_off() -> None:
    found = kinds(a_report(f"Cranes shut down\n{BODY} (Reporting by Hanne Ruvik; editing by Tor Elde)"))
    assert found[1:] == [("paragraph", BODY), ("credit", "(Reporting by Hanne Ruvik; editing by Tor Elde)")]


def test_an_item_of_a_digest_is_no_caption() -> None:
    item = "The board met at noon. It heard the fire chief. It then sent its report to the minister."
    assert kinds(a_report(f"Morning digest\n{item} [Reuters]"))[1:] == [("paragraph", item), ("credit", "[Reuters]")]


def test_a_tail_of_related_links() -> None:
    tail = ["ALSO READ", "Ferry strike enters second week", "Who owns the quay? A short guide"]
    found = kinds(a_report("\n".join(["Cranes shut down", BODY, *tail])))
    assert found[2:] == [("boilerplate", line) for line in tail]


def test_links_inside_the_text_end_where_it_goes_on() -> None:
    found = kinds(a_report("\n".join(["Cranes shut down", BODY, "Related", "Ferry strike enters second week", MORE])))
    assert [kind for kind, _ in found] == ["headline", "paragraph", "boilerplate", "boilerplate", "paragraph"]


@pytest.mark.parametrize(
    ("headline", "text", "first"),
    [
        (None, f"Cranes shut down\n{BODY}", "headline"),
        ("", f"{BODY}\n{MORE}", "paragraph"),
        ("Cranes shut down", f"Cranes shut down\n{BODY}", "headline"),
        ("Something else", f"{BODY}\n{MORE}", "paragraph"),
        (None, f"OSTRELL, May 3 (NWN) - {BODY}", "dateline"),
        (None, BODY, "paragraph"),
        (None, f"Shipping\nBy Hanne Ruvik\n{BODY}", "headline"),
    ],
)
def test_what_the_first_line_is(headline: str | None, text: str, first: str) -> None:
    assert kinds(a_report(text, headline=headline))[0][0] == first


def test_a_standfirst_stays_a_paragraph() -> None:
    found = kinds(a_report(f"Cranes shut down\n{MORE}\n{BODY}"))
    assert [kind for kind, _ in found] == ["headline", "paragraph", "paragraph"]


def test_bylines_fill_what_is_unknown() -> None:
    read = find_blocks(a_report(f"Cranes shut down\nOstrell Mail\nBy Hanne Ruvik, Harbour Editor\n3 May 2024\n{BODY}"))
    assert (read.byline, read.outlet, read.published) == ("Hanne Ruvik", "Ostrell Mail", datetime(2024, 5, 3, tzinfo=UTC))
    assert dict(read.known_from) == {"outlet": "byline line", "byline": "byline line", "published": "dateline"}


def test_what_is_known_is_kept() -> None:
    known = datetime(2024, 5, 4, 9, tzinfo=UTC)
    read = find_blocks(a_report(f"Cranes shut down\nBy Hanne Ruvik\n3 May 2024\n{BODY}", published=known, byline="T. Elde", outlet="Mail"))
    assert (read.byline, read.outlet, read.published, read.known_from) == ("T. Elde", "Mail", known, ())


def test_a_desk_is_nobody() -> None:
    assert find_blocks(a_report(f"Cranes shut down\nBy Mail staff\n{BODY}")).byline is None


def test_lines_broken_by_hand_make_one_paragraph() -> None:
    broken = (
        "The harbour board of Ostrell said on Friday that two cranes\n"
        "had been shut down after a fire in the night, and that the\n"
        "quay would stay closed until the fire brigade had gone\n"
        "through both of the machine rooms."
    )
    found = kinds(a_report(f"Cranes shut down\n\n{broken}\n\n{broken}"))
    assert found[1:] == [("paragraph", broken), ("paragraph", broken)]


TEXTS = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ["By Jo Doe", BODY, "ALSO READ", "OSTRELL, May 3 (NWN) - It burnt.", "(NWN)", "\r", "\u2028", "", "Photo: x", "x. (Reuters)"]
        ),
    ),
    max_size=12,
).map("\n".join)


@given(TEXTS, st.sampled_from([None, "", "By Jo Doe", "It burnt"]))
def test_blocks_cover_any_text_in_order(text: str, headline: str | None) -> None:
    blocks = find_blocks(a_report(text.replace("\ud800", ""), headline=headline)).blocks
    covered, last = [False] * len(text), 0
    for block in blocks:
        assert last <= block.span.start < block.span.end <= len(text)
        words = block.span.of(text)
        assert words == words.strip()
        covered[block.span.start : block.span.end] = [True] * len(block.span)
        last = block.span.end
    assert all(covered[at] for at, mark in enumerate(text) if not mark.isspace())
    assert sum(block.kind is BlockKind.HEADLINE for block in blocks) <= 1


def test_gold_quotes_of_the_scenarios_stand_in_what_is_read(shared) -> None:  # type: ignore[no-untyped-def]
    import yaml

    for listing in sorted(shared.glob("data/scenarios/*/scenario.yaml")):
        scenario = yaml.load(listing.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        files = {entry["id"]: entry for entry in scenario["reports"] if entry["file"].endswith(".txt")}
        read = {
            id: find_blocks(a_report((listing.parent / entry["file"]).read_text(), outlet=entry["outlet"])) for id, entry in files.items()
        }
        for telling in (
            telling for proposition in scenario["propositions"] for telling in proposition["tellings"] if telling["report"] in read
        ):
            report = read[telling["report"]]
            start = report.text.index(telling["quote"])
            inside = [b for b in report.blocks_of(BlockKind.HEADLINE, BlockKind.PARAGRAPH) if b.span.start <= start < b.span.end]
            assert inside and start + len(telling["quote"]) <= inside[0].span.end
