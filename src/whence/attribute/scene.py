"""What one report itself says about who is who: people's full names, bodies, short forms, states, their capitals and their media.

In goes a parsed report, out comes a Scene: lists of names with their places in the text. Nothing here decides about a source.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from whence.lexicons.actors import Actors, folded
from whence.lexicons.roles import role_pattern, role_words
from whence.model import BlockKind, Parsed, Report

CAPITAL = r"[A-ZÀ-ÞČŠŽŁŚİŞ][\w&’'.-]*"
CHAINED = re.compile(rf"{CAPITAL}(?:[ \xa0](?:(?:of|for|the|de|al|del|da|di|bin|van|von)[ \xa0]){{0,2}}{CAPITAL})*")
SHORT_FORM = re.compile(rf"({CAPITAL}(?: (?:of|for|the|and|on|in|to|de) {CAPITAL}| {CAPITAL})*),? \((?:the )?([A-Z][A-Za-z.&-]{{1,9}})\)")
SHORT_FIRST = re.compile(r"^([A-Z]{2,6}) [-–—] ([A-Z][\w ]+?)(?:,|$)", re.MULTILINE)
AGENCY_NAME = re.compile(
    r"\b([A-Z]{3,6}|(?<=official )[A-Z]\w+|(?<=state )[A-Z]\w+|[A-Z]\w+(?= news| press)) (?:state |official )?(?:news |press )?agency\b"
    r"|\b(?:agency|broadcaster|daily|newspaper|website|site|tabloid|weekly|magazine) ([A-Z]\w+)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised run of words in the text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class StateMention:
    """A place where the text names a state. `part`: subject, owner, foreign ("neighbouring X"), other."""

    start: int
    state: str
    part: str


@dataclass(slots=True)
class Scene:
    """Filled while reading, only read afterwards. `states` maps a folded name or adjective to the state's id, `seats` a capital to it."""

    report: Report
    actors: Actors
    names: list[Name] = field(default_factory=list)
    wordings: tuple[str, ...] = ()  # the words of `names`, each once
    people: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    alone: Counter[str] = field(default_factory=Counter)  # a word alone: how much oftener the parser takes it for a person than a body
    orgs: Counter[str] = field(default_factory=Counter)  # what the parser takes for organisations, as written
    lands: set[str] = field(default_factory=set)  # what it takes for places, folded
    short: dict[str, str] = field(default_factory=dict)
    media: set[str] = field(default_factory=set)
    states: dict[str, str] = field(default_factory=dict)
    no_states: set[str] = field(default_factory=set)  # names of states that stand for something else in this report
    seats: dict[str, str] = field(default_factory=dict)
    told: list[StateMention] = field(default_factory=list)
    home: str | None = None
    home_because: str = ""

    def state_of(self, words: str) -> str | None:
        """The state that this name or adjective stands for, from the lexicon or from this text."""
        place = self.actors.place(words)
        if place and self.no_states and folded(words) in self.no_states:
            return None
        return place.id if place else self.states.get(folded(words))

    def seat_of(self, words: str) -> str | None:
        place = self.actors.seat(words)
        return place.id if place else self.seats.get(folded(words))

    def state_name(self, state: str) -> str:
        place = self.actors.places.get(state)
        return place.name if place else state.title()


def read_names(scene: Scene, parsed: Parsed[Doc]) -> None:
    """Fill in the names of people, bodies and media."""
    text = parsed.report.text
    scene.names = [_name(text, *run) for m in CHAINED.finditer(text) for run in _sentences_of(text, m.start(), m.end())]
    scene.wordings = tuple(dict.fromkeys(named.words for named in scene.names))
    _short_forms(scene)
    scene.media = {folded(m[1] or m[2]) for m in AGENCY_NAME.finditer(text)}
    _people(scene, parsed)


def _name(text: str, start: int, end: int) -> Name:
    return Name(start, end, text[start:end].rstrip(".,-'’"))


