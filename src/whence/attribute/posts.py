"""A person's post, from the words beside the name anywhere in the report: whom he leads or speaks for, and so of which state he is."""

import re
from dataclasses import dataclass, replace

from whence.attribute.bodies import owner_state
from whence.attribute.media import needs_article
from whence.attribute.naming import Mention, Work, settle
from whence.attribute.scene import Scene
from whence.attribute.wording import BODIES, Wording, read_wording
from whence.lexicons.actors import Person, folded
from whence.lexicons.roles import role_pattern, role_words
from whence.model import Control, Source, SourceKind

BESIDE = 90  # characters looked at on either side of a name
POST = ("speaker", "leader", "head")
CLAUSE = re.compile(
    r", (?:who|and|but|is|was|has|had|will|would)\b"
    r"|\b(?:said|told|says|reports?|reported|added|warned|announced|denied|confirmed|has|had|that)\b"
)
ENDS = re.compile(
    r"(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Rep)(?<!Gen)(?<!Gov)\."
    r"|[;:“”\"\n—―]|\s[-–]{1,2}\s|\b\d{4}\b|\b(?:said|says|told|that|when|after|before|and then)\b"
)
FORMER = re.compile(r"\b(?:former|formerly|ex|one-?time|then|retired|ousted|late|previous)\b", re.I)
NATIONAL = re.compile(
    r"(?:president|prime minister|premier|chancellor|king|queen|emir|sultan"
    r"|(?:foreign|defen[cs]e|interior|finance) minister|foreign secretary)"
)
NO_BODY = frozenset(  # "chief of staff", "secretary of state"
    "staff station state defense defence security operations communications intelligence research policy information mission government"
    " sales development marketing engineering general solicitor".split()
)
TRAILING = re.compile(
    r"\s+(?:national|senior|deputy|executive|managing|communications?|political|policy|press|vice|interim|regional|chief|finance|founding|associate"
    r"|assistant|media|digital|general|majority|minority|democratic|republican)$",
    re.I,
)
OPENING = re.compile(r"^(?:after|before|when|as|while|with|for|on|in|at|to|but|and)\s+", re.I)
HANGS_ON = re.compile(r"(?:^|\b)(?:of|to|by|with|for|from|after|before|in|on|and|as|that|when)$", re.I)
BY_TRADE = re.compile(
    r"(?:lawyer|analyst|economist|strategist|engineer|researcher|professor|doctor|attorney|member|reporter|correspondent|owner)$"
)
PUBLIC = (Control.GOVERNMENT, Control.MILITARY, Control.STATE_MEDIUM)


@dataclass(frozen=True, slots=True)
class Post:
    state: str | None = None
    country: str | None = None
    control: Control = Control.UNKNOWN
    part_of: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    former: bool = False


NONE = Post()


MINISTER = re.compile(r"\bminister|\bsecretary", re.I)


def post_of(name: str, mention: Mention, work: Work) -> Post:
    """The first post that the report gives the person, in the order of the text."""
    text, last = work.scene.report.text, name.split()[-1]
    spots = [m.start() for m in re.finditer(re.escape(name), text)] or [m.start() for m in re.finditer(rf"\b{re.escape(last)}\b", text)][:3]
    best = NONE
    if mention.at >= 0 and (inside := mention.source.mention.find(last)) >= 0:
        spots = [*spots[:3], mention.at + inside]  # its own title: "President Orle"
    for start in spots[:4]:
        for words, at, side in _beside(text, start, start + len(name if text.startswith(name, start) else last)):
            found = _read_post(words, at, side, mention, work)
            if found.part_of or found.state:
                return found
            best = best if best.because else found
    return best


def _beside(text: str, start: int, end: int) -> list[tuple[str, int, str]]:
    """The words before the name up to a stop, and those after a comma, "of" or a bracket."""
    left = max(0, start - BESIDE)
    before = text[left:start]
    for stop in ENDS.finditer(before):
        left = start - len(before) + stop.end() if stop.end() < len(before) else left
    window = text[max(left, start - BESIDE) : start].rstrip(" ,")
    after = text[end : end + BESIDE]
    found = [(window.strip(), start - len(text[max(left, start - BESIDE) : start]), "before")] if window.strip() else []
    if follows := re.match(r"(?:, (?:the |a |an |its |their |who is |who )?| \(|, )(?P<post>[^.;:“”\"\n]+)", after):
        found.append((re.split(CLAUSE, follows["post"])[0].strip(" ,)"), end + follows.start("post"), "after"))
    elif follows := re.match(
        r" (?P<post>of (?:the )?[A-Z][^,.;:“”\"\n]+?)(?= (?:said|told|says|has|had|was|is|warned|added)\b|[,.;:“”\"\n])", after
    ):
        found.append((f"member {follows['post']}", end, "after"))
    return found


