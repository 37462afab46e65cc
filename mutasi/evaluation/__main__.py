"""`python -m mutasi.evaluation`: score the reader on gold files, and compare with the pinned floor."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from mutasi.errors import CommandError, Failure, UsageFailure
from mutasi.evaluation.calibration import calibration
from mutasi.evaluation.errors import error_lines
from mutasi.evaluation.floor import Floor, figures_of, judge, load_floor, lowered, raised, save_floor
from mutasi.evaluation.gold import GoldFile, load_gold
from mutasi.evaluation.report import calibration_table, score_table
from mutasi.evaluation.scoring import Comparison, compare, score
from mutasi.reader import reader
from mutasi.screen import output_console, progress_bar

FLOOR_NAME = "floor.json"
_PIPED_WIDTH = 100


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Holds NAME.articles.jsonl and NAME.gold.jsonl.")],
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="Score this gold file only, without the floor.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", min=0, metavar="N", help="List up to N differences.")] = 0,
    raise_floor: Annotated[bool, typer.Option("--raise", help="Pin the figures of today, if none has fallen.")] = False,
    allow_lower: Annotated[
        str | None, typer.Option("--allow-lower", metavar="REASON", help="Pin the figures of today, fallen ones too.")
    ] = None,
) -> None:
    """Score the reader field by field; exit status 1 where a figure is below the floor."""
    if only and (raise_floor or allow_lower is not None):
        raise UsageFailure("--only scores without the floor; it does not go with --raise and --allow-lower")
    files = _chosen(load_gold(folder), only or [], folder)
    path = folder / FLOOR_NAME
    floor = None if only else load_floor(path)
    compared = _compared(files)
    on_floor = [one for one in compared if floor is None or one.gold.file in floor.gold]
    console = output_console(_PIPED_WIDTH)
    _print_scores(console, files, compared, on_floor, floor)
    console.print(calibration_table(calibration(compared)))
    for line in islice(error_lines(compared), errors):
        console.out(line, highlight=False)
    if only:
        return
    now, whole = figures_of(score(on_floor)), figures_of(score(compared))
    if allow_lower is not None:
        if floor is None:
            raise UsageFailure(f"{path} is not there yet; --raise makes it")
        save_floor(lowered(floor, files, whole, allow_lower), path)
        console.print(f"{path}: lowered")
    elif raise_floor:
        save_floor(raised(floor, files, now, whole), path)
        console.print(f"{path}: {len(whole)} figures pinned on {len(files)} gold files")
    else:
        _judge(console, floor, path, files, now)


def _chosen(files: list[GoldFile], only: list[str], folder: Path) -> list[GoldFile]:
    names = [file.name for file in files]
    unknown = [name for name in only if name not in names]
    if unknown:
        raise UsageFailure(f"{folder}: no gold file {unknown[0]}; there are {', '.join(names)}")
    return [file for file in files if not only or file.name in only]


def _compared(files: list[GoldFile]) -> list[Comparison]:
    articles = [article for file in files for article in file.articles]
    with progress_bar(Console(stderr=True)) as progress:
        return compare(list(progress.track(articles, description="Reading")), reader().read)


def _print_scores(
    console: Console,
    files: list[GoldFile],
    compared: list[Comparison],
    on_floor: list[Comparison],
    floor: Floor | None,
) -> None:
    """Print the scores on the floor's files against the floor, and those on all files where there are more."""
    if floor is not None and len(on_floor) < len(compared):
        console.print(f"{len(on_floor)} articles of {', '.join(floor.gold)}, against the floor:")
        console.print(score_table(score(on_floor), floor))
        floor = None
    console.print(f"{len(compared)} articles of {', '.join(file.name for file in files)}:")
    console.print(score_table(score(compared), floor))


def _judge(console: Console, floor: Floor | None, path: Path, files: list[GoldFile], now: dict[str, float]) -> None:
    if floor is None:
        console.print(f"There is no floor in {path}; --raise pins one.")
        return
    digests = {file.name: file.digest for file in files}
    gone = [name for name in floor.gold if name not in digests]
    if gone:
        raise Failure(f"{path} is pinned on gold files that are not there: {', '.join(gone)}")
    new = [name for name in digests if name not in floor.gold]
    if new:
        console.print(f"Not in the floor yet: {', '.join(new)}; --raise takes them in.")
    changed = [name for name, digest in floor.gold.items() if digests[name] != digest]
    if changed:
        console.print(f"Changed since the floor was pinned: {', '.join(changed)}.")
    verdict = judge(floor, now)
    if verdict.above:
        console.print(f"{len(verdict.above)} figures are above the floor; --raise pins them.")
    if verdict.below:
        fallen = "; ".join(f"{name} {before:.4f} → {after:.4f}" for name, before, after in verdict.below)
        raise Failure(f"below the floor: {fallen}")


if __name__ == "__main__":
    try:
        typer.run(evaluate)
    except CommandError as error:
        sys.stderr.write(f"evaluation: {error}\n")
        sys.exit(error.exit_code)
