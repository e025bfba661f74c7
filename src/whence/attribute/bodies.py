"""Rules for ministries, armies, state media, outlets and other bodies: which one, of which state, under whose control."""

import re

from whence.attribute.antecedents import SINGULAR, body_before
from whence.attribute.naming import Mention, Work, make, sentence_before, state_itself
from whence.attribute.scene import CAPITAL, Scene
from whence.attribute.wording import Wording
from whence.lexicons.actors import folded
from whence.model import Control, Source, SourceKind

Kind = SourceKind
CONTROLS = {
    "military": Control.MILITARY,
    "government": Control.GOVERNMENT,
    "authority": Control.GOVERNMENT,
    "company": Control.COMPANY,
    "civil": Control.CIVIL,
}
NEUTER = ("its", "their", "our", "my", "your")
SPEAK_FOR_STATE = ("state_medium", "military", "government")
MATTERS = (
    r"(?:state|defen[cs]e|justice|interior|treasury|commerce|trade|labou?r|energy|education|transport(?:ation)?|agriculture|health|housing"
    r"|homeland security|veterans|veterans affairs|foreign affairs|home affairs|finance|environment|immigration|war)"
)
OF_GOVERNMENT = re.compile(rf"\b{MATTERS}(?: and [a-z ]+)? department$|^department (?:of|for) (?:the )?{MATTERS}\b")
NATIONAL_POLICE = re.compile(r"\b(?:police|coastguard|coast guard)\b")


# ----------------------------------------------------------------------------------------------------------------- of which state


def medium_state(at: int, work: Work) -> tuple[str | None, str]:
    """Whose "state media" are: of the state that their sentence, else their paragraph, speaks of; never by the name of the outlet."""
    scene, text = work.scene, work.scene.report.text
    for what, begin, end in (("sentence", sentence_before(text, at), _stop(text, at)), ("paragraph", *_paragraph(text, at))):
        near = [told for told in scene.told if begin <= told.start < end]
        about = {
            told.state for told in near if told.part == "owner" or (told.part == "subject" and (told.start < at or _owns(text, told.start)))
        }
        if len(about) == 1:
            state = about.pop()
            return state, f"{scene.state_name(state)} is the state that its {what} speaks of"
    if scene.home and "outlet's name" in scene.home_because:
        others = {told.state for told in scene.told if told.start < at and told.part in ("subject", "owner")} - {scene.home}
        if len(others) != 1:
            return None, ""
        state = others.pop()
        return state, f"{scene.state_name(state)} is the state that the report speaks of"
    return speaking_state(at, work)


def _owns(text: str, start: int) -> bool:
    """Whether the name that begins here has something: "Tarvia's ministry"."""
    return re.match(rf"{CAPITAL}(?: {CAPITAL})?['’]s?\b", text[start : start + 60]) is not None


def _stop(text: str, at: int) -> int:
    ends = (found for mark in (". ", "\n", "? ", "! ") if (found := text.find(mark, max(at, 0))) >= 0)
    return min(ends, default=len(text))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", max(at, 0))
    return text.rfind("\n", 0, max(at, 0)) + 1, end if end >= 0 else len(text)


def speaking_state(at: int, work: Work) -> tuple[str | None, str]:
    """Whose "the government" is, where the words do not say: only where the text leaves no choice."""
    scene = work.scene
    before = [told for told in scene.told if told.start < at and told.part != "foreign"]
    subject = next((told for told in reversed(before) if told.part in ("subject", "owner")), None)
    if scene.home and not (subject and at - subject.start < 160 and subject.state != scene.home and subject.part == "owner"):
        return scene.home, scene.home_because
    states = {told.state for told in scene.told if told.part != "foreign"}
    if len(states) == 1 and subject:
        return next(iter(states)), f"{scene.state_name(next(iter(states)))} is the only state that the report speaks of"
    if subject:
        return subject.state, f"{scene.state_name(subject.state)} is the state that was spoken of last"
    return None, ""


def owner_state(mention: Mention, work: Work) -> tuple[str | None, str]:
    """The state in the mention's own words: its owner ("its", "Dorrania's"), an adjective, or "of X" behind."""
    wording, scene = mention.wording, work.scene
    owner = wording.owner
    if owner:
        state = scene.state_of(owner) or scene.seat_of(owner)
        if state:
            return state, f"“{owner}”"
        if owner.casefold() in ("its", "their"):
            body = body_before(Mention(mention.source, mention.at, mention.wording), work)
            if body and (body.state or body.country):
                return body.state or body.country, f"“{owner}” is {body.name}"
    words = re.findall(rf"{CAPITAL}", wording.core)
    for size in (3, 2, 1):
        for index in range(len(words) - size + 1):
            run = " ".join(words[index : index + size])
            if run in wording.core and (state := scene.state_of(run)):
                return state, f"“{run}”"
    tail = re.sub(
        r"^(?:of|for|in|at|from) (?:the )?(?:Republic of |Kingdom of |Commonwealth of |People's Republic of )?(?:the )?", "", wording.tail
    )
    for part in (tail, tail.split(",")[0], tail.split("'s ")[0], tail.split("’s ")[0], *re.findall(rf"{CAPITAL}(?: {CAPITAL})?", tail)):
        if part and (state := scene.state_of(part)):
            return state, f"“{part}”"
    return None, ""


