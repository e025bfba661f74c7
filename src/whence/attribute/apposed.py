"""Rules for mentions that say what somebody is and then the name, or that name the words and not the speaker.

"the monitoring group Rivereye", "its maker, Ostrander & Lisk", "her skipper, Piet Lorens", "the Chancellor's answer".
"""

import re

from whence.attribute.bodies import CONTROLS
from whence.attribute.media import medium_named
from whence.attribute.naming import Mention, Work, as_antecedent, make, settle
from whence.attribute.people import LIKE_A_PERSON
from whence.attribute.scene import NOT_A_PERSON, bare_person
from whence.attribute.wording import PERSONAL, Wording, read_wording, suffix_role
from whence.lexicons.actors import folded
from whence.lexicons.first_names import sex_of
from whence.lexicons.roles import role_words
from whence.model import Control, Source, SourceKind

Kind = SourceKind
APPOSED = re.compile(r"^(?P<what>(?:[a-z][\w-]*,? )*[a-z][\w-]*) (?P<name>(?:The )?@?[A-ZÀ-Þ].*)$")
BODY_ROLES = ("company", "civil", "authority", "government", "military")
WORD = r"[A-ZÀ-Þ][\w’'.-]*"
BEHIND = re.compile(rf"^(?:the )?(?P<name>@?{WORD}(?: (?:(?:of|for|the|de|van|von|al|bin|&|and) )*{WORD}| \d+){{0,5}})$")
SAID = frozenset(
    "word words answer answers reply replies comment comments remark remarks account version claim claims assertion assertions estimate"
    " count reckoning guess warning warnings admission explanation verdict reading boast complaint".split()
)


def apposed(mention: Mention, work: Work) -> Source | None:
    """ "the monitoring group Rivereye", "chip designer Corbel Micro", "the specialist site Keelpost": what it is, then its name."""
    wording = mention.wording
    parts = APPOSED.match(wording.core)
    if not parts:
        return None
    role, head = suffix_role(parts["what"])
    if role != "medium" and wording.owner:
        return None
    if role == "medium" and not _a_person(parts["name"], work):
        return medium_named(mention, parts["name"].removeprefix("The "), work)
    if (
        role not in ("company", "civil", "authority", "unnamed")
        or role == "unnamed"
        and "&" not in parts["name"]
        or head in ("office", "bureau", "agency")
    ):
        return None
    return _body_called(mention, parts["name"], mention.at, role, head, work)


def named_behind(mention: Mention, work: Work) -> Source | None:
    """ "its maker, Ostrander & Lisk", "the port's director, Ada Frisch": the name stands behind what it is."""
    found = name_behind(mention.wording)
    if found is None:
        return None
    what, name = found
    role, head = what.role, what.head
    if role in BODY_ROLES and not (role == "authority" and _a_person(name, work)):
        at = mention.at + max(0, mention.source.mention.find(name))
        return _body_called(mention, name, at, role, head, work)
    return None


def person_behind(mention: Mention, work: Work) -> str | None:
    """ "her skipper, Piet Lorens": a person by name, behind what the person is."""
    found = name_behind(mention.wording)
    if found is None:
        return None
    what, name = found
    bare = bare_person(name, role_words()["title"])
    titled = folded(bare) != folded(name)
    if what.role in (*BODY_ROLES[:2], "medium", "state_medium", "document") or "&" in name or not (titled or " " in bare):
        return None
    one = what.role in (*PERSONAL, "unnamed") and not NOT_A_PERSON.search(bare)
    like_one = what.role == "" and LIKE_A_PERSON.search(what.low) is not None and not NOT_A_PERSON.search(bare)
    return bare if titled or one or like_one or _a_person(name, work) else None


def name_behind(wording: Wording) -> tuple[Wording, str] | None:
    """Of "the head of the port, Dr Ada Frisch" the head and the name; None where a list or a place follows."""
    parts = wording.named.split(", ")
    for before, part in zip(parts, parts[1:]):
        found = BEHIND.match(part.strip(" ”“\"'"))
        what = read_wording(before)
        last = what.core.split()[-1] if what.core else ""
        many = what.role != "" and what.head.endswith("s") and "&" not in part and what.role in (*PERSONAL, "unnamed")
        if (
            found
            and (last[:1].islower() or last in ("One", "Another"))
            and not many
            and (what.definite or what.owner or what.core != before or what.role)
        ):
            return what, found["name"]
    return None


def _a_person(name: str, work: Work) -> bool:
    """A full name that the report gives a person, or that begins as people's names do."""
    bare = bare_person(name, role_words()["title"])
    if " " not in bare or NOT_A_PERSON.search(bare):
        return False
    given = work.scene.people.get(folded(bare.split()[-1]), [])
    return bool(sex_of(bare.split()[0])) or any(folded(full) == folded(bare) for _, full in given)


def _body_called(mention: Mention, name: str, at: int, role: str, head: str, work: Work) -> Source:
    known = settle(mention.again(name, at), work)
    if known.control is not Control.UNKNOWN and known.kind is not Kind.PERSON:
        return known
    control = CONTROLS.get(role, Control.COMPANY)
    return make(mention, name, Kind.ORGANISATION, f"“{mention.wording.words}”: called a {head}", control=control, country=known.country)


def words_of(mention: Mention, work: Work) -> Source | None:
    """ "the Chancellor's answer", "His words": whose they are."""
    wording = mention.wording
    if not wording.owner or wording.low not in SAID or wording.owner.casefold() in ("its", "their", "our", "my", "your", "whose"):
        return None
    who = settle(mention.again(wording.owner, mention.at), work)
    alone = wording.owner.casefold() in ("his", "her")
    return as_antecedent(who, f"“{wording.words}”: what {who.name} said") if who.named or not alone else None
