"""`mutasi evidence`: the kept page of an article, as the portal answered it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from crawler.evidence.reading import answer_of, read_kept
from db.kept import KeptVersion, kept_versions
from mutasi.errors import Failure, UsageFailure
from mutasi.options import Db, Evidence
from mutasi.screen import output_console
from mutasi.stores import evidence_of, opened_store

if TYPE_CHECKING:
    from rich.console import RenderableType

_PIPED_WIDTH = 240


def evidence(
    url: Annotated[str, typer.Argument(metavar="URL", help="The article's address, as `mutasi show` names it.")],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the kept answer into this file; `-` prints it."),
    ] = None,
    version: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="The version, 1 being the oldest.  \\[default: the newest]")
    ] = None,
    page: Annotated[int, typer.Option(min=1, metavar="N", help="The page, where the article is split.")] = 1,
    db: Db = None,
    evidence: Evidence = None,
) -> None:
    """Show where the pages of an article are kept, version by version; write one as the portal answered it."""
    with opened_store(db) as store:
        versions = kept_versions(store, url)
        folder = evidence_of(db, evidence)
        if not versions:
            raise UsageFailure(f"there is no article {url} in {store.name}")
        if version is not None and version > len(versions):
            raise UsageFailure(f"{url} has {len(versions)} versions, no number {version}")
        if output is None:
            output_console(_PIPED_WIDTH).print(_table(versions, folder))
        else:
            _write(_answer(versions[(version or len(versions)) - 1], folder, page, url), output)


def _answer(version: KeptVersion, folder: Path, page: int, url: str) -> bytes:
    if page > max(len(version.records), 1):
        raise UsageFailure(f"{url} has {len(version.records)} pages in this version, no number {page}")
    if version.records:
        return answer_of(read_kept(folder, version.records[page - 1])).body
    if version.raw is None:
        raise Failure(f"nothing is kept of {url} in this version")
    return version.raw.encode("utf-8", "surrogatepass")


def _write(body: bytes, output: str) -> None:
    try:
        if output == "-":
            sys.stdout.buffer.write(body)
        else:
            Path(output).write_bytes(body)
    except OSError as error:
        raise Failure(f"cannot write {output}: {error.strerror}") from error


def _table(versions: list[KeptVersion], folder: Path) -> RenderableType:
    table = Table()
    for heading in ("Versi", "Diambil (fetched)", "Diganti (replaced)", "Judul (title)", "Disimpan di (kept in)"):
        table.add_column(heading)
    for number, one in enumerate(versions, start=1):
        places = [f"{folder / place.file} @ {place.offset}" for place in one.records]
        table.add_row(
            str(number),
            f"{one.fetched_at:%Y-%m-%d %H:%M:%S} UTC",
            f"{one.replaced_at:%Y-%m-%d %H:%M:%S} UTC" if one.replaced_at else "",
            Text(one.title),  # not markup: newsrooms write [foto], and an outlet may write anything
            Text("\n".join(places) or ("basis data (the store)" if one.raw is not None else "-")),
        )
    return table
