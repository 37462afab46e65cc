"""People named beside posts who enter none: foretold by hearsay, proposed, or left without a post."""

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
