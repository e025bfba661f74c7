"""The rules that resolve one source, in the order in which they are tried; people, documents and unnamed sources are read here."""

import re

from whence.attribute.antecedents import definite_body, definite_person, definite_thing, pronoun
from whence.attribute.apposed import apposed, named_behind, person_behind, words_of
from whence.attribute.bodies import body, owned_by, owner_state, place, speaking_state
from whence.attribute.groups import body_of_group, described
from whence.attribute.headlines import headline_source
from whence.attribute.media import known_actor, medium, medium_behind, national_medium, state_medium
from whence.attribute.naming import Mention, Rule, Work, as_antecedent, make, settle, unnamed
from whence.attribute.people import only_person, person_name
from whence.attribute.posts import FORMER, PUBLIC, office_of, post_of
from whence.attribute.several import body_next, named_next, one_of
from whence.attribute.wording import PERSONAL, Wording
from whence.lexicons.actors import folded
from whence.lexicons.roles import says_role
from whence.model import Control, Source, SourceKind

Kind = SourceKind
OFFICIAL = re.compile(
    r"\b(?:officials?|diplomats?|ministers?|governments?|soldiers|officers?|commanders|intelligence|bosses|chiefs|prosecutors|ministry|army|military)\b"
)
COUNTED = re.compile(
    r"^(?:(?:at least |about |some |more than )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens"
    r"|several|many|some|most|few|other|one|another|both|a|an)\b)",
    re.I,
)
JOINED = re.compile(r"(?:he|she|they|it|we|i) (?:and|or)\b", re.I)
INSTITUTE = re.compile(r"\b(?:Center|Centre|Institute|Council|Bureau|Office|Agency|Foundation|Association|Laboratory) (?:for|of|on)\b")
ITS_REPORT = ("report", "article", "story", "bulletin")  # what "the report" is, once a medium has been named
NOBODYS = ("former", "senior", "our", "my", "state")  # words before a post that name no body: "our mayor", "the head of State"
PART = re.compile(r"(?:paragraph|article|clause|section|chapter) \d+$")
WHOLE = re.compile(r" (?:Communiqu[eé]|Treaty|Agreement|Accords?|Act|Charter|Declaration|Resolution|Convention|Protocol|Memorandum|Bill)$")
OPENING = re.compile(r"^(?:(?:The|When|In|Under|As|At|By|For|If|On|And|But) (?:the )?)+")
BY_MEDIUM = re.compile(r"^(?:by|from|in|of) (?:the )?(?P<name>.+)$")


def impersonal(mention: Mention, work: Work) -> Source | None:
    words = mention.wording.words
    if mention.source.kind is not Kind.IMPERSONAL and not (says_role("impersonal", words.casefold()) and len(words.split()) < 5):
        return None
    key = f"impersonal:{work.scene.report.id}:{folded(words)}"
    return make(mention, words, Kind.IMPERSONAL, f"“{words}” names nobody", key=key)


def nobody(mention: Mention, work: Work) -> Source | None:
    """ "neither X nor Y", "some", an empty mention."""
    words = mention.wording.words
    return unnamed(mention, work, "no words name it", words="somebody") if not words else None


def person(mention: Mention, work: Work) -> Source | None:
    """A person by full or last name, with titles off: "Chairman Tasso" → "Ulric Tasso"."""
    wording, scene = mention.wording, work.scene
    name = person_behind(mention, work) or person_name(mention, work)
    if not name:
        return None
    post = post_of(name, mention, work)
    reasons = [f"“{wording.words}”" + ("" if folded(name) == folded(wording.words) else f" is {name}")]
    actor = scene.actors.actor(name)
    if actor:
        name = actor.name
    key = folded(name)
    if known := scene.actors.person(name):
        name, key, post = known.name, known.id, office_of(known, post, scene)
    facts = {"key": key, "state": post.state, "country": post.country, "control": post.control, "part_of": post.part_of}
    return make(mention, name, Kind.PERSON, *reasons, *post.because, **facts)


