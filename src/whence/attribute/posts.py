"""A person's post, from the words beside the name anywhere in the report: whom he leads or speaks for, and so of which state he is."""

import re
from dataclasses import dataclass

from whence.attribute.bodies import owner_state
from whence.attribute.media import needs_article
from whence.attribute.naming import Mention, Work, settle
from whence.attribute.wording import Wording, read_wording
from whence.lexicons.actors import folded
from whence.lexicons.roles import role_pattern, role_words
from whence.model import Control, Source, SourceKind

BESIDE = 90  # characters looked at on either side of a name
POST = ("speaker", "leader", "head")
CLAUSE = re.compile(r", (?:who|and|but)\b|\b(?:said|told|says|reports?|reported|added|warned|announced|denied|confirmed|has|had|that)\b")
ENDS = re.compile(r"[.;:“”\"\n—―]|\s[-–]{1,2}\s|\b\d{4}\b|\b(?:said|says|told|that|when|after|before|and then)\b")
PUBLIC = (Control.GOVERNMENT, Control.MILITARY, Control.STATE_MEDIUM)


@dataclass(frozen=True, slots=True)
class Post:
    state: str | None = None
    country: str | None = None
    control: Control = Control.UNKNOWN
    part_of: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


NONE = Post()


def post_of(name: str, mention: Mention, work: Work) -> Post:
    """The first post that the report gives the person, in the order of the text."""
    text, last = work.scene.report.text, name.split()[-1]
    spots = [m.start() for m in re.finditer(re.escape(name), text)] or [m.start() for m in re.finditer(rf"\b{re.escape(last)}\b", text)][:3]
    best = NONE
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
    low = words.casefold().replace("’", "'")
    found = list(role_pattern(*POST).finditer(low))
    if not found:
        return NONE
    role = found[-1] if not low[found[-1].end() :].strip() or len(found) == 1 else found[0]
    rest, body_follows = low[role.end() :].strip(" ,"), re.match(r"\s*(?:of|for|at|in|with|from) ", low[role.end() :])
    if side == "before" and not body_follows and any(word.strip(".,") not in role_words()["title"] for word in rest.split()):
        return NONE
    if side == "after" and len(low[: role.start()].split()) > 5:
        return NONE
    title = role.group()
    because = f"called “{words}”"
    before = re.split(r", | by | with | from | to | in |^said |^says ", words[: role.start()])[-1].strip(" ,")
    after = re.match(r"\s*(?:of|for|at|in|with|from) (?:the )?(?P<body>[^,;]+)", words[role.end() :])
    speaker = bool(role_pattern("speaker").fullmatch(title))
    leader = bool(role_pattern("leader").fullmatch(title))
    named = after["body"] if after else before.removesuffix("'s").removesuffix("’s")
    whole, named = named, re.split(r"['’]s ", named)[0]
    named = re.sub(r"^(?:the|a|an|its|their|his|her|former|ex-|deputy|acting|senior|chief)\s+", "", named, flags=re.I)
    if leader and (state := _state(words, at, mention, work)) and (not named or _is_state(whole, work)):
        return Post(state, state, Control.GOVERNMENT, (state,), (because,))
    if named.islower() and len(named.split()) == 1:
        named = f"the {named}"
    if named and named.casefold() not in ("the", "the a", "a", "an") and (body := _body(named, at, mention, work)):
        public = body.control in PUBLIC
        return Post(body.state if public else None, body.country, body.control, (body.key, *body.part_of), (because, *body.because))
    if speaker and not named and (body := _last_body(at, work)):
        return Post(body.state, body.country, body.control, (body.key, *body.part_of), (because, f"speaks for {body.name}, named before"))
    return Post(because=(because,))


def _is_state(words: str, work: Work) -> bool:
    scene = work.scene
    parts = re.findall(r"[A-ZÀ-Þ][\w-]*", words)
    return any(scene.state_of(" ".join(parts[i:j])) is not None for i in range(len(parts)) for j in range(i + 1, len(parts) + 1))


def _state(words: str, at: int, mention: Mention, work: Work) -> str | None:
    state, _ = owner_state(Mention(mention.source, at, Wording(words, words, words.casefold(), words)), work)
    return state


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
    return body if body.named and body.kind is not SourceKind.PERSON else None


def _last_body(at: int, work: Work) -> Source | None:
    return next((s for s in work.before(at, SourceKind.ORGANISATION) if s.control is not Control.UNKNOWN), None)
