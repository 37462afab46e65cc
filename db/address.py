"""Database URLs: which a store can have, and what is wrong with the others."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_EXAMPLES = "sqlite:///FILE or postgresql://HOST/DATABASE"
_POSTGRESQL = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_SQLITE = frozenset({"sqlite", "sqlite+pysqlite"})


class StoreError(Exception):
    """A store cannot be opened, read or written; the message is one line for the user."""


class StoreAddressError(StoreError):
    """The URL itself is wrong, or what it names is no store of ours: the user can mend it."""


def store_address(url: str) -> URL:
    """Return `url` with the driver that a store uses; raises StoreAddressError for one that can be none."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreAddressError(f"{url!r} is no database URL; write {_EXAMPLES}") from error
    if address.drivername in _SQLITE:
        return _sqlite_address(address)
    if address.drivername in _POSTGRESQL:
        if importlib.util.find_spec("psycopg") is None:
            raise StoreAddressError("PostgreSQL needs psycopg: pip install 'mutasi[postgresql]'")
        return address.set(drivername="postgresql+psycopg")
    raise StoreAddressError(f"{shown(address)}: no such kind of database as {address.drivername!r}; write {_EXAMPLES}")


def shown(address: URL) -> str:
    """Return the URL as a message may show it: without its password, and without the driver that we chose."""
    name = address.drivername.split("+")[0]
    return address.set(drivername=name).render_as_string(hide_password=True)


def _sqlite_address(address: URL) -> URL:
    if address.host is not None:
        raise StoreAddressError(f"{shown(address)}: a file's URL has three slashes; write sqlite:///{address.host}")
    if not address.database or address.database == ":memory:" or address.database.startswith("file:"):
        raise StoreAddressError(f"{shown(address)} names no file; write sqlite:///FILE")
    path = Path(address.database)
    if path.is_dir():
        raise StoreAddressError(f"{shown(address)}: {path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise StoreAddressError(f"{shown(address)}: there is no folder {path.parent}; make it first")
    return address.set(drivername="sqlite+pysqlite")
