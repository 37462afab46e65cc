"""The filters of events as options of a command, the same for every command that takes them."""

from __future__ import annotations

from typing import Annotated

import typer

from db.filters import EventFilters, FilterError, event_filters
from db.values import KINDS, STATUSES
from mutasi.errors import UsageFailure

_PANEL = "Filters"

Region = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        metavar="CODE",
        rich_help_panel=_PANEL,
        help="Kemendagri code: 32.75, or 32 for a province with its kabupaten and kota. May be given several times.",
    ),
]
Kind = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", rich_help_panel=_PANEL, help=f"One of {', '.join(KINDS)}.")
]
Status = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", rich_help_panel=_PANEL, help=f"One of {', '.join(STATUSES)}."),
]
Official = Annotated[
    str | None,
    typer.Option(
        "--official", metavar="NAME", rich_help_panel=_PANEL, help="Part of the name or office of who presided."
    ),
]
Person = Annotated[
    str | None,
    typer.Option("--person", metavar="NAME", rich_help_panel=_PANEL, help="Part of the name of someone moved."),
]
Eselon = Annotated[
    list[str] | None,
    typer.Option("--eselon", metavar="LEVEL", rich_help_panel=_PANEL, help="II (II.a and II.b too), II.b, III.a ..."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DATE",
        rich_help_panel=_PANEL,
        help="From 2024-05-03, 2024-05 or 2024 on. An event without a day counts by its first publication.",
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", rich_help_panel=_PANEL, help="Up to and with that day, month or year."),
]
Text = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", rich_help_panel=_PANEL, help="Words that one of its articles contains."),
]


def chosen_filters(
    *,
    region: list[str] | None,
    kind: list[str] | None,
    status: list[str] | None,
    official: str | None,
    person: str | None,
    eselon: list[str] | None,
    since: str | None,
    until: str | None,
    text: str | None,
) -> EventFilters:
    """Return the filters that the options name; raises UsageFailure for a value that no event can have."""
    try:
        return event_filters(
            region=region or (),
            kind=kind or (),
            status=status or (),
            official=official,
            person=person,
            eselon=eselon or (),
            since=since,
            until=until,
            text=text,
        )
    except FilterError as error:
        raise UsageFailure(str(error)) from error
