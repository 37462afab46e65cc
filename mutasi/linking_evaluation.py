"""`python -m mutasi.linking_evaluation FOLDER`: how well articles of the same event are linked, measured on clusters.

Twice: linking alone, each article telling what its gold says, and with what the reader finds in the text.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.table import Table
from sqlalchemy import select

from db.articles import ArticleRecord
from db.models import Article as StoredArticle
from db.models import EventFollows, Mention
from db.reading import read_new_articles
from db.store import open_store
from mutasi.errors import CommandError
from mutasi.evaluation.clusters import Agreement, ClusteredArticle, b_cubed, load_clusters
from mutasi.evaluation.pairing import paired
from mutasi.reader import reader
from mutasi.screen import output_console

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.store import Store
    from extract.article import Article
    from extract.events import Event

Item = tuple[str, str]
"""A telling: its article's URL and the label of its event."""

_ZONE = "Asia/Jakarta"
_PIPED_WIDTH = 120


@dataclass(frozen=True, slots=True)
class LinkingScore:
    """How well tellings were linked: of `tellings` in the gold, `found` were read, and B³ is over these.

    `across` counts events in which tellings of several regions stand together, `follows` the links of plans.
    """

    tellings: int
    found: int
    clusters: Agreement
    follows: Agreement
    across: int


def measure(articles: Sequence[ClusteredArticle], read: Callable[[Article], Sequence[Event]]) -> LinkingScore:
    """Return how well the store links what `read` finds in the articles."""
    readings = {_url(one.article): tuple(read(one.article)) for one in articles}
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{Path(folder) / 'clusters.db'}") as store:
        for one in articles:
            _save(store, one.article)
        read_new_articles(store, read=lambda article: readings[article.id])
        events, plans = _linked(store)
    labels: dict[Item, str] = {}
    found: dict[Item, str] = {}
    regions: dict[str, set[str | None]] = {}
    follows: dict[str, str] = {}
    for one in articles:
        url = _url(one.article)
        positions = {id(event): position for position, event in enumerate(readings[url])}
        tellings = {id(telling.event): telling for telling in one.tellings}
        for gold, event in paired([telling.event for telling in one.tellings], readings[url]):
            telling = tellings[id(gold)]
            item = (url, telling.label)
            labels[item], found[item] = telling.label, events[url, positions[id(event)]]
            regions.setdefault(found[item], set()).add(gold.region)
            if telling.follows:
                follows[telling.label] = telling.follows
    return LinkingScore(
        tellings=sum(len(one.tellings) for one in articles),
        found=len(labels),
        clusters=b_cubed(labels, found),
        follows=_links(follows, plans, labels, found),
        across=sum(len(one) > 1 for one in regions.values()),
    )


def _links(
    follows: dict[str, str], plans: dict[str, str], labels: dict[Item, str], found: dict[Item, str]
) -> Agreement:
    """Compare the links of plans: an event's label is the one that most of its tellings bear."""
    votes: dict[str, Counter[str]] = {}
    for item, event in found.items():
        votes.setdefault(event, Counter())[labels[item]] += 1
    label_of = {event: count.most_common(1)[0][0] for event, count in votes.items()}
    made = {(label_of[one], label_of[plan]) for one, plan in plans.items() if one in label_of and plan in label_of}
    known = set(labels.values())
    wanted = {(one, plan) for one, plan in follows.items() if one in known and plan in known}
    right = len(made & wanted)
    return Agreement(right / len(made) if made else 1.0, right / len(wanted) if wanted else 1.0)


def _linked(store: Store) -> tuple[dict[tuple[str, int], str], dict[str, str]]:
    """Return the event of each mention, by its article's URL and its position, and the plan of each event with one."""
    with store.reading() as session:
        mentions = session.execute(
            select(StoredArticle.url, Mention.position, Mention.event_id).join(Mention.article)
        ).all()
        plans = session.execute(select(EventFollows.event_id, EventFollows.follows_id)).all()
    return {(url, position): str(event_id) for url, position, event_id in mentions}, dict(plans)


def _save(store: Store, article: Article) -> None:
    portal = article.source or "cluster"
    store.register_portal(portal, f"https://{portal}.example/", [], _ZONE, "wordpress")
    published = datetime.combine(article.published, time(5), ZoneInfo(_ZONE)) if article.published else None
    store.save_article(
        ArticleRecord(
            portal=portal,
            url=_url(article),
            title=article.title,
            published=published,
            text=article.text,
            fetched_at=published or datetime(2026, 1, 1, tzinfo=UTC),
        )
    )


def _url(article: Article) -> str:
    return article.url or article.id


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Holds NAME.articles.jsonl and NAME.gold.jsonl.")],
) -> None:
    """Measure how well articles of the same event are linked."""
    articles = load_clusters(folder)
    told = {_url(one.article): tuple(telling.event for telling in one.tellings) for one in articles}
    table = Table("", "tellings", "read", "B³ P", "B³ R", "B³ F1", "follows P", "follows R", "across regions")
    for name, read in (("gold", lambda article: told[_url(article)]), ("read", reader().read)):
        score = measure(articles, read)
        figures = (*score.clusters, score.clusters.f1, *score.follows)
        table.add_row(
            name, str(score.tellings), str(score.found), *(f"{one:.3f}" for one in figures), str(score.across)
        )
    output_console(_PIPED_WIDTH).print(table)


def main() -> None:
    """Run the command; a CommandError becomes one line on standard error and its exit status."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(evaluate)
    try:
        app()
    except CommandError as error:
        sys.stderr.write(f"mutasi: {error}\n")
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
