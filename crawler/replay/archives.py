"""Archives from elsewhere (Common Crawl's CC-NEWS and others): the pages of registered portals that may matter.

What costs least is asked first: the host, whether the address looks like an article's, the answer's status and type,
then the title. Only what is left is read as a page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, urlsplit

from fastwarc.warc import WarcRecord, WarcRecordType

from crawler.addresses import bare_host
from crawler.charset import text_of
from crawler.cleaning import plain
from crawler.evidence.places import EvidenceError, Kept
from crawler.evidence.reading import LARGEST_BODY, answer_of, moment_of_record, read_warc, target_of
from crawler.link_pages import is_article
from crawler.page_articles import NoArticleError, article_of_page
from crawler.refusals import Refusals
from crawler.relevance import is_relevant
from db.articles import KeptRecord
from db.frontier import Listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from scrapy.http import Response

    from crawler.registry import Portal
    from db.articles import ArticleRecord

PassedOver = Literal["elsewhere", "other", "irrelevant", "refused"]
"""Why a record is no article: another site's; no page of an article (a list, a picture, an error); of another subject;
without an article's text, or something else in its place."""

_PAGES = (b"text/html", b"application/xhtml+xml")
_TYPE = re.compile(rb"^content-type:[ \t]*([^;\s]+)", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 64 * 1024
_PAGE_NAMES = ("page", "paged", "halaman", "showpage")
_TITLE = re.compile(r"<title[^>]*>([^<]{1,1000})", re.IGNORECASE)
_HEAD = 64 * 1024
"""Characters of a page in which its title is looked for."""

_NOWHERE = KeptRecord("", 0, 0, "")


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article in an archive, with its record as it was there, unpacked, for keeping it.

    `is_part` tells that the article goes on at pages that the archive has elsewhere, if at all.
    """

    portal: Portal
    article: ArticleRecord
    listed: Listed
    is_part: bool
    record_id: str
    headers: tuple[tuple[str, str], ...]
    block: bytes

    def as_record(self) -> bytes:
        """Return the record."""
        copy, out = WarcRecord(), BytesIO()
        copy.headers.status_line = "WARC/1.1"
        for name, value in self.headers:
            copy.headers.append(name, value)
        copy.set_bytes_content(self.block)
        copy.write(out)
        return out.getvalue()


class Archives:
    """Reads archives for the articles of portals; `passed_over` counts the records that are none, by why."""

    def __init__(self, portals: Iterable[Portal], *, take_all: bool = False) -> None:
        self._portals: dict[str, list[Portal]] = {}
        for portal in portals:
            self._portals.setdefault(bare_host(portal.host), []).append(portal)
        self._take_all = take_all
        self._refusals: dict[str, Refusals] = {}
        self.passed_over: Counter[PassedOver] = Counter()

    def read(self, path: Path) -> Iterator[ArchivedArticle]:
        """Yield the articles in the archive, in its order; raises EvidenceError as `read_warc` does."""
        for record in read_warc(path, WarcRecordType.response):
            address = target_of(record)
            portal = self._portal_of(address)
            if portal is None:
                self.passed_over["elsewhere"] += 1
                continue
            found = self._article(record, address, portal)
            if isinstance(found, str):
                self.passed_over[found] += 1
            else:
                yield found

    def _portal_of(self, address: str) -> Portal | None:
        _, _, rest = address.partition("://")
        host = rest.partition("/")[0].rpartition("@")[2].partition(":")[0]
        portals = self._portals.get(bare_host(host), ())
        return next((portal for portal in portals if portal.owns(address)), None)

    def _article(self, record: WarcRecord, address: str, portal: Portal) -> ArchivedArticle | PassedOver:
        url = portal.canonical(address)
        if not is_article(url, portal) or _is_further_page(address) or record.content_length > LARGEST_BODY:
            return "other"
        block = record.reader.read()
        try:
            moment, response = moment_of_record(record), _page_in(block, address)
        except EvidenceError:
            return "other"
        text = text_of(response) if response is not None else None
        if response is None or text is None:
            return "other"
        listed = Listed(url=url, address=address)
        if not self._matters(_title_in(text), url):
            return "irrelevant"
        refusals = self._refusals.setdefault(portal.id, Refusals())
        try:
            article, page = article_of_page(response, listed, portal, refusals, Kept(_NOWHERE, moment))
        except NoArticleError:
            return "refused"
        if not self._matters(article.title, url):
            return "irrelevant"
        is_part = bool(page.more_pages or page.whole_page)
        id_ = record.record_id or ""
        return ArchivedArticle(portal, article, listed, is_part, id_, record.headers.items(), block)

    def _matters(self, title: str | None, url: str) -> bool:
        return self._take_all or is_relevant(title, None, url)


def _page_in(block: bytes, address: str) -> Response | None:
    """Return the answer in the block of a response record, None where it is no page that was found.

    Raises EvidenceError where it cannot be read.
    """
    status, _, headers = block[:_LONGEST_HEAD].partition(b"\r\n\r\n")[0].partition(b"\n")
    kind = _TYPE.search(headers)
    if status.split(b" ")[1:2] != [b"200"] or kind is None or kind[1].lower() not in _PAGES:
        return None
    record = WarcRecord()
    record.headers["WARC-Target-URI"] = address
    record.is_http = True
    record.set_bytes_content(block)
    return answer_of(record)


def _title_in(text: str) -> str | None:
    found = _TITLE.search(text, 0, _HEAD)
    return plain(found[1]) if found else None


def _is_further_page(address: str) -> bool:
    """Tell whether the address is that of a later page of a split article."""
    query = urlsplit(address).query
    pages = (value for name, value in parse_qsl(query) if name in _PAGE_NAMES) if query else ()
    return any(value.isdecimal() and int(value[:6]) > 1 for value in pages)
