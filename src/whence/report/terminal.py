"""A trace → a terminal: stories, the findings that matter with their chains and reasons, the rest in a line, failures at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from whence.model import Derivation, Evidence, Failure, Finding, Story, Trace
from whence.report.outline import Change, Dispute, FindingOutline, Group, StoryOutline, outline
from whence.report.tellings import Said
from whence.report.words import (
    certainty_line,
    conflict_name,
    count_line,
    derivation_name,
    derivation_share,
    labels,
    many,
    one_line,
    origin_name,
    origin_note,
    origin_reasons,
    outlet_of,
    quoted,
)

WORDINGS_SHOWN = 5  # under one origin; the page and the JSON hold them all, here as below
CHAINS_SHOWN = 6  # of the same words
FINDINGS_SHOWN = 20  # a story
REASONS_SHOWN = 4
NAMES_SHOWN = 5  # of an origin
LONGEST = 300  # characters of a statement
SOURCED_SHOWN = 12  # findings told once by a source, a story
FINDINGS_IN_ALL, FEWEST_SHOWN = 60, 3  # shared among the stories, and the fewest for each
ALONE_SHOWN = 3  # stories of one report; more are listed by their titles, where other stories have several reports
LINES_SHOWN = 25
DERIVATIONS_SHOWN = 8
ID_SHOWN = 8  # characters; `whence why` takes how an id begins

STYLES = {"yes": "bold green", "maybe": "bold yellow"}
BULLETS = {"yes": "●", "maybe": "◐", "no": "○", "denied by": "✗", "no comment from": "–"}
NOBODY = Text("no origin in sight", style="dim")
HINT = "The words behind a finding: whence why ID INPUT… · as a page: whence trace INPUT… --html page.html"
PLAIN_REASON = "named as the source"  # what the chains show anyway


def print_trace(trace: Trace, console: Console) -> None:
    """Print the whole answer. Nothing in it says whether a claim is true. Of the reports, only outlet and id are used."""
    alone = [story.id for story in trace.stories if len(story.reports) == 1]
    in_lines = ALONE_SHOWN < len(alone) < len(trace.stories)
    room = _room(len(trace.stories) - len(alone) * in_lines)
    lines = []
    for each in outline(trace):
        if in_lines and len(each.story.reports) == 1:
            lines.append(each)
        else:
            _story(each, room, console)
    if lines:
        _stories_in_lines(lines, console)
    if not trace.stories:
        console.print(Text("No story found.", style="bold"))
    _failures(trace.failures, console)
    told = sum(len(finding.tellings) for story in trace.stories for finding in story.findings)
    counts = (many(len(trace.reports), "report"), many(len(trace.stories), "story", "stories"), many(told, "telling"))
    console.print(Text(" · ".join(counts) + ". Independent origins are counted; whether a claim is true is not judged.", style="dim"))
    if told:
        console.print(Text(HINT, style="dim"))


def _room(stories: int) -> tuple[int, int]:
    """How many findings of a story are shown: in full, and of those told once. With many stories fewer, so that all can be read."""
    share = FINDINGS_IN_ALL // max(1, stories)
    return min(FINDINGS_SHOWN, max(FEWEST_SHOWN, share)), min(SOURCED_SHOWN, max(FEWEST_SHOWN, share))


def _stories_in_lines(stories: Sequence[StoryOutline], console: Console) -> None:
    """Stories that one report tells alone, a line each: nothing in them is compared."""
    console.print(Rule(Text(f"Told by one report alone ({len(stories)})", style="bold"), align="left", style="dim"))
    for story in stories[:LINES_SHOWN]:
        outlets = ", ".join(outlet_of(report, id) for id, report in story.reports)
        text = Text.assemble(_short(story.title), (f"  {outlets}, {many(len(story.findings), 'statement')}", "dim"))
        _bulleted(console, Text(f"{story.number}"), text, 1)
    _more(console, len(stories) - LINES_SHOWN, "story", 4, "stories")
    console.print()


def _story(story: StoryOutline, room: tuple[int, int], console: Console) -> None:
    console.print(Rule(Text(f"{story.number}  {story.title}", style="bold"), align="left", style="dim"))
    outlets = {id: outlet_of(report, id) for id, report in story.reports}
    _indented(console, Text.assemble((many(len(outlets), "report"), "bold"), f": {_counted(outlets.values())}"), 3)
    for line in story.summary:
        _indented(console, Text(line, style="bold"), 3)
    _derivations(story.story, outlets, console)
    if len(outlets) > 1:
        _reasons(console, [f"one story, as {reason}" for reason in story.story.because[:1]], 3)
    for finding in story.full[: room[0]]:
        console.print()
        _full(finding, outlets, console)
    _more(console, len(story.full) - room[0], "finding told more than once", 1)
    _rest(story, room[1], console)
    console.print()


def _rest(story: StoryOutline, most: int, console: Console) -> None:
    """What is told once: by a source line by line, in the outlet's own voice in one line."""
    if story.sourced:
        console.print()
        _indented(console, Text(f"Told once, by a source ({len(story.sourced)})", style="bold"), 1)
        for finding in story.sourced[:most]:
            _brief(finding, console)
        _more(console, len(story.sourced) - most, "finding", 5)
    if story.once:
        start = "… and" if story.full or story.sourced else "Only"
        statements = many(len(story.once), "statement")
        _indented(console, Text(f"{start} {statements} told once, in the outlet's own voice", style="dim"), 1)


