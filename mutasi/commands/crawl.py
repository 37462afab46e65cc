"""`mutasi crawl`: portals to articles in the store, and those to events."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.logging import RichHandler
from rich.progress import TaskID

from crawler.checkup import check_crawled
from crawler.health import Health
from crawler.outcome import CrawlOutcome
from crawler.registry import Portal
from crawler.run import Watcher, crawl_portals
from mutasi.errors import Failure, UsageFailure
from mutasi.new_articles import read_and_tell
from mutasi.options import Db, Evidence
from mutasi.portal_health import SEVERITIES, finding_line
from mutasi.portal_options import Portals, Region, chosen_portals
from mutasi.screen import progress_bar
from mutasi.stores import opened_store


def crawl(
    portal: Annotated[
        list[str] | None, typer.Argument(metavar="[PORTAL]...", help="Portals by id; all without any.")
    ] = None,
    region: Region = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="First day of publication that is wanted."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Last day of publication that is wanted."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="The newest N articles of each portal only.")
    ] = None,
    take_all: Annotated[bool, typer.Option("--all", help="Articles of any subject, not of officials only.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Ask anew for what is stored: what has changed, what is gone.")
    ] = False,
    portals: Portals = None,
    db: Db = None,
    evidence: Evidence = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log what is done, to standard error.")] = False,
) -> None:
    """Crawl portals into the store and read the new articles into events."""
    first, last = since and since.date(), until and until.date()
    if first and last and first > last:
        raise UsageFailure(f"--since {first} is after --until {last}")
    chosen = chosen_portals(portals, portal or (), region)
    console = Console(stderr=True)
    with opened_store(db, create=True) as store, _logging(console, verbose):
        with _progress(chosen, console) as watch:
            outcomes = crawl_portals(
                chosen,
                store,
                since=first,
                until=last,
                limit=limit,
                take_all=take_all,
                again=again,
                evidence=evidence,
                watch=watch,
                log_level="INFO" if verbose else "WARNING",
            )
        for outcome in outcomes:
            sys.stdout.write(_closing_line(outcome) + "\n")
        read_and_tell(store, console)
        judged = check_crawled(store, {one.portal: one.started for one in outcomes if not one.resting_until})
    _tell_health(judged)
    causes = {name: finding_line(health.findings[0]) for name, health in judged.items() if health.state == "failing"}
    causes |= {outcome.portal: outcome.failure for outcome in outcomes if outcome.failure is not None}
    if causes:
        raise Failure("; ".join(f"{one.portal}: {causes[one.portal]}" for one in outcomes if one.portal in causes))


def _tell_health(judged: dict[str, Health]) -> None:
    """Print a line for all that is wrong with portals, whether the crawl itself went well or not."""
    for name, health in judged.items():
        for finding in health.findings:
            sys.stdout.write(f"{name}: {SEVERITIES[finding.severity]}: {finding_line(finding)}\n")


@contextmanager
def _progress(portals: list[Portal], console: Console) -> Iterator[Watcher]:
    """Give a watcher that shows the articles of each portal, on a terminal; elsewhere it shows nothing."""
    tasks: dict[str, TaskID] = {}
    with progress_bar(console) as progress:
        whole = progress.add_task("Portal (portals)", total=len(portals))

        def watch(outcome: CrawlOutcome) -> None:
            if outcome.portal not in tasks:
                tasks[outcome.portal] = progress.add_task(outcome.portal, total=None)
            progress.update(tasks[outcome.portal], total=outcome.expected, completed=outcome.stored)
            if outcome.finished:
                progress.remove_task(tasks.pop(outcome.portal))
                progress.advance(whole)

        yield watch


@contextmanager
def _logging(console: Console, verbose: bool) -> Iterator[None]:
    handler = (
        RichHandler(console=console, show_path=False) if console.is_terminal else logging.StreamHandler(sys.stderr)
    )
    handler.setLevel(logging.INFO if verbose else logging.WARNING)
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


def _closing_line(outcome: CrawlOutcome) -> str:
    if outcome.resting_until:
        until = outcome.resting_until.astimezone().strftime("%Y-%m-%d %H:%M %Z")
        return f"{outcome.portal}: diistirahatkan sampai (left in peace until) {until}, setelah gagal berulang kali"
    counts = (
        f"{outcome.added} baru (added), {outcome.changed} berubah (changed), "
        f"{outcome.unchanged} tetap (unchanged), {outcome.failed} gagal (failed)"
    )
    if outcome.gone:
        counts += f", {outcome.gone} hilang (gone)"
    if outcome.irrelevant:
        counts += f", {outcome.irrelevant} bukan soal pejabat (not about officials)"
    cause = outcome.failure or outcome.first_cause
    lines = [f"{outcome.portal}: {counts}" + (f" – {cause}" if cause else "")]
    lines += [f"{outcome.portal}: jalan lain (another way in): {detour}" for detour in outcome.detours]
    lines += [f"{outcome.portal}: kurang (missing) {gap}" for gap in outcome.gaps]
    return "\n".join(lines)
