"""Reads the posts and names of a sentence: who enters a post, who leaves one, who is only spoken of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from extract.appointment_chains import CHAIN_HANDLERS
from extract.appointment_frames import Frame, Post, note
from extract.appointment_holders import on_name
from extract.appointment_listings import follows_colon, goes_on_list, goes_on_rumour, take_mood_of_list
from extract.appointment_references import take_posts_told_before
from extract.appointment_verbs import AGENT_DISTANCE, AGENT_HEADS, VERB_HANDLERS, on_remove
from extract.appointment_walk import Story, Walk
from extract.posts import post_of_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_frames import Mood, Way
    from extract.appointment_lists import Item
    from extract.events import Acting
    from extract.posts import PostMention

_LEADS_ONE_OF_MANY = re.compile(
    r"(?:plt )?(?:kepala (?:s[dm]|tk|paud|puskesmas|sekolah|distrik|pkm|uptd?)|camat|lurah)"
)
_SCHOOL = re.compile(r"s[dm][apk]?n?\b|tkn?\b|slbn?\b|mtsn?\b")
_AT_SCHOOL = re.compile(rf"(?:guru|kepala)(?: di)? (?:sekolah|{_SCHOOL.pattern})")
_ALL_OF_THEM = re.compile(r"mereka|ke\w+nya$|semuanya|seluruhnya")
_OPENING_OF_LIST = 300
_BELOW_THE_HEAD = re.compile(r"\b(?:sekretaris|kabid|kasi|kabag|kasubag|kasubbag|staf|guru|seksi|bidang)\b")
_LISTED: frozenset[Way] = frozenset({"as", "to", "list"})
_JOINED = frozenset({"and", ",", "post"})
_STATUS_WORDS = frozenset({"berstatus", "status", "alias", "jadi"})


def read_sentence(story: Story, start: int, end: int, number: int) -> None:
    """Read the sentence `number` at [start, end) and note with its people what it tells."""
    walk = Walk(story, story.tagger.tags(start, end), number)
    if goes_on_list(walk):
        walk.listed, walk.mood = True, "in"
    elif follows_colon(walk):
        walk.open_list()
    walk.run(_HANDLERS)
    _finish(walk)
    if walk.listed or any(frame.entered is not None and frame.way in _LISTED for frame in walk.frames):
        story.listed_in = number
    story.frames = walk.frames


def read_item(story: Story, item: Item, number: int, mood: Mood, acting: Acting | None) -> None:
    """Read one item of a list, or one row of a table, whose people are moved, removed or proposed by `mood`.

    `acting` is the mark that the sentence before the list gives all of them.
    """
    tags = story.tagger.tags(item.start, item.end)
    walk = Walk(story, tags, number, item=True, new_first=item.new_first, mood=mood, listed=True, list_acting=acting)
    walk.run(_HANDLERS)
    _finish(walk)


def _finish(walk: Walk) -> None:
    _share_out(walk)
    take_mood_of_list(walk)
    take_posts_told_before(walk)
    if walk.rumoured or goes_on_rumour(walk):
        walk.story.rumoured_in = walk.number
        return
    for before, frame in pairwise(walk.frames):
        goes_on = frame.bare_beside and frame.entered is None and frame.left is None
        if goes_on and frame.held is not None and before.entered is not None and before.way in {"to", "as"}:
            frame.serves = before.serves
            frame.enter(frame.held, before.way)  # `A menduduki X, B Y, dan C Z`: the verb is told once
            frame.held = None
        told_once = frame.fronted and before.way == "held by" and frame.entered is None and frame.left is None
        if told_once and frame.held is not None and not frame.moved:
            frame.enter(frame.held, "held by")  # `Camat Woha dijabat A, Camat Sape B`
            frame.held = None
    for frame in walk.frames:
        note(frame, walk.number, item=walk.item)
        if len(frame.person.words) > 1:
            walk.story.tagger.first_names.add(frame.person.words[0])
    spoken = [frame for frame in walk.frames if not (frame.presides or (frame.speaks and not frame.fresh))]
    if spoken:
        moved = [frame for frame in spoken if frame.entered is not None and frame.successor is None]
        walk.story.last, walk.story.last_sentence = (moved or spoken)[-1].person, walk.number
    elif walk.frames and all(frame.speaks for frame in walk.frames):
        walk.story.spoke_in = walk.number
    if walk.topic is not None:
        walk.story.topic = walk.topic


# posts


def _on_post(walk: Walk, tag: Tag) -> None:
    if tag.post is not None:
        _take_post(walk, walk.read_post(tag.post))


def _on_unit(walk: Walk, tag: Tag) -> None:
    if tag.post is None:
        return
    post = _head_of(walk, tag.post)
    if walk.item and walk.frame is None and walk.kind_at(1) == ":":
        walk.wait(post.as_acting(walk.list_acting), "new")  # `Dinas Sosial: Nama (Camat Woha)`
    elif walk.mode == "as" or (walk.mode == "into" and _moves(walk)):
        _take_post(walk, post if _led_one_before(walk) else walk.read_post(tag.post))
    elif _is_sent_to_school(walk, tag):
        walk.enter(cast("Frame", walk.frame), walk.as_listed(post), "into")
    elif walk.mode in {"from", "to", "now"} and not _works_at(walk, tag):
        _take_post(walk, post)
    elif _goes_on_with_holder(walk):
        walk.wait(post.as_acting(walk.list_acting))
    elif walk.frame is not None and _is_listed_at(walk, walk.frame):
        _stand_beside(walk, walk.frame, post.as_acting(walk.list_acting))
    elif any(after.kind == "held" for after in walk.tags[walk.at + 1 : walk.at + 4]):
        walk.wait(post)
    else:
        walk.rest()


def _goes_on_with_holder(walk: Walk) -> bool:
    """Tell `Puskesmas Woha dipimpin A, Puskesmas Sape B`, and a unit among the posts of a list."""
    told = walk.listed or (walk.frame is not None and walk.frame.way == "held by")
    return told and walk.kind_at(1) == "name" and walk.kind_at(-1) in {",", "and"}


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


def _on_out(walk: Walk, tag: Tag) -> None:
    told = walk.mode in {"to", "as", "now", "is", "into"} or walk.word_before() in _STATUS_WORDS
    if walk.frame is not None and told:
        walk.frame.staff = True
    elif walk.frame is None and told and _ALL_OF_THEM.match(walk.tags[0].word):
        for frame in walk.story.frames:  # `Mereka kini berstatus staf`: those of the sentence before
            if frame.entered is None:
                frame.staff = True
                note(frame, walk.number, item=False)
    elif tag.post is not None and tag.post.head.startswith("non"):
        on_remove(walk, tag)
    walk.mode = ""


def _take_post(walk: Walk, post: Post) -> None:
    """Give a post the place in the sentence that the words before it ask for."""
    if _refers_back(walk, post) or _is_entered_beside_held(walk, post) or _goes_on_without_verb(walk, post):
        return
    if not walk.mode and walk.shared and post.civil and _goes_on(walk):
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
            _stand_beside(walk, frame, post)
    else:
        walk.wait(post)


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
    verb = walk.kind_at(-1) == "appointed" and walk.word_before().startswith("di")
    return verb and post.civil and not named and not decides


def _belongs_to_next(walk: Walk, post: Post) -> bool:
    """Tell `Camat Woha Nama, Camat Sape Nama`, and `Nama dilantik Bupati Nama`: the post of the name after it."""
    verb = walk.tags[walk.at - 2 if walk.word_before() == "oleh" else walk.at - 1] if walk.at > 1 else None
    passive = verb is not None and verb.kind in {"appointed", "remove"} and verb.word.startswith("di")
    if passive and post.head in AGENT_HEADS and walk.frame is not None:
        return True
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


def _goes_on(walk: Walk) -> bool:
    """Tell whether only `,` and `dan` part this post from the one before."""
    at = walk.at - 1
    while at > 0 and walk.tags[at].kind in {",", "and"}:
        at -= 1
    parted = walk.kind_at(1) in {"name", "held", "replaced", "now", "who"}
    if walk.kind_at(1) == "," and walk.kind_at(2) == "name":  # `A sebagai X dan Y, B, sebagai Z`: Y is B's
        parted = all((frame.entered or frame.left or frame.held) is not None for frame in walk.frames)
    return at < walk.at - 1 and walk.tags[at].kind == "post" and not parted


def _share_out(walk: Walk) -> None:
    """Give `A dan B dilantik sebagai X dan Y` its posts in the order of its people."""
    count = len(walk.shared)
    last = walk.frame
    if count == 1:
        _share_one(walk, walk.shared[0])
    if count < 2 or last is None or last not in walk.frames:
        return
    at = walk.frames.index(last) + 1
    people = walk.frames[max(0, at - count) : at]
    if len(people) == count and all((frame.entered or frame.left) is None for frame in people[:-1]):
        for frame, post in zip(people, walk.shared, strict=True):
            frame.enter(post, "as")
            frame.moved = True


def _share_one(walk: Walk, post: Post) -> None:
    """Give `A dan B dilantik sebagai Staf Ahli Bupati` its one post for all of its people."""
    last = next((index for index, (_, frame) in enumerate(walk.named) if frame.entered is post), 0)
    if walk.verb not in {"appointed", "appoints"}:
        return
    for (at, frame), (after, _) in zip(walk.named[:last][::-1], walk.named[1 : last + 1][::-1], strict=True):
        between = {tag.kind for tag in walk.tags[at + 1 : after]}
        if (
            (frame.entered or frame.left) is not None
            or frame.presides
            or not between <= _JOINED
            or "and" not in between
        ):
            return
        frame.enter(post, walk.named[last][1].way)
        frame.moved = True


def _leave(walk: Walk, frame: Frame | None, post: Post) -> None:
    """Take a post that was left: by the person before, or by the one whose name follows at once."""
    named_next = walk.kind_at(1) == "name" or (walk.kind_at(1) == "," and walk.kind_at(2) == "name")
    of_next = named_next and frame is not None and frame.speaks  # `menurut A, mantan Camat Woha B pindah`
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


def _stand_beside(walk: Walk, frame: Frame, post: Post) -> None:
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
    if walk.mode == "from":
        frame.left = post
    else:
        frame.present = post
    walk.mode, walk.near = "", False
    return True


_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "post": _on_post,
    "unit": _on_unit,
    "out": _on_out,
    "name": on_name,
    **VERB_HANDLERS,
    **CHAIN_HANDLERS,
}