def _derivations(story: Story, outlets: Mapping[str, str], console: Console) -> None:
    """Who took from whom, a line for each giver and way: 'copied from Harbour Wire: Milbury Gazette (96% of its words)'."""
    together: dict[tuple[str, str], list[Derivation]] = {}
    for each in story.derivations:
        together.setdefault((derivation_name(each), each.from_report), []).append(each)
    for (name, given), listed in list(together.items())[:DERIVATIONS_SHOWN]:
        took = [f"{outlets.get(each.to_report, one_line(each.to_report))}{_share(each)}" for each in listed]
        line = Text.assemble((f"{name} ", "italic"), outlets.get(given, one_line(given)), (f": {', '.join(took)}", "dim"))
        _indented(console, line, 3)
    _more(console, sum(map(len, list(together.values())[DERIVATIONS_SHOWN:])), "derivation", 3)


def _share(derivation: Derivation) -> str:
    share = derivation_share(derivation)
    return f" ({share})" if share else ""


def _full(finding: FindingOutline, outlets: Mapping[str, str], console: Console) -> None:
    it = finding.finding
    _bulleted(console, Text(f"{finding.number}."), Text(_short(it.text), style="bold"), 1)
    indent = 5
    _indented(console, Text(count_line(it), style="cyan"), indent)
    _indented(console, Text(f"{certainty_line(it)} · why {one_line(it.id)[:ID_SHOWN]}", style="dim"), indent)
    _reasons(console, finding.reasons, indent)
    for group in finding.groups:
        _origin(group, console, indent)
        _wordings(group.said, console, indent + 2)
    for circle in it.circles:
        _named(console, "cite each other", " → ".join(_round(circle, outlets)), indent)
    _changes(finding.changes, outlets, console, indent)
    for dispute in finding.disputes:
        if not _is_said_above(dispute, it):
            _dispute(dispute, outlets, console, indent)


def _round(circle: Sequence[str], outlets: Mapping[str, str]) -> list[str]:
    """The outlets of a circle, back to the first; one that comes twice in a row is named once."""
    names = [outlets.get(id, one_line(id)) for id in (*circle, *circle[:1])]
    return [name for place, name in enumerate(names) if not place or name != names[place - 1]]


def _is_said_above(dispute: Dispute, finding: Finding) -> bool:
    """Whether who denies it, or would not say, stands among the origins already."""
    about = dispute.conflict.about
    return (about == "yes_no" and bool(finding.against)) or (about == "silence" and bool(finding.no_comment))


def _origin(group: Group, console: Console, indent: int) -> None:
    origin = group.origin
    if origin is None:
        text = Text.assemble((f"{group.beside}: ", "red"), _names(group.names) or "nobody named") if group.beside else NOBODY
        _bulleted(console, Text(BULLETS.get(group.beside, "○")), text, indent)
        return
    head = Text.assemble((origin_name(origin), STYLES.get(origin.counts, "dim")), (f"  {origin_note(origin)}", "dim"))
    _bulleted(console, Text(BULLETS.get(origin.counts, "○")), head, indent)
    called = [f"“{one_line(name)}”" for name in group.also_called]
    more = [f"and {len(called) - NAMES_SHOWN} more"] * (len(called) > NAMES_SHOWN)
    reasons = [reason for reason in origin_reasons(origin) if reason != PLAIN_REASON]
    notes = [*reasons, *(["also named as " + ", ".join(called[:NAMES_SHOWN] + more)] if called else [])]
    if notes:
        _indented(console, Text("; ".join(map(_short, notes)), style="dim"), indent + 2)


