"""Levels inferred from the names of posts, and where a move between two posts leads."""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.eselon_law import MoveLevels, direction_of, infer_eselon, levels_of_move
from extract.events import Appointment
from extract.pipeline import Extractor

JAWA_TENGAH, SEMARANG, BATANG = "33", "33.74", "33.25"


@pytest.mark.parametrize(
    ("post", "of_city", "of_province"),
    [
        ("Sekretaris Daerah", "II.a", "I.b"),
        ("Sekda", "II.a", "I.b"),
        ("Asisten III Setda", "II.b", "II.a"),
        ("Asisten Perekonomian dan Pembangunan", "II.b", "II.a"),
        ("Staf Ahli Bidang Hukum", "II.b", "II.a"),
        ("Sekwan", "II.b", "II.a"),
        ("Sekertaris DPRD", "II.b", "II.a"),
        ("Inspektur", "II.b", "II.a"),
        ("Kepala Dinas Perhubungan", "II.b", "II.a"),
        ("Kadis Perhubungan", "II.b", "II.a"),
        ("Kadishub", "II.b", "II.a"),
        ("Kadinkes", "II.b", "II.a"),
        ("Kepala DPUPR", "II.b", "II.a"),
        ("Kepala Disbunhut", "II.b", "II.a"),
        ("Kaban Keuangan", "II.b", "II.a"),
        ("Kepala BKPSDM", "II.b", "II.a"),
        ("Kepala Bappedalitbang", "II.b", "II.a"),
        ("Kepala Biro Hukum", None, "II.b"),
        ("Sekretaris Dinas Kesehatan", "III.a", "III.a"),
        ("Sekdis Kesehatan", "III.a", "III.a"),
        ("Sekdisdik", "III.a", "III.a"),
        ("Sekretaris Bappeda", "III.a", "III.a"),
        ("Irban II", "III.a", "III.a"),
        ("Kabag Umum Setda", "III.a", None),
        ("Kabid Mutasi BKPSDM", "III.b", None),
        ("Kasi Rehabilitasi Dinas Sosial", "IV.a", "IV.a"),
        ("Kasubbag Umum Dinas Perhubungan", "IV.a", "IV.a"),
        ("Kasubbid Mutasi BKPSDM", "IV.a", "IV.a"),
    ],
)
def test_infers_the_level_of_a_post(post: str, of_city: str | None, of_province: str | None) -> None:
    assert _level(post, SEMARANG) == of_city
    assert _level(post, JAWA_TENGAH) == of_province


@pytest.mark.parametrize(
    ("post", "level"),
    [
        ("Camat Bandar", "III.a"),
        ("Camat Negara", "III.a"),  # a district whose name is a common word
        ("Kepala Distrik Abepura", "III.a"),
        ("Panewu Semin", "III.a"),
        ("Sekcam Bandar", "III.b"),
        ("Sekretaris Kecamatan Bandar", "III.b"),
        ("Panewu Anom Semin", "III.b"),
        ("Lurah Proyonanggan", "IV.a"),
        ("Sekretaris Kelurahan Proyonanggan", "IV.b"),
        ("Kasi Pemerintahan Kelurahan Proyonanggan", "IV.b"),
    ],
)
def test_posts_of_districts_are_those_of_a_kabupaten_or_kota_whoever_moves_them(post: str, level: str) -> None:
    assert _level(post, BATANG) == _level(post, JAWA_TENGAH) == level


@pytest.mark.parametrize(
    "post",
    [
        "Kasatpol PP",
        "Sekretaris Satpol PP",
        "Kepala Pelaksana BPBD",
        "Kepala Badan Kesbangpol",
        "Kepala Badan Penghubung",
        "Direktur RSUD Kalisari",
        "Kabid Pelayanan Medik RSUD Kalisari",
        "Kepala UPTD Pasar",
        "Kepala UPTD Pasar Dinas Perdagangan",
        "Kepala Cabang Dinas Kehutanan",
        "Wakil Kepala Dinas Bina Marga",
        "Kasi Pemerintahan Kecamatan Bandar",
        "Kasi Jembatan",
        "Kasubbag Keuangan",
        "Dinas Perhubungan",
        "Kepala SMPN 1 Batang",
        "Kepala Puskesmas Bandar",
        "guru SDN 2 Batang",
        "Auditor Ahli Madya",
        "Analis Kebijakan Ahli Muda",
        "Bupati Batang",
        "Staf Ahli Menteri",
        "Asisten Apoteker",
        "Asisten Intelijen Kejati",
        "Inspektur Tambang",
        "Kepala Badan Pusat Statistik",
        "Kepala Distribusi",
        "Sekretaris Pribadi Bupati",
        "",
    ],
)
def test_leaves_out_what_has_no_level_or_no_sure_one(post: str) -> None:
    assert _level(post, BATANG) is None


