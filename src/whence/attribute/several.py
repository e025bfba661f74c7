"""Rules for one or all of a group that was named before ("one of them", "the second source", "both"), and for a person whom the report
calls by a post first and by name in the next sentence."""

import re
from dataclasses import replace

from spacy.tokens import Span as Words

from whence.attribute.naming import Mention, Standing, Work, as_antecedent, settle, unnamed
from whence.attribute.people import LIKE_A_PERSON
from whence.attribute.standing import people_named, sentence_number
from whence.attribute.wording import PERSONAL, read_wording
from whence.lexicons.actors import folded
from whence.lexicons.roles import role_words
from whence.model import Source, SourceKind

Kind = SourceKind
ONE_OF = re.compile(
    r"^(?P<which>one|another|an?other one|the other|the (?:second|third|first)|a (?:second|third))"
    r"(?: of (?:them|those|the(?: two| three)? [a-z]+))?(?: (?:source|official|person|man|woman|diplomat|aide|witness|one))?$",
    re.IGNORECASE,
)
BOTH = re.compile(
    r"^(?:both|the two|the pair|all (?:three|four|five))(?: (?:of them|men|women|officials|sources|people|diplomats))?$", re.IGNORECASE
)
MANY = re.compile(
    r"^(?:(?:at least|about|some|more than|the) )?(?:two|three|four|five|six|several|some|a (?:pair|group|few|number)|\d+)\b|\band\b",
    re.IGNORECASE,
)
PLURAL = re.compile(r"(?:[^sui]s|men|people)\b")
COUNTED = re.compile(r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal) (?:[a-z-]+ ){0,2}?[a-z-]+(?:s|men|people)\b")
NEAR = 200  # characters
ONE_PERSON = re.compile(r"^(?:its|his|her|their|the|an?|[A-Z][\w’'-]+['’]s?) ", re.IGNORECASE)
DESCRIBED = re.compile(r"^(?:,| \(| of | from )")
BARE_BEFORE = re.compile(r"(?:^|[.,:;!?”\"’'\n]|\b(?:said|told|wrote|added|says|tells|as|when|but|and)) ?$")


def one_of(mention: Mention, work: Work) -> Source | None:
    """ "one of them" of two officials; "both"."""
    words = mention.wording.words
    one, all_of = ONE_OF.match(words), BOTH.match(words)
    if not one and not all_of:
        return None
    group = next((source for source in work.before(mention.at, Kind.UNNAMED) if _are_several(source)), None)
    group = group or _counted_before(mention, work)
    if group is None:
        return unnamed(mention, work, "of a group that was not found") if all_of else None
    why = f"“{words}”: of “{group.mention}” before it"
    if all_of:
        return as_antecedent(group, why)
    facts = {"country": group.country, "state": group.state, "control": group.control}
    return unnamed(mention, work, why, *group.because, words=f"{one['which'] if one else 'one'} of {group.name}", **facts)


def _counted_before(mention: Mention, work: Work) -> Source | None:
    """ "I asked two translators. Both …": a number of people who are named so, and have not spoken."""
    begin = max(0, mention.at - NEAR)
    found = list(COUNTED.finditer(work.scene.report.text, begin, max(mention.at, 0)))
    if not found or "\n\n" in work.scene.report.text[found[-1].end() : mention.at]:
        return None
    people = read_wording(found[-1].group())
    if people.role not in (*PERSONAL, "unnamed") and not LIKE_A_PERSON.search(people.low.removesuffix("s")):
        return None
    return settle(mention.again(found[-1].group(), found[-1].start()), work)


def _are_several(source: Source) -> bool:
    if ONE_OF.match(source.mention):
        return False
    head = re.sub(r"\w+['’]s? ", "", source.name.split(" of ")[0])
    return MANY.match(source.name) is not None or PLURAL.search(head) is not None


