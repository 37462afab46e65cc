"""Who is at work on a portal: one living process at a time."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from desk import HOUR, NOON, PORTAL, Desk, listed

from db import leases
from db.leases import Holder
from db.models import Portal
from db.portal_frontier import LEASE, PortalBusyError, PortalFrontier

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = socket.gethostname()
FAR = Holder("mesin-lain", 4711, "f1")


@pytest.fixture
def living() -> Iterator[Holder]:
    """A process of this machine that goes on for the time of the test."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield Holder(HERE, process.pid, "c3")
    process.kill()
    process.communicate()


@pytest.fixture(scope="module")
def dead() -> Holder:
    """A process of this machine that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return Holder(HERE, process.pid, "d4")


def lease(desk: Desk, holder: Holder, now: datetime = NOON) -> Holder | None:
    with desk.store.writing() as session:
        return leases.lease_portal(session, desk.portal_id, holder, now, now + HOUR)


def test_a_holder_is_found_again_by_its_name() -> None:
    holder = Holder("redaksi:v6", 12, "ab")
    assert Holder.parsed(str(holder)) == holder


def test_a_portal_has_one_holder_who_may_renew(desk: Desk, living: Holder) -> None:
    assert lease(desk, living) is None
    assert lease(desk, living) is None
    assert lease(desk, Holder.this_process()) == living


def test_a_lease_that_has_run_out_is_free(desk: Desk) -> None:
    lease(desk, FAR)
    assert lease(desk, Holder.this_process(), NOON + HOUR / 2) == FAR
    assert lease(desk, Holder.this_process(), NOON + HOUR) is None


def test_a_dead_process_s_lease_is_taken_over_with_what_it_had_claimed(desk: Desk, dead: Holder) -> None:
    lease(desk, dead)
    desk.enter(listed(1))
    assert len(desk.claim(holder=dead)) == 1
    me = Holder.this_process()
    assert lease(desk, me) is None
    assert len(desk.claim(holder=me)) == 1


def test_a_process_of_another_machine_is_not_taken_for_dead(desk: Desk, dead: Holder) -> None:
    elsewhere = Holder("mesin-lain", dead.pid, dead.token)
    lease(desk, elsewhere)
    assert lease(desk, Holder.this_process()) == elsewhere


def test_a_dead_process_whose_number_came_to_this_one_is_dead(desk: Desk) -> None:
    with desk.store.writing() as session:
        portal = session.get_one(Portal, desk.portal_id)
        portal.leased_by, portal.leased_until = str(Holder(HERE, os.getpid(), "e5")), NOON + HOUR
    assert lease(desk, Holder.this_process()) is None


def test_two_crawls_of_one_process_do_not_share_a_portal(desk: Desk) -> None:
    one, other = Holder.this_process(), Holder.this_process()
    assert lease(desk, one) is None
    assert lease(desk, other) == one


def test_what_is_given_back_is_free_at_once(desk: Desk) -> None:
    me = Holder.this_process()
    lease(desk, me)
    desk.enter(listed(1))
    desk.claim(holder=me)
    with desk.store.writing() as session:
        leases.release_portal(session, desk.portal_id, me)
    assert lease(desk, FAR) is None
    assert len(desk.claim(holder=FAR)) == 1


def test_only_who_has_a_portal_gives_it_back(desk: Desk) -> None:
    lease(desk, FAR)
    with desk.store.writing() as session:
        leases.release_portal(session, desk.portal_id, Holder.this_process())
    assert lease(desk, Holder.this_process()) == FAR


def test_a_busy_portal_is_told_with_who_has_it(desk: Desk) -> None:
    first, second = PortalFrontier(desk.store, PORTAL), PortalFrontier(desk.store, PORTAL)
    first.open()
    with pytest.raises(PortalBusyError, match=f"kabarcontoh is being crawled by process {os.getpid()} on {HERE}"):
        second.open()
    first.close()
    second.open()
    second.close()


def test_a_lease_is_renewed_by_who_has_it(desk: Desk) -> None:
    portal = PortalFrontier(desk.store, PORTAL)
    portal.open()
    with desk.store.writing() as session:
        session.get_one(Portal, desk.portal_id).leased_until = datetime.now(UTC) + HOUR / 100
    portal.open()
    with desk.store.reading() as session:
        until = session.get_one(Portal, desk.portal_id).leased_until
    assert until is not None
    assert until > datetime.now(UTC) + LEASE / 2
    portal.close()


def test_who_has_lost_a_portal_claims_nothing_more(desk: Desk, living: Holder) -> None:
    portal = PortalFrontier(desk.store, PORTAL)
    portal.open()
    desk.enter(listed(1))
    lease(desk, living, now=datetime.now(UTC) + LEASE)
    with pytest.raises(PortalBusyError, match=f"kabarcontoh is being crawled by process {living.pid} on {HERE}"):
        portal.claim(4, timedelta(seconds=1))
