"""What spiders hand to the pipeline, in the order in which it has to reach the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.answers import Failed, Fetched, Gone, Unchanged

if TYPE_CHECKING:
    from datetime import date

    from db.listings import ListingState


@dataclass(frozen=True, slots=True)
class ListingRead:
    """The listing at `url` was read to `state`, and all that it listed was handed on before."""

    url: str
    state: ListingState


@dataclass(frozen=True, slots=True)
class WindowListed:
    """The days were listed to their end, the portal announcing so many articles there where it says."""

    first_day: date
    last_day: date
    announced: int | None


Item = Fetched | Unchanged | Failed | Gone | ListingRead | WindowListed
