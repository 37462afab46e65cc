"""An answer to a request for an article's page, to the article: the same for a crawl and for what it kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from crawler.article_page import ArticlePage, parse_article_page
from crawler.charset import text_of
from crawler.refusals import speaks_of_another
from crawler.selectors import selectors_on
from crawler.wordpress_typing import as_typed
from db.articles import ArticleRecord
from db.frontier import Listed

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Response

    from crawler.evidence.places import Kept
    from crawler.refusals import Refusals
    from crawler.registry import Portal


class NoArticleError(ValueError):
    """An answer holds no article; the message says why."""


def article_of_page(
    response: Response, listed: Listed, portal: Portal, refusals: Refusals, kept: Kept
) -> tuple[ArticleRecord, ArticlePage]:
    """Return the article on the (first) page that was had for what was listed, and what else the page tells.

    Raises NoArticleError where it has no text or answers something else in the article's place.
    """
    page = _page_of(response, portal, listed.published)
    refusal = refusals.of(page, listed.address, response.url)
    if refusal:
        raise NoArticleError(refusal)
    zone, told = portal.zone, listed.told
    published = page.published or listed.published
    article = ArticleRecord(
        portal=portal.id,
        url=_canonical(page, listed, portal, response.url),
        title=page.title or listed.title or "",
        published=published.astimezone(zone) if published else None,
        modified=page.modified or listed.modified,
        source_id=told.get("source_id"),
        author=page.author or told.get("author"),
        section=page.section or told.get("section"),
        tags=page.tags or tuple(told.get("tags", ())),
        image_url=page.image_url or told.get("image_url"),
        text=page.text,
        warc_records=(kept.record,),
        fetched_at=kept.moment,
    )
    return article, page


def with_further_page(
    article: ArticleRecord, response: Response, portal: Portal, kept: Kept, *, is_whole: bool
) -> ArticleRecord:
    """Return the article with the text of one further page, or with that of the page that shows all of it.

    Raises NoArticleError where the page has no text.
    """
    page = _page_of(response, portal, article.published)
    text = page.text if is_whole else f"{article.text}\n\n{page.text}"
    return replace(article, text=text, warc_records=(*article.warc_records, kept.record))


def _page_of(response: Response, portal: Portal, published: datetime | None) -> ArticlePage:
    """Return what the page tells, read with the portal's selectors that held on the day it was published."""
    text = text_of(response)
    page = _read(text, response.url, portal, published) if text is not None else None
    if page is None or not page.text:
        raise NoArticleError(f"{response.url} has no article text")
    return page


def _read(text: str, address: str, portal: Portal, published: datetime | None) -> ArticlePage:
    read = partial(parse_article_page, as_typed(text), address, portal.zone, newline_is_break=True)
    if not portal.selectors:
        return read()
    moment = published or read().published
    day = moment.astimezone(portal.zone).date() if moment else None
    return read(selectors=selectors_on(portal.selectors, day))


def _canonical(page: ArticlePage, listed: Listed, portal: Portal, answered: str) -> str:
    """Return the address that the page names as its own, where that can be believed."""
    canonical = portal.canonical(page.url) if portal.owns(page.url) else listed.url
    section = f"{canonical.rstrip('/')}/"
    if listed.url != section and listed.url.startswith(section):
        canonical = listed.url  # all pages of some sites name their section
    own = portal.canonical(answered)
    if canonical not in (own, listed.url) and speaks_of_another(canonical, own, page.title):
        canonical = own  # or one article for all
    return canonical