def _sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A capitalised run, cut where a sentence ends in it: "by March. Whoever"."""
    for stop in NEW_SENTENCE.finditer(text, start, end):
        yield start, stop.start()
        start = stop.end()
    yield start, end


def _short_forms(scene: Scene) -> None:
    for match in SHORT_FORM.finditer(scene.report.text):
        if not _initials(match[2], match[1]):
            continue
        scene.short.setdefault(folded(match[2]), match[1].removeprefix("The "))
    for match in SHORT_FIRST.finditer(scene.report.text):
        scene.short.setdefault(folded(match[1]), match[2])
    written = set(re.findall(r"\b[A-Z]{3,5}\b", scene.report.text))
    for words in scene.wordings if written else ():
        letters = re.sub(r"[^A-Z]", "", words.removeprefix("The "))
        if letters in written and len(words.split()) == len(letters) and not scene.actors.actor(letters):
            scene.short.setdefault(folded(letters), words.removeprefix("The "))
    outlet = scene.report.outlet or ""
    if given := re.search(r"^(.*?)\s*\(([A-Z]{2,8})\)", outlet):
        scene.short.setdefault(folded(given[2]), given[1])


def _initials(short: str, long: str) -> bool:
    """Whether the short form's letters stand in the long one in order, as capitals: "COG", Ceasefire Observation Group."""
    capitals = iter(re.findall(r"[A-ZÀ-Þ]", long))
    return len(long.split()) > 1 and all(letter in capitals for letter in re.findall(r"[A-Z]", short))


def _people(scene: Scene, parsed: Parsed[Doc]) -> None:
    """Full names of people, by each one's last word: what the parser calls a person and what stands behind a title."""
    titles, body = role_words()["title"], list[tuple[int, str]]()
    for passage in parsed.passages:
        for entity in passage.parse.ents:
            if entity.label_ == "ORG":
                scene.orgs[entity.text.removesuffix("'s").removesuffix("’s")] += 1
            elif entity.label_ == "GPE":
                scene.lands.add(folded(entity.text))
            if len(entity) == 1 and entity.label_ in WEIGHT:
                scene.alone[folded(entity.text)] += WEIGHT[entity.label_]
            if entity.label_ == "PERSON" and not PAPER.match(entity.text) and not re.search(r"[“”\"\n]", entity.text):
                name = bare_person(RUN_ON.split(entity.text)[0], titles)
                start = passage.block.span.start + entity.start_char
                if " " in name and _may_be_person(scene, name) and not OF_BODY.search(parsed.report.text[max(0, start - 40) : start]):
                    if passage.block.kind is not BlockKind.HEADLINE:
                        body.append((start, name))
                    scene.people.setdefault(_last(name), []).append((start, name))
    for named in scene.names:
        first, _, rest = named.words.partition(" ")
        if rest and first.casefold().rstrip(".") in titles and first != "The":
            name = bare_person(named.words, titles)
            if 2 <= len(name.split()) <= 4 and " of " not in name and not is_body(name):
                scene.people.setdefault(_last(name), []).append((named.start, name))
    for named in scene.names:
        name = bare_person(named.words, titles)
        known = is_body(name) or scene.actors.actor(name)
        if 2 <= len(name.split()) <= 3 and not known and _holds_a_post(scene, named.start, named.words):
            scene.people.setdefault(_last(name), []).append((named.start, name))
    _by_what_they_do(scene)
    families = set(scene.people)
    for start, name in body:  # "Kim" for Kim Jong Un: some names begin with the family's
        if folded(name.split()[0]) not in families:
            scene.people.setdefault(folded(name.split()[0]), []).append((start, name))
    for listed in scene.people.values():
        listed.sort()


def _may_be_person(scene: Scene, name: str) -> bool:
    return not scene.actors.actor(name) and not is_body(name) and not NOT_A_PERSON.search(name)


def _by_what_they_do(scene: Scene) -> None:
    """A full name that speaks a quotation, given once (“…,” Edwin Roe wrote), and a family's name behind "Mrs"."""
    text = scene.report.text
    for match in SPOKE.finditer(text):
        group = "name" if match["name"] else "other"
        name, start = match[group], match.start(group)
        first = re.search(rf"\b{re.escape(name.split()[0].lower())}\b", text) is None  # "Sable Glass", and "sable" elsewhere
        if first and text.count(name) == 1 and _may_be_person(scene, name) and scene.state_of(name) is None:
            scene.people.setdefault(_last(name), []).append((start, name))
            scene.alone[_last(name)] = max(0, scene.alone[_last(name)])
    for match in TITLED.finditer(text):
        name = match["name"].removesuffix("'s").removesuffix("’s")
        if folded(name) not in scene.people and not is_body(name) and scene.actors.family(name) is None:
            runs = (bare_person(words, role_words()["title"]) for words in scene.wordings if words.split()[-1] == name)
            full = next((run for run in runs if 1 < len(run.split()) < 4 and not is_body(run)), name)
            scene.people.setdefault(folded(name), []).append((match.start("name"), full))


