"""Runs the migrations on the connection that `db.schema` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

from db.models import Base


def _run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        # SQLite can alter a table only by copying it, which batch operations do.
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
    )
    context.run_migrations()


_run()
