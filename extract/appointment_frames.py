"""One mention of a person in a sentence with the posts told beside it, and what follows from it for the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.appointment_people import WEAK_RULES, Told, same_post, same_seat
from extract.posts import post_of_unit

if TYPE_CHECKING:
    from extract.appointment_people import Person
    from extract.events import Acting, Span

Mood = Literal["in", "out", "candidate", "guest", "none"]
"""What the words before a list of people say of them: moved, removed, only proposed, only present, or nothing."""

Way = Literal["", "to", "as", "into", "held", "list", "table", "held by", "new holder", "replaces", "swap", "decree"]
"""How a sentence tells that a post is entered; it becomes the name of the rule."""

_CONFIDENCE: dict[Way, float] = {
    "to": 0.92,
    "as": 0.9,
    "into": 0.85,
    "held": 0.8,
    "list": 0.88,
    "table": 0.95,
    "held by": 0.9,
    "new holder": 0.85,
    "replaces": 0.85,
    "swap": 0.85,
    "decree": 0.85,
}
_UNITS = frozenset("dinas badan biro bagian bidang kecamatan distrik kelurahan puskesmas satpol kantor rsud".split())
_REMOVED_CONFIDENCE = 0.85
_MADE_ROOM_CONFIDENCE = 0.6


class Post(NamedTuple):
    """A post as a sentence uses it."""

    text: str
    span: Span | None
    head: str = ""
    acting: Acting | None = None
    civil: bool = True
    generic: bool = False
    national: bool = False

    def as_acting(self, acting: Acting | None) -> Post:
        """Return the post with an acting mark told elsewhere in the sentence."""
        if acting is None or self.acting is not None:
            return self
        return self._replace(text=f"{acting} {self.text}", acting=acting)

    def definitive(self) -> Post:
        """Return the post without its acting mark."""
        if self.acting is None:
            return self
        return self._replace(text=self.text.partition(" ")[2], acting=None)


@dataclass(slots=True)
class Frame:
    """One mention of a person: the post held beside the name, those entered and left, and how the sentence puts it.

    `replaces` is the frame of whom this person made room for: the person here is the predecessor.
    """

    person: Person
    mood: Mood = "none"
    listed: bool = False
    held: Post | None = None
    entered: Post | None = None
    left: Post | None = None
    present: Post | None = None
    way: Way = ""
    moved: bool = False
    removed: bool = False
    made_room: bool = False
    staff: bool = False
    gone: bool = False
    presides: bool = False
    confirmed: bool = False
    fresh: bool = False
    bare_beside: bool = False
    fronted: bool = False
    serves: bool = False
    speaks: bool = False
    successor: Frame | None = None

    def enter(self, post: Post, way: Way) -> None:
        """Set the post entered."""
        self.entered, self.way = post, way


def seat_of(frame: Frame) -> Post | None:
    """Return the post that the frame's person enters, by this sentence or by one before."""
    entered = frame.entered
    if entered is not None and frame.way == "into" and entered.head in _UNITS:
        return entered._replace(text=post_of_unit(entered.text), head="kepala")
    if entered is not None:
        return entered
    return _as_post(frame.person.entered[-1]) if frame.person.entered else None


def old_post_of(person: Person) -> Post | None:
    """Return the post that a person left or held by all that is told so far."""
    told = person.old_post() or person.out_of
    return _as_post(told) if told is not None else None


def _as_post(told: Told) -> Post:
    return Post(told.post, told.span, acting=told.acting)


def note(frame: Frame, sentence: int, *, item: bool) -> None:
    """Note with the person what the frame tells."""
    if frame.presides:
        return
    if _tells_post_of_before(frame, sentence):
        frame.present, frame.entered = frame.entered, None
    if _repeats_designation(frame):
        frame.entered = None
    if frame.gone and frame.way == "held by" and frame.left is None:
        frame.left, frame.entered = frame.entered, None  # `Camat Woha, dijabat Nama yang pensiun`
    if frame.mood == "out" and frame.listed and frame.serves and frame.held is None and frame.left is None:
        frame.held, frame.entered = frame.entered, None  # `yang dicopot yakni: 1. Nama, menjabat sebagai Camat Woha`
    entered = _entered(frame, item=item)
    if entered is None and frame.mood == "out" and frame.held is None and frame.way in {"as", "list"}:
        frame.held = frame.entered  # `dinonjobkan, masing-masing Nama selaku Camat Woha`
    if entered is not None:
        _note_entered(frame, entered, sentence)
    elif _is_removed(frame):
        _note_out(frame, frame.left or frame.held or frame.present, sentence, "removed", _REMOVED_CONFIDENCE)
    elif frame.successor is not None or frame.made_room:
        _note_predecessor(frame, sentence)
    else:
        _note_posts(frame, sentence)


