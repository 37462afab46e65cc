"""Output that appears only when it is whole."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING

from mutasi.errors import Failure, UsageFailure

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_STREAM = "-"
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def whole_output(name: str, *, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Give a text stream into the file `name`, which replaces an older one only when all has been written.

    `-` is standard output, which is given the whole at the end; so is what is no file (a pipe, a device). Line ends are
    written as given. Raises UsageFailure for a path that cannot be written, Failure where writing fails, and
    BrokenPipeError where the reader of a pipe has gone.
    """
    target = Path(name)
    if name == STANDARD_STREAM:
        with _spooled(name, encoding, sys.stdout.buffer) as out:
            yield out
    elif target.is_dir():
        raise UsageFailure(f"cannot write {name}: it is a folder")
    elif target.is_file() and not (target.stat().st_mode & _WRITE_BITS and os.access(target, os.W_OK)):
        raise UsageFailure(f"cannot write {name}: it is read-only")
    elif target.exists() and not target.is_file():
        with _opened_device(target) as device, _spooled(name, encoding, device) as out:
            yield out
    else:
        with _replaced(target, name, encoding) as out:
            yield out


@contextmanager
def _spooled(name: str, encoding: str, stream: IO[bytes]) -> Iterator[IO[str]]:
    with tempfile.TemporaryFile() as whole, TextIOWrapper(whole, encoding=encoding, newline="") as out:
        try:
            yield out
            out.flush()
            whole.seek(0)
            shutil.copyfileobj(whole, stream)
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Failure(f"cannot write {name}: {error.strerror}") from error


def _opened_device(target: Path) -> IO[bytes]:
    try:
        return target.open("wb", buffering=0)
    except OSError as error:
        raise UsageFailure(f"cannot write {target}: {error.strerror}") from error


@contextmanager
def _replaced(target: Path, name: str, encoding: str) -> Iterator[IO[str]]:
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
