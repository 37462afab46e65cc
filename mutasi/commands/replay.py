"""`mutasi replay`: kept answers to articles again, without the network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from crawler.evidence.writer import EvidenceWriter
from crawler.replay.run import Replay, ReplayOutcome
from crawler.settings import MUTASI_CONTACT
from mutasi.errors import Failure, UsageFailure
from mutasi.new_articles import read_and_tell
from mutasi.options import Db, Evidence
from mutasi.portal_options import Portals, Region, chosen_portals
from mutasi.screen import progress_bar
from mutasi.stores import evidence_of, opened_store

_MOST_TOLD = 10
"""Errors that are told one by one."""

_WHY = {
    "elsewhere": "situs lain (other sites)",
    "other": "bukan halaman artikel (no article pages)",
    "irrelevant": "bukan soal pejabat (not about officials)",
    "refused": "tanpa isi artikel (without an article)",
}


def replay(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE|FOLDER]...", help="WARC files, or folders of them; the store's own evidence without any."
        ),
    ] = None,
    portal: Annotated[
        list[str] | None,
        typer.Option("--portal", metavar="PORTAL", help="Only this portal. May be given several times."),
    ] = None,
    region: Region = None,
    take_all: Annotated[
        bool, typer.Option("--all", help="Of archives from elsewhere articles of any subject, not of officials only.")
    ] = False,
    portals: Portals = None,
    db: Db = None,
    evidence: Evidence = None,
) -> None:
    """Make articles of kept answers again, without the network, and read the new ones into events."""
    chosen = chosen_portals(portals, portal or (), region)
    console = Console(stderr=True)
    own = evidence_of(db, evidence)
    paths = _files(files or [own])
    with opened_store(db, create=True) as store:
        writer = EvidenceWriter(own, MUTASI_CONTACT)
        try:
            with progress_bar(console) as progress:
                task = progress.add_task("Memutar ulang (replaying)", total=None)
                work = Replay(
                    store,
                    chosen,
                    writer,
                    take_all=take_all,
                    watch=lambda outcome: progress.update(task, completed=outcome.done),
                )
                outcome = work.run(paths)
        finally:
            writer.close()
        sys.stdout.write(_closing_line(len(paths), outcome) + "\n")
        read_and_tell(store, console)
    if outcome.faults:
        for error in outcome.errors[:_MOST_TOLD]:
            sys.stderr.write(f"mutasi: {error}\n")
        raise Failure(f"{outcome.faults} errors in what was read; all the rest is in the store")


def _files(named: list[Path]) -> list[Path]:
    """Return the WARC files that are named or lie in folders that are; raises UsageFailure where there is none."""
    found: list[Path] = []
    for path in named:
        if path.is_dir():
            files = sorted(one for one in path.iterdir() if one.name.endswith((".warc", ".warc.gz")))
            if not files:
                raise UsageFailure(f"{path}: no WARC file (.warc, .warc.gz) in this folder")
            found += files
        elif path.exists():
            found.append(path)
        else:
            raise UsageFailure(f"{path}: no such file or folder; crawls keep what they get beside the store")
    return list(dict.fromkeys(found))


def _closing_line(files: int, outcome: ReplayOutcome) -> str:
    articles = outcome.articles
    counts = [
        f"{articles['added']} baru (added)",
        f"{articles['changed']} berubah (changed)",
        f"{articles['unchanged']} tetap (unchanged)",
    ]
    if outcome.refused:
        counts.append(f"{outcome.refused} tanpa isi artikel (without an article)")
    if outcome.unregistered:
        counts.append(f"{outcome.unregistered} dari portal lain (of other portals)")
    counts += [f"{outcome.passed_over[why]} {words}" for why, words in _WHY.items() if outcome.passed_over[why]]
    return f"{files} berkas (files): {', '.join(counts)}"
