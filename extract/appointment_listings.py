"""Tells the sentences that only list people with their posts, and what those before them say of such people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.appointment_frames import Frame
    from extract.appointment_walk import Story, Walk

_SEVERAL = 2
_LIST_MARKS = frozenset({"post", "name", "and", ",", ";", "list", "(", ")"})
_GOES_ON = frozenset({"sedangkan", "sementara", "lalu", "kemudian", "serta", "dan", "adapun"})
_HOLDERS = frozenset({"post", "name", ",", "and"})
_ORDINALS = frozenset(
    "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh terakhir".split()
)
_NEXT = frozenset({"berikutnya", "lantas", "terakhir"})
_LISTED = frozenset({"post", "name", "word"})
_PAIR_MARKS = frozenset({"post", "name", "as", "and", ",", ";", "(", ")"})
_ANNOUNCES = re.compile(r"\b(?:yakni|yaitu|adalah|antara lain|masing-masing|berikut)[,;:]?$")
"""A line that breaks off before those it announces, its colon left out."""
_ACTS_BY_NOW = re.compile(
    r"\b(?:(?:(?:hingga|sampai|yang) (?:kini|sekarang)|saat ini|selama ini|masih|sementara ini)"
    r" (?:sedang |masih |hanya )?(?:dijabat|diisi|diemban|dipegang|dipimpin|diduduki)"
    r"|(?:kini|saat ini|sekarang|selama ini|masih|sementara ini) (?:sedang |masih )?"
    r"(?:menempati|menduduki|menjabat|mengisi|mengemban|memegang))"
    r"(?: \w+){0,3} (?:plt|plh|pelaksana tugas|pelaksana harian)\b"
)
"""Tells who holds a post for the time being, not that anybody is designated."""


def tells_who_acts(story: Story, number: int) -> bool:
    """Tell `Pejabat yang kini menempati kursi Plt yaitu`: those listed hold their acting posts already."""
    sentence = story.sentences[number]
    return _ACTS_BY_NOW.search(story.tagger.lower, sentence.start, sentence.end) is not None


def leave_out_who_acts(walk: Walk) -> None:
    """Forget the acting posts of `Kursi itu saat ini dijabat Plt A`, and of the lines of a list that go on so."""
    story = walk.story
    acting = [f for f in walk.frames if f.way == "held by" and f.entered is not None and f.entered.acting is not None]
    if not acting or walk.verb:
        return
    if story.acts_in == walk.number - 1 or tells_who_acts(story, walk.number):
        story.acts_in = walk.number
        for frame in acting:
            frame.entered = None


def goes_on_rumour(walk: Walk) -> bool:
    """Tell `Beredar kabar A akan menjadi X. Sedangkan Y akan diisi B`: the rumour goes on."""
    opens = walk.tags[0].word in _GOES_ON if walk.tags else False
    return opens and walk.story.rumoured_in == walk.number - 1


def goes_on_list(walk: Walk) -> bool:
    """Tell `A sebagai Camat Woha. B, Camat Sape. C Camat Monta`: names with posts alone, after such as are moved."""
    if _is_ordinal(walk) and {tag.kind for tag in walk.tags[1:]} <= _PAIR_MARKS - {"as"}:
        return walk.story.mood_before(walk.number) == "in"  # `Pertama, Camat Woha, Nama.`
    listed = _lists_holders(walk)
    if listed and walk.tags[0].kind == "and" and {tag.kind for tag in walk.tags[1:] if tag.word != "ada"} <= _HOLDERS:
        return True  # `Pertama, Camat Woha, Nama. Kemudian Camat Sape, Nama.`
    opening = (at for at, tag in enumerate(walk.tags) if tag.kind not in {"and", ",", "now"} and tag.word not in _NEXT)
    tags = walk.tags[next(opening, len(walk.tags)) :]
    kinds = [tag.kind for tag in tags[:4]]
    opens = kinds[:1] == ["name"] or kinds == ["post", "name", "as", "post"]  # `Camat Woha Nama sebagai Kadis Pasar`
    if not opens or any(tag.kind not in _PAIR_MARKS for tag in tags):
        return False
    goes_on = walk.story.listed_in == walk.number - 1 and walk.story.mood_before(walk.number) in {"in", "none"}
    return goes_on and any(tag.kind == "post" for tag in walk.tags)


def _lists_holders(walk: Walk) -> bool:
    """Tell whether the sentence before lists people behind the posts that they enter."""
    return walk.story.listed_in == walk.number - 1 and any(frame.way == "list" for frame in walk.story.frames)


def _is_ordinal(walk: Walk) -> bool:
    kinds = {tag.kind for tag in walk.tags}
    return bool(walk.tags) and walk.tags[0].word in _ORDINALS and {"post", "name"} <= kinds


def take_mood_of_list(walk: Walk) -> None:
    """Let a list that goes on (`Lalu A sebagai X; B sebagai Y`) tell what the sentences before said of its people.

    People listed by several acting posts (`seperti Plt Camat Woha Nama dan Plt Camat Sape Nama`) were designated.
    """
    acting = [frame for frame in walk.frames if frame.held is not None and frame.held.acting is not None]
    goes_on = _only_names_posts(walk) and (
        walk.story.designated_in == walk.number - 1 or _is_among_designations(walk, acting)
    )
    acting = [frame for frame in acting if frame.listed or goes_on]
    if (walk.mood == "none" and len(acting) > 1) or (goes_on and acting):
        walk.mood = "in"
        for frame in acting:
            frame.mood, frame.listed = "in", True
    if acting and walk.mood == "in":
        walk.story.designated_in = walk.number
    if walk.mood == "none" and sum(frame.way == "as" or frame.bare_beside for frame in walk.frames) > 1:
        walk.mood = walk.story.mood_before(walk.number)
        for frame in walk.frames:
            frame.mood = walk.mood


def fill_as_before(walk: Walk) -> None:
    """Let `Sementara untuk jabatan Camat Sape A, serta Camat Monta B` go on after `Camat Woha dijabat C`."""
    story = walk.story
    goes_on = story.filled_in == walk.number - 1 and walk.frames and _only_names_posts(walk) and not walk.item
    if goes_on and walk.mood in {"none", "in"} and not any(frame.speaks for frame in walk.frames):
        for frame in walk.frames:
            if frame.held is not None and frame.entered is None and frame.left is None:
                frame.enter(frame.held, "held by")
                frame.held = None
    if any(frame.way == "held by" and frame.entered is not None for frame in walk.frames):
        story.filled_in = walk.number


def go_on_as_before(walk: Walk) -> None:
    """Let `A diangkat sebagai Camat Woha, B, Camat Sape, C, Camat Monta` tell its verb once for all of them."""
    first = next((n for n, frame in enumerate(walk.frames) if frame.entered is not None and frame.way == "as"), -1)
    rest = walk.frames[first + 1 :]
    if first < 0 or len(rest) < _SEVERAL or not walk.frames[first].moved:
        return
    entered = walk.frames[first].entered
    start = entered.span[0] if entered is not None and entered.span is not None else -1
    if start < 0 or any(tag.kind not in _LIST_MARKS for tag in walk.tags if tag.start >= start):
        return
    if all(frame.held is not None and (frame.entered or frame.left) is None for frame in rest):
        for frame in rest:
            if frame.held is not None:
                frame.enter(frame.held, "as")
                frame.held, frame.moved = None, True


def list_after_verb(walk: Walk) -> None:
    """Let `Lurah yang dilantik, Lurah Woha A, Lurah Sape B dan Lurah Monta C` tell the posts that are entered."""
    if walk.verb != "appointed" or len(walk.frames) < _SEVERAL or walk.mood != "in":
        return
    at = max((n for n, tag in enumerate(walk.tags) if tag.kind == "appointed"), default=0)
    follows = [tag.kind for tag in walk.tags[at + 1 :]]
    if walk.tags[at - 1].kind != "who" or follows[:3] != [",", "post", "name"] or not set(follows) <= _LIST_MARKS:
        return
    for frame in walk.frames:
        if frame.held is not None and frame.fronted and (frame.entered or frame.left) is None:
            frame.enter(frame.held, "list")
            frame.held, frame.listed, frame.mood, frame.moved = None, True, "in", True


def _is_among_designations(walk: Walk, acting: list[Frame]) -> bool:
    """Tell `Plt Camat Woha, Nama. Plt Camat Sape, Nama.` after a sentence that speaks of acting designations."""
    story, after = walk.story, walk.number + 1
    if len(acting) != len(walk.frames) or after >= len(story.sentences) or walk.number == 0:
        return False
    following = story.sentences[after]
    post = next(iter(story.tagger.posts_in(following.start, following.end)), None)
    alike = post is not None and post.acting is not None and post.start == following.start
    return alike and story.acting_before(walk.number - 1) is not None


def _only_names_posts(walk: Walk) -> bool:
    """Tell `Lalu Plt Camat Woha Nama, Plt Camat Sape Nama`: a sentence that says nothing of those it names."""
    first = next((at for at, tag in enumerate(walk.tags) if tag.kind == "post"), len(walk.tags))
    return all(tag.kind in _LIST_MARKS for tag in walk.tags[first:]) and all(frame.fronted for frame in walk.frames)


def follows_colon(walk: Walk) -> bool:
    """Tell whether the sentence before closes with a colon and this one begins with a post or name it announces."""
    if walk.number == 0 or not walk.tags:
        return False
    text, before = walk.story.tagger.text, walk.story.sentences[walk.number - 1]
    if walk.tags[0].kind == "and" and text[walk.tags[0].start].islower() and text[before.end - 1] not in ".!?":
        return walk.story.listed_in == walk.number - 1  # a line broken within the list
    if walk.tags[0].kind not in _LISTED:
        return False
    return text[before.end - 1] in ":;" or _ANNOUNCES.search(text, before.start, before.end) is not None
