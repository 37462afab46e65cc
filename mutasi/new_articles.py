"""Reads what is new in the store into events, for the commands that bring articles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from db.reading import read_new_articles
from mutasi.screen import progress_bar

if TYPE_CHECKING:
    from rich.console import Console

    from db.store import Store

_MOST_TOLD = 5
"""Articles that could not be read and are named one by one; each keeps its cause in the store."""


def read_and_tell(store: Store, console: Console) -> None:
    """Read what is new into events, and tell what came of it."""
    with progress_bar(console) as progress:
        task = progress.add_task("Membaca artikel (reading articles)", total=None)
        summary = read_new_articles(
            store, progress=lambda done, total: progress.update(task, completed=done, total=total)
        )
    sys.stdout.write(
        f"{summary.articles} artikel dibaca (articles read), {summary.new_events} peristiwa baru (new events), "
        f"{summary.events} peristiwa seluruhnya (events in all)\n"
    )
    for failure in summary.failures[:_MOST_TOLD]:
        sys.stderr.write(f"mutasi: {failure.url} is stored but could not be read: {failure.cause}\n")
    if len(summary.failures) > _MOST_TOLD:
        sys.stderr.write(f"mutasi: {len(summary.failures) - _MOST_TOLD} more articles could not be read\n")
