"""Acts: who is moved, and whether it happened, by the construction of the sentence."""

from collections.abc import Callable

import pytest

from extract.acts import Act, find_acts
from extract.sentences import split_sentences
from extract.terms import TermFinder


@pytest.fixture(scope="module")
def finder() -> TermFinder:
    return TermFinder()


@pytest.fixture
def acts(finder: TermFinder) -> Callable[[str], list[Act]]:
    def find(text: str) -> list[Act]:
        found = find_acts(text, split_sentences(text), finder.find(text))
        return [act for act in found if act.strong or act.action == "geser"]

    return find


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Bupati Solok melantik 14 pejabat eselon II.", "mutasi", "inside"),
        ("Sebanyak 12 camat dilantik Bupati Tegal.", "mutasi", "inside"),
        ("Sembilan geuchik dilantik Wali Kota Langsa.", "mutasi", "outside"),
        ("Gubernur melantik Bupati dan Wakil Bupati Majene.", "mutasi", "outside"),
        ("Bupati melantik 24 penjabat kepala desa.", "mutasi", "outside"),
        ("Kapolda melantik pejabat utama Polda dan tujuh Kapolres.", "mutasi", "outside"),
        ("Gubernur Maluku melantik tiga Penjabat Bupati.", "penunjukan", "inside"),
        ("Siti Amaliah dilantik menjadi Penjabat Sekda.", "penunjukan", "inside"),
        ("Pj Bupati Tegal melantik enam lurah.", "mutasi", "inside"),
        ("Pelantikan dipimpin Plt Bupati Tegal.", "mutasi", "unknown"),
        ("Wali Kota menunjuk tiga Plt kepala dinas.", "penunjukan", "inside"),
        ("Sebanyak 24 pejabat eselon II mengikuti job fit.", "uji_kompetensi", "inside"),
        ("Pemkab membuka seleksi terbuka empat kepala dinas.", "seleksi_terbuka", "inside"),
        ("Tiga kepala dinas dibebastugaskan dari jabatannya.", "pemberhentian", "inside"),
        ("Menteri Perhubungan melantik 12 pejabat eselon II.", "mutasi", "outside"),
        ("Berbekal izin Menteri Dalam Negeri, pelantikan 40 pejabat eselon III digelar.", "mutasi", "inside"),
        ("Rektor melantik 27 pejabat.", "mutasi", "outside"),
        ("Kepala BPS Provinsi Jambi merotasi sembilan pejabat.", "mutasi", "outside"),
        ("Bupati mengukuhkan 62 kafilah MTQ.", "mutasi", "outside"),
        ("Selamat kepada yang dilantik, jabatan itu amanah.", "mutasi", "unknown"),
        ("Yayasan melantik kepala sekolah yang baru.", "mutasi", "outside"),
        ("Bupati melantik sembilan guru menjadi kepala sekolah.", "mutasi", "inside"),
        ("Bupati mengukuhkan perpanjangan masa jabatan 211 kepala desa.", "mutasi", "outside"),
        ("Sebanyak 112 pegawai diambil sumpah menjadi PNS.", "mutasi", "outside"),
        ("Sebanyak 65 PNS dilantik dalam jabatan fungsional.", "mutasi", "inside"),
        ("Wali Kota melantik 320 guru PPPK.", "mutasi", "outside"),
        ("Kepala dinas menyebut pedagang dipindahkan ke pasar darurat.", "mutasi", "outside"),
        ("Camat yang didemo warga dimutasi.", "mutasi", "inside"),
        ("Lima lurah dilantik camat.", "mutasi", "inside"),
        ("Kemendagri menggelar evaluasi kinerja Pj Bupati Tapin.", "uji_kompetensi", "outside"),
        ("Sebanyak 28 wartawan mengikuti uji kompetensi wartawan.", "uji_kompetensi", "outside"),
        ("Kepala OPD mengikuti rapat evaluasi kinerja triwulan.", "uji_kompetensi", "outside"),
        ("Camat Lengayang digeser jadi staf.", "pemberhentian", "inside"),
        ("Kepala bagian itu dipindahkan menjadi pelaksana di Dinas Sosial.", "pemberhentian", "inside"),
        ("Kepala bagian itu dimutasi menjadi staf ahli.", "mutasi", "inside"),
        ("Tiga kepala dinas dibangkupanjangkan.", "pemberhentian", "inside"),
        ("Sebanyak 52 camat berpindah kursi.", "mutasi", "inside"),
        ("Sebanyak 63 kepala sekolah mendapat tugas baru.", "mutasi", "inside"),
        ("Puluhan pejabat eselon empat beralih ke jabatan fungsional.", "mutasi", "inside"),
        ("Bupati mempercayakan jabatan Plt Kepala BPKAD kepada Mulyadi Sembara.", "penunjukan", "inside"),
        ("Sekda mengemban tugas sebagai Pelaksana Harian Wali Kota mulai Selasa.", "penunjukan", "inside"),
    ],
)
def test_the_one_moved_stands_where_the_voice_of_the_verb_puts_him(
    acts: Callable[[str], list[Act]], text: str, kind: str, subject: str
) -> None:
    found = acts(text)[0]
    assert (found.kind, found.subject) == (kind, subject)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bupati akan melantik 63 pejabat.", "planned"),
        ("Pelantikan 12 camat dijadwalkan Rabu.", "planned"),
        ("Pelantikan lima camat ditunda.", "planned"),
        ("Bupati membatalkan mutasi 74 pejabat.", "cancelled"),
        ("Bupati melantik pejabat yang akan mengisi jabatan kosong.", None),
        ("Setelah sempat ditunda, pelantikan pejabat administrator digelar.", None),
    ],
)
def test_a_cue_before_the_act_gives_its_status(acts: Callable[[str], list[Act]], text: str, status: str | None) -> None:
    assert acts(text)[0].status == status


