"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = "sqlite:///mutasi.db"

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="MUTASI_DB",
        metavar="URL",
        help=f"The store, as a database URL (sqlite:///FILE or postgresql://...).  \\[default: {DEFAULT_STORE}]",
    ),
]

Evidence = Annotated[
    Path | None,
    typer.Option(
        "--evidence",
        envvar="MUTASI_EVIDENCE",
        metavar="FOLDER",
        help="Where the answers of sites are kept (WARC files).  \\[default: beside the store, mutasi.warc]",
    ),
]


def store_url(value: str | None) -> str:
    """Return the database URL that `--db` (or MUTASI_DB) named, else the default store in this folder."""
    return value or DEFAULT_STORE
