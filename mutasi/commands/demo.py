"""`mutasi demo`: the whole job on the bundled portal, from crawling to a timeline."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy import URL

from crawler.outcome import CrawlOutcome
from crawler.registry import RegistryError, load_registry
from crawler.run import crawl_portals
from db.exports.csv import FOR_PROGRAMS, write_csv
from db.queries import StoredEvent, find_events
from db.reading import ReadingSummary, read_new_articles
from db.store import Store
from mutasi.demo.outlets import demo_outlets
from mutasi.demo.server import REGISTRY_NAME, PortTakenError, demo_portals
from mutasi.errors import Failure, UsageFailure
from mutasi.event_cells import event_table
from mutasi.output import whole_output
from mutasi.screen import output_console, progress_bar
from mutasi.stores import opened_store

STORE_NAME, TIMELINE_NAME = "mutasi.db", "timeline.csv"
_PIPED_WIDTH = 130


def demo(
    folder: Annotated[
        Path, typer.Option("--folder", metavar="DIR", help="Where the demo keeps its store and its timeline.")
    ] = Path("demo"),
) -> None:
    """Crawl five bundled news portals over HTTP, read their articles, and show the timeline of events."""
    _prepare(folder)
    database = URL.create("sqlite", database=str(folder / STORE_NAME)).render_as_string()
    with opened_store(database, create=True) as store:
        outcomes, reading = _collected(folder, store)
        found = list(find_events(store))
        articles = sum(status.articles for status in store.portal_status().values())
    timeline = folder / TIMELINE_NAME
    with whole_output(str(timeline), encoding=FOR_PROGRAMS.encoding) as out:
        write_csv(out, found, FOR_PROGRAMS)
    output_console(_PIPED_WIDTH).print(event_table("Linimasa (timeline)", found, with_id=False))
    typer.echo(_account(outcomes, articles, reading))
    typer.echo(f"Linimasa (timeline): {timeline}")
    typer.echo("\nSelanjutnya (next):")
    for command in _next_commands(found, folder, database):
        typer.echo(f"  {command}")


def _prepare(folder: Path) -> None:
    """Make the folder; raise UsageFailure where it holds a store or timeline that is not a demo's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageFailure(f"--folder {folder}: {error.strerror}") from error
    if (folder / REGISTRY_NAME).exists():
        return
    for name in (STORE_NAME, TIMELINE_NAME):
        if (folder / name).exists():
            raise UsageFailure(f"{folder / name} is there already and no demo has made it; choose another --folder")


def _collected(folder: Path, store: Store) -> tuple[list[CrawlOutcome], ReadingSummary]:
    """Crawl the demo's portals into the store and read what is new; raises Failure where anything is missing."""
    try:
        with demo_portals(folder) as registry, progress_bar(Console(stderr=True), keep=True) as progress:
            portals = list(load_registry(registry).values())
            crawling = progress.add_task("Mengumpulkan (crawling)", total=_whole_number_of_articles())
            stored: Counter[str] = Counter()

            def watch(outcome: CrawlOutcome) -> None:
                stored[outcome.portal] = outcome.stored
                progress.update(crawling, completed=stored.total())

            outcomes = crawl_portals(portals, store, watch=watch)
            reading = progress.add_task("Membaca (reading)", visible=False)
            summary = read_new_articles(
                store,
                progress=lambda done, whole: progress.update(reading, completed=done, total=whole, visible=whole > 0),
            )
    except RegistryError as error:
        raise UsageFailure(f"{error}; remove {folder} to begin anew") from error
    except PortTakenError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{folder}: {error.strerror or error}") from error
    causes = [f"{one.portal}: {one.failure or one.first_cause}" for one in outcomes if one.failure or one.failed]
    causes += [f"{failure.url}: {failure.cause}" for failure in summary.failures]
    if causes:
        raise Failure("; ".join(causes))
    return outcomes, summary


def _whole_number_of_articles() -> int:
    return sum(len(outlet.posts) for outlet in demo_outlets())


def _account(outcomes: Sequence[CrawlOutcome], articles: int, reading: ReadingSummary) -> str:
    added = sum(one.added for one in outcomes)
    return (
        f"{len(outcomes)} portal, {articles} artikel ({added} baru), {reading.events} peristiwa "
        f"({reading.new_events} baru) – portals, articles (new), events (new)"
    )


def _next_commands(found: Sequence[StoredEvent], folder: Path, database: str) -> list[str]:
    """Return three commands that go on from here: the province with most events, the event with most sources."""
    if not found:
        raise Failure(f"no event was read from the articles in {folder / STORE_NAME}")
    provinces = Counter(event.region[:2] for event in found if event.region)
    most_told = max(found, key=lambda event: len(event.sources))
    arguments = (
        *([("events", "--region", provinces.most_common(1)[0][0])] if provinces else ()),
        ("show", most_told.id),
        ("export", "csv", "--excel", "-o", str(folder / "timeline-excel.csv")),
    )
    return [shlex.join((_invoked(), *words, "--db", database)) for words in arguments]


def _invoked() -> str:
    """Return how the user called this program: `mutasi` where the shell finds it, else its path as given."""
    program = sys.argv[0]
    on_path = shutil.which("mutasi")
    if Path(program).stem != "mutasi" or (on_path and Path(on_path).resolve() == Path(program).resolve()):
        return "mutasi"
    return program
