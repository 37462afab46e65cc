"""Officials with office, name, region and acting status; whom a short form means; who presides or decides."""

from __future__ import annotations

import time

import pytest

from extract.official_names import is_short_for
from extract.officials import OfficialMention, find_officials, full_official
from extract.presiders import PresiderMention, presiders

REGIONS = (
    "Solok",
    "Malang",
    "Way Kanan",
    "Sumatera Barat",
    "Mukomuko",
    "Bengkulu",
    "Tual",
    "Kutai Kartanegara",
    "Kukar",
    "Daerah Istimewa Yogyakarta",
)


def read(text: str) -> list[OfficialMention]:
    spans = []
    for region in REGIONS:
        start = text.find(region)
        while start >= 0:
            spans.append((start, start + len(region)))
            start = text.find(region, start + 1)
    return find_officials(text, spans)


def best(text: str) -> tuple[PresiderMention, OfficialMention]:
    officials = read(text)
    found = max(presiders(text, officials), key=lambda mention: mention.confidence)
    return found, officials[found.official]


@pytest.mark.parametrize(
    ("text", "office", "name", "region"),
    [
        (
            "Gubernur Daerah Istimewa Yogyakarta, Budi Santosa, melantik",
            "Gubernur",
            "Budi Santosa",
            "Daerah Istimewa Yogyakarta",
        ),
        ("Bupati Solok Yulhendra Kotowae melantik", "Bupati", "Yulhendra Kotowae", "Solok"),
        ("Wali Kota Tual, Hj. Salmah Renyaan, M.Si melantik", "Wali Kota", "Salmah Renyaan", "Tual"),
        ("Triono Adhiyatmo selaku Wali Kota Malang", "Wali Kota", "Triono Adhiyatmo", "Malang"),
        ("Wahyudi Hidayatno, Pj Wali Kota Malang, melantik", "Wali Kota", "Wahyudi Hidayatno", "Malang"),
        ("Bupati Way Kanan H. Raden Bagaskara Sanjaya", "Bupati", "Raden Bagaskara Sanjaya", "Way Kanan"),
        ("oleh Bupati, Dra. Aminatun Zuhria, M.Si.", "Bupati", "Aminatun Zuhria", None),
        ("Wali Kota Solok, Sumatera Barat, Nofrizaldi Chaniago,", "Wali Kota", "Nofrizaldi Chaniago", "Solok"),
        ("Bupati Mukomuko, Provinsi Bengkulu Zulkarnain Hamzah kembali", "Bupati", "Zulkarnain Hamzah", "Mukomuko"),
        ("Bupati Kutai Kartanegara (Kukar) Gazalim Rakhmadi", "Bupati", "Gazalim Rakhmadi", "Kutai Kartanegara"),
        (
            "Sekda Kota Solok sekaligus Ketua Pansel, Wiryanto Rahmani hari ini",
            "Sekretaris Daerah",
            "Wiryanto Rahmani",
            "Solok",
        ),
        ("orang nomor satu di Pemkab Solok itu", "Bupati", None, "Solok"),
        ("kata Bupati, Senin (3/5)", "Bupati", None, None),
        ("Bupati\nWay Kanan\nParosilo Mabruri mengajak", "Bupati", "Parosilo Mabruri", "Way Kanan"),
    ],
)
def test_an_official(text: str, office: str, name: str | None, region: str | None) -> None:
    mention = read(text)[0]
    assert (mention.office, mention.name, mention.region) == (office, name, region)
    if mention.name_span:
        assert text[slice(*mention.name_span)] == name
    if mention.region_span:
        assert text[slice(*mention.region_span)] == region


@pytest.mark.parametrize(
    "text",
    [
        "mantan Bupati Solok Gusmaldi",
        "Wali Kota Solok periode 2008-2013, Syamsurizal Rahimi",
        "Kala itu bupati pendahulu Gazalim, Edwarsyah Sjarif, melantik",
        "Bupati nonaktif Solok Gusmaldi",
    ],
)
def test_a_former_official(text: str) -> None:
    mention = read(text)[0]
    assert mention.former
    assert mention.name in {"Gusmaldi", "Syamsurizal Rahimi", "Edwarsyah Sjarif"}


