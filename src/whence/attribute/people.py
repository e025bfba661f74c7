"""A mention → the full name of the person it names, without title and post: "Interior Ministry spokesman Lorens" → "Piet Lorens"."""

import re

from whence.attribute.naming import Mention, Work, as_antecedent, settle
from whence.attribute.scene import JUNIOR, NOT_A_PERSON, PAPER, bare_person
from whence.attribute.wording import PERSONAL, Wording, suffix_role
from whence.lexicons.actors import folded
from whence.lexicons.first_names import sex_of
from whence.lexicons.roles import role_words
from whence.model import Source, SourceKind

# "the £14million star", but no summit
LIKE_A_PERSON = re.compile(r"(?:\d-year-old|[a-z]{2}(?:er|or|ist|ian|ant|ee)|man|woman|lord|star|ace|boss|chief|hero|icon|mogul)$")
ONE_PERSON = ("", "person")
AFTER_POST = re.compile(r"^(?P<post>.*\b[a-z][\w-]*) (?P<name>(?:[A-ZÀ-Þ][\w.’'-]*\s?){2,4})$")
LISTED = re.compile(r"\b(?:including|such as)\b|^(?:half|two|three|four|five|several|many|some|most|dozens)\b", re.I)
HANGS = re.compile(r",| who | of ")
MAY_HAVE_A_NAME = ("", "leader", "head", "person")


def only_person(mention: Mention, work: Work) -> Source | None:
    """ "the £14million star": one definite person of a report that has named nobody else before."""
    wording = mention.wording
    if mention.source.kind not in (SourceKind.PERSON, SourceKind.UNNAMED) or wording.role not in ONE_PERSON or wording.owner:
        return None
    if wording.low.endswith("s") or not wording.definite or wording.core != wording.core.lower():
        return None
    if not wording.role and not LIKE_A_PERSON.search(wording.low):
        return None
    before = {name for spots in work.scene.people.values() for start, name in spots if start < mention.at and " " in name}
    if len(before) != 1:
        return None
    name = before.pop()
    return as_antecedent(settle(mention.again(name, mention.at), work), f"“{wording.words}”: {name}, the only person named before it")


def person_name(mention: Mention, work: Work) -> str | None:
    """None where the words name no person."""
    wording = mention.wording
    if LISTED.search(wording.words):
        return None
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
    if wording.tail[:1].isupper():
        first = bare_person(HANGS.split(wording.tail)[0], titles)
        if _known(first, work):
            return full_person(first, work)
        return "" if wording.core.islower() or wording.definite else None
    return None


def _opening_name(wording: Wording, work: Work) -> str | None:
    """ "Anna Roe of the Growers' Union": a full name that the report knows, and what hangs on it."""
    name = bare_person(re.split(r" of |, | \(", wording.words)[0], role_words()["title"])
    given = work.scene.people.get((folded(name).split() or [""])[-1], [])
    return name if " " in name and any(folded(name) == folded(full) for _, full in given) else None


def _given_in_text(mention: Mention, work: Work) -> str | None:
    """A person whom the report names in full: by the whole mention, by its last words, by the family name."""
    wording, people = mention.wording, work.scene.people
    whole = re.split(r", | \(", wording.words)[0].strip(" .")
    if whole and not wording.owner:
        for _, name in people.get(folded(JUNIOR.sub("", whole).split()[-1]), []):
            if whole.endswith(name):
                return name
    bare = bare_person(wording.core, role_words()["title"])
    if JUNIOR.search(bare) and len(bare.split()) == 2:
        return full_person(bare, work)
    pieces = bare.split()
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
    behind = AFTER_POST.match(wording.core)  # "Kremlin spokesman Carl Denner"
    core = behind["name"] if behind and suffix_role(behind["post"].casefold())[0] in (*PERSONAL, "unnamed") else wording.core
    stripped = bare_person(core, role_words()["title"])
    pieces = stripped.split()
    titled = folded(wording.core) != folded(stripped)
    if NOT_A_PERSON.search(stripped) or PAPER.match(stripped):
        return None
    office = len(pieces) == 1 and _in_office(stripped, work) is not None
    titled = titled or core != wording.core
    plainly = (mention.source.kind is SourceKind.PERSON or office) and not wording.role and not scene.state_of(stripped)
    looks = plainly and all(p[:1].isupper() for p in pieces[-1:])
    if len(pieces) == 1 and (titled or looks) and (full := full_person(pieces[0], work)) != pieces[0]:
        return full
    named = looks or (titled and wording.role == "" and len(pieces) <= 3)
    return " ".join(pieces[-4:]) if stripped and named and not scene.actors.actor(stripped) else None


def _known(name: str, work: Work) -> bool:
    return bool(name) and (folded(name).split() or [""])[-1] in work.scene.people


def full_person(name: str, work: Work, at: int = -1) -> str:
    """The full name that the report gives for a last name: of several with that name the one it gives most often, the first of two.

    A last name that the report never gives in full may be that of somebody in office whose country the report speaks of.
    """
    if len(name.split()) > 1 and not JUNIOR.search(name):
        return name
    last = folded(JUNIOR.sub("", name).split()[-1]) if name.strip() else ""
    listed = sorted(work.scene.people.get(last, []))
    mine = [full for _, full in listed if folded(JUNIOR.sub("", full).split()[-1]) == last] or [full for _, full in listed]
    given = [full for full in mine if bool(JUNIOR.search(full)) == bool(JUNIOR.search(name))] or ([] if JUNIOR.search(name) else mine)
    if given:
        plain = [
            min(
                (other for other in given if full == other or (full.endswith(f" {other}") and len(JUNIOR.sub("", other).split()) > 1)),
                key=len,
            )
            for full in given
        ]
        return max(dict.fromkeys(plain), key=plain.count)
    if " " not in name:
        titles = role_words()["title"]
        runs = (bare_person(named, titles) for named in work.scene.wordings if folded(named.split()[-1]) == folded(name))
        run = next((run for run in runs if 1 < len(run.split()) < 4 and not QUOTED.search(run)), None)
        office = _in_office(name, work)
        return run if run and (not office or sex_of(run.split()[0])) else office or name
    return name


QUOTED = re.compile(r"(?:^|\s)['’]|['’](?:\s|$)")


def _in_office(name: str, work: Work) -> str | None:
    """The one person of the lexicon with this last name, where the report speaks of that person's country."""
    scene = work.scene
    person = scene.actors.family(name)
    nowhere = scene.home is None and not scene.told
    spoken_of = person and (nowhere or person.country == scene.home or any(told.state == person.country for told in scene.told))
    return person.name if person and spoken_of else None
