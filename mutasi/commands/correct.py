"""`mutasi correct`: sets values of an event, for good."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from db.correctable import FIELDS, read_value
from mutasi.correction_options import By, EventId, Reason, editing, event_id_of
from mutasi.errors import UsageFailure
from mutasi.options import Db


def correct(
    event: EventId,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...", help=f"What is right; an empty value means unknown. Fields: {', '.join(FIELDS)}."
        ),
    ],
    reason: Reason,
    by: By,
    db: Db = None,
) -> None:
    """Set values of an event; they hold whatever is read later."""
    wanted: dict[str, Any] = {}
    for written in values:
        name, equals, value = written.partition("=")
        name = name.strip().lower()
        if not equals:
            raise UsageFailure(f"{written!r}: expected FIELD=VALUE, such as headcount=168")
        try:
            wanted[name] = read_value(name, value)
        except ValueError as error:
            raise UsageFailure(f"{name}={value}: {error}") from error
    with editing(db, by, reason) as editor:
        for made in editor.set_values(event_id_of(event), wanted):
            typer.echo(f"{made.event_id}: {made.field} diralat (corrected), ralat nomor (correction) {made.id}")
