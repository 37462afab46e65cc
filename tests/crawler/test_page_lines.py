from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from crawler.article_page import parse_article_page
from crawler.page_lines import without_page_lines

WIB = ZoneInfo("Asia/Jakarta")
STORY = "Camat Cikarang dilantik di pendopo. " * 12
LINES = ("Editor: Rina Basri", "Reporter : Andi", "Pewarta | Sari", "Copyright © Kabar 2024", "BACA JUGA:")


@pytest.mark.parametrize("line", LINES)
def test_lines_around_the_text_go_out(line: str) -> None:
    assert (
        without_page_lines(f"Camat dilantik.\n\n{line}\n\nIa lalu bekerja.\n{line}")
        == "Camat dilantik.\n\nIa lalu bekerja."
    )


def test_a_sentence_about_an_editor_stays() -> None:
    assert without_page_lines("Editor buku itu kini lurah.") == "Editor buku itu kini lurah."


@pytest.mark.parametrize(("container", "ends"), [("entry-content", "Editor: Rina Basri"), ("detail-text", "pendopo.")])
def test_a_credit_in_the_content_field_of_wordpress_is_the_writers_own(container: str, ends: str) -> None:
    page = f"<h1>Camat Dilantik</h1><div class={container}><p>{STORY}</p><p>Editor: Rina Basri</p></div>"
    assert parse_article_page(page, "https://kabarsatu.test/camat-dilantik/", WIB).text.endswith(ends)