def test_a_delegate_of_another_office_is_written_as_printed() -> None:
    text = "Pelantikan dipimpin Asisten Administrasi Umum Setda Kota Solok Drs. Jefrizal Tanjuang mewakili Wali Kota."
    mention = read(text)[0]
    assert mention.office == "Asisten Administrasi Umum"
    assert mention.name == "Jefrizal Tanjuang"
    assert best(text)[0].role == "delegate"


def test_short_forms_mean_the_full_one() -> None:
    text = (
        "Pj Wali Kota Malang Wahyudi Hidayatno melantik pejabat. Wali Kota Malang berpesan. "
        'Wali kota juga meminta sabar. "Cepatlah," kata Wahyudi.'
    )
    officials = read(text)
    assert [mention.name for mention in officials] == ["Wahyudi Hidayatno", None, None, "Wahyudi"]
    assert officials[-1].office_span is None
    for mention in officials:
        full = full_official(officials, mention)
        assert (full.name, full.office, full.acting) == ("Wahyudi Hidayatno", "Wali Kota", "Pj")


def test_two_regions_keep_their_heads_apart() -> None:
    text = "Bupati Solok Yulhendra melantik. Bupati Mukomuko Choirul hadir. Bupati Solok pulang."
    officials = read(text)
    assert full_official(officials, officials[-1]).name == "Yulhendra"


def test_a_region_told_short_is_the_one_that_begins_so() -> None:
    text = "Wali Kota Tidore Lantik 21 Pejabat\nWali Kota Tidore Kepulauan, Alwinsyah Budiman, melantik 21 pejabat."
    start = text.index("Tidore Kepulauan")
    officials = find_officials(text, [(10, 16), (start, start + 16)])
    assert full_official(officials, officials[0]).name == "Alwinsyah Budiman"


@pytest.mark.parametrize(
    "text", ["Bola di Tangan Wali Kota\nKOTA SOLOK, Minangkini - Panitia", "Kata Bupati\nSolok - Rapat"]
)
def test_a_dateline_is_no_region_of_the_headlines_office(text: str) -> None:
    spans = [(text.upper().index("SOLOK"), text.upper().index("SOLOK") + 5)]
    mention = find_officials(text, spans)[0]
    assert (mention.region, mention.name) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Instruksi Presiden (Inpres) Nomor 8",
        "asal Mukomuko, sebagai Pj Bupati Solok",
        "Sekda BU, Yandriansyah",
        "Bupati Solok Bekali 37 Pejabat",
    ],
)
def test_no_name(text: str) -> None:
    assert read(text)[0].name is None


def test_a_holder_in_brackets() -> None:
    assert read("dilaporkan ke Pak Bupati (Sugiarto Sancaka) yang")[0].name == "Sugiarto Sancaka"


def test_an_acting_status_of_the_headline_is_the_heads() -> None:
    text = "Pj Bupati Solok Lantik 40 Pejabat\nBupati Solok Yulhendra melantik 40 pejabat."
    officials = read(text)
    assert full_official(officials, officials[1]).acting == "Pj"


def test_another_ones_acting_status_far_below_is_not() -> None:
    text = "Bupati Solok Yulhendra melantik 40 pejabat." + " Mereka bekerja." * 20 + " Dulu kursi diisi Pj Bupati."
    officials = read(text)
    assert full_official(officials, officials[0]).acting is None


def test_a_byname_means_the_holder() -> None:
    text = "Bupati Solok, H. Baihaqie Tamrin, hadir. Bupati yang akrab disapa Abah Haqi itu tersenyum."
    officials = read(text)
    assert full_official(officials, officials[1]).name == "Baihaqie Tamrin"


