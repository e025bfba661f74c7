"""The public names of `whence` → docs/api.md. `python -m tests.docs.api_page` writes it; a test says when it is out of date."""

import dataclasses
import inspect
import re
from pathlib import Path
from typing import Any

import whence

HEAD = """# The Python API

Made from the code by `python -m tests.docs.api_page`; do not edit. All nouns are frozen values; spans are half-open character ranges
into `Report.text`.
"""


def page() -> str:
    named = {name: getattr(whence, name) for name in whence.__all__}
    verbs = [name for name, thing in named.items() if inspect.isfunction(thing)]
    nouns = [name for name in named if name not in verbs]
    sections = [
        HEAD,
        "## Verbs\n",
        *(_verb(name, named[name]) for name in verbs),
        "## Nouns\n",
        *(_noun(name, named[name]) for name in nouns),
    ]
    return "\n".join(sections)


def _verb(name: str, function: Any) -> str:
    return f"### whence.{name}\n\n```\n{name}{_short(str(inspect.signature(function)))}\n```\n\n{inspect.getdoc(function)}\n"


def _noun(name: str, kind: Any) -> str:
    fields = "\n".join(f"    {field.name}: {_type(field.type)}" for field in dataclasses.fields(kind))
    return f"### whence.{name}\n\n{inspect.getdoc(kind)}\n\n```\n{name}\n{fields}\n```\n"


def _type(kind: Any) -> str:
    return kind.__name__ if isinstance(kind, type) and not hasattr(kind, "__args__") else _short(str(kind))


def _short(annotation: str) -> str:
    """Names without the modules they live in and without quotes, the same on every Python."""
    return re.sub(r"(?:[A-Za-z_]\w*\.)+([A-Za-z_]\w*)", r"\1", re.sub(r"(: |-> )'([^']+)'", r"\1\2", annotation))


if __name__ == "__main__":
    (Path(__file__).resolve().parents[2] / "docs" / "api.md").write_text(page(), encoding="utf-8")
