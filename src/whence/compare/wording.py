"""Two quotations → how far they are the same words."""

from rapidfuzz import fuzz

from whence.text import words


def quote_likeness(a: str, b: str) -> float:
    """0 to 100: how far two quotations are the same words; a part of a longer one is fully like it."""
    short, long = sorted((" ".join(words(a)), " ".join(words(b))), key=len)
    return float(fuzz.partial_ratio(short, long)) if short else 0.0
