"""Writes out posts that a sentence tells by reference: a bare `Plt`, the seat left empty before, `dinas itu`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_frames import Post, old_post_of
from extract.appointment_people import same_post
from extract.posts import post_of_unit, unit_of_post

if TYPE_CHECKING:
    from extract.appointment_cues import Tag
    from extract.appointment_frames import Frame
    from extract.appointment_people import Person
    from extract.appointment_walk import Story, Walk
    from extract.posts import PostMention

_VACANCY_LOOK_BACK = 4
_LOOK_BACK = 40
_VACANT = re.compile(
    r"\b(?:kosong|kekosongan|dikosongkan|lowong|sepeninggal|ditinggal\w*|mundur|mengundurkan diri|pengunduran diri"
    r"|pensiun|purna ?tugas|purna ?bakti|wafat|meninggal\w*|tutup usia|cuti|berhalangan|dicopot|diberhentikan"
    r"|dibebastugaskan|dinonaktifkan|mencopot|memberhentikan|membebastugaskan|menonaktifkan|menonjobkan|ditahan"
    r"|tersangka|menggantikan|posisi|kursi)\b"
)
_SEAT_BEFORE = re.compile(
    r"\b(?:kursi|jabatan|posisi|kekosongan|pos|pengganti|menggantikan|mengisi)"
    r"(?: (?:kursi|jabatan))? $"
)
_EMPTY_AFTER = re.compile(
    r"[^.;\n]{0,60}\b(?:kosong|lowong|ditinggal|pensiun|purna|wafat|meninggal|mundur|terisi|dicopot|diberhentikan"
    r"|dibebastugaskan|dinonaktifkan)"
)
_SECRETARIES = re.compile(
    r"sekretaris|wakil|kabid|kabag|kasi|kasub|sekcam|seklur|sekdis|sekban|sekdin|kepala (?:bidang|bagian|sub|seksi)"
)
_UNIT_NOUN = re.compile(
    r"dinas|badan|rumah sakit|puskesmas|kecamatan|distrik|kelurahan|bagian|sekolah|instansi|kantor|opd|skpd|unit|tempat"
    r"|lembaga|perangkat daerah"
)
_DECIDING_HEADS = frozenset({"bupati", "wali kota", "walikota", "gubernur"})
_AREA_HEADS = ("camat", "lurah", "kepala distrik", "sekcam", "seklur")
_PLACE = re.compile(r" ((?:[A-Z][\w'-]+)(?: [A-Z][\w'-]+){0,2})")


def vacated_post(story: Story, number: int) -> Post | None:
    """Return the post that the sentence `number`, or the nearest of the four before it, tells to be empty."""
    tagger = story.tagger
    for place in range(number, max(-1, number - 1 - _VACANCY_LOOK_BACK), -1):
        sentence = story.sentences[place]
        if _VACANT.search(tagger.lower, sentence.start, sentence.end) is None:
            continue
        posts = [post for post in tagger.posts_in(sentence.start, sentence.end) if _can_be_vacant(story, post)]
        for post in posts:
            seat = _SEAT_BEFORE.search(tagger.lower, max(sentence.start, post.start - 30), post.start)
            if seat is not None or _EMPTY_AFTER.match(tagger.lower, post.end) is not None:
                return _as_post(post)
        if posts and place != number:
            return _as_post(posts[0])
    return None


def _can_be_vacant(story: Story, post: PostMention) -> bool:
    if post.kind != "post" or not post.civil or post.acting is not None or " " not in post.text + post.head:
        return False
    return not any(
        same_post(told.post, post.text) for person in story.people.all[-_LOOK_BACK:] for told in person.entered
    )


def _is_another(tag: Tag) -> bool:
    """Tell whether the tag names a post or unit that may be the one filled, and not that of who decides."""
    post = tag.post
    return post is not None and post.kind != "out" and post.civil and post.head not in _DECIDING_HEADS


def _seat_to_fill(walk: Walk) -> Post | None:
    """Return the post of `Kursi Sekda terisi. Bupati melantik Nama`, told in the sentence before the oath."""
    if walk.number == 0 or any(_is_another(tag) for tag in walk.tags):
        return None
    tagger, before = walk.story.tagger, walk.story.sentences[walk.number - 1]
    for post in tagger.posts_in(before.start, before.end):
        seat = _SEAT_BEFORE.search(tagger.lower, max(before.start, post.start - 30), post.start)
        if seat is not None and _can_be_vacant(walk.story, post):
            return _as_post(post)
    return None


def _as_post(post: PostMention) -> Post:
    return Post(post.text, (post.start, post.end), post.head)


def acting_post(walk: Walk, frame: Frame) -> Post | None:
    """Return the post in which one designated as a bare `Plt` acts: the empty one, or the head of his own unit."""
    held = frame.left or frame.held
    vacant = vacated_post(walk.story, walk.number)
    if vacant is not None and (held is None or vacant.text.lower() != held.text.lower()):
        return vacant
    known = held or old_post_of(frame.person)
    if known is not None and _SECRETARIES.match(known.text.lower()):
        unit = unit_of_post(known.text)
        if unit is not None:
            return Post(post_of_unit(unit), None, "kepala")
    topic = walk.topic or walk.story.topic
    if topic is not None and not topic.generic and (known is None or topic.text != known.text):
        return topic.definitive()
    unit = unit_of_post(known.text) if known is not None else None
    return Post(post_of_unit(unit), None, "kepala") if unit is not None else None


def head_of_unit_told_before(walk: Walk, tag: Tag) -> Post | None:
    """Return the post of the head of `dinas itu`, `rumah sakit tersebut`: the unit named last."""
    noun = _UNIT_NOUN.search(tag.word)
    if noun is None:
        return None
    unit = walk.story.tagger.unit_before(tag.start, noun.group())
    return Post(post_of_unit(unit), (tag.start, tag.end), "kepala") if unit is not None else None


def seat_left_by(walk: Walk, person: Person) -> Post | None:
    """Return the post that a person named before leaves or left, by this sentence or those before."""
    here = next((f for f in walk.frames[-_LOOK_BACK:] if f.person is person and (f.left or f.held) is not None), None)
    if here is not None:
        return here.left or here.held
    return old_post_of(person)


def _write_out_generic(frame: Frame) -> None:
    """Write out `naik menjadi kepala dinas`, said of the unit's own secretary."""
    entered, held = frame.entered, frame.left or frame.held
    if entered is None or held is None or not entered.generic or entered.acting is not None:
        return
    if held.acting is not None and held.definitive().text.lower().startswith(entered.text.lower()):
        frame.entered = held.definitive()  # `Plt Kepala Dinas Sosial kini menjadi kepala dinas definitif`
        return
    unit = unit_of_post(held.text)
    noun = entered.text.lower().rpartition(" ")[2]
    if unit is None or not _SECRETARIES.match(held.text.lower()) or entered.head.startswith("sekretaris"):
        return
    post = post_of_unit(unit)
    if noun in {"kadis", "kaban"} or noun == unit.partition(" ")[0].lower() or post.lower().startswith(noun):
        frame.entered = Post(post, entered.span, "kepala")


