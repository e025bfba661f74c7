"""What a number counts: the words behind it in, the normalised unit and where it ends out. "km", "USD", "percent", or the head noun."""

import re
from functools import lru_cache

from whence.lexicons.units import Unit, load_units

WORD = re.compile(r"(?:[A-Z]\.)+(?=\s[a-z])|[A-Za-z][A-Za-z'’-]*(?:(?<=-)\d+\w*)?")
MODIFIERS_AT_MOST = 3
# Words that end the noun phrase a number counts in: verbs, prepositions, conjunctions, pronouns and the like.
ENDS = frozenset(
    """
    a an the and or but nor of in on at by for from to into onto with without within over under above below after before during
    since until through across between among against about around as than that which who whom whose where when while if because
    though although is are was were be been being has have had do does did will would can could may might must shall should not no
    it its they them their he his she her we our you your this these those there here so such also only just then now still yet
    already ago later earlier each per both either more less fewer most least killed wounded injured dead missing took went came
    said says told according including followed remain remained left up down out off along near overseas strong toward towards
    amid despite across due last next today yesterday tomorrow daily annually
    """.split()
)
ENDING_VERB = re.compile(r".*(?:ed|ing)$")
NOUN_ING = frozenset(
    "building buildings meeting meetings bombing bombings killing killings shooting shootings landing landings being beings".split()
)
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life", "wives": "wife", "knives": "knife",
    "policemen": "policeman", "servicemen": "serviceman", "gunmen": "gunman", "fishermen": "fisherman", "businessmen": "businessman",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "troops": "troops", "series": "series", "people": "people", "police": "police",
    "dead": "dead", "buses": "bus", "viruses": "virus", "crises": "crisis", "thieves": "thief", "halves": "half", "aliases": "alias",
    "gases": "gas", "lenses": "lens", "personnel": "personnel", "cattle": "cattle", "sheep": "sheep", "fish": "fish",
}  # fmt: skip


UNCHANGED = ("ss", "us", "ysis", "esis", "asis", "osis", "isis", "xis", "this")


def singular(noun: str) -> str:
    """Of "launchers" "launcher", of "countries" "country"; words that need no change stay."""
    word = noun.lower().removesuffix("'s").removesuffix("’s").rstrip("'’")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(UNCHANGED) else word


@lru_cache(maxsize=1)
def unit_pattern() -> re.Pattern[str]:
    """All unit words, the longest first, after an optional space or hyphen."""
    units = load_units()
    signs = "|".join(re.escape(sign) for sign in sorted(units.by_sign, key=len, reverse=True) if sign.isalpha())
    words = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(units.by_word, key=len, reverse=True))
    return re.compile(rf"(?:-|\s{{0,2}})(?:(?P<word>(?i:{words}))|(?P<sign>{signs}))(?![A-Za-z])")


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit that stands at this place, and where it ends."""
    found = unit_pattern().match(text, at)
    if not found:
        return None
    units = load_units()
    unit = units.by_word[" ".join(found["word"].lower().split())] if found["word"] else units.by_sign[found["sign"]]
    return unit, found.end()


def head_after(text: str, at: int, one: bool = False) -> tuple[str, int] | None:
    """The noun that is counted from this place on ("new rocket launchers" → "launcher"), and where its phrase ends.

    It is a plural, but for `one` and after a hyphen ("a 16-nation bloc").
    """
    head, end, place = "", at, at
    one = one or text[at : at + 1] == "-"
    for _ in range(MODIFIERS_AT_MOST + 1):
        if place >= len(text) or text[place] not in " \t\xa0\n-" or text[place : place + 2] == "\n\n":
            break
        word = WORD.match(text, place + 1)
        if not word or word.group().lower() in ENDS or _starts_a_verb(word.group(), head):
            break
        head, end, place = word.group(), word.end(), word.end()
        if text[word.start() - 1] == "-" or (_plural(head) and not _more_nouns(text, place)):
            break
    if not head or head.endswith(("'s", "’s", ".")) or not (one or _plural(head)):
        return None
    if ENDING_VERB.match(head.lower()) and head.lower() not in NOUN_ING:
        return None
    return singular(head), end


def _plural(word: str) -> bool:
    lowered = word.lower()
    return lowered in IRREGULAR or (lowered.endswith("s") and not lowered.endswith(UNCHANGED))


def _more_nouns(text: str, place: int) -> bool:
    """Whether another plural follows ("weapons sites"): a verb after a plural would not end in s."""
    following = WORD.match(text, place + 1) if text[place : place + 1] == " " else None
    return following is not None and following.group().lower() not in ENDS and _plural(following.group())


def _starts_a_verb(word: str, head: str) -> bool:
    return bool(head) and bool(ENDING_VERB.match(word.lower())) and word.lower() not in NOUN_ING