def _is_named_so(wording: Wording, work: Work) -> bool:
    """ "the panel's counsel Doug Letter": a family name, no letter."""
    last = wording.core.split()[-1] if wording.core else ""
    return last[:1].isupper() and folded(last) in work.scene.people


def document(mention: Mention, work: Work) -> Source | None:
    """A report, filing or post; a document of a medium ("a Reuters report") is the medium."""
    wording = mention.wording
    if wording.role != "document" or _is_named_so(wording, work) or (wording.core[:1].isupper() and INSTITUTE.search(wording.core)):
        return None
    issuer = wording.owner or (
        re.sub(rf"\s*{re.escape(wording.head)}$", "", wording.core, flags=re.I) if any(c.isupper() for c in wording.core) else ""
    )
    if by := BY_MEDIUM.match(wording.tail):
        issuer = issuer or re.split(r",| citing | that | which | published | released ", by["name"])[0]
    if issuer and (issuer[:1].isupper() or issuer.casefold() in ("its", "his", "her", "their", "the ministry", "ministry")):
        at = mention.at + max(0, mention.source.mention.find(issuer))
        who = settle(mention.again(issuer, at), work)
        if who.kind is Kind.MEDIUM and wording.head in ("report", "reports", "article", "editorial", "analysis"):
            return as_antecedent(who, f"“{wording.words}”: what {who.name} published")
        if who.named:
            return make(
                mention,
                f"{wording.head} of {who.name}",
                Kind.DOCUMENT,
                f"“{wording.words}”: issued by {who.name}",
                *who.because,
                key=f"{who.key} {wording.head}",
                country=who.country,
                state=who.state,
                control=who.control,
                part_of=(who.key, *who.part_of),
            )
    its = wording.definite and wording.bare and wording.head in ITS_REPORT
    last = next(iter(work.before(mention.at, Kind.DOCUMENT, Kind.MEDIUM)), None) if its else None
    if last is not None and last.kind is Kind.MEDIUM:
        return as_antecedent(last, f"“{wording.words}”: what {last.name} published")
    for source in work.before(mention.at, Kind.DOCUMENT) if wording.definite and wording.bare else []:
        if wording.head.rstrip("s") in source.mention.casefold():
            return as_antecedent(source, f"“{wording.words}”: “{source.mention}” before it")
    key = f"{work.scene.report.id}:{folded(wording.words)}" if not any(c.isupper() for c in wording.core) else folded(wording.core)
    return make(mention, wording.named, Kind.DOCUMENT, f"“{wording.head}” is a document", key=key)


def part_of_document(mention: Mention, work: Work) -> Source | None:
    """ "paragraph 9", "Article 3": of the last treaty or communiqué that the report names."""
    if not PART.match(mention.wording.low):
        return None
    names = [named for named in work.scene.names if WHOLE.search(named.words) and (mention.at < 0 or named.start < mention.at)]
    words = re.sub(r"^of (?:the )?", "", mention.wording.tail) if not names and mention.wording.tail[:1].isupper() else ""
    name = words or (OPENING.sub("", names[-1].words) if names else "")
    why = f"“{mention.wording.words}”: of {name}"
    return make(mention, f"{mention.wording.core} of the {name}", Kind.DOCUMENT, why, key=folded(name)) if name else None


def group(mention: Mention, work: Work) -> Source | None:
    """Officials, sources, analysts: people without names. Their country is kept, and the state where they serve it."""
    wording = mention.wording
    crowd = wording.role == "unnamed" or (
        COUNTED.match(wording.words) and wording.role in ("", "person", "leader", "head", "speaker", "medium")
    )
    if not crowd or (
        not (COUNTED.match(wording.words) and wording.role in ("medium", ""))
        and wording.core[:1].isupper()
        and wording.role != "unnamed"
        and " " in wording.core
        and not wording.low.split()[0].endswith("s")
    ):
        return _anonymous(mention, work)
    state, why = owner_state(mention, work)
    serves = OFFICIAL.search(wording.low) is not None
    if not state and serves and re.search(r"\b(?:government|intelligence|military|defen[cs]e)\b", wording.low) and wording.definite:
        state, why = speaking_state(mention.at, work)
    body = None if state else body_of_group(mention, work)
    if body:
        state, why = body.country, f"“{body.mention}” is {body.name}"
    former = FORMER.search(wording.core) is not None
    reasons = ["nobody is named", *described(mention, work)]
    reasons += [f"of {work.scene.state_name(state)}: {why}"] if state else []
    speaks = body.control in PUBLIC and body.state is not None if body else serves
    for_state = state if speaks and not former else None
    facts = {"country": state, "state": for_state, "control": Control.GOVERNMENT if for_state else Control.UNKNOWN}
    return unnamed(mention, work, *reasons, words="", **facts)


