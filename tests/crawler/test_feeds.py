from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.feeds import FeedEntry, breaks_off, read_feed

WIB = ZoneInfo("Asia/Jakarta")
STORY = "<p>BEKASI – Wali Kota melantik pejabat di aula kantor, kata panitia.</p>\n" * 8
ITEM = """
<item>
 <title>Wali Kota Lantik 12 Pejabat &#8211; Ini Namanya</title>
 <link>https://kabarsatu.test/lantik/?utm_source=rss&amp;utm_medium=rss</link>
 <dc:creator><![CDATA[Sari Utami]]></dc:creator>
 <pubDate>Fri, 17 May 2024 08:30:00 +0000</pubDate>
 <category><![CDATA[Daerah]]></category><category><![CDATA[mutasi]]></category><category>mutasi</category>
 <guid isPermaLink="false">https://kabarsatu.test/?p=812</guid>
 <description><![CDATA[<p>BEKASI – Wali Kota melantik pejabat [&#8230;]</p>]]></description>
 <content:encoded><![CDATA[{content}]]></content:encoded>
</item>"""


def feed(items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel><title>Kabar Satu</title><link>https://kabarsatu.test</link>{items}</channel></rss>"
    )


def only(items: str) -> FeedEntry:
    entries = read_feed(feed(items), WIB)
    assert entries is not None
    (entry,) = entries
    return entry


def test_item_becomes_an_entry() -> None:
    entry = only(ITEM.replace("{content}", STORY))
    assert entry.url == "https://kabarsatu.test/lantik/?utm_source=rss&utm_medium=rss"
    assert entry.source_id == "812"
    assert entry.title == "Wali Kota Lantik 12 Pejabat - Ini Namanya"
    assert entry.published == datetime(2024, 5, 17, 15, 30, tzinfo=WIB)
    assert entry.author == "Sari Utami"
    assert entry.section == "Daerah"
    assert entry.tags == ("mutasi",)
    assert entry.content.count("\n\n") == 7


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<p>BEKASI – Wali Kota melantik pejabat [&#8230;]</p>",
        "<p>BEKASI – Wali Kota melantik pejabat… <a href='/lantik/'>Selengkapnya</a></p>",
        STORY + "<p>Read more</p>",
    ],
)
def test_summary_is_told_from_a_text(content: str) -> None:
    assert only(ITEM.replace("{content}", content)).is_summary


def test_short_article_is_a_text() -> None:
    entry = only(ITEM.replace("{content}", "<p>BEKASI – Satu pejabat dilantik.</p>"))
    assert (entry.content, entry.is_summary) == ("BEKASI – Satu pejabat dilantik.", False)


@pytest.mark.parametrize(
    ("element", "image"),
    [
        (
            '<enclosure url="https://kabarsatu.test/a.jpg" type="image/jpeg" length="1"/>',
            "https://kabarsatu.test/a.jpg",
        ),
        ('<enclosure url="https://kabarsatu.test/a.mp3" type="audio/mpeg" length="1"/>', None),
        ('<media:content url="https://kabarsatu.test/b.jpg" medium="image"/>', "https://kabarsatu.test/b.jpg"),
    ],
)
def test_picture_of_an_entry(element: str, image: str | None) -> None:
    assert only(ITEM.replace("{content}", STORY).replace("</item>", element + "</item>")).image_url == image


def test_entry_without_link_uses_its_guid() -> None:
    item = "<item><title>Judul</title><guid>https://kabarsatu.test/judul/</guid></item>"
    entry = only(item)
    assert (entry.url, entry.published, entry.author, entry.section) == (
        "https://kabarsatu.test/judul/",
        None,
        None,
        None,
    )


ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar Satu</title><entry>
 <title type="html">Wali Kota Lantik &lt;b&gt;12&lt;/b&gt; Pejabat</title>
 <id>tag:kabarsatu.test,2024:812</id>
 <link rel="edit" href="https://kabarsatu.test/sunting/812"/><link href="https://kabarsatu.test/lantik/"/>
 <published>2024-05-17T08:30:00Z</published><updated>2024-05-18T01:00:00+07:00</updated>
 <author><name>Sari Utami</name></author><category term="daerah" label="Daerah"/><category term="mutasi"/>
 {content}
</entry></feed>"""


@pytest.mark.parametrize(
    ("content", "text", "is_summary"),
    [
        ('<content type="html">&lt;p&gt;BEKASI – Wali Kota.&lt;/p&gt;</content>', "BEKASI – Wali Kota.", False),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Satu.</p><p>Dua.</p></div></content>',
            "Satu.\n\nDua.",
            False,
        ),
        ("<summary>BEKASI – Wali Kota.</summary>", "", True),
    ],
)
def test_atom_entry_becomes_an_entry(content: str, text: str, is_summary: bool) -> None:
    entries = read_feed(ATOM.replace("{content}", content), WIB)
    assert entries is not None
    (entry,) = entries
    assert (entry.url, entry.title) == ("https://kabarsatu.test/lantik/", "Wali Kota Lantik 12 Pejabat")
    assert entry.published == datetime(2024, 5, 17, 15, 30, tzinfo=WIB)
    assert entry.modified == datetime(2024, 5, 18, 1, tzinfo=WIB)
    assert (entry.author, entry.section, entry.tags) == ("Sari Utami", "Daerah", ("mutasi",))
    assert (entry.content, entry.is_summary) == (text, is_summary)


def test_items_of_rss_1_are_read() -> None:
    body = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item><title>Lantik</title>
     <link>https://kabarsatu.test/lantik/</link><dc:date>2024-05-17T15:30:00+07:00</dc:date></item></rdf:RDF>"""
    entries = read_feed(body, WIB)
    assert entries is not None
    assert [(one.title, one.published) for one in entries] == [("Lantik", datetime(2024, 5, 17, 15, 30, tzinfo=WIB))]


def test_entry_without_address_is_left_out() -> None:
    assert read_feed(feed("<item><title>Judul</title></item>"), WIB) == []


@pytest.mark.parametrize("body", ["", "<html><body>404</body></html>", "{}", "tutup"])
def test_something_else_is_no_feed(body: str) -> None:
    assert read_feed(body, WIB) is None


def test_control_character_does_not_cost_the_feed() -> None:
    assert only(ITEM.replace("{content}", STORY + "\x0b\x00")).source_id == "812"


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    body = feed("<item><title>x &a; &b;</title><link>https://kabarsatu.test/x/</link></item>").replace(
        "<rss", bomb + "<rss"
    )
    entries = read_feed(body, WIB)
    assert entries is not None
    assert "haha" not in entries[0].title


def test_links_are_relative_to_the_feed() -> None:
    item = "<item><title>Bupati Lantik</title><link>/2024/lantik/</link><guid>1</guid></item>"
    entries = read_feed(f"<rss><channel>{item}</channel></rss>", WIB, "https://kabarsatu.test/feed/")
    assert entries is not None
    assert [entry.url for entry in entries] == ["https://kabarsatu.test/2024/lantik/"]


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        ("<rss><channel><item/></channel></rss>\n<!-- cached -->", False),
        ("<rdf:RDF><item/></rdf:RDF>", False),
        ("<feed><entry/></feed >", False),
        ("<rss><channel><item><title>Bupati", True),
    ],
)
def test_a_feed_without_an_end_breaks_off(body: str, cut: bool) -> None:
    assert breaks_off(body) is cut
