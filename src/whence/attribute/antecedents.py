"""Rules for mentions that stand for something named before: "he", "which", "the ministry", "that person"."""

import re
from functools import lru_cache

from spacy.tokens import Token

from whence.attribute.naming import Mention, Work, as_antecedent, make, sentence_before, settle, state_itself, unnamed
from whence.attribute.scene import CAPITAL
from whence.lexicons.actors import folded
from whence.lexicons.roles import role_words
from whence.model import Control, Source, SourceKind

Kind = SourceKind
SINGULAR = frozenset("he she him her his hers himself herself".split())
PLURAL = frozenset("they them their theirs both these those".split())
NEUTER = frozenset("it its itself".split())
FIRST = frozenset("i we me us my our mine ours".split())
RELATIVE = frozenset("who which that whose whom".split())
FEMALE = re.compile(r"\b(?:Mrs|Ms|Miss|Madame|[Ww]oman|[A-Za-z]+woman|she|her|mother|daughter|sister|wife|queen|actress)\b", re.IGNORECASE)
MALE = re.compile(
    r"\b(?:Mr|spokesman|chairman|congressman|businessman|nobleman|clergyman|serviceman|policeman|his|father|son|brother|husband|king|priest)\b",
    re.IGNORECASE,
)
BODIES = (Kind.ORGANISATION, Kind.MEDIUM)


def pronoun(mention: Mention, work: Work) -> Source | None:
    word = mention.wording.words.casefold()
    if " " in word:
        return None
    if word in RELATIVE:
        return _relative(mention, work)
    if word in SINGULAR:
        return _person_before(mention, work, word) or unnamed(mention, work, "a pronoun with nobody named before it")
    if word in NEUTER:
        return body_before(mention, work) or unnamed(mention, work, "a pronoun with nothing named before it")
    if word in PLURAL:
        return _group_before(mention, work) or unnamed(mention, work, "a pronoun with nobody named before it")
    return _first_person(mention, work) if word in FIRST else None


def _relative(mention: Mention, work: Work) -> Source | None:
    """ "who" stands for the noun that its clause describes."""
    token = work.token(mention.at)
    while token is not None and token.dep_ != "relcl" and token.head.i != token.i:
        token = token.head
    if token is None or token.dep_ != "relcl":
        return unnamed(mention, work, "a relative pronoun whose noun was not found")
    noun, words = _noun_phrase(token.head, mention.at, work)
    return as_antecedent(settle(mention.again(words, noun), work), f"“{mention.wording.words}” stands for “{words}”") if words else None


def _noun_phrase(noun: Token, before: int, work: Work) -> tuple[int, str]:
    """The words from the left edge of a noun to the relative pronoun, with their place in the report."""
    for passage in work.parsed.passages:
        if passage.parse is noun.doc:
            start = passage.block.span.start
            left = start + noun.left_edge.idx
            return left, work.scene.report.text[left:before].strip(" ,")
    return before, ""


def _person_before(mention: Mention, work: Work, word: str) -> Source | None:
    """The last person who spoke or was the subject; "he" is not somebody who was called Mrs."""
    text, at = work.scene.report.text, mention.at
    wrong = FEMALE if word in ("he", "him", "his", "himself") else MALE
    right = MALE if wrong is FEMALE else FEMALE
    spots = [(start, source) for start, source in work.done if start < at and _singular_person(source)]
    spoke = max(spots, key=lambda pair: pair[0], default=None)
    named = [(start, name) for people in work.scene.people.values() for start, name in people if start < at]
    nearest = max(named, default=None)
    window = sentence_before(text, max(sentence_before(text, at) - 2, 0))
    for start, source in sorted(spots, key=lambda pair: -pair[0]):
        if start >= window and not _wrong_sex(source.name, source.mention, text, wrong, right):
            return as_antecedent(source, f"“{word}”: the last person who spoke")
    if nearest and not _wrong_sex(nearest[1], "", text, wrong, right):
        return as_antecedent(settle(mention.again(nearest[1], nearest[0]), work), f"“{word}”: the last person named, {nearest[1]}")
    if spoke:
        return as_antecedent(spoke[1], f"“{word}”: the last person who spoke")
    return None


