"""Articles in JSON Lines as files hold them: opened, cut into lines, and each line made an article or a clear error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from extract.article import Article, ArticleError, article_from_line
from mutasi.errors import UsageFailure
from mutasi.output import STANDARD_STREAM

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 32 * 1024 * 1024
"""Bytes that one line may have. No article comes near it; a file without line ends is told before memory runs out."""


@contextmanager
def opened_input(name: str) -> Iterator[IO[bytes]]:
    """Give the file `name` opened for reading bytes, `-` being standard input; raises UsageFailure."""
    if name == STANDARD_STREAM:
        yield sys.stdin.buffer
        return
    try:
        lines = Path(name).open("rb")  # noqa: SIM115 - closed below, after the caller's errors are told apart from ours
    except OSError as error:
        raise UsageFailure(f"cannot read {name}: {error.strerror}") from error
    with lines:
        yield lines


def numbered_lines(lines: IO[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    """Yield each line with its number, from 1; raises UsageFailure for one longer than LONGEST_LINE."""
    number = 0
    try:
        while line := lines.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise UsageFailure(
                    f"{name}, line {number}: longer than {LONGEST_LINE // 1024**2} MiB; write one article a line"
                )
            yield number, line
    except OSError as error:
        raise UsageFailure(f"cannot read {name}: {error.strerror}") from error


def article_of_line(name: str, number: int, line: bytes) -> Article | None:
    """Return the article in line `number` of the file `name`, None for an empty line; raises UsageFailure."""
    text = decoded(line, f"{name}, line {number}", first=number == 1)
    if not text.strip():
        return None
    try:
        return article_from_line(text)
    except ArticleError as error:
        raise UsageFailure(f"{name}, line {number}: {error}") from error
    except RecursionError as error:
        raise UsageFailure(f"{name}, line {number}: not an article: too many brackets in one another") from error
    except ValueError as error:
        raise UsageFailure(f"{name}, line {number}: not an article: {error}") from error


def decoded(content: bytes, place: str, *, first: bool) -> str:
    """Return `content` as text, `first` telling that it may begin with a byte order mark; raises UsageFailure."""
    try:
        return content.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError as error:
        raise UsageFailure(f"{place}: not UTF-8 (byte {error.start + 1}); save the file as UTF-8") from error
