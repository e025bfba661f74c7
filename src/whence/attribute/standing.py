"""The place of "he" or "she" → the person it most likely stands for, among those whom the report names before it.

Counted for each: how many sentences back, what part of its sentence, whether it stands inside a quotation, how often the report names
the person, and which sex the words about the person or the first name show.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from whence.attribute.naming import Standing, Work
from whence.attribute.people import full_person
from whence.lexicons.actors import folded
from whence.lexicons.first_names import sex_of
from whence.model import BlockKind, Source, SourceKind

# Set on 90 development reports (60 of wire, 30 of PolNeAR train), by hand.
A_SENTENCE = 4.0  # for each sentence between the name and the pronoun
PARTS = {"subject": 0.0, "clause": 1.0, "owner": 3.0, "other": 4.0}
IN_QUOTE = 5.0  # named inside a quotation that the pronoun stands outside of
IN_HEADLINE = 8.0
RIGHT_SEX = 4.5  # less where a first name or a title shows the pronoun's own sex
TAKEN_UP = 1.0  # named by a pronoun, not by a name
OFTEN = 0.4  # less for each time that the report names the person, up to six
FARTHEST = 8  # sentences
FEMALE_WORDS = re.compile(
    r"\b(?:Mrs|Ms|Miss|Madame|[Ww]oman|[A-Za-z]+woman|mother|daughter|sister|wife|widow|queen|actress|girl|girlfriend|Lady|Dame)\b"
)
MALE_WORDS = re.compile(
    r"\b(?:Mr|spokesman|chairman|congressman|businessman|nobleman|clergyman|serviceman|policeman|father|son|brother|husband|king|priest|boy|Sir|Lord)\b"
)


def people_named(work: Work) -> list[Standing]:
    """Every place where the report names a person, in order of the text; found once per report."""
    if work.standings is None:
        work.standings = sorted(_find(work), key=lambda one: one.start)
    return work.standings


def _find(work: Work) -> list[Standing]:
    made: list[Standing] = []
    number = 0
    for passage in work.parsed.passages:
        doc, start = passage.parse, passage.block.span.start
        quoted = inside_quotation(doc.text, start)
        for sentence in doc.sents:
            number += 1
            for token in _name_tokens(sentence, work):
                name = full_person(_name(token), work, start + token.idx)
                head = passage.block.kind is BlockKind.HEADLINE
                made.append(Standing(start + token.idx, name, number, part_of_sentence(token), quoted(start + token.idx), head))
    return made


def _name_tokens(sentence: Words, work: Work) -> list[Token]:
    """The last token of each person's name; two that stand together are one."""
    found: list[Token] = []
    for token in sentence:
        if not token.text[0].isupper():
            continue
        if token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and token.ent_type_ in ("", "ORG", "GPE") and _is_family(token, work)):
            known = folded(token.text) in work.scene.people or work.scene.actors.family(token.text) is not None
            if not known or not token.text[:1].isalpha():
                continue
            if found and token.i - found[-1].i == 1:
                found.pop()
            found.append(token)
    return found


def _is_family(token: Token, work: Work) -> bool:
    low, scene = folded(token.text), work.scene
    if (person := scene.actors.family(token.text)) and scene.actors.actor(token.text) is None:
        return low in scene.people or full_person(token.text, work) == person.name
    return low in scene.people and scene.alone[low] >= 0 and scene.state_of(token.text) is None


def _name(token: Token) -> str:
    name = token.text.removesuffix("'s").removesuffix("’s")
    after = token.doc[token.i + 1 : token.i + 2].text
    return f"{name} {after}" if after.startswith(("Jr", "Sr")) else name


def inside_quotation(text: str, start: int) -> Callable[[int], bool]:
    """A test of a place in this passage, which begins at `start`: whether it stands between quotation marks."""
    marks = [start + match.start() for match in re.finditer(r"[“”\"]|''", text)]
    return lambda at: bisect_left(marks, at) % 2 == 1


def part_of_sentence(token: Token) -> str:
    """subject (of the main clause), clause (of another), owner, other."""
    steps = 0
    while token.dep_ in ("compound", "flat", "appos", "conj", "nmod", "amod") and token.head.i != token.i and steps < 6:
        token, steps = token.head, steps + 1
    if token.dep_ in ("nsubj", "nsubjpass"):
        return "subject" if token.head.dep_ in ("ROOT", "conj", "ccomp") or token.head.head.i == token.head.i else "clause"
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "clause"
    return "owner" if token.dep_ == "poss" else "other"


# ------------------------------------------------------------------------------------------------------------- the best


