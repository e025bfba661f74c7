"""Rules for media: agencies and outlets by name, "its state news agency", and what the text says of whose they are."""

import re
from itertools import islice

from whence.attribute.bodies import OF_GOVERNMENT, body_name, medium_state, owner_state
from whence.attribute.naming import Mention, Work, from_actor, make, settle
from whence.attribute.scene import CAPITAL, Scene
from whence.attribute.wording import Wording, read_wording
from whence.lexicons.actors import Actor, folded, same_outlet
from whence.lexicons.first_names import sex_of
from whence.lexicons.roles import role_words
from whence.model import Control, Source, SourceKind

Kind = SourceKind
NOT_MEDIA = ("person", "speaker", "head", "leader", "unnamed", "document")
NOBODY = Source("", Kind.MEDIUM, "")
MEDIUM_NAME = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|News|Gazette|Journal|Daily|Ledger|Mirror|Echo|Courier|Mail|Telegraph|Chronicle|Star|Globe|Radio|TV|Television"
    r"|Broadcasting|Observer|Examiner|Standard|Register|Dispatch|Sentinel|Wire|Press|Newswire|Tribuna|Zeitung|Online|Weekly|Review|Monitor|Clarion|Beacon|Argus|Bugle|Inquirer|Lantern)\b|^RTV|\bTV\b"
)
KIND_OF_MEDIUM = (
    r"(?:news agency|press agency|news service|agency|television|TV|broadcaster|radio|channel|daily|newspaper|paper"
    r"|weekly|tabloid|website|news site|magazine|outlet)"
)
WEAK = re.compile(
    r"^(?:[Oo]fficial|[Ss]tate|state-run|state-owned|state-controlled|independent|private|privately owned|public|local|daily"
    r"|weekly|[Tt]he|news|opposition|foreign|respected|leading|national|popular)\s+"
)
OPEN_LOW = re.compile(r"^(?:[a-z][\w-]* )+(?=[A-ZÀ-Þ]\S* [A-ZÀ-Þ])")  # "the conservative Vell Courier"
EDITION = re.compile(r"^(?P<medium>[A-Z][\w&. ]*?)(?P<owns>['’]s?)? (?P<rest>[“\"]?[A-Z].*)$")


def known_actor(mention: Mention, work: Work) -> Source | None:
    """A name of the lexicon, with or without "the … agency" around it; a longer name in the text goes first ("the Observer")."""
    wording, scene = mention.wording, work.scene
    if wording.owner and not scene.actors.actor(f"{wording.owner}'s {wording.core}"):
        return edition(mention, work)
    full = wording.words if wording.owner else wording.core
    if longer := longer_name(full, scene):
        return settle(mention.again(longer, mention.at), work)
    for words in (full, f"{wording.core} {'of ' + wording.tail if wording.tail else ''}".strip(), *_stripped(full), OPEN_LOW.sub("", full)):
        if longer := full_name(words, scene):
            return settle(mention.again(longer, mention.at), work)
        actor = scene.actors.actor(words)
        if actor and (needs_article(actor, wording) or _elsewhere(actor, words, scene)):
            continue
        if actor and not _is_family(words, actor, mention, scene):
            return from_actor(mention, actor, f"“{mention.wording.words}”")
    return edition(mention, work)


def edition(mention: Mention, work: Work) -> Source | None:
    """ "POLITICO Florida", "NBC's “Today”": an edition or programme of a medium that the lexicon has."""
    words, scene = mention.wording.words, work.scene
    found = EDITION.match(words)
    if not found or mention.wording.role not in ("", "medium") or not (found["owns"] or found["medium"].isupper()):
        return None
    actor = scene.actors.actor(found["medium"])
    rest = [word.strip('“”"') for word in found["rest"].split()]
    if not actor or actor.kind is not Kind.MEDIUM or folded(rest[-1]) in scene.people or not all(word[:1].isupper() for word in rest):
        return None
    return from_actor(mention, actor, f"“{words}” is of {actor.name}")


def _elsewhere(actor: Actor, words: str, scene: Scene) -> bool:
    """ "The Department of Health" of an Irish paper is not the American one; "Lena" is no news agency."""
    if words.istitle() and sex_of(words) and words not in (actor.name, *actor.aliases):
        return True
    plain = OF_GOVERNMENT.search(folded(words)) is not None
    return plain and scene.home is not None and scene.home != actor.country


def _is_family(words: str, actor: Actor, mention: Mention, scene: Scene) -> bool:
    """ "Bloomberg" of a report on Michael Bloomberg, "Ford" of one on Rob Ford: the person, unless it is called a medium."""
    low = folded(words)
    if " " in low or low not in scene.people:
        return False
    return actor.kind is not Kind.MEDIUM or (
        scene.alone[low] > 0 and mention.wording.role != "medium" and mention.source.kind is Kind.PERSON
    )


