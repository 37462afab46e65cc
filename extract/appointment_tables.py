"""Reads the rows of a table whose header names its columns, in whatever order they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_frames import Frame, Post, note
from extract.names import match_name

if TYPE_CHECKING:
    from extract.appointment_frames import Mood
    from extract.appointment_lists import Item
    from extract.appointment_walk import Story
    from extract.events import Span

_CELL = re.compile(r"[^|\n]+")
_COLUMNS = (
    ("old", re.compile(r"lama|semula|sebelum|asal|dari")),
    ("new", re.compile(r"baru|menjadi|tujuan")),
    ("name", re.compile(r"nama")),
    ("post", re.compile(r"jabatan|posisi")),
)


def columns_of(header: str) -> tuple[str, ...]:
    """Return what each column of a header in small letters holds: `name`, `old`, `new`, `post`, or nothing we read.

    Empty where the header does not part its columns, or names no person.
    """
    roles = tuple(
        next((role for role, words in _COLUMNS if words.search(cell.group())), "") for cell in _CELL.finditer(header)
    )
    known = {"name"} <= set(roles) and set(roles) & {"new", "post", "old"}
    return roles if known and roles.count("name") == 1 else ()


def read_row(story: Story, item: Item, number: int, mood: Mood) -> bool:
    """Read a table row by its columns; False where its cells are not those of the header."""
    cells = [
        _trimmed(story.tagger.text, found.span()) for found in _CELL.finditer(story.tagger.text, item.start, item.end)
    ]
    if len(cells) != len(item.columns):
        return False
    told: dict[str, Post] = {}
    frame: Frame | None = None
    for role, (start, end) in zip(item.columns, cells, strict=True):
        if role == "name":
            name = match_name(story.tagger.text, start)
            if name is None or name.name_end > end:
                return False
            frame = Frame(story.people.find(name), mood=mood, listed=True)
        elif role:
            post = _post_in(story, start, end)
            if post is not None:
                told[role] = post
    if frame is None or not told:
        return False
    new = told.get("new")
    frame.left = told.get("old")
    if new is None and mood != "out":
        new = told.get("post")
    elif frame.left is None:
        frame.left = told.get("post")
    if new is not None and mood != "out":
        frame.enter(new, "table")
    note(frame, number, item=True)
    return True


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _post_in(story: Story, start: int, end: int) -> Post | None:
    """Return the post of a cell: the whole cell, which holds nothing else; None where it is empty or a dash."""
    text = story.tagger.text[start:end]
    if not any(letter.isalpha() for letter in text):
        return None
    found = next(iter(story.tagger.posts_in(start, end)), None)
    if found is None or found.start != start:
        return Post(text, (start, end))
    return Post(text if found.acting is None else found.text, (start, end), found.head, found.acting, found.civil)
