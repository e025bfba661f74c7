"""The journey on one page.

    1. read          bytes → Reports                         whence.read
    2. segment       Report → blocks, one parse              whence.segment
    3. attribute     who says what, where                    whence.attribute
    4. claims        attributions → Claims                   whence.claims
    5. stories       Reports about the same event            whence.stories
    6. derivation    who took from whom                      whence.derivation
    7. propositions  Claims that say the same thing          whence.propositions
    8. independence  Proposition + ties → Finding            whence.independence
    9. report        Findings → terminal, JSON, HTML         whence.report, called by the doors

Steps 1 to 4 look at one report at a time, 5 at the cards of all, 6 to 8 at one story at a time: memory holds the cards, one story
and a batch of parses. This is the only file that knows the order, and the only one that catches the project's errors.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import batched, islice
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from whence.attribute import attribute, credit_chain, flat, sure, tellings
from whence.claims import read_claims
from whence.derivation import trace_copying
from whence.errors import WhenceError
from whence.independence import make_scene, meanings_of, retell, settle, weigh
from whence.independence import recall as take_back
from whence.lexicons.actors import Actors, load_actors
from whence.model import Failure, Finding, Parsed, Reading, Recall, Report, Story, Trace
from whence.models import Encoder, load_encoder, load_matcher, load_parser
from whence.models.tagger import Seen, Tagger, load_tagger
from whence.propositions import match, remembered, vectors_of
from whence.read import read_inputs
from whence.segment import blocks_read, find_blocks, parse
from whence.settings import Settings
from whence.store.spool import Spool
from whence.stories import Card, alike_reports, card_bytes, card_from, group, lead_bytes, lead_text, make_card, near_leads, regroup

if TYPE_CHECKING:
    from whence.store.shelf import Store

Input = str | Path | Report
Progress = Callable[[int, str], None]
REPORTS_AT_ONCE = 64  # parsed together
SEEN_AHEAD = 8  # reports that the tagger sees before they are parsed: some 2 MB each
LEADS_AT_ONCE = 64  # leads encoded, and readings stored, together
PLACED_AT_ONCE = 250  # reports of a store that are placed together, among all before them
KEPT_AT_ONCE = 12  # reports whose stories are weighed, and then kept, together


@dataclass(frozen=True)
class TraceStream:
    """A trace that is still being worked out: take the stories first, then `reports`. `failures` grows meanwhile."""

    stories: Iterator[Story]
    reports: Iterator[Report]
    failures: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did to a store."""

    new: int
    unchanged: int
    replaced: int
    stories_touched: int
    failures: tuple[Failure, ...]


def trace(inputs: Iterable[Input], settings: Settings | None = None, progress: Progress | None = None) -> Trace:
    """Reports, or the names of files, folders and addresses → their stories, with every claim weighed."""
    stream = stream_trace(inputs, settings, progress)
    stories = tuple(stream.stories)
    return Trace(stories, tuple(stream.reports), tuple(stream.failures))


def stream_trace(inputs: Iterable[Input], settings: Settings | None = None, progress: Progress | None = None) -> TraceStream:
    """The same for more reports than fit in memory: stories come one by one."""
    settings = settings or Settings.default()
    spool, order = Spool(), list[str]()
    failures: list[Failure] = []

    def stories() -> Iterator[Story]:
        made: list[Future[list[Card]]] = []
        with ThreadPoolExecutor(1) as beside:  # the leads of a batch are encoded while the next one is parsed
            for batch in batched(read_all(inputs, settings, failures, progress), LEADS_AT_ONCE):
                for reading in batch:
                    spool.put(reading)
                    order.append(reading.report.id)
                made.append(beside.submit(make_cards, batch, load_encoder(settings)))
        cards = [card for future in made for card in future.result()]
        for done, story in enumerate(group(cards), start=1):
            yield weigh_story(story, spool.readings(story.reports), load_matcher(settings), failures, load_actors(settings.lexicon))
            if progress:
                progress(done, "stories weighed")

    return TraceStream(stories(), (spool.get(id).report for id in order), failures)


