"""The parts of a head count, in the ways the press tells them.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.events import Event
from extract.pipeline import Extractor

OATH = "Bupati Kudus Harun Sasmita melantik {} di Pendopo, Kamis (9/3/2023). "
II, III, IV = ("II",), ("III",), ("IV",)


def read(extractor: Extractor, text: str, kind: str = "mutasi") -> Event:
    article = Article("uji", text, "Pelantikan Pejabat Kudus", date(2023, 3, 10))
    return next(event for event in extractor.read(article) if event.kind == kind)


TOLD: dict[str, tuple[str, object, list[tuple[int, tuple[str, ...]]]]] = {
    "a level a sentence": (
        OATH.format("pejabat Pemkab Kudus") + "Secara keseluruhan, total sebanyak 17 pejabat eselon III yang dilantik. "
        "Sementara itu, untuk pejabat eselon IV ialah 12 orang.",
        29,
        [(17, III), (12, IV)],
    ),
    "numbers behind a level, in a quotation": (
        OATH.format("51 pejabat") + '"Eselon II ada lima, eselon III ada 16 dan eselon IV ada 30," kata Harun.',
        51,
        [(5, II), (16, III), (30, IV)],
    ),
    "the word eselon told once": (
        OATH.format("pejabat eselon II, III dan IV")
        + "Mereka yang dilantik, yakni eselon II 8 orang, III 30 orang, dan IV 50 orang.",
        88,
        [(8, II), (30, III), (50, IV)],
    ),
    "two acts of one ceremony": (
        OATH.format("9 pejabat eselon II dan mengukuhkan 4 pejabat eselon II"),
        13,
        [(9, II), (4, II)],
    ),
    "more in the next sentence": (
        OATH.format("pejabat Pemkab Kudus") + "Pada mutasi kali ini terdapat tujuh posisi eselon II yang bergeser. "
        "Ada juga 30-an pejabat fungsional, dua kepala sekolah, dan 15 orang eselon III.",
        54,
        [(7, II), (30, ()), (2, ()), (15, III)],
    ),
    "others sworn in at the same ceremony": (
        OATH.format("20 pejabat administrator") + "Turut dilantik dalam kesempatan itu 68 pejabat pengawas.",
        88,
        [(20, III), (68, IV)],
    ),
    "parts that add up to what the headline told": (
        OATH.format("delapan pejabat")
        + "Hal itu tak pernah terjadi. Hujan turun. Acaranya singkat. Undangan sedikit. Sebanyak tujuh orang pejabat "
        "ia lantik untuk mengisi posisi kepala Organisasi Perangkat Daerah (OPD), serta satu staf ahli.",
        8,
        [(7, ()), (1, ())],
    ),
    "more and more others": (
        OATH.format("tiga kepala dinas")
        + "Pada kesempatan yang sama, Harun juga melantik empat orang sekretaris. Selain "
        "itu juga dilantik dua kepala sekolah dasar.",
        9,
        [(3, ()), (4, ()), (2, ())],
    ),
    "the rest with a verb of its own": (
        OATH.format("20 pejabat")
        + "Dari 20 pejabat itu, 5 orang merupakan pejabat administrator (eselon III). Sedangkan "
        "sisanya, sebanyak 15 yang dilantik adalah pejabat pengawas (eselon IV).",
        20,
        [(5, III), (15, IV)],
    ),
    "others at the end told together": (
        OATH.format("tiga kepala dinas") + "Pada kesempatan yang sama, Harun juga melantik empat orang sekretaris. "
        "Pelantikan ini juga diwarnai pejabat fungsional. Yakni 10 orang auditor dan enam orang analis kebijakan.",
        23,
        [(3, ()), (4, ()), (10, ()), (6, ())],
    ),
    "one told before those counted": (
        (
            "Bupati Kudus Harun Sasmita melantik Sekda Kudus definitif, Rudi Hartanta, Kamis (9/3/2023). "
            "Selain melantik Sekda definitif, Harun juga melantik sebanyak 64 pejabat eselon III dan IV. "
            "Rinciannya, eselon III sebanyak 40 orang, dan eselon IV 24 orang."
        ),
        65,
        [(64, ("III", "IV")), (40, III), (24, IV)],
    ),
    "a part that is divided": (
        OATH.format("19 orang pejabat")
        + "Terdapat empat orang didemosi, yakni satu orang kepala dinas dan tiga sekretaris "
        "dinas.",
        19,
        [(4, ()), (1, ()), (3, ())],
    ),
    "some of those sworn in": (
        OATH.format("52 pejabat, terdiri dari 14 orang pejabat administrator dan 38 orang pejabat pengawas")
        + "Selain Camat Jati, empat orang lurah juga turut dilantik.",
        52,
        [(14, III), (38, IV), (4, ())],
    ),
    "a total told after its parts": (
        OATH.format("kepala sekolah dan pegawai")
        + "Pejabat yang dilantik tersebut, diantaranya sebanyak 8 orang kepala bidang.\nSedangkan sebanyak 65 orang "
        "kepala SD dan 18 kepala SMP.\nHarun mengatakan pelantikan sebanyak 91 orang ini merupakan kebutuhan.",
        91,
        [(8, ()), (65, ()), (18, ())],
    ),
    "women among them": (
        OATH.format("34 pejabat") + "Dari 34 pejabat itu, tiga di antaranya perempuan.",
        34,
        [],
    ),
    "parts of a level counted before": (
        OATH.format("6 pejabat eselon II")
        + "Dari 6 pejabat eselon II, sebanyak empat orang mutasi, sementara dua orang "
        "promosi.",
        6,
        [(4, ()), (2, ())],
    ),
    "the rest with two nouns": (
        OATH.format("143 pejabat") + "Rinciannya, 11 pejabat menduduki jabatan eselon II, 8 pejabat eselon III, dan "
        "sisanya 124 lainnya pejabat yang menduduki eselon IV.",
        143,
        [(11, II), (8, III), (124, IV)],
    ),
    "a part of those sworn in, told later": (
        OATH.format("153 pejabat administrator dan pengawas") + "Acaranya singkat. Undangannya sedikit. Hujan turun. "
        "Jalan ditutup. Dari 153 pejabat yang dilantik kembali, ada 2 camat yakni Camat Jati dan Camat Gebog.",
        153,
        [(2, ())],
    ),
    "a part told by its names": (
        OATH.format("34 pejabat")
        + "Empat pejabat eselon II itu antara lain Rudi Hartanta sebagai Kepala Dinas Sosial.",
        34,
        [(4, II)],
    ),
}


@pytest.mark.parametrize("way", TOLD)
def test_reads_the_parts_of_a_head_count(extractor: Extractor, way: str) -> None:
    text, headcount, groups = TOLD[way]
    event = read(extractor, text)
    assert (event.headcount, [(group.count, group.eselon) for group in event.groups]) == (headcount, groups)


def test_the_members_of_a_committee_are_no_breakdown(extractor: Extractor) -> None:
    text = (
        "Sebanyak 18 pejabat eselon II Pemkab Kudus mengikuti job fit, Kamis (9/3/2023). Penilaian "
        "dilakukan oleh tim Panitia Seleksi (Pansel) yang terdiri dari lima orang. Komposisinya yakni dua "
        "orang dari unsur akademisi, dua orang dari unsur pemerintah, serta satu orang dari unsur "
        "masyarakat."
    )
    event = read(extractor, text, "uji_kompetensi")
    assert (event.headcount, event.groups) == (18, ())


def test_posts_to_be_filled_later_do_not_count(extractor: Extractor) -> None:
    text = (
        "Bupati Kudus Harun Sasmita melantik Rudi Hartanta sebagai Kepala Dinas Sosial, Kamis (9/3/2023). "
        '"Sebentar lagi juga akan ada pergeseran di beberapa posisi jabatan," kata Harun.'
    )
    assert read(extractor, text).headcount == 1


def test_those_removed_are_parts_of_the_removal(extractor: Extractor) -> None:
    text = (
        OATH.format("44 pejabat") + "Di antara para pejabat itu, 2 camat dan 6 kepala UPT puskesmas dicopot, serta 5 "
        "kepala UPT puskesmas dirotasi.\nKepala puskesmas yang dicopot tetap bertugas di sana, di antaranya "
        "Lusi Hayati dicopot dari jabatan Kepala Puskesmas Jati."
    )
    removal = read(extractor, text, "pemberhentian")
    assert [group.count for group in removal.groups] == [2, 6]


def test_those_who_look_on_do_not_count(extractor: Extractor) -> None:
    text = (
        "Bupati Kudus Harun Sasmita melantik Rudi Hartanta sebagai Pj Sekda, Kamis (9/3/2023). Pelantikan "
        "itu disaksikan Wakil Bupati H.Sulaiman SS, Kapolres serta beberapa kepala OPD."
    )
    assert read(extractor, text, "penunjukan").headcount == 1
