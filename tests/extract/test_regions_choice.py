"""The government whose posts change, chosen from what short reports tell."""

from time import process_time

import pytest

from extract.folding import fold
from extract.region_choice import RegionChoice, choose_region, region_of_span
from extract.region_roles import is_post
from extract.regions import find_regions


def chosen(title: str, body: str, home_region: str | None = None) -> RegionChoice:
    text = fold(f"{title}\n{body}" if title else body)
    return choose_region(find_regions(text), text, len(title), home_region)


@pytest.mark.parametrize(
    ("code", "title", "body"),
    [
        (
            "32.16",
            "Pemkab Bekasi Rotasi 40 Pejabat",
            "BEKASI - Pelantikan digelar di Cikarang.",
        ),
        (
            "32.75",
            "",
            "BEKASI – Sebanyak 40 pejabat dilantik Wali Kota di aula Pemkot, kata warga Bekasi.",
        ),
        (
            "16.02",
            "Rombak Birokrasi",
            "KAYUAGUNG - Bupati OKI melantik 30 pejabat. Gubernur Sumsel mengingatkan netralitas.",
        ),
        (
            "16.09",
            "Pjs Bupati OKU Selatan Dilantik",
            (
                "PALEMBANG - Gubernur Sumatera Selatan melantik Lena Martalia sebagai pejabat sementara (PJS) "
                "Bupati OKU selatan di Griya Agung. Gubernur Sumsel meminta Pjs Bupati menjaga kondusivitas."
            ),
        ),
        (
            "71.01",
            "",
            "KABARTOTABUAN.CO BOLMONG – Bupati kembali menggeser 24 pejabat, Senin (3/3/2025).",
        ),
        (
            "74",
            "Dua Kepala Biro Diganti",
            (
                "KENDARI - Gubernur melantik dua kepala biro di lingkup Pemprov Sultra. Aslan Malik sebelumnya "
                "Kepala Dinas Sosial Wakatobi ditarik ke provinsi, sedangkan La Ode Hamid dari Pemkab Muna."
            ),
        ),
        (
            "33.71",
            "Wali Kota Mutasi Pejabat",
            "Magelang (KBN) - Sebanyak 49 pejabat dimutasi di lingkungan pemkot setempat.",
        ),
        (
            "34.71",
            "Pejabat Eselon II Di-rolling",
            "JOGJA – Pejabat eselon II Pemkot Jogja digeser. Sultan selaku Gubernur DIY.",
        ),
        (
            "33.72",
            "Wali Kota Solo Lantik 12 Pejabat",
            "SOLO - Pelantikan di Balai Kota.",
        ),
        (
            "64.02",
            "Bupati Kukuhkan 80 Pejabat",
            "TENGGARONG - Bupati mengukuhkan 80 pejabat fungsional, Rabu (5/2/2025).",
        ),
        (
            "96",
            "Mendagri Lantik Pj Gubernur",
            (
                "JAKARTA - Menteri Dalam Negeri melantik Yohanis Asmuruf sebagai Penjabat Gubernur Papua Barat "
                "Daya di Jakarta Pusat. Ia sebelumnya Sekda Kabupaten Sorong."
            ),
        ),
        (
            "32.16",
            "Gubernur Jawa Barat Lantik Pj Bupati Bekasi",
            (
                "BANDUNG - Gubernur Jawa Barat melantik Penjabat Bupati Bekasi Dedi Kurnia di Gedung Sate, Kota "
                "Bandung. Gubernur Jabar berpesan agar Pj Bupati menjaga netralitas ASN."
            ),
        ),
        (
            "31.74",
            "Wali Kota Jakarta Selatan Lantik 15 Lurah",
            "JAKARTA - Wali Kota Jakarta Selatan Munir Sadeli melantik 15 lurah.",
        ),
        (
            "31",
            "Gubernur Lantik Wali Kota Jakarta Timur",
            "Jakarta - Gubernur DKI Jakarta melantik Wali Kota Jakarta Timur.",
        ),
        (
            "63.03",
            "",
            "MARTAPURA – Bupati Banjar melantik 22 pejabat. Hadir Forkopimda Kalimantan Selatan.",
        ),
        (
            "32.79",
            "Pj Wali Kota Banjar Lantik Sekda",
            "BANJAR - Sekda Kota Banjar dilantik, Jawa Barat ikut mengawasi.",
        ),
        (
            "16.05",
            "Mutasi Pemkab Mura",
            "Bupati Mura melantik 15 pejabat, ujar Kepala BKD Sumsel di Muara Beliti, Sumatera Selatan.",
        ),
        (
            "62.12",
            "Mutasi Pemkab Mura",
            "PURUK CAHU - Bupati Mura melantik 15 pejabat, disaksikan pejabat Kalteng.",
        ),
        (
            "11",
            "Gubernur Ganti 11 Pejabat",
            (
                "BANDA ACEH - Gubernur melantik 11 pejabat Pemerintah Aceh di Anjong Mon Mata, Banda Aceh. "
                "Kepala Dinas Syariat Islam Aceh dan Karo Umum Setda Aceh ikut bergeser."
            ),
        ),
        (
            "32.17",
            "Bupati KBB Lantik Sekda",
            "NGAMPRAH – Bupati Bandung Barat melantik Sekda, mantan pejabat Kota Bandung.",
        ),
        (
            "13.02",
            "Job Fit di Padang",
            "PADANG - Bupati Solok membuka job fit di sebuah hotel di Kota Padang. Kota Padang dipilih.",
        ),
        (
            "35.79",
            "Wali Kota Batu Lantik 30 Pejabat",
            "BATU, kabarmalangraya – Pelantikan di Balai Kota Among Tani. Malang menyusul.",
        ),
        (
            "18.03",
            "Jelang Akhiri Tugas, Bupati Lantik Pejabat",
            (
                "Kotabumi--Bupati membongkar komposisi pejabat Pemkab Lampung Utara. Bawaslu Lampung dan Bawaslu "
                "Lampung Utara berbeda suara."
            ),
        ),
        (
            "91.03",
            "Bupati Lantik 40 Kepala Distrik",
            "SENTANI - Sebanyak 40 kepala distrik dilantik Bupati Jayapura di Sentani.",
        ),
        (
            "61.02",
            "",
            "Sungai Pinyuh - Bupati Mempawah melantik Camat Sungai Pinyuh dan Camat Jongkat.",
        ),
        (
            "76.01",
            "Bupati Mamuju Utara Rotasi Pejabat",
            "PASANGKAYU - Rotasi digelar di kantor bupati.",
        ),
        (
            "53.11",
            "Gubernur Lantik Penjabat Bupati Sumtim",
            (
                "KUPANG. NTTkini – Gubernur NTT melantik Yohanes Hawu sebagai Penjabat Bupati Sumtim di aula "
                "rumah jabatan Gubernur NTT."
            ),
        ),
        (
            "36.74",
            "19 Pejabat Tangsel Dilantik",
            "TANGERANG SELATAN - Wali Kota melantik 19 pejabat di Balai Kota Tangsel, Ciputat.",
        ),
        (
            "73.14",
            "Bupati Sidrap Lantik Kadis",
            "SIDRAP – Pelantikan digelar di Pangkajene Sidrap, Sulsel. Hadir Ketua DPRD Sulsel.",
        ),
        (
            "12.77",
            "",
            "P. SIDIMPUAN - Wali Kota Padangsidempuan melantik 17 pejabat di aula kantor wali kota.",
        ),
        (
            "13.07",
            "",
            "SARILAMAK - Bupati Limapuluh Kota melantik 18 pejabat eselon III.",
        ),
        (
            "82.04",
            "Bupati Halsel Nonjobkan Lima Kadis",
            "LABUHA – Lima kadis dinonjobkan, kata Kepala BKPPD Halsel.",
        ),
        (
            "75",
            "Gubernur Rotasi 20 Pejabat",
            "GORONTALO - Gubernur Gorontalo merotasi 20 pejabat Pemprov.",
        ),
        (
            "75.01",
            "Bupati Rotasi 20 Pejabat",
            "LIMBOTO - Rotasi pejabat Pemkab Gorontalo diumumkan, kata warga Gorontalo.",
        ),
        (
            "21.72",
            "",
            (
                "TANJUNGPINANG - Pemko Tanjung Pinang menggelar seleksi terbuka lima jabatan. Gubernur Kepri "
                "memberi izin."
            ),
        ),
    ],
)
def test_the_government_whose_posts_change_is_chosen(code: str, title: str, body: str) -> None:
    assert chosen(title, body).code == code


