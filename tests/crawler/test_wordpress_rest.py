from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from crawler.evidence.places import Kept
from crawler.registry import Portal
from crawler.wordpress_rest import PostError, article_of_post, read_posts
from db.articles import KeptRecord

WIT = ZoneInfo("Asia/Jayapura")
NOW = datetime(2024, 6, 1, tzinfo=UTC)
KEPT = Kept(KeptRecord("mutasi-1.warc.gz", 253, 3127, "<urn:uuid:1>"), NOW)
PORTAL = Portal(
    id="kabartimur.test",
    name="Kabar Timur",
    url="https://kabartimur.test/",
    platform="wordpress",
    regions=("91",),
    timezone="Asia/Jayapura",
)
POST: dict[str, Any] = {
    "id": 71,
    "date": "2024-05-17T17:30:00",
    "date_gmt": "2024-05-17T08:30:00",
    "modified_gmt": "2024-05-17T09:00:00",
    "link": "https://kabartimur.test/2024/05/17/bupati-lantik/?utm_source=rss#isi",
    "title": {"rendered": "Bupati &#8220;Kejar Waktu&#8221;, Lantik 9 Kadis &#8211; Ini Namanya"},
    "content": {"rendered": '<p>JAYAPURA – Bupati melantik.</p>\n<p><img src="https://kabartimur.test/dalam.jpg"></p>'},
    "_embedded": {
        "author": [{"name": "Yosua Imbiri"}],
        "wp:featuredmedia": [{"source_url": "https://kabartimur.test/utama.jpg"}],
        "wp:term": [
            [{"taxonomy": "category", "name": "Pemerintahan &amp; Politik"}, {"taxonomy": "category", "name": "Utama"}],
            [{"taxonomy": "post_tag", "name": "mutasi"}, {"taxonomy": "post_tag", "name": "Jayapura"}],
        ],
    },
}


def article(**changes: Any) -> Any:
    return article_of_post({**POST, **changes}, PORTAL, KEPT)


def test_post_becomes_an_article() -> None:
    found = article()
    assert found.portal == "kabartimur.test"
    assert found.source_id == "71"
    assert found.url == "https://kabartimur.test/2024/05/17/bupati-lantik/"
    assert found.title == 'Bupati "Kejar Waktu", Lantik 9 Kadis - Ini Namanya'
    assert found.published == datetime(2024, 5, 17, 17, 30, tzinfo=WIT)
    assert found.published.utcoffset() == datetime(2024, 5, 17, 17, 30, tzinfo=WIT).utcoffset()
    assert found.modified == datetime(2024, 5, 17, 18, 0, tzinfo=WIT)
    assert found.author == "Yosua Imbiri"
    assert found.section == "Pemerintahan & Politik"
    assert found.tags == ("mutasi", "Jayapura")
    assert found.image_url == "https://kabartimur.test/utama.jpg"
    assert found.text == "JAYAPURA – Bupati melantik."
    assert found.fetched_at == NOW
    assert found.warc_records == (KEPT.record,)


@pytest.mark.parametrize("never", [None, "0000-00-00T00:00:00", "-0001-11-30T00:00:00"])
def test_date_that_was_never_set_falls_back_to_local_time(never: str | None) -> None:
    assert article(date_gmt=never).published == datetime(2024, 5, 17, 17, 30, tzinfo=WIT)


def test_what_the_api_hides_is_left_out() -> None:
    hidden = article(_embedded={"author": [{"code": "rest_user_invalid_id"}], "wp:term": None}, title=None)
    assert (hidden.author, hidden.section, hidden.tags, hidden.title) == (None, None, (), "")
    assert hidden.image_url == "https://kabartimur.test/dalam.jpg"


def test_seo_plugin_fills_in() -> None:
    seo = {"author": "Yosua Imbiri", "og_image": [{"url": "https://kabartimur.test/og.jpg"}]}
    found = article(_embedded={}, yoast_head_json=seo)
    assert (found.author, found.image_url) == ("Yosua Imbiri", "https://kabartimur.test/og.jpg")


def test_post_without_content_has_no_text() -> None:
    assert article(content=None).text == ""


def test_locked_post_is_no_article() -> None:
    with pytest.raises(PostError, match=r"bupati-lantik.* is behind a password"):
        article(content={"rendered": "", "protected": True})


def test_post_without_address_is_no_article() -> None:
    with pytest.raises(PostError, match="post 71 has no address"):
        article(link=False)


@pytest.mark.parametrize(
    "body", ["", "<html></html>", '{"code": "rest_forbidden"}', '[{"name": "x"}]', "[1]", "null", "[" * 100_000]
)
def test_something_else_is_no_page_of_posts(body: str) -> None:
    assert read_posts(body) is None


def test_page_of_posts_is_read() -> None:
    assert read_posts("\ufeff" + json.dumps([POST])) == [POST]
    assert read_posts("[]") == []


def test_halves_of_characters_and_nul_are_left_out() -> None:
    posts = read_posts(
        r'[{"id": 1, "link": "https://kabarsatu.test/\ud83d\ude00", "title": {"rendered": "a\u0000\ud83d"}}]'
    )
    assert posts == [{"id": 1, "link": "https://kabarsatu.test/\U0001f600", "title": {"rendered": "a?"}}]


def test_moments_that_mean_never_are_none() -> None:
    for never in ("0001-01-01T00:00:00", "9999-12-31T23:59:59", "1970-01-01T00:00:00"):
        assert article(date=never, date_gmt=never).published is None
