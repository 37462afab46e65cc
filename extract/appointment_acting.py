"""Reads the marks of acting designation (Plt, Plh, Pj, Pjs) that stand apart from their post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_cues import acting_mark

if TYPE_CHECKING:
    from extract.appointment_cues import Tag
    from extract.appointment_frames import Frame
    from extract.appointment_walk import Walk

_CAPITAL_NEXT = re.compile(r"\.? {1,2}[A-Z]")


def on_acting(walk: Walk, tag: Tag) -> None:
    """Take note of an acting mark: of the post that follows, of the one before, or of one told elsewhere."""
    mark = acting_mark(tag.word)
    frame = walk.frame
    if walk.mode == "from":
        walk.former = mark  # `yang sebelumnya Plt kini definitif menjadi ...`
        known = frame is not None and frame.left is None and frame.held is None
        if frame is not None and known and frame.entered is not None and _stands_alone(walk):
            frame.left = frame.entered.definitive().as_acting(mark)  # `dilantik sebagai Sekda, sebelumnya Plh`
        return
    if walk.mode in {"to", "as"} and frame is not None and frame.entered is not None and frame.way == "held by":
        if frame.entered.generic:
            walk.bare_acting = (frame, mark)  # `Tugas kepala dinas diserahkan kepada Nama sebagai Plt`
        frame.entered = frame.entered.definitive().as_acting(mark)  # `Posisi Sekda dijabat Nama sebagai Plh`
        return
    walk.acting = mark
    if walk.mode == "as" and frame is None and _stands_alone(walk):
        walk.fronted_acting = mark  # `Sebagai pelaksana tugas ditunjuk Sekretaris Dinas Sosial Nama`
    if walk.mode in {"to", "as"} and frame is not None and _designates(walk, frame) and _stands_alone(walk):
        walk.bare_acting = (frame, mark)
    if walk.verb in {"appoints", "appointed"}:
        walk.acting_told = walk.acting


def _designates(walk: Walk, frame: Frame) -> bool:
    """Tell a designation from `sebelumnya menjabat Kabid X, merangkap sebagai Plt`."""
    return walk.verb != "" or frame.left is None


def _stands_alone(walk: Walk) -> bool:
    """Tell whether no post follows the acting mark, its own abbreviation in brackets skipped."""
    step = 1
    while walk.kind_at(step) in {"acting", "(", ")"}:
        step += 1
    after = walk.tags[walk.at + step - 1].end
    if _CAPITAL_NEXT.match(walk.story.tagger.text, after) is not None:
        return False  # `Pj Ketua TP PKK`: a post that is none of ours
    return walk.kind_at(step) not in {"post", "unit", "same"}
