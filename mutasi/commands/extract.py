"""`mutasi extract`: articles in JSON Lines to events in JSON Lines."""

from __future__ import annotations

import os
import stat
from typing import IO, Annotated

import typer
from rich.console import Console

from mutasi.article_lines import numbered_lines, opened_input
from mutasi.output import STANDARD_STREAM, whole_output
from mutasi.reading_jobs import chunks_of, read_chunks
from mutasi.screen import progress_bar


def extract(
    articles: Annotated[
        str, typer.Argument(metavar="ARTICLES.jsonl", help="One article a line; `-` reads standard input.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="EVENTS.jsonl", help="Where the events go; `-` is standard output.")
    ] = STANDARD_STREAM,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Read with N processes at once.", show_default=True)
    ] = 1,
) -> None:
    """Read articles into events, one line out for each line in, in the same order."""
    console = Console(stderr=True)
    with opened_input(articles) as lines, whole_output(output) as out, progress_bar(console) as progress:
        total = _line_count(lines) if console.is_terminal else None
        task = progress.add_task("Membaca artikel (reading articles)", total=total)
        for read in read_chunks(chunks_of(numbered_lines(lines, articles), articles), jobs):
            out.write(read.text)
            progress.advance(task, read.lines)


def _line_count(lines: IO[bytes]) -> int | None:
    """Return how many lines the file has, None for what is no file (a pipe, a terminal)."""
    if not stat.S_ISREG(os.fstat(lines.fileno()).st_mode):
        return None
    start = lines.tell()
    count = 0
    while block := lines.read(1024 * 1024):
        count += block.count(b"\n")
    lines.seek(start)
    return count
