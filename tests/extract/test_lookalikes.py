"""Texts that look like a reshuffle and are none: other services, elected heads, oaths of recruits, talk.

All texts are our own: invented people in real places.
"""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import Extractor


def article(published: str, title: str, text: str) -> Article:
    return Article("uji", text, title, date.fromisoformat(published))


LOOK_ALIKES = {
    "police": (
        "2024-05-08",
        "Kapolres Tegal Pimpin Sertijab Lima Kapolsek",
        (
            "TEGAL - Kapolres Tegal AKBP Rendra Wiguna memimpin upacara serah terima jabatan lima Kapolsek dan "
            "dua Kepala Bagian di halaman Mapolres, Rabu (8/5/2024). Mutasi ini tertuang dalam surat telegram "
            "Kapolda Jawa Tengah.\n"
            "Pejabat yang dilantik antara lain AKP Sunaryadi sebagai Kapolsek Slawi menggantikan Iptu Darmo "
            'Lestariyono. "Mutasi adalah hal biasa dalam organisasi Polri sebagai penyegaran," kata Kapolres.\n'
            "Upacara dihadiri Wakil Bupati Tegal, Sekretaris Daerah, Camat Slawi dan para kepala dinas. Sebanyak "
            "tujuh pejabat mengucapkan sumpah jabatan di hadapan rohaniwan. Kapolres berharap pejabat baru segera "
            "menyesuaikan diri dengan wilayah tugasnya."
        ),
    ),
    "prosecutors": (
        "2023-09-20",
        "Kajati Sulsel Lantik 3 Pejabat Eselon III",
        (
            "MAKASSAR - Kepala Kejaksaan Tinggi Sulawesi Selatan melantik tiga pejabat eselon III di lingkungan "
            "kerjanya, Rabu (20/9/2023). Mereka adalah Kajari Maros, Kajari Wajo dan Asisten Pembinaan.\n"
            '"Mutasi dan promosi merupakan kebutuhan organisasi," katanya. Para pejabat itu diambil sumpahnya di '
            "Aula Baharuddin Lopa. Hadir Pj Gubernur Sulawesi Selatan, Bupati Maros dan Bupati Wajo beserta "
            "jajaran.\n"
            "Rotasi pejabat ini tertuang dalam Surat Keputusan Jaksa Agung. Sebanyak 14 pejabat eselon IV juga "
            "dilantik pada kesempatan yang sama."
        ),
    ),
    "a minister": (
        "2023-06-05",
        "Menteri Lantik 12 Pejabat Eselon II",
        (
            "JAKARTA - Menteri Perhubungan melantik 12 pejabat pimpinan tinggi pratama di lingkungan Kementerian "
            "Perhubungan, Senin (5/6/2023). Di antara yang dilantik, Kepala Otoritas Bandara wilayah Makassar dan "
            "Kepala Balai Pengelola Transportasi Darat Sumatera Barat.\n"
            "Menteri meminta pejabat eselon II yang dilantik segera bekerja. Rotasi pejabat dilakukan sesuai "
            "kebutuhan organisasi. Mereka diminta berkoordinasi dengan gubernur dan bupati di wilayah kerjanya."
        ),
    ),
    "the land agency": (
        "2024-10-02",
        "Kakanwil BPN Lantik 18 Pejabat Administrator dan Pengawas",
        (
            "BANJARMASIN - Kepala Kanwil BPN Kalimantan Selatan melantik 18 pejabat administrator dan pengawas, "
            "Rabu (2/10/2024). Kepala Kantor Pertanahan Kabupaten Tabalong termasuk yang digeser.\n"
            '"Promosi dan mutasi jabatan merupakan bagian dari pembinaan karier," ujarnya. Dalam pelantikan itu, '
            "empat pejabat administrator dan 14 pejabat pengawas mengucapkan sumpah jabatan. Hadir pula Sekda "
            "Tabalong."
        ),
    ),
    "a university": (
        "2024-09-03",
        "Rektor Lantik 27 Pejabat Universitas Negeri Gorontalo",
        (
            "GORONTALO - Rektor melantik 27 pejabat di lingkungan kampus, Selasa (3/9/2024). Mereka terdiri dari "
            'wakil dekan, ketua jurusan, kepala lembaga, dan koordinator program studi. "Rotasi jabatan agar ada '
            'penyegaran," kata rektor.\n'
            "Pejabat yang dilantik diminta segera menyusun program kerja. Pengambilan sumpah jabatan disaksikan "
            "senat dan Asisten III Setda Provinsi Gorontalo."
        ),
    ),
    "village heads, their term prolonged": (
        "2024-07-03",
        "Bupati Kukuhkan Perpanjangan Masa Jabatan 287 Kades",
        (
            "PEMALANG - Bupati Pemalang mengukuhkan perpanjangan masa jabatan 211 kepala desa, Rabu (3/7/2024). "
            "Masa jabatan kades bertambah dua tahun. Surat keputusan diserahkan di pendopo, disaksikan camat dan "
            "kepala OPD.\n"
            'Empat desa masih dijabat Pj kepala desa dari unsur PNS. "Pejabat kades jangan terlena," ujarnya.'
        ),
    ),
    "village staff in Yogyakarta": (
        "2024-02-01",
        "Lurah Lantik Enam Pamong Kalurahan di Bantul",
        (
            "BANTUL - Lurah Panggungharjo melantik enam pamong kalurahan, Kamis (1/2/2024). Mereka lolos seleksi "
            "terbuka yang diikuti 84 pelamar. Jabatan yang diisi antara lain carik, jagabaya dan dukuh.\n"
            "Panewu Sewon menyaksikan pelantikan. Lurah menjelaskan dua pamong dirotasi dari jabatan danarta ke "
            'kamituwa. "Rotasi sudah mendapat rekomendasi panewu," katanya.'
        ),
    ),
    "recruits become civil servants": (
        "2024-04-29",
        "112 CPNS Diambil Sumpah Menjadi PNS",
        (
            "PADANG PANJANG - Sebanyak 112 pegawai diambil sumpah/janji sebagai Pegawai Negeri Sipil oleh "
            "Penjabat Wali Kota Padang Panjang, Senin (29/4/2024). Pengambilan sumpah dilakukan setelah mereka "
            "lulus latsar.\n"
            '"PNS harus melayani," ujar Pj wali kota. Mereka terdiri dari 70 guru dan 42 tenaga kesehatan. Kepala '
            "BKPSDM melaporkan seluruhnya telah menerima SK."
        ),
    ),
    "the oath of civil servants": (
        "2024-08-20",
        "Sumpah PNS: 86 ASN Kabupaten Sintang Ucapkan Janji",
        (
            "SINTANG - Sebanyak 86 PNS mengucapkan sumpah janji di hadapan Bupati Sintang, Selasa (20/8/2024). "
            "Sumpah PNS wajib bagi aparatur yang baru diangkat. Mereka berasal dari formasi 2021.\n"
            '"Sumpah ini mengikat," kata bupati. Acara di Gedung Pancasila itu dihadiri Sekda dan kepala OPD.'
        ),
    ),
    "an elected head takes over": (
        "2025-02-24",
        "Sertijab Bupati Lamongan, Sekda Serahkan Memori Jabatan",
        (
            "LAMONGAN - Serah terima jabatan Bupati Lamongan dari Plh bupati kepada bupati terpilih digelar dalam "
            "rapat paripurna DPRD, Senin (24/2/2025). Memori serah terima jabatan ditandatangani kedua pejabat.\n"
            "Ketua DPRD memimpin rapat. Hadir para kepala dinas, camat, serta pejabat eselon III."
        ),
    ),
    "policy: merit": (
        "2024-06-13",
        "Wali Kota: Sistem Merit Cegah Jual Beli Jabatan",
        (
            "DEPOK - Wali Kota menegaskan penerapan sistem merit dalam mutasi, rotasi, dan promosi jabatan, Kamis "
            '(13/6/2024). Hal itu disampaikan saat menerima penghargaan dari KASN. "Setiap mutasi harus melalui '
            'uji kompetensi dan seleksi terbuka," katanya.\n'
            "Nilai sistem merit kota itu naik menjadi 338. Kepala BKPSDM menyebut manajemen talenta mulai "
            "disusun. Seluruh pejabat eselon II wajib memiliki peta karier."
        ),
    ),
    "policy: talent management": (
        "2025-05-20",
        "Pemprov Siapkan Manajemen Talenta, BKN Beri Pendampingan",
        (
            "PALANGKA RAYA - BKN mengekspos penerapan manajemen talenta di lingkungan Pemprov Kalimantan Tengah, "
            "Selasa (20/5/2025). Dengan manajemen talenta, pengisian jabatan pimpinan tinggi tidak lagi lewat "
            "seleksi terbuka.\n"
            '"Pejabat di kotak sembilan dapat langsung diangkat," ujar Kepala Kantor Regional VIII BKN. Gubernur '
            "menyambut baik. Kepala BKD menambahkan asesmen potensi dan kompetensi akan menjadi dasar pemetaan."
        ),
    ),
    "a council demands": (
        "2025-04-09",
        "DPRD Minta Bupati Segera Lakukan Mutasi",
        (
            "BANGKALAN - Komisi A DPRD Bangkalan meminta bupati segera melakukan mutasi pejabat, Rabu (9/4/2025). "
            'Sejumlah kepala dinas dinilai berkinerja rendah. "Kalau perlu dicopot," kata anggota Komisi A.\n'
            "Ia menyebut 12 jabatan eselon II masih kosong dan diisi Plt. DPRD mendesak seleksi terbuka digelar. "
            "Sekda belum memberi tanggapan."
        ),
    ),
    "an old oath in passing": (
        "2025-03-05",
        "Kadis PUPR Tinjau Tanggul Jebol di Grobogan",
        (
            "GROBOGAN - Kepala Dinas PUPR yang dilantik Januari lalu meninjau tanggul jebol Sungai Tuntang, Rabu "
            "(5/3/2025). Ia menyebut perbaikan darurat memakan waktu sepekan. Camat Gubug melaporkan 812 rumah "
            "terendam.\n"
            '"Kami menurunkan alat berat," kata pejabat yang sebelumnya menjabat Kepala Bappeda itu. Bupati '
            "menunjuk kecamatan sebagai posko."
        ),
    ),
    "a flag troop is selected": (
        "2024-05-02",
        "Seleksi Paskibraka Diikuti 214 Pelajar",
        (
            "SUMENEP - Sebanyak 214 pelajar mengikuti seleksi Paskibraka, Kamis (2/5/2024). Kepala Bakesbangpol "
            "mengatakan seleksi terbuka dan transparan. Tahapan meliputi tes wawasan, kesehatan, parade, serta "
            "wawancara.\n"
            "Pansel terdiri dari TNI, Polri dan pejabat Bakesbangpol. Hasil diumumkan pekan depan."
        ),
    ),
    "a test of schools": (
        "2024-10-10",
        "Asesmen Nasional SD, Kepala Sekolah Diminta Jujur",
        (
            "NGAWI - Asesmen nasional berbasis komputer diikuti 512 SD, Kamis (10/10/2024). Kepala Dinas "
            "Pendidikan meminta kepala sekolah dan pengawas jujur. Hasil asesmen menjadi bahan evaluasi kinerja "
            "sekolah.\n"
            "Proktor ditugaskan di tiap sekolah. Kegiatan berlangsung empat hari."
        ),
    ),
    "a private school": (
        "2024-07-12",
        "Yayasan Lantik Kepala Sekolah SMA Kristen",
        (
            "MANADO - Ketua yayasan melantik kepala sekolah SMA Kristen yang baru, Jumat (12/7/2024). Agnes "
            "Wowiling menggantikan pejabat lama yang memasuki masa emeritus. Empat wakil kepala sekolah juga "
            "diambil sumpahnya.\n"
            "Kepala Dinas Pendidikan hadir memberi selamat. Mutasi ini berdasarkan keputusan badan pengurus."
        ),
    ),
    "the ministry appraises an acting head": (
        "2024-05-15",
        "Kemendagri Evaluasi Kinerja Pj Bupati",
        (
            "JAKARTA - Pj Bupati Tapin memaparkan kinerja triwulan kedua di Inspektorat Jenderal Kemendagri, Rabu "
            "(15/5/2024). Evaluasi kinerja penjabat kepala daerah mencakup 10 indikator. Ia didampingi Sekda dan "
            "kepala dinas.\n"
            '"Hasil evaluasi menjadi bahan perpanjangan," ujar evaluator. Angka inflasi Tapin terkendali.'
        ),
    ),
    "an acting head speaks": (
        "2024-09-30",
        "Pjs Bupati Ajak ASN Netral",
        (
            "SITUBONDO - Pjs Bupati Situbondo mengajak ASN netral dalam pilkada saat apel, Senin (30/9/2024). Ia "
            'yang dilantik gubernur pekan lalu meminta camat menjaga kondusivitas. "Tidak ada mutasi selama saya '
            'di sini," katanya.\n'
            "Apel diikuti kepala OPD dan pejabat eselon III. Pelanggar diancam sanksi diberhentikan."
        ),
    ),
    "police, posts told like a region's": (
        "2025-03-18",
        "Wakapolda Lantik Karo Ops dan Empat Kapolres",
        (
            "PALU - Mutasi di tubuh Polda Sulawesi Tengah kembali bergulir. Sebanyak 37 pejabat utama diganti "
            "berdasarkan surat telegram Kapolri, Selasa (18/3/2025). Empat di antaranya kapolres.\n"
            "Kapolres Donggala dan Kapolres Poso bertukar jabatan. Pelantikan pejabat administrator juga "
            "dilakukan pada hari yang sama. Gubernur Sulteng mengucapkan selamat bertugas."
        ),
    ),
    "an elected head is proposed": (
        "2025-01-28",
        "DPRD Tetapkan Usulan Pengangkatan Bupati Terpilih",
        (
            "JEPARA - DPRD Jepara menggelar paripurna pengusulan pengangkatan bupati dan wakil bupati terpilih "
            "serta pemberhentian Pj bupati, Selasa (28/1/2025). Pelantikan dijadwalkan 20 Februari.\n"
            "Sekwan menyampaikan berkas akan dikirim ke gubernur. Sekda hadir mewakili Pj bupati."
        ),
    ),
    "a rumour": (
        "2025-08-28",
        "Isu Reshuffle Kabinet Pemkot, Wali Kota: Tunggu Saja",
        (
            "CILEGON - Isu reshuffle kabinet di lingkungan Pemkot menguat. Sejumlah nama kepala dinas disebut- "
            "sebut bakal digeser. Wali Kota Cilegon enggan menjawab tegas, Kamis (28/8/2025).\n"
            '"Tunggu saja, pada waktunya akan tahu," katanya. BKPSDM juga bungkam.'
        ),
    ),
    "an acting post as a standing fact": (
        "2025-09-25",
        "Pengamat: Pj Sekda Terlalu Lama, Bupati Harus Segera Buka Seleksi",
        (
            "SUMBA TIMUR - Pengamat menyoroti jabatan Sekda yang sudah 11 bulan dijabat Pj. Ia mendesak bupati "
            "segera membuka seleksi terbuka, Kamis (25/9/2025).\n"
            '"Aturan membatasi enam bulan," ujarnya. DPRD sependapat.'
        ),
    ),
    "names that may be chosen": (
        "2025-05-28",
        "Empat Calon Sekda Disebut Berpeluang",
        (
            "NIAS - Empat nama disebut-sebut berpeluang mengisi kursi Sekda Kabupaten Nias. Mereka kepala dinas "
            "yang kini menjabat. Bupati belum memutuskan kapan seleksi dibuka, Rabu (28/5/2025).\n"
            '"Semua punya peluang," kata kepala BKPSDM.'
        ),
    ),
    "a trial": (
        "2024-01-17",
        "KPK Tahan Bupati Nonaktif, Tarif Jabatan Terungkap",
        (
            "TERNATE - KPK menyebut tarif jabatan kepala dinas mencapai Rp1 miliar. Gubernur nonaktif diduga "
            "menerima setoran dari pejabat yang ingin dipromosikan, Rabu (17/1/2024).\n"
            "Penyidik memeriksa 14 saksi, di antaranya kepala BKD dan kepala dinas yang pernah dilantik "
            "tersangka."
        ),
    ),
    "contract teachers": (
        "2024-06-05",
        "Wali Kota Serahkan SK 320 PPPK Guru, Langsung Bertugas",
        (
            "BLITAR - Wali Kota Blitar menyerahkan SK pengangkatan 320 guru PPPK dan melantik mereka dalam "
            "jabatan fungsional, Rabu (5/6/2024). Sekda dan kepala OPD hadir.\n"
            '"Bekerja ikhlas," pesannya.'
        ),
    ),
    "an election commission": (
        "2024-12-03",
        "Sekretaris KPU Empat Kabupaten Dilantik",
        (
            "MAKASSAR - Sekjen KPU melantik 34 pejabat administrator dan pengawas sekretariat KPU se-Sulawesi "
            "Selatan, Selasa (3/12/2024). Empat di antaranya Sekretaris KPU kabupaten.\n"
            '"Rotasi ini untuk penyegaran," katanya.'
        ),
    ),
    "a bank": (
        "2025-07-08",
        "Pimpinan Bank Cabang Berganti",
        (
            "SUMEDANG - Serah terima jabatan pimpinan cabang bank daerah digelar, Selasa (8/7/2025). Pejabat lama "
            "digeser ke Cabang Subang. Bupati Sumedang berharap layanan RKUD makin baik.\n"
            "Sekda dan kepala BPKAD hadir."
        ),
    ),
    "a neighbourhood council": (
        "2024-05-06",
        "LPM Kelurahan Dikukuhkan Camat",
        (
            "DENPASAR - Camat Denpasar Utara mengukuhkan pengurus LPM tiga kelurahan, Senin (6/5/2024). Lurah "
            "hadir mendampingi. Kepengurusan berlaku lima tahun."
        ),
    ),
    "a fire": (
        "2025-01-23",
        "Menengok Rumah Sekda yang Terbakar",
        (
            "DOMPU - Rumah dinas Sekda terbakar, Kamis (23/1/2025). Sekda yang baru dilantik itu sedang di "
            "Mataram. Kapolres menurunkan tim labfor.\n"
            "Kerugian ditaksir Rp200 juta."
        ),
    ),
    "a service opens": (
        "2025-02-28",
        "Belum Sebulan Dilantik, Camat Ini Luncurkan Inovasi",
        (
            "BANYUMAS - Belum sebulan dilantik, Camat Sumbang meluncurkan layanan antar KTP, Jumat (28/2/2025). "
            '"Warga tak perlu antre," katanya. Sebanyak 19 desa terlayani.'
        ),
    ),
}


@pytest.mark.parametrize("look_alike", LOOK_ALIKES)
def test_no_event_is_read_from_what_only_looks_like_one(extractor: Extractor, look_alike: str) -> None:
    assert extractor.read(article(*LOOK_ALIKES[look_alike])) == ()
