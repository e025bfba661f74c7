"""The texts of a story and the sources that they name → which body a person speaks for, and who may be of one house.

"Its district secretary, Ivo Marsh", "Lene Krag, chairman of Norrit Lamps": said once in any report of the story, it holds for all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from whence.independence.identity import last_name, name_words
from whence.lexicons.voices import load_voices
from whence.model import Source, SourceKind

NEAR = 60  # characters between a person and the body he speaks for, in one sentence
ITS_PERSON = r"\bits (?:[\w-]+ ){{0,4}}?[\w-]+,? (?:[\w.]+ ){{0,3}}{}\b"  # "its spokesman, Major Arne Vik": of the sentence before
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n\s*\n")
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of a story, and which of them hold a word: a story of 800 reports has 30,000 sentences and thousands of people."""

    listed: Sequence[str]
    holding: Mapping[str, frozenset[int]]  # a word without case → places in `listed`

    def naming(self, name: str) -> frozenset[int]:
        """Places of the sentences that hold each word of a name."""
        parts = [self.holding.get(word.casefold(), frozenset[int]()) for word in LETTERS.findall(name)]
        return frozenset.intersection(*parts) if parts else frozenset()


def sentences_of(texts: Iterable[str]) -> Sentences:
    return _indexed([part for text in texts for part in SENTENCE.split(text) if part])


def neighbours(sentences: Sentences) -> Sentences:
    """Each sentence with the next one: "the league said. Its secretary, Ivo Marsh, …"."""
    return _indexed([f"{one} {other}" for one, other in pairwise(sentences.listed)] or sentences.listed)


def _indexed(listed: Sequence[str]) -> Sentences:
    holding: dict[str, set[int]] = {}
    for place, sentence in enumerate(listed):
        for word in LETTERS.findall(sentence):
            holding.setdefault(word.casefold(), set()).add(place)
    return Sentences(listed, {word: frozenset(places) for word, places in holding.items()})


def houses(people: Iterable[Source], bodies: Iterable[Source], sentences: Sentences) -> dict[Source, tuple[str, ...]]:
    """Person → keys of the bodies that some sentence says he speaks for or belongs to."""
    bodies_by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for body in bodies:
        if said := _pattern(body):
            for word in set(_own_words(body) or LETTERS.findall(body.name)):
                bodies_by_word.setdefault(word, []).append((body.key, said))
    found: dict[Source, tuple[str, ...]] = {}
    for person in people:
        last = last_name(person.name)
        keys = _first_two(_spoken_for(last, sentences, bodies_by_word)) if last else ()
        if len(keys) == 1:
            found[person] = keys
    return found


def _first_two(keys: Iterator[str]) -> tuple[str, ...]:
    """As many as it takes to see whether there is more than one."""
    seen: dict[str, None] = {}
    for key in keys:
        seen[key] = None
        if len(seen) > 1:
            break
    return tuple(seen)


def _spoken_for(last: str, sentences: Sentences, bodies_by_word: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]]) -> Iterator[str]:
    for place in sorted(sentences.naming(last)):
        sentence = sentences.listed[place]
        if not load_voices().of_a_house.search(sentence):
            continue
        yield from (key for key, said in _named_in(sentence, bodies_by_word) if _speaks_for(sentence, last, said))
        if place and re.search(ITS_PERSON.format(re.escape(last)), sentence, re.I):
            yield from (key for key, _ in _named_in(sentences.listed[place - 1], bodies_by_word))


def _named_in(sentence: str, bodies_by_word: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]]) -> Sequence[tuple[str, re.Pattern[str]]]:
    """The bodies with a word of their names in it, by their keys."""
    near = {each for word in LETTERS.findall(sentence) for each in bodies_by_word.get(word, ())}
    return sorted((each for each in near if each[1].search(sentence)), key=lambda each: each[0])


def _pattern(body: Source) -> re.Pattern[str] | None:
    """The words of a body's name that say which, as they stand in a text; the whole name where all are common: "Defence Ministry"."""
    own = _own_words(body) or [name for name in (body.name,) if len(name.split()) > 1]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, own))})\b") if own else None


def _own_words(body: Source) -> list[str]:
    return [word for word in LETTERS.findall(body.name) if _tells(word)]


def _tells(word: str) -> bool:
    voices = load_voices()
    return word[0].isupper() and len(word) > 2 and word.casefold() not in voices.general | voices.empty | voices.titles


def _speaks_for(sentence: str, last: str, body: re.Pattern[str]) -> bool:
    """Whether a role joins the two: "the union's secretary, Hanne Bruun", "Hanne Bruun, who leads the union"."""
    for person in re.finditer(rf"\b{re.escape(last)}\b", sentence, re.I):
        for named in body.finditer(sentence):
            start, end = sorted((person.end(), named.end()))[0], max(person.start(), named.start())
            between = sentence[start:end]
            if end >= start and len(between) <= NEAR and load_voices().of_a_house.search(between):
                return not load_voices().saying.search(between)
    return False


def beside(a: Source, b: Source, bodies: Iterable[Source], sentences: Sentences) -> str:
    """Why two sources may be of one house though nothing says so outright: a sentence names both, or both beside one body."""
    people = [source for source in (a, b) if source.kind is SourceKind.PERSON]
    if len(people) == 1:
        other = b if people[0] is a else a
        return f"{people[0].name} and {other.name} stand in one sentence" if _together(people[0], other, sentences) else ""
    if len(people) == 2:
        shared = next((body for body in bodies if all(_together(person, body, sentences) for person in people)), None)
        return f"{a.name} and {b.name} are both named beside {shared.name}" if shared else ""
    return ""


def _together(person: Source, body: Source, sentences: Sentences) -> bool:
    last = last_name(person.name)
    if not last or name_words(body) & name_words(person):
        return False
    near = sentences.naming(last)
    return bool(near) and any(
        re.search(rf"\b{re.escape(word)}\b", sentences.listed[place])
        for word in _own_words(body)
        for place in near & sentences.holding.get(word.casefold(), frozenset())
    )


def with_houses(known: Mapping[Source, Source], sentences: Sentences) -> dict[Source, Source]:
    """Each source with the body that it speaks for, where a sentence of the story says so."""
    people = list(dict.fromkeys(s for s in known.values() if s.kind is SourceKind.PERSON))
    bodies = list({s.key: s for s in known.values() if s.kind is SourceKind.ORGANISATION and s.key}.values())
    found = houses(people, bodies, sentences)
    return {source: replace(now, part_of=(*now.part_of, *found[now])) if now in found else now for source, now in known.items()}
