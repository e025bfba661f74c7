"""The sentences of a quotation of which only a part was taken."""

from whence.attribute.left_over import left_over
from whence.model import Attribution, Source, SourceKind, Span

TEXT = "Roe was asleep. “It shook twice. Who began it I could not tell you,” she said."
WHO = (Source("Ann Roe", SourceKind.PERSON, "she", Span(70, 73)),)


def part(begin: str, end: str) -> Attribution:
    content = Span(TEXT.index(begin), TEXT.index(end) + len(end))
    return Attribution((), (Span(74, 78),), (content,), WHO, "direct")


def test_the_rest_of_a_quotation_is_of_who_has_its_opening() -> None:
    (found,) = left_over(TEXT, 0, [part("It shook", "twice.")])
    assert (found.content[0].of(TEXT), found.chain) == ("Who began it I could not tell you,", WHO)


def test_its_opening_is_of_who_has_its_end() -> None:
    (found,) = left_over(TEXT, 0, [part("Who", "tell you,")])
    assert found.content[0].of(TEXT) == "It shook twice."


def test_nothing_is_left_of_a_whole_one() -> None:
    assert left_over(TEXT, 0, [part("It shook", "tell you,")]) == []
