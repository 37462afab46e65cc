import pytest

from extract.noise import mask_noise


@pytest.mark.parametrize(
    "line",
    [
        "BACA JUGA: Wali Kota Lantik 12 Camat",
        "Baca juga: Tiga Kadis Dicopot",
        "Simak juga Video: Banjir di Pasar",
        "ILUSTRASI: Sejumlah ASN mengikuti apel di halaman kantor.",
        "Foto: Humas",
        "[Foto: Suasana pelantikan. Dok. Prokopim]",
        "Penulis: Rina | Editor: Anto",
        "Spread the love",
        "Komentar",
        "Butuh bantuan?",
    ],
)
def test_a_line_that_is_not_the_article_is_blanked(line: str) -> None:
    text = f"Bupati melantik 14 pejabat.\n\n{line}\n\nAcara berlangsung khidmat."
    masked = mask_noise(text)
    assert len(masked) == len(text)
    assert line not in masked
    assert masked.startswith("Bupati melantik 14 pejabat.")
    assert masked.endswith("Acara berlangsung khidmat.")


def test_a_link_glued_into_a_paragraph_ends_where_the_next_paragraph_begins() -> None:
    text = "Kursi itu kosong. Baca juga: Nelayan Hilang di Tengah LautSejauh ini belum ada penggantinya."
    masked = mask_noise(text)
    assert "Nelayan" not in masked
    assert masked.endswith("Sejauh ini belum ada penggantinya.")


def test_the_word_komentar_inside_a_sentence_stays() -> None:
    text = "Komentar warga beragam setelah pelantikan."
    assert mask_noise(text) == text


def test_endless_words_are_blanked() -> None:
    image = "data:image/png;base64," + "iVBORw0KGgo" * 30
    assert mask_noise(f"Bupati Solok {image} melantik") == f"Bupati Solok {' ' * len(image)} melantik"
    address = "https://contoh.id/" + "pelantikan-pejabat-" * 9
    assert mask_noise(f"Bupati {address} Solok") == f"Bupati {address} Solok"
    assert mask_noise("(" * 200) == " " * 200
