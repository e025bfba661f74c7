"""A mention → the full name of the person it names, without title and post: "Interior Ministry spokesman Lorens" → "Piet Lorens"."""

import re

from whence.attribute.antecedents import PERSONAL
from whence.attribute.naming import NOT_A_PERSON, Mention, Work, as_antecedent, settle
from whence.attribute.scene import PAPER, bare_person
from whence.attribute.wording import Wording
from whence.lexicons.actors import folded
from whence.lexicons.roles import role_words
from whence.model import Source, SourceKind

ONE_PERSON = ("", "person")
HANGS = re.compile(r",| who | of ")
MAY_HAVE_A_NAME = ("", "leader", "head", "person")


def only_person(mention: Mention, work: Work) -> Source | None:
    """ "the £14million star": one definite person of a report that has named nobody else before."""
    wording = mention.wording
    if mention.source.kind not in (SourceKind.PERSON, SourceKind.UNNAMED) or wording.role not in ONE_PERSON or wording.owner:
        return None
    if wording.low.endswith("s") or not wording.definite or wording.core != wording.core.lower():
        return None
    before = {name for spots in work.scene.people.values() for start, name in spots if start < mention.at and " " in name}
    if len(before) != 1:
        return None
    name = before.pop()
    return as_antecedent(settle(mention.again(name, mention.at), work), f"“{wording.words}”: {name}, the only person named before it")


def person_name(mention: Mention, work: Work) -> str | None:
    """None where the words name no person."""
    wording = mention.wording
    if opens := _opening_name(wording, work):
        return opens
    if wording.role in (*PERSONAL, "unnamed") and (named := _behind_post(wording, work)) is not None:
        return named or None
    if wording.role not in MAY_HAVE_A_NAME or not any(c.isupper() for c in wording.core) or "&" in wording.core:
        return None
    return _given_in_text(mention, work) or _by_looks(mention, work)


def _behind_post(wording: Wording, work: Work) -> str | None:
    """ "its spokesman, Piet Lorens", "club doctor Arlo": the name stands behind the post. "" where somebody else's does."""
    titles = role_words()["title"]
    if wording.owner and (wording.role != "unnamed" or wording.head == "agent") and wording.tail[:1].isupper():
        return full_person(bare_person(HANGS.split(wording.tail)[0], titles), work)
    if wording.owner:
        return None
    last = bare_person(wording.tail.split(", ")[-1], titles)
    if wording.role != "unnamed" and ", " in wording.tail and _known(last, work):
        return full_person(last, work)
    if wording.tail[:1].isupper() and (wording.core.islower() or wording.definite):
        first = bare_person(HANGS.split(wording.tail)[0], titles)
        return full_person(first, work) if _known(first, work) else ""
    return None


def _opening_name(wording: Wording, work: Work) -> str | None:
    """ "Anna Roe of the Growers' Union": a full name that the report knows, and what hangs on it."""
    name = bare_person(re.split(r" of |, | \(", wording.words)[0], role_words()["title"])
    given = work.scene.people.get((folded(name).split() or [""])[-1], [])
    return name if " " in name and any(folded(name) == folded(full) for _, full in given) else None


def _given_in_text(mention: Mention, work: Work) -> str | None:
    """A person whom the report names in full: by the whole mention, by its last words, by the family name."""
    wording, people = mention.wording, work.scene.people
    whole = re.split(r", | \(", wording.words)[0].strip()
    if whole and not wording.owner:
        for _, name in people.get(folded(whole.split()[-1]), []):
            if whole.endswith(name):
                return name
    pieces = bare_person(wording.core, role_words()["title"]).split()
    for size in range(min(4, len(pieces)), 1, -1):  # the name stands last: "Interior Ministry spokesman Piet Lorens"
        tail = " ".join(pieces[-size:])
        if any(folded(tail) == folded(name) for _, name in people.get(folded(tail).split()[-1], [])):
            return tail
    if pieces and folded(pieces[-1]) in people:
        return full_person(pieces[-1], work, mention.at)
    return None


def _by_looks(mention: Mention, work: Work) -> str | None:
    """A name that is a person's by its title or by what the parser takes it for."""
    wording, scene = mention.wording, work.scene
    stripped = bare_person(wording.core, role_words()["title"])
    pieces = stripped.split()
    titled = folded(wording.core) != folded(stripped)
    if NOT_A_PERSON.search(stripped) or PAPER.match(stripped):
        return None
    plainly = mention.source.kind is SourceKind.PERSON and not wording.role and not scene.state_of(stripped)
    looks = plainly and all(p[:1].isupper() for p in pieces[-1:])
    if len(pieces) == 1 and (titled or looks) and (full := full_person(pieces[0], work)) != pieces[0]:
        return full
    named = looks or (titled and wording.role == "" and len(pieces) <= 3)
    return " ".join(pieces[-3:]) if stripped and named and not scene.actors.actor(stripped) else None


def _known(name: str, work: Work) -> bool:
    return bool(name) and (folded(name).split() or [""])[-1] in work.scene.people


def full_person(name: str, work: Work, at: int = -1) -> str:
    """The full name that the report gives for a last name: the one given last before this place, else the first."""
    listed = work.scene.people.get((folded(name).split() or [""])[-1], []) if name.strip() else []
    full = [given for start, given in listed if at < 0 or start <= at] or [given for _, given in listed]
    if not full and " " not in name:
        titles = role_words()["title"]
        runs = (bare_person(named.words, titles) for named in work.scene.names if folded(named.words.split()[-1]) == folded(name))
        return next((run for run in runs if 1 < len(run.split()) < 4), name)
    return full[-1] if full and len(name.split()) < 2 else name
