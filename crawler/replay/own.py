"""What a crawl noted of its answers, to the articles that it made of them, by the same functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.charset import text_of
from crawler.evidence.notes import GoneNote, ListingNote, PageNote
from crawler.evidence.places import Kept
from crawler.evidence.reading import answer_of, moment_of_record, read_kept
from crawler.feed_articles import article_of_entry, with_part
from crawler.feeds import read_feed
from crawler.page_articles import NoArticleError, article_of_page, with_further_page
from crawler.refusals import Refusals
from crawler.wordpress_rest import PostError, article_of_post, read_posts
from db.replaying import GoneAgain, HadAgain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from scrapy.http import Response

    from crawler.evidence.notes import Note
    from crawler.feeds import FeedEntry
    from crawler.registry import Portal
    from db.articles import ArticleRecord, KeptRecord
    from db.replaying import Again

    Answer = tuple[Response, Kept]


class OwnEvidence:
    """Makes articles of notes that come in the order of time; pages are refused as in the crawl that had them."""

    def __init__(self) -> None:
        self._refusals: dict[str, tuple[datetime, Refusals]] = {}

    def of(self, note: Note, folder: Path, portal: Portal) -> Iterator[Again]:
        """Yield what the note tells of the portal, from the answers in the folder.

        Raises EvidenceError where an answer is not there (any more), NoArticleError where it holds no article.
        """
        if isinstance(note, GoneNote):
            yield GoneAgain(note.url, moment_of_record(read_kept(folder, note.records[0])))
            return
        answers = [_answer(folder, place) for place in note.records]
        if isinstance(note, PageNote):
            yield HadAgain(_paged(note, answers, portal, self._refusals_of(note)), note.url, note.address)
        elif note.kind == "posts":
            yield from map(_had, _posts(note, answers[0], portal))
        else:
            yield from map(_had, _entries(note, answers, portal))

    def _refusals_of(self, note: PageNote) -> Refusals:
        crawl, refusals = self._refusals.get(note.portal, (None, Refusals()))
        if crawl != note.crawl:
            refusals = Refusals()
            self._refusals[note.portal] = (note.crawl, refusals)
        return refusals


def _answer(folder: Path, place: KeptRecord) -> Answer:
    record = read_kept(folder, place)
    return answer_of(record), Kept(place, moment_of_record(record))


def _had(article: ArticleRecord) -> HadAgain:
    return HadAgain(article, article.url, article.url)


def _paged(note: PageNote, answers: list[Answer], portal: Portal, refusals: Refusals) -> ArticleRecord:
    article, _ = article_of_page(answers[0][0], note.listed, portal, refusals, answers[0][1])
    for response, kept in answers[1:]:
        article = with_further_page(article, response, portal, kept, is_whole=note.is_whole)
    return article


def _posts(note: ListingNote, answer: Answer, portal: Portal) -> Iterator[ArticleRecord]:
    response, kept = answer
    for post in read_posts(text_of(response) or "") or ():
        if str(post["id"]) not in note.articles:
            continue
        try:
            article = article_of_post(post, portal, kept)
        except PostError as error:
            raise NoArticleError(str(error)) from error
        if article.text:
            yield article


def _entries(note: ListingNote, answers: list[Answer], portal: Portal) -> Iterator[ArticleRecord]:
    parts = [(_entries_of(response, portal), kept) for response, kept in answers]
    (first, kept), further = parts[0], parts[1:]
    for url, count in note.articles.items():
        if url not in first:
            continue
        article = article_of_entry(first[url], portal, kept)
        for entries, kept_part in further[: count - 1]:
            article = with_part(article, entries[url], kept_part)
        yield article


def _entries_of(response: Response, portal: Portal) -> dict[str, FeedEntry]:
    return {entry.url: entry for entry in read_feed(text_of(response) or "", portal.zone, response.url) or ()}
