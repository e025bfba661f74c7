"""Which states a report speaks of, from a lexicon and from its own words, also those that exist nowhere else; fills a Scene.

A state that no lexicon has shows itself by what it owns ("X's army"), where it lies ("X's eastern coast") and what it does ("X denies").
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from whence.attribute.scene import CAPITAL, Scene, StateMention, is_body, read_names
from whence.lexicons.actors import Actors, folded
from whence.lexicons.roles import role_words
from whence.model import Parsed

OF_STATE = re.compile(
    rf"\b(?:Republic|Kingdom|Government|Armed Forces|(?:Deputy )?Prime Minister|Foreign Minister|Premier|Emirate|Sultanate|"
    rf"(?:President|King|Queen|Premier|Chancellor) {CAPITAL}(?: {CAPITAL})?) of (?:the )?({CAPITAL}(?: {CAPITAL}){{0,2}})"
)
CAPITAL_OF = (
    re.compile(rf"\b(?P<state>{CAPITAL}(?: {CAPITAL})?)['’]s capital(?: city)?,? (?:of )?(?P<seat>{CAPITAL}(?: {CAPITAL})?)"),
    re.compile(rf"\b(?P<seat>{CAPITAL}(?: {CAPITAL})?), (?:the|its) capital(?: city)? of (?P<state>{CAPITAL}(?: {CAPITAL})?)"),
    re.compile(rf"\b(?P<state>{CAPITAL}) capital(?: city)?,? (?:of )?(?P<seat>{CAPITAL}(?: {CAPITAL})?)"),
    re.compile(rf"\bthe capital(?: city)?,? (?:of )?(?P<state>)(?P<seat>{CAPITAL}(?: {CAPITAL})?)"),
)
NOT_A_STATE = frozenset(
    "interior foreign defence defense finance health justice home prime deputy supreme central general the a an its"
    " their his her this that our joint"
    " national federal royal state official former vice chief border coast air army navy cabinet north south east west"
    " northern southern eastern western"
    " republican republicans democrat democrats democratic christian muslim catholic lutheran anglican jewish african"
    " asian arab western latin guardian"
    " two three four five some several many most senior junior new other rebel security police opposition party coalition congress senate"
    " european international united local city county public ministry monday tuesday wednesday thursday friday saturday"
    " sunday president chairman".split()
)


def look_around(parsed: Parsed[Doc], actors: Actors) -> Scene:
    """Everything that the report says about who is who, read once."""
    scene = Scene(parsed.report, actors)
    read_names(scene, parsed)
    _american_georgia(scene)
    if not _known_world(scene):
        _invented_states(scene)
        _weak_states(scene, parsed)
    _mentions(scene, parsed)
    _capitals(scene)
    scene.home, scene.home_because = _home(scene)
    return scene


IN_AMERICA = re.compile(
    r"\b(?:Atlanta|Savannah|Augusta|Ga\.|Gov\.|Sen\.|Rep\.|Secretary of State|Democrats?|Republicans?|GOP|Alabama|Florida|Carolina|Texas)\b"
)
IN_CAUCASUS = re.compile(r"\b(?:Tbilisi|Ossetia|Abkhazia|Saakashvili|Ivanishvili|Kobakhidze|Batumi|Armenia|Azerbaijan|Caucasus|Soviet)\b")


def _american_georgia(scene: Scene) -> None:
    """The state of the United States, where the report has its neighbours and not those of the country."""
    text = scene.report.text
    if "Georgia" in text and IN_AMERICA.search(text) and not IN_CAUCASUS.search(text):
        scene.no_states |= {"georgia", "georgian", "georgians"}


# ------------------------------------------------------------------------------------------------------------------ states


@lru_cache(maxsize=1)
def _owned() -> re.Pattern[str]:
    """ "X's government", "the X army": X is a state."""
    words = sorted((w for role in ("government", "military", "state_medium") for w in role_words()[role]), key=len, reverse=True)
    listed = "|".join(re.escape(w) for w in words if w not in ("authorities", "palace", "administration", "delegation", "regime"))
    heads = listed + "|president|prime minister|premier|foreign minister|defen[cs]e minister|ambassador|supreme leader|army chief"
    return re.compile(
        rf"\b(?!(?:The|A|An|Its|Their|His|Her|In|On|At|But|And|Our|This|That) )({CAPITAL}(?: {CAPITAL})??) (?:[A-Za-z-]+"
        rf" ){{0,2}}?(?i:{heads})\b"
    )


def _known_world(scene: Scene) -> bool:
    """Whether the report is of the world that the lexicon knows: it names two or more of its states or rulers. Then nothing is inferred."""
    names = [name.words.removesuffix("'s").removesuffix("’s") for name in scene.names]
    places = {place.id for name in names if (place := scene.actors.place(name))}
    people = {person.id for name in names if " " in name and (person := scene.actors.person(name))}
    return len(places | people) > 1


def _invented_states(scene: Scene) -> None:
    """States that no lexicon has, from what is said of them; an adjective is joined to the name it begins like."""
    text, found = scene.report.text, dict[str, bool]()
    for match in OF_STATE.finditer(text):
        found[re.sub(r"['’]s?$", "", match[1])] = True
    for match in _owned().finditer(text):
        word = re.sub(r"['’]s?$", "", match[1])
        word = word.removeprefix("The ")
        possessive = word != match[1].removeprefix("The ")
        adjective = bool(re.search(r"(?:ian|ese|ish|an)$", word)) or NATIONAL.search(match.group()) is not None
        if possessive or adjective:
            found.setdefault(word, possessive)
    for word in found:
        low = folded(word)
        if (
            low in NOT_A_STATE
            or low.split()[0] in NOT_A_STATE
            or scene.actors.place(word)
            or scene.actors.seat(word)
            or scene.actors.actor(word)
        ):
            continue
        if low.split()[-1] in scene.people or low in scene.short or is_body(word):
            continue
        scene.states[low] = low
    _join_adjectives(scene)


LAND = re.compile(
    r"['’]s (?:[a-z]+ern )?(?:coast|border|borders|frontier|territory|capital|waters|airspace|shores?|soil|side of"
    r"|parliament|economy|relations|leader|ruler|president|news agency|navy|army|missiles?|fleet|neighbours?|capital)\b"
    r"| (?:patrol|forces|troops|guards|soldiers|radars?|territory|side|border|frontier|authorities|government|airspace"
    r"|waters|coast|gendarmer?ie|officials)\b"
)
ACTS = re.compile(
    r" (?:(?:has|had|have|also|yesterday|later|again|now|still|on \w+day|\w+day) ){0,2}(?:sa(?:ys|id)|den(?:y|ies|ied)"
    r"|demand(?:s|ed)|accuse[sd]|announce[sd]"
    r"|reject(?:s|ed)|claim(?:s|ed)|warn(?:s|ed)|confirm(?:s|ed)|declare[sd]|vow(?:s|ed)|threaten(?:s|ed)|insist(?:s|ed)|condemn(?:s|ed)|fire[sd]|launch(?:es|ed)"
    r"|test(?:s|ed|-fire[sd]|-fired)|impose[sd]|recall(?:s|ed)|expel(?:s|led)|retaliate[sd]|summon(?:s|ed)|orders|ordered|blame[sd])\b"
)
OF_STATES = re.compile(
    r"\b(?:government|ministry|army|troops|frontier|state (?:media|television|news agency)|foreign minister|embassy)\b", re.I
)
INSIDE = re.compile(r"\b(?:in|into|across|inside|within|between) $")
SOVEREIGN = re.compile(r"['’]s (?:leader|ruler|navy|army|fleet|missiles?|news agency)\b")
NEIGHBOUR = re.compile(r"\bneighbou?ring $")
STARTS = (". ", "\n", "\n\n", "“", " “", ' "', "? ", "! ", "- ", "– ", "— ", ": ")
BESIDE_NAME = 40


def _places_that_act(scene: Scene, parsed: Parsed[Doc]) -> tuple[set[str], set[str]]:
    """Names no lexicon has that behave like states: those that own land or forces, and those that only speak or act (seats, perhaps)."""
    text, outlet = scene.report.text, folded(scene.report.outlet or "").split()
    places = {folded(entity.text) for passage in parsed.passages for entity in passage.parse.ents if entity.label_ == "GPE"} | set(outlet)
    land, acts, inside, inner = Counter[str](), Counter[str](), Counter[str](), set[str]()
    for named in scene.names:
        low = folded(named.words)
        if low.count(" ") > 1 or low in scene.people or low in scene.states:
            continue
        end = named.start + len(named.words.removesuffix("'s").removesuffix("’s"))
        after, before = text[end : end + BESIDE_NAME], text[max(0, named.start - 20) : named.start]
        if (before[-2:] not in STARTS and before) or low in outlet:
            inner.add(low)
        if before.endswith(("the ", "The ")) and not LAND.match(after):
            continue
        land[low] += LAND.match(after) is not None or NEIGHBOUR.search(before) is not None
        land[low] += SOVEREIGN.match(after) is not None
        acts[low] += ACTS.match(after) is not None or before.casefold().endswith("according to ")
        inside[low] += INSIDE.search(before) is not None
    owners = {low for low in inner if land[low] and land[low] + acts[low] + inside[low] > 1}
    speakers = {low for low in inner if acts[low] and not land[low] and (low in places or inside[low])}
    return {low for low in owners if not _known(low, scene)}, {low for low in speakers if not _known(low, scene)}


def _known(low: str, scene: Scene) -> bool:
    """Whether a name is something else: a lexicon's, a short form, the beginning of a longer name."""
    title = low.title()
    known = scene.actors.place(title) or scene.actors.seat(title) or scene.actors.actor(title) or low in scene.short or low in scene.media
    words = low.split()
    longer = any(
        " " in named.words
        and not named.words.isupper()
        and folded(named.words) not in folded(scene.report.outlet or "")
        and folded(named.words).startswith(f"{low} ")
        and not ACTS.match(f" {named.words.split()[1]}")
        for named in scene.names
    )
    return bool(known) or words[0] in NOT_A_STATE or is_body(low) or longer


