"""The article as a crawler hands it over, before it is stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class KeptRecord(NamedTuple):
    """Where a WARC record is kept: the name of its file, its first byte and its length there, packed; and its id."""

    file: str
    offset: int
    length: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """One news page as fetched: `url` is canonical and identifies it, `text` is clean.

    `source_id` is the article's id at the portal. `warc_records` are the answers that it was made of, where they are
    kept: the pages of a split article in the order of its text. `fetched_at` is when the first of them came. Raises
    ValueError for a time without a zone and for an empty `url`.
    """

    portal: str
    url: str
    source_id: str | None = None
    title: str
    published: datetime | None = None
    modified: datetime | None = None
    author: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image_url: str | None = None
    text: str
    warc_records: tuple[KeptRecord, ...] = ()
    fetched_at: datetime

    def __post_init__(self) -> None:
        if not self.url:
            raise ValueError("an article needs its canonical URL")
        for name in ("published", "modified", "fetched_at"):
            moment: datetime | None = getattr(self, name)
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"{name} of {self.url} has no time zone")


def content_hash(title: str, text: str, published: datetime | None) -> str:
    """Return the SHA-256 of what a reader reads: two versions of an article differ where this differs.

    The rest (tags, author, the page around the text) changes with every redesign of a site and makes no new version.
    """
    moment = "" if published is None else format(published.timestamp(), ".0f")
    return hashlib.sha256(f"{title}\x00{text}\x00{moment}".encode()).hexdigest()
