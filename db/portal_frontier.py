"""One portal's frontier in an open store, as a crawl works with it: leased to this process, each call a transaction."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from db import frontier, leases, listings
from db.address import StoreError
from db.answers import settle
from db.models import Portal
from db.saving import portal_id_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from db.answers import Settled
    from db.frontier import Claim, Entered, Listed, State
    from db.listings import ListingState, Window
    from db.saving import Change
    from db.store import Store

LEASE = timedelta(minutes=10)
"""How long a portal stays leased to a process that gives no sign of life."""


class PortalBusyError(StoreError):
    """Another process is crawling the portal."""


class PortalFrontier:
    """The frontier of a registered portal; `open` leases it to this process, `close` gives it back."""

    def __init__(self, store: Store, portal: str) -> None:
        self._store = store
        self._portal = portal
        self._holder = leases.Holder.this_process()
        with store.reading() as session:
            self._portal_id = portal_id_of(session, portal)

    def open(self) -> None:
        """Lease the portal, or renew the lease; raises PortalBusyError where another living process has it."""
        now = datetime.now(UTC)
        with self._store.writing() as session:
            self._lease(session, now, now + LEASE)

    def _lease(self, session: Session, now: datetime, until: datetime) -> None:
        other = leases.lease_portal(session, self._portal_id, self._holder, now, until)
        if other is not None:
            raise PortalBusyError(f"{self._portal} is being crawled by process {other.pid} on {other.host}")

    def close(self) -> None:
        """Give the portal back, with what is still claimed."""
        with self._store.writing() as session:
            leases.release_portal(session, self._portal_id, self._holder)

    def resting_until(self) -> datetime | None:
        """Return until when the portal is to be left in peace, None where it is not."""
        with self._store.reading() as session:
            return session.get_one(Portal, self._portal_id).resting_until

    def note_crawl(self, *, failed: bool, rest: Callable[[int], timedelta | None]) -> None:
        """Count a crawl that failed by the site's fault, which is then rested for as long as `rest` says, or forget."""
        with self._store.writing() as session:
            portal = session.get_one(Portal, self._portal_id, with_for_update=True)
            portal.failures = portal.failures + 1 if failed else 0
            pause = rest(portal.failures)
            portal.resting_until = datetime.now(UTC) + pause if pause else None

    def enter(self, listed: Iterable[Listed], *, again: bool = False) -> Entered:
        """Enter what a listing tells (see `db.frontier.enter`)."""
        with self._store.writing() as session:
            return frontier.enter(session, self._portal_id, listed, datetime.now(UTC), again=again)

    def judge_anew(self, judged_by: str | None, is_wanted: Callable[[str | None, str], bool]) -> None:
        """Judge by title and address what other terms found irrelevant (see `db.frontier.judge_anew`)."""
        with self._store.writing() as session:
            frontier.judge_anew(session, self._portal_id, judged_by, is_wanted)

    def unknown(self, urls: Sequence[str]) -> set[str]:
        """Return the addresses that were never listed before."""
        with self._store.reading() as session:
            return frontier.unknown(session, self._portal_id, urls)

    def claim(self, count: int, each: timedelta) -> list[Claim]:
        """Lease up to `count` addresses to be asked for, of which one takes up to about `each`.

        Raises PortalBusyError where the portal has come to another process, as after a long sleep of this machine.
        """
        now = datetime.now(UTC)
        until = now + max(LEASE, 2 * count * each)
        with self._store.writing() as session:
            self._lease(session, now, until)
            return frontier.claim(session, self._portal_id, self._holder, count, now, until)

    def settle(self, answers: Sequence[Settled]) -> list[Change | None]:
        """Store what came of asking, all of it or nothing (see `db.answers.settle`)."""
        with self._store.writing() as session:
            return settle(session, self._portal_id, answers, datetime.now(UTC))

    def waiting(self) -> int:
        """Return how many addresses are to be asked for now."""
        with self._store.reading() as session:
            return frontier.waiting(session, self._portal_id, datetime.now(UTC))

    def states(self) -> dict[State, int]:
        """Return how many addresses are in each state."""
        with self._store.reading() as session:
            return frontier.states(session, self._portal_id)

    def listing(self, url: str) -> ListingState:
        """Return how far the listing at `url` was read."""
        with self._store.reading() as session:
            return listings.listing_state(session, self._portal_id, url)

    def known_listings(self, urls: Sequence[str]) -> set[str]:
        """Return the addresses at which a listing was read before."""
        with self._store.reading() as session:
            return listings.known_listings(session, self._portal_id, urls)

    def note_listing(self, url: str, state: ListingState) -> None:
        """Note how far the listing was read, once all that it listed is in the store."""
        with self._store.writing() as session:
            listings.note_listing(session, self._portal_id, url, state, datetime.now(UTC))

    def closed_windows(self, first_day: date, last_day: date) -> list[Window]:
        """Return the closed windows within the days."""
        with self._store.reading() as session:
            return listings.closed_windows(session, self._portal_id, first_day, last_day)

    def close_window(self, window: Window) -> None:
        """Note that a window was listed to its end."""
        with self._store.writing() as session:
            listings.close_window(session, self._portal_id, window, datetime.now(UTC))

    def newest_of(self, urls: Collection[str]) -> tuple[datetime | None, int]:
        """Return when the newest of the addresses was published, and of how many that is not known."""
        with self._store.reading() as session:
            return listings.newest_of(session, self._portal_id, urls, datetime.now(UTC))

    def stored_between(self, start: datetime, end: datetime) -> int:
        """Return how many articles published in that time the store has."""
        with self._store.reading() as session:
            return listings.stored_between(session, self._portal_id, start, end)

    def unlisted_between(self, start: datetime, end: datetime, listed: Collection[str]) -> list[str]:
        """Return the addresses of stored articles of that time that a listing does not name."""
        with self._store.reading() as session:
            return listings.unlisted_between(session, self._portal_id, start, end, listed)