@pytest.mark.parametrize(
    "text",
    [
        "Bupati menegaskan tidak ada mutasi.",
        "Ini sistem, bukan kode mutasi.",
        "Belum ada rotasi pejabat.",
        "Jabatan itu tidak lagi lewat seleksi terbuka.",
        "Bupati belum memutuskan kapan seleksi terbuka dibuka.",
    ],
)
def test_an_act_that_is_denied_is_no_act(acts: Callable[[str], list[Act]], text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kepala daerah dilarang melantik pejabat.",
        "Jika ada mutasi, semua harus siap.",
        "DPRD minta bupati segera lakukan mutasi pejabat.",
        "Warga mendesak bupati mencopot Kepala Dinas Perhubungan.",
        "Wali kota menegaskan penerapan sistem merit dalam mutasi pejabat.",
        "Sejumlah kepala dinas disebut-sebut bakal digeser.",
    ],
)
def test_policy_talk_is_hypothetical(acts: Callable[[str], list[Act]], text: str) -> None:
    assert acts(text)[0].hypothetical


@pytest.mark.parametrize(
    "text",
    [
        "Bupati meminta 22 pejabat yang dilantik cepat beradaptasi.",
        "Berdasarkan sistem merit, bupati memutasi 55 pejabat.",
        "Bupati meminta Sekda segera menggelar seleksi terbuka kepala dinas.",
    ],
)
def test_a_wish_about_something_else_leaves_the_act_a_fact(acts: Callable[[str], list[Act]], text: str) -> None:
    assert not acts(text)[0].hypothetical


@pytest.mark.parametrize(
    ("text", "circumstance"),
    [
        ("Kepala Dinas PUPR yang dilantik Januari lalu meninjau tanggul.", True),
        ("Sekda yang baru dilantik itu sedang di Mataram.", True),
        ("Belum sebulan dilantik, camat itu meluncurkan layanan antar.", True),
        ("Mantan gubernur memanggil kepala dinas yang pernah dilantik tersangka.", True),
        ("Sebanyak 22 pejabat yang baru dilantik itu menandatangani pakta integritas.", False),
        ("Kepala Dinas PUPR yang dilantik adalah Rahmat Yusuf.", False),
    ],
)
def test_an_oath_that_only_says_who_someone_is_is_a_circumstance(
    acts: Callable[[str], list[Act]], text: str, circumstance: bool
) -> None:
    assert bool(acts(text)[0].modifier) is circumstance


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mulai 1 Februari, Dinas Sosial dipimpin Plt baru.", ["penunjukan"]),
        ("Sembilan puskesmas selama ini dipimpin Plt.", []),
        ("Kursi Sekda yang sudah 11 bulan dijabat Pj disorot pengamat.", []),
        ("Asisten I yang merangkap Plt Kepala BPKAD hadir.", []),
    ],
)
def test_holding_an_acting_post_is_an_act_only_where_it_begins(
    acts: Callable[[str], list[Act]], text: str, kinds: list[str]
) -> None:
    assert [act.kind for act in acts(text)] == kinds


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Kajati melantik tiga pejabat.\nEmpat pejabat eselon IV juga diambil sumpahnya.", ["outside", "outside"]),
        ("Kajati melantik tiga pejabat.\nEmpat camat juga diambil sumpahnya.", ["outside", "inside"]),
        ("Kapolda merotasi 37 perwira.\nBupati Donggala merotasi 20 pejabat.", ["outside", "inside"]),
        ("Wali kota melantik 320 PPPK.\nIa melantik mereka dalam jabatan fungsional.", ["outside", "outside"]),
        ("Bupati melantik 12 camat.\nSebanyak 20 pejabat pengawas juga dilantik.", ["inside", "inside"]),
    ],
)
def test_officials_of_any_service_are_of_the_one_told_first(
    acts: Callable[[str], list[Act]], text: str, subjects: list[str]
) -> None:
    assert [act.subject for act in acts(text)] == subjects
