"""Gives people named together the posts that are told for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.appointment_frames import Post
    from extract.appointment_walk import Walk


_JOINED = frozenset({"and", ",", "post", "who", "from"})


def goes_on_without_name(walk: Walk) -> bool:
    """Tell whether only `,` and `dan` part this post from the one before."""
    at = walk.at - 1
    while at > 0 and walk.tags[at].kind in {",", "and"}:
        at -= 1
    parted = walk.kind_at(1) in {"name", "held", "replaced", "now", "who", "to_whom"}
    if walk.kind_at(1) == "," and walk.kind_at(2) == "name":  # `A sebagai X dan Y, B, sebagai Z`: Y is B's
        parted = all((frame.entered or frame.left or frame.held) is not None for frame in walk.frames)
    return at < walk.at - 1 and walk.tags[at].kind == "post" and not parted


def share_out(walk: Walk) -> None:
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
            frame.entered is not None
            or (frame.left is not None and walk.tags[after - 1].kind != "and")
            or frame.presides
            or not between <= _JOINED
            or "and" not in between
        ):
            return
        frame.enter(post, walk.named[last][1].way)
        frame.moved = True
