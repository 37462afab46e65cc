"""What commands show on a screen: tables, and the progress of their work."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


def output_console(piped_width: int) -> Console:
    """Return a console on standard output; piped into a file or a program it is `piped_width` columns wide."""
    return Console() if sys.stdout.isatty() else Console(width=piped_width)


def progress_bar(console: Console, *, keep: bool = False) -> Progress:
    """Return a bar that counts things done on a terminal and is gone afterwards; with `keep` it is always shown."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=not keep, disable=not (keep or console.is_terminal))
