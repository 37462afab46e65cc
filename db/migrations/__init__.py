"""Alembic migrations, from the first tables on; `db.schema` runs them."""
