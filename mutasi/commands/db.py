"""`mutasi db`: moves whole stores."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer
from rich.console import Console

from db.copying import copy_store
from mutasi.errors import UsageFailure
from mutasi.screen import progress_bar
from mutasi.stores import opened_store


def db(
    action: Annotated[Literal["copy"], typer.Argument(help="What to do; there is only copying.")],
    source: Annotated[str, typer.Argument(metavar="FROM", help="The store, as a database URL.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="A new or empty database, as a URL.")],
) -> None:
    """Move a whole store into a new one, on the other database or the same."""
    del action  # typer has checked it
    if source == target:
        raise UsageFailure(f"{source} cannot be copied into itself")
    with (
        opened_store(source) as reading,
        opened_store(target, create=True) as writing,
        progress_bar(Console(stderr=True)) as progress,
    ):
        tasks = {}

        def show(table: str, done: int, whole: int) -> None:
            if table not in tasks:
                tasks[table] = progress.add_task(table, total=whole)
            progress.update(tasks[table], completed=done)

        copied = copy_store(reading, writing, show)
        for table, rows in copied.items():
            if rows:
                sys.stdout.write(f"{table}: {rows} baris (rows)\n")
        sys.stdout.write(f"{reading.name} -> {writing.name}\n")
