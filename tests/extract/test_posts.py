"""Posts of the regional civil service: where they end, how they are kept, how two ways of naming one compare."""

from __future__ import annotations

import pytest

from extract.folding import fold
from extract.posts import drop_government, find_posts, post_of_unit, spell_out, unit_of_post


def posts(text: str) -> list[str]:
    return [post.text for post in find_posts(fold(text)) if post.kind == "post"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kepala Dinas Perhubungan Sarmin Waluyo dipindah", ["Kepala Dinas Perhubungan"]),
        (
            "Kepala Dinas Pekerjaan Umum dan Penataan Ruang (PUPR) Ir. H. Sarmin Waluyo",
            ["Kepala Dinas Pekerjaan Umum dan Penataan Ruang (PUPR)"],
        ),
        (
            "Staf Ahli Bupati Bidang Ekonomi, Keuangan dan Pembangunan, Sarmin Waluyo",
            ["Staf Ahli Bupati Bidang Ekonomi, Keuangan dan Pembangunan"],
        ),
        ("Asisten Pemerintahan dan Kesejahteraan Rakyat", ["Asisten Pemerintahan dan Kesejahteraan Rakyat"]),
        ("Kepala Dinas Perdagangan, Koperasi dan UKM", ["Kepala Dinas Perdagangan, Koperasi dan UKM"]),
        (
            "Kepala Dinas Perumahan, Cipta Karya, Tata Ruang dan Pertanahan.",
            ["Kepala Dinas Perumahan, Cipta Karya, Tata Ruang dan Pertanahan"],
        ),
        ("Sekretaris Dinas PUPR dan Kabag Umum Setda", ["Sekretaris Dinas PUPR", "Kabag Umum Setda"]),
        ("Kabid Tata Ruang Dinas PUPR", ["Kabid Tata Ruang Dinas PUPR"]),
        ("Kasi Trantib Kecamatan Adiwerna", ["Kasi Trantib Kecamatan Adiwerna"]),
        ("Kepala SMP Negeri 3 Bacan", ["Kepala SMP Negeri 3 Bacan"]),
        ("Kepala Puskesmas Karang Rejo dijabat", ["Kepala Puskesmas Karang Rejo"]),
        ("Direktur RSUD dr. H. Moewardi, menggantikan", ["Direktur RSUD dr. H. Moewardi"]),
        ("Auditor Ahli Madya", ["Auditor Ahli Madya"]),
        ("Sekretaris DPRD", ["Sekretaris DPRD"]),
        ("Asisten I dan Asisten Administrasi Umum", ["Asisten I", "Asisten Administrasi Umum"]),
        ("Inspektur Pembantu Khusus, Inspektur", ["Inspektur Pembantu Khusus", "Inspektur"]),
        ("Kadisdukcapil dan Kasat Pol PP", ["Kadisdukcapil", "Kasat Pol PP"]),
        ("KEPALA DINAS KOMUNIKASI DAN INFORMATIKA SARMIN WALUYO", ["KEPALA DINAS KOMUNIKASI DAN INFORMATIKA"]),
        ("Kepala Dinas Sosial, Camat Woha", ["Kepala Dinas Sosial", "Camat Woha"]),
        ("Kepala Dinas Kesehatan serta Kepala Badan Keuangan", ["Kepala Dinas Kesehatan", "Kepala Badan Keuangan"]),
        ("kepala seksi di Dinas Sosial itu", ["kepala seksi di Dinas Sosial"]),
        ("Wakil Direktur Pelayanan di rumah sakit yang sama", ["Wakil Direktur Pelayanan"]),
        ("Dirjen Bina Marga Kementerian PUPR Sarmin Waluyo", ["Dirjen Bina Marga Kementerian PUPR"]),
        ("Deputi BKN Sarmin Waluyo dan Staf Ahli Menkes Joko", ["Deputi BKN", "Staf Ahli Menkes"]),
        ("Dirjen Perhubungan Darat Kementerian Perhubungan", ["Dirjen Perhubungan Darat Kementerian Perhubungan"]),
        ("Asisten II Sekdaprov Jawa Timur", ["Asisten II Sekdaprov Jawa Timur"]),
    ],
)
def test_a_post_ends_before_name_verb_and_next_post(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Camat Gunung Talang Sarmin Waluyo", "Camat Gunung Talang"),
        ("Camat Lawe Sigala-gala dijabat", "Camat Lawe Sigala-gala"),
        ("Lurah Mintaragen Sarmin Waluyo", "Lurah Mintaragen"),
        ("Kepala Distrik Abepura kini", "Kepala Distrik Abepura"),
        ("Penjabat Bupati Buru Selatan", "Pj Bupati Buru Selatan"),
    ],
)
def test_a_place_is_as_long_as_the_known_place(text: str, expected: str) -> None:
    assert posts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kepala Bidang Perekonomain dan Pembangunan Sarmin Waluyo", "Kepala Bidang Perekonomain dan Pembangunan"),
        ("Kepla Dinas Kesehatan kini", "Kepla Dinas Kesehatan"),
        ("Sekretarias Dinas Sosial dijabat", "Sekretarias Dinas Sosial"),
        ("Assiten III Sarmin Waluyo", "Assiten III"),
        ("Kepala Dinas Pelayanan terpadu Satu Pintu Joko Arifin", "Kepala Dinas Pelayanan terpadu Satu Pintu"),
    ],
)
def test_a_slip_of_the_keys_ends_no_post(text: str, expected: str) -> None:
    assert posts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabid Pasar, Dinas Perdagangan, kini", ["Kabid Pasar, Dinas Perdagangan"]),
        ("Kepala Bagian Rumah Tangga, Biro Umum Setdaprov", ["Kepala Bagian Rumah Tangga, Biro Umum Setdaprov"]),
        ("Kabid Pasar, Dinas Sosial dipimpin Joko", ["Kabid Pasar"]),
        ("Kepala Dinas Pasar, Dinas Sosial", ["Kepala Dinas Pasar"]),
    ],
)
def test_the_head_of_a_part_has_its_body_after_a_comma(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


def test_a_name_close_to_a_unit_word_stays_a_name() -> None:
    assert posts("Kepala Dinas Sosial Parlindungan Waluyo") == ["Kepala Dinas Sosial"]


@pytest.mark.parametrize("text", ["Kelapa sawit, kelapa muda", "Kelapa Gading"])
def test_a_coconut_heads_no_unit(text: str) -> None:
    assert posts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kepala SMA.N 3 menjadi", "kepala SMA.N 3"),
        ("Kepala SD Rabangodu Lo 02 kini", "Kepala SD Rabangodu Lo 02"),
        ("Lurah Rabadompu, Kecamatan Raba, kini", "Lurah Rabadompu, Kecamatan Raba"),
        (
            "Sekretaris Kelurahan Rabadompu, Kecamatan Raba, kini",
            "Sekretaris Kelurahan Rabadompu, Kecamatan Raba",
        ),
    ],
)
def test_a_school_has_its_number_and_a_kelurahan_its_district(text: str, expected: str) -> None:
    assert posts(text) == [expected]


