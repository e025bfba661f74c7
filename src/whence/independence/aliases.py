"""All sources that a story's reports name → what each is known as across them.

A report says "state media" and "Melk"; another says whose media and who Melk is. What one report knows of a name, the others may
use, where all that know it agree: its country, its state, its control, and the full name of a person.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from whence.independence.identity import last_name, name_words, personal_words
from whence.independence.short import full_bodies
from whence.lexicons.voices import load_voices
from whence.model import Control, Source, SourceKind

Known = Mapping[Source, Source]
NAME_INSIDE = re.compile(
    r",\s+(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?([A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?=,|$)"
)  # the name in "a clerk, Ada Holm, who"


def know_each_other(
    sources: Iterable[Source],
    capitals: Mapping[str, str],
    at_home: Mapping[Source, Source] | None = None,
    issuers: Iterable[Source] = (),
) -> Known:
    """Each source as the whole story knows it. `capitals` maps a city to the country whose state medium writes from there.

    `at_home` maps a source to the speaker of the report that names it, where that speaks for itself: "the Border Service", in the
    state television of a country, is that country's. `issuers` are the bodies that put out reports of the story.
    """
    listed = list(dict.fromkeys(sources))
    people = _full_names([_as_body(source) for source in listed])
    named = {source: _at_home(_with_full_name(_as_body(source), people), (at_home or {}).get(source)) for source in listed}
    states = _states(named.values())
    media = {s.state: s for s in named.values() if s.control is Control.STATE_MEDIUM and s.state}
    stated = {source: _with_state(known, states, capitals, media) for source, known in named.items()}
    full = full_bodies([*stated.values(), *issuers])
    return {source: _in_full(known, full) for source, known in stated.items()}


def _in_full(source: Source, full: Mapping[frozenset[str], Source]) -> Source:
    """ "The coastguard", "Harbour Guild" where the story knows of one body that it can be short for."""
    body = full.get(name_words(source))
    if body is None or body.key == source.key or (source.state and body.state != source.state):
        return source
    because = (*source.because, f"{body.name} is the only one in this story that “{source.name}” can be short for")
    facts = {"country": body.country, "state": body.state, "control": body.control, "part_of": body.part_of}
    return replace(source, name=body.name, key=body.key, kind=SourceKind.ORGANISATION, because=because, **facts)  # type: ignore[arg-type]


def _as_body(source: Source) -> Source:
    """ "Border Service" is nobody's first and last name."""
    told = name_words(source) and source.name.split()[-1].casefold()
    if source.kind is not SourceKind.PERSON or told not in load_voices().body_ends:
        return source
    return replace(source, kind=SourceKind.ORGANISATION, because=(*source.because, f"“{source.name}” is the name of a body"))


def _full_names(sources: Iterable[Source]) -> dict[str, str]:
    """Last name → the one full name it stands for in this story; names that two people share are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        if source.kind is SourceKind.PERSON and len(name_words(source)) > 1 and (last := last_name(source.name)):
            found[last].add(source.name)
    return {last: max(names, key=len) for last, names in found.items() if len({_first(name) for name in names}) == 1}


def _first(name: str) -> str:
    return next(iter(personal_words(name)), name)


def _with_full_name(source: Source, people: Mapping[str, str]) -> Source:
    if source.kind is SourceKind.UNNAMED and (told := NAME_INSIDE.search(source.mention)):  # "its lawyer, Beatrix Nohl"
        name = told.group(1)
        because = (*source.because, f"“{source.mention}” names {name}")
        return replace(source, name=name, key=name.casefold(), kind=SourceKind.PERSON, because=because)
    full = people.get(last_name(source.name) or "")
    short = len(name_words(source)) == 1 and source.named and source.kind is not SourceKind.DOCUMENT
    if full is None or full == source.name or not (short or source.kind is SourceKind.PERSON):
        return source
    return replace(source, name=full, key=full.casefold(), kind=SourceKind.PERSON, because=(*source.because, f"other reports name {full}"))


def _at_home(source: Source, speaker: Source | None) -> Source:
    """A body of which a state's medium speaks without saying whose it is."""
    voices = load_voices()
    if speaker is None or not speaker.state or source.state or source.kind is not SourceKind.ORGANISATION:
        return source
    if not name_words(source) & (voices.general | voices.anybody) or voices.watchdog.search(source.name):
        return source
    because = f"{speaker.name}, of {speaker.country}, speaks of it as its own"
    facts = {"state": speaker.state, "country": speaker.country, "control": Control.GOVERNMENT}
    return replace(source, because=(*source.because, because), **facts)  # type: ignore[arg-type]


def _states(sources: Iterable[Source]) -> dict[frozenset[str], Source]:
    """Name → a source of that name whose state is known, where no other of that name is of another state."""
    found: dict[frozenset[str], dict[str, Source]] = defaultdict(dict)
    for source in sources:
        if source.state and source.named:
            found[name_words(source)].setdefault(source.state, source)
    return {name: next(iter(known.values())) for name, known in found.items() if len(known) == 1}


def _with_state(
    source: Source, states: Mapping[frozenset[str], Source], capitals: Mapping[str, str], media: Mapping[str, Source]
) -> Source:
    if source.state and (seat_of := capitals.get(source.state)):  # "the government of Karsk", where Karsk is the capital
        because = f"{seat_of}'s state medium writes from {source.country or source.state}"
        return replace(source, state=seat_of.casefold(), country=seat_of, because=(*source.because, because))
    if source.state or not source.named:
        return source
    if known := states.get(name_words(source)):
        because = f"other reports say that {source.name} is of {known.country or known.state}"
        return replace(source, state=known.state, country=known.country, control=known.control, because=(*source.because, because))
    if country := capitals.get(source.name.casefold()):
        because = f"{country}'s state medium writes from {source.name}"
        key = f"state:{country.casefold()}"
        return replace(
            source, key=key, state=country.casefold(), country=country, control=Control.GOVERNMENT, because=(*source.because, because)
        )
    if len(media) == 1 and load_voices().state_medium.fullmatch(source.name):
        known = next(iter(media.values()))
        because = f"the only state medium in this story is {known.name}"
        return replace(
            source, name=known.name, key=known.key, state=known.state, country=known.country, control=known.control, because=(because,)
        )
    return source
