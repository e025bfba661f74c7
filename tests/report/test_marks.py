from hypothesis import given
from hypothesis import strategies as st

from tests.report.example import reports, the_ban, the_end
from whence.model import BlockKind, Span
from whence.report.marks import Mark, cut, excerpts, whole


def roles(pieces):
    return [(piece.text, set(piece.roles)) for piece in pieces if piece.roles]


def test_a_telling_in_its_paragraph():
    claim = the_ban().tellings[0]
    (excerpt,) = excerpts(claim, reports()["wire"])
    assert "".join(piece.text for piece in excerpt.pieces).endswith("TSNA said on Monday.")
    assert roles(excerpt.pieces) == [
        ("Tarsonia will stop all wheat exports from June 1", {"content"}),
        ("the state news agency TSNA", {"source"}),
        ("said", {"cue"}),
    ]
    assert next(piece for piece in excerpt.pieces if "source" in piece.roles).notes == ("1",)


def test_a_credit_line_that_names_a_hop_is_shown_too():
    body, credit = excerpts(the_ban().tellings[1], reports()["copy"])
    assert credit.kind == "credit line"
    assert roles(credit.pieces) == [("Harbour Wire", {"source"})]
    assert body.kind == ""


def test_the_phrase_that_decided_a_label_is_marked():
    (excerpt,) = excerpts(the_end().tellings[0], reports()["wire"])
    (label,) = [piece for piece in excerpt.pieces if "label" in piece.roles]
    assert (label.text, label.title) == ("may", "content, certainty: possible")


def test_a_whole_report_loses_no_word():
    report = reports()["copy"]
    blocks = whole(report, the_ban().tellings[1:2])
    told = " ".join("".join(piece.text for piece in pieces) for _, pieces in blocks)
    assert told.split() == report.text.split()
    assert [kind for kind, _ in blocks][-3:] == [BlockKind.CREDIT, BlockKind.BOILERPLATE, BlockKind.BOILERPLATE]


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))


@given(st.text(max_size=50), spans, st.lists(st.tuples(st.sampled_from(["source", "cue", "content"]), spans), max_size=6))
def test_pieces_are_the_text(text, window, placed):
    pieces = cut(text, window, [Mark(role, span) for role, span in placed])
    assert len("".join(piece.text for piece in pieces)) == len(window.of(text))
    inside = [set(range(span.start, span.end)) & set(range(window.start, min(window.end, len(text)))) for _, span in placed]
    assert sum(len(piece.text) for piece in pieces if piece.roles) == len(set().union(*inside))
