"""The reader of this process, loaded once and when it is first needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.pipeline import Extractor


@cache
def reader() -> Extractor:
    """Return the extractor; the first call loads spaCy, which takes a second."""
    from extract.pipeline import Extractor  # only a process that reads needs it

    return Extractor()