def test_an_unknown_place_reaches_over_the_capitals_that_follow() -> None:
    text = "Lurah Sukamakmur Sejahtera dijabat"
    (post,) = find_posts(text)
    assert post.text == "Lurah Sukamakmur"
    assert post.widened(text).text == "Lurah Sukamakmur Sejahtera"


@pytest.mark.parametrize(
    ("text", "kept", "acting"),
    [
        ("Plt Kepala DPMDes", "Plt Kepala DPMDes", "Plt"),
        ("Plt. Kadis Sosial", "Plt Kadis Sosial", "Plt"),
        ("Pelaksana Harian (Plh) Sekretaris Daerah", "Plh Sekretaris Daerah", "Plh"),
        ("Pelaksana Tugas Camat Woha", "Plt Camat Woha", "Plt"),
        ("Pj Sekda", "Pj Sekda", "Pj"),
        ("Penjabat (Pj) Wali Kota Bima", "Pj Wali Kota Bima", "Pj"),
        ("Penjabat Wali Kota Bima", "Pj Wali Kota Bima", "Pj"),
    ],
)
def test_the_acting_mark_stands_short_before_the_post(text: str, kept: str, acting: str) -> None:
    (post,) = find_posts(text)
    assert (post.text, post.acting, post.civil) == (kept, acting, True)
    assert text[post.start : post.end] == text


@pytest.mark.parametrize("text", ["Bupati Bima Sarmin Waluyo", "Wakil Wali Kota Tual", "Gubernur Maluku"])
def test_elected_heads_are_no_civil_servants(text: str) -> None:
    assert [post.civil for post in find_posts(text)] == [False]


@pytest.mark.parametrize("text", ["Wali Kota Jakarta Barat", "Bupati Kepulauan Seribu", "Pj Bupati Bima"])
def test_heads_in_jakarta_and_acting_heads_are(text: str) -> None:
    assert [post.civil for post in find_posts(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Desa Suka Makmur",
        "para kadis dan camat di seluruh daerah",
        "Kepala Kejaksaan Negeri",
        "Kepala Kantor Kemenag",
        "Direktur PDAM",
        "Sekretaris Jenderal",
        "Inspektur Jenderal Polisi",
        "kepala daerah yang baru",
        "Kadir Waluyo",
    ],
)
def test_other_bodies_and_common_words_are_no_posts(text: str) -> None:
    assert posts(text) == []


