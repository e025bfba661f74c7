"""Cue and content of a telling → what the speaker does: states, denies, declines to comment, orders, plans, asks, alleges."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.cues import cue_class, cue_lemmas, negated_outside
from whence.claims.heads import subject_of
from whence.lexicons.certainty import certainty_words
from whence.model import Act

FIRST_PERSON = frozenset({"i", "we"})
CALLING = frozenset({"call", "dismiss", "describe", "label", "brand", "reject", "say", "denounce", "term", "tell"})
NO_DEEDS = frozenset(
    {
        "be",
        "have",
        "need",
        "win",
        "lose",
        "see",
        "know",
        "die",
        "fall",
        "rise",
        "happen",
        "suffer",
        "tell",
        "say",
        "expect",
        "like",
        "love",
        "want",
    }
)  # a future of these is no plan
NEEDS_A_DEED = frozenset({"agree", "decide", "volunteer", "propose", "offer", "aim", "resolve", "commit"})  # plans only with "to" or "will"
MUTE = frozenset(
    {"comment", "respond", "reply", "return", "answer", "elaborate", "discuss", "decline", "refuse", "keep", "remain", "stay", "reach"}
)
CONSIDERING = frozenset(
    {"consider", "study", "explore", "examine", "weigh", "look", "discuss", "mull", "contemplate", "ponder"}
)  # "agreed to consider", "is weighing a ban": a plan that is only possible
INTENDING = frozenset({"plan", "intend", "aim", "vow", "pledge", "promise", "prepare"})
WH = frozenset({"why", "how", "who", "what", "where", "when", "which", "whom", "whose"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What the labels are read from. `cue` is empty for the outlet's own voice; `people` are folded names of the innermost source."""

    cue: Sequence[Token]
    content: Sequence[Token]
    head: Token | None
    quoted: bool = False
    headline: bool = False
    people: frozenset[str] = frozenset()


Decided = tuple[Act, tuple[Token, ...]]


def act_of(telling: Telling) -> Decided:
    """The act, with the tokens that decided it."""
    table, cue = certainty_words().cue_act, telling.cue
    if not cue:
        return _own_voice(telling)
    lemmas = cue_lemmas(cue)
    opening = [token.lemma_.lower() for token in telling.content[:2]]
    if cue_class([*lemmas, *opening], table) == "no_comment":
        return Act.NO_COMMENT, tuple(cue)
    silent = _silence(telling) or _declined(telling, lemmas)
    if silent:
        return Act.NO_COMMENT, silent
    false = _calls_it_false(telling, lemmas)
    if false:
        return Act.DENIES, false
    found = cue_class(lemmas, table)
    if found == "denies":
        return (Act.STATES, ()) if "not" in lemmas else (Act.DENIES, tuple(cue))
    return _by_cue(telling, found, lemmas) or _by_content(telling)


def _own_voice(telling: Telling) -> Decided:
    """What the report says that somebody does: "Tarn orders its fleet home", "the mill would not comment"."""
    head = telling.head
    if head is None:
        return Act.STATES, ()
    silent = _silence(telling)
    if silent:
        return Act.NO_COMMENT, silent
    if telling.headline and (head.pos_ not in ("VERB", "AUX") or subject_of(head) is None):
        return _in_capitals(telling)
    inside = {token.i for token in telling.content}
    doing = [
        t
        for t in head.children
        if t.dep_ in ("aux", "auxpass", "neg", "prt", "prep") and t.i in inside and t.lower_ not in ("in", "on", "at")
    ]
    words = sorted((*doing, head, *(t for t in head.children if t.dep_ == "xcomp")), key=lambda token: token.i)
    found = cue_class(cue_lemmas(words), certainty_words().cue_act)
    false = _calls_it_false(telling, [head.lemma_])
    subject = subject_of(head)
    if false and head.lemma_ in CALLING and subject is not None:
        return Act.DENIES, false
    negated = any(token.dep_ == "neg" for token in words)
    if not negated and (order := _gives_an_order(head)):
        return Act.ORDERS, order
    if found in ("denies", "orders", "alleges") and (negated or subject is None or subject.dep_ == "nsubjpass"):
        return Act.STATES, ()
    if found == "plans" and (negated or not (head.lemma_ in ("plan", "intend", "vow", "pledge", "promise", "aim") or _plans_to(head))):
        return Act.STATES, ()
    if found == "no_comment" and head.lemma_ not in MUTE:
        return Act.STATES, ()
    if found in ("denies", "orders", "plans", "no_comment") or (found == "alleges" and head.lemma_ in ("accuse", "blame", "allege")):
        return Act(found), (head,)
    return (Act.ASKS, (head.sent[-1],)) if head.sent[-1].lower_ == "?" else (Act.STATES, ())


