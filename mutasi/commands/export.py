"""`mutasi export`: events into a file for another program."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from db.exports.csv import FOR_EXCEL, FOR_PROGRAMS, write_csv
from db.queries import find_events
from mutasi import filter_options
from mutasi.errors import UsageFailure
from mutasi.options import Db
from mutasi.output import STANDARD_STREAM, whole_output
from mutasi.stores import opened_store

_FORMATS = ("csv",)


def export(
    file_format: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(_FORMATS)}.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where the events go; `-` is standard output.")
    ],
    excel: Annotated[
        bool,
        typer.Option("--excel", help="A CSV that Excel opens under Indonesian settings: BOM, `;`, dates DD/MM/YYYY."),
    ] = False,
    region: filter_options.Region = None,
    kind: filter_options.Kind = None,
    status: filter_options.Status = None,
    official: filter_options.Official = None,
    person: filter_options.Person = None,
    eselon: filter_options.Eselon = None,
    since: filter_options.Since = None,
    until: filter_options.Until = None,
    text: filter_options.Text = None,
    db: Db = None,
) -> None:
    """Write events into a file, one row an event, in the order of time."""
    if file_format.lower() not in _FORMATS:
        raise UsageFailure(f"no such format: {file_format}; one of {', '.join(_FORMATS)}")
    filters = filter_options.chosen_filters(
        region=region,
        kind=kind,
        status=status,
        official=official,
        person=person,
        eselon=eselon,
        since=since,
        until=until,
        text=text,
    )
    dialect = FOR_EXCEL if excel else FOR_PROGRAMS
    with opened_store(db) as store, whole_output(output, encoding=dialect.encoding) as out:
        rows = write_csv(out, find_events(store, filters), dialect)
    if output != STANDARD_STREAM:
        sys.stderr.write(f"{output}: {rows} peristiwa (events)\n")
