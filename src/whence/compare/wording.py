"""Two quotations, or two tellings → how far they are the same words."""

from functools import lru_cache

from rapidfuzz import fuzz

from whence.text import words

STEM = 5  # letters of a word that stand for it: "escaped", "escape"
LITTLE = frozenset(
    "the and for with from that this which who whom were was been has have had will would could may might its his her their they them it "
    "are not but after before when while over into than then there here said says told according also about some more most out off any "
    "all one two what where how did does being upon under between during only just very".split()
)


def quote_likeness(a: str, b: str) -> float:
    """0 to 100: how far two quotations are the same words; a part of a longer one is fully like it."""
    short, long = sorted((" ".join(words(a)), " ".join(words(b))), key=len)
    return float(fuzz.partial_ratio(short, long)) if short else 0.0


@lru_cache(maxsize=65536)
def matter(plain: str) -> frozenset[str]:
    """The stems of its words of content: what two tellings must share to be about one thing."""
    return frozenset(word[:STEM] for word in words(plain) if (len(word) > 2 or word.isdigit()) and word not in LITTLE)