def _tells_post_of_before(frame: Frame, sentence: int) -> bool:
    """Tell `Nama menjabat X`, said after the move into Y was told: X is the post held until then."""
    entered, told = frame.entered, frame.person.entered
    if entered is None or frame.way != "to" or not frame.serves or frame.moved:
        return False
    if entered.acting is not None or frame.left is not None:
        return False
    earlier = [known for known in told if known.sentence < sentence and (known.acting or known.rule not in WEAK_RULES)]
    return bool(earlier) and not any(same_post(known.definitive, entered.text) for known in told)


def _repeats_designation(frame: Frame) -> bool:
    """Tell `Ia mengisi kursi Camat Woha` of one already told to be its Plt."""
    entered = frame.entered
    if entered is None or entered.acting is not None or frame.moved or frame.way not in {"to", "as", "held"}:
        return False
    return any(known.acting and same_post(known.definitive, entered.text) for known in frame.person.entered)


def _entered(frame: Frame, *, item: bool) -> Post | None:
    """Return the post that the frame's words say is entered, None where they do not."""
    entered = frame.entered
    certain = frame.way not in {"as", "held", "list"} and not (frame.mood == "candidate" and not frame.moved)
    if (
        entered is None
        and frame.held is not None
        and not (frame.removed or frame.staff)
        and frame.mood in {"in", "none"}
    ):
        listed = item or (frame.listed and frame.mood == "in")
        if listed or frame.fresh or (frame.left is not None and not frame.made_room and not frame.speaks):
            entered, frame.way, certain = frame.held, "list" if listed else "held", True
            frame.held = None
    if entered is None or not entered.civil or entered.generic or frame.staff:
        return None
    if frame.way in {"new holder", "list"} and frame.gone:
        return None
    if frame.mood in {"candidate", "guest"} and not certain:
        return None
    if certain or frame.moved or frame.mood == "in" or frame.left is not None or entered.acting is not None:
        return entered
    return None


def _is_removed(frame: Frame) -> bool:
    known = frame.left or frame.held
    return frame.removed or frame.staff or (frame.mood == "out" and known is not None)


def _told(frame: Frame, post: Post, sentence: int) -> Told:
    confidence = _CONFIDENCE.get(frame.way, 0.8)
    return Told(post.text, post.span, sentence, frame.way or "held", confidence, post.acting, frame.confirmed)


def _note_entered(frame: Frame, entered: Post, sentence: int) -> None:
    person = frame.person
    person.enter(_told(frame, entered, sentence))
    left = frame.left or frame.held or frame.present
    if left is None and frame.successor is not None:
        left = seat_of(frame.successor)
    if (
        left is None
        or not (left.civil or left.national or _is_deputy_who_acts(left, entered))
        or left.generic
        or same_seat(left.text, entered.text)
    ):
        return
    if person.left is None or _tells_it_better(person, left):
        person.left, person.left_to_successor = _told(frame, left, sentence), False


def _tells_it_better(person: Person, left: Post) -> bool:
    """Tell whether the post, known so far from the successor, is now named for the person (`Nama, Kadis PMD, ...`)."""
    known = person.left
    return known is not None and person.left_to_successor and same_post(known.post, left.text)


def _is_deputy_who_acts(left: Post, entered: Post) -> bool:
    """Tell a deputy head of a region who stands in for the head (`Wakil Bupati Bima Nama sebagai Plt Bupati`)."""
    return entered.acting is not None and left.head.startswith("wakil")


def _note_out(frame: Frame, post: Post | None, sentence: int, rule: str, confidence: float) -> None:
    person = frame.person
    if post is not None and post.civil and not post.generic and person.out_of is None:
        person.out_of = _told(frame, post, sentence)
    if person.out is None or person.out.confidence < confidence:
        person.out = Told("", None, sentence, rule, confidence)


def _note_predecessor(frame: Frame, sentence: int) -> None:
    """Note one who is followed in a post: gone before, or making room in the same move."""
    person = frame.person
    post = frame.left or frame.held
    if post is None and frame.successor is not None:
        post = seat_of(frame.successor)
        if post is not None and post.acting == "Plt":
            post = post.definitive()  # `ditunjuk sebagai Plt Camat Woha menggantikan Nama`
    if frame.gone:
        person.gone = True
    if post is None:
        return
    if person.left is None:
        person.left, person.left_to_successor = _told(frame, post, sentence), True
    if not frame.gone and frame.present is None and post.acting not in {"Plt", "Plh"}:
        _note_out(frame, post, sentence, "made room", _MADE_ROOM_CONFIDENCE)


def _note_posts(frame: Frame, sentence: int) -> None:
    person = frame.person
    if frame.gone and frame.left is not None:
        person.gone = True
    if frame.left is not None and person.left is None and not frame.left.generic:
        person.left = _told(frame, frame.left, sentence)
    if frame.held is not None and frame.held.civil and not frame.held.generic:
        told = _told(frame, frame.held, sentence)
        person.held.append(told)
        if person.present is None and person.entered and not same_post(told.post, person.entered[0].post):
            person.present = told  # `Ia merupakan Kepala Dinas Sosial`, told after the move
    if frame.present is not None and (frame.present.civil or frame.present.national) and person.present is None:
        person.present = _told(frame, frame.present, sentence)
