"""The command line: `mutasi COMMAND`, every command a function of its own file in `mutasi.commands`."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from mutasi.errors import CommandError

COMMANDS = {
    "crawl": "Crawl portals into the store and read the new articles into events.",
    "probe": "Find how a site publishes, and print its registry entry; --write adds it.",
    "replay": "Make articles of kept answers again, without the network, and read the new ones into events.",
    "evidence": "Show where the pages of an article are kept, version by version; write one as the portal answered it.",
    "portals": "List the registered portals: platform, regions, last success and yield.",
    "extract": "Read articles into events, one line out for each line in, in the same order.",
    "explain": "Show what each value of an article's events was read from, and by which rule.",
    "events": "List events in the order of time.",
    "show": "Show one event: its values, the quotes they come from, its sources.",
    "export": "Write events into a file, one row an event, in the order of time.",
    "review": "List the events that nobody has looked at and that are most worth it, the most doubtful first.",
    "correct": "Set values of an event; they hold whatever is read later.",
    "merge": "Make one event of several: EVENT keeps its ID, the others' lead to it.",
    "split": "Make an event of its own of what some sources of an event tell.",
    "reject": "Say that an event is none: no list or export shows it any more.",
    "confirm": "Say that an event is right as it stands; it leaves the review queue.",
    "undo": "Take a correction back; it stays in the log.",
    "corrections": "List what people said of events: what, who, when, why, and what it was before.",
    "db": "Move a whole store into a new one, on the other database or the same.",
    "demo": "Crawl five bundled news portals over HTTP, read their articles, and show the timeline of events.",
}
"""The commands in the order of the help page, each with the first line of its own help."""


class CommandsOnCall(TyperGroup):
    """Lists every command from `COMMANDS` and imports the one that is called.

    spaCy and Scrapy take seconds to import; `mutasi --help` and `mutasi events` need none of them.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: TyperCommand(name, help=line) for name, line in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return name, command and remaining words, the command loaded from its file."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, found if name is None else load_command(name), rest


def load_command(name: str) -> Any:
    """Return the command `name` of `COMMANDS`, made of the function of that name in its file."""
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    alone.command()(getattr(import_module(f"mutasi.commands.{name}"), name))
    return typer.main.get_command(alone)


app = typer.Typer(
    name="mutasi",
    help="Reshuffles of Indonesian local-government officials, read from regional news.",
    cls=CommandsOnCall,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mutasi {version('mutasi')}")
        raise typer.Exit


@app.callback()
def root(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Crawl portals, read their articles into events, query and export them."""


def main() -> None:
    """Run the command line; a CommandError becomes one line on standard error and its exit status."""
    try:
        app()
    except CommandError as error:
        sys.stderr.write(f"mutasi: {error}\n")
        sys.exit(error.exit_code)
