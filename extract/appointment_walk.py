"""What is known while a sentence is read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract.appointment_cues import Tag, acting_mark, moods_of
from extract.appointment_frames import Frame, Mood, Post, old_post_of, seat_of
from extract.appointment_references import acting_post
from extract.posts import unit_of_post

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.appointment_frames import Way
    from extract.appointment_people import People, Person
    from extract.appointment_tags import Tagger
    from extract.events import Acting
    from extract.posts import PostMention
    from extract.sentences import Sentence

Mode = Literal[
    "",
    "to",
    "as",
    "into",
    "from",
    "now",
    "present",
    "is",
    "held by",
    "held before",
    "held now",
    "replaces",
    "replaced",
    "follows",
    "skip",
    "instead of",
]
"""What the next post or name is to its sentence, by the cue read last."""

_GENERIC = re.compile(
    r"(?!(?:\w+ )?sekretaris daerah)(?:plt |plh |pj |pjs )?"
    r"(?:kepala|sekretaris|kabid|kadis|kaban|camat|lurah|kabag|kasi)"
    r"(?: (?:dinas|badan|bidang|bagian|sub|subbagian|subbidang|sekolah|seksi|kantor|biro|puskesmas|distrik"
    r"|organisasi|perangkat|daerah|opd|skpd|\(\w+\)|upt|uptd|sdn?|smp|sma|smk|tk))*$"
)
_ONCE = re.compile(r"\b(?:sempat|pernah|tidak|bukan|belum|tanpa) (?:\w+ )?$")
"""Before a cue of what befell one person once, or nobody: it says nothing of people listed afterwards."""
_BARE = frozenset(
    {
        "camat",
        "lurah",
        "kepala sekolah",
        "kepala dinas",
        "kepala badan",
        "kepala puskesmas",
        "kepala skpd",
        "kepala opd",
    }
)
_MOOD_LOOK_BACK = 7
_ACTING_LOOK_BACK = 3
_LONGEST_SILENCE = 2


@dataclass(slots=True)
class Story:
    """What outlasts a sentence: the text, its people, whom and what it spoke of last."""

    tagger: Tagger
    people: People
    sentences: Sequence[Sentence]
    last: Person | None = None
    last_sentence: int = -1
    topic: Post | None = None
    frames: list[Frame] = field(default_factory=list)
    moods: dict[int, Mood] = field(default_factory=dict)
    spoke_in: int = -2
    """The sentence read last that names only who speaks."""
    listed_in: int = -2
    """The sentence read last that lists people with the posts that they enter."""
    filled_in: int = -2
    """The sentence read last that tells by whom posts are filled (`Camat Woha dijabat Nama`)."""
    rumoured_in: int = -2
    """The sentence read last that only tells of rumours."""
    acts_in: int = -2
    """The sentence read last that tells who holds an acting post by now."""
    designated_in: int = -2
    """The sentence read last that lists people by the acting posts to which they were designated."""

    def mood_before(self, sentence: int) -> Mood:
        """Return what the nearest sentence before says is done to people, of the seven before it."""
        for number in range(sentence - 1, max(-1, sentence - 1 - _MOOD_LOOK_BACK), -1):
            mood = self.mood_of(number)
            if mood != "none":
                return mood
        return "none"

    def mood_of(self, number: int) -> Mood:
        """Return what a sentence says is done to people."""
        if number not in self.moods:
            self.moods[number] = self._mood_of(number)
        return self.moods[number]

    def _mood_of(self, number: int) -> Mood:
        sentence = self.sentences[number]
        lower = self.tagger.lower
        cues = self.tagger.cues_in(sentence.start, sentence.end)
        words = moods_of([cue for cue in cues if not _ONCE.search(lower, max(0, cue.start - 20), cue.start)])
        if "remove" in words:
            return "out"
        if "rumour" in words or ("candidate" in words and not words & {"appointed", "appoints"}):
            return "candidate"
        if words & {"appointed", "appoints"}:
            return "in"
        return "guest" if "guest" in words and not self._only_accompanies(sentence) else "none"

    def _only_accompanies(self, sentence: Sentence) -> bool:
        """Tell `Nama, mendampingi Sekda Nama, mengatakan`: one who speaks, and no list of guests."""
        cues = self.tagger.cues_in(sentence.start, sentence.end)
        guests = {cue.word for cue in cues if cue.kind == "guest"}
        return guests <= {"mendampingi", "mewakili"} and any(cue.kind == "says" for cue in cues)

    def acting_before(self, number: int) -> Acting | None:
        """Return the acting mark that the sentence before a list, or one of the two before it, gives those listed."""
        for place in range(number, max(-1, number - _ACTING_LOOK_BACK), -1):
            sentence = self.sentences[place]
            words = [(cue.kind, cue.word) for cue in self.tagger.cues_in(sentence.start, sentence.end)]
            mark = next((acting_mark(word) for kind, word in words if kind == "acting"), None)
            if mark is not None or any("lantik" in word for _, word in words):
                return mark
        return None

    def person_before(self, sentence: int) -> Person | None:
        """Return whom `ia` at the beginning of a sentence means: the person the sentence before spoke of."""
        if self.last_sentence < sentence - 1 and sentence > 0 and self.spoke_in != sentence - 1:
            before = self.sentences[sentence - 1]
            names = self.tagger.names(before.start, before.end)
            if names:
                self.last, self.last_sentence = self.people.find(names[-1]), sentence - 1
        return self.last if self.last_sentence >= sentence - _LONGEST_SILENCE else None


@dataclass(slots=True)
class Walk:
    """One pass over the tags of a sentence or list item.

    `frame` is the person the clause speaks of; `waiting` a post read before the person it belongs to; `seat` a post
    that the next person holds; `near` tells that only marks stand between the last post or name and here; `clause`
    counts the people named before the clause's verb; `shared` holds the posts that people named together enter.
    """

    story: Story
    tags: list[Tag]
    number: int
    item: bool = False
    new_first: bool = False
    mood: Mood = "none"
    listed: bool = False
    frames: list[Frame] = field(default_factory=list)
    frame: Frame | None = None
    mode: Mode = ""
    sticky: bool = False
    at_present: bool = False
    waiting: Post | None = None
    role: Literal["held", "left", "new", "seat"] = "held"
    near: bool = False
    seat: Post | None = None
    topic: Post | None = None
    last_post: Post | None = None
    verb: str = ""
    since_verb: int = 9
    acting: Acting | None = None
    acting_told: Acting | None = None
    list_acting: Acting | None = None
    former: Acting | None = None
    fronted_acting: Acting | None = None
    bare_acting: tuple[Frame, Acting] | None = None
    leaver: bool = False
    negated: bool = False
    stays: bool = False
    clause: int = 0
    shared: list[Post] = field(default_factory=list)
    swaps: bool = False
    serves: bool = False
    rumoured: bool = False
    speaking: bool = False
    exchanges: bool = False
    named: list[tuple[int, Frame]] = field(default_factory=list)
    at: int = 0

    def run(self, handlers: dict[str, Callable[[Walk, Tag], None]]) -> None:
        """Read every tag by the handler of its kind."""
        if [tag.kind for tag in self.tags[:2]] == ["who", "from"]:
            person = self.story.person_before(self.number)
            if person is not None:
                self.begin(person)  # `Seperti Nama. Yang sebelumnya menjabat ...`
        for at, tag in enumerate(self.tags):
            self.at = at
            handler = handlers.get(tag.kind)
            if handler is not None:
                handler(self, tag)
            self.since_verb += 1
        if self.bare_acting is not None:
            self._act_for(*self.bare_acting)
        if self.swaps:
            self.swap()
        if not self.frames and self.waiting is not None and self.role == "left" and self.tags[0].kind == "from":
            person = self.story.person_before(self.number)
            if person is not None:
                self.begin(person).left = self.waiting  # `Jabatan terakhirnya Camat Woha`
        if self.topic is None and all(frame.presides or frame.fronted for frame in self.frames):
            self.topic = self.waiting or self.seat

    def _act_for(self, frame: Frame, mark: Acting) -> None:
        """Let one designated as `Plt`, the post not told beside it, act in the empty post."""
        if frame.entered is not None and not frame.entered.generic:
            return
        post = acting_post(self, frame)
        if post is not None:
            frame.entered = None
            frame.enter(post.as_acting(mark), "as")
            frame.moved = True

    def swap(self) -> bool:
        """Let the last two people who hold a post change places; tell whether there are two."""
        seats = [(frame, seat) for frame in self.frames if (seat := _seat_held(frame)) is not None][-2:]
        if len(seats) < 2:
            return self._swap_with_one_told_before()
        (one, seat), (two, other) = seats
        one.left, two.left = seat, other
        one.enter(other, "swap")
        two.enter(seat, "swap")
        return True

    def _swap_with_one_told_before(self) -> bool:
        """Read `A bertukar tempat dengan B`, where what A left and entered was told before: B goes the other way."""
        pair = self.frames[-2:]
        told = [frame for frame in pair if frame.person.entered and old_post_of(frame.person) is not None]
        if len(pair) < 2 or len(told) != 1 or any(frame.entered is not None for frame in pair):
            return False
        other = pair[0] if told[0] is pair[1] else pair[1]
        old, entered = old_post_of(told[0].person), seat_of(told[0])
        if old is not None and entered is not None and not other.person.entered:
            other.left = entered
            other.enter(old, "swap")
        return True

    def kind_at(self, step: int) -> str:
        """Return the kind of the tag `step` places on, or back, from here."""
        at = self.at + step
        return self.tags[at].kind if 0 <= at < len(self.tags) else ""

    def word_before(self) -> str:
        """Return the word or cue just before."""
        return self.tags[self.at - 1].word if self.at else ""

    def text_after(self, end: int) -> str:
        """Return a few small letters of the text after `end`."""
        return self.story.tagger.lower[end : end + 24]

    def read_post(self, mention: PostMention) -> Post:
        """Return the post that a mention names; without unit or place (`kepala dinas`, `Plt Camat`) it is generic."""
        low = mention.text.lower()
        bare = mention.text[0].islower() or low in _BARE or mention.acting is not None
        generic = bare and _GENERIC.match(low) is not None
        span = (mention.start, mention.end)
        return Post(mention.text, span, mention.head, mention.acting, mention.civil, generic, mention.national)

    def begin(self, person: Person) -> Frame:
        """Begin a new mention of a person; the clause speaks of it from here on."""
        frame = Frame(person, mood=self.mood, listed=self.listed)
        self.frames.append(frame)
        self.frame = frame
        return frame

    def subject(self) -> Person | None:
        """Return the person the clause speaks of, or the one the text spoke of last."""
        return self.frame.person if self.frame is not None else self.story.person_before(self.number)

    def wait(self, post: Post, role: Literal["held", "left", "new", "seat"] = "held") -> None:
        """Keep a post for the person who comes after it."""
        self.waiting, self.role, self.near = post, role, True

    def enter(self, frame: Frame, post: Post, way: Way) -> None:
        """Let the person enter a post; an acting mark told before it belongs to it."""
        post = self.as_listed(post.as_acting(self.acting))
        self.acting = None
        if post.generic and post.acting is not None and self.bare_acting is None:
            self.bare_acting = (frame, post.acting)
        known = frame.entered
        if known is not None and post.generic:
            return
        if known is not None and way == "to" and self.verb == "" and _is_held_until_now(frame):
            frame.left = known  # `Nama sebagai Camat Woha, kini menjadi Camat Sape`
        elif known is not None and frame.serves and post.acting is not None and self._is_designated():
            frame.left = frame.left or known  # `yang kini menjabat Camat Woha ditugaskan sebagai Plt Camat Sape`
        elif known is not None and frame.way != "into" and (post.acting is None or known.acting is not None):
            return
        frame.enter(post, way)
        frame.serves = self.serves
        if self.former is not None and frame.left is None and frame.held is None:
            frame.left = post.as_acting(self.former)
        if not post.generic:
            self.topic = post.definitive()

    def _is_designated(self) -> bool:
        """Tell whether a word of designation stands right before the post that is read."""
        return "appointed" in {self.kind_at(-1), self.kind_at(-2)}

    def as_listed(self, post: Post) -> Post:
        """Return the post of an elected head as the acting one that others of the list are told to enter."""
        if post.civil or post.national or post.acting is not None or not self.listed:
            return post
        told = [frame.entered.acting for frame in self.frames if frame.entered is not None]
        mark = next((mark for mark in reversed(told) if mark is not None), self.list_acting)
        return post.as_acting(mark)._replace(civil=True) if mark is not None else post

    def open_list(self) -> None:
        """Begin a list of people; what is done to them is told here or in a sentence before."""
        self.list_acting = self.acting
        self.listed = True
        if self.mood == "none" and self.verb == "remove":
            self.mood = "out"  # `Selain dia, yang dicopot adalah Nama (Jabatan)`
        if self.mood == "none":
            self.mood = self.story.mood_before(self.number)
        told = [tag.kind for tag in self.tags[: self.at] if tag.kind in {"stays", "appointed", "appoints"}]
        if told[-1:] == ["stays"]:
            self.mood = "guest"  # `sejumlah pejabat tetap menempati posisi lama, seperti Nama`
        if self.mood == "none" and self.list_acting is not None:
            self.mood = "in"  # `Dua dari lima Plt itu yakni ...`

    def rest(self) -> None:
        """Take note of a word that says nothing: what was expected next no longer is."""
        self.near = False
        if self.mode in {"to", "as", "into", "now", "present", "is"} or (self.mode == "from" and not self.sticky):
            self.mode = ""

    def refer(self, person: Person) -> Post | None:
        """Return the post that a person leaves or left, by this sentence or all before."""
        frame = self.frame
        if frame is not None and frame.person is person and (frame.left or frame.held) is not None:
            return frame.left or frame.held
        return old_post_of(person)

    def unit(self, post: Post | None) -> str | None:
        """Return the unit that a post belongs to."""
        return unit_of_post(post.text) if post is not None else None


def _is_held_until_now(frame: Frame) -> bool:
    """Tell whether the post told by `sebagai`, without a verb, may be the one that a person leaves."""
    return frame.way == "as" and not frame.moved and (frame.left or frame.held) is None


def _seat_held(frame: Frame) -> Post | None:
    """Return the post in which a person is until the move: held, left, or told by `sebagai` without a verb."""
    if frame.entered is None:
        return frame.held or frame.left
    return frame.entered if frame.way == "as" and not frame.moved and frame.left is None else None
