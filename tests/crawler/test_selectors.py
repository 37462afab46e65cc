from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from scrapy.http import HtmlResponse

from crawler.evidence.places import Kept
from crawler.html_tree import parse_html, text_in
from crawler.page_articles import article_of_page
from crawler.refusals import Refusals
from crawler.registry import Portal
from crawler.selectors import DatedSelectors, selected, selectors_on
from db.articles import KeptRecord
from db.frontier import Listed

NEW = DatedSelectors(since=date(2023, 5, 1), text="div.konten")
OLD = DatedSelectors(since=date(2020, 1, 1), text="div.isi")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), "div.isi"),
        (date(2023, 4, 30), "div.isi"),
        (date(2023, 5, 1), "div.konten"),
        (date(2030, 1, 1), "div.konten"),
        (None, "div.konten"),
    ],
)
def test_newest_selectors_that_held_on_the_day_of_publication(day: date | None, text: str | None) -> None:
    found = selectors_on((NEW, OLD), day)
    assert (found.text if found else None) == text
    assert selectors_on((OLD, NEW), day) == found


def test_portal_without_selectors_has_none_on_any_day() -> None:
    assert selectors_on((), date(2024, 1, 1)) is None


def test_selected_elements_come_in_the_order_of_the_page() -> None:
    page = parse_html("<p class=b>Satu</p><div><p>Dua</p></div><p class='a c'>Tiga</p>")
    assert [text_in(one) for one in selected(page, "p.c, p.b")] == ["Satu", "Tiga"]
    assert selected(page, "p.d") == selected(page, None) == []


def midnight(day: date, portal: Portal) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=portal.zone)


@pytest.mark.parametrize(("day", "text"), [(date(2023, 4, 30), "Lama."), (date(2023, 5, 1), "Baru.")])
def test_a_page_is_read_by_the_selectors_of_its_day(day: date, text: str) -> None:
    entry = {"id": "x", "name": "X", "url": "https://x.test/", "platform": "wordpress", "regions": ["32.75"]}
    portal = Portal.model_validate({**entry, "selectors": [OLD, NEW]})
    response = HtmlResponse("https://x.test/a/", body=b"<div class=isi>Lama.</div><div class=konten>Baru.</div>")
    listed = Listed(url=response.url, address=response.url, title="Camat Dilantik", published=midnight(day, portal))
    kept = Kept(KeptRecord("mutasi-1.warc.gz", 253, 3127, "<urn:uuid:1>"), datetime(2024, 6, 1, tzinfo=UTC))
    article, _ = article_of_page(response, listed, portal, Refusals(), kept)
    assert article.text == text
