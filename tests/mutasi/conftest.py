"""A command line whose store holds two events told by three articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from db.articles import ArticleRecord
from db.queries import find_events
from db.reading import read_new_articles
from db.store import open_store
from extract.events import Appointment, Event, Official
from mutasi.errors import CommandError

CORRECTING = ("correct", "merge", "split", "reject", "confirm", "undo", "corrections", "review")
PORTAL = "https://kabarcontoh.example"
TEXT = "BEKASI - Cuaca cerah. Wali Kota Asep Surya melantik 61 pejabat, Jumat (6/2/2026). Mereka gembira."


class Ran(NamedTuple):
    """How a command ended; what it printed on each stream."""

    status: int
    out: str
    err: str


@dataclass
class Mutasi:
    """The commands on a store: called with a command's words. `tells` is what the reader finds in each article."""

    db: str
    tells: dict[str, tuple[Event, ...]] = field(default_factory=dict)

    def __call__(self, *words: str) -> Ran:
        app = typer.Typer()
        for name in ("events", "export", "show", *CORRECTING):
            app.command()(getattr(import_module(f"mutasi.commands.{name}"), name))
        ran = CliRunner().invoke(app, words, env={"MUTASI_DB": self.db})
        if isinstance(ran.exception, CommandError):
            return Ran(ran.exception.exit_code, ran.stdout, f"mutasi: {ran.exception}\n")
        if ran.exception is not None and not isinstance(ran.exception, SystemExit):
            raise ran.exception
        return Ran(ran.exit_code, ran.stdout, ran.stderr)

    def read(self) -> None:
        """Read every article again."""
        with open_store(self.db) as store:
            read_new_articles(store, again=True, read=lambda article: self.tells[article.id])

    @property
    def ids(self) -> dict[str, str]:
        """The events' ids by their kind."""
        with open_store(self.db) as store:
            return {event.kind: event.id for event in find_events(store)}


@pytest.fixture
def shared() -> Path:
    """Return the folder of reference data beside the checkout; skips where there is none."""
    folder = Path(__file__).parents[3] / "shared"
    if not (folder / "eval" / "score.py").exists():
        pytest.skip("there is no folder of reference data beside the checkout")
    return folder


@pytest.fixture
def mutasi(tmp_path: Path) -> Mutasi:
    """Return the command line on a SQLite store of its own."""
    ceremony = Event(
        "mutasi",
        "realized",
        region="32.75",
        date="2026-02-06",
        date_precision="day",
        official=Official("Asep Surya", "Wali Kota"),
        headcount=61,
        appointments=(Appointment("Dedi Kusnadi", "Camat Jatiasih", "Lurah Kranji"),),
        evidence={"headcount": ((52, 62),), "date": ((64, 80),), "official": ((22, 42),)},
    )
    vague = Event("mutasi", "realized", region="32.75", date="2026-02", date_precision="month", headcount="puluhan")
    plan = Event(
        "uji_kompetensi",
        "planned",
        region="32.16",
        official=Official("[bold]Rina", "Bupati", "Pj"),
        headcount="puluhan",
    )
    tells = {f"{PORTAL}/1": (ceremony,), f"{PORTAL}/2": (vague,), f"{PORTAL}/3": (plan,)}
    line = Mutasi(f"sqlite:///{tmp_path / 'store.db'}", tells)
    with open_store(line.db) as store:
        store.register_portal("kabarcontoh", PORTAL, ["32.75"], "Asia/Jakarta", "wordpress")
        for day, url in enumerate(tells, start=6):
            store.save_article(
                ArticleRecord(
                    portal="kabarcontoh",
                    url=url,
                    title="Pelantikan",
                    published=datetime(2026, 2, day, 5, tzinfo=UTC),
                    text=TEXT,
                    fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
                )
            )
    line.read()
    return line
