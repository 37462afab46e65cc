import pytest

from extract.folding import fold


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
