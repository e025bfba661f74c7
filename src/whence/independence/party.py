"""A source and what is said → is it a party to it: does it speak about itself, or is it controlled by whom it speaks about?"""

from collections.abc import Collection, Iterable, Sequence

from whence.independence.identity import country_name, general_voice, name_words
from whence.independence.quoting import quotes_of
from whence.lexicons.voices import load_voices
from whence.model import Act, Claim, Control, Source, SourceKind
from whence.text import words

STEM = 5  # "Ruvenia" and "Ruvenian", "Marenland" and "Marenlanders": a country and its adjective share their first letters


def party_reason(source: Source, claims: Sequence[Claim], openings: Collection[str] = ()) -> str | None:
    """In words, why the source is a party to what these claims say; None where nothing shows it.

    `openings` are the headlines of the reports that tell it: a state medium is a party where its state is what they are about.
    """
    voices = load_voices()
    doing = [claim for claim in claims if claim.predicate not in voices.observing]
    named = _words_of(p.name for claim in doing for p in claim.participants if p.role in ("agent", "patient"))
    skipped = voices.empty | voices.general | voices.titles
    mine = {word for word in name_words(source) if word not in skipped and len(word) > 2}
    if source.named and mine & named:
        return f"{source.name} speaks about itself"
    for body in source.part_of:
        if {w for w in words(body) if w not in skipped and len(w) > 2} & named:
            return f"{source.name} is part of {body}, which this is about"
    if any(claim.act in (Act.ORDERS, Act.PLANS) and claim.chain and claim.chain[-1].key == source.key for claim in claims):
        return f"{source.name} tells of its own plans"
    told = named | (_words_of(claim.plain for claim in claims) - _words_of((source.name, source.mention)))
    if source.control in (Control.STATE_MEDIUM, Control.GOVERNMENT, Control.MILITARY) or general_voice(source):
        told |= _words_of(openings)
    state = source.state
    if state and source.control is not Control.CIVIL and any(_of_country(word, state) for word in told):
        how = "is controlled by" if source.kind is SourceKind.MEDIUM else "speaks for"
        return f"{source.name} {how} the state of {country_name(source)}, which this is about"
    return None


def of_its_own(source: Source, tellings: Iterable[Claim]) -> str | None:
    """In words, why a source that tells these itself is a party: it says "we" or "I did", in quotation marks or in its own text."""
    for claim in tellings:
        if load_voices().first_person.search(" ".join(quotes_of(claim)) if claim.chain else claim.words):
            return f"{source.name} speaks of its own doings (“we”, “I”)"
    return None


def _words_of(texts: Iterable[str]) -> set[str]:
    return {word.removesuffix("'s") for text in texts for word in words(text)}


def _of_country(word: str, state: str) -> bool:
    """Whether a word names a country or is its adjective."""
    parts = [part for part in words(state) if part not in load_voices().empty | load_voices().general and len(part) > 3] or [state]
    return any(word == part or (len(part) >= STEM and word[:STEM] == part[:STEM]) for part in parts)