def _in_capitals(telling: Telling) -> Decided:
    """ "Orvia Orders Closure Of Port": capitals make the parser take the verb for a noun."""
    table = certainty_words().cue_act
    for before, token, after in zip(telling.content, telling.content[1:6], telling.content[2:]):
        form = token.lower_.removesuffix("s") if not token.lower_.endswith("es") else token.lower_.removesuffix("es")
        found = table.get(f"{form} {after.lower_}") or table.get(form) or table.get(f"{form}e", "")
        if before.pos_ == "PROPN" and token.lower_.endswith("s") and after.lower_ != "of" and found in ("orders", "denies", "plans"):
            return Act(found), (token,)
    return Act.STATES, ()


def _gives_an_order(head: Token) -> tuple[Token, ...]:
    """ "Issued a directive to close the port", "signed a decree banning exports": the verb and its noun. An order of wheat is none."""
    sets = certainty_words().sets
    order = next((t for t in head.children if t.dep_ == "dobj" and t.lemma_.lower() in sets["commands"]), None)
    if order is None or head.lemma_ not in sets["giving"] or any(t.lower_ == "no" for t in order.children):
        return ()
    bought = order.lemma_.lower() == "order" and head.lemma_ != "issue"
    told = ("acl", "relcl", "ccomp") if bought else ("acl", "relcl", "ccomp", "prep")
    return (head, order) if any(t.dep_ in told for t in (*order.children, *head.children)) else ()


def _plans_to(head: Token) -> bool:
    return any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in head.children)


def _by_cue(telling: Telling, found: str, lemmas: Sequence[str]) -> Decided | None:
    cue, to_do = tuple(telling.cue), _infinitive(telling)
    if to_do and {"ask", "tell", "warn", "invite"} & set(lemmas):
        return Act.ORDERS, cue
    if found == "asks":
        return (Act.ASKS, cue) if _question(telling) else None
    if found == "plans" and NEEDS_A_DEED & set(lemmas) and not (to_do or _will(telling.head)):
        return None
    if found == "plans" and telling.content[:1] and telling.content[0].lower_ in (*WH, "whether"):  # "must decide how far to go"
        return None
    if found == "alleges" and "suspect" in lemmas and not _of(telling):
        return None
    if found is not None and not found and any(_weighing(token) for token in cue):
        return Act.PLANS, cue
    return (Act(found), cue) if found else None


def _weighing(token: Token) -> bool:
    return token.tag_ == "VBG" and token.lemma_ in CONSIDERING and token.lemma_ not in ("look", "discuss", "examine")


def _of(telling: Telling) -> bool:
    """ "Suspected of theft" charges somebody; "suspects that the lock was forced" does not."""
    return any(token.lower_ == "of" for token in (*telling.cue[-1:], *telling.content[:1])) or any(
        child.lower_ == "of" for token in telling.cue for child in token.rights
    )


def _by_content(telling: Telling) -> Decided:
    head = telling.head
    if head is None:
        return Act.STATES, ()
    last = telling.content[-1] if telling.content else head
    if last.lower_ == "?" and head.sent[-1].lower_ in ("?", '"', "”"):
        return Act.ASKS, (last,)
    if telling.quoted and _imperative(head):
        return Act.ORDERS, (head,)
    future = _planned(telling, head)
    return (Act.PLANS, future) if future else (Act.STATES, ())


def _infinitive(telling: Telling) -> bool:
    head = telling.head
    return head is not None and head.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in head.children)


def _question(telling: Telling) -> bool:
    content, head = telling.content, telling.head
    marks = head is not None and any(child.lower_ in ("whether", "if") for child in head.children)
    return marks or (bool(content) and (content[0].lower_ in WH or content[0].lower_ in ("whether", "if") or content[-1].lower_ == "?"))


def _imperative(head: Token) -> bool:
    return (
        head.tag_ == "VB"
        and head.lemma_ != "need"
        and subject_of(head) is None
        and not any(child.dep_ in ("aux", "auxpass") and child.lower_ != "do" for child in head.children)
    )


