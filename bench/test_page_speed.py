"""What reading an article's page costs, beside what lxml takes to parse the same page in the same run.

The page is made here: 90 KB as a theme prints them, most of it menus, scripts and lists of other articles.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from zoneinfo import ZoneInfo

import lxml.html
import pytest
from measuring import rounds

from crawler.article_page import parse_article_page
from crawler.cleaning import fragment_text

ZONE = ZoneInfo("Asia/Makassar")
URL = "https://kabarmandar.test/2024/05/bupati-lantik-pejabat/"
TITLE = "Bupati Majene Lantik 24 Pejabat"
ROUNDS = 60
MOST_WITH_A_KNOWN_CONTAINER = 3.5
MOST_WITHOUT_ONE = 5.0
MOST_WITHOUT_A_TIME_STATED = 6.0
MOST_FOR_A_FRAGMENT = 12.0

SENTENCE = "Bupati meminta para pejabat segera bekerja dan tidak menunggu arahan untuk melayani warga di kecamatan. "
STORY = "".join(f"<p>{number}. {SENTENCE * 4}</p>" for number in range(9)) + (
    '<p>Baca juga: <a href="/lain/">Harga Kakao Naik</a></p><ol><li>Ramli Hasanuddin, camat</li><li>Nurbaya</li></ol>'
)
MENU = "".join(f'<li class="menu-item menu-item-{n}"><a href="/rubrik-{n}/">Rubrik {n}</a></li>' for n in range(120))
OTHERS = "".join(
    f'<div class="td_module_{n}"><div class="thumb"><a href="/kabar-{n}/"><img src="/gambar/{n}.jpg"></a></div>'
    f'<h3 class="title"><a href="/kabar-{n}/">Kabar lain nomor {n} dari redaksi kami hari ini</a></h3>'
    f'<div class="meta"><span class="date">1{n % 9}/05/2024 10:0{n % 10} WITA</span></div></div>'
    for n in range(225)
)
SCRIPT = "<script>" + "var pengukur = pengukur || []; pengukur.push(['halaman', 1]);\n" * 200 + "</script>"
LD = f'''<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}",
"datePublished": "2024-05-17T15:30:00+08:00", "author": {{"name": "Rina Basri"}}}}</script>'''


def page(container: str, published: str) -> str:
    """Return a page whose text is in `<div class="CONTAINER">`, and which tells its time by `published`."""
    return f"""<!DOCTYPE html><html><head><title>{TITLE}</title>{published}{SCRIPT}</head><body>
    <nav><ul>{MENU}</ul></nav><div class="wrap"><div class="main"><h1>{TITLE}</h1><p>Jumat, 17 Mei 2024 | 15:30 WITA</p>
    <div class="{container}">{STORY}</div></div><div class="side">{OTHERS}</div></div></body></html>"""


def ratio_to_parsing(html: str, read: Callable[[str], object], name: str) -> float:
    """Return what reading `html` costs as a multiple of parsing it, the median of all rounds."""
    reading, parsing = rounds(lambda: read(html), lambda: lxml.html.document_fromstring(html), times=ROUNDS)
    ratio = median(took / parsed for took, parsed in zip(reading, parsing, strict=True))
    print(
        f"\n{name}, {len(html) / 1000:.0f} KB: reading {median(reading) * 1000:.2f} ms,"
        f" parsing {median(parsing) * 1000:.2f} ms, ratio {ratio:.2f}"
    )
    return ratio


@pytest.mark.parametrize(
    ("container", "published", "most"),
    [
        ("entry-content", LD, MOST_WITH_A_KNOWN_CONTAINER),
        ("x1", LD, MOST_WITHOUT_ONE),
        ("x1", "", MOST_WITHOUT_A_TIME_STATED),
    ],
)
def test_reading_a_page_costs_little_more_than_parsing_it(container: str, published: str, most: float) -> None:
    html = page(container, published)
    assert len(html) > 85_000
    article = parse_article_page(html, URL, ZONE)
    assert article.title == TITLE
    assert article.published_precision == "second"
    assert article.text.count("\n\n") == 9
    name = f"text in .{container}, time {'stated' if published else 'shown'}"
    assert ratio_to_parsing(html, lambda html: parse_article_page(html, URL, ZONE), name) <= most


def test_reading_a_fragment_costs_few_times_its_parsing() -> None:
    ratio = ratio_to_parsing(STORY, lambda html: fragment_text(html, newline_is_break=True), "a post")
    assert ratio <= MOST_FOR_A_FRAGMENT
