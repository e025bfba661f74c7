"""`whence add`: inputs → a store, incrementally."""

import json

from whence.cli.answer import list_failures
from whence.cli.lean import lean_spacy
from whence.cli.options import AsJson, Db, Inputs, Lexicon, NoProgress, Offline, Outlet, SpacyModel, Threads, settings_from
from whence.cli.output import for_people, json_out, progress_line


def add(  # noqa: PLR0913  one parameter for each option
    inputs: Inputs,
    db: Db,
    as_json: AsJson = False,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    spacy_model: SpacyModel = None,
    threads: Threads = 0,
    offline: Offline = False,
    no_progress: NoProgress = False,
) -> None:
    """Put reports into a store.

    The store is made if it is not there. The same report twice changes nothing; a new one updates only the stories it touches.

    Example: whence add inbox/ --db news.db
    """
    settings = settings_from(outlet, lexicon, spacy_model, threads, offline)
    with lean_spacy():
        from whence import pipeline
    from whence.store import open_store

    with open_store(db, create=True) as store, progress_line(not no_progress) as progress:
        added = pipeline.add(inputs, store, settings, progress)
    counts = {"new": added.new, "unchanged": added.unchanged, "replaced": added.replaced, "stories_touched": added.stories_touched}
    if for_people(as_json):
        touched = f"{added.stories_touched} {'story' if added.stories_touched == 1 else 'stories'} touched"
        told = f"{added.new} new, {added.unchanged} unchanged, {added.replaced} replaced; {touched}"
        json_out().write(told + "\n")
    else:
        json_out().write(json.dumps(counts) + "\n")
    list_failures(added.failures, added.new + added.unchanged + added.replaced)
