"""Reads the verbs of a sentence: what moving and removing make of the people and posts beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_acting import on_acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_frames import Frame
    from extract.appointment_walk import Walk

AGENT_HEADS = frozenset(
    {
        "bupati",
        "wali kota",
        "walikota",
        "gubernur",
        "wakil bupati",
        "wakil wali kota",
        "wakil walikota",
        "wakil gubernur",
        "sekretaris daerah",
        "sekretaris",
    }
)
"""Heads of those who decide a move: a post so led, before a name, is no post that is moved."""
NOUNS = frozenset(
    "pelantikan mutasi rotasi penunjukan pengukuhan rolling pergeseran perombakan perpindahan promosi".split()
)
"""Nouns that name a move and say nothing of the person before them."""
AGENT_DISTANCE = 5
"""Tags after its verb within which one who decides the move is named."""
_JUST_AFTER = frozenset({"usai", "seusai", "setelah", "sesaat"})
_FOR_POST = re.compile(r"\b(?:untuk|sebagai|jabatan|posisi|kursi)(?: mengisi)?(?: jabatan| posisi| kursi)? $")
_REMOVES = re.compile(
    r"mencopot|copot|membebas|bebastugas|memberhenti|berhentikan|menonaktif|nonaktif|menonjob|nonjobkan|memecat|pecat"
    r"|pencopotan|pembebas|pengunduran|penonaktif|pemecatan"
)
_AS_DEFINITIVE = re.compile(r"\b(?:sebagai|menjadi|jadi)(?: \w+){0,3} $")


def _on_appointed(walk: Walk, tag: Tag) -> None:
    if walk.mode == "from" and walk.word_before() == "selama ini":
        walk.mode = "present"
        return  # `Nama selama ini juga dipercaya sebagai Plt Camat Woha`
    if tag.word == "definitif" and walk.waiting is not None and walk.near:
        walk.role = "new"  # `Sekda definitif, Nama, dilantik`
        return
    if tag.word == "definitif":
        walk.acting = walk.acting_told = None
    if tag.word.endswith(" baru") and walk.kind_at(-1) == "appointed" and walk.kind_at(1) == "post":
        walk.mode = "to"  # `diangkat dalam jabatan baru Camat Woha`
        return
    definitively = _AS_DEFINITIVE.search(walk.story.tagger.lower, max(0, tag.start - 40), tag.start) is not None
    if walk.mode != "from" or not walk.sticky:
        walk.mode = ""
    for before in walk.frames[walk.clause :]:
        if before.listed and before.mood == "none":
            before.mood = "in"  # `seperti Plt Camat Woha, Nama, dan Plt Camat Sape, Nama, ditunjuk kemarin`
    walk.verb, walk.since_verb, walk.clause = "appointed", 0, len(walk.frames)
    if walk.frame is not None and walk.frame.speaks and tag.word in NOUNS:
        walk.frame = None  # `Kata Nama, mutasi Camat Woha B menjadi ...`
    frame = walk.frame
    if frame is not None:
        frame.moved = True
        frame.confirmed = frame.confirmed or tag.word == "dikukuhkan"
        sworn_in = tag.word in {"dilantik", "dikukuhkan"} and frame.held is not None
        spoke_after = sworn_in and walk.word_before() in _JUST_AFTER  # `ujar Camat Woha, Nama, usai dilantik`
        frame.fresh = frame.fresh or spoke_after or (tag.word == "dilantik" and walk.kind_at(-1) == "new")
        if frame.entered is None and (tag.word == "didefinitifkan" or (tag.word == "definitif" and definitively)):
            _make_definitive(walk, frame)
    if walk.mood in {"none", "candidate"}:
        walk.mood = "in"


def _make_definitive(walk: Walk, frame: Frame) -> None:
    """Let one who acts in a post enter it (`Plt Camat Woha Nama didefinitifkan`)."""
    acting = frame.left or frame.held
    if acting is not None and acting.acting is not None:
        frame.left, frame.held = acting, None
        walk.enter(frame, acting.definitive(), "to")
        frame.way = "to"


def _on_appoints(walk: Walk, tag: Tag) -> None:
    if _is_for_post(walk, tag) or _asks_for_holder(walk):
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"
        walk.verb, walk.since_verb, walk.mood = "appoints", 0, "in"
        return
    _act(walk)
    walk.verb, walk.since_verb, walk.mood, walk.mode = "appoints", 0, "in", ""


def _is_for_post(walk: Walk, tag: Tag) -> bool:
    """Tell `Untuk Plt Camat Woha, bupati menunjuk ...`, where the post stands before who decides."""
    post = walk.waiting
    if post is None or post.span is None or post.head in AGENT_HEADS:
        return False
    lower = walk.story.tagger.lower
    opened = _FOR_POST.search(lower, max(0, post.span[0] - 24), post.span[0]) is not None
    return opened and "," in lower[post.span[1] : tag.start]


def _asks_for_holder(walk: Walk) -> bool:
    """Tell `Plt Camat Woha yang kami tunjuk adalah ...`: the post of whoever is named next."""
    told = walk.waiting is not None and walk.frame is None and walk.kind_at(1) == "is"
    return told and "who" in {walk.kind_at(-1), walk.kind_at(-2)}


def _act(walk: Walk) -> None:
    """The person before an active verb does the moving and is not moved."""
    if walk.frame is not None:
        walk.frame.presides = walk.frame.entered is None and walk.frame.mood != "out" and not walk.frame.removed
    walk.frame = walk.waiting = None


def on_remove(walk: Walk, tag: Tag) -> None:
    """Take note of a removal: of the people before a passive verb, of those to come after an active one."""
    if walk.negated:
        walk.negated = False
        return
    before = tag.word.startswith("sebelum")
    if walk.frame is not None and walk.frame.speaks:
        walk.frame = None  # `Menurut Kepala BKD Nama, kursi kosong sebab ada yang mengundurkan diri`
    if walk.frame is not None and not _REMOVES.match(tag.word):
        walk.frame.removed = True
        for frame in walk.frames[walk.clause :]:
            _hold_until_removed(frame)
            frame.removed = frame.removed or (frame.held is not None and frame.entered is None)
    else:
        if walk.frame is None and tag.word.startswith("di"):
            walk.topic = walk.waiting
        _act(walk)
        walk.mood = "out"
    walk.verb, walk.since_verb, walk.clause = "remove", 0, len(walk.frames)
    walk.sticky = walk.sticky or before
    walk.mode = "from" if before else ""


def _hold_until_removed(frame: Frame) -> None:
    """Read `Nama bertahan sebagai Camat Woha meski dicopot`, `Sekda definitif Nama dinonaktifkan`: the post is left."""
    if frame.entered is not None and frame.way in {"as", "new holder"} and not frame.moved and frame.held is None:
        frame.held, frame.entered = frame.entered, None


def _on_gone(walk: Walk, _tag: Tag) -> None:
    if walk.frame is not None:
        walk.frame.gone = True
    else:
        walk.mood = "guest"
    walk.mode = ""


def _on_confirmed(walk: Walk, tag: Tag) -> None:
    if walk.frame is not None:
        walk.frame.confirmed = walk.frame.fresh = True
    _on_appointed(walk, tag)


def _on_stays(walk: Walk, _tag: Tag) -> None:
    walk.stays = True


def _on_not(walk: Walk, _tag: Tag) -> None:
    walk.negated = True


VERB_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "appointed": _on_appointed,
    "appoints": _on_appoints,
    "remove": on_remove,
    "gone": _on_gone,
    "confirmed": _on_confirmed,
    "acting": on_acting,
    "stays": _on_stays,
    "not": _on_not,
}
