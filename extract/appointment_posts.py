"""Gives a post the place in its sentence that the words before it ask for: entered, left, held, or of the next name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_frames import Frame, Post
from extract.appointment_sharing import goes_on_without_name
from extract.appointment_verbs import AGENT_HEADS
from extract.appointment_walk import Walk

if TYPE_CHECKING:
    from extract.appointment_cues import Tag
    from extract.appointment_frames import Way

_SINCE = re.compile(r" sejak (?:tahun \d|\d|[a-z]+ \d|lama|awal|akhir|pertengahan)")
_BEFORE_HOLDER = frozenset({"old", ","})


def on_post(walk: Walk, tag: Tag) -> None:
    """Read a post of the sentence."""
    if tag.post is not None:
        take_post(walk, walk.read_post(tag.post))


def take_post(walk: Walk, post: Post) -> None:
    """Give a post the place in the sentence that the words before it ask for."""
    ways = (_refers_back, _is_entered_beside_held, _goes_on_without_verb, _is_held_since, _replaces_holder)
    if any(way(walk, post) for way in ways):
        return
    if not walk.mode and walk.shared and post.civil and goes_on_without_name(walk):
        walk.shared.append(post)
        return
    mode = walk.mode
    walk.mode = mode if mode in {"held by", "replaced"} else ""
    walk.last_post = post
    frame = walk.frame
    if mode == "skip":
        walk.mode = "from"
    elif mode in ("to", "as", "into"):
        if frame is None:
            walk.wait(post)
        else:
            _enter(walk, frame, post, mode)
    elif mode == "from":
        _leave(walk, frame, post)
    elif mode in {"now", "present", "is"} and frame is not None and not (mode == "is" and walk.listed):
        _hold(walk, frame, post, mode)
    elif frame is not None and not mode and _follows_verb(walk, post):
        walk.enter(frame, post, "as")
    elif not mode and _belongs_to_next(walk, post):
        walk.wait(post)
    elif frame is not None and walk.near and walk.waiting is None and mode not in {"held by", "replaced"}:
        if "held" in {walk.kind_at(1), walk.kind_at(2)} - {"name"} and walk.kind_at(1) in {
            "held",
            "now",
            "who",
            "from",
        }:
            walk.wait(post)
        else:
            stand_beside(walk, frame, post)
    else:
        walk.wait(post)


def _is_held_since(walk: Walk, post: Post) -> bool:
    """Read `Ia menjabat Plt Camat Woha sejak tahun 2023`: what one has been, and no move."""
    frame = walk.frame
    if frame is None or walk.mode != "to" or not walk.serves or post.span is None:
        return False
    if _SINCE.match(walk.text_after(post.span[1])) is None:
        return False
    frame.present = frame.present or post
    walk.mode, walk.last_post = "", post
    return True


def _replaces_holder(walk: Walk, post: Post) -> bool:
    """Read `A menggantikan Kepala Dinas Sosial lama, B, yang digeser`: A enters the post that B leaves."""
    frame = walk.frame
    if frame is None or frame.entered is not None or walk.mode != "replaces" or walk.kind_at(-1) != "replaces":
        return False
    step = 1
    while walk.kind_at(step) in _BEFORE_HOLDER:
        step += 1
    if walk.kind_at(step) != "name" or not post.civil or post.generic or frame.mood in {"candidate", "guest"}:
        return False
    walk.enter(frame, post.definitive() if post.acting in {"Plt", "Plh"} else post, "replaces")
    return True


def _is_entered_beside_held(walk: Walk, post: Post) -> bool:
    """Read `Nama (Kepala Biro Hukum) Pjs Bupati Bima`: the acting post is entered."""
    frame = walk.frame
    if frame is None or frame.held is None or post.acting is None or walk.kind_at(-1) != ")" or walk.mode:
        return False
    if frame.held.acting is not None or frame.entered is not None:
        return False
    walk.enter(frame, post, "list")
    return True


def _goes_on_without_verb(walk: Walk, post: Post) -> bool:
    """Read `Kadis Sosial A menjadi Pjs Bupati Bima, Kadis Kesehatan B Pjs Bupati Dompu`: the verb is told once."""
    frame = walk.frame
    if frame is None or frame.held is None or frame.entered is not None or walk.mode:
        return False
    before = walk.frames[-2] if len(walk.frames) > 1 else None
    if before is None or before.entered is None or before.way not in {"to", "as"} or before.entered.acting is None:
        return False
    after_name = frame.fronted and walk.kind_at(-1) == "name"
    after_held = walk.kind_at(-1) == "," and walk.last_post is frame.held  # `Nama, Camat Woha, Plt Kadis Pasar`
    if post.acting is None or not (after_name or after_held) or walk.kind_at(1) == "name":
        return False
    walk.enter(frame, post, before.way)
    return True


def _follows_verb(walk: Walk, post: Post) -> bool:
    """Tell `ditunjuk Plh Sekda` and `dilantik untuk jabatan Kepala Dinas Sosial` from `dilantik Bupati`."""
    named = walk.kind_at(1) == "name" or (walk.kind_at(1) == "," and walk.kind_at(2) == "name")
    decides = post.head in AGENT_HEADS and post.acting is None
    verb = walk.kind_at(-1) == "appointed" and (walk.word_before().startswith("di") or walk.word_before() == "bergeser")
    return verb and post.civil and not named and not decides


def _belongs_to_next(walk: Walk, post: Post) -> bool:
    """Tell `Camat Woha Nama, Camat Sape Nama`, and `Nama dilantik Bupati Nama`: the post of the name after it."""
    verb = walk.tags[walk.at - 2 if walk.word_before() == "oleh" else walk.at - 1] if walk.at > 1 else None
    passive = verb is not None and verb.kind in {"appointed", "remove"} and verb.word.startswith("di")
    if passive and post.head in AGENT_HEADS and walk.frame is not None:
        return True
    if walk.kind_at(1) == "to_whom" and walk.tags[walk.at + 1].word == "kepada" and walk.kind_at(-1) in {",", "and"}:
        return True  # `A sebagai Camat Woha, Camat Sape kepada B`
    return walk.kind_at(1) == "name" and walk.kind_at(-1) == "," and not walk.item


def _enter(walk: Walk, frame: Frame, post: Post, way: Way) -> None:
    if way == "as" and frame.entered is not None and frame.way != "into" and post.acting is None:
        walk.wait(post)
    elif way == "as" and frame.successor is not None and frame.successor.entered is None and not frame.moved:
        # `A menggantikan B sebagai Camat Woha`
        frame.successor.enter(post, "replaces")
        frame.left = post
    else:
        walk.enter(frame, post, way)
        walk.shared = [post]


def _leave(walk: Walk, frame: Frame | None, post: Post) -> None:
    """Take a post that was left: by the person before, or by the one whose name follows at once."""
    named_next = walk.kind_at(1) == "name" or (walk.kind_at(1) == "," and walk.kind_at(2) == "name")
    # `menurut A, mantan Camat Woha B pindah`, `A bertukar posisi dengan eks Camat Woha B`
    of_next = named_next and frame is not None and (frame.speaks or walk.swaps)
    if (
        frame is None
        or of_next
        or frame.left is not None
        or (frame.entered is not None and named_next and not walk.near)
    ):
        walk.wait(post, "left")
    else:
        frame.left = post


def _hold(walk: Walk, frame: Frame, post: Post, mode: str) -> None:
    if mode == "now" and frame.way == "held by" and frame.entered is not None and post.acting is None:
        frame.left = frame.left or post  # `Plt Camat Woha dirangkap Nama yang kini Camat Sape`
    elif mode == "now":
        walk.enter(frame, post, "to")
    elif mode == "present":
        frame.present = frame.present or post
    elif walk.sticky:
        frame.left = frame.left or post
    else:
        frame.held = frame.held or post


def stand_beside(walk: Walk, frame: Frame, post: Post) -> None:
    """Take a post printed beside a name: `Nama, Jabatan`, `Nama (Jabatan)`, or the columns of a table row."""
    if walk.kind_at(1) == "says" and walk.kind_at(-1) == ",":
        walk.wait(post)  # `..., Sekda mengakui`: another speaks
    elif frame.held is None and frame.entered is None and frame.left is None:
        frame.held = post
        frame.bare_beside = walk.kind_at(-1) == "name"
    elif _is_post_held_beside(walk, frame, post):
        frame.left = post
    elif walk.item and frame.held is not None and frame.entered is None:
        old, new = (post, frame.held) if walk.new_first else (frame.held, post)
        frame.held, frame.left = None, frame.left or old
        walk.enter(frame, new, "table")
    elif frame.entered is not None and frame.left is None and frame.held is None and walk.kind_at(1) != "name":
        frame.left = post
    else:
        walk.wait(post)


def _is_post_held_beside(walk: Walk, frame: Frame, post: Post) -> bool:
    """Tell `Pj Bupati Bima Nama (Kepala Dinas Sosial)`: acting is what one becomes beside the post one has."""
    listed = (walk.item or walk.kind_at(-1) == "(") and frame.left is None and frame.entered is None
    designated = listed and frame.fronted and frame.held is not None and frame.held.acting is not None
    return designated and post.acting is None


def _refers_back(walk: Walk, post: Post) -> bool:
    """Read `Sekretaris distrik itu`, `Mantan Camat Woha itu`: the person last spoken of, by the post held."""
    if walk.frame is not None or post.span is None:
        return False
    if re.match(r" (?:itu|tersebut)\b", walk.text_after(post.span[1])) is None:
        return False
    person = walk.story.person_before(walk.number)
    if person is None:
        return False
    unit = walk.unit(walk.story.topic)
    if unit is not None and post.text.lower().endswith(" " + unit.partition(" ")[0].lower()):
        post = Post(f"{post.text.rpartition(' ')[0]} {unit}", post.span, post.head, post.acting)
    elif post.generic:
        return False
    frame = walk.begin(person)
    if walk.mode != "from":
        frame.present = post
    elif walk.kind_at(1) != "from":  # `Mantan Camat Woha itu sebelumnya menjabat ...`: the later one counts
        frame.left = post
    walk.mode, walk.near = "", False
    return True
