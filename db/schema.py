"""Brings a database to this version's tables with the packaged Alembic migrations."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from db.address import StoreAddressError, shown
from db.engine import WRITING

_ADVISORY_LOCK = 7236201
"""PostgreSQL's advisory lock under which a store is migrated, so that two programs do not both."""


def alembic_config() -> Config:
    """Return the configuration of the packaged migrations; no alembic.ini is needed."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.set_main_option("path_separator", "os")
    return config


def prepare_schema(engine: Engine, *, create: bool) -> None:
    """Migrate the database to the newest revision, in one transaction.

    Raises StoreAddressError where it holds no store and `create` is false, or where a newer version wrote it.
    """
    name = shown(engine.url)
    if not create and engine.url.get_backend_name() == "sqlite" and not Path(engine.url.database or "").exists():
        raise StoreAddressError(f"{name}: there is no store here; `mutasi crawl` makes one")
    script = ScriptDirectory.from_config(alembic_config())
    with engine.connect() as connection:
        if _is_current(connection, script, name, create=create):
            return
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if not _is_current(connection, script, name, create=create):
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _is_current(connection: Connection, script: ScriptDirectory, name: str, *, create: bool) -> bool:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {entry.revision for entry in script.walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreAddressError(
            f"{name} was written by a newer version of Mutasi (revision {revision}); upgrade Mutasi"
        )
    if revision is None:
        if not create:
            raise StoreAddressError(f"{name}: there is no store here; `mutasi crawl` makes one")
        strangers = {"article", "event", "mention"} & set(inspect(connection).get_table_names())
        if strangers:
            tables = ", ".join(sorted(strangers))
            raise StoreAddressError(f"{name} holds tables of another program ({tables}); name another database")
    return revision == script.get_current_head()
