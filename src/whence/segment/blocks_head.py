"""The lines at the top of a report → which are bylines, and what these say."""

import re

from whence.lexicons.actors import Actors
from whence.lexicons.blocks import load_block_phrases
from whence.segment.blocks_datelines import dateline_length
from whence.segment.blocks_lines import DATE, WORD, Line
from whence.text import fold, words

BY = re.compile(
    r"(?:[A-Z][\w’'-]*\s+){0,2}?(?:(?:report|reported|written|words|story|text|exclusive)\s+)?by:?\s+(?=[A-Z]|our\b|the\b|a\b|an\b)",
    re.IGNORECASE,
)
NO_BYLINE = re.compile(
    r"\W*(?:additional|reporting|editing|writing|edited|compiled|translated|photos?|pictures?|videos?|provided|supplied|distributed|syndicated)\b",
    re.IGNORECASE,
)
FROM_DESK = re.compile(r"from\s+(?:our|the|a)\b", re.IGNORECASE)
LABELLED = re.compile(
    r"(?:author|writer|reporter|comment|opinion|analysis|exclusive|report|words|posted by|published by)s?\s*[:|]\s*(?=[A-Z])", re.IGNORECASE
)
LONGEST_BYLINE = 130


def is_byline(line: Line) -> bool:
    """By what it says, wherever it stands: "By X", "From our Foreign Desk"."""
    text = line.text
    if len(text) > LONGEST_BYLINE or line.stopped or line.plain_words > 2 or NO_BYLINE.match(text):
        return False
    by = BY.match(text)
    if by:
        return len(text) > by.end() and fold(by.group()).split()[0] not in ("stand", "pass", "drive")
    if FROM_DESK.match(text):
        return bool(load_block_phrases().desk & set(words(text)))
    return bool(LABELLED.match(text))


def is_head_line(line: Line, actors: Actors) -> str:
    """For a line between the headline and the text: why it is a byline, or "" where it is not one (a standfirst)."""
    text, known = line.text, load_block_phrases()
    if len(text) > LONGEST_BYLINE or line.stopped or dateline_length(text, actors):
        return ""
    said = set(words(text))
    if line.is_date or (DATE.search(text) and line.plain_words <= 2):
        return "a date above the text"
    opening = re.match(r"[^,(|•]+?(?=\s*(?:,|\(|\||•|\s[–—-]\s|$))", text)
    if opening and len(said) <= 16 and said & known.medium and _is_name(opening.group()):
        return "an outlet above the text"
    if said & (known.desk | known.role) and line.plain_words <= 2 and len(said) <= 14:
        return "a desk or a reporter above the text"
    if line.plain_words == 0 and len(said) <= 10 and (text.upper() != text or len(said) <= 3):
        return "names above the text"
    return ""


def _is_name(text: str) -> bool:
    tokens = WORD.findall(text)
    return 0 < len(tokens) <= 7 and all(
        token[0].isupper() or token.lower() in ("of", "the", "at", "and", "for", "newsletter", "news") for token in tokens
    )


def person_of(byline: str, actors: Actors) -> str | None:
    """Who wrote it: the name in "By X, Y editor"; None for desks, staff and agencies."""
    by = BY.match(byline) or LABELLED.match(byline)
    if by is None:
        return None
    name = re.split(r"\s*(?:[,|•(–—]|\s-\s|\s(?:in|at|for|from|with)\s)", byline[by.end() :], maxsplit=1)[0].strip()
    said, known = set(words(name)), load_block_phrases()
    tokens = name.split()
    if not 2 <= len(tokens) <= 8 or said & (known.desk | known.role | known.agency_word | {"our", "the"}) or not _is_name(name):
        return None
    return None if actors.actor(name) else name


def outlet_of(line: Line) -> str | None:
    """The outlet that a line under the headline plainly names: "Lesk Valley Post", "GBC News (public service)"."""
    named = re.match(r"(?:[A-Z][\w.’'&-]*|of|the|and)(?:\s(?:[A-Z][\w.’'&-]*|of|the|and|&)){0,5}(?=\s*(?:,|\(|\||$))", line.text)
    if not named:
        return None
    name, known = named.group(), load_block_phrases()
    said = words(name)
    if len(said) < 2 or set(said) & known.agency_word or not {said[-1], said[1] if said[0] == "the" else said[0]} & known.medium:
        return None
    return name
