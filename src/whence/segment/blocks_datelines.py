"""How a paragraph opens → the length of its dateline: a place, a day and an agency in one of the forms that agencies use, or 0.

Where a form could also open an ordinary sentence ("TARN (AFP) …", "AP — …"), the agency must be one that the lexicon knows.
"""

import re

from whence.lexicons.actors import Actors
from whence.lexicons.blocks import load_block_phrases
from whence.model import Control
from whence.segment.blocks_lines import DATE, WORD, Line
from whence.text import words

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
NAME = r"(?P<name>[^\W\d_][\w .,&’'/-]{1,40}?)"
BRACKETED = rf"(?:\({NAME}\)|\[{NAME.replace('name', 'square')}\]|/{NAME.replace('name', 'slashed')}/)"
SIGN = r"(?:[.:]|\s*[-–—―|]+)?\s+"  # what may stand between the agency and the text
TEXT = r"(?=[“\"'‘]?[^\W_a-zà-öø-ÿ])"
SHAPED = tuple(  # where any agency-like name will do: the rest shows that it is a dateline
    re.compile(form + TEXT)
    for form in (
        rf"{PLACE}\s*(?:[,.]?\s+{MONTH_OR_DAY}\s*)?(?:{DASH}|\s*[:|]\s*){BRACKETED}{SIGN}",  # OSLO — (X) …, OSLO: (Agencies) …
        rf"(?:{PLACE}|{SEVERAL_NAMES})[,.]?\s+{MONTH_OR_DAY}[,.]?\s*{BRACKETED}{SIGN}",  # Oslo, Nov 15 (X) …, OSLO, November 15. /X/. …
        rf"(?:{PLACE}|{SEVERAL_NAMES})\s*\|\s*{NAME}\s*\|\s*",  # OSLO | X | …
    )
)
BY_AGENCY = re.compile(rf"{NAME}{DASH}(?!By\b|BY\b){TEXT}")  # AP — …: where only a known agency shows it
NAMED = tuple(  # where only an agency that is known, or is called one, shows it
    re.compile(form + TEXT)
    for form in (
        rf"{PLACE}\s*{BRACKETED}{SIGN}",  # OSLO (X) …
        rf"{BRACKETED}{SIGN}",  # (X) …, [X] …
    )
)
LETTERS = re.compile(r"[A-Z]{2,8}")
PARTED = re.compile(r"\s*[/,&]\s*|\s+and\s+")
TOO_GENERAL = frozenset({"press", "features", "associated"})  # in an agency's name, but no agency alone


def dateline_length(text: str, actors: Actors) -> int:
    """How many characters of a paragraph are its dateline, with the dash and the space after it; 0 without one."""
    opening = text[:140]
    found = DATELINE.match(opening)
    length = _signed(opening, actors) or (found.end() if found else 0)
    first = WORD.search(opening[:length])
    return 0 if first is None or first.group().lower() in NO_PLACE else length


def _signed(opening: str, actors: Actors) -> int:
    for forms, shaped in ((SHAPED, True), (NAMED, False)):
        for form in forms:
            found = form.match(opening)
            name = next(filter(None, found.groupdict().values()), "") if found else ""
            if found and all(_agency(part, actors) or (shaped and LETTERS.fullmatch(part)) for part in PARTED.split(name)):
                return found.end()
    found = BY_AGENCY.match(opening)
    return found.end() if found and is_agency(found["name"], actors) and not DATE.match(opening, found.end()) else 0


def _agency(name: str, actors: Actors) -> bool:
    return is_agency(name, actors) or called_agency(name)


def is_agency(name: str, actors: Actors) -> bool:
    """A name that the lexicon knows as an agency's or a state medium's."""
    actor = actors.actor(name)
    return actor is not None and actor.control in (Control.AGENCY, Control.STATE_MEDIUM)


def called_agency(name: str) -> bool:
    """ "Northern Wire", "Agencies": it says that it is one."""
    said = words(name)
    return (
        bool(said) and said[-1] in load_block_phrases().agency_word and (len(said) > 1 or said[0] not in TOO_GENERAL) and name[0].isupper()
    )


def is_dateline_alone(line: Line) -> bool:
    """ "NORTHGATE, June 5 (Wire)" on a line of its own."""
    return len(line.text) <= 100 and bool(DATELINE_ALONE.match(line.text)) and bool(DATE.search(line.text)) and "(" in line.text
