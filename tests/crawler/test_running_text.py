from __future__ import annotations

import pytest

from crawler.cleaning import text_of
from crawler.html_tree import parse_html
from crawler.running_text import running_body

FIRST = "Bupati Majene melantik 24 pejabat administrator di ruang pola kantornya pada Jumat pagi."
SECOND = "Para pejabat itu mengisi jabatan yang lowong sejak awal tahun, kata kepala badan kepegawaian."
THIRD = "Ia berpesan agar semua segera bekerja dan tidak menunggu arahan untuk melayani warga kecamatan."
TEXT = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEASER = '<li><a href="/x/">Harga kakao di pasar induk Majene naik dua kali lipat sejak awal pekan ini</a></li>'
SIDEBAR = f'<div class="kolom"><h3>Terbaru</h3><ul>{TEASER * 6}</ul></div>'
TITLE = "Bupati Majene Lantik 24 Pejabat Administrator di Ruang Pola Kantornya"


def text(body: str) -> str:
    root = parse_html(f"<html><body>{body}</body></html>")
    found = running_body(root, TITLE)
    return "" if found is None else text_of(found)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div class='isi'>{PARAGRAPHS}</div>", id="paragraphs"),
        pytest.param(f"<div><div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></div>", id="divs"),
        pytest.param(f"<td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td>", id="table cell"),
        pytest.param(f"<section><h1>{TITLE}</h1><div class='x'>{PARAGRAPHS}</div></section>", id="under a headline"),
        pytest.param(
            f"<div><div class='judul'>{TITLE}</div><div class='x'>{PARAGRAPHS}</div></div>", id="title in div"
        ),
        pytest.param(
            f"<div>{PARAGRAPHS}<p class='caption'>Pejabat berfoto bersama. {'Foto. ' * 20}</p></div>", id="caption"
        ),
        pytest.param(
            f"<div>{PARAGRAPHS}</div><div id='kotak-komentar'><p>{'Semoga amanah dan kerja nyata. ' * 4}</p></div>",
            id="comments",
        ),
        pytest.param(f"<div class='page-sidebar-wrap'><div class='x'>{PARAGRAPHS}</div></div>", id="unlucky name"),
        pytest.param(
            f"<div>{PARAGRAPHS}<p>Ikuti kabar kami di <a href='https://t.me/mandar'>Telegram</a>.</p></div>",
            id="invitation to a channel",
        ),
    ],
)
def test_element_with_most_running_text_is_the_article(body: str) -> None:
    assert text(f"{SIDEBAR}<main>{body}</main>{SIDEBAR}<footer>Hak cipta {TITLE}</footer>") == TEXT


def test_line_breaks_part_paragraphs() -> None:
    body = f"<div><h1>{TITLE}</h1><div>17 Mei 2024</div><p>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</p></div>"
    assert text(SIDEBAR + body) == TEXT.replace("\n\n", "\n")


def test_dateline_and_initials_around_the_paragraphs_belong_to_them() -> None:
    assert text(f"{SIDEBAR}<div>Majene - {PARAGRAPHS}<b>(rin)</b></div>") == f"Majene -\n\n{TEXT}\n\n(rin)"


def test_one_long_paragraph_does_not_stand_alone() -> None:
    assert text(f"{SIDEBAR}<div><p>{FIRST * 9}</p><p>Bupati pamit.</p></div>").endswith("\n\nBupati pamit.")


def test_page_of_links_has_no_text() -> None:
    assert text(SIDEBAR * 9 + "<footer>Hak cipta Kabar Mandar, seluruh isi dilindungi undang-undang.</footer>") == ""


def test_hostile_markup_takes_no_time() -> None:
    assert text("<div>" * 1_500 + FIRST) in ("", FIRST)
    assert text(f"<div>{'<div><a>x</a></div>' * 20_000}</div>") == ""