def _singular_person(source: Source) -> bool:
    plural = source.kind is Kind.UNNAMED and (source.mention.casefold().endswith("s") or source.mention.casefold() in PLURAL)
    return source.kind is Kind.PERSON or (source.kind is Kind.UNNAMED and not plural)


def _wrong_sex(name: str, mention: str, text: str, wrong: re.Pattern[str], right: re.Pattern[str]) -> bool:
    """Whether the words right before the name, or of the mention, are only for the other sex."""
    last = name.split()[-1] if name else ""
    around = (
        " ".join([mention, *(text[max(0, m.start() - 25) : m.start()] for m in re.finditer(re.escape(last), text))]) if last else mention
    )
    return bool(wrong.search(around)) and not right.search(around)


def body_before(mention: Mention, work: Work) -> Source | None:
    """What "it" is: the last organisation or medium that spoke, or a state that is the subject since."""
    at = mention.at
    spoke = next(((start, s) for start, s in reversed(work.done) if start < at and s.kind in (*BODIES, Kind.DOCUMENT)), None)
    subject = next((told for told in reversed(work.scene.told) if told.start < at and told.part == "subject"), None)
    if spoke is None and subject is None and (entity := work.organisation_before(at)):
        return as_antecedent(settle(mention.again(*entity), work), f"“{mention.wording.words}”: the last body that was a subject")
    if subject and (spoke is None or subject.start > spoke[0] and not _inside(spoke[1], subject.start)):
        return state_itself(mention, work, subject.state, f"“{mention.wording.words}”: the last state that was a subject")
    return as_antecedent(spoke[1], f"“{mention.wording.words}”: the last body that spoke, “{spoke[1].mention}”") if spoke else None


def _inside(source: Source, at: int) -> bool:
    return source.span is not None and source.span.start <= at < source.span.end


def _group_before(mention: Mention, work: Work) -> Source | None:
    for source in work.before(mention.at, Kind.UNNAMED, *BODIES):
        if source.because and source.because[0].startswith("first person"):
            continue
        if (
            source.kind is not Kind.UNNAMED
            or source.mention.casefold().endswith("s")
            or re.match(r"(?:two|three|several|some|many)\b", source.mention, re.I)
        ):
            return as_antecedent(source, f"“{mention.wording.words}”: the last group that spoke")
    return None


def _first_person(mention: Mention, work: Work) -> Source:
    """ "I" or "we": inside quotation marks whoever speaks there, outside them the report itself."""
    text, at = work.scene.report.text, mention.at
    paragraph = text.rfind("\n", 0, max(at, 0)) + 1
    marks = len(re.findall(r"[“\"]", text[paragraph:at])) - len(re.findall(r"”", text[paragraph:at]))
    quoted = marks % 2 == 1
    if quoted:
        return unnamed(mention, work, "first person inside a quotation")
    report = work.scene.report
    if report.byline:
        return make(mention, report.byline, Kind.PERSON, "first person: who wrote the report")
    if report.outlet:
        return make(mention, report.outlet, Kind.MEDIUM, "first person: the outlet itself", control=Control.OUTLET)
    return unnamed(mention, work, "first person: whoever wrote the report")


# ------------------------------------------------------------------------------------------------------ "the ministry", "the official"

PERSONAL = ("speaker", "person", "leader", "head")


PLAIN = (
    r"(?!(?:by|the|on|in|at|to|from|that|which|and|said|says|is|was|has|had|as|with|its|their|a|an|of|for|but|or|told|who|were|are|be|his|her)\b)"
    r"[a-z][a-z-]+"
)


@lru_cache(maxsize=512)
def _longer(head: str) -> re.Pattern[str]:
    """Names that end in this noun, or begin with it and "of": "Data Protection Inspectorate", "Ministry of Pensions"."""
    noun = re.escape(head)
    title = re.escape(head.title())
    return re.compile(
        rf"(?:{CAPITAL}['’]s )(?:(?:{CAPITAL}|{PLAIN}|(?:of|for|and)(?= [A-Z]))['’]?s? ){{0,4}}?(?i:{noun})\b|{title} (?:of"
        rf"|for) (?:the )?{CAPITAL}(?:(?: and| of|) {CAPITAL})*"
    )


