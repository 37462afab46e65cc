"""`mutasi portals`: what is registered, and how each portal does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from db.store import FINISHED, PortalStatus
from mutasi.options import DEFAULT_STORE, Db
from mutasi.portal_options import Portals, Region, chosen_portals
from mutasi.screen import output_console
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from crawler.registry import Portal

_PIPED_WIDTH = 240


def portals(portals: Portals = None, region: Region = None, db: Db = None) -> None:
    """List the registered portals: platform, regions, last success and yield."""
    chosen = chosen_portals(portals, region=region)
    status = _status(db)
    output_console(_PIPED_WIDTH).print(_table(chosen, status))


def _status(db: str | None) -> dict[str, PortalStatus]:
    if db is None and not Path(DEFAULT_STORE.removeprefix("sqlite:///")).exists():
        return {}  # nothing has been crawled yet, and looking makes no store
    with opened_store(db) as store:
        return store.portal_status()


def _table(portals: list[Portal], status: dict[str, PortalStatus]) -> Table:
    table = Table()
    for heading in ("Portal", "Platform", "Wilayah (regions)", "Terakhir berhasil (last success)"):
        table.add_column(heading)
    table.add_column("Artikel (articles)", justify="right")
    table.add_column("Hasil terakhir (last yield)")
    for portal in portals:
        known = status.get(portal.id)
        table.add_row(
            portal.id,
            portal.platform + ("?" if "platform" in portal.guessed else ""),
            ", ".join(portal.regions),
            _moment(portal, known),
            str(known.articles) if known else "0",
            _last_yield(known),
        )
    return table


def _moment(portal: Portal, status: PortalStatus | None) -> str:
    if status is None or status.last_success is None:
        return "belum pernah (never)"
    return status.last_success.astimezone(portal.zone).strftime("%Y-%m-%d %H:%M %Z")


def _last_yield(status: PortalStatus | None) -> str:
    if status is None or status.last_finished is None:
        return ""
    counts = status.last_counts
    told = f"{counts.get('added', 0)} baru, {counts.get('changed', 0)} berubah, {counts.get('failed', 0)} gagal"
    return told if status.last_outcome in (None, FINISHED) else f"{told} – {status.last_outcome}"
