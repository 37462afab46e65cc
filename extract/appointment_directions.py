"""Reads the words that say which way a post lies: entered, left, held until now (`menjadi`, `dari`, `ke`, `kini`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_frames import Post
from extract.appointment_references import post_at_place
from extract.appointment_tags import PASSES_ON

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_walk import Walk

_PRESENT = frozenset({"kini", "sekarang", "selanjutnya"})
_SHIFT_LOOK_BACK = 40
_MOVES_BEFORE_DARI = frozenset({"appointed", "remove", "name", "who", ",", ":", ";", "(", "pronoun", "and", "now", ""})
_ALREADY = frozenset({"telah", "sudah", "sempat", "lama"})
_ONLY_POSSIBLE = frozenset({"bisa", "dapat", "ingin", "boleh", "layak", "mau", "pantas", "cocok", "siap"})
_BEFORE_THE_MOVE = re.compile(r"sebelum (?:me|di)")
_FORMER = frozenset({"mantan", "eks", "bekas"})
_NEW_SEAT = frozenset({"posisi baru", "jabatan baru"})
_BECOMES = frozenset({"menjadi", "jadi"})


def _on_to(walk: Walk, tag: Tag) -> None:
    walk.serves = tag.word in {"menjabat", "jabat"}
    if walk.kind_at(-1) == "from" and _BEFORE_THE_MOVE.match(walk.word_before()):
        walk.mode = "skip"
    elif walk.mode == "from" or (walk.sticky and tag.word not in _BECOMES):
        walk.mode = "from"
    elif walk.kind_at(-1) == "not" or (walk.frame is not None and walk.word_before() == "lama"):
        walk.mode = "from"  # `tak lagi menjabat`, `yang lama menjadi`
    elif walk.stays or (tag.word == "menjabat" and (walk.kind_at(-1) == "who" or walk.word_before() in _ALREADY)):
        walk.mode, walk.stays = "is", False
    elif walk.at_present and tag.word == "menjabat":
        walk.mode = "present"
    elif walk.word_before() in _ONLY_POSSIBLE:
        walk.mode = ""
    elif walk.mode != "present" or (tag.word in _BECOMES and walk.frame is not None and walk.frame.left is not None):
        walk.mode = "to"  # `Nama, sebelumnya Camat Woha, saat ini menjadi Camat Sape`


def _on_as(walk: Walk, _tag: Tag) -> None:
    if walk.sticky and walk.verb not in {"appointed", "appoints"}:
        walk.mode = "from"
    elif walk.kind_at(-1) == "from" and _BEFORE_THE_MOVE.match(walk.word_before()):
        walk.mode = "skip"  # `sebelum menjabat sebagai Camat Woha`: the post entered
    elif walk.mode not in {"from", "to", "present", "now", "is"}:
        walk.mode = "as"


def _on_into(walk: Walk, tag: Tag) -> None:
    if tag.word == "ke" and walk.kind_at(1) == "name" and walk.word_before() in PASSES_ON and _leaves_seat(walk):
        return
    if tag.word == "ke" and walk.kind_at(1) == "name" and walk.seat is not None and walk.kind_at(-1) == "name":
        walk.mode, walk.frame = "held by", None  # `Camat Woha bergeser dari A ke B`
        return
    walk.mode = "into"
    _shift(walk, tag)


def _leaves_seat(walk: Walk) -> bool:
    """Read `Camat Woha yang dijabat A kini bergeser ke B`: B follows A in it."""
    frame = walk.frame
    if frame is None or frame.held is None or frame.entered is not None or walk.tags[walk.at - 2].kind == "post":
        return False
    walk.seat, walk.frame, walk.mode = frame.held, None, "held by"
    frame.left, frame.held, frame.made_room = frame.held, None, True
    return True


def _on_from(walk: Walk, tag: Tag) -> None:
    if walk.mode in {"held by", "replaced"} and tag.word in _FORMER:
        return  # `dijabat oleh mantan Camat Woha, Nama`: the post beside the name is the one left
    follower = walk.kind_at(1)
    old = follower == "old" and walk.kind_at(3 if walk.kind_at(2) == "," else 2) == "name"
    named = follower == "name" or old  # `dari pejabat lama, Nama, kepada ...`
    if tag.word == "dari" and walk.waiting is not None and not walk.waiting.generic and named:
        # `serah terima jabatan Camat Woha dari A kepada B`
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held before"
        return
    if tag.word == "sebelumnya" and walk.word_before() == "dari" and follower == "name" and _passes_on(walk):
        return
    if tag.word == "dari" and walk.kind_at(-1) not in _MOVES_BEFORE_DARI and follower != "seat":
        return
    if tag.word == "sebelumnya" and walk.waiting is not None and walk.near and follower in {",", "name"}:
        walk.role = "left"
        return
    if walk.at and tag.word == "sebelumnya" and walk.story.tagger.text[tag.start].isupper() and follower == ",":
        walk.frame = walk.waiting = None  # a degree before it (`M.Kes. Sebelumnya, ...`) hid the end of a sentence
    opens = walk.frame is None and walk.waiting is None and follower in {",", "name", "pronoun"}
    if opens or _BEFORE_THE_MOVE.match(tag.word):
        walk.sticky = True
    walk.mode = "skip" if _BEFORE_THE_MOVE.match(tag.word) and follower in {"post", "unit"} else "from"
    _shift(walk, tag)


def _passes_on(walk: Walk) -> bool:
    """Read `Camat Woha dijabat A dari sebelumnya B`: B held it before."""
    frame = walk.frame
    if frame is None or frame.way != "held by" or frame.entered is None:
        return False
    walk.seat, walk.frame, walk.mode = frame.entered, None, "held before"
    return True


def _shift(walk: Walk, tag: Tag) -> None:
    """Read `dari Bualemo ke Balantak Utara` where the sentence named `Camat Bualemo` before."""
    frame = walk.frame
    if frame is None:
        return
    for other in walk.tags[max(0, walk.at - _SHIFT_LOOK_BACK) : walk.at]:
        if other.post is None:
            continue
        head, _, place = other.post.text.partition(" ")
        if place and walk.story.tagger.text.startswith(place, tag.end + 1):
            post = Post(other.post.text, (tag.end + 1, tag.end + 1 + len(place)), head.lower())
            if tag.kind == "from":
                frame.left = frame.left or post
            else:
                walk.enter(frame, post, "into")
            walk.mode = ""
            return
    if tag.kind == "into":
        elsewhere = post_at_place(walk, tag, frame)
        if elsewhere is not None:
            walk.enter(frame, elsewhere, "into")
            walk.mode = ""


def _on_now(walk: Walk, tag: Tag) -> None:
    if walk.mode != "from" and walk.kind_at(-1) == "who" and _is_designated(walk):
        walk.mode = "present"  # `menunjuk Plt, Nama, yang kini menjabat Sekretaris Dinas Sosial`
    elif walk.mode != "from":
        walk.mode = "now" if tag.word in _PRESENT and walk.mood != "candidate" else "present"
    walk.at_present = walk.frame is None and walk.mode == "present"


def _is_designated(walk: Walk) -> bool:
    frame = walk.frame
    if frame is None:
        return False
    acts = frame.entered is not None and frame.entered.acting is not None
    return acts or (walk.bare_acting is not None and walk.bare_acting[0] is frame)


def _on_is(walk: Walk, _tag: Tag) -> None:
    if walk.mode in {"from", "replaced"} or (walk.mode == "held by" and walk.seat is not None):
        return  # `Penggantinya di Woha ialah Nama`
    if walk.mode == "instead of":
        walk.mode = "held by"
        return
    if walk.kind_at(-1) == "name" and walk.at > 1 and walk.tags[walk.at - 2].word in _NEW_SEAT:
        walk.mode = "to"  # `Posisi baru Nama adalah Camat Woha`
        return
    frame = walk.frame
    if frame is not None and not walk.sticky and frame.entered is None and (not walk.near or frame.removed):
        walk.frame = None
    if walk.frame is None and walk.waiting is not None and walk.verb == "appointed" and walk.tags[0].kind == "who":
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"  # `Yang ditunjuk mengisi X adalah ...`
        return
    if walk.frame is None:
        walk.open_list()
    walk.mode = "is"


DIRECTION_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "to": _on_to,
    "as": _on_as,
    "into": _on_into,
    "from": _on_from,
    "now": _on_now,
    "is": _on_is,
}
