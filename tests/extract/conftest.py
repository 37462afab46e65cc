"""What the tests of the reader share."""

from __future__ import annotations

import pytest

from extract.pipeline import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Return one reader for all tests; building it loads the tables."""
    return Extractor()
