"""Output files that appear under their name only when they are whole."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from mutasi.errors import Failure, UsageFailure

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_STREAM = "-"


@contextmanager
def whole_output(name: str, *, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Give a text stream into the file `name`, which replaces an older one only when all has been written.

    `-` is standard output, written as it comes. Line ends are written as given. Raises UsageFailure for a path that
    cannot be written, Failure where writing fails.
    """
    if name == STANDARD_STREAM:
        out = io.TextIOWrapper(sys.stdout.buffer, encoding=encoding, newline="", write_through=False)
        try:
            yield out
            out.flush()
        finally:
            out.detach()
        return
    target = Path(name)
    if target.is_dir():
        raise UsageFailure(f"cannot write {name}: it is a folder")
    try:
        handle, part = tempfile.mkstemp(dir=target.resolve().parent, prefix=".mutasi-", suffix=".part")
    except OSError as error:
        raise UsageFailure(f"cannot write {name}: {error.strerror}") from error
    try:
        with open(handle, "w", encoding=encoding, newline="") as out:  # noqa: PTH123 - a file already open
            yield out
        Path(part).chmod(_mode(target))
        Path(part).replace(target.resolve())
    except OSError as error:
        raise Failure(f"cannot write {name}: {error.strerror}") from error
    finally:
        Path(part).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Return the mode of the file that is replaced, or what a new file gets here."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
