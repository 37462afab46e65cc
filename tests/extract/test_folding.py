import pytest

from extract.folding import fold, join_passives


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("“Jum’at,” kata Bupati", '"Jum\'at," kata Bupati'),
        ("BEKASI — Wali Kota", "BEKASI - Wali Kota"),
        ("Rp\u00a01,2\u200bmiliar", "Rp 1,2 miliar"),
        ("\u202bkanan ke kiri\u202c", " kanan ke kiri "),
        ("nol\x00byte", "nol byte"),
        ("setengah \ud83d huruf", "setengah \ufffd huruf"),
    ],
)
def test_typography_becomes_plain_and_keeps_its_length(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("20 pejabat di lantik Bupati", "20 pejabat  dilantik Bupati"),
        ("yang di mutasi oleh Bupati", "yang  dimutasi oleh Bupati"),
        ("di mutasi kali ini", "di mutasi kali ini"),
        ("bertugas di lantai dua", "bertugas di lantai dua"),
    ],
)
def test_passives_in_two_words_become_one(printed: str, joined: str) -> None:
    assert join_passives(printed) == joined
    assert len(joined) == len(printed)