def needs_article(actor: Actor, wording: Wording) -> bool:
    """ "The Athletic" is an outlet, "Athletic" a club."""
    return actor.name.startswith("The ") and " " not in wording.core and not wording.definite and folded(actor.name) == folded(wording.core)


def _stripped(words: str) -> list[str]:
    """The name without words of kind around it: "the official Kestrel agency" → "Kestrel"."""
    made, now = [], words
    while (shorter := WEAK.sub("", now)) != now:
        made.append(now := shorter)
    shorter = re.sub(rf"\s+(?:state |official )?{KIND_OF_MEDIUM}$", "", now)
    shorter = re.sub(rf"^(?:state |official )?{KIND_OF_MEDIUM}\s+(?=[A-Z@])", "", shorter)
    if shorter and shorter != now:
        made.append(shorter)
    return [name for name in made if read_is_name(name)]


def longer_name(words: str, scene: Scene) -> str | None:
    """ "Corvane" where the report has "Corvane Mutual", "the Reserve Bank" where it has "Reserve Bank of Halvern"; no people, no states."""
    low = folded(words)
    person = low in scene.people or scene.alone[low] > 1 or scene.actors.family(words)
    if person or scene.state_of(words) or scene.seat_of(words) or not words[:1].isupper() or words.isupper():
        return None
    single = " " not in low
    known = scene.actors.actor(words)
    for named in scene.wordings:
        run = named.removeprefix("The ")
        long = folded(run)
        if (
            long == low
            or "-" in run
            or not (long.startswith(f"{low} of ") or (single and len(run.split()) < 4 and low in (long.split()[0], long.split()[-1])))
        ):
            continue
        other = scene.actors.actor(run)
        if single and other and other.kind is Kind.MEDIUM and long.endswith(f" {low}") and (not known or known.kind is Kind.MEDIUM):
            return run
        if (known and other) or (
            single
            and (folded(run.split()[-1]) in scene.people or MEDIUM_NAME.search(run) or run.split()[0].casefold() in role_words()["title"])
        ):
            continue
        if single and not known and long.endswith(f" {low}"):
            continue
        return run.title() if run.isupper() else run
    return None


def full_name(words: str, scene: Scene) -> str | None:
    """The long form that the report gives for a short one: "COG", or "the Observer" in a report that has the Pell Bay Observer."""
    low = folded(words)
    if low in scene.short:
        return scene.short[low]
    outlet = scene.report.outlet or ""
    if " " not in low and low not in scene.people and words[:1].isupper():
        for name in (outlet, *scene.wordings):
            parts = folded(name).split()
            if 1 < len(parts) < 6 and parts[-1] == low and MEDIUM_NAME.search(name) and not scene.actors.actor(name):
                return name.removeprefix("The ")
    return None


# ------------------------------------------------------------------------------------------------------------------------ media


CAPITALS = re.compile(rf"^ ({CAPITAL}(?: {CAPITAL})*)")
BEHIND = re.compile(rf"^(?:[Tt]he )?({CAPITAL}(?:(?: (?:of|the|de|and|&))* {CAPITAL})*)(?=$|,| \()")


def medium_behind(mention: Mention, work: Work) -> Source | None:
    """ "our sister paper, the Vell Courier", "the state news agency, SNA": the name stands behind what it is."""
    wording = mention.wording
    if wording.role not in ("medium", "state_medium") or any(c.isupper() for c in wording.core) or not (name := BEHIND.match(wording.tail)):
        return None
    if (
        not re.search(r",\s*(?:the )?" + re.escape(name[1]), wording.words, re.I)
        or _is_person(name[1], work)
        or work.scene.state_of(name[1])
    ):
        return None
    return medium_named(mention, name[1], work)


def state_medium(mention: Mention, work: Work) -> Source | None:
    """ "its state news agency", "state media", "the state news agency X": the medium of a state."""
    wording, scene = mention.wording, work.scene
    if wording.role != "state_medium":
        return None
    for words in _stripped(wording.core):
        if not scene.state_of(words):
            return medium_named(mention, words, work)
    after = scene.report.text[mention.at + len(mention.source.mention) :][:LOOKED_AT] if mention.at >= 0 else ""
    if (follows := CAPITALS.match(after)) and (actor := scene.actors.actor(follows[1])) and actor.kind is Kind.MEDIUM:
        return from_actor(mention, actor, f"“{wording.words}” {actor.name}")
    state, why = owner_state(mention, work)
    if not state:
        state, why = medium_state(mention.at, work)
    reasons = [f"“{wording.head}” is a medium that a state controls", *([f"of {scene.state_name(state)}: {why}"] if state else [])]
    if named := _named_medium_of(state, wording, mention.at, work):
        return named
    key = f"{state} {wording.head}" if state else f"{scene.report.id}:{wording.head}"
    facts = {"key": key, "country": state, "state": state, "control": Control.STATE_MEDIUM, "part_of": (state,) if state else ()}
    return make(mention, body_name(wording, state, scene), Kind.MEDIUM, *reasons, **facts)


