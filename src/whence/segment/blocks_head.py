"""The lines at the top of a report → which are bylines, what these say, and how a paragraph opens with a dateline."""

import re

from whence.lexicons.actors import load_actors, same_outlet
from whence.lexicons.blocks import load_block_phrases
from whence.segment.blocks_lines import DATE, WORD, Line
from whence.text import fold, words

MONTH_OR_DAY = (
    r"(?:[^\W\d_]{3,9}\.?,?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,9}\.?|[^\W\d_]{3,6}day)(?:,?\s+(?:19|20)\d\d)?"
)
CAPITALS = r"[^\W\d_a-zà-öø-ÿ](?:[^\W\d_a-zà-öø-ÿ]|['’.\-](?=[^\W\d_a-zà-öø-ÿ])|\.(?=\s*[,(–—-])){2,24}"
PLACE = rf"(?:ST\.\s)?{CAPITALS}(?:(?:\s|\s?/\s?|\s(?:and|de|of)\s|,\s){CAPITALS}){{0,4}}(?:,\s(?:[A-Z][\w.’'-]{{1,20}}\s?){{1,3}})?"
AGENCY = r"\([^()\n]{2,40}\)"
DASH = r"(?:\s*(?:--+|[–—―])\s*|\s+-\s+)"
SEVERAL_NAMES = r"[A-Z][\w.’'-]+(?:[\s/][A-Z][\w.’'-]+){0,3}"
DATELINE = re.compile(
    rf"(?:{PLACE}\s*(?:[,.]?\s+{MONTH_OR_DAY}\s*)?,?\s*(?:{AGENCY}|/[A-Z][\w .]{{1,24}}/)?\s*(?:{DASH}|(?<=\))\s*:\s+)"  # OSLO, May 1 (X) -
    rf"|(?:{SEVERAL_NAMES},?\s+(?:{MONTH_OR_DAY},?\s+)?)?\([A-Z][\w .&-]{{1,30}}\)\s*(?:{DASH}|:\s+))"  # London (X) -
    r"(?=\S)"
)
DATELINE_ALONE = re.compile(rf"(?:{PLACE}|{SEVERAL_NAMES}),\s+{MONTH_OR_DAY}\s*(?:{AGENCY})?\s*[-–—:]*$")
DATELINE_STOP = re.compile(rf"{CAPITALS}\.\s+(?=[A-Z“\"])")
NO_PLACE = frozenset(
    "update exclusive breaking watch factbox analysis opinion live corrected correction video read note file photo also more explainer"
    " timeline editorial interview review comment quotes table poll press withdrawn advisory".split()
)
BY = re.compile(
    r"(?:[A-Z][\w’'-]*\s+){0,2}?(?:(?:report|reported|written|words|story|text|exclusive)\s+)?by:?\s+(?=[A-Z]|our\b|the\b|a\b|an\b)",
    re.IGNORECASE,
)
NO_BYLINE = re.compile(r"\W*(?:additional|reporting|editing|writing|edited|compiled|translated|photos?|pictures?|videos?)\b", re.IGNORECASE)
FROM_DESK = re.compile(r"from\s+(?:our|the|a)\b", re.IGNORECASE)
LABELLED = re.compile(
    r"(?:author|writer|reporter|comment|opinion|analysis|exclusive|report|words|posted by|published by)s?\s*[:|]\s*(?=[A-Z])", re.IGNORECASE
)
LONGEST_BYLINE = 130


def dateline_length(text: str) -> int:
    """How many characters of a paragraph are its dateline, with the dash and the space after it; 0 without one."""
    found = DATELINE.match(text[:140])
    if not found:
        return 0
    first = WORD.search(found.group())
    return 0 if first is None or first.group().lower() in NO_PLACE else found.end()


def is_dateline_alone(line: Line) -> bool:
    """ "NORTHGATE, June 5 (Wire)" on a line of its own."""
    return len(line.text) <= 100 and bool(DATELINE_ALONE.match(line.text)) and bool(DATE.search(line.text)) and "(" in line.text


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


def is_head_line(line: Line) -> str:
    """For a line between the headline and the text: why it is a byline, or "" where it is not one (a standfirst)."""
    text, known = line.text, load_block_phrases()
    if len(text) > LONGEST_BYLINE or line.stopped or dateline_length(text):
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


def person_of(byline: str) -> str | None:
    """Who wrote it: the name in "By X, Y editor"; None for desks, staff and agencies."""
    by = BY.match(byline) or LABELLED.match(byline)
    if by is None:
        return None
    name = re.split(r"\s*(?:[,|•(–—]|\s-\s|\s(?:in|at|for|from|with)\s)", byline[by.end() :], maxsplit=1)[0].strip()
    said, known = set(words(name)), load_block_phrases()
    tokens = name.split()
    if not 2 <= len(tokens) <= 8 or said & (known.desk | known.role | known.agency_word | {"our", "the"}) or not _is_name(name):
        return None
    actor = load_actors().actor(name)
    return None if actor else name


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


def agency_alone(line: Line, outlet: str | None) -> bool:
    """The whole line is the name of an agency that is not the outlet."""
    text = line.text.strip(" -–—()[]•*")
    if not 2 <= len(text) <= 48 or line.stopped and not line.text.endswith(")"):
        return False
    actor = load_actors().actor(text)
    is_agency = (actor is not None and actor.control.value in ("agency", "state_medium")) or (
        _is_name(text) and len(text.split()) > 1 and words(text)[-1] in load_block_phrases().agency_word
    )
    return is_agency and not (outlet and same_outlet(text, outlet))
