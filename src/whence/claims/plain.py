"""The pieces of a content → `plain`: one line, pronouns and short names resolved, no quotation marks. What sameness is judged on."""

import re

from spacy.tokens import Token

from whence.claims.names import HE, IT, ME, THEY, US, Names
from whence.claims.places import Page, Places
from whence.model import Chain, Spans

MARKS = re.compile(r'["“”„«»]|(?<!\w)[\'‘]|[\'’](?!\w)')
OPENING = " \"“„«'‘"
SPACE = re.compile(r"\s+")
OPENERS = (
    "The ",
    "A ",
    "An ",
    "This ",
    "That ",
    "These ",
    "Those ",
    "Its ",
    "Their ",
    "His ",
    "Her ",
    "Our ",
    "Some ",
    "Many ",
    "Several ",
)
POSSESSIVE = frozenset({"his", "its", "their", "my", "our"})
RESOLVED = HE | IT | THEY | ME | US


def plain_of(pieces: Spans, places: Places, names: Names, chain: Chain, *, quotes: Spans = ()) -> str:
    """Words outside the pieces stay out; a word that is not resolved stays as it is written."""
    out: list[str] = []
    said: set[str] = set()  # who the words have named: a pronoun after that is plain enough
    for piece in pieces:
        at = piece.start
        if out:
            out[-1] = ". " if places.text[at : at + 2].strip(OPENING)[:1].isupper() and not _ended(out) else ", "
            out[-1] = " " if _ended(out) else out[-1]
        for page in places:
            if page.passage.block.span.overlaps(piece):
                for token in page.tokens(piece):
                    name = _name(token, page, names, chain, quotes)
                    before = places.text[piece.start : page.start(token)].casefold()
                    if (
                        name
                        and token.lower_ not in ME
                        and token.pos_ == "PRON"
                        and (name.removesuffix("'s") in said or name.removesuffix("'s").casefold() in before)
                    ):
                        continue
                    if name:
                        said.add(name.removesuffix("'s"))
                        name = name if page.start(token) == piece.start else _inside(name)
                        start = page.start(token)
                        out += (places.text[at:start], name)
                        at = start + len(token)
        out += (places.text[at : piece.end], " ")
    return SPACE.sub(" ", MARKS.sub("", "".join(out))).strip(" ,;:-–—.")


def _ended(out: list[str]) -> bool:
    return len(out) > 1 and out[-2].rstrip(" \"”’'")[-1:] in (".", "!", "?", ",", ":", ";", "…")


def _inside(name: str) -> str:
    """ "The vessel", "These drones" in the middle of a sentence."""
    return name[0].lower() + name[1:] if name.startswith(OPENERS) else name


def _name(token: Token, page: Page, names: Names, chain: Chain, quotes: Spans) -> str | None:
    lower = token.lower_
    if lower in RESOLVED and token.pos_ == "PRON":
        if lower in ("me", "us", "him", "them") and token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        at = page.start(token)
        name = names.of_pronoun(token, at, chain, quoted=any(quote.start <= at < quote.end for quote in quotes))
        if name is None:
            return None
        owner = lower in POSSESSIVE or (lower == "her" and token.dep_ == "poss")
        return f"{name}'{'' if name.endswith('s') else 's'}" if owner else name
    if token.pos_ == "PROPN" and _alone(token):
        full = names.of_name(token.text)
        return full if full != token.text else None
    return None


def _alone(token: Token) -> bool:
    """A name of one word, not a piece of a longer one."""
    doc, i = token.doc, token.i
    if token.ent_type_ in ("GPE", "LOC", "DATE"):
        return False
    before, after = doc[i - 1] if i else None, doc[i + 1] if i + 1 < len(doc) else None
    return (before is None or (before.pos_ != "PROPN" and before.lower_ != "of")) and (after is None or after.pos_ != "PROPN")