def best_person(work: Work, at: int, sex: str, but: Collection[str] = ()) -> tuple[str, int] | Source | None:
    """A name with its place, or a source without a name, that a singular pronoun of this sex stands for here; no name in `but`."""
    named, often = people_named(work), Counter(one.name for one in people_named(work))
    here, quoted = _sentence_at(work, at)
    ranked: list[tuple[float, int, str | Source]] = []
    for one in named:
        if one.start < at and here - one.sentence <= FARTHEST and one.name not in but and not _other_sex(one.name, sex, work):
            cost = (here - one.sentence) * A_SENTENCE + PARTS[one.part] - OFTEN * min(often[one.name], 6)
            cost -= RIGHT_SEX if work.sexes.get(one.name) == sex else 0.0
            cost += (IN_QUOTE if one.quoted and not quoted else 0.0) + (IN_HEADLINE if one.headline else 0.0)
            ranked.append((cost, -one.start, one.name))
    for start, source in work.done:
        back = here - _sentence_at(work, start)[0]
        if 0 <= start < at and back <= FARTHEST and _may_be_one(source) and not _other_sex(source.name, sex, work, source):
            shown = RIGHT_SEX if source.kind is SourceKind.PERSON and work.sexes.get(source.name) == sex else 0.0
            ranked.append((back * A_SENTENCE + TAKEN_UP - shown - OFTEN * min(often[source.name], 6), -start, source))
    if not ranked:
        return None
    _, before, found = min(ranked, key=lambda one: one[:2])
    return (found, -before) if isinstance(found, str) else found


def _may_be_one(source: Source) -> bool:
    """Whether one person speaks there: a person, or "a senior diplomat"."""
    low = source.mention.casefold()
    if source.kind is SourceKind.PERSON:
        return True
    one = re.match(r"(?:an?|one|the|another|this|his|her)\b", low)
    return source.kind is SourceKind.UNNAMED and one is not None and " " in low and PERSON_WORD.search(low) is not None


PERSON_WORD = re.compile(
    r"\b(?:official|source|diplomat|person|aide|man|woman|witness|analyst|expert|lawyer|adviser|advisor|officer|soldier|resident|minister|judge"
    r"|justice|senator|lawmaker|doctor|spokes\w+|critic|insider|executive|employee|teacher|student|driver|neighbou?r|friend|agent|professor|rapper)\b"
)


def sentence_number(work: Work, at: int) -> int:
    return _sentence_at(work, at)[0]


def _sentence_at(work: Work, at: int) -> tuple[int, bool]:
    """The number of the sentence that holds this place, and whether the place is inside a quotation."""
    if work.sentences is None:
        work.sentences = list(_sentences(work))
    found = work.sentences[max(bisect_right(work.sentences, at, key=lambda one: one[0]) - 1, 0)] if work.sentences else None
    return (found[1], found[2](at)) if found else (0, False)


def _sentences(work: Work) -> Iterator[tuple[int, int, Callable[[int], bool]]]:
    """Where each sentence of the report begins, its number, and the test of its passage's quotations."""
    number = 0
    for passage in work.parsed.passages:
        start = passage.block.span.start
        quoted = inside_quotation(passage.parse.text, start)
        for sentence in passage.parse.sents:
            number += 1
            yield start + sentence.start_char, number, quoted


def _other_sex(name: str, sex: str, work: Work, source: Source | None = None) -> bool:
    """Whether what the report calls this person, or the first name, is only of the other sex."""
    unnamed = source is not None and source.kind is not SourceKind.PERSON
    known = source.mention if source and unnamed else name
    if known not in work.sexes:
        work.sexes[known] = _by_words(known) if unnamed else _sex(name, work)
    return work.sexes[known] not in (sex, "")


def _sex(name: str, work: Work) -> str:
    """By the first name, else by the words beside the last one."""
    text, last = work.scene.report.text, name.split()[-1] if name else ""
    if " " in name and (known := sex_of(name.split()[0])):
        return known
    spots = re.finditer(rf"\b{re.escape(last)}\b", text) if last else ()
    return _by_words(" ".join(f"{text[max(0, m.start() - 25) : m.start()]} {_apposed(text[m.end() : m.end() + 40])}" for m in spots))


def _by_words(words: str) -> str:
    female, male = len(FEMALE_WORDS.findall(words)), len(MALE_WORDS.findall(words))
    return "f" if female > male else "m" if male > female else ""


def _apposed(after: str) -> str:
    return after[2:].split(",")[0] if after.startswith(", ") else ""
