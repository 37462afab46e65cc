"""Which of the officials that an article names is the official of its event.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.events import Event
from extract.pipeline import Extractor

TOLD = {
    "who gives the address where a decree is read out": (
        (
            "Pelantikan lima camat berlangsung di aula, Rabu (8/3). Pelantikan itu berdasarkan Keputusan Bupati Kupang "
            "Nomor 8 Tahun 2023. Dalam sambutannya, Wakil Bupati Kupang Rudi Tanesib mengingatkan soal disiplin."
        ),
        "Wakil Bupati Rudi Tanesib",
    ),
    "who gives the address": (
        (
            "Lima camat dilantik di aula, Rabu (8/3).\nAcara berjalan lancar.\nHadir para undangan.\nIa dari partai.\n"
            "Ada doa.\nDisusul makan.\nBupati Kupang Yosep Manek dalam sambutannya berpesan soal disiplin."
        ),
        "Bupati Yosep Manek",
    ),
    "the head by whose circular an assessment is held": (
        (
            "Sebanyak 40 pejabat pengawas Pemkab Kupang menjalani uji kompetensi, Rabu (8/3).\n"
            "Sekretaris BKPSDM, Rudi Tanesib, menyebut langkah ini sesuai dengan Surat Edaran Pj Bupati Kupang."
        ),
        "Pj Bupati",
    ),
    "not the one sworn in, who chairs something else": (
        (
            "Pemerintah Kabupaten Kupang melantik Markus Seran sebagai Penjabat (Pj) Sekretaris Daerah, Rabu (8/3). "
            "Pelantikan dipimpin langsung oleh Bupati Kupang, Yosep Manek.\nPercepatan pelantikan perlu karena banyak "
            "agenda yang mesti dipimpin langsung oleh Sekda."
        ),
        "Bupati Yosep Manek",
    ),
    "the head who gives orders for a plan, not the secretary who tells of it": (
        (
            "Lima camat akan dilantik Kamis (9/3). Bupati Kupang Yosep Manek telah memerintahkan pejabat agar hadir. "
            "Sekda Kupang Rudi Tanesib mengatakan, pelantikan akan digelar pukul 14.00 Wita."
        ),
        "Bupati Yosep Manek",
    ),
    "the one in charge, not the one arrested": (
        (
            "Mutasi lima camat segera dilakukan di Kupang. Setelah penangkapan Bupati Kupang Yosep "
            "Manek, Plt Bupati Kupang Rudi Tanesib harus meminta izin untuk mutasi itu, Rabu (8/3)."
        ),
        "Plt Bupati Rudi Tanesib",
    ),
    "a head whose day stands before the verb": (
        "Bupati Kupang Yosep Manek, Rabu (8/3) ini, akan memutasi lima camat.",
        "Bupati Yosep Manek",
    ),
    "a deputy who acts as the head": (
        (
            "Lima camat akan dilantik, Rabu (8/3). Pelantikan akan dipimpin Wakil Bupati Kupang, Rudi Tanesib selaku "
            "Pelaksana Harian (Plh) Bupati."
        ),
        "Plh Bupati Rudi Tanesib",
    ),
    "a haji's title with a dot": (
        "Plt Bupati Kupang, HM. Yosep Manek melantik lima camat di aula, Rabu (8/3).",
        "Plt Bupati Yosep Manek",
    ),
    "accompanied by his deputy": (
        "Bupati Kupang Yosep Manek yang ditemani Wakil Bupati Rudi Tanesib melantik lima camat, Rabu (8/3).",
        "Bupati Yosep Manek",
    ),
    "not the governor through whom a letter goes": (
        (
            "Bupati Kupang Yosep Manek akan memutasi lima camat. Ia sudah bersurat ke Mendagri lewat Gubernur NTT "
            "Markus Seran."
        ),
        "Bupati Yosep Manek",
    ),
    "by a byname": (
        (
            "Bupati Kupang Yosep Manek alias Bung Yos belum menunjuk penggantinya. "
            "Rabu (8/3), Bung Yos mencopot Kepala Dinas Sosial Rudi Tanesib."
        ),
        "Bupati Yosep Manek",
    ),
    "by the letters of his name": (
        "Bupati Kupang, Yosep Manek (YM), bergerak cepat. Lima camat dilantik YM di aula, Rabu (8/3).",
        "Bupati Yosep Manek",
    ),
    "name before office": (
        "Yosep Manek Bupati Kupang melantik lima camat di Oelamasi, Rabu (8/3).",
        "Bupati Yosep Manek",
    ),
    "office told with the end of his term": (
        "Menjelang masa tugasnya selesai sebagai Bupati Kupang, Yosep Manek melakukan rotasi lima camat, Rabu (8/3).",
        "Bupati Yosep Manek",
    ),
    "office told with his own start": (
        "Baru sepekan menjabat sebagai Plt Bupati Kupang, Yosep Manek ternyata merombak lima camat, Rabu (8/3).",
        "Plt Bupati Yosep Manek",
    ),
    "acting status with the name alone": (
        (
            "Mutasi lima camat digelar Rabu (8/3) meski status Penjabat Bupati Kupang, yang disandang Yosep Manek, "
            'segera berakhir. "Ini mengisi yang kosong," kata Pj Yosep Manek usai menggelar mutasi.'
        ),
        "Pj Bupati Yosep Manek",
    ),
    "told as the new head of the region": (
        (
            "Belum sepekan, kepala daerah baru Kabupaten Kupang, Yosep Manek telah menunjuk tujuh Plt kepala dinas, "
            "Rabu (8/3)."
        ),
        "Bupati Yosep Manek",
    ),
    "an island between region and name": (
        "Bupati Sampang, Madura, Jawa Timur, Fathor Amin melantik lima camat, Rabu (8/3).",
        "Bupati Fathor Amin",
    ),
    "the head before the secretary who swears in the lower ones": (
        (
            "Bupati Kupang Yosep Manek melakukan mutasi, Rabu (8/3). Pelantikan pejabat eselon II dilakukan langsung "
            "oleh Yosep Manek. Sedangkan pejabat eselon IV dilakukan pelantikan sore harinya oleh Sekda Marthen Adoe."
        ),
        "Bupati Yosep Manek",
    ),
    "a head of office who swears in": (
        (
            "Sebanyak 36 kepala SD di Kabupaten Kupang dilantik, Rabu (8/3). Pelantikan dilakukan langsung oleh Kepala "
            "Dinas Pendidikan dan Kebudayaan (Kadikbud) Kupang, Imanuel Radja."
        ),
        "Kepala Dinas Pendidikan dan Kebudayaan Imanuel Radja",
    ),
    "not who reads out the decree": (
        (
            "Empat camat dicopot dengan keputusan Bupati Kupang Nomor 821.2/1307 yang dibacakan oleh Sekda Marthen "
            "Adoe, Rabu (8/3)."
        ),
        "Bupati",
    ),
    "in whose name the state's head acts": (
        (
            "Gubernur Lampung Arif Junaidi atas nama Presiden RI melantik Adi Erlan sebagai Penjabat Bupati Mesuji, "
            "Rabu (8/3)."
        ),
        "Gubernur Arif Junaidi",
    ),
    "who acts through a body": (
        (
            "Bupati Kupang Yosep Manek melalui Tim Pansel membuka pendaftaran seleksi terbuka tujuh jabatan pimpinan "
            "tinggi pratama, Rabu (8/3)."
        ),
        "Bupati Yosep Manek",
    ),
    "who opens the assessment further on": (
        (
            "Sebanyak 29 pejabat eselon II Pemkab Kupang mengikuti job fit, Rabu (8/3). Satu orang sakit. "
            "Pesertanya kepala dinas dan kepala badan. Tempatnya di kantor BKD. "
            "Wakil Bupati Kupang, Marthen Adoe, secara resmi membuka pelaksanaan job fit ini."
        ),
        "Wakil Bupati Marthen Adoe",
    ),
    "who speaks at the opening of the assessment": (
        (
            'Sebanyak 29 pejabat eselon II Pemkab Kupang mengikuti uji kompetensi, Rabu (8/3). "Ini cermin," kata '
            "Bupati Kupang Yosep Manek saat pembukaan uji kompetensi itu."
        ),
        "Bupati Yosep Manek",
    ),
    "who sees the assessment through": (
        "Bupati Kupang Yosep Manek memastikan pelaksanaan job fit bagi 29 pejabat eselon II berjalan lancar.",
        "Bupati Yosep Manek",
    ),
    "no chairman of the committee for the post to be filled": (
        (
            "Seleksi terbuka Sekda Kabupaten Kupang diikuti lima pelamar. Ketua Pansel JPT Pratama Sekda Kupang, Rudi "
            "Tanesib menyebut, berkas diperiksa mulai Rabu (8/3)."
        ),
        None,
    ),
    "no head only spoken of": (
        "Mutasi lima camat di Kabupaten Kupang digelar Rabu (8/3). Camat adalah kepanjangan tangan bupati di wilayah.",
        None,
    ),
}


def read(extractor: Extractor, text: str, title: str = "") -> tuple[Event, ...]:
    return extractor.read(Article("uji", f"OELAMASI - {text}", title, date(2023, 3, 10)))


def told(event: Event) -> str | None:
    official = event.official
    return official and " ".join(filter(None, (official.acting, official.office, official.name)))


@pytest.mark.parametrize("way", TOLD)
def test_the_official_is_who_presides_or_decides(extractor: Extractor, way: str) -> None:
    text, official = TOLD[way]
    assert {told(event) for event in read(extractor, text)} == {official}


def test_the_acting_post_that_is_proposed_is_not_who_proposes(extractor: Extractor) -> None:
    (event,) = read(extractor, "Pemprov Papua Barat mengusulkan tiga nama sebagai Pj Bupati Kaimana kepada Mendagri.")
    assert event.official is None


def test_a_head_orders_the_assessment_in_the_headline(extractor: Extractor) -> None:
    (event,) = read(
        extractor,
        "Enam kepala dinas Pemkot Kupang akan menjalani uji kompetensi, Senin (13/3).",
        "Wali Kota Kupang Perintahkan Uji Kembali Enam Pejabat",
    )
    assert told(event) == "Wali Kota"


def test_an_earlier_move_of_the_year_is_the_same_heads(extractor: Extractor) -> None:
    events = read(
        extractor,
        "Bupati Kupang Yosep Manek melantik 44 kepala SD, Rabu (8/3). Ini pelantikan kedua tahun ini. "
        "Pada 10 Februari 2023 sebanyak 53 kepala SD diambil sumpahnya.",
    )
    assert [(event.headcount, told(event)) for event in events] == [
        (44, "Bupati Yosep Manek"),
        (53, "Bupati Yosep Manek"),
    ]


def test_one_subject_decides_what_his_sentence_tells_twice(extractor: Extractor) -> None:
    text = (
        "PARIGI - Setelah melantik 372 pejabat struktural pada akhir November 2019 lalu, kini Plt Bupati Pangandaran "
        "Herman Suherli kembali melantik 850 kepala sekolah di Pendopo Pangandaran pada Selasa (7/1)."
    )
    events = extractor.read(Article("uji", text, published=date(2020, 1, 8)))
    assert [event.official and event.official.name for event in events] == ["Herman Suherli", "Herman Suherli"]
