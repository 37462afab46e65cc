"""`mutasi undo`: takes a correction back."""

from __future__ import annotations

from typing import Annotated

import typer

from mutasi.correction_options import By, Reason, editing
from mutasi.options import Db


def undo(
    correction: Annotated[
        int, typer.Argument(metavar="CORRECTION", help="Its number, as `mutasi corrections` lists it.")
    ],
    reason: Reason,
    by: By,
    db: Db = None,
) -> None:
    """Take a correction back; it stays in the log."""
    with editing(db, by, reason) as editor:
        made = editor.undo(correction)
    typer.echo(f"{made.event_id}: ralat nomor (correction) {made.id} dibatalkan (taken back)")
