"""Fills the store's regions from the table that `extract` reads with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from db.models import Region
from extract.region_table import regions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_Row = dict[str, str | None]


def outdated_regions(session: Session) -> tuple[list[_Row], list[_Row]]:
    """Return the regions that the store lacks, and those that it knows otherwise than this version."""
    columns = Region.__table__.columns
    stored = {row["code"]: dict(row) for row in session.execute(select(*columns)).mappings()}
    wanted = _rows()
    lacking = [row for row in wanted if row["code"] not in stored]
    return lacking, [row for row in wanted if row["code"] in stored and stored[row["code"]] != row]


def bring_regions_up_to_date(session: Session) -> None:
    """Enter new regions and change renamed ones; a code that is no more stays, for the events that bear it."""
    lacking, changed = outdated_regions(session)
    if lacking:
        session.execute(insert(Region), lacking)
    if changed:
        session.execute(update(Region), changed)


def _rows() -> list[_Row]:
    return [
        {
            "code": code,
            "level": region.level,
            "name": region.full_name,
            "province_code": region.province,
            "bps_code_2018": region.bps_code_2018 or None,
            "iso_3166_2": region.iso_3166_2 or None,
        }
        for code, region in regions().items()
    ]
