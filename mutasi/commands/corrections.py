"""`mutasi corrections`: the log of what people said of events."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from db.corrections import corrections as logged
from mutasi.correction_options import event_id_of
from mutasi.options import Db
from mutasi.screen import output_console
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from db.correction_models import Correction

_PIPED_WIDTH = 240


def corrections(
    event: Annotated[str | None, typer.Argument(metavar="[EVENT]", help="Of this event only.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, with the sources' URLs: a file for others.")
    ] = False,
    db: Db = None,
) -> None:
    """List what people said of events: what, who, when, why, and what it was before."""
    with opened_store(db) as store:
        entries = logged(store, event and event_id_of(event))
    if as_json:
        for entry in entries:
            sys.stdout.write(json.dumps(_as_dict(entry), ensure_ascii=False) + "\n")
    elif entries:
        output_console(_PIPED_WIDTH).print(_table(entries))
    else:
        typer.echo("Belum ada ralat (no correction yet).")


def _table(entries: list[Correction]) -> Table:
    table = Table(title="Ralat (corrections)", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in (
        "Nomor",
        "Peristiwa",
        "Tindakan",
        "Semula (before)",
        "Menjadi (now)",
        "Oleh (by)",
        "Kapan",
        "Alasan",
    ):
        table.add_column(heading, overflow="fold")
    for entry in entries:
        act = entry.action if entry.field is None else f"{entry.action} {entry.field}"
        reason = entry.reason
        if entry.undone_at is not None:
            act += " (dibatalkan, taken back)"
            reason += f" – dibatalkan oleh {entry.undone_by} {entry.undone_at:%Y-%m-%d}: {entry.undone_reason}"
        cells = (
            str(entry.id),
            entry.event_id,
            act,
            _written(entry.before),
            _written(entry.value),
            entry.made_by,
            f"{entry.made_at.astimezone():%Y-%m-%d %H:%M}",
            reason,
        )
        table.add_row(*map(Text, cells))
    return table


def _written(value: Any) -> str:
    if value is None:
        return "-"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _as_dict(entry: Correction) -> dict[str, Any]:
    return {
        "id": entry.id,
        "event": entry.event_id,
        "action": entry.action,
        "field": entry.field,
        "value": entry.value,
        "before": entry.before,
        "reason": entry.reason,
        "by": entry.made_by,
        "at": entry.made_at.isoformat(),
        "undone": None
        if entry.undone_at is None
        else {"by": entry.undone_by, "at": entry.undone_at.isoformat(), "reason": entry.undone_reason},
        "sources": [
            {"url": placement.article.url, "event": placement.event_id, "told": placement.told}
            for placement in entry.placements
        ],
    }
