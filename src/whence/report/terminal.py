"""A trace → a terminal: stories, the findings that matter with their chains and reasons, the rest in a line, failures at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from whence.model import Evidence, Failure, Finding, Story, Trace
from whence.report.outline import Change, Dispute, FindingOutline, Group, StoryOutline, Telling, outline
from whence.report.words import (
    certainty_line,
    conflict_name,
    count_line,
    counting,
    derivation_name,
    labels,
    many,
    one_line,
    outlet_of,
)

TELLINGS_SHOWN = 6  # under one origin; the page and the JSON hold them all, here as below
FINDINGS_SHOWN = 20  # a story
REASONS_SHOWN = 4
LONGEST = 300  # characters of a statement
SOURCED_SHOWN = 12  # findings told once by a source, a story
DERIVATIONS_SHOWN = 8

STYLES = {"yes": "bold green", "maybe": "bold yellow"}
BULLETS = {"yes": "●", "maybe": "◐", "no": "○"}


def print_trace(trace: Trace, console: Console) -> None:
    """Print the whole answer. Nothing in it says whether a claim is true."""
    for each in outline(trace):
        _story(each, console)
    if not trace.stories:
        console.print(Text("No story found.", style="bold"))
    _failures(trace.failures, console)
    told = sum(len(finding.tellings) for story in trace.stories for finding in story.findings)
    counts = (many(len(trace.reports), "report"), many(len(trace.stories), "story", "stories"), many(told, "telling"))
    console.print(Text(" · ".join(counts) + ". Independent origins are counted; whether a claim is true is not judged.", style="dim"))


def _story(story: StoryOutline, console: Console) -> None:
    console.print(Rule(Text(f"{story.number}  {story.title}", style="bold"), align="left", style="dim"))
    outlets = {id: outlet_of(report, id) for id, report in story.reports}
    _indented(console, Text.assemble((many(len(outlets), "report"), "bold"), f": {_counted(outlets.values())}"), 3)
    _reasons(console, story.story.because, 3)
    _derivations(story.story, outlets, console)
    for finding in story.full[:FINDINGS_SHOWN]:
        console.print()
        _full(finding, outlets, console)
    _more(console, len(story.full) - FINDINGS_SHOWN, "finding told more than once", 1)
    if story.sourced:
        console.print()
        _indented(console, Text(f"Told once, by a source ({len(story.sourced)})", style="bold"), 1)
        for finding in story.sourced[:SOURCED_SHOWN]:
            _brief(finding, console)
        _more(console, len(story.sourced) - SOURCED_SHOWN, "finding", 5)
    if story.once:
        start = "… and" if story.full or story.sourced else "Only"
        statements = many(len(story.once), "statement")
        _indented(console, Text(f"{start} {statements} told once, in the outlet's own voice", style="dim"), 1)
    console.print()


def _derivations(story: Story, outlets: Mapping[str, str], console: Console) -> None:
    shown = story.derivations[:DERIVATIONS_SHOWN]
    for each in shown:
        took, given = (outlets.get(id, one_line(id)) for id in (each.to_report, each.from_report))
        share = f" ({each.share:.0%} of its words)" if each.share else ""
        _indented(console, Text.assemble(took, (f" {derivation_name(each)} ", "italic"), given, (share, "dim")), 3)
    _more(console, len(story.derivations) - len(shown), "derivation", 3)


def _full(finding: FindingOutline, outlets: Mapping[str, str], console: Console) -> None:
    it = finding.finding
    _bulleted(console, Text(f"{finding.number}."), Text(_short(it.text), style="bold"), 1)
    indent = 5
    _indented(console, Text.assemble((count_line(it), "cyan"), (f" · {certainty_line(it)} · {one_line(it.id)}", "dim")), indent)
    _reasons(console, it.because, indent)
    said: set[str] = set()
    for group in finding.groups:
        _origin(group, it, console, indent)
        _tellings(group.tellings, said, console, indent + 2)
    for circle in it.circles:
        _named(console, "cite each other", " → ".join(outlets.get(id, id) for id in (*circle, *circle[:1])), indent)
    for change in finding.changes:
        _change(change, outlets, console, indent)
    for dispute in finding.disputes:
        _dispute(dispute, outlets, console, indent)


def _origin(group: Group, finding: Finding, console: Console, indent: int) -> None:
    origin = group.origin
    if origin is None:
        text = "beside it, supporting nothing" if group.beside else "no origin in sight"
        _bulleted(console, Text("–"), Text(text, style="dim"), indent)
        _named(console, "denied by", _names(finding.against) if group.beside else "", indent + 2)
        _named(console, "no comment from", _names(finding.no_comment) if group.beside else "", indent + 2)
    else:
        head = Text.assemble((one_line(origin.name), STYLES.get(origin.counts, "dim")))
        if group.also_called:
            head.append(", also " + ", ".join(f"“{one_line(name)}”" for name in group.also_called))
        head.append(f"  {counting(origin)}{', a party to the matter' if origin.party else ''}", style="dim")
        _bulleted(console, Text(BULLETS.get(origin.counts, "○")), head, indent)


def _tellings(tellings: Sequence[Telling], said: set[str], console: Console, indent: int) -> None:
    """Chain and words of each; the words once where several reports, or origins, have the same."""
    for telling in tellings[:TELLINGS_SHOWN]:
        words = _short(telling.claim.words)
        line = Text(telling.chain)
        line.append("".join(f"  [{label}]" for label in labels(telling.claim)), style="yellow")
        if words.casefold() in said:
            line.append("  same words", style="dim")
        _indented(console, line, indent)
        if words.casefold() not in said:
            _indented(console, Text(f"“{words}”", style="italic"), indent + 2)
        said.add(words.casefold())
    _more(console, len(tellings) - TELLINGS_SHOWN, "telling", indent)


def _change(change: Change, outlets: Mapping[str, str], console: Console, indent: int) -> None:
    before, after = (f"{_place(end, outlets)} “{_short(end.words)}”" for end in (change.first.before, change.first.after))
    _bulleted(console, Text("~"), Text.assemble((f"{change.kinds}: ", "magenta"), before, " → ", after), indent)


def _dispute(dispute: Dispute, outlets: Mapping[str, str], console: Console, indent: int) -> None:
    head = Text.assemble((f"{conflict_name(dispute.conflict)}: ", "red"), _short(dispute.conflict.what))
    _bulleted(console, Text("≠"), head, indent)
    for side, (first, *others) in dispute.sides:
        also = _names(_place(other.evidence, outlets) for other in others)
        line = Text.assemble((side, "bold"), f"  {_place(first.evidence, outlets)} “{_short(first.evidence.words)}”")
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


def _more(console: Console, left: int, what: str, indent: int) -> None:
    if left > 0:
        noun, _, rest = what.partition(" ")
        _indented(console, Text(f"… and {many(left, f'more {noun}')} {rest}".rstrip(), style="dim"), indent)


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
