"""Bytes of a file or page → text with newlines made \\n, and how it was decoded; NotAReport for what is no text at all."""

import re

from charset_normalizer import from_bytes

from whence.errors import NotAReport

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
KNOWN_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
)
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
HIGH = re.compile(rb"[\x80-\xff]+")
STRAY = re.compile("[\udc80-\udcff]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SAMPLE = 200_000  # bytes that are looked at to tell the encoding
MOST_CONTROLS = 0.02  # of the characters: text has none, but a stray few from old systems do no harm
NO_LATIN = 0.3  # more high bytes than this among all: not a western language in a one-byte encoding


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text and the encoding. `declared` is what an HTTP header says; a page's own <meta> is looked for."""
    refuse_binary(data)
    text, encoding = _decoded(data, declared)
    controls = len(CONTROLS.findall(text[:SAMPLE]))
    if controls > MOST_CONTROLS * min(len(text), SAMPLE):
        raise NotAReport("is not text (control characters throughout): save it as text or HTML")
    return cleaned(text.replace("\r\n", "\n").replace("\r", "\n")), encoding


def cleaned(text: str) -> str:
    """Control characters made spaces and lone surrogates U+FFFD, one for one: places in the text stay, and later steps can write it."""
    return CONTROLS.sub(lambda found: "\ufffd" if found.group() >= "\ud800" else " ", text)


def writable(text: str) -> str:
    """A record's own text: unchanged but for NULs and lone surrogates, which no database or JSON file takes, each made U+FFFD."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def refuse_binary(data: bytes) -> None:
    kind = next((kind for mark, kind in KNOWN_FILES if data.startswith(mark)), None)
    if kind:
        raise NotAReport(f"is {kind}, not text: save the report as text or HTML")


def _decoded(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding.removesuffix("-sig")
    wide = _without_mark(data[:SAMPLE])
    if wide:
        return data.decode(wide, errors="replace"), f"{wide} (guessed)"
    if b"\x00" in data[:SAMPLE] and data[:SAMPLE].count(0) > MOST_CONTROLS * len(data[:SAMPLE]):
        raise NotAReport("is not text (NUL bytes throughout): save it as text or HTML")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    named = DECLARED.search(data[:4096])
    for said in (declared, (named[1] or named[2]).decode("ascii") if named else None):
        text = _as_declared(data, said)
        if text is not None:
            return text, str(said).lower()
    return _guessed(data)


def _without_mark(sample: bytes) -> str | None:
    """UTF-16 without its mark: in western text every other byte is NUL."""
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.5 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.1 else None


def _as_declared(data: bytes, name: str | None) -> str | None:
    if not name or name.lower().replace("_", "-") in ("utf-8", "utf8", "utf-16", "us-ascii", "ascii"):
        return None  # tried, or plainly untrue
    try:
        return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1") else name)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> tuple[str, str]:
    """Mostly UTF-8 with stray bytes, cp1252, or what charset-normalizer says of other scripts."""
    runs = HIGH.findall(data[:SAMPLE])
    good = sum(_is_utf8(run) for run in runs)
    if good * 2 >= len(runs) > 0:
        return _mixed(data), "utf-8 mixed with cp1252"
    high = sum(map(len, runs))
    if high > NO_LATIN * min(len(data), SAMPLE):
        best = from_bytes(data[:20_000]).best()
        if best is not None:
            return data.decode(best.encoding, errors="replace"), f"{best.encoding} (guessed)"
    return data.decode("cp1252", errors="replace"), "cp1252 (guessed)"


def _is_utf8(run: bytes) -> bool:
    try:
        run.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(data: bytes) -> str:
    """Valid UTF-8 as such; each stray byte as cp1252. A stray byte comes out of surrogateescape as U+DC80 to U+DCFF."""
    return STRAY.sub(
        lambda found: bytes([ord(found.group()) - 0xDC00]).decode("cp1252", errors="replace"),
        data.decode("utf-8", errors="surrogateescape"),
    )
