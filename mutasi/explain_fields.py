"""How the fields of an event are named and coloured where a reading is explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutasi.event_cells import FIELD_HEADINGS

if TYPE_CHECKING:
    from extract.events import Direction


@dataclass(frozen=True, slots=True)
class FieldLook:
    """A field's English name and its colour behind dark letters, and behind light ones."""

    english: str
    on_light: str
    on_dark: str


FIELD_LOOKS = {
    "kind": FieldLook("kind", "#d8dbe0", "#4a4f58"),
    "status": FieldLook("status", "#c9d1d9", "#3d444d"),
    "region": FieldLook("region", "#b4ecc3", "#17613a"),
    "date": FieldLook("date", "#ffe08a", "#7a5400"),
    "official": FieldLook("official", "#b5d6ff", "#1c4f8f"),
    "headcount": FieldLook("head count", "#ffc2b3", "#8a2f1b"),
    "groups": FieldLook("groups", "#fbcbe5", "#7a2257"),
    "eselon": FieldLook("eselon", "#d9c8ff", "#53309a"),
    "wave": FieldLook("wave", "#e3dcb8", "#5c5420"),
    "appointments": FieldLook("appointments", "#b2eaee", "#0b5c66"),
}

FLAG_MEANINGS = {
    "acting_presider": ("dipimpin pejabat sementara", "an acting head presides"),
    "approximate_count": ("jumlah perkiraan", "the count is approximate"),
    "background": ("latar cerita", "told as background"),
    "month_inferred": ("bulan disimpulkan", "the month is inferred"),
    "month_spelling": ("nama bulan salah eja", "the month is misspelled"),
    "postponed": ("ditunda", "postponed"),
    "published_inferred": ("tanggal terbit disimpulkan", "the day of publication is inferred"),
    "quoted": ("dalam kutipan", "inside a quotation"),
    "region_from_portal": ("wilayah dari portal", "the region is the portal's home"),
    "region_several": ("beberapa wilayah mungkin", "several regions are possible"),
    "sum_mismatch": ("rincian tidak sama dengan jumlah", "the groups do not add up"),
    "weekday_conflict": ("hari tidak cocok dengan tanggal", "the weekday contradicts the date"),
    "weekday_inferred": ("tanggal dari nama hari", "the date is inferred from a weekday"),
    "words_differ": ("angka dan kata berbeda", "digits and words differ"),
    "year_inferred": ("tahun disimpulkan", "the year is inferred"),
}
"""What the flags of doubt mean, in Indonesian and in English; a flag that is not here explains itself."""

DIRECTION_MEANINGS: dict[Direction, str] = {
    "up": "naik (up)",
    "lateral": "setara (lateral)",
    "down": "turun (down)",
    "out": "keluar (out)",
}
"""Where a move leads on the eselon ladder, by the levels of its posts."""
INFERRED_LEVELS = ("Eselon menurut tabel jabatan", "inferred")
"""Heading of levels that the article does not state, in Indonesian and in English."""


def field_label(name: str) -> str:
    """Return a field's heading, Indonesian first: `Wilayah (region)`."""
    heading, english = FIELD_HEADINGS[name], FIELD_LOOKS[name].english
    return heading if heading.casefold() == english else f"{heading} ({english})"


def flag_label(flag: str) -> str:
    """Return a flag with its meaning: `year_inferred: tahun disimpulkan (the year is inferred)`."""
    if flag not in FLAG_MEANINGS:
        return flag
    indonesian, english = FLAG_MEANINGS[flag]
    return f"{flag}: {indonesian} ({english})"
