"""`mutasi split`: makes an event of its own of what some sources of an event tell."""

from __future__ import annotations

from typing import Annotated

import typer

from mutasi.correction_options import By, EventId, Reason, editing, event_id_of
from mutasi.options import Db


def split(
    event: EventId,
    urls: Annotated[
        list[str], typer.Argument(metavar="URL...", help="The sources that tell of another event (`mutasi show`).")
    ],
    reason: Reason,
    by: By,
    db: Db = None,
) -> None:
    """Make an event of its own of what some sources of an event tell."""
    with editing(db, by, reason) as editor:
        made = editor.split(event_id_of(event), urls)
    typer.echo(f"{made.event_id}: dipisah, peristiwa baru (split, new event) {made.value}, ralat nomor {made.id}")
