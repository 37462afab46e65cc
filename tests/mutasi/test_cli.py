"""The command line as a whole: its help, its start, and what a wrong word is told."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mutasi.cli import COMMANDS, app

COMMAND_FILES = Path(inspect.getfile(import_module("mutasi.commands"))).parent
HEAVY = ("spacy", "scrapy", "htmldate", "dateparser", "numpy", "twisted")


def modules_after(words: list[str], names: tuple[str, ...] = HEAVY) -> set[str]:
    """Return those of the modules `names` that a fresh interpreter has imported when the command line ends."""
    program = (
        "import sys\nfrom mutasi.cli import main\nsys.argv = ['mutasi', *sys.argv[1:]]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write('\\nimported: ' + ' '.join(m for m in {names!r} if m in sys.modules))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "MUTASI_DB"}
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=environment)
    return set(done.stderr.rpartition("imported: ")[2].split())


def test_every_command_has_a_file_and_is_listed() -> None:
    assert sorted(COMMANDS) == sorted(path.stem for path in COMMAND_FILES.glob("[a-z]*.py"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_and_the_help_of_a_command_say_the_same(name: str) -> None:
    function = getattr(import_module(f"mutasi.commands.{name}"), name)
    assert (inspect.getdoc(function) or "").splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_its_own_options(name: str) -> None:
    ran = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"})
    assert ran.exit_code == 0
    assert f"mutasi {name} " in ran.stdout
    assert COMMANDS[name] in ran.stdout


def test_help_lists_every_command_with_its_line() -> None:
    ran = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200"})
    assert ran.exit_code == 0
    assert [line for line in COMMANDS.values() if line not in ran.stdout] == []


def test_without_a_command_the_help_is_shown() -> None:
    ran = CliRunner().invoke(app, [], env={"COLUMNS": "200"})
    assert ran.exit_code == 2
    assert COMMANDS["events"] in ran.output


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"mutasi {version('mutasi')}\n"


def test_a_mistyped_command_is_told_with_the_one_meant() -> None:
    ran = CliRunner().invoke(app, ["evnets"])
    assert ran.exit_code == 2
    assert "No such command 'evnets'. Did you mean 'events'?" in ran.output


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["events", "--help"],
        ["events", "--db", "sqlite:///tidak-ada.db"],
        ["show", "--help"],
        ["export", "csv", "-o", "-", "--db", "sqlite:///tidak-ada.db"],
        ["portals", "--region", "99"],
        ["portals", "--coverage"],
    ],
    ids=" ".join,
)
def test_what_reads_no_text_and_no_web_starts_without_the_heavy_libraries(words: list[str]) -> None:
    assert modules_after(words) == set()


@pytest.mark.parametrize("words", [["--help"], ["events", "--db", "sqlite:///tidak-ada.db"]], ids=" ".join)
def test_what_asks_no_portal_reads_no_registry(words: list[str]) -> None:
    assert modules_after(words, ("crawler.registry", "rtoml")) == set()


def test_defaults_in_brackets_reach_the_help_page() -> None:
    told = CliRunner().invoke(app, ["events", "--help"], env={"COLUMNS": "200"}).stdout
    assert "[default: 50; all with --json]" in told
    assert "[default: sqlite:///mutasi.db]" in told
