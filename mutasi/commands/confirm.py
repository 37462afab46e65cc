"""`mutasi confirm`: says that an event is right as it stands."""

from __future__ import annotations

import typer

from mutasi.correction_options import By, EventId, Reason, editing, event_id_of
from mutasi.options import Db


def confirm(event: EventId, reason: Reason, by: By, db: Db = None) -> None:
    """Say that an event is right as it stands; it leaves the review queue."""
    with editing(db, by, reason) as editor:
        made = editor.review(event_id_of(event), "confirm")
    typer.echo(f"{made.event_id}: dikonfirmasi (confirmed), ralat nomor (correction) {made.id}")
