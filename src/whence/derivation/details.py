"""Wordings of one story → which rare details (names, numbers, uncommon words) each report and each of its sentences has.

A detail weighs by its rarity: in the news at large, from the table of common words, and in this story.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from whence.derivation.wording import Wording

Matrix = NDArray[np.float32]
Marks = NDArray[np.bool_]
Numbers = NDArray[np.int64]
COMMONEST = 0.06  # words in more than this share of all news are no detail
UNITS = {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen""".split(),
        start=1,
    )
} | {"dozen": 12}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
NEWS = 1000  # how many reports the table of common words speaks for, beside those of the story


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """`held[r]` is report r's details as rows (sentence, detail), `told[r]` marks them; `whole[r]` is what they all weigh.

    `common[a, b]` is the weight of what a and b both have. `many` says in how many reports a detail stands.
    """

    names: tuple[str, ...]
    weight: NDArray[np.float32]
    held: tuple[Numbers, ...]
    told: Marks
    whole: NDArray[np.float32]
    common: Matrix
    many: Numbers

    def rows(self, report: int, sentences: int, wanted: Numbers) -> Matrix:
        """One row per sentence of a report: the weights of those of its details that are `wanted`, numbers in rising order."""
        made = np.zeros((sentences, len(wanted)), dtype=np.float32)
        at = self.held[report]
        column = np.minimum(np.searchsorted(wanted, at[:, 1]), max(0, len(wanted) - 1))
        found = wanted[column] == at[:, 1] if len(wanted) else np.zeros(len(at), dtype=np.bool_)
        made[at[found, 0], column[found]] = self.weight[at[found, 1]]
        return made

    def both(self, a: int, b: int) -> Numbers:
        """The details that two reports have in common."""
        found: Numbers = np.nonzero(self.told[a] & self.told[b])[0]
        return found


def details_of(wordings: Sequence[Wording]) -> Details:
    seen: dict[str, int] = {}
    held = [_held(wording, seen) for wording in wordings]
    told = np.zeros((len(wordings), max(1, len(seen))), dtype=np.bool_)
    for row, at in zip(told, held):
        row[at[:, 1]] = True
    many: Numbers = told.sum(axis=0)
    known = np.array([common_share(name) for name in seen] or [0.0])
    weight = -np.log((known * NEWS + many) / (NEWS + len(wordings))).astype(np.float32)
    shared = told[:, many > 1]
    weighed = (shared * np.sqrt(weight[many > 1])).astype(np.float32)
    return Details(tuple(seen), weight, tuple(held), told, told @ weight, weighed @ weighed.T, many)


def _held(wording: Wording, seen: dict[str, int]) -> Numbers:
    """Rows (sentence, detail), each once and in order; details that are new get the next number in `seen`."""
    keys = [detail(token) for token in wording.tokens]
    for key in keys:
        if key and key not in seen:
            seen[key] = len(seen)
    numbers = np.array([seen.get(key, -1) for key in keys], dtype=np.int64)
    told = numbers >= 0
    base = len(seen) + 1
    marks = np.unique(wording.sentence[told] * base + numbers[told])
    return np.stack([marks // base, marks % base], axis=1)


@lru_cache(maxsize=100_000)
def detail(token: str) -> str:
    """The form a word is compared in, or "" for one too common to tell anything; "thirty-two" as 32."""
    if value := spelled(token):
        return str(value)
    word = token.replace(",", "") if token[0].isdigit() else stem(token)
    return "" if len(word) < 2 and not word.isdigit() or common_share(word) > COMMONEST or word in grammar() else word


def spelled(word: str) -> int:
    """What a number in words says, from two to 99, and a dozen; else 0."""
    tens, _, ones = word.partition("-")
    if ones:
        return TENS[tens] + UNITS[ones] if tens in TENS and UNITS.get(ones, 10) < 10 else 0
    return TENS.get(word) or (UNITS.get(word, 0) if word != "one" else 0)


def stem(word: str) -> str:
    """A word without possessive and the commonest endings, in the form that the table of common words has."""
    word = word.replace("’", "'").removesuffix("'").removesuffix("'s")
    if len(word) > 4:
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
    for ending in ("ing", "ed", "ers", "er", "ly", "ion") if len(word) > 6 else ():
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def common_share(word: str) -> float:
    return _table().get(word, 0.0)


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    table = files("whence.lexicons").joinpath("common_words.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {word: float(share) for word, share in pairs}


@lru_cache(maxsize=1)
def grammar() -> frozenset[str]:
    """Words that carry no detail and are not in the table, which leaves grammar out."""
    return frozenset(
        """a about above after again against all also am an and any are as at be because been before being below between both but by
        can could did do does doing down during each few for from further had has have having he her here hers herself him himself his
        how i if in into is it its itself just me might more most must my myself no nor not now of off on once one only or other our out
        over own same she should so some still such than that the their them themselves then there these they this those through to too
        under until up us very was we were what when where which while who whom why will with would yet you your""".split()
    )
