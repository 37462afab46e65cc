"""CSV: one for programs, one that Excel opens under Indonesian regional settings."""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from db.exports.columns import Column, Value, event_columns
from db.labels import numeric_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.queries import StoredEvent

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written: its encoding, mark between cells, and reader."""

    encoding: str
    delimiter: str
    for_people: bool


FOR_PROGRAMS = Dialect("utf-8", ",", for_people=False)
FOR_EXCEL = Dialect("utf-8-sig", ";", for_people=True)
"""Where the decimal mark is a comma Excel parts cells at semicolons, and without a BOM it takes no file for UTF-8."""


def write_csv(out: IO[str], events: Iterable[StoredEvent], dialect: Dialect) -> int:
    """Write a heading and one row an event to `out` (opened with `newline=""`); returns the number of rows.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    columns = event_columns()
    writer = csv.writer(out, delimiter=dialect.delimiter)  # ends lines with CR LF, as RFC 4180 has it
    writer.writerow(column.heading if dialect.for_people else column.name for column in columns)
    rows = 0
    for event in events:
        writer.writerow(_cell(column, column.value(event), dialect) for column in columns)
        rows += 1
    return rows


def defused(text: str) -> str:
    """Return `text` such that no spreadsheet computes it (OWASP, CSV injection): `=1+1` → `'=1+1`."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(column: Column, value: Value, dialect: Dialect) -> str:
    if value is None:
        return ""
    if dialect.for_people:
        return _cell_for_people(column, value)
    return defused(value) if isinstance(value, str) else str(value)


def _cell_for_people(column: Column, value: Value) -> str:
    if isinstance(value, dt.date):
        return numeric_date(value.isoformat())
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if not isinstance(value, str):
        return str(value)
    if column.labels:
        return column.labels[value]
    if column.type == "partial_date":
        return numeric_date(value)
    if column.name == "region_code_kemendagri":
        # Excel takes 11.10 for a time of day and 32.75 for 3275, BPS's number of a region.
        return f"{value} (Kemendagri)"
    return defused(value)