def _wordings(wordings: Sequence[Said], console: Console, indent: int) -> None:
    """The words once, and the chain of everybody who has them."""
    for said in wordings[:WORDINGS_SHOWN]:
        line = Text(quoted(_short(said.first.claim.words)), style="italic")
        line.append(f"  the same words in {said.reports} reports" if said.reports > 1 else "", style="not italic bold")
        _indented(console, line, indent)
        chains = said.chains
        for chain, marks in chains[:CHAINS_SHOWN]:
            _indented(console, Text.assemble(chain, ("".join(f"  [{mark}]" for mark in marks), "yellow")), indent + 2)
        _more(console, len(chains) - CHAINS_SHOWN, "chain", indent + 2)
    _more(console, len(wordings) - WORDINGS_SHOWN, "wording", indent)


def _changes(changes: Sequence[Change], outlets: Mapping[str, str], console: Console, indent: int) -> None:
    """What was told first, once, and what became of it in each report."""
    together: dict[tuple[str, Evidence], list[Evidence]] = {}
    for change in changes:
        together.setdefault((change.kinds, change.first.before), []).append(change.first.after)
    for (kinds, before), listed in together.items():
        _bulleted(console, Text("~"), Text.assemble((f"{kinds}: ", "magenta"), _quote(before, outlets)), indent)
        for after in listed:
            _bulleted(console, Text("→"), Text(_quote(after, outlets)), indent + 2)


def _quote(evidence: Evidence, outlets: Mapping[str, str]) -> str:
    return f"{_place(evidence, outlets)} {quoted(_short(evidence.words))}"


def _dispute(dispute: Dispute, outlets: Mapping[str, str], console: Console, indent: int) -> None:
    about_it = dispute.conflict.about in ("yes_no", "silence")  # what it is about stands above
    head = Text.assemble((conflict_name(dispute.conflict), "red"), "" if about_it else f": {_short(dispute.conflict.what)}")
    _bulleted(console, Text("≠"), head, indent)
    for side, (first, *others) in dispute.sides:
        also = _names(_place(other.evidence, outlets) for other in others)
        line = Text.assemble((side, "bold"), f"  {_quote(first.evidence, outlets)}")
        line.append(f"  so too {also}" if also else "", style="dim")
        _indented(console, line, indent + 2)


def _place(evidence: Evidence, outlets: Mapping[str, str]) -> str:
    return outlets.get(evidence.report, one_line(evidence.report))


def _brief(finding: FindingOutline, console: Console) -> None:
    for telling in finding.tellings:
        marks = "".join(f"  [{label}]" for label in labels(telling.claim))
        text = Text.assemble(_short(finding.finding.text), (f"  {telling.chain}", "dim"), (marks, "yellow"))
        _bulleted(console, Text(f"{finding.number}."), text, 1)


def _named(console: Console, label: str, names: str, indent: int) -> None:
    if names:
        _indented(console, Text.assemble((f"{label}: ", "red"), names), indent)


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(one_line(name) for name in names))


def _reasons(console: Console, reasons: Sequence[str], indent: int) -> None:
    for reason in reasons[:REASONS_SHOWN]:
        _bulleted(console, Text("because", style="dim"), Text(_short(reason), style="dim"), indent)
    _more(console, len(reasons) - REASONS_SHOWN, "reason", indent)


def _failures(failures: Sequence[Failure], console: Console) -> None:
    if not failures:
        return
    console.print(Text(f"Not finished: {many(len(failures), 'input')}", style="bold red"))
    for failure in failures:
        text = Text.assemble((one_line(failure.report), "bold"), f" ({one_line(failure.room)}): {one_line(failure.reason)}")
        _bulleted(console, Text("!"), text, 1)


def _more(console: Console, left: int, what: str, indent: int, plural: str = "") -> None:
    if left > 0:
        noun, _, rest = what.partition(" ")
        counted = many(left, f"more {noun}", f"more {plural}" if plural else "")
        _indented(console, Text(f"… and {counted} {rest}".rstrip(), style="dim"), indent)


def _counted(names: Iterable[str]) -> str:
    """'Harbour Wire (2), Coast Radio'."""
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in Counter(names).items())


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + " …"


def _indented(console: Console, text: Text, indent: int) -> None:
    console.print(Padding(text, (0, 0, 0, indent)))


def _bulleted(console: Console, bullet: Text, text: Text, indent: int) -> None:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    grid.add_row(bullet, text)
    console.print(Padding(grid, (0, 0, 0, indent)))