def _anonymous(mention: Mention, work: Work) -> Source | None:
    """ "a Castor spokesman", "his agent", "the ministry's spokeswoman": nobody's name, but somebody's voice."""
    wording = mention.wording
    if wording.role not in PERSONAL or mention.source.kind not in (Kind.PERSON, Kind.UNNAMED, Kind.ORGANISATION):
        return None
    whose = (
        wording.owner or re.sub(rf"\s*{re.escape(wording.head)}$", "", wording.core, flags=re.I)
        if (wording.owner or any(c.isupper() for c in wording.core))
        else ""
    )
    whose = whose or (m[1] if (m := re.match(r"(?:for|of|at) (?:the )?(.+)", wording.tail)) else "")
    if not whose or whose.casefold() in NOBODYS or JOINED.match(whose) or _is_a_name(wording) or _are_many(wording):
        return None
    who = settle(mention.again(whose, mention.at), work)
    if not who.named:
        return None
    speaks = wording.role == "speaker"
    state = work.scene.state_of(whose)
    kind = Kind.PERSON
    why = f"“{wording.words}”: {'speaks for' if speaks else 'of'} {who.name}"
    part_of = (who.key, *who.part_of) if speaks or wording.role in ("leader", "head") else ()
    facts = {"country": who.country or state, "state": who.state if speaks or wording.role == "leader" else None}
    control = who.control if speaks or wording.role == "leader" else Control.UNKNOWN
    return make(
        mention,
        f"{wording.head} of {who.name}",
        kind,
        why,
        *who.because,
        key=f"{who.key} {wording.head}",
        control=control,
        part_of=part_of,
        **facts,
    )


def _are_many(wording: Wording) -> bool:
    """ "Republican senators": several people, none of them named."""
    return wording.head.endswith("s") and wording.role in ("person", "leader", "head") and wording.head not in ("chairs", "boss")


def _is_a_name(wording: Wording) -> bool:
    """ "the Gun Owners of America": a body, not the owners of Gun."""
    first = wording.core.split(" of ")[0].split()
    plural = wording.head.split(" ")[0].endswith("s") or first[-1].endswith("s")
    return len(first) > 1 and plural and first[-1][:1].isupper() and first[-2][:1].isupper() and wording.role != "speaker"


def owned_body(mention: Mention, work: Work) -> Source | None:
    """ "Clinton's campaign", "his office": a body named after its owner."""
    wording = mention.wording
    if not wording.owner or wording.role in ("", "unnamed", "document", *PERSONAL):
        return None
    who = settle(mention.again(wording.owner, mention.at), work)
    if not who.named:
        return None
    name = f"{owned_by(who.name)} {wording.core}"
    return make(
        mention,
        name,
        Kind.ORGANISATION,
        f"“{wording.words}”: of {who.name}",
        *who.because,
        key=f"{who.key} {wording.low}",
        country=who.country,
        state=who.state,
        control=who.control,
        part_of=(who.key, *who.part_of),
    )


RULES: tuple[Rule, ...] = (
    nobody,
    impersonal,
    headline_source,
    one_of,
    pronoun,
    medium_behind,
    named_behind,
    words_of,
    part_of_document,
    definite_body,
    definite_thing,
    definite_person,
    known_actor,
    state_medium,
    national_medium,
    apposed,
    place,
    medium,
    person,
    document,
    only_person,
    named_next,
    body_next,
    group,
    body,
    owned_body,
)
