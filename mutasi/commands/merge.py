"""`mutasi merge`: makes one event of several."""

from __future__ import annotations

from typing import Annotated

import typer

from mutasi.correction_options import By, EventId, Reason, editing, event_id_of
from mutasi.options import Db


def merge(
    event: EventId,
    others: Annotated[list[str], typer.Argument(metavar="OTHER...", help="The events that are the same one.")],
    reason: Reason,
    by: By,
    db: Db = None,
) -> None:
    """Make one event of several: EVENT keeps its ID, the others' lead to it."""
    with editing(db, by, reason) as editor:
        made = editor.merge(event_id_of(event), [event_id_of(other) for other in others])
    joined = ", ".join(sorted(made.before.keys() - {made.event_id}))
    typer.echo(f"{made.event_id}: digabung dengan (merged with) {joined}, ralat nomor (correction) {made.id}")