@pytest.mark.parametrize(
    ("post", "region", "level"),
    [
        # the post names another government than the one whose posts change
        ("Kepala Dinas Perkebunan Sultra", "74.13", "II.a"),
        ("Kepala Dinas Perhubungan Kota Sorong", "96", "II.b"),
        ("Kepala Dinas Perhubungan Provinsi", BATANG, "II.a"),
        ("Asisten Administrasi Umum Setdaprov", BATANG, "II.a"),
        ("Sekda Kabupaten Batang", JAWA_TENGAH, "II.a"),
        ("Sekdakot", JAWA_TENGAH, "II.a"),
        ("Staf Ahli Gubernur", BATANG, "II.a"),
        ("Staf Ahli Bupati Bidang Keistimewaan Aceh", "11.02", "II.b"),
        ("Sekretaris DPR Papua Tengah", "94", "II.a"),
        # no government known: only what is the same in all that have such a post
        ("Kepala Dinas Perhubungan", None, None),
        ("Sekretaris Dinas Perhubungan", None, "III.a"),
        ("Camat Bandar", None, "III.a"),
        ("Kabid Mutasi BKPSDM", None, None),
        # in Yogyakarta's kabupaten a lurah leads a village; Jakarta has a ladder of its own below heads of office
        ("Lurah Caturtunggal", "34.04", None),
        ("Lurah Bandung", "34.02", None),
        ("Lurah Kotabaru", "34.71", "IV.a"),
        ("Camat Menteng", "31.71", None),
        ("Camat Menteng", "31", None),
        ("Kepala Dinas Perhubungan", "31", "II.a"),
        ("Irban Khusus", "31", None),
    ],
)
def test_the_level_is_that_of_the_government_that_has_the_post(
    post: str, region: str | None, level: str | None
) -> None:
    assert _level(post, region) == level


def test_names_the_rule_and_the_law() -> None:
    of_province = infer_eselon("Kadishub", JAWA_TENGAH)
    of_city = infer_eselon("Kadishub", SEMARANG)
    of_either = infer_eselon("Sekretaris Dinas Perhubungan", None)
    assert of_province is not None
    assert (of_province.rule, of_province.source) == ("kepala_dinas", "PP 18/2016 pasal 94")
    assert of_city is not None
    assert (of_city.rule, of_city.source) == ("kepala_dinas", "PP 41/2007 pasal 35")
    assert of_either is not None
    assert of_either.source == "PP 41/2007 pasal 34, PP 41/2007 pasal 35"


def test_a_post_held_in_acting_capacity_has_the_level_of_the_post() -> None:
    assert _level("Plt Camat Bandar", BATANG) == "III.a"
    assert _level("Plt. Kadis Sosial", BATANG) == "II.b"
    assert _level("Penjabat Sekretaris Daerah", BATANG) == "II.a"


@pytest.mark.parametrize(
    ("left", "entered", "direction"),
    [
        ("III.a", "II.b", "up"),
        ("III.b", "III.a", "up"),
        ("II.b", "II.b", "lateral"),
        ("II.a", "II.b", "down"),
        ("II.b", "III.a", "down"),
        ("IV.a", "III", "up"),
        ("III", "III", "lateral"),
        ("III", "III.a", None),
        (None, "II.b", None),
        ("II.b", None, None),
    ],
)
def test_compares_levels_by_numeral_then_letter(left: str | None, entered: str | None, direction: str | None) -> None:
    assert direction_of(left, entered) == direction


@pytest.mark.parametrize("level", ["", "VI.a", "II.c", "IIb"])
def test_refuses_what_is_no_level(level: str) -> None:
    with pytest.raises(ValueError, match="no eselon level"):
        direction_of("II.b", level)


@pytest.mark.parametrize(
    ("entered", "left", "removed", "levels"),
    [
        ("Camat Bandar", "Lurah Proyonanggan", False, MoveLevels("III.a", "IV.a", "up")),
        ("Kadishub", "Kadis Sosial", False, MoveLevels("II.b", "II.b", "lateral")),
        ("Camat Bandar", "Kadis Sosial", False, MoveLevels("III.a", "II.b", "down")),
        ("Camat Bandar", None, False, MoveLevels("III.a", None, None)),
        ("Widyaiswara", "Kadis Sosial", False, MoveLevels(None, "II.b", None)),
        (None, "Kadis Sosial", True, MoveLevels(None, "II.b", "out")),
        (None, "Kadis Sosial", False, MoveLevels(None, "II.b", None)),
        # an acting official does not enter the post, nor leave one for another
        ("Plt Kadis Sosial", "Camat Bandar", False, MoveLevels("II.b", "III.a", None)),
        ("Kadis Sosial", "Plt. Kadis Sosial", False, MoveLevels("II.b", "II.b", None)),
        # an acting bupati comes from the province as often as from the kabupaten
        ("Pj Bupati Batang", "Kepala Dinas Perhubungan", False, MoveLevels(None, None, None)),
        ("Pj Bupati Batang", "Kepala Dinas Perhubungan Jateng", False, MoveLevels(None, "II.a", None)),
    ],
)
def test_tells_where_a_move_leads(entered: str | None, left: str | None, removed: bool, levels: MoveLevels) -> None:
    assert levels_of_move(entered, left, BATANG, removed=removed) == levels


def test_a_move_read_from_an_article_carries_its_levels_apart_from_those_stated() -> None:
    article = Article(
        id="batang",
        title="Bupati Batang Lantik Camat",
        text="BATANG - Bupati Batang melantik sejumlah pejabat eselon III, Senin (3/3/2025). "
        "Sarmin Waluyo yang sebelumnya Lurah Proyonanggan dilantik sebagai Camat Bandar.",
        published=date(2025, 3, 4),
    )
    (event,) = Extractor().read(article)
    assert event.eselon == ("III",)
    assert event.appointments == (
        Appointment("Sarmin Waluyo", "Camat Bandar", "Lurah Proyonanggan", "III.a", "IV.a", "up"),
    )
    assert event.as_dict()["appointments"][0]["eselon_source"] == "inferred"


def test_a_move_without_levels_has_no_source_of_them() -> None:
    move = Appointment("Sarmin Waluyo", "Widyaiswara", None).as_dict()
    assert move["to_eselon"] is move["from_eselon"] is move["eselon_source"] is move["direction"] is None


def _level(post: str, region: str | None) -> str | None:
    inferred = infer_eselon(post, region)
    return inferred.level if inferred is not None else None
