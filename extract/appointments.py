"""Finds named moves in an article: who leaves which post and enters which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.acting_heads import HeadDesignation, heads_designated, holders_listed, leads_region
from extract.appointment_clauses import read_item, read_sentence
from extract.appointment_listings import tells_who_acts
from extract.appointment_lists import Item, find_items, inline_number
from extract.appointment_people import People, Person, Told, is_short_form, same_post, same_seat, words_of
from extract.appointment_tables import read_row
from extract.appointment_tags import Tagger
from extract.appointment_walk import Story
from extract.posts import PostMention, find_posts
from extract.scanning import lowered
from extract.sentences import Sentence, split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events import Acting, Span

_RUMOURED = re.compile(
    r"\W{0,3}(?:beredar|bocoran|bocor)\b[^\n]{0,60}\b(?:nama|daftar|list|pejabat)\b[^\n]{0,60}\b(?:akan|bakal)\b"
)
"""A headline that promises rumours (`Beredar Nama Pejabat yang Akan Dilantik`)."""
_ELECTED_LURAH = re.compile(r"\bpilur\b|\bpemilihan lurah\b|\blurah (?:hasil pemilihan|terpilih)\b")


_SHORT_WORD = 3
_LEAST_HEADLINE = 4
_SMALL_WORDS = 0.1
_HEAD_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class AppointmentMention:
    """One named person's move as the article tells it.

    Posts are as the article writes them; either may be None, never both. The spans are where the words stand, None
    where a post was told by reference or not at all. `acting` marks a designation as Plt, Plh, Pj or Pjs, `out` one
    who leaves and enters nothing, `confirmed` one sworn in again in the same post. `sentence` is the number of the
    sentence that tells the move and `position` the offset of its telling words, to assign the move to an event.
    `rule` names how the sentence tells it; `confidence` is the chance (0-1) that person and posts are all right.
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
    """Return the moves that the folded `text` tells, in the order in which its people are first named.

    `sentences` and `posts` are those of the text, handed over where the caller has found them already.
    """
    known_posts = list(posts) if posts is not None else find_posts(text)
    if not known_posts:
        return []
    parts = sentences if sentences is not None else split_sentences(text)
    lower = lowered(text)
    if _RUMOURED.match(lower) is not None:
        return []
    story = Story(Tagger(text, lower, known_posts), People(), parts)
    items = find_items(text, lower)
    _read(story, items)
    _complete_names(story)
    mentions = [mention for person in story.people.all for mention in _mentions(person)]
    heads = heads_designated(story, items)
    if heads:
        mentions = _with_heads(mentions, heads)
    mentions = _with_listed(mentions, holders_listed(story))
    lurah = [mention for mention in mentions if (mention.to_post or "").lower().startswith("lurah")]
    if lurah and _ELECTED_LURAH.search(lower) is not None:
        return [mention for mention in mentions if mention not in lurah]
    return mentions


def _with_heads(mentions: list[AppointmentMention], heads: list[HeadDesignation]) -> list[AppointmentMention]:
    """Let those designated as heads of regions stand for what else was read of them and of such posts."""
    found = [_mention_of_head(head, mentions) for head in heads]
    people = {mention.person for mention in found}
    others = [m for m in mentions if m.person not in people and not leads_region(m.to_post or m.from_post or "")]
    return sorted([*others, *found], key=lambda mention: mention.person_span)


def _with_listed(mentions: list[AppointmentMention], listed: list[HeadDesignation]) -> list[AppointmentMention]:
    """Add those listed by their acting posts of whom, and of whose post, nothing else was read."""
    people = {mention.person for mention in mentions}
    posts = {mention.to_post for mention in mentions}
    new = [one for one in listed if one.person.name not in people and one.to_post not in posts]
    if not new:
        return mentions
    return sorted([*mentions, *(_mention_of_head(one, mentions) for one in new)], key=lambda m: m.person_span)


def _mention_of_head(head: HeadDesignation, mentions: list[AppointmentMention]) -> AppointmentMention:
    """Return the designation as a move; the post held until then may be told elsewhere than in the list."""
    person = head.person
    from_post, from_span = head.from_post, head.from_span
    if from_post is None:
        told = next((m for m in mentions if m.person == person.name and m.from_post), None)
        if told is not None and not leads_region(told.from_post or ""):
            from_post, from_span = told.from_post, told.from_span
    spans = [span for span in (head.to_span, from_span) if span is not None]
    return AppointmentMention(
        person=person.name,
        to_post=head.to_post,
        from_post=from_post,
        person_span=person.span,
        to_span=head.to_span,
        from_span=from_span,
        acting=head.acting,
        out=head.out,
        confirmed=False,
        rule="made room" if head.out else "acting head",
        confidence=_HEAD_CONFIDENCE,
        sentence=head.sentence,
        position=spans[0][0] if spans else person.span[0],
    )


