"""A telling → the words by which it leaves its matter open: "cannot tell who fired", "it is unclear how", "has yet to decide"."""

from spacy.tokens import Token

from whence.claims.act import Telling
from whence.claims.certainty import Commitment, commitment
from whence.lexicons.certainty import certainty_words

Words = tuple[Token, ...]
SURE = frozenset({"clear", "sure", "certain", "evident", "obvious"})  # "is not clear who", "was not sure that"
ASKING = frozenset({"who", "what", "where", "when", "which", "whom", "whose", "why", "how", "whether", "if"})
MYSTERIES = frozenset({"mystery", "guess", "puzzle", "riddle", "unknown"})  # "is anyone's guess", "remains a mystery"
IDEAS = frozenset(
    {"idea", "clue", "information", "knowledge", "word", "consensus", "answer", "explanation", "certainty"}
)  # "has no idea who"
TOO_SOON = frozenset({"early", "soon", "premature"})


def unknown(telling: Telling, inner: Commitment) -> Words:
    """The deciding words; () where something is held, one way or the other."""
    head = telling.head
    if head is None:
        return ()
    if telling.content and telling.content[0].lower_ == "whether":
        return (telling.content[0],)
    return _open(head) or _unsettled(head) or _no_idea(head) or _not_yet(head) or _cannot_tell(telling, head, inner)


def _open(head: Token) -> Words:
    """ "It is unclear how", "was not sure whether", "it is too early to say", "remains an open question"."""
    opens = certainty_words().sets["open"]
    no = next((child for child in head.children if child.dep_ == "neg"), None)
    for child in head.children:
        lemma = child.lemma_.lower()
        if child.dep_ in ("acomp", "oprd") and lemma in opens:
            return (child,)
        if child.dep_ in ("acomp", "oprd") and no is not None and lemma in SURE and (_asks(head) or _asks(child) or lemma != "clear"):
            return (no, child)
        if child.dep_ == "acomp" and lemma in TOO_SOON and (lemma == "premature" or any(c.lower_ == "too" for c in child.children)):
            return (*(c for c in child.children if c.lower_ == "too"), child)
        if child.dep_ == "attr" and (lemma in MYSTERIES or (lemma == "question" and any(c.lower_ == "open" for c in child.lefts))):
            return (child,)
    return ()


def _asks(word: Token) -> bool:
    """A clause on it that asks: "who signed", "whether it holds"."""
    clauses = (child for child in word.children if child.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass", "acl", "relcl", "advcl", "dep"))
    return any(inner.lower_ in ASKING for clause in clauses for inner in (clause, *clause.lefts))


def _unsettled(head: Token) -> Words:
    """ "How much would be borrowed had not been settled"."""
    sets = certainty_words().sets
    negated = any(child.dep_ == "neg" for child in head.children)
    asked = any(child.dep_ in ("csubj", "csubjpass") for child in head.children)
    return (head,) if head.lemma_ in sets["unsettled"] and negated and asked else ()


def _no_idea(head: Token) -> Words:
    """ "Has no idea who", "there is no consensus on whether", "nobody knows how", "nothing is known of"."""
    sets = certainty_words().sets
    for child in head.children:
        if child.dep_ in ("dobj", "attr") and child.lemma_ in IDEAS:
            no = next((c for c in (*child.lefts, *head.lefts) if c.lower_ in sets["negators"] or c.dep_ == "neg"), None)
            speaks_for_itself = head.lemma_ in ("have", "be", "get", "offer", "give")
            follows = any(c.dep_ in ("prep", "acl", "relcl", "ccomp") for c in (*child.rights, *head.rights))
            own = child.lemma_ != "knowledge" or _asks(child) or _asks(head)  # "had no knowledge of the leak" denies it
            if no is not None and speaks_for_itself and follows and own:
                return (no, child)
        if child.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in sets["knowing"] and _none_but_few(child):
            return (child, head)
    return ()


def _none_but_few(subject: Token) -> bool:
    return subject.lower_ in ("nobody", "nothing", "little", "none") or (
        subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.lefts)
    )


def _not_yet(head: Token) -> Words:
    """ "Has yet to decide", "it remains to be seen"."""
    sets = certainty_words().sets
    for child in head.children:
        if child.dep_ == "xcomp" and head.lemma_ == "remain" and child.lemma_ in ("see", *sets["knowing"], *sets["unsettled"]):
            return (head, child)
        if child.dep_ == "xcomp" and head.lemma_ in ("have", "be") and child.lemma_ in (*sets["knowing"], *sets["unsettled"]):
            yet = next((c for c in (*head.children, *child.children) if c.lower_ == "yet"), None)
            if yet is not None:
                return (yet, child)
    return ()


def _cannot_tell(telling: Telling, head: Token, inner: Commitment) -> Words:
    """ "They cannot tell", "was unable to determine", "it had not established whether"."""
    sets = certainty_words().sets
    knows = head
    if head.lemma_ == "be":  # "is not in a position to determine", "was unable to say"
        knows = next(
            (
                t
                for t in telling.content
                if t.lemma_ in (*sets["knowing"], "say") and t.dep_ in ("acl", "xcomp", "relcl", "pcomp") and t.i > head.i
            ),
            head,
        )
        unable = next((c for c in head.children if c.dep_ == "acomp" and c.lower_ in ("unable", "powerless")), None)
        if unable is not None and knows != head:
            return (unable, knows)
    found = commitment(head, head)
    if not found.negated or knows.lemma_ not in (*sets["knowing"], "say"):
        return ()
    can = any(c.dep_ == "aux" and c.lower_ in ("can", "ca", "could") for c in head.children)
    perfect = any(c.dep_ == "auxpass" for c in head.children) or head.lemma_ in ("know", "be") or _asks(head)
    thing = knows == head and any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in head.children)  # "I do not know one person who"
    if knows.lemma_ == "say" and not (can and _asks(head)) and knows == head:
        return ()
    return (*found.negation, knows) if (can or perfect or knows != head) and not (thing and not can) else ()
