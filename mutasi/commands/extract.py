"""`mutasi extract`: articles in JSON Lines to events in JSON Lines."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from extract.article import Article, ArticleError, article_from_line
from extract.pipeline import Extractor
from mutasi.errors import Failure, UsageFailure

STANDARD_STREAM = "-"


def extract(
    articles: Annotated[
        str, typer.Argument(metavar="ARTICLES.jsonl", help="One article a line; `-` reads standard input.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="EVENTS.jsonl", help="Where the events go; `-` is standard output.")
    ] = STANDARD_STREAM,
) -> None:
    """Read articles into events, one line out for each line in, in the same order."""
    extractor = Extractor()
    with _opened_input(articles) as lines, _whole_output(output) as out, _progress() as progress:
        task = progress.add_task("Membaca artikel (reading articles)", total=None)
        for article in _articles(lines, articles):
            events = [event.as_dict() for event in extractor.read(article)]
            out.write(json.dumps({"id": article.id, "events": events}, ensure_ascii=False) + "\n")
            progress.advance(task)


def _articles(lines: IO[bytes], name: str) -> Iterator[Article]:
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UsageFailure(
                f"{name}, line {number}: not UTF-8 (byte {error.start + 1}); save the file as UTF-8"
            ) from error
        if not text.strip():
            continue
        try:
            yield article_from_line(text)
        except ArticleError as error:
            raise UsageFailure(f"{name}, line {number}: {error}") from error


@contextmanager
def _opened_input(name: str) -> Iterator[IO[bytes]]:
    if name == STANDARD_STREAM:
        yield sys.stdin.buffer
        return
    try:
        lines = Path(name).open("rb")  # noqa: SIM115 - closed below, after the caller's errors are told apart from ours
    except OSError as error:
        raise UsageFailure(f"cannot read {name}: {error.strerror}") from error
    with lines:
        yield lines


@contextmanager
def _whole_output(name: str) -> Iterator[IO[str]]:
    """Give a file that appears under its name only when all of it has been written."""
    parent = None if name == STANDARD_STREAM else Path(name).resolve().parent
    try:
        out = tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=parent, prefix=".mutasi-", delete=False)  # noqa: SIM115
    except OSError as error:
        raise UsageFailure(f"cannot write {name}: {error.strerror}") from error
    path = Path(out.name)
    try:
        with out:
            yield out
        if parent is None:
            with path.open(encoding="utf-8") as whole:
                for line in whole:
                    sys.stdout.write(line)
        else:
            path.chmod(0o644)
            path.replace(name)
    except OSError as error:
        raise Failure(f"cannot write {name}: {error.strerror}") from error
    finally:
        path.unlink(missing_ok=True)


def _progress() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}: {task.completed}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
