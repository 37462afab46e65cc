"""The command line as its user runs it: the installed command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

MUTASI = Path(sys.executable).with_name("mutasi")


class Ran(NamedTuple):
    """How a command ended, and what it printed on each stream."""

    status: int
    out: str
    err: str


def mutasi(*arguments: str, folder: Path) -> Ran:
    """Run `mutasi` in a folder, made where it is not there, without the settings of whoever runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MUTASI_")}
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [str(MUTASI), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