def _planned(telling: Telling, head: Token) -> tuple[Token, ...]:
    """ "We will not run his columns", "he'll work full time": a future of the speaker's own doing. "Shipments are planned"."""
    if head.lemma_ in ("plan", "intend") and any(child.dep_ == "auxpass" for child in head.children):
        return (head,)
    subject, will = subject_of(head), _will(head) or _intending(head)
    if subject is None or will is None or head.lemma_ in NO_DEEDS:
        return ()
    lower = subject.lower_.replace("]", "").replace("[", "")  # "[W]e"
    own = lower in FIRST_PERSON if telling.quoted else (bool(telling.cue) and lower in ("he", "she", "it", "they", "i", "we"))
    return (will,) if subject.dep_ == "nsubj" and (own or lower in telling.people) else ()


def _intending(head: Token) -> Token | None:
    """ "He intends to retire", "it was considering closing the border"."""
    if any(child.dep_ == "neg" for child in head.children):
        return None
    if head.lemma_ in INTENDING and _plans_to(head):
        return head
    considers = head.lemma_ in CONSIDERING and head.tag_ == "VBG" and not any(child.lower_ == "for" for child in head.rights)
    return head if considers and any(child.dep_ in ("dobj", "xcomp", "ccomp", "prep") for child in head.children) else None


def _will(head: Token | None) -> Token | None:
    return None if head is None else next((child for child in head.children if child.dep_ == "aux" and _future(child)), None)


def _future(auxiliary: Token) -> bool:
    return certainty_words().modals.get(auxiliary.lower_) in ("future", "would")


def _silence(telling: Telling) -> tuple[Token, ...]:
    """The content itself says that nothing will be said: "it did not discuss individual customers", "had no comment"."""
    head, silent = telling.head, certainty_words().sets["silent"]
    for token in telling.content:
        if token.lemma_.lower() == "comment" and token.pos_ == "NOUN" and any(child.lower_ == "no" for child in token.lefts):
            return (token,)
    if head is None:
        return ()
    for verb in (head, *(child for child in head.children if child.dep_ == "conj")):
        if verb.lemma_ in silent and negated_outside(verb) and not _said_otherwise(verb):
            subject = subject_of(verb) or subject_of(head)
            sure = verb.lemma_ in ("comment", "discuss", "elaborate") or (
                not telling.cue and verb.lemma_ in ("respond", "reply", "return", "answer", "draw")
            )
            own = bool(telling.cue) and subject is not None and (subject.pos_ == "PRON" or subject.lower_ in telling.people)
            if sure or own:
                return (*(child for child in verb.children if child.dep_ in ("neg", "aux")), verb)
    return ()


def _said_otherwise(verb: Token) -> bool:
    """ "He never said he wanted it": what somebody did not say, not a refusal to say it."""
    told = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    return verb.lemma_ == "say" and told is not None and not any(t.lower_ in (*WH, "whether", "if") for t in (told, *told.lefts))


def _declined(telling: Telling, lemmas: Sequence[str]) -> tuple[Token, ...]:
    """ "declined" + "to comment on the case", where the cue ends before the infinitive."""
    silent = certainty_words().sets["silent"]
    speaks = telling.head is not None and telling.head.lemma_.lower() in silent
    return tuple(telling.cue) if speaks and {"decline", "refuse"} & set(lemmas) else ()


def _calls_it_false(telling: Telling, lemmas: Sequence[str]) -> tuple[Token, ...]:
    """ "called the report pure invention", "said the figures were false"."""
    falsities = certainty_words().sets["falsities"]
    false = next((token for token in telling.content if token.lemma_.lower() in falsities), None)
    if false is None or not CALLING & set(lemmas) or len(telling.content) > 25:
        return ()
    head = telling.head
    inside = set(telling.content)
    judged = any(child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB" for child in false.children)  # "it was wrong to compare them"
    of_head = (
        head is not None
        and not judged
        and (false == head or (false.head == head and false.dep_ in ("acomp", "attr", "oprd", "dobj", "conj")))
    )
    calls = not {"say", "tell"} & set(lemmas) and not any(
        word.pos_ in ("VERB", "AUX") and word != head for word in false.ancestors if word in inside
    )
    negated = head is not None and negated_outside(head)
    return (false,) if (of_head or calls) and not negated else ()