def test_the_portals_home_is_the_last_resort_and_says_so() -> None:
    choice = chosen("Sebelas Camat Dilantik", "Bupati melantik sebelas camat di pendopo.", home_region="33.20")
    assert (choice.code, choice.rule, choice.flags) == ("33.20", "portal_home", ("region_from_portal",))
    assert choice.evidence == ()


def test_nothing_told_gives_no_region() -> None:
    choice = chosen("Sebelas Camat Dilantik", "Bupati melantik sebelas camat di pendopo.")
    assert (choice.code, choice.flags) == (None, ("region_missing",))


def test_kabupaten_and_kota_of_one_name_stay_undecided_without_a_word_of_either() -> None:
    choice = chosen("", "SUKABUMI - Sebanyak 20 pejabat dilantik di Sukabumi, kata panitia.")
    assert (choice.code, choice.flags) == (None, ("region_level_undecided",))
    assert choice.evidence != ()


def test_the_portals_home_settles_kabupaten_against_kota() -> None:
    choice = chosen("", "SUKABUMI - Sebanyak 20 pejabat dilantik di Sukabumi, kata panitia.", home_region="32.72")
    assert (choice.code, choice.flags) == ("32.72", ("region_from_portal",))


def test_a_villages_name_is_no_region() -> None:
    body = "KENDAL - Bupati mencopot Lurah Sumber Rejeki dan Lurah Negara Ratu yang jarang masuk."
    assert chosen("Dua Lurah Dicopot Bupati", body).code == "33.24"


