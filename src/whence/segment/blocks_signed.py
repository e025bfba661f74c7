"""One line → whether it signs or credits by names alone: "AFP", "With AFP", "From wire reports", "Provided by Northern Wire"."""

import re

from whence.lexicons.actors import Actors, same_outlet
from whence.lexicons.blocks import load_block_phrases
from whence.segment.blocks_datelines import PARTED, called_agency, is_agency
from whence.segment.blocks_lines import SENTENCE_BREAK, WORD, Line
from whence.text import words

LONGEST, MOST_WORDS = 240, 14  # characters of a line, and words of the names in it
USED = re.compile(
    r"[\W_]*(?:some\s+)?(?:information|material|reporting|reports?|copy|content)\s+(?:from|by)\s[^.!?\n]{2,120}?\b(?:was|were)\s+(?:also\s+)?used"
    r"\s+(?:in|for|to\s+\w+)\s+(?:this|the)\s+(?:report|story|article|piece)\b\W*$",
    re.IGNORECASE,
)
MARKS = " .-–—()[]•*|"
WIRES = frozenset("agencies wire wires newswire newswires".split())


def says_from(text: str, actors: Actors) -> bool:
    """Whether a line says where the text is from, and nothing else."""
    if len(text) > LONGEST or SENTENCE_BREAK.search(text):
        return False
    if USED.match(text):
        return True
    known = load_block_phrases()
    if found := known.credit_from.match(text):
        return _only_names(text[found.end() :])
    found = known.credit_with.match(text)
    rest = text[found.end() :] if found else ""
    if not _only_names(rest):
        return False
    return bool(WIRES & set(words(rest))) or any(is_agency(part.strip(MARKS), actors) for part in PARTED.split(rest))


def _only_names(rest: str) -> bool:
    said = WORD.findall(rest)
    return 0 < len(said) <= MOST_WORDS and all(word[0].isupper() or word in load_block_phrases().credit_filler for word in said)


def agency_alone(line: Line, outlet: str | None, actors: Actors) -> bool:
    """The whole line is the name of an agency, or of several, that is not the outlet."""
    text = line.text.strip(MARKS)
    if not 2 <= len(text) <= 48 or any(mark in line.text for mark in "!?:|"):
        return False
    parts = PARTED.split(text)
    known = all(is_agency(part, actors) or (len(part.split()) > 1 and called_agency(part) and _only_names(part)) for part in parts)
    return known and not (outlet and any(same_outlet(part, outlet, actors) for part in parts))
