"""A report that took from others → the numbers and days that it gives otherwise."""

import re
from collections.abc import Iterable, Iterator

from whence.compare import matter, same_count, same_quantity, same_time
from whence.independence.drift_along import Taker, from_another
from whence.independence.evidence import clause_at
from whence.independence.scene import Scene
from whence.lexicons.units import load_units
from whence.model import Claim, DerivationKind, Drift, Quantity, Time
from whence.text import words

UPDATED = re.compile(
    r"\b(?:climb(?:s|ed)|ris(?:es|en)|rose|by now|now (?:at|stands|counts?)|brings? the|up from|down from|no longer|since then)\b"
)
PLACED = ("day", "week", "month")
NUMBERED, DATED, BY_WEEKDAY = 0.45, 0.55, 0.7  # likeness from which two claims give a number, a date, a weekday of one matter
RETOLD = (DerivationKind.REWRITE, DerivationKind.NEAR_COPY, DerivationKind.COPY)
SLIPS = (0.001, 0.01, 0.1, 10.0, 100.0, 1000.0)  # a nought or a unit too many
FAR = 1000  # times as much is another count
TEEN = 10  # "six" and "sixteen"


def changed_numbers(taker: Taker, scene: Scene) -> Iterator[tuple[float, Claim, Drift]]:
    """(likeness, the later claim, the change): a number that none of the reports behind gives, for one that the report does not give.

    What is given only by reports that had it otherwise from one of those behind has changed, too: it was to be seen there.
    """
    for _, later, behind in taker.pairs():
        for q in () if UPDATED.search(later.words) else later.quantities:
            giving = _given(q, taker.behind)
            found = ((like, a, p) for like, a in behind if like >= NUMBERED for p in a.quantities if _changed(a, p, later, q, scene))
            for like, a, p in found:
                if not _given(p, taker.claims) and all(a.report in scene.upstream[report] for report in giving):
                    yield like, later, Drift("number_changed", clause_at(a, p.span), clause_at(later, q.span), f"{p.text} became {q.text}")
                    break


def _given(quantity: Quantity, claims: Iterable[Claim]) -> set[str]:
    """The reports that give the number."""
    return {claim.report for claim in claims for p in claim.quantities if _alike(p, quantity)}


def _alike(p: Quantity, q: Quantity) -> bool:
    verdict = same_quantity(p, q)
    return p.value == q.value if verdict is None else verdict


def _changed(a: Claim, p: Quantity, b: Claim, q: Quantity, scene: Scene) -> bool:
    agree = same_count(p, q, a, b)
    if agree or (agree is None and not (_bare(p) and _bare(q) and _slip(p, q))) or from_another(a, b, scene):
        return False
    if not 1 / FAR <= abs(p.value / q.value if q.value else 0) <= FAR:
        return False
    if _slip(p, q) and (p.unit or q.unit):
        return True
    near = matter(clause_at(a, p.span).words) - matter(p.text), matter(clause_at(b, q.span).words) - matter(q.text)
    counts = p.unit is not None and p.unit == q.unit and p.unit not in load_units().by_name
    return bool(near[0] & near[1]) or (counts and scene.derivations[a.report, b.report].kind in RETOLD)


def _bare(quantity: Quantity) -> bool:
    return quantity.unit is None or quantity.unit not in load_units().by_name


def _slip(p: Quantity, q: Quantity) -> bool:
    """One is the other misread: "93" and "193", "6" and "16", "18" and "80", "300 metres" and "3 kilometres"."""
    if not p.value or not q.value:
        return False
    one, other = sorted((f"{p.value:.10g}", f"{q.value:.10g}"), key=len)
    return (
        (len(one) > 1 and one in other)
        or abs(p.value - q.value) == TEEN
        or any(abs(q.value / p.value - slip) < 1e-9 for slip in SLIPS)
        or (p.value == q.value and p.unit != q.unit)
    )


def changed_dates(taker: Taker, scene: Scene) -> Iterator[tuple[float, Claim, Drift]]:
    """(likeness, the later claim, the change): a day that none of the reports behind gives, for one that the report does not give."""
    for _, later, behind in taker.pairs():
        for t in later.times:
            if _is_placed(t) and not _dated(t, taker.behind):
                found = ((like, a, s) for like, a in behind for s in a.times if _moved(like, a, s, later, t, scene))
                for like, a, s in found:
                    if not _dated(s, taker.claims):
                        yield (
                            like,
                            later,
                            Drift("date_changed", clause_at(a, s.span), clause_at(later, t.span), f"{s.text} became {t.text}"),
                        )
                        break


def _moved(like: float, a: Claim, s: Time, b: Claim, t: Time, scene: Scene) -> bool:
    retold = scene.derivations[a.report, b.report].kind in RETOLD
    least = DATED if s.precision == t.precision and not (_weekday(s) or _weekday(t)) else BY_WEEKDAY
    return like >= least and (retold or least == DATED) and _is_placed(s) and same_time(s, t) is False


def _weekday(time: Time) -> bool:
    return any(word.endswith("day") for word in words(time.text))


def _is_placed(time: Time) -> bool:
    return time.type == "DATE" and time.precision in PLACED


def _dated(time: Time, claims: Iterable[Claim]) -> bool:
    known = (s for claim in claims for s in claim.times if _is_placed(s))
    return any(words(s.text)[-2:] == words(time.text)[-2:] or same_time(s, time) for s in known)
