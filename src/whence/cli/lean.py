"""spaCy without its own command line, which it imports (with requests, Jinja and weasel) for one function that we do not call.

That takes 0.4 of the 1.1 s of `import spacy`. Only our own commands leave it out: who imports `whence` gets spaCy whole.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

LEFT_OUT = ("spacy.cli", "spacy.cli.info")


@contextmanager
def lean_spacy() -> Iterator[None]:
    """What imports spaCy first in this block gets an empty `spacy.cli`; afterwards the real one can be imported as ever."""
    if "spacy" in sys.modules:
        yield
        return
    empty = {name: ModuleType(name) for name in LEFT_OUT}
    empty["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    sys.modules.update(empty)
    try:
        yield
    finally:
        for name, module in empty.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
