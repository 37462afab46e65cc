"""When two names, posts and officials are counted as the same."""

from __future__ import annotations

import pytest

from extract.events import Official
from mutasi.evaluation.sameness import plain_words, same_official, same_person, same_post


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jum'at", ["jum", "at"]),
        ("Sp.B", ["sp", "b"]),
        ("R.A. Kartini", ["ra", "kartini"]),
        ("", []),
        (None, []),
    ],
)
def test_plain_words(text: str | None, words: list[str]) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Asep Surya", "Asep Surya", True),
        ("Drs. H. Asep Surya, M.Si", "Asep Surya", True),
        ("Asep", "Asep Surya Kusnadi", True),
        ("Asep Kusnadi", "Asep Surya Kusnadi", True),
        ("A. Kusnadi", "Asep Surya Kusnadi", True),
        ("Kusnadi Asep", "Asep Surya Kusnadi", False),
        ("Asep Surya", "Dedi Surya", False),
        ("Asep", None, False),
        (None, None, True),
        ("Haji", "Haji", True),
    ],
)
def test_same_person(one: str | None, other: str | None, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kepala Dinas Perhubungan", "Kadis Perhubungan", True),
        ("Kepala Dinas Perhubungan", "Kadishub", True),
        ("Kepala Dinas Perhubungan Kota Bekasi", "Kepala Dinas Perhubungan", True),
        ("Sekda", "Sekretaris Daerah", True),
        ("Camat Jatiasih", "Lurah Jatiasih", False),
        ("Lurah", "Lurah Kranji", False),
        ("Camat Jatiasih", None, False),
        (None, None, True),
    ],
)
def test_same_post(one: str | None, other: str | None, same: bool) -> None:
    assert same_post(one, other) is same
    assert same_post(other, one) is same


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        (Official("Asep Surya", "Wali Kota"), Official("Asep", "Wali Kota"), True),
        (Official(None, "Bupati", "Pj"), Official("Rina Wati", "Bupati", "Pj"), True),
        (Official("Rina Wati", "Bupati", "Pj"), Official(None, "Bupati", "Pj"), False),
        (Official("Rina Wati", "Bupati", "Pj"), Official("Rina Wati", "Bupati"), False),
        (Official("Rina Wati", "Bupati"), Official("Rina Wati", "Wakil Bupati"), False),
        (None, Official("Rina Wati", "Bupati"), False),
        (None, None, True),
    ],
)
def test_same_official(gold: Official | None, read: Official | None, same: bool) -> None:
    assert same_official(gold, read) is same
