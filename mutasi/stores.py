"""Opens the store for a command, and ends the command in one clear line where the database fails."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from crawler.evidence.places import EvidenceError, evidence_folder
from db.store import Store, StoreAddressError, StoreError, open_store
from mutasi.errors import Failure, UsageFailure
from mutasi.options import store_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def evidence_of(db: str | None, folder: Path | None) -> Path:
    """Return the folder of the evidence, the one that is named, else that of the store; raises UsageFailure."""
    try:
        return folder or evidence_folder(store_url(db))
    except StoreAddressError as error:
        raise UsageFailure(str(error)) from error


@contextmanager
def opened_store(db: str | None, *, create: bool = False) -> Iterator[Store]:
    """Give the store that `--db` names, made where it is not there if `create`.

    Raises UsageFailure for a URL that names no store, and Failure where the database or the evidence fails, then or
    later within.
    """
    try:
        with open_store(store_url(db), create=create) as store:
            yield store
    except StoreAddressError as error:
        raise UsageFailure(str(error)) from error
    except (StoreError, EvidenceError) as error:
        raise Failure(str(error)) from error
