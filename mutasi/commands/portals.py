"""`mutasi portals`: what is registered, how each portal does, and which regions none of them reports on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.checkup import PortalHealth, portal_health
from crawler.coverage import Coverage, coverage
from crawler.registry import RegistryError
from mutasi.errors import UsageFailure
from mutasi.options import DEFAULT_STORE, Db
from mutasi.portal_coverage import coverage_line, coverage_records, coverage_table, coverage_with_names
from mutasi.portal_health import cause_lines, health_records, health_table, tally_line
from mutasi.portal_listing import portal_records, portal_table
from mutasi.portal_options import Portals, Region, chosen_portals
from mutasi.screen import output_console
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from db.store import PortalStatus

_PIPED_WIDTH = 240


def portals(
    portals: Portals = None,
    region: Region = None,
    by_province: Annotated[
        bool, typer.Option("--coverage", help="Show which regions have an outlet; with --region, name those without.")
    ] = False,
    health: Annotated[
        bool, typer.Option("--health", help="Show how each portal is, the worst first, with its cause.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array, of portals or of provinces.")] = False,
    db: Db = None,
) -> None:
    """List the registered portals: platform, regions, last success and yield."""
    if by_province and health:
        raise UsageFailure("--coverage and --health are two views; ask for one")
    if health:
        _show_health(portals, region, db, as_json=as_json)
    elif by_province:
        _show_coverage(portals, region, as_json=as_json)
    else:
        _show_portals(portals, region, db, as_json=as_json)


def _show_coverage(registry: Path | None, region: str | None, *, as_json: bool) -> None:
    provinces = _coverage(registry, region)
    if as_json:
        _print_json(coverage_records(provinces))
    else:
        output_console(_PIPED_WIDTH).print(coverage_with_names(provinces) if region else coverage_table(provinces))


def _show_portals(registry: Path | None, region: str | None, db: str | None, *, as_json: bool) -> None:
    chosen = chosen_portals(registry, region=region)
    status = _status(db)
    if as_json:
        _print_json(portal_records(chosen, status))
        return
    console = output_console(_PIPED_WIDTH)
    console.print(portal_table(chosen, status))
    console.print(f"{len(chosen)} portal; {coverage_line(_coverage(registry, region))}", highlight=False)


def _show_health(registry: Path | None, region: str | None, db: str | None, *, as_json: bool) -> None:
    chosen = {portal.id: portal for portal in chosen_portals(registry, region=region)}
    found = _health(db, list(chosen))
    if as_json:
        _print_json(health_records(found))
        return
    output_console(_PIPED_WIDTH).print(health_table(chosen, found))
    for line in (*cause_lines(found), tally_line(found)):
        typer.echo(line)


def _health(db: str | None, portals: list[str]) -> list[PortalHealth]:
    if _is_new(db):
        return [PortalHealth(name) for name in portals]
    with opened_store(db) as store:
        return portal_health(store, portals, datetime.now(UTC))


def _coverage(registry: Path | None, region: str | None) -> list[Coverage]:
    """Return the coverage by the whole registry, of `region` alone where it is given."""
    try:
        return coverage(chosen_portals(registry), region)
    except RegistryError as error:
        raise UsageFailure(str(error)) from error


def _status(db: str | None) -> dict[str, PortalStatus]:
    if _is_new(db):
        return {}
    with opened_store(db) as store:
        return store.portal_status()


def _is_new(db: str | None) -> bool:
    """Tell whether nothing has been crawled yet: looking makes no store."""
    return db is None and not Path(DEFAULT_STORE.removeprefix("sqlite:///")).exists()


def _print_json(records: list[dict[str, object]]) -> None:
    typer.echo(json.dumps(records, ensure_ascii=False, indent=2))
