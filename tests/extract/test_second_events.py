"""What an article tells beside its main event, and what undoes it: one event or two, and with what status.

All texts are our own: invented people in real places.
"""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor

TOLD = {
    "a decree of appointment taken back": (
        "2024-04-17",
        "Blunder, Bupati Mutasi 30 Pejabat Jelang Pilkada",
        (
            "Bupati Dompu Karim Jaelan memutasi 30 pejabat eselon II hingga IV di Kabupaten Dompu. Kementerian Dalam "
            "Negeri membatalkan mutasi yang dilakukan pada 22 Maret 2024 itu."
        ),
        ["mutasi/cancelled/52.05/2024-03-22"],
    ),
    "an oath that some came too late for": (
        "2023-06-10",
        "Wali Kota Palu Lantik Kepala Sekolah",
        (
            "Wali Kota Palu Hadi Rasyad melantik 47 kepala sekolah dan pengawas di lingkungan Pemkot Palu, Jumat "
            "(9/6/2023). Beberapa kepala sekolah yang datang terlambat terpaksa batal dilantik."
        ),
        ["mutasi/realized/72.71/2023-06-09"],
    ),
    "an oath annulled and taken anew": (
        "2024-05-06",
        "Sempat Dianulir, 40 Pejabat Majene Dilantik Ulang",
        (
            "MAJENE - Setelah SK-nya dianulir, 40 pejabat administrator dilantik ulang Bupati Majene Muhsin Rapang, "
            "Senin (6/5/2024).\nMereka pertama kali disumpah pada Jumat, 22 Maret 2024. Pelantikan itu kemudian "
            "dibatalkan bupati."
        ),
        ["mutasi/realized/76.05/2024-05-06", "mutasi/cancelled/76.05/2024-03-22"],
    ),
    "a selection for the posts left empty": (
        "2025-09-15",
        "Bupati Pati Rotasi 31 Pejabat",
        (
            "PATI - Sebanyak 31 pejabat dilantik Bupati Pati Wiryo Utomo, Senin (15/9/2025). Akibat rotasi itu kini "
            'ada tujuh jabatan kepala dinas yang kosong. "Kita akan segera laksanakan seleksi terbuka," kata Wiryo.'
        ),
        ["mutasi/realized/33.18/2025-09-15", "seleksi_terbuka/planned/33.18/None"],
    ),
    "heads of several regions in one series": (
        "2024-09-24",
        "Gubernur Kukuhkan Tiga Pjs",
        (
            "Denpasar - Pj Gubernur Bali Made Suwira mengukuhkan tiga penjabat sementara (Pjs) Wali Kota Denpasar, "
            "Bupati Gianyar, dan Bupati Karangasem, Selasa (24/9/2024)."
        ),
        [
            "penunjukan/realized/51.71/2024-09-24",
            "penunjukan/realized/51.04/2024-09-24",
            "penunjukan/realized/51.07/2024-09-24",
        ],
    ),
    "guests who hold posts as acting heads": (
        "2024-09-24",
        "Pj Gubernur Lantik Pj Bupati Sigi",
        (
            "Palu - Pj Gubernur Sulawesi Tengah Hasan Lamato melantik Julman Hadi sebagai Pj Bupati Sigi, Selasa "
            "(24/9/2024). Pelantikan dihadiri Pj Bupati Poso dan Pj Wali Kota Palu."
        ),
        ["penunjukan/realized/72.10/2024-09-24"],
    ),
    "a head proposed while another stands in": (
        "2018-05-07",
        "Pemprov Usulkan Tiga Nama Penjabat Bupati Kaimana",
        (
            "MANOKWARI - Pemerintah Provinsi Papua Barat mengusulkan tiga nama kepada Mendagri untuk ditetapkan "
            "sebagai Penjabat (Pj) Bupati Kaimana. Untuk menjalankan pemerintahan telah ditunjuk Pelaksana Harian "
            "(Plh) Bupati Kaimana yaitu Sekretaris Daerah Demian Furima."
        ),
        ["penunjukan/planned/92.08/None", "penunjukan/realized/92.08/None"],
    ),
    "a reshuffle that is criticised": (
        "2014-01-23",
        "Kursi Kepala PJPR Kosong Disorot",
        (
            "SEMARANG - Proses mutasi jabatan yang dilakukan Wali Kota Semarang Hendi Pramana beberapa hari lalu "
            "mendapat sorotan DPRD Kota Semarang."
        ),
        ["mutasi/realized/33.74/None"],
    ),
    "a reshuffle awaited": (
        "2025-04-14",
        "Pemkab Mimika Siap Rolling",
        (
            "TIMIKA - Bupati Mimika Yohan Rumbin mengungkapkan rencananya untuk melakukan perombakan jabatan secara "
            "bertahap dalam waktu dekat. Rolling jabatan ini akan dilaksanakan tiga kali."
        ),
        ["mutasi/planned/94.04/None"],
    ),
    "officials dismissed who enter other posts": (
        "2022-03-17",
        "Gubernur Maluku Utara Copot Dua Kepala Dinas",
        (
            "TERNATE - Gubernur Maluku Utara Abdul Gafar mencopot dua kepala dinas yakni Kepala Dinas ESDM Hasim Daeng "
            "dan Kepala Dinas Sosial Yunus Bandar. Hasim Daeng digeser menjadi Staf Ahli Gubernur, sedangkan Yunus "
            "Bandar dipindah menjadi Kepala Biro Umum. Keduanya dilantik Kamis (17/3/2022)."
        ),
        ["mutasi/realized/82/2022-03-17"],
    ),
    "a plan that is another's": (
        "2022-04-07",
        "Gubernur Sulbar Lantik 6 Pejabat",
        (
            "MAMUJU - Walau masa jabatan akan berakhir 12 Mei 2022, Gubernur Sulawesi Barat Walid Hamdan melantik 6 "
            "pejabat eselon II, Kamis (7/4/2022)."
        ),
        ["mutasi/realized/76/2022-04-07"],
    ),
    "an assessment that begins today": (
        "2025-11-05",
        "28 Pejabat Eselon II Pemprov Sultra Ikuti Job Fit",
        (
            "KENDARI - Sebanyak 28 pejabat eselon II Pemprov Sulawesi Tenggara mengikuti job fit. Job fit ini bakal "
            "digelar dua hari yang dimulai hari ini, Rabu (5/11/2025)."
        ),
        ["uji_kompetensi/realized/74/2025-11-05"],
    ),
    "an acting post entrusted by name": (
        "2020-11-14",
        "Gantikan Zamri, Magda Jabat Plt Kepala Dinas",
        (
            "AIRMADIDI - Pemkab Minahasa Utara mengangkat Magda Wuwung, MPd sebagai Pelaksana Tugas (Plt) "
            "Kepala Dinas Pemberdayaan Masyarakat Desa, Jumat (13/11/2020)."
        ),
        ["penunjukan/realized/71.06/2020-11-13"],
    ),
    "those who go on": (
        "2025-08-28",
        "Kadis dan Direktur RSUD Mundur",
        (
            "JAMBI - Kepala Dinas Kesehatan Jambi Munawar dan Kepala Dinas Sosial Irfan Saputra memilih mengundurkan "
            "diri. Keduanya mundur pada Senin (18/8/2025), kata Gubernur Jambi."
        ),
        ["pemberhentian/realized/15/2025-08-18"],
    ),
    "officials of every level whom a governor inaugurates": (
        "2022-03-04",
        "Gubernur Jambi Lantik Pejabat Eselon I, II dan III",
        "JAMBI - Gubernur Jambi Hasan Munandar melantik pejabat eselon I, II, dan III di aula, Jumat (4/3/2022).",
        ["mutasi/realized/15/2022-03-04"],
    ),
    "acting heads whom the writer calls officials": (
        "2020-09-25",
        "Gubernur Sulteng Lantik Dua Pejabat Sementara Bupati",
        (
            "PALU - Gubernur Sulawesi Tengah Lukas Mangiri melantik dua pejabat bupati di Palu, Jumat (25/9/2020). "
            "Arman Tolaba dilantik sebagai Pejabat Sementara (Pjs) Bupati Poso. Rusli Ganti dilantik sebagai Pjs "
            "Bupati Sigi."
        ),
        ["penunjukan/realized/72.02/2020-09-25", "penunjukan/realized/72.10/2020-09-25"],
    ),
    "the head's own oath beside a plan": (
        "2025-12-29",
        "Besok Bupati Paser Mutasi Kepala OPD",
        (
            "PASER - Mutasi pejabat Pemkab Paser akan dilakukan Selasa, 30 Desember 2025. Sejak dilantik pada 30 Juni "
            "2025, Bupati Rahmat Sanjaya menegaskan bahwa pergeseran jabatan akan didasarkan pada kinerja."
        ),
        ["mutasi/planned/64.01/2025-12-30"],
    ),
    "a unit that is called by its tasks": (
        "2013-06-18",
        "Sekda Lantik Lurah",
        (
            "PALEMBANG - Sekda Palembang Saiful Barlian melantik 68 lurah, Senin (17/6/2013). Saat itu juga dilantik "
            "9 pejabat Unit Pelaksana Tugas (UPT) kesehatan."
        ),
        ["mutasi/realized/16.71/2013-06-17"],
    ),
    "a selection told by those who take part": (
        "2025-02-19",
        "72 Peserta Ikuti Seleksi Jabatan Pimpinan Tinggi Pratama",
        (
            "AMBON - Pemerintah Provinsi Maluku mengadakan seleksi jabatan pimpinan tinggi pratama. Proses seleksi itu "
            "dimulai sejak Senin, 17 Februari 2025."
        ),
        ["seleksi_terbuka/realized/81/2025-02-17"],
    ),
    "an oath that is waited for": (
        "2024-05-14",
        "Rahmat Dilantik Jadi Pj Sekda Bontang",
        (
            "BONTANG - Rahmat Hidayat dilantik sebagai Pj Sekda Bontang oleh Wali Kota Bontang, Senin (13/5/2024). "
            "Ia bertugas sembari menanti pelantikan sekda definitif yang direncanakan pada akhir Mei mendatang."
        ),
        ["penunjukan/realized/64.74/2024-05-13", "mutasi/planned/64.74/2024-05"],
    ),
    "acting posts handed out at the same ceremony": (
        "2025-08-19",
        "Pj Bupati Kudus Lantik Pejabat",
        (
            "KUDUS - Pj Bupati Kudus Harun Sasmita melantik sejumlah pejabat, Senin (18/8/2025). Acara itu juga diisi "
            "penyerahan Surat Keputusan (SK) Pelaksana Tugas untuk sejumlah posisi."
        ),
        ["mutasi/realized/33.19/2025-08-18", "penunjukan/realized/33.19/2025-08-18"],
    ),
    "a selection that is open before its next stage": (
        "2025-11-13",
        "Seleksi Terbuka Diminati",
        (
            "KRUI - Seleksi terbuka empat JPT Pratama Pemkab Pesisir Barat diminati 19 orang. Hasil seleksi nanti "
            "disampaikan pada 16 November mendatang. Seleksi ini dibuka sejak 30 Oktober 2025."
        ),
        ["seleksi_terbuka/realized/18.13/2025-10-30"],
    ),
    "one of many who misses the oath": (
        "2023-06-07",
        "Pelantikan Molor",
        (
            "SAROLANGUN - Sebanyak 52 pejabat Pemkab Sarolangun dilantik Bupati Hilman Rasyid, Selasa (6/6/2023). Satu "
            "nama dicoret karena tidak jadi dilantik."
        ),
        ["mutasi/realized/15.03/2023-06-06"],
    ),
    "posts that stand under acting holders": (
        "2025-12-09",
        "Sejumlah Pejabat Dilantik",
        (
            "BANTAENG - Sejumlah pejabat eselon II Pemkab Bantaeng diambil sumpahnya, Senin (8/12/2025). Enam jabatan "
            "untuk sementara dipercayakan kepada pelaksana tugas (Plt)."
        ),
        ["mutasi/realized/73.03/2025-12-08"],
    ),
    "a post that its acting holder still fills": (
        "2025-08-21",
        "Bupati Jombang Lantik 14 Kepala Dinas",
        (
            "JOMBANG - Bupati Jombang Ahmad Warsono melantik 14 kepala dinas di pendopo, Rabu (20/8/2025).\n"
            "Meski 14 kepala dinas resmi dilantik, kursi pimpinan Dinas PUPR masih diisi Pelaksana Tugas (Plt)."
        ),
        ["mutasi/realized/35.17/2025-08-20"],
    ),
    "the head's own oath": (
        "2025-08-22",
        "Bupati Aceh Timur Mutasi 38 Pejabat",
        (
            "IDI - Bupati Aceh Timur Iskandar Muda melantik 38 pejabat eselon III, Kamis (21/8/2025).\n"
            "Mutasi perdana sejak Iskandar dilantik pada 18 Februari 2025 ini mencakup sekretaris dinas hingga camat."
        ),
        ["mutasi/realized/11.03/2025-08-21"],
    ),
    "an acting secretary who received the crowd": (
        "2025-04-21",
        "Bupati Dompu Lantik 20 Pejabat",
        (
            "Keterangan: pemuda saat aksi soal mutasi dan diterima Pj Sekda Dompu, Mustafa Kamal\n"
            "DOMPU - Bupati Dompu Bakri Sulaiman melantik 20 pejabat eselon III, Senin (14/4/2025)."
        ),
        ["mutasi/realized/52.05/2025-04-14"],
    ),
    "a first round before the next": (
        "2025-06-04",
        "Bupati Pohuwato Rombak Kabinet",
        (
            'MARISA - Bupati Pohuwato Syarif Igirisa merombak kabinetnya. "Ini pelantikan tahap pertama, pekan depan '
            'akan menyusul perombakan besar," ujarnya. Ada 31 pejabat eselon III yang digeser, Selasa (3/6/2025).'
        ),
        ["mutasi/realized/75.04/2025-06-03"],
    ),
    "an oath that began hours late": (
        "2025-06-04",
        "Bupati Pohuwato Mutasi 31 Pejabat",
        (
            "MARISA - Bupati Pohuwato Syarif Igirisa memutasi 31 pejabat eselon III, Selasa (3/6/2025). Pelantikan "
            "yang mestinya dijadwalkan pukul 13.00 Wita molor sampai malam."
        ),
        ["mutasi/realized/75.04/2025-06-03"],
    ),
    "a post that fell empty the day before": (
        "2018-02-27",
        "Besok Pj Wali Kota Tomohon Dilantik",
        (
            "MANADO - Pelantikan Kepala Dinas Perhubungan Sulut Herman Wowor sebagai penjabat Wali Kota Tomohon "
            "digelar 28 Februari. Herman Wowor ditunjuk Kemendagri sebagai penjabat Wali Kota Tomohon pascaberakhirnya "
            "masa jabatan Wali Kota Tomohon Jefri Lasut pada Selasa (27/2).\n"
            '"Besok (Rabu) akan digelar pelantikan penjabat Wali Kota Tomohon," ujarnya.\nIa merinci tempatnya.\n'
            "Ada doa.\nAda undangan.\nAda tamu.\n"
            '"Besok (Rabu) akan digelar pelantikan penjabat Wali Kota Tomohon," ujarnya lagi.'
        ),
        ["penunjukan/planned/71.73/2018-02-28"],
    ),
}

