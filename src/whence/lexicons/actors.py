"""The TSV files beside this one (and a user's own) → Actors: who is known by which name, of which country, under whose control.

Three kinds of rows, told apart by their header line: actors (agencies, outlets, bodies), places (states, their people, capitals and
seats of power) and people who hold or held an office. Names are looked up folded: case, a leading "the", dots, hyphens and a
possessive 's do not count.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from whence.errors import SettingsError
from whence.model import Control, SourceKind

FOLDER = Path(__file__).parent
FILES = ("agencies.tsv", "state_media.tsv", "outlets.tsv", "bodies.tsv", "places.tsv", "people.tsv")
ACTOR_COLUMNS = ["id", "name", "aliases", "control", "country", "owner", "part_of"]
PLACE_COLUMNS = ["id", "name", "code", "also", "people", "capital", "seats"]
PERSON_COLUMNS = ["id", "name", "aliases", "country", "of", "post", "years"]
MEDIA = (Control.STATE_MEDIUM, Control.AGENCY, Control.OUTLET)
SPEAKS_FOR_STATE = (Control.STATE_MEDIUM, Control.GOVERNMENT, Control.MILITARY)
STILL = 9999  # the last year of an office that somebody holds
AUTHORITY = "authority"  # in the files: a court, central bank or watchdog: public, but it does not speak for the state

OF_NO_WEIGHT = frozenset(
    "the news newspaper newspapers wire agency press service services group media online website com net org org.uk co uk radio tv"
    " television channel network corporation desk daily staff".split()
)
SITE = re.compile(
    r"(?:https?://)?(?:www\.|edition\.|news\.)?([a-z0-9-]{3,})\.(?:com|net|org|co\.uk|uk|ru|cn|de|fr|tv|info|news|io|eu|in|gov)(?:/\w*)?"
)
MARKS = re.compile(r"[.,'’\"“”()]|(?:['’]s\b)")


@dataclass(frozen=True, slots=True)
class Actor:
    """One row. `state` is the country it speaks for or is controlled by; `country` the one it belongs to: both ids of places."""

    id: str
    name: str
    kind: SourceKind
    control: Control
    country: str | None = None
    state: str | None = None
    owner: str | None = None
    part_of: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A state: its names, what its people are called, its capital and the seats of power that stand for it ("the Kremlin")."""

    id: str
    name: str
    code: str = ""
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in office: of which country, whom he speaks for (ids of places or actors), as what, and from which year to which."""

    id: str
    name: str
    country: str | None = None
    of: tuple[str, ...] = ()
    post: str = ""
    years: tuple[tuple[int, int], ...] = ()
    aliases: tuple[str, ...] = ()

    def in_office(self, year: int) -> bool:
        return any(first <= year <= last for first, last in self.years)


@dataclass(frozen=True, slots=True, eq=False)
class Actors:
    """Everything that is known, by id and by folded name. `words` finds a place from its name or its people, `seats` from a capital,
    `domains` a medium from its site's name, `called` a person from a full name, `families` from a last name that one of them has."""

    actors: Mapping[str, Actor]
    names: Mapping[str, str]
    places: Mapping[str, Place]
    words: Mapping[str, str]
    seats: Mapping[str, str]
    domains: Mapping[str, str]
    people: Mapping[str, Person]
    called: Mapping[str, str]
    families: Mapping[str, str]

    def actor(self, name: str) -> Actor | None:
        if site := SITE.fullmatch(name):
            base = site[1].replace("-", "")
            known = self.names.get(folded(name)) or self.domains.get(base) or self.domains.get(base.removeprefix("the"))
            return self.actors[known] if known else None
        found = self.names.get(folded(name))
        if not found or (name == name.lower() and name not in (self.actors[found].name, *self.actors[found].aliases)):
            return None  # "who" and "time" are words
        return self.actors[found]

    def place(self, name: str) -> Place | None:
        """The state called so, or whose people are: "North Korea", "DPRK", "North Korean"."""
        found = self.words.get(folded(name)) if name != name.lower() else None
        return self.places[found] if found else None

    def seat(self, name: str) -> Place | None:
        """The state that a capital or seat of power stands for: "Pyongyang", "the Kremlin"."""
        found = self.seats.get(folded(name)) if name != name.lower() else None
        return self.places[found] if found else None

    def person(self, name: str) -> Person | None:
        """The person of this full name: "Donald J. Trump"."""
        found = self.called.get(folded(name))
        return self.people[found] if found else None

    def family(self, name: str) -> Person | None:
        """The one person in the files with this last name."""
        found = self.families.get(folded(name)) if name != name.lower() else None
        return self.people[found] if found else None


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name for looking up: "The U.S. State Department's" → "us state department"."""
    name = name.casefold().strip().replace("’", "'")
    name = name.removesuffix("'s").removesuffix("'")
    name = MARKS.sub("", name).replace("-", " ").replace("&", "and")
    return " ".join(name.split()).removeprefix("the ")


@lru_cache(maxsize=8)
def load_actors(extra: Path | None = None) -> Actors:
    """The shipped files and, over them, a user's own in the same format. SettingsError says which line of it is bad."""
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    people: dict[str, Person] = {}
    for path in [*(FOLDER / name for name in FILES), *([extra] if extra else [])]:
        for where, row in _rows(path):
            if "control" in row:
                actors[row["id"]] = _actor(where, row)
            elif "post" in row:
                people[row["id"]] = _person(where, row)
            else:
                places[row["id"]] = _place(row)
    names = {folded(name): actor.id for actor in reversed(actors.values()) for name in (*actor.aliases, actor.name, actor.id)}
    words = {folded(name): place.id for place in places.values() for name in (*place.people, *place.also, place.name)}
    seats = {folded(name): place.id for place in places.values() for name in (*place.capital, *place.seats)}
    domains = {name.replace(" ", ""): id for name, id in names.items() if actors[id].kind is SourceKind.MEDIUM}
    called = {folded(name): person.id for person in people.values() for name in (*person.aliases, person.name)}
    tables = (actors, names, places, words, seats, domains, people, called, _families(people.values()))
    return Actors(*(MappingProxyType(table) for table in tables))  # type: ignore[arg-type]


