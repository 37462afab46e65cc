"""How many officials an event moves, in which groups and of which levels, by examples.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.events import Event
from extract.pipeline import Extractor


def read(extractor: Extractor, title: str, text: str, kind: str = "mutasi") -> Event:
    article = Article("uji", text, title, date(2023, 3, 10))
    return next(event for event in extractor.read(article) if event.kind == kind)


OATH = "Bupati Kudus Harun Sasmita melantik {} di Pendopo, Kamis (9/3/2023). "
TOLD: dict[str, tuple[str, object, list[tuple[int, tuple[str, ...]]], tuple[str, ...]]] = {
    "counts in brackets behind their labels": (
        OATH.format("pejabat Pemkab Kudus")
        + "Mereka yang dilantik meliputi pejabat Eseleon II (6), eselon III (33), dan kepala puskesmas (4 orang).",
        43,
        [(6, ("II",)), (33, ("III",)), (4, ())],
        ("II", "III"),
    ),
    "the same people divided twice": (
        OATH.format("26 pejabat")
        + "Mereka terdiri dari 12 pejabat eselon III.a dan 14 eselon III.b.\n"
        + "Rinciannya, 26 orang itu terdiri dari 3 orang kepala bagian, 4 orang camat, dan sisanya kepala bidang.",
        26,
        [(12, ("III.a",)), (14, ("III.b",)), (3, ()), (4, ())],
        ("III.a", "III.b"),
    ),
    "a part of a part": (
        OATH.format("243 kepala sekolah dan delapan pengawas sekolah")
        + "Dari 243 kepala sekolah itu, 34 orang di antaranya kepala SMP.",
        251,
        [(243, ()), (8, ()), (34, ())],
        (),
    ),
    "parts that do not make up the total that their sentence states": (
        OATH.format("puluhan kepala sekolah")
        + "Dari 72 undangan, satu tidak hadir. 71 orang yang dilantik terdiri dari 50 kepala SD, 18 kepala SMP, "
        "3 orang pengawas SD dan 1 penilik.",
        71,
        [(50, ()), (18, ()), (3, ()), (1, ())],
        (),
    ),
    "one part that is the whole": (
        OATH.format("pejabat eselon II")
        + "Pejabat yang dilantik Harun terdiri atas 9 pejabat pimpinan tinggi pratama lingkup Pemkab Kudus.",
        9,
        [(9, ("II",))],
        ("II",),
    ),
    "some with others whom nobody counts": (
        OATH.format("tiga kepala dinas dan sejumlah pejabat lainnya"),
        "sejumlah",
        [(3, ())],
        (),
    ),
    "some beside others of another kind": (
        OATH.format("12 pejabat pimpinan tinggi pratama, dan juga sejumlah administrator"),
        12,
        [(12, ("II",))],
        ("II", "III"),
    ),
    "one and the others": (
        OATH.format("Sekda dan 16 pejabat lainnya"),
        17,
        [(16, ())],
        (),
    ),
    "school inspectors": (
        OATH.format("kepala SD dan SMP, serta pengawas")
        + "Total ada sebelas kepala SD, 43 kepala SMP dan dua pengawas SMP.",
        56,
        [(11, ()), (43, ()), (2, ())],
        (),
    ),
    "sectors counted behind their names": (
        OATH.format("260 pejabat fungsional")
        + "Sebelum dilantik mereka berfoto.\nAcara berjalan lancar.\nHarun mengatakan, jumlah yang dilantik 260 orang. "
        "Dari sektor kesehatan ada 57 orang, sektor pendidikan ada 192 orang, dan pranata humas ada 11 orang.",
        260,
        [(57, ()), (192, ()), (11, ())],
        (),
    ),
    "a heading and a sentence that count": (
        "BUPATI KUDUS LANTIK 6 KEPALA SEKOLAH\nSebanyak 5 kepala SMA dilantik Bupati Kudus di Pendopo, Kamis (9/3).",
        6,
        [],
        (),
    ),
    "levels told where the same people are counted again": (
        OATH.format("94 pejabat")
        + "Adapun 94 pejabat tersebut dari berbagai jenjang, di antaranya jabatan administrator dan jabatan pengawas.",
        94,
        [],
        ("III", "IV"),
    ),
    "levels of the rest beside a part": (
        OATH.format("71 pejabat") + "Sembilan orang di antaranya pejabat eselon II, sisanya eselon III.",
        71,
        [(9, ("II",))],
        ("II", "III"),
    ),
    "parts told by what became of them": (
        OATH.format("pejabat Pemkab Kudus") + "Sebanyak 24 orang dilantik, terdiri dari 13 promosi dan 11 mutasi.",
        24,
        [(13, ()), (11, ())],
        (),
    ),
    "parts told in the next sentence": (
        OATH.format("201 kepala sekolah") + "Masing-masing, 170 kepala sekolah untuk tingkat SD, dan 31 tingkat SMP.",
        201,
        [(170, ()), (31, ())],
        (),
    ),
    "parts told in two sentences": (
        OATH.format("31 pejabat") + "Mereka 26 kepala puskesmas dan tiga camat. Selain itu dua lurah.",
        31,
        [(26, ()), (3, ()), (2, ())],
        (),
    ),
    "parts of a total that is told again": (
        OATH.format("131 pejabat")
        + "Acara dimulai pagi.\nHadir wakil bupati.\nSuasananya khidmat.\nAda doa bersama.\n"
        + "Dari 131 orang yang dilantik, ada yang promosi. "
        + "Ada 24 orang yang menempati jabatan eselon III dan sebanyak 107 orang menempati jabatan eselon IV.",
        131,
        [(24, ("III",)), (107, ("IV",))],
        ("III", "IV"),
    ),
    "a part right behind the total": (
        OATH.format("sejumlah pejabat") + "Jumlah yang dilantik 214 orang, empat di antaranya pejabat eselon II.",
        214,
        [(4, ("II",))],
        ("II",),
    ),
    "those of an owner": (
        OATH.format("pejabat") + "Harun menyatakan sebanyak 138 pegawainya dimutasi.",
        138,
        [],
        (),
    ),
    "levels told before the oath": (
        "Setelah kepala dinas, kini giliran pejabat administrator. " + OATH.format("34 orang"),
        34,
        [],
        ("III",),
    ),
    "levels of those who follow": (
        OATH.format("enam pejabat eselon II") + "Pelantikan itu akan disusul pelantikan eselon III dan IV.",
        6,
        [],
        ("II",),
    ),
    "levels of those sworn in before": (
        "Setelah tujuh pejabat tinggi pratama, " + OATH.format("111 pejabat administrator"),
        111,
        [],
        ("III",),
    ),
    "those who wait are not moved": (
        OATH.format("pejabat eselon II")
        + "Dari 26 pejabat yang ada, sebanyak 22 orang dilantik, sedangkan empat lainnya masih menunggu pertek.",
        22,
        [],
        ("II",),
    ),
    "levels of a ceremony to come": (
        OATH.format("43 pejabat fungsional")
        + "Masih akan ada pelantikan berikutnya untuk mengisi posisi lainnya, termasuk jabatan eselon II.",
        43,
        [],
        (),
    ),
    "levels that wait": (
        OATH.format("177 pejabat administrator dan pengawas")
        + "Untuk pejabat tinggi pratama atau eselon II, pelantikannya masih menunggu persetujuan BKN.",
        177,
        [],
        ("III", "IV"),
    ),
    "the level left by rising": (
        OATH.format("empat pejabat")
        + "Para pejabat eselon III yang resmi dilantik menjadi pejabat eselon II itu bersyukur.",
        4,
        [],
        ("II",),
    ),
    "a total whose second part is divided on": (
        OATH.format("52 ASN")
        + "Empat di antaranya pejabat eselon II.\nEmpat pejabat eselon II itu pindah dinas. Sementara, 48 ASN yang "
        "ikut dilantik terdiri dari 13 jabatan administrator, 33 jabatan pengawas dan 2 jabatan fungsional.",
        52,
        [(4, ("II",)), (48, ()), (13, ("III",)), (33, ("IV",)), (2, ())],
        ("II", "III", "IV"),
    ),
    "a part whose rest has no number": (
        OATH.format("47 pejabat")
        + "Harun memutasi 10 pejabat eselon II. Sedangkan sisanya adalah pejabat administrator.",
        47,
        [(10, ("II",))],
        ("II", "III"),
    ),
    "two parts told in two sentences of the whole": (
        OATH.format("24 pejabat")
        + "Dari 24 pejabat itu, empat di antaranya dikukuhkan. Adapun 20 lainnya menempati jabatan baru.",
        24,
        [(4, ()), (20, ())],
        (),
    ),
    "levels of those who look on": (
        OATH.format("34 pejabat administrator").removesuffix(". ")
        + ", disaksikan Ketua DPRD, Sekda, pejabat eselon II dan rohaniwan.",
        34,
        [],
        ("III",),
    ),
    "levels of posts left empty": (
        OATH.format("34 pejabat administrator")
        + "Untuk pengisian eselon II belum. Pengisian jabatan eselon II, kata dia, masih menanti izin Mendagri.",
        34,
        [],
        ("III",),
    ),
    "one of several levels who is named": (
        OATH.format("pejabat eselon II dan III")
        + "Kepala Dinas Sosial Wahid Sutomo bergeser menjadi Kepala Dinas Perhubungan.",
        None,
        [],
        ("II", "III"),
    ),
    "levels from which to which": (
        OATH.format("96 pejabat") + "Mulai dari Eselon II, elselon III dan IV.",
        96,
        [],
        ("II", "III", "IV"),
    ),
    "levels of those two": (
        OATH.format("Wahid Sutomo dan Agung Prabowo") + "Kedua pejabat ini menduduki posisi eselon II.",
        2,
        [],
        ("II",),
    ),
    "those sworn in and those of them who change posts": (
        "Tiga pejabat eselon II diganti. Ketiga pejabat itu menjadi staf ahli.\n"
        + OATH.format("sejumlah pejabat")
        + "Menurut catatan, ada 96 pejabat yang dilantik Harun.",
        96,
        [],
        ("II",),
    ),
    "a part that is taken up again": (
        OATH.format("ratusan pejabat")
        + "Dari ratusan pejabat yang dilantik itu, enam di antaranya pejabat tinggi pratama yang dirotasi. Rotasi "
        "keenam pejabat itu untuk penyegaran.",
        "ratusan",
        [],
        ("II",),
    ),
    "a sum told after parts of it": (
        OATH.format("68 lurah")
        + "Selain itu juga dilantik 9 pejabat UPT kesehatan dan 21 pejabat UPT pendidikan.\n"
        + "Ada 98 pejabat yang dilantik, di antaranya 68 lurah, 9 pejabat UPT kesehatan dan 21 pejabat UPT pendidikan.",
        98,
        [(68, ()), (9, ()), (21, ())],
        (),
    ),
    "levels of a move to come": (
        OATH.format("dua pejabat eselon II") + "Ia menegaskan, mutasi akan berlanjut untuk eselon III dan IV.",
        2,
        [],
        ("II",),
    ),
}


@pytest.mark.parametrize("way", TOLD)
def test_an_oath(extractor: Extractor, way: str) -> None:
    text, headcount, groups, levels = TOLD[way]
    event = read(extractor, "", f"KUDUS - {text}")
    assert event.headcount == headcount
    assert sorted((group.count, group.eselon) for group in event.groups) == sorted(groups)
    assert event.eselon == levels


def test_those_who_take_part_in_an_assessment_are_the_officials_assessed(extractor: Extractor) -> None:
    text = (
        "KUDUS - Bupati Kudus Harun Sasmita membuka job fit pejabat pimpinan tinggi pratama Pemkab Kudus, "
        "Kamis (9/3/2023). Job fit diikuti oleh 27 peserta."
    )
    event = read(extractor, "", text, "uji_kompetensi")
    assert (event.headcount, event.eselon) == (27, ("II",))


def test_the_levels_of_competitors_are_not_those_of_the_posts(extractor: Extractor) -> None:
    text = (
        "KUDUS - Pemkab Kudus membuka seleksi terbuka delapan jabatan eselon II mulai Kamis (9/3/2023).\n"
        "Dari 14 pelamar seleksi terbuka itu, mayoritas berasal dari pejabat eselon III."
    )
    event = read(extractor, "", text, "seleksi_terbuka")
    assert (event.headcount, event.eselon) == (8, ("II",))


def test_offices_to_be_led_anew_are_the_posts_of_a_selection(extractor: Extractor) -> None:
    text = (
        "KUDUS - Pemkab Kudus membuka lelang jabatan eselon II untuk lima organisasi perangkat daerah (OPD) "
        "mulai Kamis (9/3/2023), yakni Dinas Sosial, Dinas Perhubungan, Dinas Pendidikan, Dinas Pertanian, dan BKD."
    )
    assert read(extractor, "", text, "seleksi_terbuka").headcount == 5
    assert read(extractor, "", text.replace("(OPD)", "(OPD) dan Direktur RSUD"), "seleksi_terbuka").headcount is None


def test_posts_of_two_kinds_are_added_and_applicants_are_not(extractor: Extractor) -> None:
    text = (
        "KUDUS - Lelang jabatan di Pemkab Kudus sudah dilamar 58 orang, Kamis (9/3/2023).\n"
        "Yang dilelang adalah 13 jabatan kepala SKPD dan satu jabatan staf ahli bupati."
    )
    event = read(extractor, "", text, "seleksi_terbuka")
    assert (event.headcount, [group.count for group in event.groups]) == (14, [13, 1])


def test_those_accused_are_not_those_removed(extractor: Extractor) -> None:
    text = (
        "KUDUS - Buntut pelanggaran 17 camat, Bupati Kudus Harun Sasmita mencopot 4 camat dari jabatannya, serta "
        "menggeser 10 camat lainnya, Kamis (9/3/2023)."
    )
    assert read(extractor, "", text, "pemberhentian").headcount == 4


def test_the_committee_is_not_assessed(extractor: Extractor) -> None:
    text = (
        "KUDUS - Sebanyak 18 pejabat eselon II Pemkab Kudus mengikuti job fit, Kamis (9/3/2023).\n"
        "Proses itu dikerjakan panitia seleksi yang beranggotakan lima orang. "
        "Susunannya dua orang akademisi dan tiga orang dari pemerintah."
    )
    assert read(extractor, "", text, "uji_kompetensi").headcount == 18


def test_the_size_of_a_team_is_not_the_head_count(extractor: Extractor) -> None:
    text = (
        "KUDUS - Sebanyak 18 pejabat eselon II Pemkab Kudus mengikuti job fit, Kamis (9/3/2023).\n"
        "Tim seleksi berjumlah lima orang, yaitu dua pejabat senior Pemkab Kudus dan tiga akademisi."
    )
    event = read(extractor, "", text, "uji_kompetensi")
    assert (event.headcount, event.groups) == (18, ())


def test_formations_are_the_posts_of_a_selection(extractor: Extractor) -> None:
    text = (
        "KUDUS - Pemkab Kudus membuka seleksi terbuka, Kamis (9/3/2023).\n"
        "Seleksi itu untuk mengisi 11 formasi JPT Pratama. Sebanyak 34 peserta lulus seleksi administrasi."
    )
    assert read(extractor, "", text, "seleksi_terbuka").headcount == 11


def test_a_selection_has_the_level_told_where_it_is_announced(extractor: Extractor) -> None:
    text = OATH.format("51 pejabat administrator") + (
        "Usai pelantikan, Pemkab segera membuka lelang jabatan pimpinan tinggi pratama yang kosong. "
        "Setelah ini kita akan melakukan lelang jabatan terhadap enam jabatan yang kosong, kata Harun."
    )
    event = read(extractor, "", text, "seleksi_terbuka")
    assert (event.status, event.headcount, event.eselon) == ("planned", 6, ("II",))


def test_the_post_of_who_tells_of_an_oath_is_not_the_one_filled(extractor: Extractor) -> None:
    text = "KUDUS - Pelantikan di lingkungan Pemkab Kudus akan digelar Sabtu (11/3/2023), baru untuk kepala sekolah."
    assert read(extractor, "Besok Pelantikan Kembali Digelar, Begini Kata Kepala BKPSDM Kudus", text).headcount is None


def test_teachers_who_are_made_heads_are_counted(extractor: Extractor) -> None:
    text = "Sebanyak 18 guru SD Negeri di Kudus dilantik sebagai kepala sekolah oleh Bupati Kudus, Kamis (9/3/2023)."
    assert read(extractor, "Bupati Lantik Kepala Sekolah", text).headcount == 18


def test_the_count_of_an_oath_beats_that_of_posts_that_change(extractor: Extractor) -> None:
    text = (
        "Tiga pejabat eselon II Pemkab Kudus diganti. Menurut catatan, ada 96 pejabat yang dilantik Bupati Kudus Harun "
        "Sasmita, Kamis (9/3/2023)."
    )
    assert read(extractor, "Bupati Mereshuffle Pejabat", text).headcount == 96


def test_parts_belong_to_the_verb_that_follows_them(extractor: Extractor) -> None:
    text = OATH.format("43 pejabat") + "Di antara mereka, 2 camat dan 5 lurah dicopot, serta 6 kepala UPTD dirotasi."
    assert read(extractor, "Bupati Lantik 43 Pejabat", text).headcount == 43
    assert read(extractor, "Bupati Lantik 43 Pejabat", text, "pemberhentian").headcount == 7


def test_the_rest_is_counted_with_those_told_apart(extractor: Extractor) -> None:
    text = (
        OATH.format("52 ASN") + "4 di antaranya kepala dinas. Sementara, 48 ASN terdiri dari 13 orang jabatan "
        "administrator, 33 orang jabatan pengawas serta 2 orang jabatan fungsional."
    )
    assert read(extractor, "Bupati Lantik ASN", text).headcount == 52


def test_the_members_of_a_committee_are_no_parts(extractor: Extractor) -> None:
    text = (
        "Pemkab Kudus menggelar uji kompetensi bagi 24 pejabat eselon II, Kamis (9/3/2023). Tim seleksi berjumlah "
        "tujuh orang, yaitu dua pejabat senior dan lima akademisi."
    )
    assert read(extractor, "Pejabat Diuji", text, "uji_kompetensi").headcount == 24