def post_at_place(walk: Walk, tag: Tag, frame: Frame) -> Post | None:
    """Return the post of `ke Sumedang Utara`, said of a camat or lurah: the same head at another place."""
    held = frame.left or frame.held
    if held is None or held.acting is not None:
        return None
    low = held.text.lower()
    head = next((head for head in _AREA_HEADS if low.startswith(head + " ")), None)
    place = _PLACE.match(walk.story.tagger.text, tag.end) if head is not None else None
    if head is None or place is None or walk.kind_at(1) in {"post", "unit", "name"}:
        return None
    return Post(f"{held.text[: len(head)]} {place.group(1)}", place.span(1), held.head)


def take_posts_told_before(walk: Walk) -> None:
    """Give the one sworn in or removed without a post the seat of which the sentence before spoke."""
    for frame in walk.frames:
        _write_out_generic(frame)
        if _is_out_of_untold_post(walk, frame):
            frame.left = vacated_post(walk.story, walk.number - 1)
    sworn_in = [frame for frame in walk.frames if not frame.presides]
    if len(sworn_in) == 1 and _is_sworn_in_alone(walk, sworn_in[0]):
        seat = _seat_to_fill(walk)
        if seat is not None:
            sworn_in[0].enter(seat, "held")


def _is_sworn_in_alone(walk: Walk, frame: Frame) -> bool:
    """Tell `Bupati melantik Nama di pendopo`, which names no post."""
    if walk.verb != "appoints" or frame.presides or frame.person.entered or walk.bare_acting is not None:
        return False
    return (frame.entered or frame.held or frame.left) is None and frame.mood == "in"


def _is_out_of_untold_post(walk: Walk, frame: Frame) -> bool:
    """Tell `Camat Woha diberhentikan. Bupati mencopot Nama ...`: the post stands in the sentence before."""
    if not (frame.removed or frame.mood == "out") or (frame.left or frame.held or frame.entered) is not None:
        return False
    person = frame.person
    known = person.old_post() or person.out_of or person.present
    before = walk.story.mood_of(walk.number - 1) if walk.number else "none"
    return known is None and not person.entered and before == "out"
