"""The pinned floor: figures that may rise and never fall unless somebody says why.

It names the gold files that it was measured on and is compared on those alone, so that a new gold file, which may be
harder, neither breaks it nor hides a loss; raising the floor takes the new file in.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from mutasi.errors import Failure, UsageFailure
from mutasi.output import whole_output

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mutasi.evaluation.gold import GoldFile
    from mutasi.evaluation.scoring import Scores

_PLACES = 10_000


class Lowering(BaseModel):
    """A time the floor was lowered: why, and the figures that fell, each as [before, after]."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: str
    figures: dict[str, tuple[float, float]]


class Floor(BaseModel):
    """Figures by name (`date f1`, 0-1, cut off after four places) on the gold files named with their digests."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gold: dict[str, str]
    figures: dict[str, float]
    lowered: tuple[Lowering, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How figures stand to the floor: (name, floor, now) of those below and those above it."""

    below: tuple[tuple[str, float, float], ...]
    above: tuple[tuple[str, float, float], ...]


def figures_of(scores: Scores) -> dict[str, float]:
    """Return every figure that a floor pins: precision, recall and F1 of each field, and the record."""
    figures = {}
    for name, field in scores.fields.items():
        for kind, value in (("p", field.precision), ("r", field.recall), ("f1", field.f1)):
            figures[f"{name} {kind}"] = _cut(value)
    return {**figures, "record": _cut(scores.record)}


def judge(floor: Floor, now: dict[str, float]) -> Verdict:
    """Compare the figures of today with the floor; a figure that the floor does not name is new and judged by none."""
    rows = [(name, pinned, now.get(name, 0.0)) for name, pinned in floor.figures.items()]
    return Verdict(tuple(row for row in rows if row[2] < row[1]), tuple(row for row in rows if row[2] > row[1]))


def raised(floor: Floor | None, files: Sequence[GoldFile], pinned: dict[str, float], whole: dict[str, float]) -> Floor:
    """Return the floor with the figures of today, on all `files`: `pinned` on those of the floor, `whole` on all.

    Raises Failure where a figure has fallen.
    """
    if floor is not None and (below := judge(floor, pinned).below):
        raise Failure(f"{len(below)} figures are below the floor; nothing is raised")
    return Floor(gold=_digests(files), figures=whole, lowered=floor.lowered if floor else ())


def lowered(floor: Floor, files: Sequence[GoldFile], now: dict[str, float], reason: str) -> Floor:
    """Return the floor at the figures of today with the reason noted; raises UsageFailure where nothing has fallen."""
    below = judge(floor, now).below
    if not below and set(floor.gold) <= {file.name for file in files}:
        raise UsageFailure("no figure is below the floor; --raise pins the better ones")
    if not reason.strip():
        raise UsageFailure("--allow-lower needs a reason")
    note = Lowering(reason=reason.strip(), figures={name: (before, after) for name, before, after in below})
    return Floor(gold=_digests(files), figures=now, lowered=(*floor.lowered, note))


def load_floor(path: Path) -> Floor | None:
    """Return the floor kept in `path`, None where there is none; raises UsageFailure."""
    try:
        return Floor.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageFailure(f"cannot read {path}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageFailure(f"{path}: {'.'.join(map(str, first['loc'])) or 'the file'}: {first['msg']}") from error


def save_floor(floor: Floor, path: Path) -> None:
    """Write the floor to `path`, a figure a line."""
    with whole_output(str(path)) as out:
        out.write(json.dumps(floor.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n")


def _digests(files: Sequence[GoldFile]) -> dict[str, str]:
    return {file.name: file.digest for file in files}


def _cut(value: float) -> float:
    return math.floor(value * _PLACES) / _PLACES
