"""Entries of a feed to whole articles, part by part where they are split: the same for a crawl and for what it kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.articles import ArticleRecord

if TYPE_CHECKING:
    from crawler.evidence.places import Kept
    from crawler.feeds import FeedEntry
    from crawler.registry import Portal


def article_of_entry(entry: FeedEntry, portal: Portal, kept: Kept) -> ArticleRecord:
    """Return the article that the feed gives whole, or the first part of it."""
    return ArticleRecord(
        portal=portal.id,
        url=portal.canonical(entry.url),
        source_id=entry.source_id,
        title=entry.title,
        published=entry.published,
        modified=entry.modified,
        author=entry.author,
        section=entry.section,
        tags=entry.tags,
        image_url=entry.image_url,
        text=entry.content,
        warc_records=(kept.record,),
        fetched_at=kept.moment,
    )


def with_part(article: ArticleRecord, entry: FeedEntry, kept: Kept) -> ArticleRecord:
    """Return the article with its next part, as a further answer of the feed gives it."""
    text = f"{article.text}\n\n{entry.content}"
    return replace(article, text=text, warc_records=(*article.warc_records, kept.record))
