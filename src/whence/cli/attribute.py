"""`whence attribute`: inputs → what each report lays to whom, one line a report."""

from typing import TYPE_CHECKING

from whence.cli.answer import list_failures
from whence.cli.lean import lean_spacy
from whence.cli.options import AsJson, Inputs, Lexicon, NoProgress, Offline, Outlet, SpacyModel, Threads, settings_from
from whence.cli.output import Counted, console, for_people, json_out, may_mix, progress_line
from whence.model import Attribution, Failure, Reading
from whence.text import cover

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = (("content", "green"), ("cue", "bold yellow"), ("source", "bold cyan"))  # where places meet, the later one shows


def attribute(  # noqa: PLR0913  one parameter for each option
    inputs: Inputs,
    as_json: AsJson = False,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    spacy_model: SpacyModel = None,
    threads: Threads = 0,
    offline: Offline = False,
    no_progress: NoProgress = False,
) -> None:
    """Show who says what in each report.

    Each attribution with its source, cue and content; as JSON one line a report.

    Example: whence attribute report.txt --json
    """
    settings = settings_from(outlet, lexicon, spacy_model, threads, offline)
    people, failures = for_people(as_json), list[Failure]()
    with lean_spacy():
        from whence.pipeline import read_all
    from whence.report import attribute_object, json_text

    with progress_line(not no_progress and not people and may_mix(people)) as progress:
        readings = Counted(read_all(inputs, settings, failures, progress))
        out, screen = json_out(), console() if people else None
        for reading in readings:
            if screen:
                _show(reading, screen)
            else:
                out.write(json_text(attribute_object(reading)) + "\n")
    list_failures(failures, readings.given)


def _show(reading: Reading, screen: "Console") -> None:
    from rich.rule import Rule
    from rich.text import Text

    report = reading.report
    many = "1 attribution" if len(reading.attributions) == 1 else f"{len(reading.attributions)} attributions"
    screen.print(Rule(Text(f"{report.id}  {many}"), align="left", style="dim"))
    for attribution in reading.attributions:
        screen.print(_marked(attribution, report.text))
        screen.print(_way(attribution), style="dim")


def _marked(attribution: Attribution, text: str) -> "Text":
    """The words from the first marked place to the last, with source, cue and content in colours."""
    from rich.text import Text

    place = cover((*attribution.source, *attribution.cue, *attribution.content))
    shown = Text(place.of(text))
    for part, style in STYLES:
        for span in getattr(attribution, part):
            shown.stylize(style, span.start - place.start, span.end - place.start)
    return shown


def _way(attribution: Attribution) -> "Text":
    """ "   Reuters ← KCNA · indirect" """
    from rich.text import Text

    from whence.report.words import DOUBTFUL

    hops = " ← ".join(f"{source.name} ({source.kind.value})" for source in attribution.chain) or "nobody named"
    doubt = f" · doubtful ({attribution.confidence:.0%} sure)" if attribution.confidence < DOUBTFUL else ""
    return Text(f"   {hops} · {attribution.manner}{doubt}")