def _read(story: Story, items: list[Item]) -> None:
    """Read the list items, and the sentences that name a post or tell a move."""
    text = story.tagger.text
    upcoming = 0
    done: Item | None = None
    intro, next_number = -1, 1
    for number, sentence in enumerate(story.sentences):
        if number == 0 and len(story.sentences) > 1 and _is_headline(text[sentence.start : sentence.end]):
            continue  # where every word has a capital, none of them tells a name; the text names its people again
        while upcoming < len(items) and items[upcoming].end <= sentence.start:
            upcoming += 1
        item = items[upcoming] if upcoming < len(items) and items[upcoming].start <= sentence.start else None
        if item is not None:
            if item is not done:
                _read_item(story, item, number, intro)
            done = item
            continue
        if text[sentence.start : sentence.end].rstrip(".)").isdigit():
            continue
        printed = inline_number(text, sentence.start)
        if printed == next_number:
            next_number += 1
            _read_item(story, Item(sentence.start, sentence.end), number, intro)
            continue
        intro, next_number = number, 1
        told = story.tagger.has_posts(sentence.start, sentence.end)
        if told or story.tagger.tells_move(sentence.start, sentence.end):
            read_sentence(story, sentence.start, sentence.end, number)
        if number == 0 and len(story.sentences) > 1 and text[sentence.end - 1].isalnum():
            for person in story.people.all:
                person.short = len(person.words) == 1


def _complete_names(story: Story) -> None:
    """Find the full name of one told by a short one, where a sentence without post or move named him before."""
    tagger = story.tagger
    for person in story.people.all:
        word = person.words[-1] if person.words else ""
        if not word or not (person.entered or person.out):
            continue
        for sentence in story.sentences[1:]:
            if sentence.end > person.span[0]:
                break
            if tagger.lower.find(word, sentence.start, sentence.end) < 0:
                continue
            names = tagger.names(sentence.start, sentence.end)
            full = next((name for name in names if is_short_form(person.words, words_of(name))), None)
            if full is not None:
                story.people.complete(person, full)
                break


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if len(word) > _SHORT_WORD and word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _LEAST_HEADLINE and small <= len(words) * _SMALL_WORDS


def _read_item(story: Story, item: Item, number: int, intro: int) -> None:
    """Read an item; what its list does to its people the sentence `intro` before the list says, or those before it."""
    if not story.tagger.has_posts(item.start, item.end):
        return
    mood = story.mood_of(intro) if intro >= 0 else "none"
    if mood == "none" and intro >= 0 and tells_who_acts(story, intro):
        return
    if mood == "none":
        mood = story.mood_before(intro)
    mood = "in" if mood == "none" else mood
    if not item.columns or not read_row(story, item, number, mood):
        read_item(story, item, number, mood, story.acting_before(intro))


def _mentions(person: Person) -> list[AppointmentMention]:
    mentions = []
    for told in person.entered:
        known = (person.old_post(told.sentence), person.present, _removed_from(person, told))
        old = next((post for post in known if post is not None and not _is_one_post(post, told)), None)
        mentions.append(_mention(person, told, old))
    removed = _removed_from_new_post(person)
    if removed is not None:
        mentions.append(_mention(person, None, removed))
    if not mentions and person.out is not None and not (person.gone and person.out.rule != "removed"):
        old = person.out_of or person.old_post(person.out.sentence)
        if old is not None:
            mentions.append(_mention(person, None, old))
    return mentions


def _is_one_post(left: Told, entered: Told) -> bool:
    alike = same_seat if left.sentence == entered.sentence else same_post
    return alike(left.post, entered.post)


def _removed_from(person: Person, entered: Told) -> Told | None:
    """Return the post from which one was removed before another was given (`mencopot Camat A. A digeser ...`)."""
    out = person.out_of
    return out if out is not None and out.sentence <= entered.sentence else None


def _removed_from_new_post(person: Person) -> Told | None:
    """Return the post that one entered and was removed from afterwards (`dilantik ..., lalu dinonaktifkan`)."""
    out = person.out
    if out is None or out.rule != "removed" or person.out_of is not None or len(person.entered) != 1:
        return None
    entered = person.entered[0]
    known = person.left is not None or person.held or entered.acting is not None
    return entered if not known and out.sentence > entered.sentence else None


def _mention(person: Person, entered: Told | None, left: Told | None) -> AppointmentMention:
    told = entered or person.out or left
    spans = [told.span for told in (entered, left) if told is not None and told.span is not None]
    return AppointmentMention(
        person=person.name,
        to_post=entered.post if entered is not None else None,
        from_post=left.post if left is not None else None,
        person_span=person.span,
        to_span=entered.span if entered is not None else None,
        from_span=left.span if left is not None else None,
        acting=entered.acting if entered is not None else None,
        out=entered is None,
        confirmed=told.confirmed if told is not None else False,
        rule=told.rule if told is not None else "",
        confidence=told.confidence if told is not None else 0.0,
        sentence=told.sentence if told is not None else 0,
        position=spans[0][0] if spans else person.span[0],
    )