def _holds_a_post(scene: Scene, start: int, words: str) -> bool:
    """ "its strongman, X Y", "X Y, chairman of": a person, whatever the parser takes the name for."""
    text, end = scene.report.text, start + len(words)
    before = text[max(0, start - 30) : start].casefold().rstrip(" ,")
    after = text[end : end + 60].casefold().partition(", ")
    posts = role_pattern("leader", "head", "speaker")
    told = posts.search(before, max(0, len(before) - 22))
    post = posts.search(after[2].split(",")[0]) if not after[0] else None
    follows = post is not None and len(post.string[: post.start()].split()) <= MOST_BEFORE_POST
    return follows or (told is not None and before.endswith(told.group()) and scene.state_of(words) is None)


def _last(name: str) -> str:
    """The family's name, for looking up: "Trump" of "Donald Trump Jr."."""
    return folded(JUNIOR.sub("", name).split()[-1])


@lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    return role_pattern("government", "military", "authority", "company", "civil", "medium", "document").search(name.casefold()) is not None


FULL_NAME = rf"{CAPITAL}(?:[ \xa0](?:[a-z]{{2,3}}[ \xa0])?{CAPITAL}){{1,2}}"
SPOKE = re.compile(
    rf"[,.!?]['’]?[”\"] (?:(?P<name>{FULL_NAME}) (?:said|says|told|wrote|writes|adds|\w{{2,}}ed)\b"
    rf"|(?:said|says|wrote|added|replied) (?P<other>{FULL_NAME})(?=[,.;]))"
)
TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mme|Madame|Dr|Prof|Professor|Captain|Colonel|Commander|Inspector|Sergeant|Lieutenant)\.?"
    rf"[ \xa0](?P<name>{CAPITAL})(?![\w’'.-]|[ \xa0][A-ZÀ-Þ])"
)
OF_BODY = re.compile(
    r"\b(?:chairman|chairwoman|chair|director|owner|maker|head|boss|founder|president|board|shares) (?:of|in) (?:the )?$", re.I
)
WEIGHT = {"PERSON": 1, "ORG": -1, "GPE": -1}
RUN_ON = re.compile(r"(?<=[a-z]{3})(?<!Sen)(?<!Rep)(?<!Gov)(?<!Gen)(?<!Col)[.!?]\s")  # two sentences that the parser took for one name
NEW_SENTENCE = re.compile(r"(?<=[a-z]{4})[.!?][ \xa0]")
JUNIOR = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
NOT_A_PERSON = re.compile(  # last words of companies, clubs and bodies that the parser takes for family names
    r"\b(?:Mutual|Ratings|Bank|Group|Holdings|Partners|Industries|Airlines|Airways|Athletic|United|Rovers|Micro|Systems|Labs|Energy|Motors|Lines?"
    r"|Union|Institute|Agency|Press|Wire|Foods|Pharma|Logistics|Shipping|Capital|Insurance|Technologies|Studios|Records|Hospital|College"
    r"|Cup|Street|Avenue|Road|Party|Act|Republicans?|Democrats?|States|Tower|Hotel|Center|Centre|Awards?|Day|Facebook|Twitter|News|Show)$"
)
MOST_BEFORE_POST = 3  # words: "the former deputy chairman"
PAPER = re.compile(r"(?:The )?(?:Daily|Weekly|Evening|Morning|Sunday) [A-Z]")
NO_NAMES = frozenset(
    "Neither Both Either Nor And But The Club Striker Coach By From On In At For With As When While If After Before Yesterday Today"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def bare_person(words: str, titles: frozenset[str]) -> str:
    """A name without titles in front and a possessive behind: "Chairman Ulric Tasso's" → "Ulric Tasso"."""
    parts = re.sub(r"['’]s?$", "", re.sub(r"\([^)]*\)", "", words).strip(' ,."“”')).split()
    while len(parts) > 1 and (parts[0].casefold().rstrip(".,") in titles or not parts[0][:1].isupper() or parts[0] in NO_NAMES):
        parts = parts[1:]
    return " ".join(parts)