def national_medium(mention: Mention, work: Work) -> Source | None:
    """ "Velmarch's news agency", "Dorrania's public radio": a medium known only by its country. A country's own agency is its state's."""
    wording, scene = mention.wording, work.scene
    if (
        wording.role != "medium"
        or not (wording.owner or wording.definite)
        or not wording.low.islower()
        or wording.core != wording.core.lower()
    ):
        return None
    state = scene.state_of(wording.owner) if wording.owner else None
    if wording.owner.casefold() in ("its", "their"):
        state, _ = owner_state(mention, work)
    if not state:
        return None
    agency = wording.head in ("news agency", "agency")
    if agency and (named := _named_medium_of(state, wording, mention.at, work)):
        return named
    why = f"“{wording.words}”: a medium of {scene.state_name(state)}" + (
        ", taken to be its state's: it has no other name (inferred)" if agency else ""
    )
    control = Control.STATE_MEDIUM if agency else Control.OUTLET
    facts = {"key": f"{state} {wording.low}", "country": state, "control": control, "state": state if agency else None}
    return make(mention, body_name(wording, state, scene), Kind.MEDIUM, why, part_of=(state,) if agency else (), **facts)


def read_is_name(words: str) -> bool:
    return words[:1].isupper() and not re.match(
        r"(?:State|Official|News|Media|Television|Press|Some|Several|Many|Most|Two|Three|Other|Local|Foreign|Western|International)\b",
        words,
    )


def _named_medium_of(state: str | None, wording: Wording, at: int, work: Work) -> Source | None:
    """The one agency or broadcaster of this state that the report names, where the words ask for one."""
    want = next(
        (kind for kind in ("agency", "television", "tv", "broadcaster", "radio", "daily", "newspaper") if kind in wording.low), None
    )
    if not want:
        return None
    text, scene = work.scene.report.text, work.scene
    for named in scene.names:
        actor = scene.actors.actor(named.words)
        if (
            actor
            and actor.control is Control.STATE_MEDIUM
            and actor.state == state
            and want == "agency"
            and "agency" in " ".join(actor.aliases).casefold()
        ):
            return from_actor(Mention(NOBODY, at, wording), actor, f"the {want} of {scene.state_name(state or '')} that the report names")
    if want != "agency":
        return None
    if found := re.search(r"\b(?:the )?([A-Z][A-Za-z]*[A-Z]A?|[A-Z][a-z]+) (?:news )?agency\b", text):
        others = scene.actors.actor(found[1])
        if not others and read_is_name(found[1]) and not scene.state_of(found[1]):
            return make(
                Mention(NOBODY, at, wording),
                full_name(found[1], scene) or found[1],
                Kind.MEDIUM,
                f"the only agency that the report names, {found[1]}",
                key=folded(found[1]),
                country=state,
                state=state,
                control=Control.STATE_MEDIUM,
                part_of=(state,) if state else (),
            )
    return None


def medium(mention: Mention, work: Work) -> Source | None:
    """An outlet by its name, or "a Reuters report", "the daily X"; "a newspaper" stays unnamed."""
    wording = mention.wording
    if (wording.owner and not MEDIUM_NAME.search(wording.core)) or (
        wording.role in NOT_MEDIA and not MEDIUM_NAME.search(wording.head.title())
    ):
        return None
    scene = work.scene
    if re.search(r" [a-z]", wording.core) and folded(wording.core.split()[-1]) in scene.people:
        return None  # "Daily News opinion editor Arno Belk"
    stripped = [words for words in _stripped(wording.core) if not scene.state_of(words)]
    name = next((words for words in reversed(stripped) if folded(words) in scene.media), stripped[0] if stripped else wording.core)
    called = folded(name) in scene.media or wording.role == "medium" or re.match(KIND_OF_MEDIUM + r"\s+[A-Z]", wording.core)
    if not (called or MEDIUM_NAME.search(wording.core) or mention.source.kind is Kind.MEDIUM):
        return None
    if not any(c.isupper() for c in name) or not read_is_name(name) or _is_person(name, work) or (scene.state_of(name) and not called):
        return None
    return medium_named(mention, name, work)


def _is_person(name: str, work: Work) -> bool:
    return any(
        folded(name) in (folded(full), folded(full.split()[-1]))
        for _, full in work.scene.people.get((folded(name).split() or [""])[-1], [])
    )


