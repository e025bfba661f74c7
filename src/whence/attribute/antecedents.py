"""Rules for mentions that stand for something named before: "he", "which", "the ministry", "that person"."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from whence.attribute.naming import Mention, Work, as_antecedent, make, settle, state_itself, unnamed
from whence.attribute.scene import CAPITAL
from whence.attribute.standing import best_person, people_named, sentence_number
from whence.attribute.wording import PERSONAL, read_wording, suffix_role
from whence.lexicons.actors import Person, folded
from whence.lexicons.roles import role_words
from whence.model import BlockKind, Control, Source, SourceKind

Kind = SourceKind
SINGULAR = frozenset("he she him her his hers himself herself".split())
PLURAL = frozenset("they them their theirs both these those".split())
NEUTER = frozenset("it its itself".split())
FIRST = frozenset("i we me us my our mine ours".split())
RELATIVE = frozenset("who which that whose whom".split())
MALE = frozenset("he him his himself".split())
OFTEN_NAMED = 3  # times that a report names the body that it then calls "the company"
FAR = 3  # sentences between a group and the "they" that stands for it
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
    """Whom "he" or "she" stands for."""
    bodies: list[str] = []  # what the parser took for a person's name
    while len(bodies) <= FAR:
        found = best_person(work, mention.at, "m" if word in MALE else "f", bodies)
        if found is None:
            return None
        if isinstance(found, Source):
            return as_antecedent(found, f"“{word}”: {found.name}, who spoke before it")
        name, at = found
        settled = settle(mention.again(name, at), work)
        if settled.kind not in BODIES:
            return as_antecedent(settled, f"“{word}”: {name}, named before it")
        bodies.append(name)
    return None


def body_before(mention: Mention, work: Work) -> Source | None:
    """What "it" is: the last organisation or medium that spoke, or a state that is the subject since."""
    at = mention.at
    spoke = next(((start, s) for start, s in reversed(work.done) if start < at and s.kind in (*BODIES, Kind.DOCUMENT)), None)
    subject = next((told for told in reversed(work.scene.told) if told.start < at and told.part == "subject"), None)
    if spoke is None and subject is None and (entity := work.organisation_before(at)):
        return as_antecedent(settle(mention.again(*entity), work), f"“{mention.wording.words}”: the last body that was a subject")
    here = sentence_number(work, at)
    subject = subject if subject and here - sentence_number(work, subject.start) <= FAR else None
    spoke = spoke if spoke and here - sentence_number(work, spoke[0]) <= 2 * FAR else None
    told = spoke is not None and subject is not None and spoke[0] < subject.start
    if told and subject and spoke and sentence_number(work, spoke[0]) == sentence_number(work, subject.start):
        subject = None  # "the station said Orvia had fired": the station is spoken of
    if subject and (spoke is None or subject.start > spoke[0] and not _inside(spoke[1], subject.start)):
        return state_itself(mention, work, subject.state, f"“{mention.wording.words}”: the last state that was a subject")
    return as_antecedent(spoke[1], f"“{mention.wording.words}”: the last body that spoke, “{spoke[1].mention}”") if spoke else None


def _inside(source: Source, at: int) -> bool:
    return source.span is not None and source.span.start <= at < source.span.end


def _group_before(mention: Mention, work: Work) -> Source | None:
    here = sentence_number(work, mention.at)
    for start, source in reversed(work.done):
        if start >= mention.at or source.kind not in (Kind.UNNAMED, *BODIES):
            continue
        if source.kind in BODIES and here - sentence_number(work, start) > FAR:
            continue
        if source.because and source.because[0].startswith("first person"):
            continue
        if (
            source.kind is not Kind.UNNAMED
            or re.search(r"[^us]s$", source.mention.casefold())
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
        nameless = wording.role == "company" and not any(c.isupper() for c in source.name)
        if not nameless and _fits(source, wording.head, wording.role):
            return as_antecedent(source, f"“{wording.words}”: “{source.name}” before it")
    if wording.role == "company" and (company := _company_before(mention, work)):
        return company
    found = _named_before(wording.head, mention, work)
    if found:
        return as_antecedent(settle(found, work), f"“{wording.words}”: “{found.wording.words}” in the text")
    return None


def _company_before(mention: Mention, work: Work) -> Source | None:
    """ "the company" of a report that calls none so: the last body of unknown kind that spoke, else the one it names most."""
    why = f"“{mention.wording.words}”"
    for source in work.before(mention.at, Kind.ORGANISATION):
        if source.control is Control.UNKNOWN and source.name[:1].isupper():
            return replace(as_antecedent(source, f"{why}: “{source.name}” before it"), control=Control.COMPANY)
    text, scene = work.scene.report.text[: max(mention.at, 0)], work.scene
    often = [(count, name) for name, count in scene.orgs.items() if count >= OFTEN_NAMED]
    named = [(count, name) for count, name in often if name in text and not scene.actors.actor(name)]
    if not named and (last := _last_company(mention, work)):
        named = [(1, last)]
    if not named:
        return None
    name = max(named)[1]
    found = settle(mention.again(name, text.index(name)), work)
    if found.kind is not Kind.ORGANISATION:
        return None
    return replace(as_antecedent(found, f"{why}: {name}, which the report names most"), control=Control.COMPANY)


def _last_company(mention: Mention, work: Work) -> str | None:
    """The last body that was a subject, else one that the headline names, where nothing shows that it is no company."""
    entity = work.organisation_before(mention.at)
    if entity is not None and _may_be_company(entity[0], work):
        return re.sub(r"^[Tt]he |['’]s$", "", entity[0])
    text = work.scene.report.text
    head = " ".join(block.span.of(text) for block in work.scene.report.blocks_of(BlockKind.HEADLINE))
    return next((name for name in work.scene.orgs if name.split()[0] in head and name in text and _may_be_company(name, work)), None)


def _may_be_company(words: str, work: Work) -> bool:
    name, scene = re.sub(r"^[Tt]he |['’]s$", "", words), work.scene
    if not name[:1].isupper() or name.isupper() or scene.actors.actor(name) or scene.state_of(name) or folded(name) in scene.lands:
        return False
    return suffix_role(folded(name))[0] in ("", "company")


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


OUR = re.compile(r"^our (?:own )?(?=[a-z])", re.I)
BEHIND = re.compile(r"(?:^|, )(?:[A-ZÀ-Þ][\w.’'-]*)(?: [A-ZÀ-Þ][\w.’'-]*)+")  # "the mayor, Ada Frisch": whoever stands behind


def definite_thing(mention: Mention, work: Work) -> Source | None:
    """ "the guild", "the festival": what no list says is a body, where the report names one with this last word."""
    wording = mention.wording
    word = wording.core
    if wording.role or not wording.definite or wording.owner or wording.tail or " " in word or not word.islower():
        return None
    runs = [named for named in work.scene.names if re.search(rf" {re.escape(word.title())}$", named.words)]
    earlier = [named for named in runs if mention.at < 0 or named.start < mention.at] or runs[:1]
    if not earlier:
        return None
    body = Mention(replace(mention.source, kind=Kind.ORGANISATION), mention.at, wording)
    found = settle(body.again(earlier[-1].words.removeprefix("The "), earlier[-1].start), work)
    return as_antecedent(found, f"“{wording.words}”: “{earlier[-1].words}” in the text") if found.kind in BODIES else None


def definite_person(mention: Mention, work: Work) -> Source | None:
    """ "the spokesman", "the general", "that person", "the official": the last source that was called so."""
    wording = mention.wording
    if OUR.match(wording.words) and wording.role in PERSONAL:
        return definite_person(mention.again(OUR.sub("the ", wording.words), mention.at), work)
    if (
        not wording.bare
        or not wording.definite
        or wording.owner
        or wording.role not in (*PERSONAL, "unnamed")
        or BEHIND.search(wording.tail)
    ):
        return None
    singular = wording.head.removesuffix("s")
    if wording.role == "leader" and (ruler := _ruler(mention, work)):
        return ruler
    for source in work.before(mention.at, Kind.PERSON, Kind.UNNAMED):
        called = [source.mention, *source.because] if source.kind is Kind.PERSON else [read_wording(source.mention).head]
        if re.search(rf"\b{re.escape(singular)}", " ".join(called).casefold()):
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
    return None if wording.head.endswith("s") else _only_one(mention, work)


def _only_one(mention: Mention, work: Work) -> Source | None:
    """ "the director" without a name: the subject of the sentence before in its paragraph, or the only person who has spoken."""
    here, text, why = sentence_number(work, mention.at), work.scene.report.text, f"“{mention.wording.words}”"
    before = [one for one in people_named(work) if one.start < mention.at and here - one.sentence <= 1]
    last = before[-1] if len({one.name for one in before}) == 1 else None
    if last and last.part == "subject" and "\n" not in text[last.start : mention.at]:
        return as_antecedent(settle(mention.again(last.name, last.start), work), f"{why}: {last.name}, the subject before it")
    spoke = {source.key: source for source in work.before(mention.at, Kind.PERSON) if source.named}
    only = next(iter(spoke.values())) if len(spoke) == 1 else None
    return as_antecedent(only, f"{why}: {only.name}, the only person who has spoken") if only else None


def _ruler(mention: Mention, work: Work) -> Source | None:
    """ "the president": of those whom the report names, who holds that office; of several the outlet's country's, else the most named."""
    scene, head = work.scene, mention.wording.head
    year = scene.report.published.year if scene.report.published else None
    named = Counter(one.name for one in people_named(work))
    holders = [(person, count) for name, count in named.items() if (person := scene.actors.person(name)) and _holds(person, head, year)]
    at_home = [(person, count) for person, count in holders if person.country == scene.home] or holders
    if not at_home:
        return None
    person = max(at_home, key=lambda pair: pair[1])[0]
    one = next(one for one in people_named(work) if scene.actors.person(one.name) is person)
    return as_antecedent(settle(mention.again(person.name, one.start), work), f"“{mention.wording.words}”: {person.name}, {person.post}")


def _holds(person: Person, head: str, year: int | None) -> bool:
    return re.search(rf"(?<!vice ){re.escape(head)}\b", person.post) is not None and (year is None or person.in_office(year))