def place(mention: Mention, work: Work) -> Source | None:
    """ "Pyongyang", "the Kremlin", "South Korea": the state; an unknown place that speaks stands for the one state it can be."""
    wording, scene = mention.wording, work.scene
    if wording.owner or wording.tail.startswith("of "):
        return None
    if state := scene.state_of(wording.core):
        many = (
            wording.core.endswith("s")
            and wording.core not in (scene.state_name(state), "US", "United States")
            and scene.actors.place(wording.core) is not None
        )
        if not many or folded(wording.core) in {folded(n) for n in (scene.actors.places[state].name, *scene.actors.places[state].also)}:
            return state_itself(mention, work, state, f"“{wording.words}” as a source is the state")
        return None
    if state := scene.seat_of(wording.core):
        return state_itself(mention, work, state, f"“{wording.words}” is a seat of power of {scene.state_name(state)}")
    return None


# ----------------------------------------------------------------------------------------------------------------------- bodies


def body_key(wording: Wording, state: str | None, scene: Scene) -> str:
    """ "Dorrania's Joint Staff", "the Joint Staff" there → "dorrania joint staff"; "Ministry of Defence" → "defence ministry"."""
    low = folded(wording.named if wording.low.startswith(("ministry", "department", "office", "bank")) else wording.core)
    low = re.sub(r"^(?:state|federal|national|local) (?=\w+ \w)", "", low) if wording.core[:1].islower() else low
    low = re.sub(r"^(ministry|department|office) (?:of|for) (?:the )?(.+)$", r"\2 \1", low).replace("defense", "defence")
    parts = [part for part in low.split() if part not in ("the", "of", "for", "republic", "peoples", "kingdom")]
    if state:
        known = (
            {word for name, place in scene.actors.words.items() if place == state for word in name.split()}
            if state in scene.actors.places
            else set()
        )
        mine = known | set(state.split()) | {name for name, of in scene.states.items() if of == state}
        parts = [part for part in parts if part.removesuffix("'s").removesuffix("s'") not in mine and part.rstrip("s") not in mine]
    return " ".join([*([state] if state else []), *parts])


def body_name(wording: Wording, state: str | None, scene: Scene) -> str:
    """As the text has it, with its state in front where the words leave that out."""
    name = (
        wording.core if not wording.low.startswith(("ministry", "department", "office", "bank")) else re.sub(r"^[Tt]he ", "", wording.named)
    )
    if not state:
        return name
    if (
        scene.state_of(name.split()[0]) == state
        or any(scene.state_of(" ".join(name.split()[:n])) == state for n in (2, 3))
        or state in name.casefold()
    ):
        return name
    place = scene.actors.places.get(state)
    return f"{place.people[0]} {name}" if place and place.people else f"{owned_by(scene.state_name(state))} {name}"


def body(mention: Mention, work: Work) -> Source | None:
    """A ministry, an army, a watchdog, a company, a group: named by its own words."""
    wording, scene = mention.wording, work.scene
    role = wording.role
    if role not in CONTROLS or (
        role != "state_medium" and wording.bare and not wording.owner and wording.core[:1].islower() and role in ("company", "civil")
    ):
        return None
    if wording.owner and folded(wording.owner) in scene.people:
        return None
    if wording.owner and wording.owner.casefold() in SINGULAR:
        return None
    if wording.owner and scene.actors.actor(wording.owner):
        return None
    if role == "authority" and OF_GOVERNMENT.search(wording.low):
        role = "government"
    state, why = owner_state(mention, work)
    other = re.match(r"of (?:the )?[A-ZÀ-Þ]", wording.tail)  # "the embassy of X" where X is not known to be a state
    if not state and not other and role in SPEAK_FOR_STATE and (not wording.owner or wording.owner.casefold() in NEUTER):
        state, why = speaking_state(mention.at, work)
    watch = NATIONAL_POLICE.search(wording.low) is not None
    speaks = state if role in SPEAK_FOR_STATE or (watch and state) else None
    reasons = [f"“{wording.head}” is {_role_in_words(role)}"] + ([f"of {scene.state_name(state)}: {why}"] if state else [])
    named = body_name(wording, state, scene)
    told = not wording.owner or wording.owner.casefold().removeprefix("the ") in named.casefold()  # "Ms Vale's office" says whose it is
    owner = "" if state or told or wording.owner.casefold() in NEUTER else f"{owned_by(wording.owner)} "
    key = folded(owner) + (" " if owner else "") + body_key(wording, state, scene)
    facts = {"key": key, "country": state, "state": speaks, "control": CONTROLS[role], "part_of": (speaks,) if speaks else ()}
    return make(mention, owner + named, Kind.ORGANISATION, *reasons, **facts)


def owned_by(name: str) -> str:
    """ "the Growers'", "Clinton's"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _role_in_words(role: str) -> str:
    return {
        "military": "armed forces",
        "government": "a government body",
        "authority": "a public body that does not speak for the government",
        "company": "a company",
        "civil": "a body of its own",
    }[role]