def read_all(inputs: Iterable[Input], settings: Settings, failures: list[Failure], progress: Progress | None = None) -> Iterator[Reading]:
    """Steps 1 to 4, streaming. What fails goes to `failures` with the room and the reason; the rest goes on."""
    reports = (find_blocks(report, load_actors(settings.lexicon)) for report in _reports(inputs, settings, failures))
    for done, (parsed, seen) in enumerate(parsed_and_seen(reports, settings), start=1):
        reading = _reading(parsed, seen, settings, failures)
        if reading:
            yield reading
        if progress:
            progress(done, "reports read")


def parsed_and_seen(reports: Iterable[Report], settings: Settings) -> Iterator[tuple[Parsed[Doc], list[Seen]]]:
    """The parse of each report, with what the tagger saw in it meanwhile on another core."""
    with ThreadPoolExecutor(1) as beside:
        tagger, nlp = beside.submit(load_tagger, settings), load_parser(settings)
        for batch in batched(reports, REPORTS_AT_ONCE):
            waiting = iter(batch)
            ahead = deque(beside.submit(_see, tagger.result(), report) for report in islice(waiting, SEEN_AHEAD))
            for parsed in parse(batch, nlp):
                ahead.extend(beside.submit(_see, tagger.result(), report) for report in islice(waiting, 1))
                yield parsed, ahead.popleft().result()


def _see(tagger: Tagger, report: Report) -> list[Seen]:
    return tagger.see([block.span.of(report.text) for block in blocks_read(report)])


def _reading(parsed: Parsed[Doc], seen: list[Seen], settings: Settings, failures: list[Failure]) -> Reading | None:
    actors, room = load_actors(settings.lexicon), "attribute"
    try:
        attributions = attribute(parsed, actors, seen)
        room = "claims"
        told = tellings(parsed.report.text, attributions)
        claims = read_claims(parsed, tuple(filter(sure, attributions)), told, credit_chain(parsed, actors))
        return Reading(parsed.report, flat(attributions), claims)
    except Exception as error:  # a hostile text must not end the batch: recorded, listed at the end, never hidden
        failures.append(Failure(parsed.report.id, room, _line(error)))
        return None


def _line(error: Exception) -> str:
    if isinstance(error, WhenceError):
        return str(error)
    return f"could not be read ({type(error).__name__}: {error}); this is a fault of ours: please report it with the text"


def _reports(inputs: Iterable[Input], settings: Settings, failures: list[Failure]) -> Iterator[Report]:
    listed = list(inputs)
    yield from (given for given in listed if isinstance(given, Report))
    for read in read_inputs((given for given in listed if not isinstance(given, Report)), settings):
        if isinstance(read, Failure):
            failures.append(read)
        else:
            yield read


def make_cards(readings: Iterable[Reading], encoder: Encoder) -> list[Card]:
    """The slim cards that stories are found with."""
    listed = list(readings)
    vectors = encoder.encode([lead_text(reading.report) for reading in listed])
    return [make_card(reading.report, reading.claims, vector) for reading, vector in zip(listed, vectors)]


def weigh_story(story: Story, readings: list[Reading], matcher: Encoder, failures: list[Failure], actors: Actors | None = None) -> Story:
    """Steps 6 to 8 for one story; the story alone, without findings, where a step fails."""
    room = "derivation"
    try:
        derivations = trace_copying(readings)
        room = "propositions"
        claims = {claim.id: claim for reading in readings for claim in reading.claims}
        told, encode = list(claims.values()), remembered(matcher.encode)
        propositions = match(told, encode)
        room = "independence"
        meanings = meanings_of(told, vectors_of(told, encode)) if len(story.reports) > 1 else None  # one report alone is compared with none
        scene = make_scene([reading.report for reading in readings], derivations, told, actors, meanings)
        findings = [weigh(p, [claims[id] for id in p.claims], [claims[id] for id in p.rivals], scene, story.id) for p in propositions]
        settled = settle(sorted(findings, key=_most_told), encode, meanings)
    except Exception as error:  # as above: the other stories go on
        failures.append(Failure(", ".join(story.reports), room, _line(error)))
        return story
    return replace(story, derivations=derivations, findings=settled)


def _most_told(finding: Finding) -> tuple[int, int, int, str]:
    attributed = sum(bool(claim.chain) for claim in finding.tellings)
    return -len({claim.report for claim in finding.tellings}), -attributed, -len(finding.tellings), finding.id