def test_units_and_having_no_post_are_told_apart() -> None:
    found = find_posts("dipindah ke Dinas Sosial sebagai staf, lalu nonjob")
    assert [(post.kind, post.text) for post in found] == [("unit", "Dinas Sosial"), ("out", "staf"), ("out", "nonjob")]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Kadishub", "Kepala Dinas Perhubungan"),
        ("Kadis PUPR", "Kepala Dinas Pekerjaan Umum dan Penataan Ruang (PUPR)"),
        ("Kasatpol PP", "Kepala Satuan Polisi Pamong Praja"),
        ("Kadisdukcapil", "Kepala Dinas Kependudukan dan Pencatatan Sipil"),
        ("Sekda", "Sekretaris Daerah"),
        ("Kabag Umum Setda", "Kepala Bagian Umum Sekretariat Daerah"),
    ],
)
def test_abbreviations_compare_equal_to_what_they_stand_for(short: str, full: str) -> None:
    assert spell_out(short) == spell_out(full)


@pytest.mark.parametrize(
    ("post", "own", "expected"),
    [
        ("Kabag Umum Setda Nias Selatan", ["Nias Selatan"], "Kabag Umum Setda"),
        ("Kepala Dinas Kominfo Kabupaten Dompu", ["Kabupaten Dompu"], "Kepala Dinas Kominfo"),
        ("Sekretaris Daerah Kota Bima", ["Bima"], "Sekretaris Daerah"),
        ("Kepala Dinas Perhubungan Kota Sorong", ["Papua Barat Daya"], "Kepala Dinas Perhubungan Kota Sorong"),
        ("Pj Bupati Buru Selatan", ["Buru Selatan"], "Pj Bupati Buru Selatan"),
        ("Camat Kota Sumenep", ["Sumenep"], "Camat Kota Sumenep"),
    ],
)
def test_a_post_drops_its_own_government_only(post: str, own: list[str], expected: str) -> None:
    assert drop_government(post, own) == expected


def test_posts_told_by_reference_have_a_unit() -> None:
    assert unit_of_post("Sekretaris Dinas Peternakan dan Kesehatan Hewan") == "Dinas Peternakan dan Kesehatan Hewan"
    assert unit_of_post("Plt Kepala Bapenda") == "Bapenda"
    assert unit_of_post("Camat Woha") == "Kecamatan Woha"
    assert post_of_unit("Kecamatan Woha") == "Camat Woha"
    assert post_of_unit("Dinas Sosial") == "Kepala Dinas Sosial"


@pytest.mark.parametrize(
    ("post", "own", "expected"),
    [
        ("Kepala Dinas Kesehatan Kalbar", ["Provinsi Kalimantan Barat", "Kalbar"], "Kepala Dinas Kesehatan"),
        ("Plt Camat Adiwerna Tegal", ["Tegal"], "Plt Camat Adiwerna"),
        ("Plt Camat Gunung Talang", ["Talang"], "Plt Camat Gunung Talang"),
        ("Kepala Biro Hukum Setda Provinsi Jawa Barat", ["Jawa Barat"], "Kepala Biro Hukum Setda"),
        ("Kepala BKD Prov. Sumsel", ["Sumatera Selatan", "Sumsel"], "Kepala BKD"),
        ("Inspektur Kota Surabaya", ["Kota Surabaya"], "Inspektur"),
        ("Kepala Dinas Sosial Kota Bima", ["Kabupaten Bima"], "Kepala Dinas Sosial Kota Bima"),
        ("Kepala Dinas Kesehatan Kalbar", ["Kota Pontianak"], "Kepala Dinas Kesehatan Kalbar"),
        ("Penjabat Wali Kota Pangkalpinang", ["Pangkalpinang"], "Penjabat Wali Kota Pangkalpinang"),
        ("Penjabat Bupati Aceh Tamiang", ["Aceh Tamiang", "Tamiang"], "Penjabat Bupati Aceh Tamiang"),
        ("Sekretaris DPR Papua Tengah", ["Papua Tengah"], "Sekretaris DPR Papua Tengah"),
    ],
)
def test_a_government_is_known_by_its_level_and_its_abbreviations(post: str, own: list[str], expected: str) -> None:
    assert drop_government(post, own) == expected


@pytest.mark.parametrize("text", ["Pembina Utama Muda, IV/c", "Penata Tk. I (III/d)"])
def test_ranks_are_no_posts(text: str) -> None:
    assert posts(text) == []


def test_a_field_of_work_after_dinas_asks_for_no_name() -> None:
    assert posts("Kepala Dinas Pasar Joko Arifin") == ["Kepala Dinas Pasar"]
