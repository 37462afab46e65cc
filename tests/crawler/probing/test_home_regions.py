from __future__ import annotations

import pytest

from crawler.probing.home_regions import inferred_regions, timezone_of, told_by_address


@pytest.mark.parametrize(
    ("name", "host", "description", "codes"),
    [
        ("Kabar Banten Raya", "kabar.example", "", ("36",)),
        ("Suara Rakyat", "kabartegal.example", "", ("33.76", "33.28")),
        ("Suara Rakyat", "www.kabar-bandungbarat.example", "", ("32.17",)),
        ("Suara Rakyat", "kabar.example", "Berita Kabupaten Pinrang dan Sidrap", ("73.15", "73.14")),
        ("Metro Terkini", "metroterkini.example", "Cepat dan tepat", ()),
        ("Suara Rakyat", "127.0.0.1", "", ()),
    ],
)
def test_what_a_site_is_called_tells_its_home(name: str, host: str, description: str, codes: tuple[str, ...]) -> None:
    assert inferred_regions(name, host, description, []).codes == codes


def test_titles_tell_which_of_one_name_comes_first() -> None:
    titles = ["Bupati Tegal Lantik 9 Pejabat"] * 3
    assert inferred_regions("Kabar Tegal", "kabar.example", "", titles).codes == ("33.28", "33.76")


def test_titles_tell_the_home_of_a_site_without_a_place_in_its_name() -> None:
    titles = ["Bupati Pinrang Lantik 9 Pejabat"] * 4 + ["Cuaca Hari Ini", "Wali Kota Parepare Resmikan Pasar"]
    found = inferred_regions("Suara Rakyat", "suara.example", "", titles)
    assert found.codes == ("73.15",)
    assert "Kabupaten Pinrang 4" in found.told_by


def test_titles_all_over_one_province_tell_the_province() -> None:
    places = ("Pinrang", "Sinjai", "Bone", "Wajo", "Soppeng", "Barru", "Takalar", "Gowa", "Maros")
    found = inferred_regions("Suara Rakyat", "suara.example", "", [f"Bupati {one} Lantik Pejabat" for one in places])
    assert found.codes[0] == "73"


def test_titles_all_over_the_country_tell_nothing() -> None:
    places = ("Pinrang", "Tegal", "Sleman", "Karangasem", "Berau", "Ende", "Biak Numfor", "Langkat")
    assert (
        inferred_regions("Suara", "suara.example", "", [f"Bupati {one} Lantik Pejabat" for one in places]).codes == ()
    )


def test_an_address_tells_what_a_title_would() -> None:
    assert told_by_address("https://kabar.example/a/wali-kota-tegal-lantik-9.html") == "Wali Kota Tegal Lantik Html"


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("11", "Asia/Jakarta"),
        ("36.71", "Asia/Jakarta"),
        ("51", "Asia/Makassar"),
        ("61", "Asia/Jakarta"),
        ("62.71", "Asia/Jakarta"),
        ("63", "Asia/Makassar"),
        ("65.71", "Asia/Makassar"),
        ("76", "Asia/Makassar"),
        ("82", "Asia/Jayapura"),
        ("94.01", "Asia/Jayapura"),
    ],
)
def test_time_zone_of_a_region(code: str, zone: str) -> None:
    assert timezone_of(code) == zone
