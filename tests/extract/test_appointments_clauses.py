"""Who of two people in one clause is moved, and posts told after a name or in a series without its verb.

Moves are written `person: post left > post entered`, `-` where none is told.
"""

from __future__ import annotations

import pytest

from extract.appointments import find_appointments
from extract.folding import fold


def told(text: str) -> list[str]:
    moves = find_appointments(fold(text))
    return [f"{move.person}: {move.from_post or '-'} > {move.to_post or '-'}" for move in moves]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sarmin Waluyo dilantik Bupati Bima Umar Latif sebagai Sekda, Senin.", ["Sarmin Waluyo: - > Sekda"]),
        (
            "Demikian Sarmin Waluyo, yang ditunjuk Plt Bupati Bima Umar Latif sebagai Plh Kepala Dinas Sosial.",
            ["Sarmin Waluyo: - > Plh Kepala Dinas Sosial"],
        ),
        (
            "Bupati menunjuk Kepala Bappeda Sarmin Waluyo. Kepala Bappeda itu dilantik Umar Latif sebagai Pj Sekda.",
            ["Sarmin Waluyo: Kepala Bappeda > Pj Sekda"],
        ),
        (
            "Ratna Lestari dilantik Bupati Bima Umar Latif di pendopo. Ratna sebelumnya Asisten Administrasi Umum.",
            [],
        ),
    ],
)
def test_who_decides_is_not_moved(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "dr. Ratna Lestari, semula Kepala Puskesmas Woha, kini menjadi Kepala Puskesmas Sape. Penggantinya di "
                "Woha ialah dr. Joko Arifin yang sebelumnya Kepala Puskesmas Monta."
            ),
            [
                "Ratna Lestari: Kepala Puskesmas Woha > Kepala Puskesmas Sape",
                "Joko Arifin: Kepala Puskesmas Monta > Kepala Puskesmas Woha",
            ],
        ),
    ],
)
def test_a_successor_takes_the_post_left(text: str, expected: list[str]) -> None:
    assert told(text) == expected