def _weak_states(scene: Scene, parsed: Parsed[Doc]) -> None:
    """A place that only speaks is the seat of the one state that it is not set against, else a state under its own name."""
    owners, speakers = _places_that_act(scene, parsed)
    if not scene.states and not owners and not OF_STATES.search(scene.report.text):
        return
    scene.states |= {low: low for low in owners}
    text = scene.report.text.casefold()
    strong = dict(scene.states)
    clauses = re.split(r"[.;\n]", text)
    foreign = {state for word, state in strong.items() if f"neighbouring {word}" in text or f"neighboring {word}" in text}
    for low in sorted(speakers - owners):
        beside = " ".join(clause for clause in clauses if low in clause)
        against = {state for word, state in strong.items() if re.search(rf"\b{re.escape(word)}\b", beside)}
        left = set(strong.values()) - against - foreign
        if len(left) == 1:
            scene.seats[low] = scene.states[low] = left.pop()
        elif not left:
            scene.states[low] = low


NATIONAL = re.compile(r"\b(?:foreign|defen[cs]e) ministry\b|\bembassy\b|\barmed forces\b")


def _join_adjectives(scene: Scene) -> None:
    """ "Dorranian" is of Dorrania, whether or not that name stands in the text; "Sartine" is of the Sartine Republic."""
    for named in list(scene.names):
        word = folded(named.words.split()[0])
        match = re.fullmatch(r"(\w{3,}?)(?:ians?|ans?|ese|ish|i|is)", word)
        if match and word not in scene.states and not scene.actors.place(named.words.split()[0]):
            for state in list(scene.states):
                if state.startswith(match[1]) and len(state) - len(match[1]) <= 3:
                    scene.states[word] = scene.states[state]
    for low, state in list(scene.states.items()):
        if low == state and low.endswith("ian") and low[:-1] != state:
            others = [s for s in scene.states.values() if s == low[:-1]]
            scene.states[low] = others[0] if others else low[:-1]
            scene.states.setdefault(low[:-1], scene.states[low])
    text_names = {folded(named.words) for named in scene.names}
    for low, state in list(scene.states.items()):
        longer = [name for name in text_names if name.startswith(f"{low} republic") or name.endswith(f"republic of {low}")]
        if longer and longer[0].startswith(low):
            scene.states[longer[0]] = state


