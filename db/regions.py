"""Fills the store's regions from the table that `extract` reads with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Region
from extract.region_table import regions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def regions_are_current(session: Session) -> bool:
    """Tell whether the store has every region as this version knows it."""
    columns = Region.__table__.columns
    stored = {row.code: tuple(row) for row in session.execute(select(*columns))}
    return all(stored.get(code) == tuple(row[column.name] for column in columns) for code, row in _rows().items())


def bring_regions_up_to_date(session: Session) -> None:
    """Enter new regions and change renamed ones; a code that is no more stays, for the events that bear it."""
    for row in _rows().values():
        session.merge(Region(**row))


def _rows() -> dict[str, dict[str, str | None]]:
    return {
        code: {
            "code": code,
            "level": region.level,
            "name": region.full_name,
            "province_code": region.province,
            "bps_code_2018": region.bps_code_2018 or None,
            "iso_3166_2": region.iso_3166_2 or None,
        }
        for code, region in regions().items()
    }
