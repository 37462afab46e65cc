"""What a crawl knew of answers that it kept: with it the articles can be made of them again, without the network.

A note is the JSON of a WARC metadata record that follows the answers it is about. It names the portal, the crawl, the
records, and what the listing told: all that the making of an article takes besides the pages themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from db.articles import KeptRecord
from db.frontier import Listed

if TYPE_CHECKING:
    from crawler.candidates import WholeArticle
    from crawler.evidence.writer import EvidenceWriter


class _Note(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    portal: str
    crawl: datetime
    """When the crawl of the portal began."""


class PageNote(_Note):
    """An article's page was had for an address that was listed; `records` are its pages, in the order of the text.

    With `is_whole` the last record is the page that shows all of the article and stands for the ones before it. What
    was not crawled names the `archive` that its records are from.
    """

    kind: Literal["page"] = "page"
    url: str
    address: str
    title: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    told: dict[str, Any] = Field(default_factory=dict)
    records: Annotated[tuple[KeptRecord, ...], Field(min_length=1)]
    is_whole: bool = False
    archive: str | None = None

    @property
    def listed(self) -> Listed:
        """What the listing told of the article."""
        return Listed(
            url=self.url,
            address=self.address,
            title=self.title,
            published=self.published,
            modified=self.modified,
            told=self.told,
        )


class ListingNote(_Note):
    """A listing brought whole articles: `posts` of a REST API by their ids, or `entries` of a feed by their addresses.

    Each of `articles` is made of its number of the first `records`: a feed gives split articles part by part.
    """

    kind: Literal["posts", "entries"]
    records: Annotated[tuple[KeptRecord, ...], Field(min_length=1)]
    articles: Mapping[str, int]


class GoneNote(_Note):
    """The portal answered that it does not have the article (any more)."""

    kind: Literal["gone"] = "gone"
    url: str
    records: Annotated[tuple[KeptRecord, ...], Field(min_length=1)]


Note = PageNote | ListingNote | GoneNote

_NOTES: TypeAdapter[Note] = TypeAdapter(Annotated[Note, Field(discriminator="kind")])


def note_from_json(content: bytes) -> Note:
    """Return the note; raises ValueError for what is none."""
    return _NOTES.validate_json(content)


def write_note(writer: EvidenceWriter, note: Note) -> None:
    """Put the note behind the answers that it is about; raises EvidenceError."""
    writer.note(note.model_dump_json(), note.records)


def listing_notes(portal: str, crawl: datetime, whole: Iterable[WholeArticle]) -> Iterable[ListingNote]:
    """Return for whole articles that listings brought one note a listing."""
    for (kind, _), group in groupby(whole, key=lambda one: (one.kind, one.record.warc_records[0])):
        articles = list(group)
        yield ListingNote(
            portal=portal,
            crawl=crawl,
            kind=kind,
            records=max((one.record.warc_records for one in articles), key=len),
            articles={one.key: len(one.record.warc_records) for one in articles},
        )
