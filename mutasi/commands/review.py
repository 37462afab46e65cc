"""`mutasi review`: the events that are most worth a look, the most doubtful first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from db.corrections import doubtful_events
from db.labels import numeric_date
from mutasi.event_cells import kind_line
from mutasi.options import Db
from mutasi.screen import output_console
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from db.models import Event

_PIPED_WIDTH = 160


def review(
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many events.")] = 20,
    db: Db = None,
) -> None:
    """List the events that nobody has looked at and that are most worth it, the most doubtful first."""
    with opened_store(db) as store:
        found = doubtful_events(store, limit)
    if not found:
        typer.echo("Tidak ada yang perlu diperiksa (nothing to review).")
        return
    output_console(_PIPED_WIDTH).print(_table(found))
    typer.echo("mutasi show EVENT, lalu (then) mutasi confirm | correct | reject | merge | split EVENT ...")


def _table(found: list[Event]) -> Table:
    table = Table(title="Perlu diperiksa (to review)", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in ("ID", "Tanggal", "Wilayah", "Peristiwa", "Keyakinan", "Sumber berbeda (differ)", "Catatan (flags)"):
        table.add_column(heading, overflow="fold")
    for event in found:
        cells = (
            event.id,
            numeric_date(event.date) if event.date else "-",
            event.region.name if event.region else "-",
            kind_line(event.kind, event.status),
            f"{event.confidence:.2f}".replace(".", ","),
            ", ".join(event.conflicts) or "-",
            ", ".join(event.flags) or "-",
        )
        table.add_row(*map(Text, cells))
    return table
