"""The notes of many evidence files in the order of time: a later answer of a portal must not come before an earlier."""

from __future__ import annotations

import heapq
from collections import deque
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecordType

from crawler.evidence.notes import note_from_json
from crawler.evidence.places import EvidenceError
from crawler.evidence.reading import moment_of_record, read_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from crawler.evidence.notes import Note

    Dated = tuple[datetime, Note]


def notes_in_time(
    files: Iterable[tuple[datetime, Path]], failed: Callable[[EvidenceError], None]
) -> Iterator[tuple[Path, Note]]:
    """Yield the notes of the files, each file with the moment it was begun, oldest first.

    A file is open from when it was begun to its end, so that only those are that were written side by side. What is
    wrong with a file is told to `failed`, and the others go on.
    """
    waiting = deque(sorted(files))
    heap: list[tuple[datetime, int, Path, Note, Iterator[Dated]]] = []

    def go_on(number: int, path: Path, notes: Iterator[Dated]) -> None:
        try:
            following = next(notes, None)
        except EvidenceError as error:
            failed(error)
            return
        if following is not None:
            heapq.heappush(heap, (following[0], number, path, following[1], notes))

    number = 0
    while waiting or heap:
        while waiting and (not heap or waiting[0][0] <= heap[0][0]):
            _, path = waiting.popleft()
            number += 1
            go_on(number, path, _notes_of(path, failed))
        if heap:
            _, of_file, path, note, notes = heapq.heappop(heap)
            yield path, note
            go_on(of_file, path, notes)


def _notes_of(path: Path, failed: Callable[[EvidenceError], None]) -> Iterator[Dated]:
    for record in read_warc(path, WarcRecordType.metadata):
        place, content = record.stream_pos, record.reader.read()
        if len(content) < record.content_length:
            continue  # the file ends here, which is told where it ends
        try:
            moment, note = moment_of_record(record), note_from_json(content)
        except (ValueError, EvidenceError):
            failed(EvidenceError(f"{path}: the note at byte {place} is of another version of Mutasi, or damaged"))
            continue
        yield moment, note
