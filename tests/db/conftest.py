"""Stores on both databases: a SQLite file, and a schema of its own in a PostgreSQL server."""

from __future__ import annotations

import os
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from desk import Desk, new_desk
from telling import Newsroom

from db.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POSTGRESQL = "postgresql://127.0.0.1/test"
DATABASES = ["sqlite", "postgresql"]


@contextmanager
def _empty_database(kind: str, folder: Path) -> Iterator[str]:
    """Give the URL of an empty database, which is gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'store.db'}"
        return
    psycopg = pytest.importorskip("psycopg")
    try:
        connection = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError as error:
        reason = f"no PostgreSQL server at {POSTGRESQL}: {str(error).splitlines()[0]}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    schema = f"mutasi_{uuid.uuid4().hex}"
    with connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        try:
            yield f"{POSTGRESQL}?options={quote(f'-csearch_path={schema}')}"
        finally:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=DATABASES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the URL of an empty database."""
    with _empty_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture(scope="module", params=DATABASES)
def shared_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of a database that the tests of a module share, for those that need no new one each."""
    with _empty_database(request.param, tmp_path_factory.mktemp("shared")) as url:
        yield url


@pytest.fixture(scope="module")
def shared_store(shared_url: str) -> Iterator[Store]:
    """Return the open store at the shared URL; it may hold what the test before left."""
    with open_store(shared_url) as opened:
        yield opened


@pytest.fixture
def desk(shared_store: Store) -> Desk:
    """Return the frontier of a portal in a store that has no other."""
    return new_desk(shared_store)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """Return an open, empty store."""
    with open_store(store_url) as opened:
        yield opened


@pytest.fixture
def newsroom(store: Store) -> Newsroom:
    """Return a portal in the empty store, whose articles tell what the test says."""
    return Newsroom(store)
