"""The tellings of a finding → the same words once, with everybody who has them; the names of an origin that say something new."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from whence.model import Claim, Origin, Report
from whence.report.words import labels, one_line

SHORTEST = 25  # characters: words that stand inside longer ones are the same words from this length
PRONOUNS = frozenset("he she it they we i you his her its their our him them who the company the newspaper the report".split())
STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # quotation marks differ between outlets
ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim, the report it stands in (None if that is not in the trace) and its chain in words, outermost first."""

    claim: Claim
    report: Report | None
    outlet: str
    hops: tuple[str, ...]

    @property
    def chain(self) -> str:
        """'Harbour Wire ← TSNA'."""
        return chain_of([self.outlet], self.hops)


@dataclass(frozen=True, slots=True)
class Said:
    """Tellings in the same words, the fullest first."""

    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        return self.tellings[0]

    @property
    def reports(self) -> int:
        return len({each.claim.report for each in self.tellings})

    @property
    def chains(self) -> list[tuple[str, list[str]]]:
        """Each chain once, with its labels: 'Milbury Gazette, Evening Ledger ← TSNA'."""

        def way(telling: Telling) -> tuple[tuple[str, ...], list[str]]:
            return telling.hops, labels(telling.claim)

        return [
            (chain_of(dict.fromkeys(each.outlet for each in same), hops), marks)
            for (hops, marks), same in groupby(sorted(self.tellings, key=way), way)
        ]


def chain_of(outlets: Iterable[str], hops: Sequence[str]) -> str:
    """Outlets and the hops behind them, outermost first."""
    listed = list(outlets)
    voice = f", in {'its' if len(listed) == 1 else 'their'} own voice"
    return " ← ".join((", ".join(listed), *hops)) if hops else ", ".join(listed) + voice


def put_together(tellings: Iterable[Telling]) -> tuple[Said, ...]:
    """Tellings by their words, in the order in which the words first come."""
    together: list[list[Telling]] = []
    for telling in tellings:
        same = next((listed for listed in together if _same_words(listed[0], telling)), None)
        if same is None:
            together.append([telling])
        elif len(_words(telling)) > len(_words(same[0])):
            same.insert(0, telling)
        else:
            same.append(telling)
    return tuple(Said(tuple(listed)) for listed in together)


def _words(telling: Telling) -> str:
    return one_line(telling.claim.words).casefold().translate(STRAIGHT).strip(" .,\"'")


def _same_words(one: Telling, other: Telling) -> bool:
    """Equal, or the one inside the other; words that lost their "the ministry said" are not the same."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    alike = bool(one.hops) == bool(other.hops)
    return shorter == longer or (alike and len(shorter) >= SHORTEST and shorter in longer)


def also_called(origin: Origin | None) -> tuple[str, ...]:
    """What else the reports call it: no pronouns, nothing that differs from its name by an article or is part of it."""
    if origin is None:
        return ()
    known, names = {_bare(origin.name.removeprefix("unnamed: "))}, []
    for name in map(one_line, origin.names):
        bare = _bare(name)
        if bare not in PRONOUNS and bare not in known and not any(f" {bare} " in f" {each} " for each in known):
            names.append(name)
            known.add(bare)
    return tuple(names)


def _bare(name: str) -> str:
    line = " ".join(re.findall(r"[\w&@'’-]+", name.casefold())) or one_line(name).casefold()
    article = next((article for article in ARTICLES if line.startswith(article)), "")
    return line.removeprefix(article)
