"""Named moves: every construction in which newspapers tell who leaves which post and enters which."""

from __future__ import annotations

import pytest
from told_moves import Move, moves

from extract.appointments import AppointmentMention, find_appointments
from extract.folding import fold


def only(text: str) -> AppointmentMention:
    (move,) = find_appointments(fold(text))
    return move


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kepala Dinas Perhubungan Sarmin Waluyo dilantik menjadi Asisten Administrasi Umum.",
            ("Sarmin Waluyo", "Kepala Dinas Perhubungan", "Asisten Administrasi Umum"),
        ),
        (
            "Sarmin Waluyo yang sebelumnya menjabat Kepala Dinas Perhubungan kini menjadi Asisten Administrasi Umum.",
            ("Sarmin Waluyo", "Kepala Dinas Perhubungan", "Asisten Administrasi Umum"),
        ),
        (
            "Sarmin Waluyo sebelumnya Kepala Bappeda kini Kepala Diskominfo setelah dilantik kemarin.",
            ("Sarmin Waluyo", "Kepala Bappeda", "Kepala Diskominfo"),
        ),
        (
            "Sarmin Waluyo digeser dari Camat Ciruas menjadi Camat Kramatwatu.",
            ("Sarmin Waluyo", "Camat Ciruas", "Camat Kramatwatu"),
        ),
        (
            "Kemudian, Sarmin Waluyo dari Camat Cikeusal geser menjadi Camat Puloampel.",
            ("Sarmin Waluyo", "Camat Cikeusal", "Camat Puloampel"),
        ),
        (
            "Sarmin Waluyo, Sekretaris Dinas Kesehatan, naik menjadi Kepala Dinas Kesehatan.",
            ("Sarmin Waluyo", "Sekretaris Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ),
        (
            "Mantan Camat Kaledupa, Sarmin Waluyo, menduduki jabatan Kabag Kesra.",
            ("Sarmin Waluyo", "Camat Kaledupa", "Kabag Kesra"),
        ),
        (
            "Selanjutnya, mantan Kabid Tata Ruang Sarmin Waluyo diamanahi sebagai Kepala Dinas Lingkungan Hidup.",
            ("Sarmin Waluyo", "Kabid Tata Ruang", "Kepala Dinas Lingkungan Hidup"),
        ),
        (
            "Bupati menunjuk Asisten Pemerintahan, Hj. Ratna Lestari, sebagai Plh Sekda.",
            ("Ratna Lestari", "Asisten Pemerintahan", "Plh Sekda"),
        ),
        (
            (
                "Bupati menunjuk Sarmin Waluyo yang saat ini menjabat sebagai Asisten Administrasi Umum Sekda, "
                "merangkap jabatan sebagai Plh Sekda."
            ),
            ("Sarmin Waluyo", "Asisten Administrasi Umum Sekda", "Plh Sekda"),
        ),
        (
            "Untuk Plt Kepala DPUPR, bupati menunjuk Sarmin Waluyo yang saat ini menjabat Asisten Administrasi Umum.",
            ("Sarmin Waluyo", "Asisten Administrasi Umum", "Plt Kepala DPUPR"),
        ),
        (
            "Kepala BKD lama, Sarmin Waluyo, pindah tugas menjadi Kepala Bappeda.",
            ("Sarmin Waluyo", "Kepala BKD", "Kepala Bappeda"),
        ),
        (
            "Kepala Bakesbangpol sebelumnya, Sarmin Waluyo, definitif sebagai Sekretaris DPRD usai dilantik.",
            ("Sarmin Waluyo", "Kepala Bakesbangpol", "Sekretaris DPRD"),
        ),
        (
            "Jabatan Kepala Dinas Perhubungan kini diisi oleh Sarmin Waluyo.",
            ("Sarmin Waluyo", None, "Kepala Dinas Perhubungan"),
        ),
        (
            (
                "Jabatan Kepala Dinas Penanaman Modal sekarang diberikan kepada Sarmin Waluyo yang sebelumnya menjabat "
                "Kepala Dinas Kominfo."
            ),
            ("Sarmin Waluyo", "Kepala Dinas Kominfo", "Kepala Dinas Penanaman Modal"),
        ),
        (
            "Camat Bambel kini dijabat Sarmin Waluyo, tadinya Sekcam Arse.",
            ("Sarmin Waluyo", "Sekcam Arse", "Camat Bambel"),
        ),
        (
            (
                "Posisi Kepala BPKAD yang sejak awal tahun kosong kini definitif di tangan Ratna Lestari, sebelumnya "
                "Sekretaris BPKAD."
            ),
            ("Ratna Lestari", "Sekretaris BPKAD", "Kepala BPKAD"),
        ),
        (
            "Kepala Distrik Salawati yang baru, Sarmin Waluyo, dilantik kemarin.",
            ("Sarmin Waluyo", None, "Kepala Distrik Salawati"),
        ),
        (
            "Ardi Mulyono, Plt Kadis Sosial, didefinitifkan menjadi Kadis Sosial.",
            ("Ardi Mulyono", "Plt Kadis Sosial", "Kadis Sosial"),
        ),
        (
            (
                "Sedangkan Ratna Lestari yang tiga bulan terakhir menjabat sebagai Plt Kepala Dinas "
                "Perikanan akhirnya "
                "dilantik sebagai pejabat definitif di jabatan tersebut."
            ),
            ("Ratna Lestari", "Plt Kepala Dinas Perikanan", "Kepala Dinas Perikanan"),
        ),
        (
            "Sarmin Waluyo yang selama empat tahun memimpin Dinas Kesehatan pindah menjadi Staf Ahli Bupati.",
            ("Sarmin Waluyo", "Kepala Dinas Kesehatan", "Staf Ahli Bupati"),
        ),
        (
            "Yang dimaksud adalah Sarmin Waluyo. Dari Kepala Dinas Pasar, ia kini harus puas sebagai Camat Taktakan.",
            ("Sarmin Waluyo", "Kepala Dinas Pasar", "Camat Taktakan"),
        ),
        (
            "Sarmin Waluyo dilantik menjadi Kepala Dinas Sosial. Sebelum dilantik, Sarmin merupakan Kabag Umum.",
            ("Sarmin Waluyo", "Kabag Umum", "Kepala Dinas Sosial"),
        ),
        (
            "Alipin Dahar dilantik sebagai Kepala Dinas Perpustakaan; ia sebelumnya Camat Kembayan.",
            ("Alipin Dahar", "Camat Kembayan", "Kepala Dinas Perpustakaan"),
        ),
        (
            "Sarmin Waluyo menempati pos barunya sebagai Kepala Dinas Pemuda dan Olahraga usai dilantik.",
            ("Sarmin Waluyo", None, "Kepala Dinas Pemuda dan Olahraga"),
        ),
        (
            "Dua pejabat dilantik. Sarmin Waluyo memimpin Kecamatan Parindu.",
            ("Sarmin Waluyo", None, "Camat Parindu"),
        ),
        (
            "Sarmin Waluyo dirotasi dari Kepala Dinas Perhubungan ke Satpol PP.",
            ("Sarmin Waluyo", "Kepala Dinas Perhubungan", "Satpol PP"),
        ),
        (
            "Kabag Hukum, Sarmin Waluyo, menempati jabatan baru sebagai Kepala Dinas Koperasi dan UMKM.",
            ("Sarmin Waluyo", "Kabag Hukum", "Kepala Dinas Koperasi dan UMKM"),
        ),
        (
            (
                "Sekretaris Daerah Kota Bima, Sarmin Waluyo, ditunjuk Gubernur NTB, Ratna Lestari, sebagai Plh Wali "
                "Kota Bima."
            ),
            ("Sarmin Waluyo", "Sekretaris Daerah Kota Bima", "Plh Wali Kota Bima"),
        ),
        (
            "Husein Mukti, eks Kepala Biro Umum, kini Bupati Kepulauan Seribu setelah dilantik gubernur.",
            ("Husein Mukti", "Kepala Biro Umum", "Bupati Kepulauan Seribu"),
        ),
        (
            "Sarmin Waluyo, S.Sos, kini memimpin Dinas Sosial usai dilantik. Sebelumnya ia Camat Woha.",
            ("Sarmin Waluyo", "Camat Woha", "Kepala Dinas Sosial"),
        ),
        (
            "Camat Woha Sarmin Waluyo naik kelas. Ia dipercaya mengisi kursi Sekretaris Dinas Sosial.",
            ("Sarmin Waluyo", "Camat Woha", "Sekretaris Dinas Sosial"),
        ),
        (
            "Sarmin Waluyo masuk daftar yang dilantik. Camat Woha itu kini Sekretaris Dinas Sosial.",
            ("Sarmin Waluyo", "Camat Woha", "Sekretaris Dinas Sosial"),
        ),
        (
            "Sarmin Waluyo tak lagi menjabat Kadis Sosial. Ia dimutasi ke Inspektorat sebagai Inspektur Pembantu I.",
            ("Sarmin Waluyo", "Kadis Sosial", "Inspektur Pembantu I"),
        ),
        (
            "Sekda definitif Sarmin Waluyo dilantik kemarin. Sebelum menjadi Sekda, ia Kepala Bappeda.",
            ("Sarmin Waluyo", "Kepala Bappeda", "Sekda"),
        ),
        (
            "Sarmin Waluyo menerima SK sebagai Plt Kepala Dinas Sosial. Sehari-hari ia Sekretaris Dinas Sosial.",
            ("Sarmin Waluyo", "Sekretaris Dinas Sosial", "Plt Kepala Dinas Sosial"),
        ),
        (
            "Bupati menyerahkan SK Plt Kadis Sosial kepada Sarmin Waluyo, yang juga Sekretaris Dinas Sosial.",
            ("Sarmin Waluyo", "Sekretaris Dinas Sosial", "Plt Kadis Sosial"),
        ),
        (
            "Gubernur melantik Sarmin Waluyo sebagai Pj Bupati Bima. Ia merupakan Kepala Biro Hukum.",
            ("Sarmin Waluyo", "Kepala Biro Hukum", "Pj Bupati Bima"),
        ),
        (
            "Sarmin Waluyo akan dilantik sebagai Kepala Dinas Sosial, Senin depan. Saat ini ia Camat Woha.",
            ("Sarmin Waluyo", "Camat Woha", "Kepala Dinas Sosial"),
        ),
        (
            "Guru SMPN 1 Woha, Sarmin Waluyo, dilantik menjadi Kepala SMPN 2 Sape.",
            ("Sarmin Waluyo", "Guru SMPN 1 Woha", "Kepala SMPN 2 Sape"),
        ),
        (
            "Bupati melantik Kepala Dinas Pariwisata, Sarmin Waluyo. Sarmin sebelumnya menjabat Camat Woha.",
            ("Sarmin Waluyo", "Camat Woha", "Kepala Dinas Pariwisata"),
        ),
        (
            "Bupati mempercayakan jabatan Plt Kepala Dinas Sosial kepada Asisten I, Sarmin Waluyo.",
            ("Sarmin Waluyo", "Asisten I", "Plt Kepala Dinas Sosial"),
        ),
        (
            "Wakil Direktur Pelayanan Medik RSUD Bima dr. Joko Arifin dilantik menjadi Direktur RSUD Bima.",
            ("Joko Arifin", "Wakil Direktur Pelayanan Medik RSUD Bima", "Direktur RSUD Bima"),
        ),
        (
            "Sarmin Waluyo ditunjuk Plh Sekda. Sehari-hari ia Asisten I.",
            ("Sarmin Waluyo", "Asisten I", "Plh Sekda"),
        ),
        (
            "Sarmin Waluyo ditarik dari Kecamatan Woha menjadi Kabid Trantib Satpol PP.",
            ("Sarmin Waluyo", "Camat Woha", "Kabid Trantib Satpol PP"),
        ),
    ],
)
def test_one_person_s_move(text: str, expected: Move) -> None:
    assert moves(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Sarmin Waluyo dilantik sebagai Direktur RSUD Kardinah. Sebelum ini Sarmin menjabat Wakil Direktur "
                "Pelayanan di rumah sakit yang sama."
            ),
            ("Sarmin Waluyo", "Wakil Direktur Pelayanan RSUD Kardinah", "Direktur RSUD Kardinah"),
        ),
        (
            "Sekretaris Dinas Peternakan dan Kesehatan Hewan Joko Arifin ditunjuk sebagai Plt di dinas yang sama.",
            (
                "Joko Arifin",
                "Sekretaris Dinas Peternakan dan Kesehatan Hewan",
                "Plt Kepala Dinas Peternakan dan Kesehatan Hewan",
            ),
        ),
        (
            "Sarmin Waluyo menjadi Kepala Dinas Pendidikan, sebelumnya Kabid Dikdas pada dinas yang sama.",
            ("Sarmin Waluyo", "Kabid Dikdas Dinas Pendidikan", "Kepala Dinas Pendidikan"),
        ),
    ],
)
def test_a_post_told_by_reference_is_written_out(text: str, expected: Move) -> None:
    assert moves(text) == [expected]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Asisten Perekonomian Sarmin Waluyo merangkap Plt Kepala Dinas PUPR.", "Plt"),
        ("Plt Kepala Dinas PUPR dipegang Asisten Perekonomian Sarmin Waluyo.", "Plt"),
        ("Malam itu bupati menunjuk Plt, yakni Kepala Dinas PUPR dipegang Asisten Perekonomian Sarmin Waluyo.", "Plt"),
        ("Asisten Perekonomian Sarmin Waluyo ditunjuk sebagai Pelaksana Tugas (Plt) Kepala Dinas PUPR.", "Plt"),
        ("Asisten Perekonomian, Sarmin Waluyo, ditugaskan sebagai Plh Kepala Dinas PUPR.", "Plh"),
    ],
)
def test_an_acting_designee_keeps_his_mark(text: str, acting: str) -> None:
    move = only(text)
    assert (move.person, move.from_post, move.acting) == ("Sarmin Waluyo", "Asisten Perekonomian", acting)
    assert move.to_post == f"{acting} Kepala Dinas PUPR"


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Dinas Pendidikan Sarmin Waluyo dicopot dari jabatannya.",
        "Bupati membebastugaskan Kepala Dinas Pendidikan, Sarmin Waluyo, kemarin.",
        "Salah satu yang terpental adalah Kepala Dinas Pendidikan Sarmin Waluyo.",
        "Sarmin Waluyo, yang sebelum dinonjobkan menjabat Kepala Dinas Pendidikan, mengaku ikhlas.",
        "Kepala Dinas Pendidikan Sarmin Waluyo dipindahkan ke Bagian Umum sebagai staf.",
        "Seorang kepala dinas dibebastugaskan. Ia adalah Kepala Dinas Pendidikan Sarmin Waluyo.",
    ],
)
def test_one_who_leaves_and_enters_nothing_is_out(text: str) -> None:
    move = only(text)
    assert (move.person, move.from_post, move.to_post) == ("Sarmin Waluyo", "Kepala Dinas Pendidikan", None)
    assert move.out