# ---------------------------------------------------------------------------------------------- the same journey over a store


def add(inputs: Iterable[Input], store: "Store", settings: Settings | None = None, progress: Progress | None = None) -> Added:
    """Put reports into a store and make the stories they touch anew. What an earlier run left undone is done too."""
    settings = settings or Settings.default()
    failures: list[Failure] = []
    changes: Counter[str] = Counter()
    encoder = load_encoder(settings)
    if not store.has_all_leads(encoder.dimensions):
        store.put_leads((row.report, lead_bytes(card_from(*row))) for row in store.card_rows())

    def unknown() -> Iterator[Report]:
        for report in _reports(inputs, settings, failures):
            named = _apart(report, store)
            if store.has(named.id, named.sha256):
                changes["unchanged"] += 1
            else:
                yield named

    for readings in batched(read_all(unknown(), settings, failures, progress), LEADS_AT_ONCE):
        cards = make_cards(readings, encoder)
        changes.update(store.add_all([(reading, *card_bytes(card)) for reading, card in zip(readings, cards)]))
    touched = place(store, load_matcher(settings), failures, progress, load_actors(settings.lexicon))
    return Added(changes["new"], changes["unchanged"], changes["replaced"], touched, tuple(failures))


def _apart(report: Report, store: "Store") -> Report:
    """A file of the same name from another folder is another report: it takes its folder's name before its own."""
    if report.path is None or not (known := next(store.reports([report.id]), None)) or known.path is None:
        return report
    here, there = Path(report.path).resolve(), Path(known.path).resolve()
    return report if here == there or report.sha256 == known.sha256 else replace(report, id=f"{here.parent.name}/{report.id}")


def place(store: "Store", matcher: Encoder, failures: list[Failure], progress: Progress | None = None, actors: Actors | None = None) -> int:
    """Steps 5 to 8 for the reports of a store that are in no story, or in a stale one. Stories are kept a few at once, as they are done."""
    done, waiting, among = 0, store.waiting(), store.size()
    for numbers in batched(list(waiting), PLACED_AT_ONCE):
        new = [card_from(*row) for row in store.cards(waiting[number] for number in numbers)]
        looked_at = [card_from(*row) for row in store.cards(store.named(near_leads(new, store.leads(), waiting)))]
        near = store.stories_of(alike_reports(new, looked_at, among))
        made, _ = regroup(new, [card_from(*row) for story in near for row in store.cards(story.reports)], near, among)
        as_before = {frozenset(story.reports) for story in near}
        for some in _lots(story for story in made if frozenset(story.reports) not in as_before):
            store.put_stories([weigh_story(story, list(store.readings(story.reports)), matcher, failures, actors) for story in some])
            done += len(some)
            if progress:
                progress(done, "stories weighed")
        for number in numbers:
            del waiting[number]
    return done


def _lots(stories: Iterable[Story]) -> Iterator[list[Story]]:
    """The small ones first, as many together as have `KEPT_AT_ONCE` reports; a larger one alone."""
    lot: list[Story] = []
    for story in sorted(stories, key=lambda each: len(each.reports)):
        if lot and sum(len(each.reports) for each in (*lot, story)) > KEPT_AT_ONCE:
            yield lot
            lot = []
        lot.append(story)
    yield from [lot] if lot else []


def trace_store(store: "Store", settings: Settings | None = None) -> TraceStream:
    """What a store holds: nothing is read or weighed again."""
    return TraceStream(store.stories(), store.reports())


def recall(over: "Trace | Store", origin: str, story: str | None = None, settings: Settings | None = None) -> Recall:
    """Take one origin away, and see every finding that changes: of one story, or of all in a trace or a store.

    `origin` is a name that the findings show, or how it begins; `settings` those that they were
    weighed with. Nothing is read or compared again.
    """
    known = load_actors(settings.lexicon) if settings else None
    if isinstance(over, Trace):
        reports = {report.id: report for report in over.reports}
        chosen = [each for each in over.stories if story in (None, each.id)]
        return take_back(origin, lambda: (retell(each, [reports[id] for id in each.reports if id in reports], known) for each in chosen))
    ids = over.story_ids() if story is None else [story]
    return take_back(origin, lambda: (retell(each, over.reports(each.reports), known) for each in map(over.story, ids)))
