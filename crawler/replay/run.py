"""Replays WARC files into a store: evidence of crawls in the order of time, then archives from elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecordType

from crawler.evidence.notes import PageNote, write_note
from crawler.evidence.places import EvidenceError
from crawler.evidence.reading import moment_of_record, read_warc
from crawler.page_articles import NoArticleError
from crawler.replay.archives import Archives
from crawler.replay.order import notes_in_time
from crawler.replay.own import OwnEvidence
from db.articles import content_hash
from db.replaying import HadAgain, save_again
from db.saving import portal_id_of, storable
from db.versions import known_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from crawler.evidence.writer import EvidenceWriter
    from crawler.registry import Portal
    from crawler.replay.archives import ArchivedArticle
    from db.replaying import Again
    from db.saving import Change
    from db.store import Store

TOGETHER = 100
"""Articles that are stored in one transaction, at the most."""

MOST_ERRORS = 100

_SOFTWARE = b"software: Mutasi/"


@dataclass(slots=True)
class ReplayOutcome:
    """What came of a replay: `articles` by what they changed in the store, other records by why they are none.

    `refused` are answers that hold no article, `unregistered` those of portals that are not (or not asked for),
    `passed_over` records of archives by why (see `crawler.replay.archives`). `errors` name files and bytes that cannot
    be read, the first MOST_ERRORS of all `faults`.
    """

    articles: Counter[Change] = field(default_factory=Counter)
    refused: int = 0
    unregistered: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    faults: int = 0

    @property
    def done(self) -> int:
        """Records that were looked at."""
        return self.articles.total() + self.refused + self.unregistered + self.passed_over.total()

    def fail(self, error: EvidenceError) -> None:
        """Take in what cannot be read."""
        self.faults += 1
        if self.faults <= MOST_ERRORS:
            self.errors.append(str(error))


class Replay:
    """Replays files into a store, for the given portals.

    New articles of archives are kept in the evidence of `writer`, so that their pages can be shown, and replayed, when
    the archive is gone. `watch` is called with the outcome after each batch.
    """

    def __init__(
        self,
        store: Store,
        portals: Iterable[Portal],
        writer: EvidenceWriter,
        *,
        take_all: bool = False,
        watch: Callable[[ReplayOutcome], None] | None = None,
    ) -> None:
        self.outcome = ReplayOutcome()
        self._store = store
        self._portals: Mapping[str, Portal] = {portal.id: portal for portal in portals}
        self._writer = writer
        self._archives = Archives(self._portals.values(), take_all=take_all)
        self._watch = watch
        self._begun = datetime.now(UTC)
        self._ids: dict[str, int] = {}
        self._batch: list[tuple[str, Again]] = []

    def run(self, files: Iterable[Path]) -> ReplayOutcome:
        """Replay the files and return what came of it; raises StoreError, and EvidenceError where nothing can be kept.

        A file that is damaged is read as far as it goes, and told in the outcome.
        """
        own: list[tuple[datetime, Path]] = []
        archives: list[Path] = []
        for path in files:
            begun = self._begin_of(path)
            if begun is not None:
                own.append((begun, path))
            elif path not in archives:
                archives.append(path)
        self._replay_own(own)
        for path in archives:
            self._replay_archive(path)
        return self.outcome

    def _begin_of(self, path: Path) -> datetime | None:
        """Return when a file of ours was begun, None where it is another's (or none: reading it will tell)."""
        try:
            first = next(iter(read_warc(path, WarcRecordType.any_type)), None)
            if first is not None and first.record_type == WarcRecordType.warcinfo:
                return moment_of_record(first) if _SOFTWARE in first.reader.read() else None
        except EvidenceError:
            return None
        return None

    def _replay_own(self, files: list[tuple[datetime, Path]]) -> None:
        evidence, outcome = OwnEvidence(), self.outcome
        for path, note in notes_in_time(files, outcome.fail):
            portal = self._portals.get(note.portal)
            if portal is None:
                outcome.unregistered += 1
                continue
            try:
                for again in evidence.of(note, path.parent, portal):
                    self._take(portal, again)
            except NoArticleError:
                outcome.refused += 1
            except EvidenceError as error:
                outcome.fail(error)
        self._flush()

    def _replay_archive(self, path: Path) -> None:
        found: list[ArchivedArticle] = []
        try:
            for one in self._archives.read(path):
                found.append(one)
                if len(found) >= TOGETHER:
                    self._keep(found, path)
                    found = []
        except EvidenceError as error:
            self.outcome.fail(error)
        self._keep(found, path)

    def _keep(self, found: list[ArchivedArticle], path: Path) -> None:
        """Keep the records of the articles that are new, and store them."""
        with self._store.reading() as session:
            known = known_contents(session, {one.article.url for one in found})
        for one in found:
            article = one.article
            contents = known.setdefault(article.url, set())
            content = content_hash(storable(article.title), storable(article.text), article.published)
            if content in contents or (one.is_part and contents):
                self.outcome.articles["unchanged"] += 1
                continue
            contents.add(content)
            kept = self._writer.copy(one.record_id, one.as_record())
            note = PageNote(
                portal=one.portal.id,
                crawl=self._begun,
                url=one.listed.url,
                address=one.listed.address,
                records=(kept,),
                archive=path.name,
            )
            write_note(self._writer, note)
            self._take(one.portal, HadAgain(replace(article, warc_records=(kept,)), note.url, note.address))
        self.outcome.passed_over = Counter(self._archives.passed_over)
        self._flush()

    def _take(self, portal: Portal, again: Again) -> None:
        if portal.id not in self._ids:
            self._store.register_portal(portal.id, portal.url, portal.regions, portal.timezone, portal.platform)
            with self._store.reading() as session:
                self._ids[portal.id] = portal_id_of(session, portal.id)
        self._batch.append((portal.id, again))
        if len(self._batch) >= TOGETHER:
            self._flush()

    def _flush(self) -> None:
        batch, self._batch = self._batch, []
        if batch:
            with self._store.writing() as session:
                for portal in dict.fromkeys(portal for portal, _ in batch):
                    told = [again for of, again in batch if of == portal]
                    self.outcome.articles.update(save_again(session, self._ids[portal], told))
        if self._watch:
            self._watch(self.outcome)
