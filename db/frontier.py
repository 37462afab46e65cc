"""The frontier: every address that a portal listed as an article's, and what became of it, kept in the store.

A crawl enters what it finds listed, claims what has to be asked for, and settles each answer. An article and the state
of its address change in one transaction, and a claim ends with its holder: a crawl that is killed at any instant leaves
nothing lost and nothing stored twice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from sqlalchemy import Row, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.models import FrontierUrl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.orm import Session

    from db.leases import Holder

State = Literal["seen", "fetched", "failed", "gone", "irrelevant"]
STATES: tuple[State, ...] = get_args(State)
"""seen: to be asked for; fetched: stored; failed: to be tried again; gone: the portal does not have it (any more);
irrelevant: not asked for, by its title, excerpt and address."""

SOONEST_AGAIN = timedelta(hours=12)
"""Before the page of a stored article is asked for again, where its listing does not tell whether it was changed."""

_TABLE = cast("Table", FrontierUrl.__table__)
_AT_ONCE = 500
"""Addresses looked up in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a listing tells of an article before its page is asked for.

    `url` is its canonical address, `address` the one to ask at. `told` are further fields of an ArticleRecord, for what
    the page may not tell. `judged_by` names the terms by which it was judged irrelevant; None where it is wanted.
    """

    url: str
    address: str
    title: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    judged_by: str | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of entering a listing: addresses new to the frontier, wanted ones that wait now, those passed over."""

    new: int
    waiting: int
    irrelevant: int


@dataclass(frozen=True, slots=True)
class Claim:
    """An address that this crawl is to ask for, with what the store knows of it from before."""

    id: int
    url: str
    address: str
    title: str | None
    published: datetime | None
    modified: datetime | None
    told: Mapping[str, Any]
    etag: str | None
    last_modified: str | None
    attempts: int
    is_stored: bool


def enter(session: Session, portal_id: int, listed: Iterable[Listed], now: datetime, *, again: bool = False) -> Entered:
    """Enter what a listing tells; what is known already waits anew only where it may have changed.

    That is where it is listed as changed, or where the listing does not tell changes and the article has become twice
    as old since its page was last asked for. With `again` what is stored or given up waits anew in any case: to be
    asked whether it still is as it was.
    """
    by_url = {one.url: one for one in listed}
    known = _known(session, portal_id, list(by_url))
    new = [one for url, one in by_url.items() if url not in known]
    if new:
        _insert(session, portal_id, new)
    waiting = sum(one.judged_by is None for one in new)
    updates = []
    for url, row in known.items():
        change = _change(row, by_url[url], now, again=again)
        if change is not None:
            updates.append({"id": row.id, **change})
            waiting += change["state"] == "seen"
    update_addresses(session, updates)
    passed_over = (url for url, one in by_url.items() if one.judged_by is not None)
    irrelevant = sum(url not in known or known[url].state == "irrelevant" for url in passed_over)
    return Entered(len(new), waiting, irrelevant)


