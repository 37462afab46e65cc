"""`mutasi show`: one event with its values, the words that carry them, and its sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from db.labels import KIND_LABELS, REVIEW_LABELS, STATUS_LABELS, written_date
from db.queries import Source, StoredAppointment, StoredEvent, get_event, is_retired
from mutasi.errors import UsageFailure
from mutasi.event_cells import FIELD_HEADINGS, official_line
from mutasi.options import Db
from mutasi.screen import output_console
from mutasi.stores import opened_store

if TYPE_CHECKING:
    from rich.console import RenderableType

_PIPED_WIDTH = 240


def show(
    event_id: Annotated[str, typer.Argument(metavar="EVENT", help="The event's ID, as `mutasi events` lists it.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the event as JSON.")] = False,
    db: Db = None,
) -> None:
    """Show one event: its values, the quotes they come from, its sources."""
    wanted = event_id.strip().lower()
    with opened_store(db) as store:
        event = get_event(store, wanted)
        if event is None and is_retired(store, wanted):
            raise UsageFailure(f"event {wanted} is no more: no article tells it since it was read anew")
    if event is None:
        raise UsageFailure(f"there is no event {wanted!r}; `mutasi events` lists them")
    if as_json:
        typer.echo(json.dumps(event.as_dict(), ensure_ascii=False, indent=2))
        return
    output_console(_PIPED_WIDTH).print(_page(event, wanted))


def _page(event: StoredEvent, wanted: str) -> RenderableType:
    parts: list[RenderableType] = []
    if event.id != wanted:
        parts.append(Text(f"{wanted} kini bagian dari {event.id} (is now part of it).\n"))
    parts.append(_values(event))
    if event.appointments:
        parts += [Text("\nMutasi jabatan (appointments)", style="bold"), _appointments(event.appointments)]
    parts.append(Text(f"\nSumber (sources): {len(event.sources)}", style="bold"))
    for number, source in enumerate(event.sources, start=1):
        parts.append(_source(number, source))
    parts.append(Text("\nHalaman sumber tersimpan (the kept page of a source): mutasi evidence URL -o FILE"))
    return Group(*parts)


def _values(event: StoredEvent) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()
    code = f" (Kemendagri {event.region})" if event.region else ""
    rows = {
        "Peristiwa (event)": event.id,
        "Jenis (kind)": KIND_LABELS[event.kind],
        "Status": STATUS_LABELS[event.status],
        "Wilayah (region)": f"{event.region_name or '-'}{code}",
        "Tanggal (date)": written_date(event.date) if event.date else "-",
        "Pejabat (official)": official_line(event.official),
        "Jumlah (head count)": _headcount(event),
        "Eselon": ", ".join(event.eselon) or "-",
        "Keyakinan (confidence)": f"{event.confidence:.2f}".replace(".", ","),
    }
    if event.follows:
        rows["Menindaklanjuti (follows)"] = f"{event.follows} (rencana)"
    if event.wave:
        rows["Gelombang (wave)"] = str(event.wave)
    if event.conflicts:
        rows["Sumber berbeda (sources differ)"] = ", ".join(event.conflicts)
    if event.corrected:
        rows["Diralat (corrected)"] = ", ".join(event.corrected)
    if event.review:
        rows["Diperiksa (reviewed)"] = REVIEW_LABELS[event.review]
    if event.flags:
        rows["Catatan (flags)"] = ", ".join(event.flags)
    for heading, value in rows.items():
        table.add_row(heading, Text(value))
    return table


def _headcount(event: StoredEvent) -> str:
    if event.headcount is None or isinstance(event.headcount, int):
        return "-" if event.headcount is None else str(event.headcount)
    greatest = "..." if event.headcount_greatest is None else str(event.headcount_greatest)
    return f"{event.headcount} ({event.headcount_least}-{greatest})"


def _appointments(appointments: tuple[StoredAppointment, ...]) -> Table:
    table = Table("Nama", "Jabatan lama (from)", "Jabatan baru (to)")
    for one in appointments:
        table.add_row(Text(one.person), Text(one.from_post or "-"), Text(one.to_post or "-"))
    return table


def _source(number: int, source: Source) -> RenderableType:
    published = source.published.strftime("%d/%m/%Y %H:%M") if source.published else "tanpa tanggal (undated)"
    head = Text(f"{number}. {source.title or '-'}\n   {source.portal}, {published}\n   {source.url}")
    quotes = Table.grid(padding=(0, 2))
    quotes.add_column(width=3)
    quotes.add_column()
    quotes.add_column()
    if source.quote:
        quotes.add_row("", Text("Kutipan", style="bold"), Text(f"“{source.quote}”"))
    for field, spans in source.evidence.items():
        quotes.add_row("", Text(FIELD_HEADINGS.get(field, field), style="bold"), Text(_quoted(spans)))
    return Group(head, quotes)


def _quoted(spans: list[dict[str, Any]]) -> str:
    return " … ".join(f"“{' '.join(span['quote'].split())}”" for span in spans)