def _mentions(scene: Scene, parsed: Parsed[Doc]) -> None:
    """Where the text names a state, and in what part of its sentence."""
    for passage in parsed.passages:
        start, doc = passage.block.span.start, passage.parse
        for first, last, state in _state_tokens(doc, scene):
            token = doc[last]
            before = doc[first - 1].lower_ if first else ""
            part = "foreign" if before.startswith("neighb") or before in ("foreign", "rival") else _part(token)
            scene.told.append(StateMention(start + doc[first].idx, state, part))


def _state_tokens(doc: Doc, scene: Scene) -> Iterator[tuple[int, int, str]]:
    texts = [token.text if token.ent_type_ != "PERSON" or _alone(token) else "" for token in doc]  # "Chad" of "Chad Wolf" is no state
    index, length = 0, len(texts)
    while index < length:
        step = 1
        if texts[index][:1].isupper():
            for size in (4, 3, 2, 1):
                if index + size <= length and (size == 1 or texts[index + size - 1][:1].isupper()):
                    words = " ".join(texts[index : index + size]).replace(" 's", "'s")
                    state = scene.state_of(words)
                    if state:
                        yield index, index + size - 1, state
                        step = size
                        break
        index += step


def _alone(token: Token) -> bool:
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return not any(other.ent_type_ == "PERSON" for other in beside)


