"""A parsed report → `Names`: who a short name or a pronoun stands for, by simple rules of nearness. None where they do not say."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Run
from spacy.tokens import Token

from whence.claims.places import Page, Places
from whence.model import Chain, Source, SourceKind

HE = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
ME = frozenset({"i", "me", "my", "mine", "myself"})
US = frozenset({"we", "us", "our", "ours", "ourselves"})
GROUPS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
PRONOUNS = HE | IT | THEY | ME | US | {"who", "which", "that", "this", "one"}
NOT_NAMES = frozenset({"none", "nothing", "nobody", "drop", "anyone", "number", "lot", "one"})
OWNED = ("his ", "her ", "its ", "their ", "my ", "our ")  # who is named by a pronoun himself is nobody to stand for
REACH = 500  # characters back that a pronoun looks: a paragraph or two of a news report


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named at `start`; `kind` is person, thing or many."""

    start: int
    end: int
    name: str
    kind: str
    label: str
    subject: bool


@dataclass(frozen=True, slots=True)
class Names:
    full: dict[str, str]  # folded short name → full name
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]

    def of_pronoun(self, token: Token, at: int, chain: Chain = (), *, quoted: bool = False) -> str | None:
        """Who the pronoun at `at` stands for; `chain` is the telling's, whose last source says "I" in a quotation, and "he" beside one."""
        lower, source = token.lower_, chain[-1] if chain else None
        speaker = short_name(source) if source is not None and source.named else None
        if lower in US:
            return None
        if lower in ME:
            return speaker
        kind = "person" if lower in HE else "thing" if lower in IT else "many" if lower in THEY else ""
        if not kind or token.dep_ == "expl" or (kind != "person" and (quoted or _unsure(token, kind))):
            return None
        if source is not None and speaker is not None and not quoted and _says_of_itself(source, lower):
            return speaker
        return self._before(at, kind, speaker if quoted else None, owner=token.dep_ == "poss")

    def _before(self, at: int, kind: str, speaker: str | None, *, owner: bool) -> str | None:
        """The latest subject of that kind within reach, else the latest mention."""
        fallback: str | None = None
        for mention in reversed(self.mentions[: bisect_left(self.starts, at)]):
            if at - mention.start > REACH:
                break
            if speaker is not None and (mention.name in speaker or speaker in mention.name):
                continue
            if mention.name.lower().startswith(OWNED) or (owner and not mention.label and mention.kind != "person"):
                continue
            if mention.kind in (kind, "either") or (kind == "many" and mention.label in ("ORG", "NORP")):
                if mention.subject:
                    return mention.name
                fallback = fallback or (mention.name if kind != "many" else None)
        return fallback

    def of_name(self, text: str) -> str:
        """The full name a short one stands for, else the name itself."""
        return self.full.get(text.casefold(), text)


def short_name(source: Source) -> str:
    """The name without what hangs on it: "Ulric Tasso, who heads the council"."""
    return re.split(r", | who | which ", source.name)[0]


def _says_of_itself(source: Source, pronoun: str) -> bool:
    """ "The ministry said its staff", "Tasso said he": such a pronoun most often stands for the source."""
    if source.name.lower().split(" ")[0] in PRONOUNS:
        return False
    if pronoun in HE:
        return source.kind is SourceKind.PERSON
    return pronoun in IT and source.kind in (SourceKind.ORGANISATION, SourceKind.MEDIUM)


def _unsure(token: Token, kind: str) -> bool:
    """Only as a subject, or a subject's owner, are "it" and "they" safe to resolve; and not in "it is clear that", "it rained"."""
    head = token.head
    if token.dep_ == "poss":
        return head.dep_ not in ("nsubj", "nsubjpass")
    if token.dep_ not in ("nsubj", "nsubjpass") or head.lemma_ in ("rain", "snow", "seem", "appear"):
        return True
    return kind == "thing" and (head.lemma_ == "be" or any(child.dep_ == "ccomp" for child in head.children))


def names(places: Places, chains: Iterable[Chain] = ()) -> Names:
    """Collect the report's names: full ones first, then what is mentioned where."""
    entities = [(page, entity) for page in places for entity in page.doc.ents]
    full = _full_names(entities, chains)
    found = sorted(_mentions(places, full), key=lambda mention: mention.start)
    return Names(full, tuple(found), tuple(mention.start for mention in found))


def clean_name(run: Run) -> str:
    text = str(run.text)
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return text.removeprefix("the ").removeprefix("The ").strip()


def _full_names(entities: list[tuple[Page, Run]], chains: Iterable[Chain]) -> dict[str, str]:
    """ "Kim" → "Kim Jong Un": the first and the last word of a person's full name, unless two people share it."""
    people = [clean_name(entity) for page, entity in entities if entity.label_ == "PERSON" and not page.headline]
    people += [source.name for chain in chains for source in chain if source.kind is SourceKind.PERSON]
    people += [clean_name(entity) for page, entity in entities if entity.label_ == "PERSON" and page.headline]
    short: dict[str, set[str]] = {}
    for name in people:
        parts = name.split()
        if 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts):
            for part in {parts[0], parts[-1]}:
                short.setdefault(part.casefold(), set()).add(name)
    return {part: min(full, key=len) for part, full in short.items() if len(full) == 1 or _one_person(full)}


def _one_person(full: set[str]) -> bool:
    """ "Ulric Tasso" and "Chairman Ulric Tasso"."""
    shortest = min(full, key=len).casefold()
    return all(shortest in name.casefold() for name in full)


def _mentions(places: Places, full: dict[str, str]) -> Iterator[Mention]:
    for page in places:
        doc = page.doc
        seen: set[int] = set()
        for entity in doc.ents:
            if entity.label_ == "PERSON" or entity.label_ in GROUPS:
                root, name = entity.root, clean_name(entity)
                seen.update(range(entity.start, entity.end))
                kind = _kind(name, entity.label_, full)
                yield Mention(
                    page.starts[entity.start],
                    page.starts[entity.end - 1],
                    full.get(name.casefold(), name),
                    kind,
                    entity.label_,
                    _subject(root),
                )
        for token in doc:
            if (
                token.pos_ in ("NOUN", "PROPN")
                and token.i not in seen
                and token.dep_ in ("nsubj", "nsubjpass")
                and token.lower_ not in NOT_NAMES
            ):
                kind = "either" if token.pos_ == "PROPN" else "many" if token.tag_ == "NNS" else "thing"
                first = _first(token)
                yield Mention(page.starts[first], page.starts[token.i], doc[first : token.i + 1].text, kind, "", True)


def _kind(name: str, label: str, full: dict[str, str]) -> str:
    """A single word that the entity finder takes for a person, and that belongs to no full name, may be a firm as well."""
    if label != "PERSON":
        return "thing"
    return "person" if " " in name or name.casefold() in full else "either"


def _subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass")


def _first(noun: Token) -> int:
    """Where a noun's own words begin: determiner, possessor, adjectives, compounds."""
    first = noun.i
    for child in noun.lefts:
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod"):
            first = min(first, child.left_edge.i)
    return first
