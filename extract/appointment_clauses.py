"""Reads who moves from which post to which out of one sentence, tag by tag."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract.appointment_people import People, Person, Told, same_told
from extract.posts import PostMention, post_of_unit, unit_of_post

if TYPE_CHECKING:
    from extract.appointment_tags import Tag, Tagger
    from extract.events import Acting, Span

Mood = Literal["in", "out", "candidate", "guest", "none"]

_ACTING_MARKS: dict[str, Acting] = {
    "plt": "Plt",
    "plt-nya": "Plt",
    "pelaksana tugas": "Plt",
    "plh": "Plh",
    "pelaksana harian": "Plh",
    "pj": "Pj",
    "penjabat": "Pj",
    "pjs": "Pjs",
}
_PRESENT = frozenset({"kini", "sekarang", "selanjutnya"})
_CLEAR = frozenset(
    """menjabat adalah merupakan bertugas juga seorang hanya di jabatan tugas posisi kursi pos pejabat definitif baru langsung
    resmi akhirnya ini itu sehari hari kembali kabarnya bernama atas nama saudara pak bu puas rela harus sebuah salah
    satu sang si sosok rangkap jajaran secara oleh sama untuk pada tersebut amanah menjalankan""".split()
)
_AGENTS = frozenset(
    {
        "bupati",
        "wali kota",
        "walikota",
        "gubernur",
        "wakil bupati",
        "wakil wali kota",
        "wakil gubernur",
        "wakil walikota",
        "sekretaris daerah",
        "sekda",
    }
)


@dataclass(slots=True)
class Post:
    """A post as a sentence uses it, with the role that its place gives it."""

    text: str
    span: Span | None
    acting: Acting | None = None
    civil: bool = True
    role: str = "held"
    head: str = ""


@dataclass(slots=True)
class Frame:
    """One mention of a person in a sentence with the posts attached to it there."""

    person: Person
    held: Post | None = None
    entered: Post | None = None
    left: Post | None = None
    rule: str = ""
    confidence: float = 0.9
    moved: bool = False
    removed: bool = False
    staff: bool = False
    gone: bool = False
    speaks: bool = False
    presides: bool = False
    present: Post | None = None
    confirmed: bool = False
    follows: Frame | None = None
    mood: Mood = "none"
    listed: bool = False


@dataclass(slots=True)
class Reading:
    """What reading a sentence leaves for the next one."""

    frames: list[Frame] = field(default_factory=list)
    mood: Mood = "none"
    listed: bool = False


class ClauseReader:
    """Reads sentences in order; keeps the people, the person last spoken of and the post last spoken of."""

    def __init__(self, tagger: Tagger, people: People) -> None:
        self.tagger = tagger
        self.people = people
        self.last: Person | None = None
        self.topic: Post | None = None
        self.before = Reading()
        self.memory: Mood = "none"
        self.new_first = False

    def read(self, tags: list[Tag], number: int, *, item: bool = False, mood: Mood = "none") -> Reading:
        """Read one sentence or list item and note its facts with the people."""
        walk = _Walk(self, tags, item=item, mood=mood)
        walk.run()
        reading = Reading(walk.frames, walk.mood, walk.listed)
        _note(reading, number, item=item)
        people = [frame for frame in walk.frames if not frame.presides]
        if people:
            moved = [frame for frame in people if frame.entered is not None]
            self.last = (moved or people)[-1].person
        if walk.topic is not None:
            self.topic = walk.topic
        if not item:
            self.before = reading
            if walk.remembered != "none":
                self.memory = walk.remembered
        return reading


class _Walk:
    """One pass over the tags of a sentence."""

    def __init__(self, reader: ClauseReader, tags: list[Tag], *, item: bool, mood: Mood) -> None:
        self.reader = reader
        self.tags = tags
        self.item = item
        self.mood: Mood = mood
        self.listed = item
        self.frames: list[Frame] = []
        self.frame: Frame | None = None
        self.mode = ""
        self.sticky = False
        self.waiting: Post | None = None
        self.near = False  # nothing but marks since the waiting post or the frame's name
        self.seat: Post | None = None
        self.topic: Post | None = None
        self.verb = ""
        self.since_verb = 9
        self.acting: Acting | None = None
        self.acting_told: Acting | None = None
        self.last_post: Post | None = None
        self.agent = False
        self.leaver = False
        self.negated = False
        self.stays = False
        self.remembered: Mood = "none"
        self.idle = 0
        self.at = 0

    def run(self) -> None:
        for self.at, tag in enumerate(self.tags):
            handler = getattr(self, "on_" + tag.kind, None) or self.on_mark
            handler(tag)
            self.since_verb += 1
        if self.waiting is not None and not self.frames:
            self.topic = self.waiting
        if self.mood in {"in", "out"}:
            self.remembered = self.mood
        elif any(frame.entered is not None for frame in self.frames):
            self.remembered = "in"

    # posts

    def on_post(self, tag: Tag) -> None:
        assert tag.post is not None
        self._post(self._wide(tag.post))

    def on_unit(self, tag: Tag) -> None:
        assert tag.post is not None
        mention = self._wide(tag.post)
        if self.mode in {"to", "from", "now"} and self._previous_word() not in {"ke", "dari", "di", "pada"}:
            mention = Post(post_of_unit(mention.text), mention.span, head="kepala")
        elif self.mode == "from":
            mention = Post(post_of_unit(mention.text), mention.span, head="kepala")
        elif self.mode not in {"into", "as"}:
            following = self.tags[self.at + 1 : self.at + 4]
            if any(after.kind == "held" for after in following):
                self.waiting = Post(post_of_unit(mention.text), mention.span, head="kepala")
                self.near = True
            else:
                self._idle()
            return
        self._post(mention)

    def on_out(self, tag: Tag) -> None:
        word = tag.post.head if tag.post is not None else ""
        if self.frame is not None and (
            self.mode in {"to", "as", "now", "is", "into"}
            or self._previous_word() in {"berstatus", "status", "alias", "jadi"}
        ):
            self.frame.staff = True
        elif word.startswith("non"):
            self.on_remove(tag)
        elif self.frame is None and self._previous_word() == "berstatus":
            for frame in self.reader.before.frames:
                frame.staff = True
        self.mode = ""

    def _wide(self, post: PostMention) -> Post:
        """Return the post with an open end closed: where the sentence expects only a post, capitals belong to it."""
        if post.is_placed:
            alone = self.mode in {"to", "as", "into", "from", "now"} and self.frame is not None
            following = self.tagger_after(post.reach)
            if alone or re.match(
                r" (?:yang|kini|di(?:jabat|isi|pegang|pimpin|tempati|duduki|percayakan|serahkan))\b", following
            ):
                wide = post.widened(self.reader.tagger.text)
                return Post(wide.text, (wide.start, wide.end), wide.acting, wide.civil, head=wide.head)
        return Post(post.text, (post.start, post.end), post.acting, post.civil, head=post.head)

    def tagger_after(self, at: int) -> str:
        return self.reader.tagger.lower[at : at + 16]

    def _post(self, post: Post) -> None:
        if self._refers_back(post):
            return
        mode, self.mode = self.mode, ""
        self.last_post = post
        self.idle = 0
        frame = self.frame
        if mode in {"to", "as", "into"}:
            if frame is None and self.waiting is None and self.seat is None and self.verb != "appoints":
                frame = self._resume()
            if frame is not None and not (mode == "as" and frame.entered is not None and frame.entered.role == "to"):
                self._enter(frame, post, mode)
                return
        elif mode == "from" and not self.agent_next():
            if frame is not None and frame.left is None and not self._new_person_follows(frame):
                frame.left = post
                return
            post.role = "from"
            self._wait(post)
            return
        elif mode == "now" and frame is not None:
            if frame.entered is None:
                self._enter(frame, post, "to")
            return
        elif mode == "present" and frame is not None:
            frame.present = post
            return
        elif mode == "is" and frame is not None and not self.listed:
            if self.sticky:
                frame.left = frame.left or post
            else:
                frame.held = frame.held or post
            return
        elif mode == "held-by":
            self.waiting, self.near = post, True
            self.mode = mode
            return
        if (
            self.item
            and frame is not None
            and self.near
            and frame.held is not None
            and frame.entered is None
            and not mode
        ):
            frame.rule = "table"
            frame.entered, frame.left, frame.held = post, frame.left or frame.held, None
            if self.reader.new_first:
                frame.entered, frame.left = frame.left, frame.entered
            return
        if (
            frame is not None
            and self.near
            and frame.held is None
            and self.seat is None
            and self.waiting is None
            and frame.left is None
        ):
            if frame.entered is None or not self._name_next():
                if frame.entered is None:
                    frame.held = post
                else:
                    frame.left = frame.left or post
                return
        self._wait(post)

    def _refers_back(self, post: Post) -> bool:
        """Read `Sekretaris distrik itu`, `Mantan Camat Woha itu`: the person last spoken of, by the post held."""
        last = self.reader.last
        if self.frame is not None or last is None or post.span is None:
            return False
        if not re.match(r" (?:itu|tersebut)\b", self.tagger_after(post.span[1])):
            return False
        frame = Frame(last, mood="none")
        topic = self.reader.topic
        unit = unit_of_post(topic.text) if topic is not None else None
        if unit is not None and post.text.lower().endswith(" " + unit.split()[0].lower()):
            post.text = post.text.rsplit(" ", 1)[0] + " " + unit
        if self.mode == "from":
            frame.left = post
        else:
            frame.held = post
        self.frames.append(frame)
        self.frame, self.mode, self.near = frame, "", False
        return True

    def _wait(self, post: Post) -> None:
        self.waiting, self.near = post, True

    def agent_next(self) -> bool:
        return False

    def _name_next(self) -> bool:
        for tag in self.tags[self.at + 1 : self.at + 3]:
            if tag.kind == "name":
                return True
            if tag.kind not in {",", "("}:
                return False
        return False

    def _new_person_follows(self, frame: Frame) -> bool:
        """Tell `...; mantan Camat X, Sariati, menduduki` from `La Ode Boka, mantan Camat X, kini`."""
        return not self.near and frame.entered is not None and self._name_next()

    def _enter(self, frame: Frame, post: Post, mode: str) -> None:
        if self.acting is not None and post.acting is None:
            post = Post(f"{self.acting} {post.text}", post.span, self.acting, post.civil, head=post.head)
        self.acting = None
        if frame.entered is not None and frame.entered.acting is None and post.acting is None:
            return
        post.role = mode
        frame.entered = post
        frame.rule = {"to": "becomes", "as": "as", "into": "into"}.get(mode, mode)
        self.topic = post

    def _resume(self) -> Frame | None:
        """Return a frame of the person last spoken of, for a clause that does not name its subject."""
        return None

    # names

    def on_name(self, tag: Tag) -> None:
        assert tag.name is not None
        if self._is_agent():
            self.waiting = None
            self.agent = True
            return
        if self.leaver:
            self.leaver = False
            leaver = self.reader.people.find(tag.name)
            if self.waiting is not None and leaver.left is None:
                self.frames.append(Frame(leaver, left=self.waiting, mood="none"))
            return
        person = self.reader.people.find(tag.name)
        if len(person.words) > 1:
            self.reader.tagger.first_names.add(person.words[0])
        frame = Frame(person, mood=self.mood, listed=self.listed)
        if self.mode == "held-by" and self.seat is not None:
            self._seat(frame)
        elif self.mode == "held-by-old" and self.seat is not None:
            frame.left, frame.rule = self.seat, "held before"
            self.topic = self.seat
        elif self.mode == "replaces" and self.frame is not None:
            frame.follows = self.frame
            frame.rule = "replaced"
        elif self.mode == "replaced":
            self._replacement(frame)
        elif self.waiting is not None and self.near:
            self._attach(frame, self.waiting)
        self.waiting = None
        self.mode = ""
        self.acting = None
        self.frames.append(frame)
        self.frame = frame
        self.near = True
        self.idle = 0
        self.negated = False

    def _attach(self, frame: Frame, post: Post) -> None:
        if post.role == "from":
            frame.left = post
        elif post.role == "new":
            frame.entered, frame.rule = post, "new holder"
        elif post.acting is not None and self.verb == "appoints" and self._to_whom():
            frame.entered, frame.rule = post, "decree to"
        else:
            frame.held = post

    def _to_whom(self) -> bool:
        return any(tag.kind == "to_whom" for tag in self.tags[max(0, self.at - 2) : self.at])

    def _seat(self, frame: Frame) -> None:
        post = self.seat
        assert post is not None
        acting = self.acting or (self.acting_told if post.acting is None else None)
        if acting is not None and post.acting is None:
            post = Post(f"{acting} {post.text}", post.span, acting, post.civil, head=post.head)
        frame.entered, frame.rule = post, "held by"
        post.role = "to"
        if self.waiting is not None and self.near:
            frame.left = self.waiting
        self.topic = self.seat
        self.seat = None

    def _replacement(self, frame: Frame) -> None:
        old = self.frame
        if self.waiting is not None and (old is None or old.left is None):
            frame.entered = self.waiting
        elif old is not None:
            base = old.left or old.held
            if base is None and old.entered is not None and old.rule == "held by":
                base, old.left, old.entered = old.entered, old.entered, None
            if base is None:
                known = old.person.old_post(10**6)
                base = Post(known.post, known.span, known.acting) if known is not None else None
            if base is None:
                return
            frame.entered = base
            if old.left is None and old.entered is None:
                old.left = base
                old.rule = "replaced"
                old.follows = frame
        frame.rule = "replaces"

    def _is_agent(self) -> bool:
        """Tell the head who moves somebody (`ditunjuk Gubernur X`, `dilantik oleh Bupati Y`) from one who is moved."""
        if self.waiting is None or self.waiting.role != "held" or self.waiting.head not in _AGENTS:
            return False
        return self.verb in {"appointed", "remove"} and self.since_verb <= 5 and self.near

    # verbs and other cues

    def on_to(self, tag: Tag) -> None:
        if self.mode == "from" or (self.sticky and tag.word not in {"menjadi", "jadi"}):
            self.mode = "from"
        elif self.mode == "present":
            pass
        elif self.stays or (tag.word == "menjabat" and self._previous_kind() == "who"):
            self.mode = "is"
            self.stays = False
        else:
            self.mode = "to"
        self._weak_near()

    def on_as(self, tag: Tag) -> None:
        if self.mode not in {"from", "to", "present", "now"}:
            self.mode = "from" if self.sticky and self.mode == "is" else "as"
        self._weak_near()

    def on_into(self, tag: Tag) -> None:
        self.mode = "into"
        self._shift(tag)

    def on_from(self, tag: Tag) -> None:
        if tag.word == "sebelumnya" and self.waiting is not None and self.near and self._next_kind() in {",", "name"}:
            self.waiting.role = "from"
            return
        if self.frame is None and self.waiting is None and self._next_kind() in {",", "name"}:
            self.sticky = True
        if tag.word.startswith("sebelum di") and self.frame is not None:
            self.mode = "from"
            self.sticky = True
            return
        self.mode = "from"
        self._shift(tag)

    def _shift(self, tag: Tag) -> None:
        """Read `dari Bualemo ke Balantak Utara` where the sentence named `Camat Bualemo` before."""
        text = self.reader.tagger.text
        for other in self.tags[: self.at]:
            if other.post is None or self.frame is None:
                continue
            head, _, place = other.post.text.partition(" ")
            if place and text.startswith(place, tag.end + 1):
                post = Post(other.post.text, (tag.end + 1, tag.end + 1 + len(place)), head=head.lower())
                if tag.kind == "from":
                    self.frame.left = post
                else:
                    self._enter(self.frame, post, "into")
                self.mode = ""
                return

    def on_now(self, tag: Tag) -> None:
        self.mode = "now" if tag.word in _PRESENT else "present"
        self._weak_near()

    def on_is(self, tag: Tag) -> None:
        if self.mode == "from":
            return
        if self.frame is not None and not self.near and not self.sticky:
            self.frame = None
        if self.frame is None:
            self._open_list()
        self.mode = "is"

    def _open_list(self) -> None:
        """Begin a list of people; what is done to them is told here or in a sentence before."""
        self.listed = True
        if self.mood == "none":
            self.mood = self.reader.memory

    def on_held(self, tag: Tag) -> None:
        old = self.mode == "from"
        if (
            self.waiting is None
            and self.seat is None
            and self.topic is not None
            and self.frame is not None
            and self.frame.left is self.topic
        ):
            self.seat = self.topic
            self.mode = "held-by"
            return
        if self.waiting is not None:
            self.seat = self.waiting
            self.waiting = None
            self.mode = "held-by-old" if old else "held-by"
        elif self.seat is not None:
            self.mode = "held-by"
        elif tag.word in {"dipercayakan", "diserahkan", "diberikan", "terisi", "diamanahkan"}:
            self.on_appointed(tag)

    def on_replaces(self, tag: Tag) -> None:
        self.mode = "replaces"
        if self.frame is None:
            self.on_pronoun(tag)
            self.mode = "replaces"

    def on_replaced(self, tag: Tag) -> None:
        self.mode = "replaced"

    def on_swap(self, tag: Tag) -> None:
        holders = [frame for frame in self.frames if frame.held is not None and frame.entered is None][-2:]
        if len(holders) == 2:
            one, two = holders
            one.entered, two.entered = two.held, one.held
            one.rule = two.rule = "swap"
        elif self.waiting is not None or self.frame is not None:
            self.verb = "swap"
        self.mode = ""

    def on_remove(self, tag: Tag) -> None:
        if self.negated:
            self.negated = False
            return
        self.verb, self.since_verb = "remove", 0
        if self.frame is not None and not tag.word.startswith(("me", "pen")):
            self.frame.removed = True
            if tag.word.startswith("sebelum"):
                self.mode = "from"
                self.sticky = True
        else:
            self._actor()
            self.mood = "out"
        if not tag.word.startswith("sebelum"):
            self.mode = ""

    def on_appointed(self, tag: Tag) -> None:
        if self.mode != "from" or self.frame is not None:
            self.mode = "" if self.mode != "from" or not self.sticky else "from"
        self.verb, self.since_verb = "appointed", 0
        if self.frame is not None:
            self.frame.moved = True
        if self.frame is None and self.waiting is None and self.mood not in {"out", "guest"}:
            self.mood = "in"
        self._weak_near()

    def on_appoints(self, tag: Tag) -> None:
        self._actor()
        self.verb, self.since_verb = "appoints", 0
        self.mood = "in"
        self.mode = ""

    def _actor(self) -> None:
        if self.frame is not None:
            self.frame.presides = self.frame.entered is None
        self.frame = None
        self.waiting = None

    def on_gone(self, tag: Tag) -> None:
        if self.frame is not None:
            self.frame.gone = True
        self.mode = ""

    def on_list(self, tag: Tag) -> None:
        if self.mode == "held-by":
            return
        self._open_list()
        if self.frame is not None and self.frame.entered is None and not self.frame.moved:
            self.frame = None
        self.mode = ""

    def on_candidate(self, tag: Tag) -> None:
        if self.frame is None:
            self.mood = "candidate"
            if tag.word != "calon":
                self.remembered = "candidate"

    def on_says(self, tag: Tag) -> None:
        if self.frame is not None:
            self.frame.speaks = True
            if self.frame.entered is None:
                self.frame = None
        self.waiting = None
        self.mode = ""

    def on_guest(self, tag: Tag) -> None:
        self.mood = "guest"
        self.mode = ""
        self.waiting = None

    def on_pronoun(self, tag: Tag) -> None:
        if tag.word in {"lelaki", "pria", "perempuan", "wanita", "birokrat"} and self.at > 0:
            return
        person = self.frame.person if self.frame is not None else self.reader.last
        if person is None:
            return
        present = self.mode == "present"
        frame = Frame(person, mood="none")
        if self.waiting is not None and self.waiting.role == "from":
            frame.left, self.waiting = self.waiting, None
        self.frames.append(frame)
        self.frame = frame
        self.near = present
        self.mode = "present" if present else ("from" if self.sticky else "")

    def on_chosen(self, tag: Tag) -> None:
        if self.waiting is None and self.reader.topic is not None:
            self.seat, self.mode = self.reader.topic, "held-by"

    def on_pair(self, tag: Tag) -> None:
        self.mode = ""

    def on_left(self, tag: Tag) -> None:
        self.leaver = self._next_kind() == "name"
        self.mode = ""
        if self.waiting is None and self.reader.last is not None:
            self._reference(self.reader.last)

    def on_seat(self, tag: Tag) -> None:
        person = self.frame.person if self.frame is not None else self.reader.last
        if self.mode in {"from"}:
            return
        if person is not None and "nya" in tag.word:
            self._reference(person)
        elif self.reader.topic is not None and "nya" not in tag.word:
            self.waiting, self.near = self.reader.topic, True

    def _reference(self, person: Person) -> None:
        frame = self.frame if self.frame is not None and self.frame.person is person else None
        post = (frame.left or frame.held) if frame is not None else None
        if post is None:
            known = person.old_post(10**6) or (person.out_of if person.out_of is not None else None)
            post = Post(known.post, known.span, known.acting) if known is not None else None
        if post is not None:
            self.waiting = Post(post.text, post.span, post.acting, head=post.head)
            self.near = True

    def on_old(self, tag: Tag) -> None:
        if self.waiting is not None and self.near and not tag.word.startswith("pejabat"):
            self.waiting.role = "from"
        elif tag.word.startswith("pejabat") and (topic := self.topic or self.reader.topic) is not None:
            self.waiting = Post(topic.text, topic.span, topic.acting, role="from", head=topic.head)
            self.near = True
        else:
            self._idle()

    def on_new(self, tag: Tag) -> None:
        if self.waiting is not None and self.near:
            self.waiting.role = "new"

    def on_deputy(self, tag: Tag) -> None:
        unit = unit_of_post(self.seat.text) if self.seat is not None else None
        if unit is not None:
            self.waiting, self.near = Post(f"Sekretaris {unit}", (tag.start, tag.end), head="sekretaris"), True

    def on_acting(self, tag: Tag) -> None:
        self.acting = _ACTING_MARKS.get(tag.word)
        if self.verb in {"appoints", "appointed"}:
            self.acting_told = self.acting

    def on_same(self, tag: Tag) -> None:
        frame = self.frame
        if self.mode in {"to", "as"} and self.acting is not None and frame is not None and frame.held is not None:
            unit = unit_of_post(frame.held.text)
            if unit is not None:
                self._enter(frame, Post(post_of_unit(unit), (tag.start, tag.end), head="kepala"), "as")
            self.mode = ""
            return
        if frame is None or self.last_post is None or self.last_post not in (frame.left, frame.held) or self.idle:
            return
        entered = frame.entered or (frame.held if frame.left is self.last_post else None)
        known = (
            entered.text if entered is not None else (frame.person.entered[-1].post if frame.person.entered else None)
        )
        unit = unit_of_post(known) if known is not None else None
        if unit is None:
            return
        post = self.last_post
        if post.text.lower().endswith(" " + unit.lower().split()[0]):
            post.text = post.text[: -len(unit.split()[0]) - 1]
        post.text = f"{post.text} {unit}"

    def on_job(self, tag: Tag) -> None:
        return

    def on_will(self, tag: Tag) -> None:
        return

    def on_stays(self, tag: Tag) -> None:
        self.stays = tag.word == "tetap"

    def on_confirmed(self, tag: Tag) -> None:
        if self.frame is not None:
            self.frame.confirmed = True
            if self.frame.entered is None:
                self.verb, self.since_verb = "appointed", 0
                self.frame.moved = True
        elif self.mood == "none":
            self.mood = "in"

    def on_not(self, tag: Tag) -> None:
        self.negated = True

    def on_who(self, tag: Tag) -> None:
        if self.mode not in {"replaced", "held-by"}:
            self.mode = ""

    def on_and(self, tag: Tag) -> None:
        self.near = False
        if self.mode not in {"held-by", "replaced"}:
            self.mode = ""

    def on_to_whom(self, tag: Tag) -> None:
        return

    def on_word(self, tag: Tag) -> None:
        if tag.word in _CLEAR:
            return
        self._idle()

    def _idle(self) -> None:
        self.idle += 1
        self.near = False
        if self.mode in {"to", "as", "into", "now", "present", "is"} or (self.mode == "from" and not self.sticky):
            self.mode = ""

    def _weak_near(self) -> None:
        if self.waiting is not None and self.mode not in {"now"}:
            return

    def on_mark(self, tag: Tag) -> None:
        if tag.kind == ";":
            self.mode, self.waiting, self.sticky = "", None, False
            self.near = False
        elif tag.kind == "-" and not self.item:
            if self.frame is not None and self.frame.held is None and not self.frame.moved:
                self.frame, self.near = None, False
        elif tag.kind in {",", ":"}:
            if self.mode in {"to", "as", "into", "is"} or (self.mode == "from" and not self.sticky):
                self.mode = ""
            if tag.kind == ":" and self.frame is None and self.waiting is None:
                self.listed = True

    def _previous_word(self) -> str:
        return self.tags[self.at - 1].word if self.at else ""

    def _previous_kind(self) -> str:
        return self.tags[self.at - 1].kind if self.at else ""

    def _next_kind(self) -> str:
        return self.tags[self.at + 1].kind if self.at + 1 < len(self.tags) else ""


def _note(reading: Reading, number: int, *, item: bool) -> None:
    """Note with each person what the sentence tells of them."""
    for frame in reading.frames:
        if frame.presides:
            continue
        _note_frame(frame, number, item=item)


def _told(post: Post, number: int, frame: Frame) -> Told:
    return Told(post.text, post.span, number, frame.rule or "held", frame.confidence, post.acting, frame.confirmed)


def _note_frame(frame: Frame, number: int, *, item: bool) -> None:
    person = frame.person
    entered, left = frame.entered, frame.left
    listed = (frame.listed and frame.mood in {"in", "none"}) or item
    if (
        entered is None
        and frame.held is not None
        and not frame.removed
        and not frame.staff
        and frame.mood in {"in", "none"}
    ):
        if frame.left is not None or (listed and frame.mood == "in"):
            entered, frame.rule = frame.held, "list" if listed else "held, before"
            frame.held = None
    if entered is not None and (not entered.civil or frame.mood in {"candidate", "guest"} and entered.role != "to"):
        entered = None
    if (
        entered is not None
        and entered.role == "as"
        and not (frame.moved or frame.mood == "in" or frame.left is not None or entered.acting)
    ):
        entered = None
    if frame.staff:
        entered = None
    if entered is not None:
        told = _told(entered, number, frame)
        person.enter(told)
        source = left or frame.held
        if source is None and frame.follows is not None:
            source = _seat_of(frame.follows)
        if source is not None and source.civil:
            source_told = _told(source, number, frame)
            if person.left is None and not same_told(source_told, told):
                person.left = source_told
        return
    base = left or frame.held
    if frame.removed or frame.staff or (frame.mood == "out" and base is not None):
        if base is not None:
            person.out_of = person.out_of or _told(base, number, frame)
        person.out = person.out or Told("", None, number, frame.rule or "removed", frame.confidence)
        return
    if frame.follows is not None and frame.rule == "replaced":
        post = frame.left or _seat_of(frame.follows)
        if frame.gone:
            person.gone = True
        elif frame.present is None and post is not None:
            told = _told(post, number, frame)
            person.out_of = person.out_of or told
            person.left = person.left or told
            person.out = person.out or Told("", None, number, "replaced", 0.6)
        return
    if left is not None and person.left is None:
        person.left = _told(left, number, frame)
    if frame.held is not None:
        person.held.append(_told(frame.held, number, frame))
    if frame.present is not None and person.present is None:
        person.present = _told(frame.present, number, frame)


def _seat_of(frame: Frame) -> Post | None:
    """Return the post that the frame's person enters, in this sentence or by one before."""
    if frame.entered is not None:
        return frame.entered
    known = frame.person.entered[-1] if frame.person.entered else None
    return Post(known.post, known.span, known.acting) if known is not None else None
