"""How coded values read in Indonesian, in tables and in files for people."""

from __future__ import annotations

KIND_LABELS = {
    "mutasi": "mutasi",
    "penunjukan": "penunjukan Plt/Pj",
    "uji_kompetensi": "uji kompetensi",
    "seleksi_terbuka": "seleksi terbuka",
    "pemberhentian": "pemberhentian",
}
STATUS_LABELS = {"realized": "terlaksana", "planned": "rencana", "cancelled": "batal"}
REVIEW_LABELS = {"confirmed": "dikonfirmasi", "rejected": "ditolak"}
PRECISION_LABELS = {"day": "hari", "month": "bulan", "year": "tahun"}

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def written_date(date: str) -> str:
    """Return a date as Indonesians write it, as precisely as it is told: `2026-02-06` → `6 Februari 2026`."""
    year, *rest = date.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def numeric_date(date: str) -> str:
    """Return a date as DD/MM/YYYY, as precisely as it is told: `2026-02` → `02/2026`."""
    return "/".join(reversed(date.split("-")))
