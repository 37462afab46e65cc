"""Reads posts that pass from one person to another: held by, replaced by, left to, swapped, told by reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from extract.appointment_frames import Frame, Post, old_post_of
from extract.appointment_references import head_of_unit_told_before, seat_left_by
from extract.appointment_verbs import AGENT_HEADS
from extract.posts import post_of_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_walk import Walk

_SEAT_OF = re.compile(r"\b(?:posisi|kursi|jabatan|pos)(?: lama| yang ditinggalkan)? $")
_EMPTY = re.compile(r"\b(?:kosong|lowong|kekosongan)\b")
_OFFICIAL = re.compile(r"\bpejabat $")
_OCCUPIED = frozenset({"dijabat", "dipegang", "dipimpin", "diemban", "diduduki", "ditempati"})
_HANDED_OVER = frozenset({"dipercayakan", "diserahkan", "diberikan", "diamanahkan"})


def attach_seat(walk: Walk, frame: Frame) -> None:
    """Let the person just named hold the post told before: from now on, or until now."""
    post = walk.seat
    if post is None:
        return
    if walk.mode == "held before":
        frame.left, frame.made_room = post, walk.acting is None and not _is_told_empty(walk)
        walk.topic = post
        return
    if walk.mode == "held now":
        frame.held = post
        walk.seat = None
        return
    beside = walk.waiting if walk.near else None
    if beside is not None and beside.acting is not None and post.text.startswith(beside.definitive().text):
        frame.enter(beside, "held by")  # `Posisi Inspektur akan diisi Plt Inspektur Nama`
        walk.topic, walk.seat = post.definitive(), None
        return
    frame.enter(post.as_acting(walk.acting or walk.acting_told or walk.list_acting), "held by")
    if walk.waiting is not None and walk.near:
        frame.left = walk.waiting
    walk.topic, walk.seat = post.definitive(), None


def _is_told_empty(walk: Walk) -> bool:
    """Tell `Jabatan yang kosong antara lain Camat Woha yang sebelumnya dijabat Nama`: no move of this one."""
    first = walk.tags[0].start
    return walk.listed and _EMPTY.search(walk.story.tagger.lower, first, walk.tags[walk.at].start) is not None


def attach_successor(walk: Walk, frame: Frame, old: Frame | None) -> None:
    """Let the person just named follow the one before in the post."""
    beside = walk.waiting
    if beside is not None and (old is None or beside.acting is not None):
        frame.enter(beside, "replaces")
    elif old is not None:
        post = old.left or old.held
        if post is None and old.way == "held by":
            post, old.entered = old.entered, None
        post = post or old_post_of(old.person)
        if post is not None:
            frame.enter(post.as_acting(walk.acting), "replaces")
            if old.entered is None:
                old.left, old.held = post, None
        if beside is not None and walk.near:
            frame.left = beside
    if old is not None and old.entered is None:
        old.made_room, old.successor = True, frame
    frame.moved = True


def _is_still_held(walk: Walk) -> bool:
    """Tell `Camat Woha masih dijabat Nama`, `kursi Sekda yang sementara diduduki Nama`: no word of a move."""
    word = walk.word_before()
    told_of = walk.kind_at(-1) == "who" and walk.tags[walk.at].word in _OCCUPIED and not walk.verb and not walk.listed
    if told_of and walk.seat is not None and walk.seat.acting is None:
        return True  # `Camat Woha yang dijabat Nama`
    return word in {"masih", "tetap"} or (word == "sementara" and walk.kind_at(-2) == "who")


def _passes_on_seat_of(walk: Walk, frame: Frame) -> bool:
    """Read `Posisi A diisi B`, where the post that A leaves was told before."""
    tag = walk.tags[walk.at - (2 if walk.kind_at(-1) in {"now", ","} and walk.at > 1 else 1)]
    if tag.kind != "name" or _SEAT_OF.search(walk.story.tagger.lower, max(0, tag.start - 24), tag.start) is None:
        return False
    walk.seat = seat_left_by(walk, frame.person)
    return walk.seat is not None


def _on_held(walk: Walk, tag: Tag) -> None:
    frame = walk.frame
    if walk.waiting is not None:
        walk.seat, walk.waiting = walk.waiting, None
        listed = walk.tags[0].kind == "and"  # `Serta Camat Woha saat ini dijabat Nama`: the moves go on
        still = (walk.mode == "present" and not listed and tag.word not in _HANDED_OVER) or _is_still_held(walk)
        walk.mode = "held now" if still else "held before" if walk.mode == "from" else "held by"
    elif walk.seat is not None:
        walk.mode = "held by"
    elif frame is not None and walk.mode == "from" and walk.kind_at(-2) == "who" and frame.entered is not None:
        walk.seat, walk.mode = frame.entered, "held before"  # `Camat Woha diisi A yang sebelumnya dijabat B`
    elif frame is not None and frame.way == "as" and not frame.moved and walk.last_post is frame.entered:
        # `Posisi Nama sebagai Camat Woha diisi ...`
        walk.seat, frame.left, frame.entered, walk.mode = frame.entered, frame.entered, None, "held by"
    elif frame is not None and _passes_on_seat_of(walk, frame):
        walk.mode = "held by"
    elif tag.word in _HANDED_OVER and walk.frame is None:
        walk.fronted_acting = walk.acting  # `menunjuk Plt yang dipercayakan kepada Nama`
        walk.mood = "in"  # `Posisi pejabat yang pensiun dipercayakan kepada A sebagai Camat Woha`
    elif tag.word in _HANDED_OVER and walk.frame is not None:
        walk.frame.moved = True
        walk.mode = ""


def _on_replaces(walk: Walk, tag: Tag) -> None:
    post = walk.waiting
    decider = walk.frame.held if walk.frame is not None and walk.frame.entered is None else None
    if tag.word == "mengganti" and decider is not None and decider.head in AGENT_HEADS and decider.acting is None:
        _let_decide(walk)
        return
    if walk.frame is None and post is not None and walk.near:
        if post.head in AGENT_HEADS and post.acting is None:
            walk.waiting, walk.exchanges, walk.mode = None, True, ""  # `Bupati mengganti Camat Woha A dengan B`
            return
        if _names_holder_after(walk):
            walk.seat, walk.waiting, walk.mode = post, None, "instead of"
            return
    if walk.frame is None:
        person = walk.story.person_before(walk.number)
        if person is not None:
            walk.begin(person)
    elif walk.frame.way == "as" and walk.frame.entered is not None:
        walk.frame.moved = True  # `A sebagai Camat Woha menggantikan B`
    walk.mode = "replaces"


def _let_decide(walk: Walk) -> None:
    """Read `Bupati Nama mengganti A dari jabatan Camat Woha`, and who comes after him."""
    if walk.frame is not None:
        walk.frame.presides = True
    walk.frame, walk.exchanges, walk.mode = None, True, ""


def _names_holder_after(walk: Walk) -> bool:
    """Tell `Pjs Bupati Bima menggantikan A dan B adalah C`: the one who comes to the post is named last."""
    kinds = [tag.kind for tag in walk.tags[walk.at + 1 :]]
    end = kinds.index("is") if "is" in kinds else 0
    return 0 < end < len(kinds) - 1 and set(kinds[:end]) <= {"name", "and", ","} and kinds[end + 1] == "name"


def _on_replaced(walk: Walk, tag: Tag) -> None:
    if tag.word == "pengganti" and walk.waiting is not None and walk.near and _names_holder_after(walk):
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "instead of"
        return
    if tag.word == "pengganti" and walk.kind_at(1) == "name":
        # `Nama ditunjuk sebagai pengganti Nama`; `pengganti Nama adalah Nama`, `Sekda pengganti Nama`
        walk.mode = "replaces" if walk.frame is not None and walk.waiting is None else "follows"
        return
    if walk.kind_at(-1) == "as" and walk.frame is not None and walk.kind_at(1) != "name":
        _follow(walk, walk.frame)  # `mencopot Nama dari jabatan X dan menunjuk Nama sebagai penggantinya`
        return
    if walk.frame is None and walk.waiting is not None:
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"
        return
    person = walk.story.person_before(walk.number) if walk.frame is None else None
    if person is not None:
        walk.begin(person)
    walk.mode = "replaced"


def _follow(walk: Walk, frame: Frame) -> None:
    """Let one designated `sebagai penggantinya` enter the post left by the person told before."""
    old = next((other for other in reversed(walk.frames) if other is not frame and not other.presides), None)
    post = (old.left or old.held) if old is not None else walk.story.topic
    if post is not None and frame.entered is None:
        frame.enter(post.definitive().as_acting(walk.acting), "replaces")
        frame.moved = True
    walk.mode = ""


def _on_swap(walk: Walk, _tag: Tag) -> None:
    walk.swaps = not walk.swap()  # `A bertukar posisi dengan B`: the other is still to come
    walk.mode = ""


def _on_left(walk: Walk, _tag: Tag) -> None:
    if walk.mode in {"to", "replaces"} and walk.frame is not None and walk.kind_at(1) == "name":
        return  # `menempati kursi yang ditinggalkan Nama`
    walk.leaver = walk.kind_at(1) == "name"
    walk.mode = ""
    if walk.leaver:
        return
    person = walk.subject()
    if walk.waiting is None and person is not None:
        post = walk.refer(person)
        if post is not None:
            walk.wait(post)


def _on_seat(walk: Walk, tag: Tag) -> None:
    if walk.mode == "from" and not (walk.sticky and walk.frame is None and walk.kind_at(1) == "held"):
        return  # but `Sebelumnya, jabatan ini dipegang Nama`
    post = walk.story.topic
    if walk.kind_at(1) in {"held", "replaced"} and walk.mode != "from":
        frame = walk.frame
        told = frame.left if frame is not None and frame.left is not None and walk.last_post is frame.left else None
        post = told or _seat_given_up(walk) or post  # `Sebelumnya Nama menjabat X dan kini jabatan ini dipegang ...`
    if any(word.endswith("nya") for word in tag.word.split()):
        person = walk.subject()
        post = walk.refer(person) if person is not None else None
    if post is not None:
        walk.wait(post, "seat")


def _seat_given_up(walk: Walk) -> Post | None:
    """Return the post of `A digeser dari X menjadi Y. Posisi itu diisi B`: Y has its holder, X waits for one."""
    person, topic = walk.story.last, walk.story.topic
    if person is None or topic is None or walk.story.last_sentence != walk.number - 1 or person.left is None:
        return None
    entered = next((told for told in person.entered if told.acting is None and told.post == topic.text), None)
    if entered is None or entered.sentence != person.left.sentence:
        return None
    return old_post_of(person)


def _on_old(walk: Walk, tag: Tag) -> None:
    if walk.mode == "held before":
        return
    frame = walk.frame
    told_as = frame is not None and frame.way == "as" and not frame.moved and walk.last_post is frame.entered
    if frame is not None and told_as and [walk.kind_at(-2), walk.kind_at(-1)] == ["post", "who"]:
        # `antara Nama selaku Camat Woha yang lama dengan Nama selaku Camat Woha yang baru`
        frame.left, frame.entered, frame.made_room = frame.entered, None, True
        return
    topic = walk.topic or walk.story.topic
    if tag.word.startswith("pejabat"):
        if walk.waiting is not None or topic is not None:
            walk.wait(walk.waiting or cast("Post", topic), "left")
    elif walk.waiting is not None and walk.near:
        walk.role = "left"
    else:
        walk.rest()


def _on_new(walk: Walk, tag: Tag) -> None:
    frame = walk.frame
    beside = walk.kind_at(-1) == "post" or (walk.kind_at(-1) == "who" and walk.kind_at(-2) == "post")
    if walk.waiting is not None and walk.near:
        walk.role = "new"
    elif (
        walk.kind_at(1) == "name"
        and walk.story.topic is not None
        and _OFFICIAL.search(walk.story.tagger.lower, max(0, tag.start - 8), tag.start)
    ):
        walk.wait(walk.story.topic, "new")  # `serah terima jabatan Camat Woha. Pejabat baru Nama`
    elif frame is not None and beside and walk.last_post is not None:
        if walk.last_post is frame.held:
            frame.fresh = True  # `ujar Nama, Kepala Dinas Sosial yang baru`
        elif walk.last_post is frame.entered:
            frame.moved = True


def _on_deputy(walk: Walk, tag: Tag) -> None:
    unit = walk.unit(walk.seat)
    if unit is not None:
        walk.wait(Post(f"Sekretaris {unit}", (tag.start, tag.end), "sekretaris"))


def _on_chosen(walk: Walk, _tag: Tag) -> None:
    if walk.waiting is None and walk.story.topic is not None:
        walk.seat, walk.mode = walk.story.topic, "held by"


def _reads_as_whole_post(walk: Walk, frame: Frame, tag: Tag) -> bool:
    """Read `memimpin dinas itu`, and `setelah setahun menjadi Plt di tempat yang sama`."""
    if walk.mode == "from" and walk.former is not None and frame.entered is not None and frame.left is None:
        frame.left = frame.entered.definitive().as_acting(walk.former)
        return True
    if walk.kind_at(-1) != "to" or walk.word_before() == "menjadi":
        return False
    led = head_of_unit_told_before(walk, tag)
    if led is not None and walk.mode == "from":
        frame.left = frame.left or led
    elif led is not None and walk.mode == "to":
        walk.enter(frame, led, "to")
    walk.mode = ""
    return True


def _on_same(walk: Walk, tag: Tag) -> None:
    """Write out a post whose unit is told by reference: `Plt di dinas yang sama`, `Kabid X pada dinas yang sama`."""
    frame = walk.frame
    if frame is None:
        return
    if walk.mode in {"to", "as"} and walk.acting is not None:
        unit = walk.unit(frame.held)
        if unit is not None:
            walk.enter(frame, Post(post_of_unit(unit), (tag.start, tag.end), "kepala"), "as")
        walk.mode = ""
        return
    if _reads_as_whole_post(walk, frame, tag):
        return
    post = walk.last_post
    if post is None or all(post is not other for other in (frame.left, frame.held, frame.entered)):
        return
    other = frame.left or frame.held if post is frame.entered else frame.entered
    if other is None and post is frame.left:
        other = frame.held
    if other is None and frame.person.entered:
        other = Post(frame.person.entered[-1].post, None)
    unit = walk.unit(other)
    if unit is None:
        return
    first = " " + unit.partition(" ")[0].lower()
    head = post.text[: -len(first)] if post.text.lower().endswith(first) else post.text
    whole = Post(f"{head} {unit}", post.span, post.head, post.acting)
    if post is frame.left:
        frame.left = whole
    elif post is frame.held:
        frame.held = whole
    else:
        frame.entered = whole


def _is_given(walk: Walk) -> bool:
    """Tell `Posisi Camat Woha diembankan kepada Nama`, whatever the verb."""
    word = walk.word_before()
    return [walk.kind_at(-2), walk.kind_at(-1)] == ["post", "word"] and word.startswith("di") and word.endswith("kan")


def _on_to_whom(walk: Walk, tag: Tag) -> None:
    if tag.word != "kepada":
        if walk.waiting is not None and walk.kind_at(-1) == "post" and any(f.way == "held by" for f in walk.frames):
            walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"  # `X dipercayakan kepada A dan Y oleh B`
        return
    if walk.verb == "appoints" and walk.waiting is not None and walk.near:
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"  # `mempercayakan jabatan X kepada ...`
    elif walk.seat is not None and not walk.mode:
        walk.mode = "held by"
    elif walk.waiting is not None and (walk.kind_at(-1) == "post" if walk.listed else _is_given(walk)):
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"  # `termasuk Kadis Sosial kepada Nama`


CHAIN_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "held": _on_held,
    "replaces": _on_replaces,
    "replaced": _on_replaced,
    "swap": _on_swap,
    "left": _on_left,
    "seat": _on_seat,
    "old": _on_old,
    "new": _on_new,
    "deputy": _on_deputy,
    "chosen": _on_chosen,
    "same": _on_same,
    "to_whom": _on_to_whom,
}
