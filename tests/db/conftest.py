"""Stores on both databases: a SQLite file, and a schema of its own in a PostgreSQL server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from databases import DATABASES, empty_database
from desk import Desk, new_desk
from telling import Newsroom

from db.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module", params=DATABASES)
def shared_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of a database that the tests of a module share, for those that need no new one each."""
    with empty_database(request.param, tmp_path_factory.mktemp("shared")) as url:
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
