"""What tests of several packages share: an empty database of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from databases import DATABASES, empty_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=DATABASES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the URL of an empty database."""
    with empty_database(request.param, tmp_path) as url:
        yield url
