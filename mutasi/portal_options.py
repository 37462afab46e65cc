"""The options that choose portals, the same for every command that takes them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crawler.registry import Portal, RegistryError, load_registry, registry_with, select_portals
from mutasi.errors import UsageFailure

OWN_REGISTRY = "portals.toml"
"""The user's own registry, in the working directory; it is read beside the bundled one."""

Portals = Annotated[
    Path | None,
    typer.Option(
        "--portals",
        envvar="MUTASI_PORTALS",
        metavar="FILE",
        help=f"A registry (TOML file or folder) instead of the bundled one and {OWN_REGISTRY} in this folder.",
    ),
]
Region = Annotated[
    str | None,
    typer.Option("--region", metavar="CODE", help="Only portals of this region or of a part of it (32, 32.75)."),
]


def chosen_portals(registry: Path | None, ids: Sequence[str] = (), region: str | None = None) -> list[Portal]:
    """Return the registered portals that the options choose; raises UsageFailure."""
    try:
        return select_portals(registered_portals(registry), ids, region)
    except RegistryError as error:
        raise UsageFailure(str(error)) from error


def registered_portals(registry: Path | None) -> dict[str, Portal]:
    """Return the portals of the registry that is named, else the bundled ones with the user's own.

    On standard error it is told where an own entry takes the place of a bundled one. Raises RegistryError.
    """
    own = Path(OWN_REGISTRY)
    if registry is not None or not own.exists():
        return load_registry(registry)
    portals, replaced = registry_with(own)
    for name in replaced:
        sys.stderr.write(f"mutasi: {own}: {name} menggantikan entri bawaan (replaces the bundled entry)\n")
    return portals
