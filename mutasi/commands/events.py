"""`mutasi events`: the events of the store as a table, or as JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from db.labels import KIND_LABELS, STATUS_LABELS, numeric_date
from db.queries import StoredEvent, count_events, find_events
from mutasi import filter_options
from mutasi.options import Db
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROWS = 50
_PIPED_WIDTH = 130


def events(
    region: filter_options.Region = None,
    kind: filter_options.Kind = None,
    status: filter_options.Status = None,
    official: filter_options.Official = None,
    person: filter_options.Person = None,
    eselon: filter_options.Eselon = None,
    since: filter_options.Since = None,
    until: filter_options.Until = None,
    text: filter_options.Text = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help=f"At most so many events.  [default: {_ROWS}; all with --json]")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON array of whole events, with sources and evidence.")
    ] = False,
    db: Db = None,
) -> None:
    """List events in the order of time."""
    filters = filter_options.chosen_filters(
        region=region,
        kind=kind,
        status=status,
        official=official,
        person=person,
        eselon=eselon,
        since=since,
        until=until,
        text=text,
    )
    with opened_store(db) as store:
        if as_json:
            _print_json(find_events(store, filters, limit=limit))
            return
        found = list(find_events(store, filters, limit=limit or _ROWS))
        total = count_events(store, filters)
    if not found:
        typer.echo("Tidak ada peristiwa yang cocok (no event matches).")
        return
    # Piped into a file or a program, a table need not fit a screen.
    console = Console() if sys.stdout.isatty() else Console(width=_PIPED_WIDTH)
    console.print(_table(found))
    if total > len(found):
        typer.echo(f"{len(found)} dari {total} peristiwa; --limit menampilkan lebih banyak (shows more).")


def kind_line(event: StoredEvent) -> str:
    """Return the kind, with the status where it is not that it took place: `mutasi`, `mutasi (rencana)`."""
    kind = KIND_LABELS[event.kind]
    return kind if event.status == "realized" else f"{kind} ({STATUS_LABELS[event.status]})"


def official_line(event: StoredEvent) -> str:
    """Return the official as a reader wants it: `Pj Bupati Asep Surya`, `-` where none is told."""
    if event.official is None:
        return "-"
    parts = (event.official.acting, event.official.office, event.official.name)
    return " ".join(part for part in parts if part)


def _table(found: Iterable[StoredEvent]) -> Table:
    table = Table(title="Peristiwa (events)", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("ID", no_wrap=True)
    table.add_column("Tanggal", no_wrap=True)
    table.add_column("Wilayah", overflow="fold")
    table.add_column("Jenis", overflow="fold")
    table.add_column("Pejabat", overflow="fold")
    table.add_column("Jumlah", justify="right", no_wrap=True)
    table.add_column("Eselon", overflow="fold")
    table.add_column("Sumber", justify="right", no_wrap=True)
    for event in found:
        cells = (
            event.id,
            numeric_date(event.date) if event.date else "-",
            event.region_name or "-",
            kind_line(event),
            official_line(event),
            "-" if event.headcount is None else str(event.headcount),
            ", ".join(event.eselon) or "-",
            str(len(event.sources)),
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _print_json(found: Iterable[StoredEvent]) -> None:
    before = "["
    for event in found:
        sys.stdout.write(f"{before}\n{json.dumps(event.as_dict(), ensure_ascii=False)}")
        before = ","
    sys.stdout.write("[]\n" if before == "[" else "\n]\n")
