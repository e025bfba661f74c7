"""Bytes, and the text that we expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import NotAReport
from whence.read.decode import cleaned, decode, writable

SAID = "“Två kranar” – sa ordföranden – står still. Kostnad: 4 000 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode((SAID * 3).encode(encoding))[0] == SAID * 3


def test_utf8_with_stray_cp1252() -> None:
    text, encoding = decode("“Två kranar” står still. ".encode() * 3 + "Café".encode("cp1252"))
    assert text == "“Två kranar” står still. " * 3 + "Café" and encoding == "utf-8 mixed with cp1252"


def test_a_page_says_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź stoi</body></html>'
    assert decode(page.encode("iso-8859-2"))[0] == page


def test_newlines() -> None:
    assert decode(b"one\r\ntwo\rthree\n")[0] == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04x", b"\x89PNG\r\n", b"SQLite format 3\x00", b"\x00\x01\x02\x03" * 99, bytes(range(32)) * 9]
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotAReport):
        decode(data)


def test_stray_nul_and_controls_become_spaces() -> None:
    assert decode(b"The crane\x00 stood \x1b still. " + b"Nobody was hurt. " * 20)[0].startswith("The crane  stood   still. ")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_that_can_be_written_or_are_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except NotAReport:
        return
    text.encode("utf-8")
    assert "\x00" not in text and "\r" not in text


@given(st.text(alphabet=st.characters(), max_size=50))
def test_cleaning_keeps_places(text: str) -> None:
    for made in (cleaned(text), writable(text)):
        assert len(made) == len(text)
        made.encode("utf-8")
