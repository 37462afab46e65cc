"""Where evidence is, and what is said where it cannot be written or read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.address import StoreAddressError, store_address
from db.articles import KeptRecord

if TYPE_CHECKING:
    from datetime import datetime


class EvidenceError(Exception):
    """Evidence cannot be written or read; the message is one line for the user."""


class Kept(NamedTuple):
    """An answer that is on disk: its record, and the moment it came (WARC-Date), aware, to the microsecond."""

    record: KeptRecord
    moment: datetime


def evidence_folder(store_url: str) -> Path:
    """Return where the evidence of a store is unless the user says: beside a SQLite file, else in this folder.

    Raises StoreAddressError for a URL that can be no store's.
    """
    address = store_address(store_url)
    if address.get_backend_name() == "sqlite":
        return Path(address.database or "").with_suffix(".warc")
    return Path("mutasi.warc")


def chosen_folder(folder: str | None, store_url: str) -> Path:
    """Return `folder` where the user names one, else where the store has its evidence; raises EvidenceError."""
    if folder:
        return Path(folder)
    try:
        return evidence_folder(store_url)
    except StoreAddressError as error:
        raise EvidenceError(str(error)) from error