def medium_named(mention: Mention, name: str, work: Work) -> Source:
    """An outlet that no lexicon has: what the text says of it decides whose it is."""
    scene = work.scene
    actor = scene.actors.actor(name)
    if actor and actor.kind is Kind.MEDIUM:
        return from_actor(mention, actor, f"“{mention.wording.words}”")
    long = full_name(name, scene) or name
    outlet = scene.report.outlet
    if outlet and same_outlet(outlet, long, scene.actors):
        long = re.sub(r"\s*\([^)]*\)", "", outlet)
    control, state, why = said_of_medium(name, mention, work)
    state_why = [f"of {scene.state_name(state)}"] if state else []
    facts = {"key": folded(long), "country": state, "control": control, "state": state if control is Control.STATE_MEDIUM else None}
    part_of = (state,) if state and facts["state"] else ()
    reasons = [f"“{mention.wording.words}”", *([f"the text calls it “{why}”"] if why else []), *state_why]
    return make(mention, long, Kind.MEDIUM, *reasons, part_of=part_of, **facts)


OWNED = r"(?:state|official|government|state-run|state-owned|state-controlled|party|independent|private|privately owned|public)"
SAID_BEFORE = re.compile(
    rf"((?:{CAPITAL}['’]s |its |their |{CAPITAL} )?{OWNED}(?:[ -](?:run|owned|controlled))?(?: (?:[a-z-]+"
    rf" ){{0,2}}?{KIND_OF_MEDIUM})?),? (?:the )?$"
)
SAID_AFTER = re.compile(
    rf"(?: [a-z]+)?(?:,| -| is| \(| [-–—])? ?(?:the |a |an |which is )?({OWNED}[\w -]*?(?:{KIND_OF_MEDIUM}|service|media)"
    rf"(?: [a-z]+)?(?: of (?:the )?(?:Republic of |Kingdom of )?(?:the )?{CAPITAL}(?: {CAPITAL})?)?)"
)
AGENCY_BESIDE = re.compile(r"^ (?:news )?agency\b|^ [Ww]ire\b")
LOOKED_AT = 100  # characters on either side of an outlet's name
OFTEN = 20  # mentions of it that are looked at: what it is, a report says early


def said_of_medium(name: str, mention: Mention, work: Work) -> tuple[Control, str | None, str]:
    """Control and state from the words beside the name anywhere in the report: "state news agency X", "X, a privately owned daily"."""
    text = work.scene.report.text
    agency = re.search(r"\b(?:Wire|Press|Agency|NA)$", name) is not None
    said, at = ("", mention.at) if mention.wording.role != "state_medium" else (mention.wording.head, mention.at)
    for match in islice(re.finditer(re.escape(name), text), OFTEN):
        before, after = text[max(0, match.start() - LOOKED_AT) : match.start()], text[match.end() : match.end() + LOOKED_AT]
        agency = agency or bool(AGENCY_BESIDE.match(after)) or (before.endswith("(") and after.startswith(")"))
        found = SAID_BEFORE.search(before) or SAID_AFTER.match(after)
        if found and not said:
            said, at = found[1], match.start()
    plainly = Control.AGENCY if agency else Control.OUTLET
    if not said:
        return _after_generic(name, plainly, mention, work)
    if re.match(r"(?:its |their |(?:[A-ZÀ-Þ]\S* )?)(?:independent|private|public)", said):
        return plainly, None, said
    state, _ = owner_state(Mention(mention.source, at, read_wording(said)), work)
    if not state:
        state, _ = medium_state(at, work)
    return Control.STATE_MEDIUM, state, said


GENERIC = re.compile(
    rf"(?:\b(?:[Ii]ts|[Tt]heir|[Tt]he)|{CAPITAL}['’]s)(?: own)? (?:state|official|state-run|state-controlled"
    rf"|government)(?:-run)? (?:news )?agency(?= (?!of|[A-Z]))"
)


def _after_generic(name: str, plainly: Control, mention: Mention, work: Work) -> tuple[Control, str | None, str]:
    """An agency first named after "its state news agency", with no other in between, is that one."""
    scene = work.scene
    generic = GENERIC.search(scene.report.text)
    if plainly is Control.AGENCY and generic and scene.media <= {folded(name)}:
        whose = settle(mention.again(generic.group(), generic.start()), work)
        if whose.control is Control.STATE_MEDIUM and whose.state:
            return Control.STATE_MEDIUM, whose.state, generic.group()
    for source in work.before(mention.at, Kind.MEDIUM):
        if source.control is Control.STATE_MEDIUM and (
            folded(source.name) == folded(name) or "agency" in source.name.casefold() and plainly is Control.AGENCY
        ):
            return Control.STATE_MEDIUM, source.state, source.mention
        break
    return plainly, None, ""
