"""What an evaluation prints: scores with their distance from the floor, and the table of confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from mutasi.evaluation.calibration import calibration_error
from mutasi.evaluation.floor import figures_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from mutasi.evaluation.calibration import Decile
    from mutasi.evaluation.floor import Floor
    from mutasi.evaluation.scoring import Scores


def score_table(scores: Scores, floor: Floor | None) -> Table:
    """Return the scores of each field and the record, each figure beside its difference from `floor`."""
    table = _table("Field")
    pinned = floor.figures if floor is not None else {}
    for heading in ("P", "", "R", "", "F1", "", "gold", "read") if pinned else ("P", "R", "F1", "gold", "read"):
        table.add_column(heading, justify="right")
    now = figures_of(scores)
    for name, field in scores.fields.items():
        cells: list[RenderableType] = []
        for kind, value in (("p", field.precision), ("r", field.recall), ("f1", field.f1)):
            cells.append(f"{value:.3f}")
            if pinned:
                cells.append(_difference(pinned.get(f"{name} {kind}"), now[f"{name} {kind}"]))
        table.add_row(name, *cells, str(field.gold), str(field.read))
    record: list[RenderableType] = [f"{scores.record:.3f}"]
    blank = ["", "", "", ""] if pinned else ["", ""]
    if pinned:
        record.append(_difference(pinned.get("record"), now["record"]))
    table.add_row("record (all five)", *record, *blank, str(scores.records), "")
    return table


def calibration_table(deciles: Sequence[Decile]) -> Table:
    """Return how often records are right at each level of confidence."""
    table = _table("confidence from")
    for heading in ("mean", "right", "events"):
        table.add_column(heading, justify="right")
    for decile in deciles:
        table.add_row(f"{decile.least:.1f}", f"{decile.mean:.3f}", f"{decile.right:.3f}", str(decile.events))
    error = calibration_error(deciles)
    table.add_row("calibration error", f"{error:.3f}", "", str(sum(decile.events for decile in deciles)))
    return table


def _table(first: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(first, no_wrap=True)
    return table


def _difference(pinned: float | None, now: float) -> Text:
    if pinned is None or now == pinned:
        return Text("")
    return Text(f"{now - pinned:+.3f}", style="green" if now > pinned else "bold red")
