"""Two sources → are they the same origin? The answer is same, maybe or different, and always comes with its reason."""

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.actors import Actors, load_actors
from whence.lexicons.voices import load_voices
from whence.model import Control, Source, SourceKind
from whence.text import words


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two sources stand to each other: `degree` is same | maybe | different."""

    degree: str
    because: str = ""


DIFFERENT = Kinship("different")
DEPARTMENT = frozenset({"ministry", "department"})


@lru_cache(maxsize=50_000)
def kinship(a: Source, b: Source, actors: Actors | None = None) -> Kinship:
    """Whether two sources are one origin, by their keys, names, bodies and states. Symmetric."""
    if a.key and a.key == b.key:
        return Kinship("same", f"both go back to {a.name}")
    if a.kind is SourceKind.IMPERSONAL or b.kind is SourceKind.IMPERSONAL:
        return DIFFERENT
    if not (a.named and b.named):
        return _unnamed(a, b)
    for part, whole in ((a, b), (b, a)):
        if whole.key in part.part_of or _leads(part, whole):
            return Kinship("same", f"{part.name} is part of {whole.name}")
    if a.state and b.state and a.state != b.state:
        return DIFFERENT
    if _one_name(a, b):
        return Kinship("same", f"“{a.name}” and “{b.name}” name the same source")
    if a.state and a.state == b.state:
        return _one_state(a, b)
    if SourceKind.DOCUMENT in (a.kind, b.kind):
        return _document(a, b, actors)
    shared = set(a.part_of) & set(b.part_of)
    if shared:
        return Kinship("same", f"{a.name} and {b.name} both speak for {sorted(shared)[0]}")
    return _described(a, b, actors)


def _leads(person: Source, body: Source) -> bool:
    """The transport minister, whose part is "transport", and the Ministry of Transport."""
    if person.kind is not SourceKind.PERSON or body.kind is not SourceKind.ORGANISATION or len(DEPARTMENT & name_words(body)) != 1:
        return False
    matter = name_words(body) - DEPARTMENT - frozenset(words(country_name(body)))
    return bool(matter) and any(frozenset(words(part)) - DEPARTMENT == matter for part in person.part_of)


def _document(a: Source, b: Source, actors: Actors | None) -> Kinship:
    """A paper is its author's: "the transcript of President Oda" is Oda's; two of a kind ("its filing", "a filing") may be one."""
    left, right = _telling_words(a), _telling_words(b)
    if a.kind is b.kind:
        kinds = {words(a.name)[0], words(b.name)[0]} if words(a.name) and words(b.name) else set()
        degree = "same" if described(a, actors) or described(b, actors) else "maybe"
        return Kinship(degree, f"“{a.name}” and “{b.name}” may be the same paper") if len(kinds) == 1 else DIFFERENT
    paper, author = (left, right) if a.kind is SourceKind.DOCUMENT else (right, left)
    of, paper_name = (a, b.name) if b.kind is SourceKind.DOCUMENT else (b, a.name)
    own = {last_name(of.name) or ""} if of.kind is SourceKind.PERSON else author
    whose = frozenset(words(paper_name.partition(" of ")[2])) - load_voices().general - load_voices().empty
    if (own and own <= paper) or (whose and whose <= author and of.kind is not SourceKind.PERSON):
        return Kinship("same", f"“{a.name}” and “{b.name}” name the same source")
    return _described(a, b, actors)


def _telling_words(source: Source) -> frozenset[str]:
    """The words of a name that say which: "Corva" in "Corva Group", none in "the board"."""
    return frozenset(word for word in name_words(source) if word not in load_voices().general | load_voices().titles)


def _described(a: Source, b: Source, actors: Actors | None) -> Kinship:
    """ "The army" may be anybody's voice, "the ministry" any ministry's; no person is taken for a body he is not said to speak for."""
    if SourceKind.PERSON in (a.kind, b.kind) or not (described(a, actors) or described(b, actors)):
        return DIFFERENT
    left, right = name_words(a), name_words(b)
    if left & right or (left | right) & load_voices().anybody:
        return Kinship("maybe", f"“{a.name}” and “{b.name}” may be the same: only one of them, or neither, has a name of its own")
    return DIFFERENT


def described(source: Source, actors: Actors | None = None) -> bool:
    """Told by what it is, not by a name: "the army", "their leaders", "government inspectors", "a Virginia Democrat", "Russians"."""
    if source.state and source.kind in (SourceKind.ORGANISATION, SourceKind.MEDIUM):
        return False
    voices = load_voices()
    own = re.split(r" (?:seen|obtained|reviewed|read) by ", source.name)[0]
    tokens = [token for token in re.findall(r"[^\W\d_]+", own) if token.lower() not in voices.empty]
    if (
        tokens
        and source.kind is SourceKind.PERSON
        and (tokens[-1].lower() in voices.members or _a_people(tokens[-1], actors or load_actors()))
    ):
        return True
    return not any(token[0].isupper() and token.lower() not in voices.general | voices.titles for token in tokens)


def _a_people(word: str, actors: Actors) -> bool:
    """Whether it is what people of some country are called: "Russians"."""
    place = actors.place(word)
    return place is not None and word in place.people


def _unnamed(a: Source, b: Source) -> Kinship:
    if a.named or b.named:
        return DIFFERENT
    if a.country and b.country and a.country.casefold() != b.country.casefold():
        return DIFFERENT
    return Kinship("maybe", f"“{a.mention}” and “{b.mention}” are not named and may be the same people")


def _one_state(a: Source, b: Source) -> Kinship:
    state, watchdog = country_name(a), load_voices().watchdog
    if watchdog.search(a.name) or watchdog.search(b.name):
        return DIFFERENT
    if a.control is Control.STATE_MEDIUM or b.control is Control.STATE_MEDIUM:
        return Kinship("same", f"{a.name} and {b.name} both speak for the state of {state}")
    if general_voice(a) or general_voice(b):
        return Kinship("same", f"{a.name} and {b.name} both speak for {state}")
    return Kinship("maybe", f"{a.name} and {b.name} are both bodies of {state}")


def country_name(source: Source) -> str:
    """The country as it is written; a bare key is given capitals."""
    name = source.country or source.state or ""
    return name.title() if name.islower() else name


def general_voice(source: Source) -> bool:
    """The state as a whole: its name, its capital, its government, not one of its bodies."""
    return source.key.startswith("state:") or source.key == source.state


def name_words(source: Source) -> frozenset[str]:
    found = (word.removesuffix("'s").replace(".", "") for word in words(source.name))
    return frozenset(word for word in found if word not in load_voices().empty)


def _one_name(a: Source, b: Source) -> bool:
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return False
    if SourceKind.PERSON in (a.kind, b.kind):
        return a.kind is b.kind and _one_person(a, b)
    short, long = sorted((left, right), key=len)
    if short <= long and (len(short) > 1 or len(long) <= 2):
        return True
    return _initials(a.name, b.name) or _initials(b.name, a.name)


def _one_person(a: Source, b: Source) -> bool:
    """Same last name, and first names that do not contradict each other; an office stands before the one and not the other."""
    short, long = sorted((personal_words(a.name), personal_words(b.name)), key=len)
    if not short or short[-1] != long[-1]:
        return False
    return len(short) == 1 or short[0][0] == long[0][0] or short == long[-len(short) :]


def personal_words(name: str) -> list[str]:
    """A person's names, without titles, and without the offices that stand before them: ["linde", "foss"]."""
    voices = load_voices()
    own = [word for word in words(re.split(r" (?:of|from|at) ", name)[0]) if word not in voices.empty | voices.titles]
    while len(own) > 1 and own[0] in voices.offices:
        own = own[1:]
    return own


def last_name(name: str) -> str | None:
    return personal_words(name)[-1] if personal_words(name) else None


def _initials(short: str, long: str) -> bool:
    """ "COG" for "Ceasefire Observation Group"; also where the long name carries it in brackets."""
    letters = re.sub(r"\W", "", short)
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return False
    initials = "".join(w[0] for w in re.findall(r"[^\W_]+", long) if w[0].isupper() or len(w) > 3).upper()
    return letters == initials or f"({letters})" in long
