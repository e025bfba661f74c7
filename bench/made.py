"""A count → that many made reports in Report form, for measuring speed and memory where no real ones may be kept.

About half of them come in stories of 4 to 12 (a first report, copies of it with a credit, and retellings of some of its facts in another
order and frame), the others stand alone. Lengths run from 70 to 500 words, as news does; half of the sentences are laid to somebody.
Names are made of syllables; the words are common ones, a few dozen drawn for each story, so that unrelated reports differ as news does.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from whence.model import Report
from whence.text import sha256

STORY = (4, 12)  # reports of one story
ALONE = 0.5  # share of reports that belong to no story
COPIED = 0.3  # share of a story's later reports that run its first one word for word
FACTS = (4, 26)  # sentences of a report: 18 words each
START = datetime(2024, 3, 1, 6, tzinfo=UTC)

SYLLABLES = "bar ben dor del kas ken lor lim mar mel nor nim ras rel sol sin tar tev vel vor zan zel gor hal jur pol".split()
THINGS = (
    "bridge harbour tariff school vaccine pipeline budget ferry factory tunnel hospital satellite orchard drone election contract glacier"
    " airline mine museum refinery strike embargo railway stadium reservoir prison bank forest parade missile ceasefire convoy warehouse"
    " treaty inquiry protest flood drought festival merger lawsuit tax pension subsidy patent airport radar frigate border camp village"
    " clinic virus laboratory telescope dam turbine reactor battery market bond currency loan auction grain wheat cattle fishery vessel"
    " tanker cable network server camera archive library theatre orchestra film novel painting statue temple mosque cathedral court jury"
    " verdict ballot mayor senate cabinet ministry garrison brigade patrol checkpoint minefield shelter visa passport quota licence port"
    " crane barge canal highway tram bus taxi bicycle engine tractor harvest vineyard brewery bakery kitchen restaurant hotel beach reef"
).split()
DONE = (
    "closed inspected delayed repaired sold attacked searched approved evacuated financed moved abandoned expanded seized tested opened"
    " flooded rebuilt guarded surveyed cancelled damaged cleared insured audited shelled renamed leased occupied blocked defended ordered"
).split()
KINDS = (
    "northern old disputed private public empty new coastal rural joint secret temporary costly military regional southern idle foreign"
    " historic remote crowded unsafe modern central small large second third national provincial wooden electric frozen toxic"
).split()
OFFICES = "defence foreign transport health finance interior energy labour trade justice".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AGENCIES = ("Reuters", "AFP", "the Associated Press", "Xinhua", "TASS")
FRAMES = (
    "{fact}.",
    "{fact}.",
    "{fact}.",
    "{fact}, {who} said on {day}.",
    "{who} said {low}.",
    "{who} told {agency} that {low}.",
    "According to {who}, {low}.",
    '"{fact}," said {who}.',
    "{who} denied that {low}.",
    "Officials said {low}, {agency} reported.",
    "It is believed that {low}.",
    "{fact}, the {office} ministry said in a statement.",
)
CLAUSES = (
    "the {kind} {thing} near {place} was {done} after {number} {kind2} {thing2}s were {done2} in the {kind3} {thing3}",
    "at least {number} people left the {kind} {thing} in {place} when the {kind2} {thing2} was {done}",
    "the {kind} {thing} will be {done} before {day}, and the {thing2} of {place} may be {done2} next year",
    "{number} {thing}s from {place} were {done} because the {kind} {thing2} had not been {done2} since {year}",
    "workers at the {thing} in {place} found a {kind} {thing2} that somebody had {done} {number} days before",
    "the {office} ministry has {done} the {kind} {thing} and promised {number} million dollars for the {thing2} of {place}",
)


@dataclass(frozen=True, slots=True)
class Event:
    """What the reports of one story draw from."""

    place: str
    people: tuple[str, ...]
    facts: tuple[str, ...]
    day: datetime


def made_reports(count: int, seed: int = 7) -> Iterator[Report]:
    """Reports in the order of a busy day's inbox: stories and lone reports in turn. The same seed gives the same reports."""
    draw, made = random.Random(seed), 0
    while made < count:
        wanted = 1 if draw.random() < _lone_events() else draw.randint(*STORY)
        for report in _story(draw, min(wanted, count - made), made):
            yield report
            made += 1


def _lone_events() -> float:
    """Of all events, how many have one report, so that `ALONE` of the reports are alone."""
    mean = sum(STORY) / 2
    return ALONE * mean / (ALONE * mean + 1 - ALONE)


def _story(draw: random.Random, reports: int, number: int) -> Iterator[Report]:
    event = _event(draw)
    first = _told(draw, event)
    for n in range(reports):
        copied = n > 0 and draw.random() < COPIED
        text = f"{first}\n\n(With inputs from {draw.choice(AGENCIES)})" if copied else first if n == 0 else _told(draw, event)
        outlet = f"{_name(draw)} {draw.choice(('Times', 'Post', 'Herald', 'Daily', 'News'))}"
        published = event.day + timedelta(minutes=n * draw.randint(5, 90))
        yield Report(id=f"m{number + n}", text=text, sha256=sha256(text.encode()), outlet=outlet, published=published)


def _event(draw: random.Random) -> Event:
    words = [draw.sample(some, k) for some, k in ((THINGS, 14), (DONE, 9), (KINDS, 9))]
    place, number = _name(draw), draw.randint(FACTS[0] + 2, FACTS[1] + 4)
    people = tuple(f"{_name(draw)} {_name(draw)}" for _ in range(3))
    facts = tuple(_fact(draw, words, draw.choice((place, place, _name(draw)))) for _ in range(number))
    return Event(place, people, facts, START + timedelta(hours=draw.randint(0, 24 * 90)))


def _fact(draw: random.Random, words: list[list[str]], place: str) -> str:
    things, done, kinds = (draw.sample(some, 3) for some in words)
    return draw.choice(CLAUSES).format(
        thing=things[0],
        thing2=things[1],
        thing3=things[2],
        done=done[0],
        done2=done[1],
        kind=kinds[0],
        kind2=kinds[1],
        kind3=kinds[2],
        place=place,
        number=draw.randint(2, 900),
        year=draw.randint(1990, 2022),
        day=draw.choice(DAYS),
        office=draw.choice(OFFICES),
    )


def _told(draw: random.Random, event: Event) -> str:
    """A headline and paragraphs: some of the facts, in some order, each in a frame of its own."""
    facts = draw.sample(event.facts, min(len(event.facts), draw.randint(*FACTS)))
    lead = facts[0].split(" after ")[0].split(" when ")[0].split(" because ")[0]
    place, day = event.place.upper(), event.day.strftime("%B %d")
    paragraphs = [f"{place}, {day} - {_framed(draw, facts[0], event)}", *(_framed(draw, fact, event) for fact in facts[1:])]
    body = "".join(paragraph + ("\n\n" if draw.random() < 0.6 else " ") for paragraph in paragraphs)
    return f"{_capital(lead)}\n\n{body.strip()}"


def _framed(draw: random.Random, fact: str, event: Event) -> str:
    told = draw.choice(FRAMES).format(
        fact=_capital(fact),
        low=fact,
        who=draw.choice(event.people),
        day=draw.choice(DAYS),
        agency=draw.choice(AGENCIES),
        office=draw.choice(OFFICES),
    )
    return _capital(told)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=2)).capitalize()