def test_a_removal_with_a_new_post_is_a_move() -> None:
    text = "Sarmin Waluyo dicopot dari kursi Camat Woha dan masuk ke jajaran widyaiswara."
    assert moves(text) == [("Sarmin Waluyo", "Camat Woha", "widyaiswara")]


def test_confirmation_in_the_same_post_is_marked() -> None:
    move = only("Sarmin Waluyo tetap di posisinya selaku Kepala Bappeda, hanya dikukuhkan ulang.")
    assert (move.to_post, move.from_post, move.confirmed) == ("Kepala Bappeda", None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Pelantikan digelar kemarin. Kepala BKPSDM Natuna, Sarmin Waluyo, mengatakan 12 pejabat dilantik.",
        "Puluhan pejabat dilantik. Turut hadir Sekda Sarmin Waluyo, Kepala Dinas Sosial Ratna Lestari dan para camat.",
        "Bupati Bima Sarmin Waluyo melantik 30 pejabat eselon III.",
        "Sarmin Waluyo dilantik sebagai Bupati Bima periode 2025-2030.",
        "Tiga besar calon Kepala Dinas Sosial ialah Sarmin Waluyo (Kabag Umum) dan Ratna Lestari (Camat Woha).",
        "Nama Sarmin Waluyo disebut-sebut berpeluang menjadi Kepala Dinas Sosial.",
        "Sarmin Waluyo ingin menjadi Kepala Dinas Sosial kelak.",
        "AKBP Sarmin Waluyo dilantik sebagai Kepala Bagian Operasi.",
        "Sarmin Waluyo dilantik sebagai Kepala Desa Suka Makmur.",
        "Lurah terpilih hasil pilur dilantik, antara lain Lurah Hargomulyo Sarmin Waluyo.",
        "Sarmin Waluyo, mantan Kepala Dinas Sosial, menyambut baik pelantikan itu.",
        "Saat ini Sarmin Waluyo menjabat Kepala Dinas Sosial dan tidak ikut dilantik.",
        "Plh Sekda saat ini dijabat Sarmin Waluyo, menunggu pelantikan pejabat definitif.",
    ],
)
def test_speakers_guests_candidates_and_others_do_not_move(text: str) -> None:
    assert moves(text) == []


def test_spans_point_at_the_words() -> None:
    text = "Kepala Dinas Perhubungan Drs. Sarmin Waluyo, M.Si dilantik menjadi Plt. Camat Woha."
    move = only(text)
    assert text[slice(*move.person_span)] == "Sarmin Waluyo"
    assert move.to_span is not None
    assert text[slice(*move.to_span)] == "Plt. Camat Woha"
    assert move.from_span is not None
    assert text[slice(*move.from_span)] == "Kepala Dinas Perhubungan"
    assert 0 < move.confidence <= 1


def test_a_text_without_posts_has_no_moves() -> None:
    assert moves("Hujan deras mengguyur Kota Bima sejak pagi.") == []
