"""Tellings of one matter → those that say the opposite in other words, without a "not": "was open", "stood locked"."""

import re
from collections.abc import Iterator, Sequence

from whence.compare import says_so
from whence.model import Act, Claim

SAYING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS, Act.DENIES)
# Each line: words for one state of things, and for the other. General words only; the two sides must exclude each other.
OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
    for one, other in (
        (r"open(?:ed)?|ajar|unlocked", r"closed|locked|shut|chained|padlocked?"),
        (r"alive|survived?|safe and sound|unharmed|unhurt", r"dead|died|killed|perished|drowned|hurt|injured|wounded"),
        (r"genuine|authentic|real", r"forged|forgery|fakes?|faked|invented|fabricated|counterfeit|hoax"),
        (r"true|correct|right", r"false|untrue|wrong|incorrect|baseless|groundless|unfounded|invention|slander|fabrication"),
        (r"succeeded|success|successful|went as planned|ran its full course", r"failed|failure|broke up|went wrong|exploded|aborted"),
        (r"resign(?:s|ed|ation)?|stepp?(?:s|ed)? down|quits?|handed in", r"dismiss(?:ed|al)|sacked|fired|relieved of|removed from"),
        (r"accept(?:s|ed)?|approved?|backed?", r"reject(?:s|ed)?|refused?|turned down|threw out|blocked"),
        (r"empty|dry", r"full"),
        (r"accident(?:al)?|technical fault|mishap", r"deliberate(?:ly)?|on purpose|arson|sabotage|attack"),
        (r"won|victory|winner|wins", r"lost|defeat(?:ed)?|loser"),
        (r"released|freed|let go", r"still (?:held|detained)|in custody|behind bars"),
        (r"normal|within (?:\w+ ){0,2}limits?|permitted", r"above (?:\w+ ){0,2}limits?|exceed(?:s|ed)?|too (?:high|fast|much)|dangerous"),
    )
)


def opposed(claims: Sequence[Claim]) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """Two camps of tellings, of two reports at least."""
    saying = [claim for claim in claims if claim.act in SAYING]
    for one, other in OPPOSITES:
        sides = {claim.id: _side(claim, one, other) for claim in saying}
        left, right = ([claim for claim in saying if sides[claim.id] == side] for side in (1, -1))
        if left and right and len({claim.report for claim in (*left, *right)}) > 1:
            yield left, right


def agree(a: Claim, b: Claim) -> bool:
    """ "Was open" and "was not closed"."""
    sides = ((_side(a, one, other), _side(b, one, other)) for one, other in OPPOSITES)
    return any(left and left == right for left, right in sides)


def _side(claim: Claim, one: re.Pattern[str], other: re.Pattern[str]) -> int:
    return side(claim.plain, one, other) * (1 if says_so(claim) else -1)


def side(said: str, one: re.Pattern[str], other: re.Pattern[str]) -> int:
    """1 or -1; 0 where neither word stands in it, or both."""
    return bool(one.search(said)) - bool(other.search(said))
