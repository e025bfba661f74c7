"""One line of a report → whether it is a credit, a caption or page furniture, with the reason; "" where it is not."""

import re
from collections.abc import Sequence

from whence.lexicons.actors import Actors, folded, same_outlet
from whence.lexicons.blocks import load_block_phrases
from whence.model import Control, Report
from whence.segment.blocks_datelines import is_agency
from whence.segment.blocks_lines import SENTENCE_BREAK, Line
from whence.segment.blocks_signed import agency_alone, says_from

COPYRIGHT = re.compile(r"(?:[^\w©]*(?:©|\(c\)|copyright\b)|all rights reserved)", re.IGNORECASE)
DASHED = re.compile(r"[-–—]{1,3}\s*\S")
BRACKETED = re.compile(r"[(\[][^()\[\]]{2,40}[)\]]\.?$")
ENDING = re.compile(r"(?<=[.!?\"”’)])\s*([(\[][^()\[\]]{2,600}[)\]]\.?|[-–—]{1,3}\s?[A-Z][\w /&]{1,30})$")
IMAGE_COUNT = re.compile(r"(?:image|photo|slide)?\s*\d+\s*(?:of|/)\s*\d+$", re.IGNORECASE)
MOST_SENTENCES = 1  # breaks between sentences in a caption; a digest's item that ends in "[Reuters]" has more
LONGEST_CREDIT, LONGEST_CAPTION, LONGEST_ASK, LONGEST_LINK = 420, 500, 260, 160  # characters
GOES_ON = re.compile(
    r"\b(?!(?:file|handout|pool|archive|via|for|from|by|and|of|the|in|on|at|photos?|pictures?|images?)\b)[a-zà-öø-ÿ]{2,}\b"
)  # ", the mayor declined to comment."
IS_WRITER = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,4}is an? [A-Z][^.]{1,60}\b(?:writer|reporter|correspondent)\.?$")
WRITERS = re.compile(r"\b(?:writers?|reporters?|correspondents?|journalists?)\b", re.IGNORECASE)


def is_credit(line: Line, report: Report, actors: Actors) -> str:
    text, known = line.text, load_block_phrases()
    if len(text) > LONGEST_CREDIT:
        return ""
    if COPYRIGHT.match(text) or text.lower().endswith(("all rights reserved", "all rights reserved.")):
        return "a copyright line that names another medium" if len(text) < 300 and names_other_medium(text, report, actors) else ""
    if known.credit.match(text) and (
        line.plain_words <= 8 or text[0] in "([" or re.match(r"\W*(?:this|source|credit)", text, re.IGNORECASE)
    ):
        return "says where the text is from"
    inside = [found.group().lower() for found in known.credit_inside.finditer(text)]
    contributed = any("contribut" in found for found in inside)
    if inside and line.plain_words <= 9 and (contributed or (len(text) < 240 and text[0] in "([*—-_") or WRITERS.search(text[:80])):
        return "says who contributed"
    if len(text) <= 120 and IS_WRITER.match(text):
        return "says whose reporter wrote"
    if (DASHED.match(text) or BRACKETED.match(text)) and agency_alone(line, report.outlet, actors):
        return "an agency signs"
    return "says where the text is from" if says_from(text, actors) else ""


def names_other_medium(text: str, report: Report, actors: Actors) -> bool:
    """A medium of the lexicon, or a name that ends as agencies' names do, which is neither the outlet nor its owner."""
    own = [name for name in (report.outlet, report.owner) if name]
    for name in re.findall(r"(?:[A-Z][\w.&’'-]*)(?:\s(?:[A-Z][\w.&’'-]*|of))*", re.sub(r"(?i)copyright|all rights reserved", " ", text)):
        parts = name.rstrip(". ").split()
        actor = next((found for end in range(len(parts), 0, -1) if (found := actors.actor(" ".join(parts[:end])))), None)
        medium = actor is not None and (
            actor.control in (Control.AGENCY, Control.STATE_MEDIUM) or (actor.control is Control.OUTLET and bool(own))
        )
        said = actor.name if actor and medium else " ".join(parts)
        of_agency = bool(parts) and parts[-1].lower() in load_block_phrases().agency_word
        if (medium or of_agency) and not any(same_outlet(said, one, actors) for one in own):
            return True
    return False


def is_caption(line: Line) -> str:
    text, known = line.text, load_block_phrases()
    if len(text) > LONGEST_CAPTION:
        return ""
    if known.caption.match(text):
        return "describes a picture"
    pictured = known.pictured.search(text[-110:])
    if (
        pictured
        and len(SENTENCE_BREAK.findall(text)) <= MOST_SENTENCES
        and not (line.stopped and GOES_ON.search(pictured["tail"]))
        and not re.search(r"[.!?]\s*[(\[][A-Z]{2,12}[)\]]$", text)
    ):
        return "credits a picture"
    return ""


def is_boilerplate(line: Line, report: Report) -> str:
    text, known = line.text, load_block_phrases()
    if not any(mark.isalnum() for mark in text):
        return "no words"
    if len(text) <= LONGEST_ASK and (known.furniture.match(text) or IMAGE_COUNT.match(text)):
        return "printed round the article"
    if len(text) <= LONGEST_ASK and known.asks.match(text):
        return "asks something of the reader"
    if len(text) <= LONGEST_CREDIT and COPYRIGHT.match(text):
        return "a copyright line"
    return "an outlet's own name" if report.outlet and line.number > 0 and folded(text) == folded(report.outlet) and line.number > 8 else ""


def opens_list(line: Line, lines: Sequence[Line]) -> bool:
    """A heading of related links, with links after it or nothing at all."""
    if line.number == 0 or len(line.text) > 60 or not load_block_phrases().heading.match(line.text):
        return False
    return line.number + 1 >= len(lines) or is_listed(lines[line.number + 1], lines)


def is_listed(line: Line, lines: Sequence[Line]) -> bool:
    """Short and without a full stop, as headlines of other reports are; at the very end of the text also a short line with one."""
    if len(line.text) > LONGEST_LINK or len(lines) == line.number:
        return False
    return (
        not line.stopped
        or line.text.endswith(("?", "!", "...", "…"))
        or (len(line.text) < 60 and line.number + 1 < len(lines) and not line.is_prose)
    )


def signed_off(text: str, actors: Actors) -> int:
    """Where the credit at the end of a paragraph begins ("… he said. (Reporting by A B; editing by C D)"); 0 without one."""
    if text[-1] not in ")]." and not DASHED.search(text[-40:]):
        return 0
    found = ENDING.search(text, max(0, len(text) - 640))
    if not found:
        return 0
    ending, known = found.group(1), load_block_phrases()
    bare = ending.strip("()[]-–—. ")
    if known.credit.match(ending) or is_agency(bare, actors) or re.fullmatch(r"[A-Z]{2,8}(?:/[A-Z]{2,8})*", bare):
        return found.start(1)
    inside = known.credit_inside.search(ending)
    return found.start(1) if inside else 0