def definite_body(mention: Mention, work: Work) -> Source | None:
    """ "the ministry", "the agency": the last one named or spoken of that the same noun fits."""
    wording = mention.wording
    if (
        not wording.bare
        or wording.owner
        or wording.role in ("unnamed", "", "state_medium", "document", *PERSONAL)
        or wording.head in ("state", "media", "press")
        or " " in wording.head.removeprefix("news ")
    ):
        return None
    if not wording.definite and wording.core[:1].islower():
        return None
    for source in work.before(mention.at, Kind.ORGANISATION, Kind.MEDIUM, Kind.DOCUMENT):
        if _fits(source, wording.head, wording.role):
            return as_antecedent(source, f"“{wording.words}”: “{source.name}” before it")
    found = _named_before(wording.head, mention, work)
    if found:
        return as_antecedent(settle(found, work), f"“{wording.words}”: “{found.wording.words}” in the text")
    return None


def _fits(source: Source, head: str, role: str) -> bool:
    words = f"{source.name} {source.mention}".casefold().replace("centre", "center").split()
    if head in words or head.rstrip("s") in words:
        return True
    control = source.control
    if role == "medium":
        agency = head in ("agency", "news agency", "agencies", "wire", "news service")
        return source.kind is Kind.MEDIUM and (not agency or control in (Control.AGENCY, Control.STATE_MEDIUM))
    if head == "agency":
        return control in (Control.AGENCY, Control.STATE_MEDIUM, Control.INTERNATIONAL) or any(word.startswith("agenc") for word in words)
    if role == "company":
        return control is Control.COMPANY
    return role == "civil" and head in ("group", "organisation", "organization") and control is Control.CIVIL


def _names_with(words: str, head: str) -> bool:
    """A longer name that ends in this noun ("Data Protection Inspectorate") or begins with it and "of"."""
    low = folded(words)
    return len(low.split()) > 1 and (low.endswith(f" {head}") or re.search(rf"(?:^| ){re.escape(head)} (?:of|for) ", low) is not None)


def _named_before(head: str, mention: Mention, work: Work) -> Mention | None:
    """The last longer name with this noun before the mention; else the first one after it."""
    text = work.scene.report.text
    at = mention.at if mention.at >= 0 else len(text)
    runs = [named for named in work.scene.names if _names_with(named.words, head)]
    earlier = [named for named in runs if named.start < at]
    if nearest := (earlier[-1] if earlier else runs[0] if runs else None):
        state = re.search(rf"({CAPITAL}['’]s )$", text[max(0, nearest.start - 30) : nearest.start])
        return mention.again((state[1] if state else "") + nearest.words, nearest.start)
    best: re.Match[str] | None = None
    for match in _longer(head).finditer(text):
        if match.start() < at:
            best = match
        elif best is None and head not in ("government", "company", "bank", "agency"):
            best = match
            break
    if best is None or "\n" in best.group() or folded(best.group()) == folded(mention.wording.words):
        return None
    return mention.again(best.group(), best.start())


def definite_person(mention: Mention, work: Work) -> Source | None:
    """ "the spokesman", "the general", "that person", "the official": the last source that was called so."""
    wording = mention.wording
    if not wording.bare or not wording.definite or wording.owner or wording.role not in (*PERSONAL, "unnamed"):
        return None
    singular = wording.head.removesuffix("s")
    for source in work.before(mention.at, Kind.PERSON, Kind.UNNAMED):
        described = " ".join([source.mention, *source.because]).casefold()
        if re.search(rf"\b{re.escape(singular)}", described):
            return as_antecedent(source, f"“{wording.words}”: “{source.mention}” before it")
    if wording.role == "unnamed":
        return None
    text = work.scene.report.text[: max(mention.at, 0)]
    people = sorted((spot for spots in work.scene.people.values() for spot in spots if spot[0] < len(text)), reverse=True)
    titles = role_words()["title"]
    for start, name in people:
        around = text[max(0, start - 60) : start + len(name) + 60].casefold()
        if re.search(rf"\b{re.escape(wording.head)}\b", around) and folded(name) not in titles:
            return as_antecedent(settle(mention.again(name, start), work), f"“{wording.words}”: {name} is called so in the text")
    if people and wording.role == "person":
        return as_antecedent(settle(mention.again(people[0][1], people[0][0]), work), f"“{wording.words}”: the last person named")
    return None
