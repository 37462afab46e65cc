"""Reads units named without their head: where a sentence moves people to them, the head is the post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from extract.appointment_frames import Frame, Post
from extract.appointment_posts import stand_beside, take_post
from extract.appointment_verbs import AGENT_DISTANCE
from extract.posts import post_of_unit

if TYPE_CHECKING:
    from extract.appointment_cues import Tag
    from extract.appointment_walk import Walk
    from extract.events import Acting
    from extract.posts import PostMention


_LEADS_ONE_OF_MANY = re.compile(
    r"(?:plt )?(?:kepala (?:s[dm]|tk|paud|puskesmas|sekolah|distrik|pkm|uptd?)|camat|lurah)"
)
_REFERS_BACK = re.compile(r" (?:itu|tersebut)\b")
_SCHOOL = re.compile(r"s[dm][apk]?n?\b|tkn?\b|slbn?\b|mtsn?\b")
_AT_SCHOOL = re.compile(rf"(?:guru|kepala)(?: di)? (?:sekolah|{_SCHOOL.pattern})")
_OPENING_OF_LIST = 300
_BELOW_THE_HEAD = re.compile(r"\b(?:sekretaris|kabid|kasi|kabag|kasubag|kasubbag|staf|guru|seksi|bidang)\b")


def on_unit(walk: Walk, tag: Tag) -> None:
    """Read a unit named alone: it stands for its head where the words beside it ask for a post."""
    if tag.post is None:
        return
    if _REFERS_BACK.match(walk.text_after(tag.end)) is not None:
        walk.rest()  # `yang belum lama memimpin BPBD itu`
        return
    post = _head_of(walk, tag.post)
    if walk.item and walk.frame is None and walk.kind_at(1) == ":":
        walk.wait(post.as_acting(walk.list_acting), "new")  # `Dinas Sosial: Nama (Camat Woha)`
    elif walk.mode == "as" or (walk.mode == "into" and _moves(walk)):
        take_post(walk, post if _led_one_before(walk) else walk.read_post(tag.post))
    elif _is_sent_to_school(walk, tag):
        walk.enter(cast("Frame", walk.frame), walk.as_listed(post), "into")
    elif walk.mode in {"from", "to", "now"} and not _works_at(walk, tag):
        if walk.mode == "to" and walk.frame is None:
            walk.topic = post  # `Untuk memimpin RSUD Woha, bupati menunjuk Plt`
        take_post(walk, post)
    elif _goes_on_with_holder(walk):
        walk.wait(post.as_acting(walk.list_acting))
    elif walk.frame is not None and _is_listed_at(walk, walk.frame):
        stand_beside(walk, walk.frame, post.as_acting(walk.list_acting))
    elif _passes_on(walk):
        walk.wait(post.as_acting(_acting_of_chain(walk)))
    elif any(after.kind == "held" for after in walk.tags[walk.at + 1 : walk.at + 4]):
        walk.wait(post)
    else:
        walk.rest()


def _passes_on(walk: Walk) -> bool:
    """Tell `Biro Umum berpindah tangan dari A ke B`."""
    kinds = [tag.kind for tag in walk.tags[walk.at + 1 : walk.at + 6] if tag.kind not in {"word", "now"}]
    return kinds[:3] == ["appointed", "from", "name"]


def _acting_of_chain(walk: Walk) -> Acting | None:
    """Return the mark of the post that the sentence before passed on, where units are told by their names alone."""
    entered = [frame.entered for frame in (*walk.story.frames, *walk.frames) if frame.way == "held by"]
    return entered[-1].acting if entered and entered[-1] is not None else None


def _goes_on_with_holder(walk: Walk) -> bool:
    """Tell `Puskesmas Woha dipimpin A, Puskesmas Sape B`, and a unit among the posts of a list."""
    told = walk.listed or (walk.frame is not None and walk.frame.way == "held by")
    return told and walk.kind_at(1) == "name" and walk.kind_at(-1) in {",", "and", "list"}


def _is_listed_at(walk: Walk, frame: Frame) -> bool:
    """Tell `Lurah yang dilantik antara lain Nama di Kelurahan X, Nama (Kelurahan Y)`: its head is the post told."""
    if not (walk.listed and walk.near) or walk.mood not in {"in", "out"} or walk.mode:
        return False
    if (frame.held or frame.entered or frame.left) is not None:
        return False
    start = walk.tags[0].start
    end = min(walk.tags[walk.at].start, start + _OPENING_OF_LIST)
    return _BELOW_THE_HEAD.search(walk.story.tagger.lower, start, end) is None


def _is_sent_to_school(walk: Walk, tag: Tag) -> bool:
    """Tell `Nama yang sebelumnya guru di SMAN 1 Bima ditugaskan di SMAN 2 Woha`, where schools get their heads."""
    left = walk.frame.left or walk.frame.held if walk.frame is not None else None
    sent = walk.kind_at(-1) == "appointed" and walk.word_before() in {"ditugaskan", "ditempatkan"}
    taught = left is not None and _AT_SCHOOL.match(left.text.lower()) is not None
    return sent and taught and tag.post is not None and _SCHOOL.match(tag.post.text.lower()) is not None


def _works_at(walk: Walk, tag: Tag) -> bool:
    """Tell `bertugas di Dinas Sosial`, which names no post."""
    return walk.story.tagger.lower[max(0, tag.start - 6) : tag.start].endswith((" di ", " pada "))


def _led_one_before(walk: Walk) -> bool:
    """Tell whether the person leaves a school, puskesmas or area as its head, so that the next one is led too."""
    left = walk.frame.left or walk.frame.held if walk.frame is not None else None
    return walk.mode == "into" and left is not None and _LEADS_ONE_OF_MANY.match(left.text.lower()) is not None


def _moves(walk: Walk) -> bool:
    """Tell whether the clause speaks of a move, so that `ke Dinas Sosial` is where it leads."""
    left = walk.frame is not None and (walk.frame.left or walk.frame.held) is not None
    return left or (walk.verb in {"appointed", "remove"} and walk.since_verb <= AGENT_DISTANCE)


def _head_of(walk: Walk, unit: PostMention) -> Post:
    read = walk.read_post(unit)
    return Post(post_of_unit(read.text), read.span, "kepala")