NOT_TOLD = {
    "a list of what is not to come": (
        "Plt Wali Kota Batu: Tidak Ada Mutasi dalam Waktu Dekat",
        (
            "BATU - Pelaksana Tugas (Plt) Wali Kota Batu Edi Ariyo mengaku belum akan melakukan mutasi, rotasi, atau "
            "perombakan pejabat di jajaran Pemkot Batu."
        ),
    ),
    "an assessment of a service": (
        "Mal Pelayanan Publik Tuban Diresmikan",
        "TUBAN - Gubernur Jawa Timur meresmikan mal pelayanan publik. Delapan lagi masih dalam assessment akhir.",
    ),
    "an auction of goods": (
        "Pengumuman Lelang Kedua Eksekusi Hak Tanggungan",
        "Menunjuk pengumuman lelang pertama pada tanggal 26 April 2022, dilakukan lelang ulang tanah di Tulungagung.",
    ),
    "a unit of the police": (
        "Kecil Tapi Pedas",
        (
            "BANGKALAN - Bintang (9) meraih medali perak karate. Ayahnya, Priyanto, menjabat Kepala Unit Pelayanan "
            "Perempuan dan Anak (PPA) Satreskrim Polres Bangkalan."
        ),
    ),
    "officials who are to move to the capital": (
        "1.700 ASN Bakal Pindah ke IKN",
        (
            "JAKARTA - Presiden meneken peraturan tentang rencana kerja pemerintah. Jumlah pemindahan dan/atau "
            "penugasan ASN ke Ibu Kota Nusantara mencapai 1.700 orang."
        ),
    ),
    "one who represents the others": (
        "Peluncuran e-Perda",
        (
            "NGANJUK - Peluncuran aplikasi diapresiasi para kepala daerah, salah satunya Plt Bupati Nganjuk Marhadi "
            "yang ditunjuk mewakili para bupati se-Indonesia."
        ),
    ),
    "heads of villages in Yogyakarta": (
        "Lurah di Gunungkidul Dilantik Kembali",
        "GUNUNGKIDUL - Sebanyak 144 lurah di Kabupaten Gunungkidul akan dilantik kembali pada Senin (3/2/2020).",
    ),
    "a selection that may become needless": (
        "Pemkab Buleleng Terapkan Manajemen Talenta",
        (
            "SINGARAJA - Pemkab Buleleng menerapkan manajemen talenta. Pengisian jabatan eselon II tidak selalu lewat "
            "lelang."
        ),
    ),
    "a reshuffle that is talked about": (
        "DPRD Bitung Soroti Rotasi Pejabat",
        (
            "BITUNG - Rotasi pejabat di lingkungan Pemkot Bitung menjadi sorotan warga. Komisi I DPRD Bitung membahas "
            "rotasi pejabat eselon II bersama BKPSDM, Kamis (20/1/2022). Anggota komisi menilai rotasi perlu aturan."
        ),
    ),
    "candidates whom a council names": (
        "DPRD Usulkan Tiga Calon Pj Bupati",
        (
            "LAMPUNG TENGAH - DPRD Kabupaten Lampung Tengah mengusulkan tiga nama calon Penjabat (Pj) Bupati Lampung "
            "Tengah, Kamis (20/1/2022)."
        ),
    ),
    "a reshuffle against which people protest": (
        "Pertemuan Soal Rolling Jabatan Tertutup",
        (
            "BIAK - Pertemuan Bupati Biak Numfor dan ASN yang memprotes kebijakan rotasi jabatan di lingkungan Pemkab "
            "Biak Numfor berlangsung tertutup, Kamis (20/1/2022)."
        ),
    ),
    "a reshuffle to which attention is promised": (
        "Bupati Pastikan Rotasi Tetap Jadi Perhatian",
        "SIGI - Bupati Sigi Irman Lawole memastikan rotasi pejabat tetap menjadi perhatian, Kamis (20/1/2022).",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_each_event_is_told_apart(case: str, extractor: Extractor) -> None:
    published, title, text, events = TOLD[case]
    read = extractor.read(Article("uji", text, title, date.fromisoformat(published)))
    assert sorted(f"{e.kind}/{e.status}/{e.region}/{e.date}" for e in read) == sorted(events)


@pytest.mark.parametrize("case", NOT_TOLD)
def test_nothing_is_told(case: str, extractor: Extractor) -> None:
    title, text = NOT_TOLD[case]
    assert extractor.read(Article("uji", text, title, date(2022, 1, 20))) == ()


def test_what_stands_above_the_headline_is_passed_over(extractor: Extractor) -> None:
    title = "Gubernur Lantik 9 Pejabat Tinggi Pratama"
    text = (
        "- Bupati Sambas Lantik Puluhan Pejabat Eselon III\n- Banjir Rob Intai Muara Kapuas\n"
        f"{title}\nPONTIANAK - Gubernur Kalimantan Barat Norman Hadi melantik 9 pejabat tinggi pratama di lingkungan "
        "Pemerintah Provinsi Kalimantan Barat, Kamis (8/1/2026)."
    )
    read = extractor.read(Article("uji", text, title, date(2026, 1, 8)))
    assert [(e.region, e.headcount) for e in read] == [("61", 9)]
