"""`mutasi reject`: says that an event is none."""

from __future__ import annotations

import typer

from mutasi.correction_options import By, EventId, Reason, editing, event_id_of
from mutasi.options import Db


def reject(event: EventId, reason: Reason, by: By, db: Db = None) -> None:
    """Say that an event is none: no list or export shows it any more."""
    with editing(db, by, reason) as editor:
        made = editor.review(event_id_of(event), "reject")
    typer.echo(f"{made.event_id}: ditolak (rejected), ralat nomor (correction) {made.id}")
