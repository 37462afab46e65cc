"""The command line: `mutasi COMMAND`, every command from its own file in `mutasi.commands`."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from mutasi.commands.extract import extract
from mutasi.errors import CommandError

app = typer.Typer(
    name="mutasi",
    help="Reshuffles of Indonesian local-government officials, read from regional news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (extract,):
    app.command()(command)


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
