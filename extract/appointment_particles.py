"""Reads the words that join, list and quote, and the marks between them: what they end, open or leave alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_frames import Frame, old_post_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_walk import Walk

_ONE_OF_THEM = frozenset({"salah satu", "salah seorang"})
_ALL_OF_THEM = re.compile(r"ke\w+nya$")
_TO_OLD_POST = frozenset(
    {"ke jabatan lama", "ke posisi lama", "ke jabatan semula", "ke posisi semula", "ke jabatan lamanya"}
)
_OPENS_MOVE = frozenset({"from", "to", "as", "into", "post", "appointed"})
_BEFORE_SPEAKER = frozenset(
    "kata ujar ucap tutur ungkap jelas terang tegas papar sebut imbuh tandas menurut dibenarkan".split()
)
_ACCOMPANIED = frozenset({"didampingi", "di dampingi"})
_SUBJECT_NOUNS = frozenset({"lelaki", "pria", "perempuan", "wanita", "birokrat"})


def _on_list(walk: Walk, tag: Tag) -> None:
    if walk.mode in {"held by", "replaced"} or (walk.at and _ALL_OF_THEM.match(tag.word)):
        return
    if tag.word in {"yaitu", "yakni"} and walk.kind_at(1) == "post" and _fills_seat_named_next(walk):
        return
    if tag.word in _ONE_OF_THEM and (
        walk.mode in {"to", "as"} or [walk.kind_at(-2), walk.kind_at(-1)] == ["name", ","]
    ):
        return  # `Nama, salah satu yang dilantik, kini ...`, `menjadi salah satu kepala bidang`
    if walk.frame is not None and walk.frame.entered is None and not walk.frame.moved:
        walk.frame = None
    walk.open_list()
    walk.mode = ""


def _fills_seat_named_next(walk: Walk) -> bool:
    """Read `A menempati jabatan yang ditinggalkan B, yaitu Camat Woha`, where B's post was not told before."""
    steps = [walk.kind_at(step) for step in (-3, -2, -1)]
    if steps != ["left", "name", ","] or len(walk.frames) < 2:
        return False
    enters, leaver = walk.frames[-2:]
    if enters.entered is not None or leaver.left is not None or leaver.held is not None:
        return False
    post = walk.tags[walk.at + 1].post
    if post is None:
        return False
    leaver.left = walk.read_post(post)
    enters.enter(leaver.left, "to")
    walk.mode = "skip"
    return True


def _on_candidate(walk: Walk, _tag: Tag) -> None:
    if walk.frame is None:
        walk.mood = "candidate"
    elif not walk.frame.moved and walk.frame.entered is None:
        walk.frame.mood = "candidate"


def _on_rumour(walk: Walk, _tag: Tag) -> None:
    walk.rumoured = True


def _on_says(walk: Walk, tag: Tag) -> None:
    if tag.word == "mengaku":
        return
    walk.speaking = tag.word in _BEFORE_SPEAKER
    if tag.word in _ACCOMPANIED and walk.mood == "in":
        walk.mood = "guest"  # `dilantik oleh Sekda Nama didampingi Kepala BKD, Nama, serta ...`
    if walk.speaking and walk.mood == "out" and walk.kind_at(-1) == ",":
        walk.mood = "none"  # `"A dibebastugaskan," kata Bupati melalui Sekda Nama`
    speaker = walk.frame
    if speaker is not None and speaker.way == "as" and not walk.verb and walk.last_post is speaker.entered:
        speaker.held, speaker.entered = speaker.entered, None  # `Nama selaku Plt Kepala BKD membenarkan`
    if speaker is not None and speaker.entered is None:
        if walk.kind_at(-1) == "name" and not speaker.moved:
            speaker.mood, speaker.listed = "none", False  # `Di aula masing-masing, Sekda Nama menyebut ...`
        walk.frame = None
    walk.waiting = None
    walk.mode = ""
    walk.clause = len(walk.frames)