def test_an_office_nobody_names() -> None:
    officials = read("sesuai Surat Edaran Pj Bupati Solok")
    full = full_official(officials, officials[0])
    assert (full.name, full.office, full.acting) == (None, "Bupati", "Pj")


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Tri", "Tri Adhiyatmo", True),
        ("Ra Baihaqie", "Baihaqie Tamrin", True),
        ("M Toha", "Muhammad Toha", True),
        ("Heru Suwandono", "Heru Budi Hartoyo", False),
        ("", "Tri", False),
    ],
)
def test_short_names(short: str, full: str, *, same: bool) -> None:
    assert is_short_for(short, full) is same


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("40 pejabat dilantik langsung oleh Bupati Solok Yulhendra, Senin.", "Yulhendra", "presides"),
        ("Sebanyak 14 pejabat dilantik Bupati Yulhendra di aula.", "Yulhendra", "presides"),
        ("Pelantikan dipimpin Plt Bupati Solok, Yulhendra.", "Yulhendra", "presides"),
        ("Mereka diambil sumpah dan janjinya oleh Bupati, Yulhendra.", "Yulhendra", "presides"),
        ("Bupati Solok Yulhendra kembali melantik 12 pejabat.", "Yulhendra", "presides"),
        ("Bupati Solok Yulhendra, Senin (3/5) malam, melantik 12 pejabat.", "Yulhendra", "presides"),
        ("Bupati Yulhendra didampingi Wabup Candramaya dan Sekda Medisonar melantik pejabat.", "Yulhendra", "presides"),
        ("Pelantikan Sekda hasil lelang untuk mengisi kursi kosong oleh Bupati Yulhendra.", "Yulhendra", "presides"),
        ("Mereka bersumpah di hadapan Bupati Yulhendra.", "Yulhendra", "presides"),
        ("Bupati Solok Yulhendra mencopot tiga kepala dinas.", "Yulhendra", "decides"),
        ("Surat keputusannya diteken Bupati Yulhendra.", "Yulhendra", "decides"),
        ("Penunjukan dilakukan Wali Kota Solok H. Ramlisyah.", "Ramlisyah", "decides"),
        ("Job fit dibuka Bupati Yulhendra.", "Yulhendra", "decides"),
        ("Sekda Medisonar mewakili Bupati Yulhendra melantik 9 pejabat.", "Medisonar", "delegate"),
        ("Mewakili Bupati Solok, Sekda Medisonar melantik 9 pejabat.", "Medisonar", "delegate"),
        ("Pelantikan dipimpin Sekda Medisonar atas nama gubernur.", "Medisonar", "delegate"),
        ("Gubernur Mahyuzar melantik Pj Bupati Solok Yulhendra.", "Mahyuzar", "presides"),
        ('"Cepatlah," kata Bupati Yulhendra usai melantik pejabat.', "Yulhendra", "presides"),
        ("Rotasi ini sesuai Surat Edaran Pj Bupati Solok.", None, "decides"),
    ],
)
def test_who_presides_or_decides(text: str, name: str | None, role: str) -> None:
    presider, official = best(text)
    assert official.name == name
    assert presider.role == role


def test_a_short_name_presides() -> None:
    text = "Bupati Solok Yulhendra Kotowae tiba pagi. Yulhendra melantik 12 pejabat."
    presider, official = best(text)
    assert (official.name, presider.role) == ("Yulhendra", "presides")
    assert text[presider.start : presider.end] == "melantik"


@pytest.mark.parametrize(
    "text",
    [
        "Pelantikan digelar di Kantor Bupati Solok.",
        "Ia dilantik sebagai Staf Ahli Bupati.",
        "Mantan Bupati Solok Gusmaldi pernah dilantik.",
        "Acara turut dihadiri Wakil Bupati Candramaya.",
        "Kata Kepala BKPSDM Solok Yusrialdi, pelantikan menyusul.",
    ],
)
def test_nobody_presides(text: str) -> None:
    assert [mention for mention in presiders(text, read(text)) if mention.confidence > 0.2] == []


def test_time_grows_with_the_text_only() -> None:
    hard = "Bupati, " * 4_000 + "Pj " * 4_000 + "oleh " * 4_000 + "Bupati (x) , , , kembali " * 1_000
    began = time.perf_counter()
    presiders(hard, find_officials(hard))
    assert time.perf_counter() - began < 5
