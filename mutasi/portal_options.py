"""The options that choose portals, the same for every command that takes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crawler.registry import Portal, RegistryError, load_registry, select_portals
from mutasi.errors import UsageFailure

Portals = Annotated[
    Path | None,
    typer.Option("--portals", metavar="FILE", help="A registry (TOML file or folder) instead of the bundled one."),
]
Region = Annotated[
    str | None,
    typer.Option("--region", metavar="CODE", help="Only portals of this region or of a part of it (32, 32.75)."),
]


def chosen_portals(registry: Path | None, ids: Sequence[str] = (), region: str | None = None) -> list[Portal]:
    """Return the registered portals that the options choose; raises UsageFailure."""
    try:
        return select_portals(load_registry(registry), ids, region)
    except RegistryError as error:
        raise UsageFailure(str(error)) from error
