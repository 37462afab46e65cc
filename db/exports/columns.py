"""The columns of an event in every tabular export: name, heading, meaning, and how the value is had."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from db.labels import KIND_LABELS, PRECISION_LABELS, STATUS_LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from db.queries import StoredEvent

Value = str | int | float | dt.date | None
Type = Literal["string", "code", "partial_date", "date", "integer"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` for programs, `heading` for Indonesian readers, `meaning` for the codebook.

    A `code` is text that looks like a number; a `partial_date` is ISO 8601 as precisely as it is told. `labels` read
    coded values for people.
    """

    name: str
    heading: str
    type: Type
    meaning: str
    value: Callable[[StoredEvent], Value]
    labels: Mapping[str, str] | None = None


def event_columns() -> tuple[Column, ...]:
    """Return the columns of an event, in the order in which every tabular export has them."""
    return (
        Column("event_id", "ID Peristiwa", "code", "The event's id; it never changes.", lambda event: event.id),
        Column(
            "date",
            "Tanggal",
            "partial_date",
            "The day the event takes or took place, as precisely as the sources tell: YYYY-MM-DD, YYYY-MM or YYYY.",
            lambda event: event.date,
        ),
        Column(
            "date_precision",
            "Ketelitian Tanggal",
            "string",
            "day, month or year.",
            lambda event: event.date_precision,
            PRECISION_LABELS,
        ),
        Column(
            "first_published",
            "Pertama Diberitakan",
            "date",
            "The day on which the first of the sources was published, in its portal's time zone.",
            lambda event: event.first_published,
        ),
        Column(
            "region_code_kemendagri",
            "Kode Wilayah (Kemendagri)",
            "code",
            "Kemendagri's (not BPS's) code of the government whose posts change: 32 a province, 32.75 a kota.",
            lambda event: event.region,
        ),
        Column("region_name", "Wilayah", "string", "The region's name.", lambda event: event.region_name),
        Column(
            "kind",
            "Jenis",
            "string",
            "mutasi, penunjukan, uji_kompetensi, seleksi_terbuka or pemberhentian.",
            lambda event: event.kind,
            KIND_LABELS,
        ),
        Column(
            "status", "Status", "string", "realized, planned or cancelled.", lambda event: event.status, STATUS_LABELS
        ),
        Column(
            "official",
            "Pejabat yang Melantik/Memutuskan",
            "string",
            "Who presides over the oath, or decides where nobody presides; empty where only the office is told.",
            lambda event: event.official.name if event.official else None,
        ),
        Column(
            "office",
            "Jabatan Pelantik",
            "string",
            "The office of that official: Gubernur, Bupati, Wali Kota, Sekretaris Daerah ...",
            lambda event: event.official.office if event.official else None,
        ),
        Column(
            "acting",
            "Status Penjabat",
            "string",
            "Pj, Plt, Plh or Pjs where the official holds the office for the time being.",
            lambda event: event.official.acting if event.official else None,
        ),
        Column(
            "headcount",
            "Jumlah Pejabat",
            "string",
            "How many officials the event moves: a number, or belasan, puluhan, ratusan, ribuan, sejumlah.",
            lambda event: event.headcount,
        ),
        Column(
            "headcount_least",
            "Jumlah Paling Sedikit",
            "integer",
            "The least that the head count means (puluhan: 20).",
            lambda event: event.headcount_least,
        ),
        Column(
            "headcount_greatest",
            "Jumlah Paling Banyak",
            "integer",
            "The most that the head count means (puluhan: 99); empty where it is open.",
            lambda event: event.headcount_greatest,
        ),
        Column(
            "eselon",
            "Eselon",
            "string",
            "The levels stated for those moved, I to V, with the letter where told, parted by comma and blank.",
            lambda event: ", ".join(event.eselon),
        ),
        Column(
            "wave",
            "Gelombang",
            "integer",
            "Which wave of a reshuffle it is, where told: gelombang kedua, tahap II.",
            lambda event: event.wave,
        ),
        Column(
            "appointments",
            "Jumlah Nama",
            "integer",
            "How many of those moved are named.",
            lambda event: len(event.appointments),
        ),
        Column(
            "sources", "Jumlah Sumber", "integer", "How many articles tell of it.", lambda event: len(event.sources)
        ),
        Column(
            "source_urls",
            "Tautan Sumber",
            "string",
            "The articles' URLs, the one published first standing first, parted by ' | '.",
            lambda event: " | ".join(source.url for source in event.sources),
        ),
        Column(
            "quote",
            "Kutipan",
            "string",
            "The sentence of the first source that carries most of these values.",
            lambda event: next((source.quote for source in event.sources if source.quote), None),
        ),
    )