def test_evidence_quotes_the_strongest_naming_first() -> None:
    title = "Pejabat Solok Dilantik"
    text = fold(f"{title}\nAROSUKA - Pelantikan dipimpin Bupati Solok di lingkungan Pemkab Solok.")
    choice = choose_region(find_regions(text), text, len(title))
    assert [text[start:end] for start, end in choice.evidence][:2] == ["Pemkab Solok", "Bupati Solok"]
    assert choice.confidence > 0.9


def test_a_university_alone_names_no_government() -> None:
    assert chosen("", "Seleksi dibantu guru besar Universitas Mataram, ujar panitia.").code is None


ROUNDUP = fold(
    "Dua Daerah Geser Pejabat\n"
    "Kota Bima lebih dulu. Senin lalu Wali Kota Mukhlis Landa melantik 29 pejabat.\n"
    "Selasa giliran Pemerintah Kabupaten Bima. Bupati Ratna Salam melantik enam camat.\n"
    "Rapat dihadiri Bupati Dompu. Sebanyak 12 orang dimutasi.\n"
    "Pemkab Sumbawa:\n"
    "- Kepala Dinas Sosial dijabat Lalu Wirya\n"
    "- Kepala Dinas Pertanian dijabat Siti Hawa"
)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Senin lalu Wali Kota Mukhlis Landa melantik 29 pejabat.", "52.72"),
        ("Bupati Ratna Salam melantik enam camat.", "52.06"),
        ("Sebanyak 12 orang dimutasi.", None),
        ("- Kepala Dinas Pertanian dijabat Siti Hawa", "52.04"),
    ],
)
def test_each_event_of_a_roundup_has_its_own_region(sentence: str, code: str | None) -> None:
    start = ROUNDUP.index(sentence)
    choice = region_of_span(find_regions(ROUNDUP), ROUNDUP, start, start + len(sentence))
    assert (choice.code if choice else None) == code


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("1. Yusak Renyaan sebagai Penjabat Bupati Buru Selatan", "81.09"),
        ("2. Salma Manuhutu sebagai Penjabat Wali Kota Tual", "81.72"),
        ("Gubernur Maluku melantik Ferry Latu sebagai Pj Bupati Kepulauan Aru.", "81.07"),
    ],
)
def test_the_post_that_is_filled_tells_the_region_of_its_event(item: str, code: str) -> None:
    text = f"Gubernur Maluku melantik tiga penjabat kepala daerah.\n{item}"
    choice = region_of_span(find_regions(text), text, len(text) - len(item), len(text))
    assert choice is not None
    assert (choice.code, choice.rule) == (code, "region_of_post_filled")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Gubernur melantik Pj Bupati Solok", True),
        ("ditunjuk sebagai Penjabat (Pj) Wali Kota Tual", True),
        ("Gubernur melantik Pj Lombok Barat", True),
        ("dilantik Pj Bupati Solok", False),
        ("Pj Bupati Solok melantik 30 pejabat", False),
        ("sebelumnya menjabat sebagai Pj Bupati Solok", False),
        ("melantik 30 pejabat. Bupati Solok berpesan", False),
    ],
)
def test_a_post_that_is_filled_is_told_from_one_who_acts(text: str, post: bool) -> None:
    assert is_post(find_regions(text)[-1], text) is post


def test_a_province_that_is_only_named_does_not_take_a_regencys_sentence() -> None:
    text = "Jabatan itu menunggu Pemprov NTB, sedangkan 88 pejabat akan dilantik ulang."
    assert region_of_span(find_regions(text), text, 0, len(text), article_region="52.03") is None


def test_eight_times_the_text_takes_about_eight_times_as_long() -> None:
    sentence = "Gubernur melantik Pj Bupati Solok di Padang Fulan, sebelumnya Sekda Kota Solok. "

    def seconds(copies: int) -> float:
        text = sentence * copies
        begun = process_time()
        choose_region(find_regions(text), text)
        return process_time() - begun

    seconds(10)
    assert min(seconds(4000) for _ in range(2)) < 30 * min(seconds(500) for _ in range(3))


def test_a_dateline_is_no_region_of_its_sentence() -> None:
    text = fold("KOTA JAMBI, kabar.id - Sejak dibuka Kamis, 29 orang mengikuti lelang jabatan di Provinsi Jambi.")
    assert region_of_span(find_regions(text), text, 0, len(text), "15") is None
