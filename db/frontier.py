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

from db.models import Article, FrontierUrl
from db.saving import Change, save_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.orm import Session

    from db.articles import ArticleRecord
    from db.leases import Holder

State = Literal["seen", "fetched", "failed", "gone", "irrelevant"]
STATES: tuple[State, ...] = get_args(State)
"""seen: to be asked for; fetched: stored; failed: to be tried again; gone: the portal does not have it (any more);
irrelevant: not asked for, by its title, excerpt and address."""

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=10), timedelta(days=7)
"""Before a failed address is asked for again; four times as long after each further failure."""

SOONEST_AGAIN = timedelta(hours=12)
"""Before the page of a stored article is asked for again, where its listing does not tell whether it was changed."""

MOST_ATTEMPTS = 8
"""Failures one after the other after which an address is given up, until it is listed as changed."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An article was had: from its page (`claim`), or whole from a listing (no claim)."""

    record: ArticleRecord
    claim: Claim | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The portal says that the page is as it was (304)."""

    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The page could not be had, for `reason`."""

    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The portal does not have the page (any more), as it answered at that `moment`."""

    claim: Claim
    reason: str
    moment: datetime


Settled = Fetched | Unchanged | Failed | Gone


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
    _update(session, updates)
    passed_over = (url for url, one in by_url.items() if one.judged_by is not None)
    irrelevant = sum(url not in known or known[url].state == "irrelevant" for url in passed_over)
    return Entered(len(new), waiting, irrelevant)


def _update(session: Session, rows: Iterable[dict[str, Any]]) -> None:
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


def settle(session: Session, portal_id: int, answers: Sequence[Settled], now: datetime) -> list[Change | None]:
    """Enter what came of asking; returns for each answer what it changed in the store's articles, None for no article.

    Must be one transaction: an article is stored where its address is settled, and the other way round.
    """
    had = [answer for answer in answers if isinstance(answer, Fetched)]
    saved = save_articles(session, portal_id, [answer.record for answer in had])
    articles = dict(zip(map(id, had), saved, strict=True))
    whole: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    for answer in answers:
        match answer:
            case Fetched(claim=None):
                record = answer.record
                whole.append(_whole(record.url, record.url, record, articles[id(answer)].id, now))
            case Fetched(claim=Claim() as claimed):
                validators = {"etag": answer.etag, "last_modified": answer.last_modified}
                told = {"article_id": articles[id(answer)].id, "published_at": answer.record.published}
                updates.append(_settled(claimed, now, state="fetched", **told, **validators))
            case Unchanged(claim=claimed):
                updates.append(_settled(claimed, now, state="fetched"))
                _mark(session, claimed, gone_at=None)
            case Failed(claim=claimed, reason=reason):
                updates.append(_settled(claimed, now, state="failed", reason=reason, **_pause(claimed, now)))
            case Gone(claim=claimed, reason=reason, moment=moment):
                updates.append(_settled(claimed, now, state="gone", reason=reason))
                _mark(session, claimed, gone_at=moment)
    _keep_whole(session, portal_id, whole)
    _update(session, updates)
    return [articles[id(answer)].change if isinstance(answer, Fetched) else None for answer in answers]


def _mark(session: Session, claimed: Claim, *, gone_at: datetime | None) -> None:
    """Note in the article, where there is one, since when it is gone, or that it is there."""
    of_address = select(FrontierUrl.article_id).where(FrontierUrl.id == claimed.id).scalar_subquery()
    is_otherwise = Article.gone_at.is_(None) if gone_at else Article.gone_at.is_not(None)
    statement = update(Article).where(Article.id == of_address, is_otherwise).values(gone_at=gone_at)
    session.execute(statement, execution_options={"synchronize_session": False})


def _settled(claimed: Claim, now: datetime, **values: Any) -> dict[str, Any]:
    always = {"leased_by": None, "leased_until": None, "asked_at": now}
    return {"id": claimed.id, "attempts": 0, "reason": None, "due_at": None, **always, **values}


def _pause(claimed: Claim, now: datetime) -> dict[str, Any]:
    attempts = claimed.attempts + 1
    pause = min(FIRST_PAUSE * 4**claimed.attempts, LONGEST_PAUSE)
    return {"attempts": attempts, "due_at": now + pause if attempts < MOST_ATTEMPTS else None}


def _whole(url: str, address: str, record: ArticleRecord, article_id: int, now: datetime) -> dict[str, Any]:
    return {
        "url": url,
        "address": address,
        "state": "fetched",
        "title": record.title,
        "published_at": record.published,
        "modified_at": record.modified,
        "judged_by": None,
        "asked_at": now,
        "attempts": 0,
        "reason": None,
        "due_at": None,
        "leased_by": None,
        "leased_until": None,
        "article_id": article_id,
    }


def _keep_whole(session: Session, portal_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """Enter or settle the addresses of articles that a listing brought whole."""
    if not rows:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(FrontierUrl)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in ("url", "address")}
    upsert = statement.on_conflict_do_update(index_elements=["portal_id", "url"], set_=changed)
    session.execute(upsert, [{"portal_id": portal_id, **row} for row in rows])


def keep_known(session: Session, portal_id: int, articles: Sequence[tuple[str, str, ArticleRecord, int]]) -> None:
    """Enter canonical addresses with where they are asked for, their articles and ids, as fetched when these were.

    What the frontier has already stays as it is.
    """
    if not articles:
        return
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    rows = [
        {"portal_id": portal_id, **_whole(url, address, record, article_id, record.fetched_at)}
        for url, address, record, article_id in articles
    ]
    session.execute(dialect.insert(FrontierUrl).on_conflict_do_nothing(), rows)
