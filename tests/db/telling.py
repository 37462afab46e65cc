"""Helpers of the tests: mentions told in a line, and a reader that tells what a test says it tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from db.articles import ArticleRecord
from db.likeness import Told
from db.reading import ReadingSummary, read_new_articles
from extract.events import HEADCOUNT_RANGES, Event

if TYPE_CHECKING:
    from db.store import Store
    from extract.article import Article

PORTAL = "kabarcontoh"


def told(number: int, **values: Any) -> Told:
    """Return what article `number` tells: a realized mutasi of Kota Bekasi unless `values` say otherwise."""
    count = values.pop("headcount", None)
    if isinstance(count, str):
        values |= {"headcount_word": count, "headcount_range": HEADCOUNT_RANGES[count]}
    elif count is not None:
        values |= {"headcount": count, "headcount_range": (count, count)}
    people = values.pop("people", ())
    values.setdefault("appointments", tuple((person, "Camat Contoh", None) for person in people))
    when = values.get("date")
    if when is not None:
        values["date_precision"] = {10: "day", 7: "month", 4: "year"}[len(when)]
    published = values.pop("published", None)
    if published is not None:
        values["published_on"] = date.fromisoformat(published)
    defaults = {"kind": "mutasi", "status": "realized", "region": "32.75"}
    return Told(
        mention_id=number,
        article_id=values.pop("article", number),
        url=f"https://kabarcontoh.example/{number}",
        position=values.pop("position", 0),
        **(defaults | values),
    )


def event(**values: Any) -> Event:
    """Return an event as `extract` gives it: a realized mutasi of Kota Bekasi unless `values` say otherwise."""
    when = values.get("date")
    precision = {10: "day", 7: "month", 4: "year"}[len(when)] if when else None
    return Event(**({"kind": "mutasi", "status": "realized", "region": "32.75", "date_precision": precision} | values))


def url_of(number: int) -> str:
    return f"https://kabarcontoh.example/{number}"


class Newsroom:
    """A store's portal whose articles tell what the test says: `tell`, then `read`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.tells: dict[str, tuple[Event, ...] | Exception] = {}
        self.asked: list[Article] = []
        store.register_portal(PORTAL, "https://kabarcontoh.example", ["32.75", "32.16"], "Asia/Jakarta", "wordpress")

    def tell(
        self, number: int, *events: Event, published: str | None = "2026-02-06", text: str = "Teks.", title: str = ""
    ) -> None:
        """Store article `number`, published at noon of Jakarta, which tells of `events`."""
        moment = None if published is None else datetime.fromisoformat(f"{published}T05:00:00+00:00")
        record = ArticleRecord(
            portal=PORTAL,
            url=url_of(number),
            title=title or f"Judul {number}",
            published=moment,
            text=text,
            fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        )
        self.store.save_article(record)
        self.tells[url_of(number)] = events

    def correct(self, number: int, *events: Event) -> None:
        """Let a better reader find other events in article `number`."""
        self.tells[url_of(number)] = events

    def fail(self, number: int, error: Exception) -> None:
        """Let the reader fail on article `number`."""
        self.tells[url_of(number)] = error

    def read(self, *, again: bool = False) -> ReadingSummary:
        """Read what is new, or all again."""
        return read_new_articles(self.store, again=again, read=self._reader)

    def _reader(self, article: Article) -> tuple[Event, ...]:
        self.asked.append(article)
        answer = self.tells[article.id]
        if isinstance(answer, Exception):
            raise answer
        return tuple(replace(one) for one in answer)
