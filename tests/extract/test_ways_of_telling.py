"""Reshuffles told in ways that are easily missed.

All texts are our own: invented people in real places.
"""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor


def article(published: str, title: str, text: str) -> Article:
    return Article("uji", text, title, date.fromisoformat(published))


TOLD = {
    "a change of seats": (
        "2023-10-03",
        "Gerbong Birokrasi Bergerak, 52 Nama Pindah Kursi",
        (
            "KUTAI BARAT - Gerbong birokrasi di lingkungan Pemkab Kutai Barat kembali bergerak. Kali ini 52 nama "
            "berpindah kursi, dari kepala bidang hingga camat. Surat keputusan diserahkan Sekretaris Daerah, "
            "Selasa (3/10/2023).\n"
            '"Semua sesuai kebutuhan organisasi," katanya.'
        ),
        ["mutasi/realized"],
    ),
    "a post handed over, its only day that of the words spoken there": (
        "2024-05-07",
        "Sertijab Kepala Dinas Perhubungan Garut",
        (
            "GARUT - Serah terima jabatan Kepala Dinas Perhubungan Kabupaten Garut berlangsung khidmat.\n"
            '"Selamat bertugas," kata Sekda Garut, Asep Rahmat, saat memimpin serah terima jabatan, Senin (6/5/2024).'
        ),
        ["mutasi/realized"],
    ),
    "an acting term extended": (
        "2024-11-03",
        "Pj Wali Kota Pasuruan Terima SK Perpanjangan Masa Jabatan",
        (
            "Surabaya - Pj Gubernur Jawa Timur Arif Kuncoro menyerahkan SK perpanjangan masa jabatan Pj Wali Kota "
            'Pasuruan, Nurul Zaidah. "Hasil evaluasinya bagus," ujar Arif, Sabtu (2/11/2024).'
        ),
        ["penunjukan/realized"],
    ),
    "a selection told by its posts": (
        "2017-03-30",
        "Empat Nama Tersingkir, 31 Maju Terus",
        (
            "WATES - Empat ASN tersingkir dalam proses seleksi awal jabatan pimpinan tinggi pratama Pemkab Kulon "
            "Progo. Masih ada 31 nama untuk enam jabatan lowong.\n"
            'Minat ASN sangat tinggi, kata Ketua Panitia Seleksi (pansel) Sumarsono. "Seleksi ini terbuka," katanya.'
        ),
        ["seleksi_terbuka/realized"],
    ),
    "acting heads proposed": (
        "2026-01-09",
        "Ditinggal Pensiun, Tiga Jabatan Lowong",
        (
            "NEGARA - Tiga jabatan kepala dinas di Pemkab Jembrana kosong tanpa pejabat definitif.\n"
            "Pejabat yang diusulkan merangkap jabatan yakni Gede Darma (Direktur RSU) sebagai Plt Kadis Kesehatan."
        ),
        ["penunjukan/planned"],
    ),
    "shelved": (
        "2025-09-11",
        "Tiga Kadis Dibangkupanjangkan, Ini Respons BKPSDM",
        (
            "MUNA - Tiga kepala dinas di Kabupaten Muna dibangkupanjangkan. Mereka kini tanpa jabatan dan "
            "ditempatkan sebagai staf di Sekretariat Daerah sejak Rabu (10/9/2025).\n"
            'Kepala BKPSDM Muna membenarkan hal itu. "Keputusan bupati," katanya singkat.'
        ),
        ["pemberhentian/realized"],
    ),
    "moved to be staff": (
        "2025-05-22",
        "Camat Ini Digeser Jadi Staf Usai Video Viral",
        (
            "PESISIR SELATAN - Camat Lengayang digeser jadi staf setelah videonya viral. Bupati Pesisir Selatan "
            "menandatangani surat keputusan itu, Kamis (22/5/2025).\n"
            '"Mulai hari ini yang bersangkutan menjadi staf biasa di BKPSDM," kata bupati.'
        ),
        ["pemberhentian/realized"],
    ),
    "made staff": (
        "2024-08-12",
        "Lima Pejabat Pemkab Konawe Distafkan",
        (
            "KONAWE - Lima pejabat eselon III Pemkab Konawe distafkan oleh Pj Bupati. SK penurunan jabatan itu "
            "diserahkan Senin (12/8/2024). Kelimanya dinilai melanggar disiplin."
        ),
        ["pemberhentian/realized"],
    ),
    "an acting post entrusted": (
        "2024-07-02",
        "Asisten I Merangkap Plt Kepala BPKAD",
        (
            "LANGKAT - Pj Bupati Langkat mempercayakan jabatan Plt Kepala BPKAD kepada Asisten I Setdakab, "
            "Mulyadi Sembara. Ia merangkap dua jabatan terhitung 1 Juli 2024.\n"
            "SK diserahkan di ruang kerja bupati, Selasa (2/7/2024)."
        ),
        ["penunjukan/realized"],
    ),
    "an acting charge begins": (
        "2025-01-07",
        "Kini Sekda Merangkap, Mengemban Tugas Plh Wali Kota",
        (
            "TEBING TINGGI - Sekda mengemban tugas sebagai Pelaksana Harian Wali Kota Tebing Tinggi mulai Selasa "
            "(7/1/2025). Penugasan itu tertuang dalam radiogram gubernur.\n"
            '"Saya hanya menjalankan tugas sehari-hari," kata Sekda, Maruli Sihombangan.'
        ),
        ["penunjukan/realized"],
    ),
    "a new task": (
        "2024-12-30",
        "Jelang Tutup Tahun, 63 Kepala Sekolah Dapat Tugas Baru",
        (
            "JENEPONTO - Sebanyak 63 kepala sekolah di Kabupaten Jeneponto mendapat tugas baru. SK penugasan "
            "diserahkan Pj Bupati di ruang pola, Senin (30/12/2024). Mereka terdiri dari 48 kepala SD dan 15 "
            "kepala SMP."
        ),
        ["mutasi/realized"],
    ),
    "relieved of the post": (
        "2024-06-14",
        "Usai Diperiksa Inspektorat, Kepala Sekolah Dibebaskan dari Jabatan",
        (
            "PROBOLINGGO - Seorang kepala SDN di Kecamatan Tiris dibebaskan dari jabatannya oleh Pj Bupati "
            "Probolinggo. Keputusan berlaku per Jumat (14/6/2024). Ia terbukti memotong dana PIP."
        ),
        ["pemberhentian/realized"],
    ),
    "an acting post prolonged": (
        "2024-05-17",
        "Perpanjang Masa Tugas Plt, Wali Kota Teken SK",
        (
            "PALOPO - Masa tugas Plt Kepala Dinas Perhubungan, Haris Palimbunga, diperpanjang tiga bulan. SK "
            "perpanjangan diteken Pj Wali Kota Palopo, Jumat (17/5/2024)."
        ),
        ["penunjukan/realized"],
    ),
    "moved to advise": (
        "2025-06-10",
        "Bupati Oper Kadis ke Staf Ahli",
        (
            "TANAH DATAR - Bupati Tanah Datar memindahkan Kepala Dinas Pertanian, Syafrizal Koto, ke kursi Staf "
            "Ahli. Pelantikannya bersama empat pejabat lain berlangsung Selasa (10/6/2025) di Indo Jolito."
        ),
        ["mutasi/realized"],
    ),
    "turned functional": (
        "2024-11-15",
        "Penataan Birokrasi, Puluhan Eselon Empat Beralih Fungsional",
        (
            "KLUNGKUNG - Puluhan pejabat eselon empat Pemkab Klungkung beralih ke jabatan fungsional. Pelantikan "
            "penyetaraan dipimpin Pj Bupati, Jumat (15/11/2024)."
        ),
        ["mutasi/realized"],
    ),
    "parked as staff": (
        "2024-04-18",
        "Kabag Kesra Diparkir, Kini Jadi Pelaksana di Dinsos",
        (
            "KOTA SUBULUSSALAM - Kabag Kesra Setdako Subulussalam, Ridwan Bancin Mahaga, diparkir. Pj Wali Kota "
            "Subulussalam memindahkannya menjadi pelaksana di Dinas Sosial sejak Kamis (18/4/2024)."
        ),
        ["pemberhentian/realized"],
    ),
    "acting from tomorrow": (
        "2025-01-31",
        "Mulai Besok, Tiga Dinas Dipimpin Plt",
        (
            "SAMBAS - Mulai 1 Februari 2025, tiga dinas di Kabupaten Sambas dipimpin pelaksana tugas. Bupati "
            "Sambas telah menandatangani surat perintah bagi ketiganya, Jumat (31/1/2025)."
        ),
        ["penunjukan/planned"],
    ),
    "police look on": (
        "2024-04-26",
        "Kapolres dan Dandim Hadiri Pelantikan 14 Camat",
        (
            "BARITO KUALA - Kapolres dan Dandim menghadiri pelantikan 14 camat di Marabahan, Jumat (26/4/2024). "
            "Pj Bupati Barito Kuala memimpin pengambilan sumpah."
        ),
        ["mutasi/realized"],
    ),
    "with the leave of the minister": (
        "2025-08-15",
        "Sesuai Arahan Mendagri, Gubernur Lantik 40 Pejabat",
        (
            "SOFIFI - Berbekal izin Menteri Dalam Negeri, Gubernur Maluku Utara melantik 40 pejabat eselon III, "
            "Jumat (15/8/2025).\n"
            '"Surat Kementerian Dalam Negeri sudah turun," katanya.'
        ),
        ["mutasi/realized"],
    ),
    "teachers become heads": (
        "2024-12-20",
        "Guru Dilantik Jadi Kepala Sekolah, 37 Orang",
        ("MAJALENGKA - Sebanyak 37 guru dilantik menjadi kepala SD oleh Pj Bupati Majalengka, Jumat (20/12/2024)."),
        ["mutasi/realized"],
    ),
    "civil servants into functional posts": (
        "2024-09-02",
        "PNS dan PPPK Dilantik Jadi Pejabat Fungsional",
        (
            "SEKADAU - Sebanyak 65 PNS dilantik dalam jabatan fungsional oleh Bupati Sekadau, Senin (2/9/2024). "
            "Mereka beralih dari jabatan pelaksana."
        ),
        ["mutasi/realized"],
    ),
    "a council demands besides": (
        "2025-04-29",
        "DPRD Minta Mutasi Objektif, Wali Kota Lantik 30 Pejabat",
        (
            "DUMAI - Wali Kota Dumai melantik 30 pejabat eselon III dan IV, Selasa (29/4/2025). DPRD meminta "
            "mutasi dilakukan objektif."
        ),
        ["mutasi/realized"],
    ),
    "the head asks those sworn in": (
        "2025-09-16",
        "Bupati Minta Pejabat yang Dilantik Cepat Beradaptasi",
        (
            "SEKADAU - Bupati Sekadau meminta 22 pejabat yang dilantik cepat beradaptasi. Pelantikan berlangsung "
            "Selasa (16/9/2025) di Gedung Kateketik."
        ),
        ["mutasi/realized"],
    ),
    "a letter about the plan of a selection that has begun": (
        "2017-07-22",
        "Seleksi JPT Pemkab Kuansing Resmi Dibuka",
        (
            "TELUK KUANTAN - Seleksi terbuka JPT Pratama di Pemkab Kuansing sudah dimulai untuk tiga jabatan. Seleksi "
            "itu disetujui KASN lewat surat Perihal Rencana Seleksi Terbuka JPT Pratama."
        ),
        ["seleksi_terbuka/realized"],
    ),
    "an oath that is only recommended": (
        "2018-12-10",
        "Delapan Pejabat Segera Dilantik",
        (
            "BITUNG - KASN sudah merekomendasikan pelantikan 8 pejabat eselon II Pemkot Bitung. Pekan ini akan "
            "dilaksanakan pelantikan."
        ),
        ["mutasi/planned"],
    ),
    "a former policeman": (
        "2025-04-17",
        "Bekas Kapolsek Dilantik Jadi Kasatpol PP",
        (
            "SINJAI - Bupati Sinjai melantik delapan pejabat eselon II, Kamis (17/4/2025). Salah satunya Kepala "
            "Satpol PP yang dijabat bekas kapolsek."
        ),
        ["mutasi/realized"],
    ),
}


@pytest.mark.parametrize("way", TOLD)
def test_an_event_is_read_in_every_way_of_telling(extractor: Extractor, way: str) -> None:
    published, title, text, expected = TOLD[way]
    events = extractor.read(article(published, title, text))
    assert sorted(f"{event.kind}/{event.status}" for event in events) == sorted(expected)