def _on_guest(walk: Walk, _tag: Tag) -> None:
    walk.mood, walk.mode, walk.waiting = "guest", "", None


def _on_pronoun(walk: Walk, tag: Tag) -> None:
    if tag.word in _SUBJECT_NOUNS and walk.at > 0 and walk.kind_at(1) != "who":
        return
    if walk.at > 0 and tag.word.endswith((" itu", " ini", " tersebut")):
        return
    person = walk.subject()
    if person is None:
        return
    present = walk.mode == "present"
    frame = Frame(person)
    if walk.waiting is not None and walk.role == "left":
        frame.left, walk.waiting = walk.waiting, None
    walk.frames.append(frame)
    walk.frame, walk.near = frame, True
    said_before = walk.sticky or walk.word_before() == "sebelumnya"  # `..., sebelumnya dia menjabat Camat Woha`
    walk.mode = "present" if present else "from" if said_before else ""


def _on_who(walk: Walk, _tag: Tag) -> None:
    if (
        walk.frame is not None
        and walk.frame.speaks
        and walk.kind_at(-1) == ","
        and walk.kind_at(1) not in {"now", "from"}
    ):
        walk.frame = None  # `ucap Nama, yang akan mengisi kursi itu ialah ...`
    if walk.mode not in {"replaced", "held by"}:
        walk.mode = ""


def _on_and(walk: Walk, _tag: Tag) -> None:
    walk.near = False
    if walk.mode not in {"held by", "replaced", "instead of"}:
        walk.mode = ""


def _on_reverse(walk: Walk, tag: Tag) -> None:
    """Read `A dari X menjadi Y, B sebaliknya`: B goes the other way."""
    frame = walk.frame
    if frame is not None and walk.kind_at(-1) == "name" and len(walk.frames) > 1 and walk.kind_at(1) not in _OPENS_MOVE:
        other = walk.frames[-2]
        old = other.left or other.held or old_post_of(other.person)
        if other.entered is not None and old is not None:
            frame.left = other.entered
            walk.enter(frame, old, "swap")
            return
    _on_and(walk, tag)


def _on_word(walk: Walk, tag: Tag) -> None:
    if walk.exchanges and tag.word == "dengan" and walk.frame is not None:
        walk.mode = "replaced"
        return
    if walk.kind_at(-1) == "(" and walk.kind_at(1) == ")" and walk.kind_at(-2) == "post":
        return  # `Wakil Bupati Humbang Hasundutan (Humbahas), Nama`
    walk.rest()


def _on_semicolon(walk: Walk, _tag: Tag) -> None:
    walk.mode, walk.waiting, walk.sticky, walk.near = "", None, False, False


def _on_comma(walk: Walk, _tag: Tag) -> None:
    if walk.mode == "into" and walk.word_before() in _TO_OLD_POST:
        return  # `dikembalikan ke jabatan lama, Kepala Dinas Sosial`
    if walk.mode in {"to", "as", "into", "is"} or (walk.mode == "from" and not walk.sticky):
        walk.mode = ""


def _on_colon(walk: Walk, tag: Tag) -> None:
    if walk.item and walk.kind_at(-1) in {"from", "to"}:
        return  # `Jabatan lama: Camat Woha`
    _on_comma(walk, tag)
    if walk.frame is None and walk.waiting is None:
        walk.open_list()


def _on_dash(walk: Walk, _tag: Tag) -> None:
    """The dash of a dateline parts what stands before it from the sentence; in a list it is a colon."""
    if not walk.item and walk.frame is not None and walk.frame.held is None and not walk.frame.moved:
        walk.frame, walk.near = None, False


PARTICLE_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "list": _on_list,
    "candidate": _on_candidate,
    "rumour": _on_rumour,
    "says": _on_says,
    "guest": _on_guest,
    "pronoun": _on_pronoun,
    "who": _on_who,
    "reverse": _on_reverse,
    "and": _on_and,
    "word": _on_word,
    ";": _on_semicolon,
    ",": _on_comma,
    ":": _on_colon,
    "-": _on_dash,
}
