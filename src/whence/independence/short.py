"""The bodies that a story names → what may be short for one of them: "the coastguard", "the Guild", "Harbour Lamps"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from whence.independence.identity import country_name, described, kinship, last_name, name_words
from whence.lexicons.voices import load_voices
from whence.model import Control, Source, SourceKind
from whence.text import words


def full_bodies(sources: Iterable[Source]) -> Mapping[frozenset[str], Source]:
    """Words of a short name → the one body of the story that it can be short for."""
    listed = list({source.key: source for source in sources}.values())
    bodies = [source for source in listed if _is_body(source)]
    holding: dict[str, list[Source]] = defaultdict(list)
    for body in bodies:
        for word in _own_words(body):
            holding[word].append(body)
    people = {last_name(source.name) for source in listed if source.kind is SourceKind.PERSON and len(name_words(source)) > 1}
    short = {name_words(source): source for source in listed if _may_be_short(source, people)}
    found = {named: _only(named, source, holding) for named, source in short.items() if named}
    return {named: body for named, body in found.items() if body}


def _is_body(source: Source) -> bool:
    """A body that is told by its name; an issuer among them, not a medium of a state."""
    if source.kind is SourceKind.MEDIUM:
        return bool(source.state) and source.control is Control.STATE_MEDIUM and bool(load_voices().body.search(source.name))
    return source.kind is SourceKind.ORGANISATION and source.named and not described(source)


def _may_be_short(source: Source, people: Iterable[str | None]) -> bool:
    if source.kind is SourceKind.PERSON:
        return last_name(source.name) not in people
    return source.kind is SourceKind.ORGANISATION and not name_words(source) & load_voices().anybody


def _only(named: frozenset[str], source: Source, holding: Mapping[str, list[Source]]) -> Source | None:
    """The one body with all these words and more; where there are several, they must be one."""
    person = source.kind is SourceKind.PERSON  # the name of a body that was taken for a person's
    longer = [b for b in holding.get(next(iter(named)), ()) if (named == _own_words(b) if person else named < _own_words(b))]
    longer = [b for b in longer if not named <= frozenset(words(country_name(b)))]  # "Tarvia" is not its foreign ministry
    first = next(iter(longer), None)
    return first if first and all(kinship(first, other).degree == "same" for other in longer[1:]) else None


def _own_words(source: Source) -> frozenset[str]:
    """Without what says that it is a statement: "(press release)"."""
    return name_words(Source(load_voices().issuer.sub(" ", source.name), source.kind, "", None, ""))