def _read_post(words: str, at: int, side: str, mention: Mention, work: Work) -> Post:
    """ "Interior Ministry spokesman", "director general of the IAEA", "North Korean leader": body and role."""
    found = _find_role(words, side)
    if found is None:
        return NONE
    words, role = found
    title, because = role.group(), f"called “{words}”"
    if FORMER.search(words[: role.start()]):
        return _former(words, at, because, mention, work)
    speaker = bool(role_pattern("speaker").fullmatch(title))
    leader = bool(role_pattern("leader").fullmatch(title))
    whole, named, behind = _body_words(words, role, side)
    if speaker and (person := _whose(named, at, mention, work)):
        return Post(person.state, person.country, person.control, (person.key, *person.part_of), (because, *person.because))
    if leader and (state := _state(words, at, mention, work)) and (not named or _is_state(whole, work)):
        return Post(state, state, Control.GOVERNMENT, (state,), (because,))
    if not named and leader and side == "before" and NATIONAL.fullmatch(title) and (state := work.scene.home):
        return Post(state, state, Control.GOVERNMENT, (state,), (because, f"of {work.scene.state_name(state)}: {work.scene.home_because}"))
    if not behind and BY_TRADE.search(title) and not _is_known_body(named, work):
        return Post(because=(because,))
    named = f"the {named}" if named.islower() and " " not in named else named
    if named and named.casefold() not in ("the", "the a", "a", "an", *NO_BODY) and (body := _body(named, at, mention, work)):
        public = body.control in PUBLIC
        if MINISTER.search(title) and body.name.endswith(" Party"):  # a Labour Minister is minister of labour
            return Post(because=(because,))
        return Post(body.state if public else None, body.country, body.control, (body.key, *body.part_of), (because, *body.because))
    if speaker and not named and (body := _last_body(at, work)):
        return Post(body.state, body.country, body.control, (body.key, *body.part_of), (because, f"speaks for {body.name}, named before"))
    return Post(because=(because,))


def _find_role(words: str, side: str) -> tuple[str, re.Match[str]] | None:
    """The words of the post, from the last joint on, and the role in them; None where the role is somebody else's."""
    low = words.casefold().replace("’", "'")
    found = list(role_pattern(*POST).finditer(low))
    if not found:
        return None
    role = found[-1] if not low[found[-1].end() :].strip() or len(found) == 1 else found[0]
    rest, body_follows = low[role.end() :].strip(" ,"), re.match(r"\s*(?:of|for|at|in|with|from) ", low[role.end() :])
    if side == "before" and not body_follows and any(word.strip(".,") not in role_words()["title"] for word in rest.split()):
        return None
    if side == "after" and len(low[: role.start()].split()) > 5:
        return None
    return _nearest(words, role)


def _body_words(words: str, role: re.Match[str], side: str) -> tuple[str, str, bool]:
    """The words that name the body, as they stand and bare; and whether they stand behind the role."""
    before = re.split(r", | by | with | from | to | in |^said |^says ", words[: role.start()])[-1].strip(" ,")
    after = re.match(r"\s*(?:of|for|at|in|with|from) (?:the )?(?P<body>[^,;]+)", words[role.end() :])
    if after and after["body"].split()[0].casefold() in NO_BODY:
        after = None
    whole = after["body"] if after else before.removesuffix("'s").removesuffix("’s")
    named = re.split(r"['’]s ", whole)[0]
    named = re.sub(r"^(?:the|a|an|its|their|his|her|deputy|acting|senior|chief)\s+", "", named, flags=re.I)
    named = re.split(r" (?:last|this|next|after|before|who|where|until|since) ", OPENING.sub("", named))[0]
    while named != (named := TRAILING.sub("", named)):
        pass
    if side == "before" and not after and HANGS_ON.search(named):
        named = ""
    return whole, named, after is not None


APART = re.compile(r",? and (?=[A-ZÀ-Þ])|, (?:and |but )?|(?<![A-Z]) (?:with|by|warned|told|met|from) ")


