"""Which of the days that an article tells is the day of its event.

All texts are our own: invented people in real places.
"""

from __future__ import annotations

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor

TOLD = {
    "the official's own oath aside": (
        (
            "Pelantikan lima camat dilakukan oleh Penjabat Bupati Kupang Yosep Manek, yang baru dilantik Senin (6/3), "
            "di aula kantor bupati, Kamis."
        ),
        "2023-03-09",
    ),
    "his oath after which he acts": (
        "Bupati Kupang Yosep Manek merotasi lima camat, Rabu (8/3/2023), setelah dilantik pada 20 Februari 2023.",
        "2023-03-08",
    ),
    "on which a decree was handed to somebody": (
        "Bupati Kupang Yosep Manek menyerahkan SK Plt Kepala Dinas Sosial kepada Rudi Tanesib, Rabu (8/3/2023).",
        "2023-03-08",
    ),
    "when others were told of it": (
        (
            "Bupati Kupang Yosep Manek merotasi lima camat, Rabu (8/3). Para pejabat yang dirotasi baru dikabari "
            "Selasa malam (7/3)."
        ),
        "2023-03-08",
    ),
    "their first working day": (
        "Lima camat dilantik Bupati Kupang Yosep Manek di Oelamasi. Mereka mulai bekerja Kamis (9/3/2023).",
        None,
    ),
    "what else somebody did": (
        "Lima camat dicopot Bupati Kupang Yosep Manek. Seorang di antaranya mendatangi kantor gubernur, Rabu (8/3).",
        None,
    ),
    "words of one whose title is long": (
        (
            'Bupati Kupang Yosep Manek melantik lima camat. "Lima camat dilantik untuk penyegaran," kata Kepala Badan '
            "Kepegawaian, Pendidikan dan Pelatihan Daerah (BKPP) Kabupaten Kupang, Rudi Tanesib Bessie Manafe, Rabu "
            "(8/3/2023)."
        ),
        None,
    ),
    "words spoken elsewhere": (
        'Bupati Kupang Yosep Manek melantik lima camat. "Bekerjalah," kata Kepala BKPP Rudi Tanesib, Rabu (8/3).',
        None,
    ),
    "words spoken in the hall of the oath": (
        'Bupati Kupang Yosep Manek melantik lima camat. "Bekerjalah," ujar Yosep di Aula Bupati, Rabu (8/3).',
        "2023-03-08",
    ),
    "words of the head in town": (
        'Bupati Kupang Yosep Manek melantik lima camat. "Bekerjalah," kata Bupati Yosep Manek di Oelamasi, Rabu.',
        "2023-03-08",
    ),
    "words of a plan in the hall": (
        'Bupati Kupang Yosep Manek segera melantik lima camat. "Tunggu saja," ujar Yosep di Aula Bupati, Rabu (8/3).',
        None,
    ),
    "words then placed at the oath": (
        (
            'Bupati Kupang Yosep Manek meminta pejabat setia. "Jujurlah," katanya di Oelamasi, Rabu (8/3). '
            "Hal itu disampaikan Yosep usai melantik lima camat."
        ),
        "2023-03-08",
    ),
    "words of who led the oath": (
        (
            'Lima camat di Kabupaten Kupang dilantik. "Bekerjalah," kata Sekda Rudi Tanesib, yang memimpin pelantikan '
            "atas nama bupati pada Rabu (8/3)."
        ),
        "2023-03-08",
    ),
    "alone after a full stop": (
        "Lima camat dilantik Bupati Kupang Yosep Manek di aula. Rabu (08/03/2023)\nHadir para kepala desa.",
        "2023-03-08",
    ),
    "when the news came": (
        "Bupati Kupang Yosep Manek segera melantik lima camat. Informasi di Oelamasi, Rabu (8/3), mutasi itu wajar.",
        None,
    ),
    "words at a handover": (
        'Lima camat di Kupang dimutasi. "Bekerjalah," kata Sekda Rudi Tanesib pada acara sertijab, Rabu (8/3).',
        "2023-03-08",
    ),
    "after its head in a sentence about it": (
        "Ketua DPRD menanggapi rotasi lima camat di Kabupaten Kupang, oleh Bupati Yosep Manek, pada Rabu (8/3/2023).",
        "2023-03-08",
    ),
    "a first day that was given up": (
        (
            "Lima camat Kabupaten Kupang akan dilantik bupati. Pelantikan sejatinya dijadwalkan Jumat (3/3), namun "
            "batal. Pelantikan kembali disusun untuk Senin (13/3)."
        ),
        "2023-03-13",
    ),
    "on which those removed learn of it": (
        "Bupati Kupang Yosep Manek mencopot lima camat. Mereka dibebastugaskan lewat SK yang diterima Rabu (8/3).",
        "2023-03-08",
    ),
    "the day from which the act is counted": (
        "Bupati Kupang Yosep Manek mengumpulkan pejabat sehari setelah rotasi lima camat, Kamis 9 Maret 2023.",
        "2023-03-08",
    ),
    "the day on which he acts after another act": (
        "Sehari setelah dilantik gubernur, Rabu (8/3), Bupati Kupang Yosep Manek langsung melantik lima camat.",
        "2023-03-08",
    ),
    "a day told in full beside one counted from today": (
        "Bupati Kupang Yosep Manek melantik lima camat pagi tadi di aula kantor bupati, Kamis (9/3).",
        "2023-03-09",
    ),
    "the first day of a selection": (
        (
            "Sejak dibuka Senin, 27 Februari lalu hingga hari ini, Kamis, 9 Maret 2023, belum ada pendaftar seleksi "
            "terbuka dua jabatan pimpinan tinggi pratama Pemkab Kupang."
        ),
        "2023-02-27",
    ),
    "the end of a selection": (
        "Lelang dua jabatan eselon II Pemkab Kupang sepi. Pendaftaran lelang itu sudah ditutup Rabu (8/3).",
        None,
    ),
}


@pytest.mark.parametrize("told", TOLD)
def test_the_day_is_that_of_the_event(extractor: Extractor, told: str) -> None:
    text, day = TOLD[told]
    events = extractor.read(Article("uji", f"OELAMASI - {text}", published=date(2023, 3, 10)))
    assert [event.date for event in events] == [day]


def test_a_post_taken_back_was_not_filled_on_that_day(extractor: Extractor) -> None:
    text = (
        "OELAMASI - Bupati Kupang Yosep Manek membatalkan mutasi lima camat yang dilantik Jumat, 3 Maret 2023. "
        "Kelima camat mulai Rabu (8/3) kembali ke jabatan semula karena mutasi itu dibatalkan."
    )
    events = extractor.read(Article("uji", text, published=date(2023, 3, 10)))
    assert [(event.status, event.date) for event in events] == [("cancelled", "2023-03-03")]