def named_next(mention: Mention, work: Work) -> Source | None:
    """ "its chairman" of the opening, whom the next sentence names without a post of his own: "Ulric Tasso told reporters"."""
    wording = mention.wording
    like_one = wording.role in (*PERSONAL, "unnamed") or (wording.role == "" and LIKE_A_PERSON.search(wording.low) is not None)
    one = like_one and not wording.head.endswith("s") and ONE_PERSON.match(wording.words)
    if not one or not wording.core[-1:].islower() or not wording.core.split()[-1].islower() or mention.at < 0:
        return None
    here, end = sentence_number(work, mention.at), mention.at + len(mention.source.mention)
    if here > OPENING:
        return None
    body = [each for each in people_named(work) if not each.headline]
    known = {each.name for each in body if each.start < end}
    new = [each for each in body if here < each.sentence <= here + 2 and each.name not in known and " " in each.name]
    first = new[0] if len({each.name for each in new}) == 1 else None
    if first is None or first.part != "subject" or not (_bare(first, work) or _doctor(first, wording.head, work)):
        return None
    found = settle(mention.again(first.name, first.start), work)
    return as_antecedent(found, f"“{wording.words}”: {first.name}, whom the next sentence names") if found.kind is Kind.PERSON else None


def body_next(mention: Mention, work: Work) -> Source | None:
    """ "its operator" of the opening, where the next sentence opens with a body that has not been named: "Corbel Pipelines closed"."""
    wording = mention.wording
    if wording.role != "company" or not wording.bare or wording.tail or mention.at < 0 or not ONE_PERSON.match(wording.words):
        return None
    here = sentence_number(work, mention.at)
    if here > OPENING:
        return None
    for passage in work.parsed.passages:
        for entity in passage.parse.ents:
            at = passage.block.span.start + entity.start_char
            if at > mention.at and sentence_number(work, at) == here + 1:
                return _body_at(mention, entity, at, work)
    return None


def _body_at(mention: Mention, entity: Words, at: int, work: Work) -> Source | None:
    """The body that opens its sentence and does something there, if it is new."""
    scene, name = work.scene, entity.text
    opens = entity.label_ in ("ORG", "PERSON") and entity.start == entity.sent.start and entity.root.dep_ in ("nsubj", "nsubjpass")
    known = name in scene.report.text[: mention.at] or folded(name.split()[-1]) in scene.people
    if not opens or known or scene.actors.actor(name) or scene.state_of(name):
        return None
    body = mention.again(name, at)
    found = settle(replace(body, source=replace(body.source, kind=Kind.ORGANISATION)), work)
    why = f"“{mention.wording.words}”: {found.name}, which the next sentence names"
    return as_antecedent(found, why) if found.kind is Kind.ORGANISATION else None


def _doctor(one: Standing, post: str, work: Work) -> bool:
    """ "The doctor said. … Dr Ada Frisch, medical officer of the club": the title is the post."""
    text = work.scene.report.text
    at = text.rfind(one.name, max(0, one.start - 60), one.start + 60)
    return at >= 0 and post in TITLES and text[:at].rstrip().endswith(TITLES[post])


def _bare(one: Standing, work: Work) -> bool:
    """Whether the name stands alone, without a post before or behind it."""
    text, last = work.scene.report.text, one.name.split()[-1]
    at = text.rfind(one.name.split()[0], max(0, one.start - 60), one.start + len(last))
    end = one.start + len(last)
    first = text[at:end].split()[0].casefold() if at >= 0 else ""
    alone = at >= 0 and BARE_BEFORE.search(text[max(0, at - 12) : at]) is not None and not DESCRIBED.match(text[end : end + 8])
    return alone and first not in role_words()["title"]


TITLES = {"doctor": ("Dr", "Dr."), "professor": ("Professor", "Prof", "Prof."), "surgeon": ("Dr", "Dr.", "Professor", "Mr")}
OPENING = 3  # sentences, the headline among them
