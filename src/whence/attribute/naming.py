"""One mention of a source → the source resolved: an ordered list of rules, the first that fits decides.

A mention is read with its report's Scene and with the sources resolved before it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from whence.attribute.scene import NOT_A_PERSON, PAPER, Scene, bare_person
from whence.attribute.wording import Wording, read_wording
from whence.lexicons.actors import Actor, folded
from whence.lexicons.roles import role_words
from whence.model import Control, Parsed, Source, SourceKind

Kind = SourceKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as it came in, its place (-1: none) and its words taken apart."""

    source: Source
    at: int
    wording: Wording

    @classmethod
    def of(cls, source: Source) -> "Mention":
        return cls(source, source.span.start if source.span else -1, read_wording(source.mention))

    def again(self, words: str, at: int) -> "Mention":
        """Other words that this mention stands for: its antecedent."""
        return Mention(replace(self.source, mention=words, name=words), at, read_wording(words))


@dataclass(frozen=True, slots=True)
class Standing:
    """One place where somebody is named. `sentence` counts through the whole report."""

    start: int
    name: str
    sentence: int
    part: str
    quoted: bool
    headline: bool


@dataclass(slots=True)
class Work:
    """What is at hand while a report's sources are settled; `done` holds those before, in order of the text."""

    parsed: Parsed[Doc]
    scene: Scene
    rules: "tuple[Rule, ...]"
    done: list[tuple[int, Source]] = field(default_factory=list)
    posts: dict[str, tuple[str, str]] = field(default_factory=dict)
    depth: int = 0
    standings: list[Standing] | None = None
    sentences: list[tuple[int, int, Callable[[int], bool]]] | None = None
    sexes: dict[str, str] = field(default_factory=dict)

    def token(self, at: int) -> Token | None:
        for passage in self.parsed.passages:
            start = passage.block.span.start
            if start <= at < passage.block.span.end:
                span = passage.parse.char_span(at - start, at - start + 1, alignment_mode="expand")
                return span[0] if span else None
        return None

    def organisation_before(self, at: int) -> tuple[str, int] | None:
        """The last organisation that is the subject of a sentence before this place."""
        last: tuple[str, int] | None = None
        for passage in self.parsed.passages:
            start = passage.block.span.start
            for entity in passage.parse.ents if start < at else ():
                if entity.label_ == "ORG" and entity.root.dep_ in ("nsubj", "nsubjpass") and start + entity.start_char < at:
                    last = (entity.text, start + entity.start_char)
        return last

    def before(self, at: int, *kinds: SourceKind) -> list[Source]:
        """Sources settled before this place, the nearest first."""
        return [source for start, source in reversed(self.done) if (at < 0 or start < at) and source.kind in kinds]


Rule = Callable[[Mention, Work], Source | None]


def settle(mention: Mention, work: Work) -> Source:
    """The source resolved, and remembered for the mentions after it."""
    work.depth += 1
    found: Source | None = None
    if work.depth < 5:
        for rule in work.rules:
            found = rule(mention, work)
            if found:
                break
    work.depth -= 1
    made = found or unknown(mention, work)
    if not made.key.strip():
        made = unnamed(mention, work, "no words name it", words="somebody")
    made = replace(made, mention=mention.source.mention, span=mention.source.span)
    if work.depth == 0:
        work.done.append((mention.at, made))
        work.done.sort(key=lambda pair: pair[0])
    return made


# ------------------------------------------------------------------------------------------------------- what rules make


def make(mention: Mention, name: str, kind: SourceKind, *because: str, **facts: object) -> Source:
    """A resolved source; the key is the folded name unless one is given."""
    given = {"key": folded(name)} | facts
    return replace(mention.source, name=name, kind=kind, because=because, **given)  # type: ignore[arg-type]


def from_actor(mention: Mention, actor: Actor, *because: str) -> Source:
    why = f"{actor.name} is in the lexicon: {actor.control.value.replace('_', ' ')}" + (f", {actor.country}" if actor.country else "")
    facts = {"country": actor.country, "state": actor.state, "control": actor.control, "part_of": actor.part_of}
    return make(mention, actor.name, actor.kind, *because, why, key=actor.id, **facts)


def as_antecedent(source: Source, because: str) -> Source:
    """Who an earlier mention turned out to be, with the reason why this one is the same."""
    return replace(source, because=(because, *source.because))


def unnamed(mention: Mention, work: Work, *because: str, words: str = "", **facts: object) -> Source:
    """Somebody without a name: never the same as anybody in another report."""
    described = words or mention.wording.named
    key = f"unnamed:{work.scene.report.id}:{folded(described)}"
    return make(mention, described, Kind.UNNAMED, *because, key=key, **facts)


def state_itself(mention: Mention, work: Work, state: str, *because: str) -> Source:
    """A country or its seat of power as a source is its government."""
    return make(
        mention,
        work.scene.state_name(state),
        Kind.ORGANISATION,
        *because,
        key=state,
        country=state,
        state=state,
        control=Control.GOVERNMENT,
    )


def unknown(mention: Mention, work: Work) -> Source:
    """The rough kind that came in stands; a capitalised name is its own key."""
    words = mention.wording.core if not mention.wording.owner else mention.wording.words
    kind = mention.source.kind
    if kind is Kind.UNNAMED or not any(c.isupper() for c in words) or (kind is Kind.PERSON and _no_name(words, mention.source.mention)):
        if kind in (Kind.PERSON, Kind.UNNAMED, Kind.IMPERSONAL) or mention.wording.role in ("unnamed", "person", ""):
            return unnamed(mention, work, "nobody is named")
        return make(mention, words, kind, "nothing more is known than its words", key=f"{work.scene.report.id}:{folded(words)}")
    if kind is Kind.PERSON and PAPER.match(words):
        kind = Kind.MEDIUM
    elif kind is Kind.PERSON and (NOT_A_PERSON.search(words) or re.search(r"(?:^| )[A-ZÀ-Þ]{2,6}$", words)):  # "the Junge SVP"
        kind = Kind.ORGANISATION
    elif kind is Kind.PERSON:
        words = bare_person(words, role_words()["title"])
        if words.casefold() in role_words()["title"]:  # "the departing Minister of Finance"
            return unnamed(mention, work, "a post, and nobody's name")
    return make(mention, words, kind, f"as the text names it: “{mention.source.mention}”")


OPENS_NO_NAME = re.compile(r"^(?:his|her|their|its|my|our|your|another|this|that|these|those|it|you|i|he|she|they|we)\b", re.I)


def _no_name(words: str, mention: str) -> bool:
    """Whether these words cannot be a person's name, though they have a capital: "Her work", "A", "The SVP counterproposal"."""
    last = words.split()[-1]
    return (
        len(words) < 2
        or OPENS_NO_NAME.match(mention) is not None
        or not last[:1].isupper()
        or words in ("NEW", "UPDATE", "WATCH", "READ", "Secretary")
    )


def sentence_before(text: str, at: int) -> int:
    """Where the sentence that holds this place begins, about."""
    found = max(text.rfind(mark, 0, max(at, 0)) for mark in (". ", "\n", "? ", "! ", ".” ", '." '))
    return max(found, 0)
