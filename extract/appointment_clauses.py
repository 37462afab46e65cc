"""Reads a sentence or list item from left to right and notes with its people who enters a post and who leaves one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.appointment_chains import CHAIN_HANDLERS
from extract.appointment_directions import DIRECTION_HANDLERS
from extract.appointment_frames import note
from extract.appointment_holders import on_name
from extract.appointment_listings import (
    fill_as_before,
    follows_colon,
    go_on_as_before,
    goes_on_list,
    goes_on_rumour,
    leave_out_who_acts,
    list_after_verb,
    take_mood_of_list,
)
from extract.appointment_particles import PARTICLE_HANDLERS
from extract.appointment_posts import on_post
from extract.appointment_references import take_posts_told_before
from extract.appointment_sharing import share_out
from extract.appointment_units import on_unit
from extract.appointment_verbs import VERB_HANDLERS, on_remove
from extract.appointment_walk import Story, Walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_frames import Mood, Way
    from extract.appointment_lists import Item
    from extract.events import Acting


_ALL_OF_THEM = re.compile(r"mereka|ke\w+nya$|semuanya|seluruhnya")
_LISTED: frozenset[Way] = frozenset({"as", "to", "list"})
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
    share_out(walk)
    take_mood_of_list(walk)
    take_posts_told_before(walk)
    leave_out_who_acts(walk)
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
        frame.made_room = frame.made_room or (walk.exchanges and frame.left is not None and frame.entered is None)
    go_on_as_before(walk)
    list_after_verb(walk)
    fill_as_before(walk)
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


def _on_out(walk: Walk, tag: Tag) -> None:
    told = walk.mode in {"to", "as", "now", "is", "into"} or walk.word_before() in _STATUS_WORDS
    if walk.frame is not None and walk.mode == "from" and walk.frame.held is not None and tag.post is not None:
        walk.frame.left = walk.frame.left or walk.read_post(tag.post)._replace(generic=True)
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


_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "post": on_post,
    "unit": on_unit,
    "out": _on_out,
    "name": on_name,
    **DIRECTION_HANDLERS,
    **VERB_HANDLERS,
    **PARTICLE_HANDLERS,
    **CHAIN_HANDLERS,
}
