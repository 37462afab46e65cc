"""What every command that corrects events takes: who says so and why, and how it ends where that cannot be."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from db.corrections import CorrectionError, Editor
from mutasi.errors import UsageFailure
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from collections.abc import Iterator

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="The event's ID, as `mutasi events` lists it.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the correction.")]
By = Annotated[
    str, typer.Option("--by", envvar="MUTASI_BY", metavar="NAME", help="Who says so; kept with the correction.")
]


@contextmanager
def editing(db: str | None, by: str, reason: str) -> Iterator[Editor]:
    """Give an editor of the store that `--db` names; raises UsageFailure for what cannot be corrected."""
    with opened_store(db) as store:
        try:
            yield Editor(store, by, reason)
        except CorrectionError as error:
            raise UsageFailure(str(error)) from error


def event_id_of(written: str) -> str:
    """Return an event's id as the store has it, of one that a person typed."""
    return written.strip().lower()
