"""People named beside posts who enter none, and those who do though they look like heads or speakers."""

from __future__ import annotations

import pytest

from extract.appointments import find_appointments
from extract.folding import fold


@pytest.mark.parametrize(
    "text",
    [
        (
            "3 pejabat akan dilantik. Berdasarkan bocoran, berikut jabatan lama dan kemungkinan jabatan baru:\n"
            "- Sarmin Waluyo (Camat Sape, kemungkinan jabatan baru Kadis Sosial)\n"
            "- Wagino Sutardi (Kadis Sosial, kemungkinan jabatan baru Kepala Bappeda)"
        ),
        "Kepala Dinas Sosial Sarmin Waluyo diisukan akan dimutasi sebagai Kepala Dinas Perikanan.",
        (
            "Sekda baru akan dilantik Kamis. Panitia seleksi sudah menyaring dua nama, yakni Sarmin Waluyo (Staf Ahli "
            "Bupati) dan Wagino Sutardi (Kadis Perkebunan)."
        ),
    ],
)
def test_one_foretold_or_proposed_enters_nothing(text: str) -> None:
    assert find_appointments(fold(text)) == []


@pytest.mark.parametrize(
    "told",
    ["tak mendapatkan jabatan lagi", "tidak lagi mendapat jabatan", "tidak dilantik pada jabatan lain"],
)
def test_one_replaced_and_left_without_a_post_is_removed(told: str) -> None:
    text = f"Camat Sape Sarmin Waluyo digantikan Wagino Sutardi, sedangkan Sarmin Waluyo {told}."
    removed, successor = find_appointments(fold(text))
    assert (removed.from_post, removed.to_post, removed.rule) == ("Camat Sape", None, "removed")
    assert (successor.person, successor.to_post) == ("Wagino Sutardi", "Camat Sape")


def test_a_predecessor_at_the_end_of_service_makes_no_room() -> None:
    text = "Sarmin Waluyo dilantik menjadi Camat Sape menggantikan Wagino Sutardi yang memasuki masa purna bakti."
    (move,) = find_appointments(fold(text))
    assert move.person == "Sarmin Waluyo"


def test_the_name_of_an_illness_or_a_ministry_is_no_person() -> None:
    text = (
        "Sewaktu pandemi Covid ia dicopot. Kini Covid menjabat Kepala Dinas Perikanan. Kemenkumham menjabat Camat Sape."
    )
    assert find_appointments(fold(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Masih ada dua jabatan yang saat ini dijabat Plt:\n"
            "1. Kepala Dinas Sosial dijabat Plt Sarmin Waluyo\n2. Plt Kepala Bappeda Wagino Sutardi"
        ),
        (
            "Yang lowong ialah Kepala Dinas Sosial yang saat ini dijabat Plt Sarmin Waluyo dan Kepala Dinas Perikanan "
            "yang dijabat Plt Wagino Sutardi."
        ),
        (
            "Pejabat yang kini menempati kursi Plt yaitu:Kepala Dinas Sosial - dijabat Plt oleh Sarmin Waluyo\n"
            "Kepala Dinas Perikanan - dijabat Plt oleh Wagino Sutardi"
        ),
    ],
)
def test_those_who_hold_an_acting_post_by_now_are_not_designated(text: str) -> None:
    assert find_appointments(fold(text)) == []


def test_those_who_come_along_to_a_designation_are_not_designated() -> None:
    text = (
        "Bupati Bima menyerahkan SK Plt kepada 21 camat. Penyerahan SK itu turut disaksikan langsung Plt Sekda Bima "
        "Sarmin Waluyo, Plt Kepala BKD Bima Wagino Sutardi, dan Kepala Bagian Hukum Jumadi Lestari."
    )
    assert find_appointments(fold(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Yang dilantik antara lain: Sekretaris Daerah Sarmin Waluyo, dua asisten, serta sejumlah camat.",
            ("Sarmin Waluyo", None, "Sekretaris Daerah"),
        ),
        (
            "Karena penundaan pelantikan, akhirnya Pj Sekda Bima, Sarmin Waluyo dilantik sebagai Plh Bupati Bima.",
            ("Sarmin Waluyo", "Pj Sekda Bima", "Plh Bupati Bima"),
        ),
        (
            "Kata Wagino, mutasi Kepala Dinas Sosial, Sarmin Waluyo menjadi Kepala Dinas Pendidikan, tak mengganggu.",
            ("Sarmin Waluyo", "Kepala Dinas Sosial", "Kepala Dinas Pendidikan"),
        ),
    ],
)
def test_one_who_decides_or_speaks_elsewhere_is_told_from_one_who_is_moved(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    (move,) = find_appointments(fold(text))
    assert (move.person, move.from_post, move.to_post) == expected
