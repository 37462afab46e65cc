"""Tells those who move others from those who are moved, where both are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_verbs import AGENT_DISTANCE, AGENT_HEADS, NOUNS

if TYPE_CHECKING:
    from extract.appointment_frames import Post
    from extract.appointment_walk import Walk

_DECIDED_BY = re.compile(r"di(?:lantik|tunjuk|angkat|kukuhkan|tugaskan|percaya|copot|berhentikan|promosikan|tetapkan)")
_MINISTERS = frozenset({"mendagri", "menteri", "negeri", "presiden", "menpan-rb", "menpanrb"})
"""Last words of the offices of the state that decide; no post of a region's civil service ends so."""
_LISTS = frozenset({"is", "list", ":"})
_LIST_OPENERS = frozenset({"list", ":"})


def is_agent(walk: Walk) -> bool:
    """Tell whether the name just come to is that of one who decides, not of one who is moved."""
    return _is_head_who_decides(walk) or _is_agent_without_office(walk) or _is_minister(walk) or _lists_whom(walk)


def _is_minister(walk: Walk) -> bool:
    """Tell `ditunjuk Mendagri, Nama sebagai Pj Bupati Bima`, `Menteri Dalam Negeri (Mendagri) Nama menunjuk`."""
    step = 1
    while walk.kind_at(-step) in {",", ")"}:
        step += 1
    return walk.kind_at(-step) == "word" and walk.tags[walk.at - step].word in _MINISTERS


def _lists_whom(walk: Walk) -> bool:
    """Tell `pejabat yang dilantik Nama adalah ...`, `oleh Nama ditempatkan sebagai ...`."""
    before = walk.tags[walk.at - 1] if walk.at else None
    if before is None or walk.mode or (walk.waiting is not None and walk.near):
        return False
    if before.word == "oleh":
        return walk.seat is None and walk.kind_at(1) in {"appointed", "remove"}
    passive = before.kind in {"appointed", "remove"} and before.word.startswith("di")
    return passive and walk.frame is None and walk.kind_at(-2) == "who" and walk.kind_at(1) in _LISTS


def is_designation_before_name(walk: Walk) -> bool:
    """Tell `Ditunjuk sebagai Plh Sekda, Nama mengaku siap`: the post told before the name is the one entered."""
    kinds = [walk.kind_at(step) for step in (-4, -3, -2, -1)]
    return kinds in (["appointed", "as", "post", ","], ["appointed", "to", "post", ","])


def _is_moved_too(walk: Walk, post: Post) -> bool:
    """Tell a head who is moved: `yang dilantik antara lain: Sekda Nama`, `pelantikan itu, Pj Sekda Nama dilantik`."""
    before = walk.at - (3 if walk.kind_at(-1) == "," else 2)
    if before < 0 or not post.civil:
        return False
    opened = walk.tags[before]
    if walk.listed and opened.kind in _LIST_OPENERS:
        return True
    after = walk.tags[walk.at + 1] if walk.kind_at(1) == "appointed" else None
    if opened.kind == ",":
        opened = walk.tags[before - 1]
    return after is not None and after.word.startswith("di") and opened.kind == "appointed" and opened.word in NOUNS


def _is_told_after_by(walk: Walk) -> bool:
    """Tell `surat keputusan itu diserahkan oleh Plh Gubernur Bengkulu, Nama`."""
    at = walk.at - (2 if walk.kind_at(-1) == "," else 1)
    told = at > 0 and walk.tags[at].kind == "post" and walk.tags[at - 1].word == "oleh"
    return told and walk.tags[max(0, at - 2)].word != "dialami"  # `hal serupa dialami oleh Camat Woha Nama`


def _is_agent_without_office(walk: Walk) -> bool:
    """Tell `Camat itu dilantik Nama sebagai ...`: with one who is moved before it, a passive verb's name decides."""
    moved = walk.frame
    if moved is None or moved.presides or walk.kind_at(-1) not in {"appointed", "remove"} or walk.mode:
        return False
    at_place = walk.kind_at(1) == "word" and walk.kind_at(2) in {"as", "to"}  # `dilantik Nama di pendopo sebagai ...`
    entering = at_place or walk.kind_at(1) in {"as", "to", "into"}
    return entering and _DECIDED_BY.match(walk.word_before()) is not None


def _is_head_who_decides(walk: Walk) -> bool:
    """Tell the head who moves somebody (`ditunjuk Gubernur X`, `dilantik oleh Bupati Y`) from one who is moved."""
    post = walk.waiting
    if post is not None and not walk.mode and walk.seat is None and _is_told_after_by(walk):
        return True
    if (
        post is None
        or (walk.listed and post.acting is not None)
        or walk.role != "held"
        or not walk.near
        or post.head not in AGENT_HEADS
    ):
        return False
    if is_designation_before_name(walk) or _is_moved_too(walk, post):
        return False
    if post.head == "sekretaris" and "sekretaris daerah" not in post.text.lower():
        return False
    return walk.verb in {"appointed", "remove"} and walk.since_verb <= AGENT_DISTANCE