def _part(token: Token) -> str:
    """Whether a name is, or belongs to, the subject of its sentence; or owns something."""
    owner = token.dep_ == "poss"
    while token.dep_ in ("amod", "compound", "poss", "nmod") and token.head.i != token.i:
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "ROOT") or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return "subject"
    return "owner" if owner else "other"


# ---------------------------------------------------------------------------------------------------------- capitals and home


def _capitals(scene: Scene) -> None:
    for pattern in CAPITAL_OF:
        for match in pattern.finditer(scene.report.text):
            state = (
                scene.state_of(match["state"])
                if match["state"]
                else (scene.told[0].state if len({m.state for m in scene.told}) == 1 else None)
            )
            if state and not scene.actors.seat(match["seat"]):
                scene.seats[folded(match["seat"])] = state


STATE_OUTLET = re.compile(
    r"\b(?:the |a )?(?:state|official|government|state-run|state-owned|state-controlled)(?:-run|-owned)? "
    r"(?:[a-z]+ ){0,2}?(?:agency|television|tv|broadcaster|radio|channel|daily|newspaper|paper|media)(?: [a-z]+)? of"
    r" (?:the (?:Republic|Kingdom) of )?(?:the )?"
    rf"({CAPITAL}(?: {CAPITAL})?)"
)


def _home(scene: Scene) -> tuple[str | None, str]:
    """The state that the report's outlet belongs to, where it says or its name does."""
    report = scene.report
    outlet = report.outlet or ""
    actor = scene.actors.actor(outlet) if outlet else None
    if actor and actor.country:
        return actor.country, f"{actor.name} is an outlet of {scene.state_name(actor.country)}"
    if report.owner and (owned := re.match(r"Government of (?:the )?(.+)", report.owner)):
        state = scene.state_of(owned[1]) or folded(owned[1])
        scene.states.setdefault(folded(owned[1]), state)
        return state, f"the outlet's owner is the {report.owner}"
    for word in re.findall(CAPITAL, outlet):
        named = scene.state_of(word)
        if named:
            return named, f"the outlet's name, {outlet}, has {word} in it"
    if said := STATE_OUTLET.search(report.text):
        state = scene.state_of(said[1]) or folded(said[1])
        if outlet and folded(outlet.split()[0]) in folded(report.text[max(0, said.start() - 40) : said.start()]):
            return state, f"“{said.group()}”"
    return None, ""
