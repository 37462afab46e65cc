"""Events in the tables that people read: their columns, and how the values of a cell are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich import box
from rich.table import Table
from rich.text import Text

from db.labels import KIND_LABELS, STATUS_LABELS, numeric_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.queries import StoredEvent

FIELD_HEADINGS = {
    "kind": "Jenis",
    "status": "Status",
    "region": "Wilayah",
    "date": "Tanggal",
    "official": "Pejabat",
    "headcount": "Jumlah",
    "groups": "Rincian",
    "eselon": "Eselon",
    "wave": "Gelombang",
    "appointments": "Nama",
}
"""The heading of each field that carries evidence, in the order in which a reader is told them."""


class _Official(Protocol):
    """Who presided or decided, as read or as stored."""

    @property
    def name(self) -> str | None: ...
    @property
    def office(self) -> str: ...
    @property
    def acting(self) -> str | None: ...


def kind_line(kind: str, status: str) -> str:
    """Return the kind, with the status where it is not that it took place: `mutasi`, `mutasi (rencana)`."""
    return KIND_LABELS[kind] if status == "realized" else f"{KIND_LABELS[kind]} ({STATUS_LABELS[status]})"


def official_line(official: _Official | None) -> str:
    """Return the official as a reader wants it: `Pj Bupati Asep Surya`, `-` where none is told."""
    if official is None:
        return "-"
    return " ".join(part for part in (official.acting, official.office, official.name) if part)


def event_table(title: str, found: Iterable[StoredEvent], *, with_id: bool) -> Table:
    """Return a table of events, one row each, with their ids in the first column where `with_id`."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    if with_id:
        table.add_column("ID", no_wrap=True)
    table.add_column("Tanggal", no_wrap=True)
    table.add_column("Wilayah", overflow="fold")
    table.add_column("Peristiwa", overflow="fold")
    table.add_column("Pejabat", overflow="fold")
    table.add_column("Jumlah", justify="right", no_wrap=True)
    table.add_column("Eselon", overflow="fold")
    table.add_column("Sumber", justify="right", no_wrap=True)
    for event in found:
        table.add_row(*(Text(cell) for cell in ((event.id, *_cells(event)) if with_id else _cells(event))))
    return table


def _cells(event: StoredEvent) -> tuple[str, ...]:
    return (
        numeric_date(event.date) if event.date else "-",
        event.region_name or "-",
        kind_line(event.kind, event.status),
        official_line(event.official),
        "-" if event.headcount is None else str(event.headcount),
        ", ".join(event.eselon) or "-",
        str(len(event.sources)),
    )
