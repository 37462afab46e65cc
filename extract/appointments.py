"""Finds named moves in an article: who leaves which post and enters which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.appointment_clauses import ClauseReader, Mood
from extract.appointment_lists import Item, find_items, is_inline_item
from extract.appointment_people import People, Person, Told, same_told
from extract.appointment_tags import Tagger
from extract.posts import PostMention, find_posts
from extract.sentences import Sentence, split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events import Acting, Span


@dataclass(frozen=True, slots=True)
class AppointmentMention:
    """One named person's move as the article tells it.

    Posts are as the article writes them; either may be None, never both. The spans are where the words stand, None
    where a post was told by reference or not at all. `acting` marks a designation as Plt, Plh, Pj or Pjs, `out` one
    who leaves and enters nothing, `confirmed` one sworn in again in the same post. `sentence` is the number of the
    sentence that tells the move and `position` the offset of its telling words, to assign the move to an event.
    `confidence` is the chance (0-1) that person and posts are all right.
    """

    person: str
    to_post: str | None
    from_post: str | None
    person_span: Span
    to_span: Span | None
    from_span: Span | None
    acting: Acting | None
    out: bool
    confirmed: bool
    rule: str
    confidence: float
    sentence: int
    position: int


def find_appointments(
    text: str, sentences: Sequence[Sentence] | None = None, posts: Sequence[PostMention] | None = None
) -> list[AppointmentMention]:
    """Return the moves that the folded `text` tells, in the order in which they are told.

    `sentences` and `posts` may be handed over where the caller has them already.
    """
    known_posts = list(posts) if posts is not None else find_posts(text)
    if not known_posts:
        return []
    tagger = Tagger(text, text.lower(), known_posts)
    if not any(cue.kind in {"appointed", "appoints", "remove", "held", "swap"} for cue in tagger.cues):
        return []
    people = People()
    reader = ClauseReader(tagger, people)
    items = find_items(text, tagger.lower)
    upcoming = 0
    done: Item | None = None
    for number, sentence in enumerate(sentences if sentences is not None else split_sentences(text)):
        while upcoming < len(items) and items[upcoming].end <= sentence.start:
            upcoming += 1
        item = items[upcoming] if upcoming < len(items) and items[upcoming].start <= sentence.start else None
        if item is not None:
            if item is not done:
                done = item
                reader.new_first = item.new_first
                reader.read(tagger.tags(item.start, item.end), number, item=True, mood=_item_mood(reader.memory))
            continue
        inline = is_inline_item(text, sentence.start)
        tags = tagger.tags(sentence.start, sentence.end)
        reader.read(tags, number, item=inline, mood=_item_mood(reader.memory) if inline else "none")
    return [mention for person in people.all for mention in _mentions(person)]


def _mentions(person: Person) -> list[AppointmentMention]:
    mentions = []
    for told in person.entered:
        old = person.old_post(told.sentence) or person.present
        if old is not None and same_told(old, told):
            old = None
        mentions.append(_mention(person, told, old))
    if not mentions and person.out is not None and not person.gone:
        old = person.out_of or person.old_post(person.out.sentence)
        if old is not None:
            mentions.append(_mention(person, None, old))
    return mentions


def _mention(person: Person, entered: Told | None, left: Told | None) -> AppointmentMention:
    told = entered or left
    assert told is not None
    return AppointmentMention(
        person=person.name,
        to_post=entered.post if entered is not None else None,
        from_post=left.post if left is not None else None,
        person_span=person.span,
        to_span=entered.span if entered is not None else None,
        from_span=left.span if left is not None else None,
        acting=entered.acting if entered is not None else None,
        out=entered is None,
        confirmed=told.confirmed,
        rule=told.rule,
        confidence=told.confidence,
        sentence=told.sentence,
        position=told.span[0] if told.span is not None else person.span[0],
    )


def _item_mood(memory: Mood) -> Mood:
    """Return what a list does to its people: what the text before said last, else a move."""
    return memory if memory != "none" else "in"
