"""What `mutasi portals` shows: each portal with its platform, its regions, its last success and what it yields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table

from db.store import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crawler.registry import Portal
    from db.store import PortalStatus


def portal_table(portals: Iterable[Portal], status: Mapping[str, PortalStatus]) -> Table:
    """Return a row a portal; a platform that is guessed has a question mark."""
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


def portal_records(portals: Iterable[Portal], status: Mapping[str, PortalStatus]) -> list[dict[str, Any]]:
    """Return the portals for programs: what the registry says of each, and how it does; times are of UTC."""
    return [_record(portal, status.get(portal.id)) for portal in portals]


def _record(portal: Portal, status: PortalStatus | None) -> dict[str, Any]:
    success = status.last_success if status else None
    return {
        "id": portal.id,
        "name": portal.name,
        "url": portal.url,
        "platform": portal.platform,
        "kemendagri_codes": list(portal.regions),
        "timezone": portal.timezone,
        "guessed": list(portal.guessed),
        "evidence": list(portal.evidence),
        "articles": status.articles if status else 0,
        "last_success": success.isoformat() if success else None,
        "last_outcome": status.last_outcome if status else None,
        "last_counts": dict(status.last_counts) if status else {},
    }


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