def _nearest(words: str, role: re.Match[str]) -> tuple[str, re.Match[str]]:
    """The words from the last joint before the role on: of "U.S. President Orle and Tarvia's President" the last two."""
    joint = max((match.end() for match in APART.finditer(words, 0, role.start())), default=0)
    again = re.compile(rf"(?<![\w-]){re.escape(role.group())}(?![\w-])").search(words[joint:].casefold().replace("’", "'"))
    return (words[joint:], again) if again else (words, role)


def _former(words: str, at: int, because: str, mention: Mention, work: Work) -> Post:
    """ "a former British ambassador": of the country, and speaks for nobody now."""
    state = _state(words, at, mention, work)
    return Post(country=state, because=(because, "no longer in that post"), former=True)


def _whose(named: str, at: int, mention: Mention, work: Work) -> Source | None:
    """The person whose spokesman it is: "Putin spokesman"."""
    if not named or folded(named.split()[-1]) not in work.scene.people or " for " in named:
        return None
    person = settle(Mention(Source(named, SourceKind.PERSON, named), at, read_wording(named)), work)
    return person if person.kind is SourceKind.PERSON else None


def _is_known_body(named: str, work: Work) -> bool:
    wording = read_wording(named)
    return bool(named) and (work.scene.actors.actor(named) is not None or wording.role in BODIES)


def _is_state(words: str, work: Work) -> bool:
    scene = work.scene
    parts = re.findall(r"[A-ZÀ-Þ][\w-]*", words)
    return any(scene.state_of(" ".join(parts[i:j])) is not None for i in range(len(parts)) for j in range(i + 1, len(parts) + 1))


def _state(words: str, at: int, mention: Mention, work: Work) -> str | None:
    """Of several states the one right before the role: "the U.S. ambassador to Tarvia" is American."""
    role = role_pattern("leader").search(words.casefold())
    for part in (words[: role.start()], words[role.end() :]) if role else (words,):
        if role and part == words[role.end() :] and not re.match(r"\s+(?:of|for|in)\b|['’]s\b", part):
            continue
        state, _ = owner_state(Mention(mention.source, at, Wording(part, part, part.casefold(), part)), work)
        if state:
            return state
    return None


def _body(named: str, at: int, mention: Mention, work: Work) -> Source | None:
    wording = read_wording(named)
    actor = work.scene.actors.actor(named) or (work.scene.actors.actor(wording.core) if wording.core[:1].isupper() else None)
    if actor and needs_article(actor, wording):
        actor = None
    if (
        not actor
        and wording.role not in ("government", "military", "authority", "company", "civil", "medium", "state_medium")
        and not named[:1].isupper()
    ):
        return None
    if folded(wording.core.split()[-1] if wording.core else "") in work.scene.people:
        return None
    known = next((done for start, done in work.done if folded(done.mention) == folded(named)), None)
    body = known or settle(Mention(Source(named, SourceKind.ORGANISATION, named), at, wording), work)
    if (
        body.control is Control.UNKNOWN
        and not actor
        and ((folded(named) in work.scene.lands and not named.isupper()) or re.search(r" (?:and|or) ", named))
    ):
        return None
    return body if body.kind in (SourceKind.ORGANISATION, SourceKind.MEDIUM) else None


def _last_body(at: int, work: Work) -> Source | None:
    return next((s for s in work.before(at, SourceKind.ORGANISATION) if s.control is not Control.UNKNOWN), None)


def office_of(person: Person, post: Post, scene: Scene) -> Post:
    """What the lexicon knows of somebody, where the report does not say more: whom the office speaks for, in the years that it was held.

    Of a report without a date only somebody who is called by a title is taken to be in office.
    """
    country = person.country or post.country
    if post.former or not person.of:
        return replace(post, country=country)
    ours = not post.state or post.state == person.country or not person.country
    post = post if ours else Post(because=post.because)  # another's title stands beside the name
    year = scene.report.published.year if scene.report.published else None
    held = person.in_office(year) if year else bool(post.because)
    if post.part_of and not held:
        return replace(post, country=country)
    why = f"{person.name} is in the lexicon: {person.post}" + (f", {country}" if country else "")
    if not held:
        when = f"not in office in {year}" if year else "the report has no date and gives no title: not taken to be in office"
        return replace(post, country=country, because=(*post.because, why, when))
    body = scene.actors.actors.get(person.of[0])
    state = body.state if body else person.of[0]
    control = body.control if body else Control.GOVERNMENT
    return Post(state, country, control, person.of, (*post.because, why))
