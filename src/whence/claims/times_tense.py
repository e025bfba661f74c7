"""Which way a sentence points: the words around a time expression in, "past", "future", "near", "open" or "unknown" out."""

import re

FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|would|(?-i:may|might)|upcoming|effective|payable|expires?|as (?:early|soon) as"
    r"|(?:is|are|was|were|be|being) (?:to|due|set|slated|scheduled|expected|planned|going|likely)"
    r"|(?:due|intends?|hopes?|aims?|vows?|vowed|pledged|pledges|promised) (?:to|for|on|in|by)"
    r"|set (?:to|for|by)|postponed|adjourned|deferred|rescheduled|planned|plans|planning|scheduled|slated|expected|expects|no later"
    r" than|deadline)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|been|said|told|ago|since|went|came|took|made|met|held|led|left|found|gave|saw|began|fell|rose|won|"
    r"lost|shot|sent|spoke|wrote|broke|died|fled|hit|put|ran|sought|(?!(?:United|hundred|need|indeed|speed|exceed|proceed|succeed"
    r"|sacred|so-called)\b)\w{2,}[a-z]ed)\b",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"\bto (?!(?:the|a|an|its|his|her|their|this|that|last|next|\w+ing)\b)[a-z]+")
TOLD_NEXT = re.compile(r"\s+(?:\w+ly\s)?" + PAST.pattern, re.IGNORECASE)
TOWARDS = re.compile(r"\b(?:until|till|by|before|ahead of|for|starting|beginning)\s+(?:the\s)?$", re.IGNORECASE)
STOP = re.compile(r"[.!?;](?=\s+[\"“'`(]*[A-Z])|\n\s*\n")
REACH = 160  # characters looked at to either side


def tense_around(text: str, start: int, end: int) -> str:
    """The way that the nearest telling word points, looking back through the sentence first and then on.

    "near": what is somebody's, as in "Monday's summit", says nothing. "open": a past verb with an infinitive after it
    ("decided to act in March"), which may lie on either side.
    """
    before = _sentence_so_far(text, start)
    after = _rest_of_sentence(text, end)
    towards = TOWARDS.search(text, max(0, start - 12), start) is not None
    if text.startswith(("'s", "’s"), end) and not towards:
        return "near"
    if TOLD_NEXT.match(after):
        return "past"
    future = max((found.end() for found in FUTURE.finditer(before)), default=-1)
    past = max((found.end() for found in PAST.finditer(before)), default=-1)
    if future >= 0 or past >= 0:
        if future < past and INFINITIVE.search(before, past):
            return "open"
        return "future" if future >= past else "past"
    found_future, found_past = FUTURE.search(after), PAST.search(after)
    if found_future and (not found_past or found_future.start() <= found_past.start()):
        return "future"
    if found_past:
        return "past"
    return "future" if towards else "unknown"


def _sentence_so_far(text: str, start: int) -> str:
    before = text[max(0, start - REACH) : start]
    return before[max((stop.end() for stop in STOP.finditer(before)), default=0) :]


def _rest_of_sentence(text: str, end: int) -> str:
    after = text[end : end + REACH]
    stop = STOP.search(after)
    return after[: stop.start()] if stop else after
