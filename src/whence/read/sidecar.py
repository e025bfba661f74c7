"""A file → the facts that stand beside it.

The rule: facts of `name.txt` stand in `name.meta.json` or `name.meta.yaml` beside it (keys outlet, owner, byline, published, url, …), or
in one list for the folder, `reports.json`, `reports.yaml` or `scenario.yaml`, in the file's folder or the one above, as entries under
`reports:` with `file` (a path from the list's folder) or `id` (the file's stem), and the same keys. The own sidecar wins over the list.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from whence.errors import SettingsError
from whence.read.facts import Facts, facts_from

OWN = (".meta.json", ".meta.yaml", ".meta.yml")
LISTS = ("reports.json", "reports.yaml", "reports.yml", "scenario.yaml")
LARGEST = 20_000_000  # bytes


def is_sidecar(path: Path) -> bool:
    return path.name in LISTS or path.name.endswith(OWN)


def facts_beside(path: Path) -> Facts:
    """What the sidecars say of this file; SettingsError for one that cannot be read."""
    facts = Facts()
    for own in (path.with_name(path.stem + ending) for ending in OWN):
        if own.is_file():
            said = _load(own)
            if not isinstance(said, Mapping):
                raise SettingsError(f"{own}: expected keys such as outlet and published; correct the file or remove it")
            facts = facts.over(_facts(said, own))
    for folder in dict.fromkeys((path.parent, path.resolve().parent, path.parent.resolve().parent)):
        for listing in (folder / name for name in LISTS):
            try:
                changed = listing.stat().st_mtime_ns
            except OSError:
                continue
            entry = _listed(listing, changed).get(str(path.resolve())) or (
                _listed(listing, changed).get(path.stem) if folder == path.parent else None
            )
            if entry:
                facts = facts.over(_facts(entry, listing))
    return facts


def _facts(said: Mapping[str, Any], where: Path) -> Facts:
    known = {name: value for name, value in said.items() if value is not None or name == "headline"}
    return facts_from(known, where.name)


@lru_cache(maxsize=32)
def _listed(listing: Path, changed: int) -> Mapping[str, Mapping[str, Any]]:
    """The entries of a folder's list, by the resolved path of their file, or by id where they name no file. `changed` makes edits seen."""
    said = _load(listing)
    entries = said.get("reports") if isinstance(said, Mapping) else said
    if not isinstance(entries, list):
        return MappingProxyType({})
    made: dict[str, Mapping[str, Any]] = {}
    for entry in entries:
        if isinstance(entry, Mapping) and isinstance(entry.get("file"), str):
            made[str((listing.parent / entry["file"]).resolve())] = entry
        elif isinstance(entry, Mapping) and entry.get("id") is not None:
            made[str(entry["id"])] = entry
    return MappingProxyType(made)


def _load(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise SettingsError(f"{path} is larger than {LARGEST:,} bytes; split the folder")
        text = path.read_text(encoding="utf-8-sig")
        return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as wrong:
        reason = " ".join(str(wrong).split())[:160]
        raise SettingsError(f"{path} cannot be read ({reason}); correct the file or remove it") from wrong
