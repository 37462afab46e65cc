"""Leases: who is at work on a portal, so that two processes do not ask one site, and a dead one's work goes on."""

from __future__ import annotations

import os
import socket
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from db.models import FrontierUrl, Portal

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Holder:
    """One process that takes leases; `token` tells it from a later process that happens to have the same number."""

    host: str
    pid: int
    token: str

    @classmethod
    def this_process(cls) -> Holder:
        """Return a new holder for the running process."""
        return cls(socket.gethostname(), os.getpid(), uuid.uuid4().hex[:8])

    @classmethod
    def parsed(cls, name: str) -> Holder:
        """Return the holder that `str(holder)` names."""
        host, pid, token = name.rsplit(":", 2)
        return cls(host, int(pid), token)

    def __str__(self) -> str:
        return f"{self.host}:{self.pid}:{self.token}"

    def is_known_dead(self) -> bool:
        """Tell whether the process has certainly ended; of one on another machine that cannot be told."""
        if self.host != socket.gethostname():
            return False
        if self.pid == os.getpid():
            return self.token not in _own_tokens
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False  # somebody else's process has the number
        return False


_own_tokens: set[str] = set()
"""Tokens of leases that this process holds: the number of a dead process may have come to this one."""


def lease_portal(session: Session, portal_id: int, holder: Holder, now: datetime, until: datetime) -> Holder | None:
    """Take or renew the portal's lease and return None; return who has it where it is another living process.

    Addresses that a dead or late holder had leased are free again afterwards.
    """
    portal = session.scalars(select(Portal).where(Portal.id == portal_id).with_for_update()).one()
    name = str(holder)
    if portal.leased_by not in (None, name) and portal.leased_until is not None:
        other = Holder.parsed(portal.leased_by)
        if portal.leased_until > now and not other.is_known_dead():
            return other
    if portal.leased_by != name:
        session.execute(
            update(FrontierUrl)
            .where(
                FrontierUrl.portal_id == portal_id, FrontierUrl.leased_by.is_not(None), FrontierUrl.leased_by != name
            )
            .values(leased_by=None, leased_until=None)
        )
    portal.leased_by, portal.leased_until = name, until
    _own_tokens.add(holder.token)
    return None


def release_portal(session: Session, portal_id: int, holder: Holder) -> None:
    """Give back the portal and the addresses that `holder` has leased."""
    name = str(holder)
    free = {"leased_by": None, "leased_until": None}
    session.execute(update(FrontierUrl).where(FrontierUrl.leased_by == name).values(free))
    session.execute(update(Portal).where(Portal.id == portal_id, Portal.leased_by == name).values(free))
    _own_tokens.discard(holder.token)
