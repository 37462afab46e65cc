"""`mutasi events`: the events of the store as a table, or as JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from db.queries import count_events, find_events
from mutasi import filter_options
from mutasi.event_cells import event_table
from mutasi.options import Db
from mutasi.screen import output_console
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.queries import StoredEvent

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
        int | None,
        typer.Option("--limit", min=1, help=f"At most so many events.  \\[default: {_ROWS}; all with --json]"),
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
    output_console(_PIPED_WIDTH).print(event_table("Peristiwa (events)", found, with_id=True))
    if total > len(found):
        typer.echo(f"{len(found)} dari {total} peristiwa; --limit menampilkan lebih banyak (shows more).")


def _print_json(found: Iterable[StoredEvent]) -> None:
    before = "["
    for event in found:
        sys.stdout.write(f"{before}\n{json.dumps(event.as_dict(), ensure_ascii=False)}")
        before = ","
    sys.stdout.write("[]\n" if before == "[" else "\n]\n")
