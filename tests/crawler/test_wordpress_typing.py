from __future__ import annotations

import pytest

from crawler.wordpress_typing import as_typed


@pytest.mark.parametrize(
    ("rendered", "typed"),
    [
        ("Garut &#8211; Bupati", "Garut - Bupati"),
        ("Garut – Bupati", "Garut – Bupati"),  # the writer's own dash is no reference
        ("GARUT&#8211;Bupati", "GARUT--Bupati"),
        ("Garut &#8212; Bupati", "Garut -- Bupati"),
        ("Garut&#8212;Bupati", "Garut---Bupati"),
        ("<br />\n&#8211; Asisten I", "<br />\n- Asisten I"),
        ("<p>&#8211; Asisten I</p>", "<p>- Asisten I</p>"),
        ("&#8211; Asisten I", "- Asisten I"),
        ("&#8220;Selamat,&#8221; katanya", "&quot;Selamat,&quot; katanya"),
        ("Jum&#8217;at", "Jum&#39;at"),
        ("&#8216;turun&#8217;", "&#39;turun&#39;"),
        ("selesai&#8230;", "selesai..."),
        ("3&#215;24 jam", "3x24 jam"),
        ("“Selamat,” katanya… 3×24", "“Selamat,” katanya… 3×24"),
        ("R&amp;D &#038; lainnya", "R&amp;D &#038; lainnya"),
    ],
)
def test_punctuation_is_as_it_was_typed(rendered: str, typed: str) -> None:
    assert as_typed(rendered) == typed


def test_attributes_stay_whole() -> None:
    assert as_typed('<meta content="Kata &#8220;kami&#8221;">') == '<meta content="Kata &quot;kami&quot;">'
