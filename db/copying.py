"""Moves a whole store into an empty one, on the other database or the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, text

from db import correction_models  # noqa: F401 - the metadata knows its tables once it is imported
from db.address import StoreError
from db.models import Base, Region

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Table

    from db.store import Store

_ROWS = 500


def copy_store(source: Store, target: Store, progress: Callable[[str, int, int], None] | None = None) -> dict[str, int]:
    """Copy every row of `source` into `target`, which must be empty, in one transaction; ids and moments stay.

    Returns how many rows each table had, by its name. Reads one state of the source, whatever is written there
    meanwhile. `progress` is called with a table's name, its rows done and their whole number. Raises StoreError where
    the target holds anything, or a database fails: then the target is as empty as it was.
    """
    rows: dict[str, int] = {}
    with source.snapshot() as reading, target.writing() as session:
        writing = session.connection()
        tables = [table for table in Base.metadata.sorted_tables if table.name != Region.__tablename__]
        filled = [table.name for table in tables if writing.execute(select(table).limit(1)).first()]
        if filled:
            raise StoreError(f"{target.name} is not empty ({', '.join(filled)}); name a new database")
        for table in tables:
            rows[table.name] = _copy(reading, writing, table, progress)
            _move_sequence(writing, table)
    return rows


def _copy(
    reading: Connection, writing: Connection, table: Table, progress: Callable[[str, int, int], None] | None
) -> int:
    whole = reading.scalar(select(func.count()).select_from(table)) or 0
    done = 0
    found = reading.execution_options(yield_per=_ROWS).execute(select(table).order_by(*table.primary_key.columns))
    for part in found.mappings().partitions():
        writing.execute(insert(table), [dict(row) for row in part])
        done += len(part)
        if progress:
            progress(table.name, done, whole)
    return done


def _move_sequence(writing: Connection, table: Table) -> None:
    """Let PostgreSQL go on numbering behind the rows that brought their numbers along."""
    key = table.autoincrement_column
    if writing.dialect.name != "postgresql" or key is None:
        return
    last = writing.scalar(select(func.max(key)))
    if last is not None:
        writing.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"),
            {"table": table.name, "column": key.name, "last": last},
        )