def update_addresses(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    """Write new values to rows of the frontier, each with its `id`; rows with the same columns go together."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        alike[tuple(sorted(name for name in row if name != "id"))].append({**row, "key": row["id"]})
    for names, group in alike.items():
        statement = update(_TABLE).where(_TABLE.c.id == bindparam("key"))
        session.connection().execute(statement.values({name: bindparam(name) for name in names}), group)


def unknown(session: Session, portal_id: int, urls: Sequence[str]) -> set[str]:
    """Return the canonical addresses that the frontier does not have."""
    return set(urls) - set(_known(session, portal_id, urls))


def _known(session: Session, portal_id: int, urls: Sequence[str]) -> dict[str, Row[Any]]:
    table = _TABLE.c
    found: dict[str, Row[Any]] = {}
    for start in range(0, len(urls), _AT_ONCE):
        wanted = (table.portal_id == portal_id) & table.url.in_(urls[start : start + _AT_ONCE])
        found |= {row.url: row for row in session.execute(select(*table).where(wanted))}
    return found


def _insert(session: Session, portal_id: int, listed: Sequence[Listed]) -> None:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    rows = [
        {
            "portal_id": portal_id,
            "url": one.url,
            "address": one.address,
            "state": "seen" if one.judged_by is None else "irrelevant",
            "title": one.title,
            "published_at": one.published,
            "modified_at": one.modified,
            "told": dict(one.told) or None,
            "judged_by": one.judged_by,
        }
        for one in listed
    ]
    session.execute(dialect.insert(FrontierUrl).on_conflict_do_nothing(), rows)


def _change(row: Row[Any], listed: Listed, now: datetime, *, again: bool) -> dict[str, Any] | None:
    """Return the new values of a known address where the listing changes something about it."""
    is_changed = listed.modified is not None and (
        listed.modified > row.modified_at
        if row.modified_at is not None
        else row.asked_at is not None and listed.modified > row.asked_at
    )
    match row.state:
        case "irrelevant":
            if listed.judged_by == row.judged_by:
                return None
            state = "seen" if listed.judged_by is None else "irrelevant"
        case "seen":
            return None
        case "failed" if row.due_at is not None and not again:
            return None
        case _ if is_changed or again or (listed.modified is None and _may_have_changed(row, now)):
            state = "seen"
        case _:
            return None
    return {
        "state": state,
        "address": listed.address,
        "title": listed.title or row.title,
        "published_at": listed.published or row.published_at,
        "modified_at": listed.modified or row.modified_at,
        "told": dict(listed.told) or row.told,
        "judged_by": listed.judged_by,
        "due_at": None,
        "attempts": 0 if is_changed else row.attempts,
    }


def _may_have_changed(row: Row[Any], now: datetime) -> bool:
    """Tell whether an article has become twice as old since it was asked for: news is corrected while new.

    So is one that was gone and is listed all the same: some sites list an article before its page is there.
    """
    if row.state not in ("fetched", "gone") or row.asked_at is None or row.published_at is None:
        return False
    age_when_asked: timedelta = row.asked_at - row.published_at
    return bool(now - row.asked_at >= max(SOONEST_AGAIN, age_when_asked))


def judge_anew(
    session: Session, portal_id: int, judged_by: str | None, is_wanted: Callable[[str | None, str], bool]
) -> None:
    """Judge by title and address what other terms than `judged_by` (None: any) found irrelevant."""
    table = _TABLE.c
    others = (table.state == "irrelevant") & table.judged_by.is_distinct_from(judged_by)
    rows = session.execute(select(table.id, table.title, table.url).where(table.portal_id == portal_id, others)).all()
    seen = {"state": "seen", "judged_by": None}
    updates = [
        {"key": row.id, **(seen if is_wanted(row.title, row.url) else {"state": "irrelevant", "judged_by": judged_by})}
        for row in rows
    ]
    if updates:
        statement = update(_TABLE).where(table.id == bindparam("key"))
        session.connection().execute(statement.values({name: bindparam(name) for name in seen}), updates)


def claim(session: Session, portal_id: int, holder: Holder, count: int, now: datetime, until: datetime) -> list[Claim]:
    """Lease up to `count` addresses that are to be asked for, newest articles first, to `holder` until `until`."""
    rows: list[FrontierUrl] = []
    for is_dated in (True, False):
        found = [
            row for state in _WAITING for row in _first(session, portal_id, state, is_dated, count - len(rows), now)
        ]
        found.sort(key=lambda row: (-row.published_at.timestamp() if row.published_at else 0.0, row.id))
        rows += found[: count - len(rows)]
    for row in rows:
        row.leased_by, row.leased_until = str(holder), until
    return [
        Claim(
            row.id,
            row.url,
            row.address,
            row.title,
            row.published_at,
            row.modified_at,
            row.told or {},
            row.etag,
            row.last_modified,
            row.attempts,
            row.article_id is not None,
        )
        for row in rows
    ]


_WAITING = ("seen", "failed")


def _first(
    session: Session, portal_id: int, state: str, is_dated: bool, count: int, now: datetime
) -> Sequence[FrontierUrl]:
    """Return the newest waiting addresses in one state, with a date or without: each has its place in the index."""
    if count <= 0:
        return ()
    of_state = (FrontierUrl.portal_id == portal_id) & (FrontierUrl.state == state) & _is_free(now)
    if state == "failed":
        of_state &= FrontierUrl.due_at <= now
    date = FrontierUrl.published_at
    wanted = select(FrontierUrl).where(of_state, date.is_not(None) if is_dated else date.is_(None))
    order = (date.desc(), FrontierUrl.id) if is_dated else (FrontierUrl.id,)
    return session.scalars(wanted.order_by(*order).limit(count).with_for_update(skip_locked=True)).all()


def _is_waiting(now: datetime) -> ColumnElement[bool]:
    return or_(FrontierUrl.state == "seen", (FrontierUrl.state == "failed") & (FrontierUrl.due_at <= now))


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(FrontierUrl.leased_until.is_(None), FrontierUrl.leased_until <= now)


def waiting(session: Session, portal_id: int, now: datetime) -> int:
    """Return how many addresses of the portal are to be asked for."""
    of_portal = (FrontierUrl.portal_id == portal_id) & _is_waiting(now)
    return session.scalar(select(func.count()).select_from(FrontierUrl).where(of_portal)) or 0


def states(session: Session, portal_id: int) -> dict[State, int]:
    """Return how many addresses of the portal are in each state."""
    counted = select(FrontierUrl.state, func.count()).where(FrontierUrl.portal_id == portal_id)
    found = dict(session.execute(counted.group_by(FrontierUrl.state)).all())
    return {state: found.get(state, 0) for state in STATES}
