"""`python -m mutasi.page_evaluation`: hold the article page parser against saved pages that were marked by hand.

The marks hold no text: of each page the digest of its title, when it was published, and of every right paragraph the
number of its words and their digest. A paragraph is a line of the text; its words are compared without case and
punctuation.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from crawler.article_page import ArticlePage, parse_article_page
from crawler.rendering import one_line
from mutasi.errors import CommandError, Failure, UsageFailure
from mutasi.screen import output_console

LEAST_F1 = 0.95
_INDEX = "index.csv"
_ZONE = ZoneInfo("Asia/Jakarta")
_WORD = re.compile(r"\w+")
_PIPED_WIDTH = 120

Paragraphs = Counter[tuple[int, str]]
"""How often paragraphs of so many words with such a digest stand in a text."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is right for one saved page; `published` is an ISO moment, or a day where the page tells no more."""

    page: str
    title: str
    published: str | None
    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True)
class PageScore:
    """How the parser did on one page; `boilerplate` counts paragraphs that are none of the article's."""

    page: str
    title: bool
    published: bool
    f1: float
    boilerplate: int

    @property
    def passes(self) -> bool:
        """Tell whether nothing is wrong beyond what the thresholds allow."""
        return self.title and self.published and self.f1 >= LEAST_F1 and not self.boilerplate


def digest(text: str) -> str:
    """Return the SHA-256 of a title or paragraph: its words in order, without case and punctuation."""
    return sha256(" ".join(_words(text)).encode()).hexdigest()


def paragraphs_of(text: str) -> Paragraphs:
    """Return the paragraphs of a text, counted; lines without a word are none."""
    lines = (line for line in text.split("\n") if _words(line))
    return Counter((len(_words(line)), digest(line)) for line in lines)


def _words(text: str) -> list[str]:
    return _WORD.findall(one_line(text).casefold())


def score_page(marks: PageMarks, article: ArticlePage) -> PageScore:
    """Compare what the parser read with the marks."""
    read = paragraphs_of(article.text)
    shared = _size(read & marks.paragraphs)
    whole = _size(read) + _size(marks.paragraphs)
    return PageScore(
        page=marks.page,
        title=digest(article.title) == marks.title,
        published=_is_published(article, marks.published),
        f1=2 * shared / whole if whole else 1.0,
        boilerplate=(read - marks.paragraphs).total(),
    )


def _size(paragraphs: Paragraphs) -> int:
    return sum(words * count for (words, _), count in paragraphs.items())


def _is_published(article: ArticlePage, marked: str | None) -> bool:
    if marked is None or article.published is None:
        return marked is None and article.published is None
    precision = "second" if "T" in marked else "day"
    right = datetime.fromisoformat(marked)
    right = right if right.tzinfo else right.replace(tzinfo=_ZONE)
    return article.published == right and article.published_precision == precision


def load_marks(path: Path) -> list[PageMarks]:
    """Return the marks in a file of JSON Lines. Raises UsageFailure."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise UsageFailure(f"{path}: cannot be read: {error.strerror}") from error
    return [_marks(line, f"{path}:{number}") for number, line in enumerate(lines, start=1)]


def _marks(line: str, where: str) -> PageMarks:
    try:
        marked: dict[str, Any] = json.loads(line)
        paragraphs = Counter((int(words), str(mark)) for words, mark in marked["paragraphs"])
        return PageMarks(marked["page"], marked["title"], marked["published"], paragraphs)
    except (ValueError, KeyError, TypeError) as error:
        raise UsageFailure(f"{where}: no marks of a page: {error!r}") from error


def read_pages(folder: Path, marks: list[PageMarks]) -> Iterator[tuple[PageMarks, ArticlePage]]:
    """Yield each marked page of the folder with what the parser reads on it. Raises UsageFailure."""
    try:
        with (folder / _INDEX).open(encoding="utf-8", newline="") as file:
            urls = {row["file"]: row["url"] for row in csv.DictReader(file)}
        for one in marks:
            html = (folder / one.page).read_text("utf-8", errors="replace")
            yield one, parse_article_page(html, urls.get(one.page) or f"https://unknown.invalid/{one.page}", _ZONE)
    except OSError as error:
        raise UsageFailure(f"{error.filename}: cannot be read: {error.strerror}") from error


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=f"Holds saved pages and {_INDEX}.")],
    marks: Annotated[Path, typer.Argument(metavar="MARKS", help="What is right for them, in JSON Lines.")],
) -> None:
    """Score the article page parser on saved pages; exit status 1 where one of them falls short."""
    scores = [score_page(one, article) for one, article in read_pages(folder, load_marks(marks))]
    output_console(_PIPED_WIDTH).print(_table(scores))
    short = [score.page for score in scores if not score.passes]
    if short:
        raise Failure(f"{len(short)} of {len(scores)} pages fall short: {', '.join(short)}")


def _table(scores: list[PageScore]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_footer=True)
    mean = sum(score.f1 for score in scores) / len(scores) if scores else 1.0
    columns = {
        "title": sum(score.title for score in scores),
        "published": sum(score.published for score in scores),
        "text F1": f"{mean:.3f}",
        "boilerplate": sum(score.boilerplate for score in scores),
    }
    table.add_column("page", f"{len(scores)} pages", no_wrap=True)
    for heading, total in columns.items():
        table.add_column(heading, str(total), justify="right")
    for score in scores:
        f1 = Text(f"{score.f1:.3f}", style="" if score.f1 >= LEAST_F1 else "bold red")
        boilerplate = Text(str(score.boilerplate), style="bold red" if score.boilerplate else "")
        table.add_row(score.page, _told(score.title), _told(score.published), f1, boilerplate)
    return table


def _told(right: bool) -> Text:
    return Text("exact") if right else Text("wrong", style="bold red")


if __name__ == "__main__":
    try:
        typer.run(evaluate)
    except CommandError as error:
        sys.stderr.write(f"page_evaluation: {error}\n")
        sys.exit(error.exit_code)
