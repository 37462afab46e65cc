"""Reads the names of a sentence: which of the posts told before belong to whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_agents import is_agent, is_designation_before_name
from extract.appointment_chains import attach_seat, attach_successor
from extract.appointment_frames import Frame, Post
from extract.appointment_references import seat_left_by

if TYPE_CHECKING:
    from extract.appointment_cues import Tag
    from extract.appointment_people import Person
    from extract.appointment_walk import Walk

_EMPTY = re.compile(r"\b(?:kosong|lowong)\b")
_SINCE = re.compile(r"\b(?:setelah|karena|lantaran|sejak|usai|menyusul|akibat)(?: \w+){0,2} $")
_FILLS = frozenset({"mengisi", "menempati", "menduduki", "memegang", "mengambil alih posisi"})


def on_name(walk: Walk, tag: Tag) -> None:
    """Begin a mention of a person, and give it the posts told before the name."""
    if tag.name is None:
        return
    if is_agent(walk):
        walk.waiting = None
        return
    if walk.mode == "instead of" or _belongs_to_unknown_post(walk) or _is_alias(walk):
        return
    person = walk.story.people.find(tag.name)
    if walk.leaver:
        _note_leaver(walk, person)
        return
    if walk.mode == "follows":
        _name_predecessor(walk, person)
        return
    old = walk.frame
    if _fills_seat_of(walk, old, person):
        return
    frame = walk.begin(person)
    walk.named.append((walk.at, frame))
    if walk.mode in {"held by", "held before", "held now"} and walk.seat is not None:
        attach_seat(walk, frame)
    elif walk.mode == "replaces" and old is not None:
        frame.successor = old
    elif walk.mode == "replaced":
        attach_successor(walk, frame, old)
    elif walk.waiting is not None:
        _attach_told_before(walk, frame, walk.waiting, tag)
    _designate(walk, frame)
    if walk.speaking:
        frame.mood, frame.listed, walk.speaking = "none", False, False
        frame.speaks = True
    until_now = walk.mode == "from" and old is not None and old.person is person
    walk.waiting, walk.acting = None, None
    walk.mode = "from" if until_now else ""  # `Nama sebagai Camat Woha, yang sebelumnya Nama sebagai Camat Sape`
    walk.near, walk.negated = True, False


def _left_it_empty(walk: Walk, post: Post, tag: Tag) -> bool:
    """Tell `Camat Woha kosong setelah Nama dilantik menjadi ...`."""
    if post.span is None or post.generic or walk.kind_at(1) not in {"appointed", "gone"}:
        return False
    lower = walk.story.tagger.lower
    since = _SINCE.search(lower, post.span[1], tag.start)
    return since is not None and _EMPTY.search(lower, walk.tags[0].start, since.start()) is not None


def _is_alias(walk: Walk) -> bool:
    """Tell `Nama alias Nama`: one person."""
    alias = walk.word_before() == "alias" and walk.kind_at(-2) == "name"
    walk.near = walk.near or alias
    return alias


def _belongs_to_unknown_post(walk: Walk) -> bool:
    """Tell `sebagai KPN Kilbat`: after a post that is none of ours a capitalised word is its place."""
    if walk.kind_at(-1) != "word" or walk.kind_at(-2) != "as":
        return False
    before = walk.tags[walk.at - 1]
    return walk.story.tagger.text[before.start : before.end].isupper()


def _name_predecessor(walk: Walk, person: Person) -> None:
    """Read the name in `pengganti Nama`: the next one follows that person, or enters the post told before."""
    frame = walk.begin(person)
    frame.mood, frame.listed = "none", False
    if walk.waiting is not None:
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"
    else:
        walk.mode = "replaced"
    walk.near = True


def _note_leaver(walk: Walk, person: Person) -> None:
    """Read `Camat Woha yang ditinggalkan Nama`, and `jabatan yang ditinggalkan Nama`, the post told before."""
    walk.leaver = False
    post = seat_left_by(walk, person)
    if walk.waiting is not None and person.left is None:
        frame = Frame(person, left=walk.waiting)
        walk.frames.append(frame)
        if walk.kind_at(1) == "who":
            walk.frame, walk.waiting, walk.near = frame, None, True  # `Kursi itu ditinggalkan Nama yang mundur`
    elif walk.waiting is None and post is not None:
        walk.wait(post)


def _designate(walk: Walk, frame: Frame) -> None:
    """Keep the mark told before the name of one whose post is told elsewhere, or not at all."""
    mark = walk.fronted_acting
    if mark is None and _is_handed_a_decree(walk):
        mark = walk.acting_told
    if walk.bare_acting is None and mark is not None:
        walk.bare_acting = (frame, mark)


def _is_handed_a_decree(walk: Walk) -> bool:
    """Tell `menyerahkan surat perintah Plt kepada Nama`."""
    return walk.verb == "appoints" and walk.waiting is None and walk.seat is None and walk.kind_at(-1) == "to_whom"


def _fills_seat_of(walk: Walk, frame: Frame | None, person: Person) -> bool:
    """Read `B mengisi posisi A`, `B menempati kursi yang ditinggalkan A`: B enters the post that A leaves."""
    if frame is None or frame.person is person or walk.mode not in {"to", "replaces"}:
        return False
    cue = walk.tags[walk.at - (2 if walk.kind_at(-1) == "left" else 1)]
    fills = cue.word in _FILLS or (cue.kind == "replaces" and walk.kind_at(-1) == "left")
    post = seat_left_by(walk, person) if fills else None
    if post is None:
        if fills and walk.kind_at(-1) == "left" and frame.person.entered and frame.entered is None:
            # `A digeser sebagai Camat Woha. A menduduki kursi yang ditinggalkan B yang bergeser ...`
            leaver = walk.begin(person)
            told = frame.person.entered[-1]
            leaver.left, walk.mode, walk.near = Post(told.post, told.span, acting=told.acting), "", True
            return True
        return False
    walk.enter(frame, post.definitive(), "to")
    walk.mode = ""
    return True


def _attach_told_before(walk: Walk, frame: Frame, post: Post, tag: Tag) -> None:
    if walk.near:
        _attach(walk, frame, post)
    elif _left_it_empty(walk, post, tag):
        frame.left = post


def _attach(walk: Walk, frame: Frame, post: Post) -> None:
    """Attach the post printed just before a name."""
    post = walk.as_listed(post)
    if walk.role == "left":
        frame.left = None if post.generic else post
    elif walk.mode == "now" and walk.kind_at(-1) == "now" and not post.generic:
        frame.enter(post, "held by")  # `Kepala Dinas Sosial kini Nama`
    elif walk.role == "new" or (walk.item and walk.mood == "in" and walk.kind_at(-1) == ":"):
        frame.enter(post, "new holder")
    elif is_designation_before_name(walk):
        frame.enter(post, "as")
        frame.moved = True
    elif post.acting is not None and walk.verb == "appoints" and "to_whom" in {walk.kind_at(-1), walk.kind_at(-2)}:
        frame.enter(post, "decree")
    elif not post.generic:
        frame.held, frame.fronted = post, not walk.speaking
        frame.fresh = _is_sworn_in(walk)


def _is_sworn_in(walk: Walk) -> bool:
    """Tell `melantik Kepala Dinas Kesehatan, Nama`: without another post told, that is the one entered."""
    at = walk.at - 1
    while at > 0 and walk.tags[at].kind in {",", "post", "new"}:
        at -= 1
    return walk.tags[at].word in {"melantik", "lantik", "pelantikan", "mengukuhkan"}
