"""Writes entries into the text of a registry file as a person would: comments and order stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, Table

from crawler.registry import RegistryError
from extract.region_table import regions

if TYPE_CHECKING:
    from tomlkit.items import Item

_LONGEST_LINE = 90
"""Characters of a list's values from which on each has a line of its own."""

_OF_THE_OPERATOR = frozenset({"selectors", "delay"})
"""Keys that stay where an entry is replaced by one without them: somebody chose them, and a probe cannot know why."""

_HEADING = "# Portal sendiri, dibaca bersama registri bawaan (own portals, read beside the bundled registry).\n\n"


def file_for(registry: Path, name: str, region: str) -> Path:
    """Return the file of the registry, a file or folder, where the entry of the portal `name` belongs.

    In a folder that is the file that has it, else the one of its province, as the bundled ones are named.
    """
    if not registry.is_dir():
        return registry
    heading = re.compile(rf"^\s*\[\s*[\"']?{re.escape(name)}[\"']?\s*\]", re.MULTILINE)
    files = sorted(registry.glob("*.toml"))
    known = next((file for file in files if heading.search(file.read_text(encoding="utf-8-sig"))), None)
    province = regions()[region[:2]].name.casefold().replace(" ", "-")
    return known or registry / f"{province}.toml"


def entry_text(name: str, keys: Mapping[str, object]) -> str:
    """Return the table of one portal as it stands in a registry file."""
    document = tomlkit.document()
    document.add(name, _table(keys))
    return tomlkit.dumps(document)


def with_entry(text: str, name: str, keys: Mapping[str, object]) -> str:
    """Return the text of a registry file with the portal in it: in the place of the one of that name, else at its end.

    Of one that is replaced the comments stay; so do its selectors and its delay where `keys` have none. Raises
    RegistryError where the text is not TOML.
    """
    if not text.strip():
        return (text or _HEADING) + entry_text(name, keys)
    try:
        document = tomlkit.parse(text)
        known = document.get(name)
        if isinstance(known, Table):
            _change(known, keys)
            return tomlkit.dumps(document)
    except TOMLKitError as error:
        raise RegistryError(f"not TOML: {error}") from error
    return text.rstrip("\n") + "\n\n" + entry_text(name, keys)


def _change(table: Table, keys: Mapping[str, object]) -> None:
    for key in [key for key in table if key not in keys and key not in _OF_THE_OPERATOR]:
        del table[key]
    for key, value in keys.items():
        if table.get(key) != value:
            table[key] = _item(value)


def _table(keys: Mapping[str, object]) -> Table:
    table = tomlkit.table()
    for key, value in keys.items():
        table.add(key, _item(value))
    return table


def _item(value: object) -> Item:
    if isinstance(value, str) and "\\" in value and "'" not in value:
        return tomlkit.string(value, literal=True)  # a regular expression is read more easily so
    item: Item = tomlkit.item(value)
    if isinstance(item, Array) and sum(len(str(one)) for one in item) > _LONGEST_LINE:
        item.multiline(True)
    return item
