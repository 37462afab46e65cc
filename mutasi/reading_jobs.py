"""Reads lines of articles into lines of events, in this process or in several, in the order of the input."""

from __future__ import annotations

import json
import multiprocessing
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutasi.article_lines import article_of_line
from mutasi.errors import Failure
from mutasi.reader import reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINES, _BYTES = 16, 256 * 1024
"""What one process is handed at a time: so many lines, or fewer where they are long."""

_AHEAD = 3
"""Chunks per process that are under way at once; no more of the input is held in memory."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive lines of the file `name`, each with its number."""

    name: str
    lines: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class EventLines:
    """What the lines of a chunk were read into: lines of JSON, and how many lines that took."""

    text: str
    lines: int


def chunks_of(lines: Iterable[tuple[int, bytes]], name: str) -> Iterator[Chunk]:
    """Cut numbered lines into chunks that are worth handing to another process."""
    held: list[tuple[int, bytes]] = []
    size = 0
    for number, line in lines:
        held.append((number, line))
        size += len(line)
        if len(held) == _LINES or size >= _BYTES:
            yield Chunk(name, tuple(held))
            held, size = [], 0
    if held:
        yield Chunk(name, tuple(held))


def read_chunk(chunk: Chunk) -> EventLines:
    """Return `{"id", "events"}` for each article of the chunk, a line each.

    Raises UsageFailure for a line that is no article, Failure for an article that the reader fails on.
    """
    out = []
    for number, line in chunk.lines:
        article = article_of_line(chunk.name, number, line)
        if article is None:
            continue
        try:
            events = [event.as_dict() for event in reader().read(article)]
        except Exception as error:
            cause = " ".join(f"{type(error).__name__}: {error}".split())
            raise Failure(f"{chunk.name}, line {number}: article {article.id!r} cannot be read: {cause}") from error
        out.append(json.dumps({"id": article.id, "events": events}, ensure_ascii=False) + "\n")
    # A lone surrogate has no place in UTF-8; as `\udXXX` it is what JSON calls it.
    text = "".join(out).encode("utf-8", "backslashreplace").decode("utf-8")
    return EventLines(text, len(chunk.lines))


def read_chunks(chunks: Iterator[Chunk], jobs: int) -> Iterator[EventLines]:
    """Yield what each chunk is read into, in order, with `jobs` processes; raises as `read_chunk` does."""
    if jobs == 1:
        yield from map(read_chunk, chunks)
        return
    # Fresh processes, not forks: the parent may run threads (a progress bar's), which a fork does not survive.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_parent) as pool:
        under_way: deque[Future[EventLines]] = deque()
        try:
            for chunk in chunks:
                under_way.append(pool.submit(read_chunk, chunk))
                if len(under_way) == jobs * _AHEAD:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise Failure("a reading process was killed, perhaps for want of memory; try fewer --jobs") from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
