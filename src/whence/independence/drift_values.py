"""Earlier tellings and a later one → the numbers and days that it gives otherwise."""

import re
from collections.abc import Iterator, Sequence

from whence.compare import matter, same_count, same_time, tight
from whence.model import Claim, Drift, Evidence, Quantity, Time
from whence.text import words

UPDATED = re.compile(
    r"\b(?:climb(?:s|ed)|ris(?:es|en)|rose|by now|now (?:at|stands|counts?)|brings? the|up from|down from|no longer|since then)\b"
)
PLACED = ("day", "week", "month")


def changed_numbers(before: Sequence[Claim], b: Claim) -> Iterator[Drift]:
    """A number that no earlier telling gives, where the likest of those that count the same thing gives another."""
    if UPDATED.search(b.words):
        return
    for q in b.quantities:
        rivals = [(a, p) for a in before for p in a.quantities if same_count(p, q, a, b) is not None and _one_matter(a, p, b, q)]
        if rivals and not any(same_count(p, q, a, b) and not _limit_lost(p, q) for a, p in rivals):
            a, p = rivals[0]
            yield Drift("number_changed", _at(a, p), _at(b, q), f"{p.text} became {q.text}")
            return


def _limit_lost(earlier: Quantity, later: Quantity) -> bool:
    """ "Up to 400 crowns" told on as "400 crowns"."""
    return earlier.qualifier == "at_most" and later.qualifier == "exact"


def _at(claim: Claim, value: Quantity | Time) -> Evidence:
    span = tight(claim, value.span)
    return Evidence(claim.report, span, claim.words[span.start - claim.span.start : span.end - claim.span.start])


def changed_dates(before: Sequence[Claim], b: Claim) -> Iterator[Drift]:
    for t in b.times:
        rivals = [(s, a) for a in before for s in a.times if _comparable(s, t) and _one_matter(a, s, b, t)]
        verdicts = [(_same_words(s, t) or same_time(s, t), s, a) for s, a in rivals]
        if verdicts and all(verdict is False for verdict, _, _ in verdicts):
            _, s, a = verdicts[0]
            yield Drift("date_changed", _at(a, s), _at(b, t), f"{s.text} became {t.text}")
            return


def _one_matter(a: Claim, p: Quantity | Time, b: Claim, q: Quantity | Time) -> bool:
    """Whether the clauses around the two values share a word of content besides them."""
    left, right = matter(_at(a, p).words) - matter(p.text), matter(_at(b, q).words) - matter(q.text)
    return bool(left & right) or (isinstance(p, Quantity) and isinstance(q, Quantity) and p.unit is not None and p.unit == q.unit)


def _comparable(s: Time, t: Time) -> bool:
    return s.type == t.type == "DATE" and s.precision in PLACED and t.precision in PLACED


def _same_words(s: Time, t: Time) -> bool:
    """ "Friday" is that Friday, in whatever week its report was written."""
    return words(s.text)[-2:] == words(t.text)[-2:]