def _families(people: Iterable[Person]) -> dict[str, str]:
    """Last name → who has it, where only one does. A one-word alias counts as one: "Xi"."""
    found: dict[str, set[str]] = {}
    for person in people:
        for name in {person.name.split()[-1], *(alias for alias in person.aliases if " " not in alias)}:
            found.setdefault(folded(name), set()).add(person.id)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of one file with "file, line n" for messages; a line that starts with "id" and a tab names the columns that follow."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as wrong:
        raise SettingsError(f"cannot read the lexicon {path}: {wrong}; give a UTF-8 file of tab-separated lines") from wrong
    columns: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        where, cells = f"{path}, line {number}", [cell.strip() for cell in line.split("\t")]
        if cells[0] == "id":
            columns = cells
            if columns not in (kinds := (ACTOR_COLUMNS, PLACE_COLUMNS, PERSON_COLUMNS)):
                raise SettingsError(f"{where}: the columns must be {' or '.join(' '.join(kind) for kind in kinds)}, tab-separated")
            continue
        if not columns or len(cells) > len(columns) or len(cells) < 2 or not cells[0] or not cells[1]:
            raise SettingsError(f"{where}: expected {len(columns) or 'a header line and then'} tab-separated cells, with an id and a name")
        yield where, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _actor(where: str, row: dict[str, str]) -> Actor:
    given = row["control"] or Control.UNKNOWN
    try:
        control = Control.GOVERNMENT if given == AUTHORITY else Control(given)
    except ValueError:
        raise SettingsError(f"{where}: control is {given!r}; use one of {', '.join([*Control, AUTHORITY])}") from None
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=SourceKind.MEDIUM if control in MEDIA else SourceKind.ORGANISATION,
        control=control,
        country=row["country"] or None,
        state=(row["country"] or None) if control in SPEAKS_FOR_STATE and given != AUTHORITY else None,
        owner=row["owner"] or None,
        part_of=_several(row["part_of"]),
        aliases=_several(row["aliases"]),
    )


def _place(row: dict[str, str]) -> Place:
    several = {column: _several(row[column]) for column in ("also", "people", "capital", "seats")}
    return Place(row["id"], row["name"], row["code"], **several)


def _person(where: str, row: dict[str, str]) -> Person:
    """`years` are "2017-2021|2025-": an open end is still in office."""
    spans = [re.fullmatch(r"(\d{4})(-(\d{4})?)?", span) for span in _several(row["years"])]
    if not all(spans):
        raise SettingsError(f"{where}: years are {row['years']!r}; write them as 2017-2021|2025-")
    years = tuple((int(span[1]), int(span[3] or (STILL if span[2] else span[1]))) for span in spans if span)
    return Person(row["id"], row["name"], row["country"] or None, _several(row["of"]), row["post"], years, _several(row["aliases"]))


# ------------------------------------------------------------------------------------------------------------ outlets by name


@lru_cache(maxsize=4096)
def _outlet_forms(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """An outlet's name as the sets of its weighty words, and its short forms: given in brackets, in capitals, or spelt by its initials."""
    inside = re.findall(r"\(([^)]*)\)", name)
    bare = re.sub(r"\([^)]*\)|^(?:the|a) |^(?:https?://)?(?:www\.)?", " ", name.strip(), flags=re.IGNORECASE)
    words = folded(re.sub(r"\.(?:com|net|org|co\.uk|uk)\b", " ", bare)).split()
    weighty = frozenset(word for word in words if word not in OF_NO_WEIGHT and word not in ("of", "and", "for"))
    initials = "".join(word[0] for word in words if word not in ("of", "and", "for", "the"))
    short = {folded(part) for part in [*inside, bare] if re.fullmatch(r"[A-Z0-9-]{2,8}", part.strip())}
    return weighty or frozenset(words), frozenset(short | ({initials} if len(initials) > 2 else set()))


@lru_cache(maxsize=8192)
def same_outlet(a: str, b: str, known: Actors | None = None) -> bool:
    """Whether two names are loosely one outlet: "Meridian Wire" and "Meridian", "VCNA" and "Velmarch Central News Agency (VCNA)"."""
    if folded(a) == folded(b):
        return bool(folded(a))
    known = known or load_actors()
    one, other = known.actor(a), known.actor(b)
    if one and other:
        return one.id == other.id
    (words_a, short_a), (words_b, short_b) = _outlet_forms(a), _outlet_forms(b)
    if not words_a or not words_b:
        return False
    return words_a == words_b or bool(words_a & short_b and len(words_a) == 1) or bool(words_b & short_a and len(words_b) == 1)


def owner_of(outlet: str, known: Actors | None = None) -> str | None:
    """The publisher family of an outlet, where the lexicon (a user's too, where `known` has it) knows it: "The Sun" → "News Corp"."""
    actor = (known or load_actors()).actor(outlet)
    return actor.owner if actor else None
