"""`mutasi explain`: how an article was read, in the terminal or as a page."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.article import Article
from mutasi.article_lines import article_of_line, decoded, numbered_lines, opened_input
from mutasi.errors import UsageFailure
from mutasi.explain_page import write_page
from mutasi.explain_reading import explain_article
from mutasi.explain_terminal import terminal_view
from mutasi.output import STANDARD_STREAM, whole_output
from mutasi.screen import output_console

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIPED_WIDTH = 160
_TEXT_SUFFIX = ".txt"


def explain(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Articles in JSON Lines, `-` being standard input; or one article, .txt."),
    ],
    html: Annotated[
        str | None, typer.Option("--html", metavar="OUT.html", help="Write a page instead; `-` is standard output.")
    ] = None,
    article_id: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="ID", help="Only the article of this id. May be given several times."),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="When a .txt was published, to count `kemarin` from."
        ),
    ] = None,
) -> None:
    """Show what each value of an article's events was read from, and by which rule."""
    if published is not None and Path(file).suffix != _TEXT_SUFFIX:
        raise UsageFailure("--published is for a .txt; in JSON Lines every article has its own")
    articles = _wanted(_articles(file, published), article_id or [], file)
    if html is None:
        console = output_console(_PIPED_WIDTH)
        for article in articles:
            console.print(terminal_view(explain_article(article)))
        return
    heading = "standard input" if file == STANDARD_STREAM else Path(file).name
    with whole_output(html) as out:
        count = write_page(out, heading, (explain_article(article) for article in articles))
    if html != STANDARD_STREAM:
        sys.stderr.write(f"{html}: {count} artikel (articles)\n")


def _articles(file: str, published: datetime | None) -> Iterator[Article]:
    with opened_input(file) as lines:
        if Path(file).suffix == _TEXT_SUFFIX:
            content = b"".join(line for _, line in numbered_lines(lines, file))
            text = decoded(content, file, first=True)
            yield Article(Path(file).stem, text, published=published.date() if published else None)
            return
        for number, line in numbered_lines(lines, file):
            article = article_of_line(file, number, line)
            if article is not None:
                yield article


def _wanted(articles: Iterator[Article], ids: list[str], file: str) -> Iterator[Article]:
    """Yield the articles of those ids, all without any; raises UsageFailure at the end for an id that was not there."""
    missing = set(ids)
    for article in articles:
        if not ids or article.id in ids:
            missing.discard(article.id)
            yield article
    if missing:
        raise UsageFailure(f"{file}: no article {', '.join(sorted(missing))}")
