"""Reads the verbs and small words of a sentence: what they make of the posts and people beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.appointment_acting import on_acting
from extract.appointment_frames import Frame, Post, old_post_of
from extract.appointment_references import post_at_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.appointment_cues import Tag
    from extract.appointment_walk import Walk

_PRESENT = frozenset({"kini", "sekarang", "selanjutnya"})
AGENT_HEADS = frozenset(
    {
        "bupati",
        "wali kota",
        "walikota",
        "gubernur",
        "wakil bupati",
        "wakil wali kota",
        "wakil walikota",
        "wakil gubernur",
        "sekretaris daerah",
        "sekretaris",
    }
)
"""Heads of those who decide a move: a post so led, before a name, is no post that is moved."""
AGENT_DISTANCE = 5
"""Tags after its verb within which one who decides the move is named."""
_SHIFT_LOOK_BACK = 40
_MOVES_BEFORE_DARI = frozenset({"appointed", "remove", "name", "who", ",", ":", ";", "(", "pronoun", "and", "now", ""})
_ALREADY = frozenset({"telah", "sudah", "sempat", "lama"})
_ONLY_POSSIBLE = frozenset({"bisa", "dapat", "ingin", "boleh", "layak", "mau", "pantas", "cocok", "siap"})
_FOR_POST = re.compile(r"\b(?:untuk|sebagai|jabatan|posisi|kursi)(?: mengisi)?(?: jabatan| posisi| kursi)? $")
_REMOVES = re.compile(
    r"mencopot|copot|membebas|bebastugas|memberhenti|berhentikan|menonaktif|nonaktif|menonjob|nonjobkan|memecat|pecat"
    r"|pencopotan|pembebas|pengunduran|penonaktif|pemecatan"
)
_ONE_OF_THEM = frozenset({"salah satu", "salah seorang"})
_ALL_OF_THEM = re.compile(r"ke\w+nya$")
_AS_DEFINITIVE = re.compile(r"\b(?:sebagai|menjadi|jadi)(?: \w+){0,3} $")
_BEFORE_THE_MOVE = re.compile(r"sebelum (?:me|di)")
_TO_OLD_POST = frozenset(
    {"ke jabatan lama", "ke posisi lama", "ke jabatan semula", "ke posisi semula", "ke jabatan lamanya"}
)
_OPENS_MOVE = frozenset({"from", "to", "as", "into", "post", "appointed"})
_BEFORE_SPEAKER = frozenset(
    "kata ujar ucap tutur ungkap jelas terang tegas papar sebut imbuh tandas menurut dibenarkan".split()
)
_FORMER = frozenset({"mantan", "eks", "bekas"})
_NEW_SEAT = frozenset({"posisi baru", "jabatan baru"})
_BECOMES = frozenset({"menjadi", "jadi"})
_SUBJECT_NOUNS = frozenset({"lelaki", "pria", "perempuan", "wanita", "birokrat"})


def _on_to(walk: Walk, tag: Tag) -> None:
    walk.serves = tag.word in {"menjabat", "jabat"}
    if walk.kind_at(-1) == "from" and _BEFORE_THE_MOVE.match(walk.word_before()):
        walk.mode = "skip"
    elif walk.mode == "from" or (walk.sticky and tag.word not in _BECOMES):
        walk.mode = "from"
    elif walk.kind_at(-1) == "not" or (walk.frame is not None and walk.word_before() == "lama"):
        walk.mode = "from"  # `tak lagi menjabat`, `yang lama menjadi`
    elif walk.stays or (tag.word == "menjabat" and (walk.kind_at(-1) == "who" or walk.word_before() in _ALREADY)):
        walk.mode, walk.stays = "is", False
    elif walk.at_present and tag.word == "menjabat":
        walk.mode = "present"
    elif walk.word_before() in _ONLY_POSSIBLE:
        walk.mode = ""
    elif walk.mode != "present" or (tag.word in _BECOMES and walk.frame is not None and walk.frame.left is not None):
        walk.mode = "to"  # `Nama, sebelumnya Camat Woha, saat ini menjadi Camat Sape`


def _on_as(walk: Walk, _tag: Tag) -> None:
    if walk.sticky and walk.verb not in {"appointed", "appoints"}:
        walk.mode = "from"
    elif walk.kind_at(-1) == "from" and _BEFORE_THE_MOVE.match(walk.word_before()):
        walk.mode = "skip"  # `sebelum menjabat sebagai Camat Woha`: the post entered
    elif walk.mode not in {"from", "to", "present", "now", "is"}:
        walk.mode = "as"


def _on_into(walk: Walk, tag: Tag) -> None:
    walk.mode = "into"
    _shift(walk, tag)


def _on_from(walk: Walk, tag: Tag) -> None:
    if walk.mode in {"held by", "replaced"} and tag.word in _FORMER:
        return  # `dijabat oleh mantan Camat Woha, Nama`: the post beside the name is the one left
    follower = walk.kind_at(1)
    named = follower == "name" or (follower == "old" and walk.kind_at(2) == "name")
    if tag.word == "dari" and walk.waiting is not None and not walk.waiting.generic and named:
        # `serah terima jabatan Camat Woha dari A kepada B`
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held before"
        return
    if tag.word == "dari" and walk.kind_at(-1) not in _MOVES_BEFORE_DARI and follower != "seat":
        return
    if tag.word == "sebelumnya" and walk.waiting is not None and walk.near and follower in {",", "name"}:
        walk.role = "left"
        return
    if walk.at and tag.word == "sebelumnya" and walk.story.tagger.text[tag.start].isupper() and follower == ",":
        walk.frame = walk.waiting = None  # a degree before it (`M.Kes. Sebelumnya, ...`) hid the end of a sentence
    opens = walk.frame is None and walk.waiting is None and follower in {",", "name", "pronoun"}
    if opens or _BEFORE_THE_MOVE.match(tag.word):
        walk.sticky = True
    walk.mode = "skip" if _BEFORE_THE_MOVE.match(tag.word) and follower in {"post", "unit"} else "from"
    _shift(walk, tag)


def _shift(walk: Walk, tag: Tag) -> None:
    """Read `dari Bualemo ke Balantak Utara` where the sentence named `Camat Bualemo` before."""
    frame = walk.frame
    if frame is None:
        return
    for other in walk.tags[max(0, walk.at - _SHIFT_LOOK_BACK) : walk.at]:
        if other.post is None:
            continue
        head, _, place = other.post.text.partition(" ")
        if place and walk.story.tagger.text.startswith(place, tag.end + 1):
            post = Post(other.post.text, (tag.end + 1, tag.end + 1 + len(place)), head.lower())
            if tag.kind == "from":
                frame.left = frame.left or post
            else:
                walk.enter(frame, post, "into")
            walk.mode = ""
            return
    if tag.kind == "into":
        elsewhere = post_at_place(walk, tag, frame)
        if elsewhere is not None:
            walk.enter(frame, elsewhere, "into")
            walk.mode = ""


def _on_now(walk: Walk, tag: Tag) -> None:
    if walk.mode != "from":
        walk.mode = "now" if tag.word in _PRESENT and walk.mood != "candidate" else "present"
    walk.at_present = walk.frame is None and walk.mode == "present"


def _on_is(walk: Walk, _tag: Tag) -> None:
    if walk.mode in {"from", "replaced"} or (walk.mode == "held by" and walk.seat is not None):
        return  # `Penggantinya di Woha ialah Nama`
    if walk.mode == "instead of":
        walk.mode = "held by"
        return
    if walk.kind_at(-1) == "name" and walk.at > 1 and walk.tags[walk.at - 2].word in _NEW_SEAT:
        walk.mode = "to"  # `Posisi baru Nama adalah Camat Woha`
        return
    frame = walk.frame
    if frame is not None and not walk.sticky and frame.entered is None and (not walk.near or frame.removed):
        walk.frame = None
    if walk.frame is None and walk.waiting is not None and walk.verb == "appointed" and walk.tags[0].kind == "who":
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"  # `Yang ditunjuk mengisi X adalah ...`
        return
    if walk.frame is None:
        walk.open_list()
    walk.mode = "is"


def _on_appointed(walk: Walk, tag: Tag) -> None:
    if walk.mode == "from" and walk.word_before() == "selama ini":
        walk.mode = "present"
        return  # `Nama selama ini juga dipercaya sebagai Plt Camat Woha`
    if tag.word == "definitif" and walk.waiting is not None and walk.near:
        walk.role = "new"  # `Sekda definitif, Nama, dilantik`
        return
    if tag.word == "definitif":
        walk.acting = walk.acting_told = None
    definitively = _AS_DEFINITIVE.search(walk.story.tagger.lower, max(0, tag.start - 40), tag.start) is not None
    if walk.mode != "from" or not walk.sticky:
        walk.mode = ""
    for before in walk.frames[walk.clause :]:
        if before.listed and before.mood == "none":
            before.mood = "in"  # `seperti Plt Camat Woha, Nama, dan Plt Camat Sape, Nama, ditunjuk kemarin`
    walk.verb, walk.since_verb, walk.clause = "appointed", 0, len(walk.frames)
    frame = walk.frame
    if frame is not None:
        frame.moved = True
        frame.confirmed = frame.confirmed or tag.word == "dikukuhkan"
        frame.fresh = frame.fresh or (tag.word == "dilantik" and walk.kind_at(-1) == "new")
        if frame.entered is None and (tag.word == "didefinitifkan" or (tag.word == "definitif" and definitively)):
            acting = frame.left or frame.held
            if acting is not None and acting.acting is not None:
                frame.left, frame.held = acting, None
                walk.enter(frame, acting.definitive(), "to")
                frame.way = "to"
    if walk.mood in {"none", "candidate"}:
        walk.mood = "in"


def _on_appoints(walk: Walk, tag: Tag) -> None:
    if _is_for_post(walk, tag) or _asks_for_holder(walk):
        walk.seat, walk.waiting, walk.mode = walk.waiting, None, "held by"
        walk.verb, walk.since_verb, walk.mood = "appoints", 0, "in"
        return
    _act(walk)
    walk.verb, walk.since_verb, walk.mood, walk.mode = "appoints", 0, "in", ""


def _is_for_post(walk: Walk, tag: Tag) -> bool:
    """Tell `Untuk Plt Camat Woha, bupati menunjuk ...`, where the post stands before who decides."""
    post = walk.waiting
    if post is None or post.span is None or post.head in AGENT_HEADS:
        return False
    lower = walk.story.tagger.lower
    opened = _FOR_POST.search(lower, max(0, post.span[0] - 24), post.span[0]) is not None
    return opened and "," in lower[post.span[1] : tag.start]


def _asks_for_holder(walk: Walk) -> bool:
    """Tell `Plt Camat Woha yang kami tunjuk adalah ...`: the post of whoever is named next."""
    told = walk.waiting is not None and walk.frame is None and walk.kind_at(1) == "is"
    return told and "who" in {walk.kind_at(-1), walk.kind_at(-2)}


def _act(walk: Walk) -> None:
    """The person before an active verb does the moving and is not moved."""
    if walk.frame is not None:
        walk.frame.presides = walk.frame.entered is None and walk.frame.mood != "out" and not walk.frame.removed
    walk.frame = walk.waiting = None


def on_remove(walk: Walk, tag: Tag) -> None:
    """Take note of a removal: of the people before a passive verb, of those to come after an active one."""
    if walk.negated:
        walk.negated = False
        return
    before = tag.word.startswith("sebelum")
    if walk.frame is not None and walk.frame.speaks:
        walk.frame = None  # `Menurut Kepala BKD Nama, kursi kosong sebab ada yang mengundurkan diri`
    if walk.frame is not None and not _REMOVES.match(tag.word):
        walk.frame.removed = True
        for frame in walk.frames[walk.clause :]:
            _hold_until_removed(frame)
            frame.removed = frame.removed or (frame.held is not None and frame.entered is None)
    else:
        if walk.frame is None and tag.word.startswith("di"):
            walk.topic = walk.waiting
        _act(walk)
        walk.mood = "out"
    walk.verb, walk.since_verb, walk.clause = "remove", 0, len(walk.frames)
    walk.sticky = walk.sticky or before
    walk.mode = "from" if before else ""


def _hold_until_removed(frame: Frame) -> None:
    """Read `Nama bertahan sebagai Camat Woha meski dicopot`, `Sekda definitif Nama dinonaktifkan`: the post is left."""
    if frame.entered is not None and frame.way in {"as", "new holder"} and not frame.moved and frame.held is None:
        frame.held, frame.entered = frame.entered, None


def _on_gone(walk: Walk, _tag: Tag) -> None:
    if walk.frame is not None:
        walk.frame.gone = True
    else:
        walk.mood = "guest"
    walk.mode = ""


def _on_list(walk: Walk, tag: Tag) -> None:
    if walk.mode in {"held by", "replaced"} or (walk.at and _ALL_OF_THEM.match(tag.word)):
        return
    if tag.word in _ONE_OF_THEM and (
        walk.mode in {"to", "as"} or [walk.kind_at(-2), walk.kind_at(-1)] == ["name", ","]
    ):
        return  # `Nama, salah satu yang dilantik, kini ...`, `menjadi salah satu kepala bidang`
    if walk.frame is not None and walk.frame.entered is None and not walk.frame.moved:
        walk.frame = None
    walk.open_list()
    walk.mode = ""


def _on_candidate(walk: Walk, _tag: Tag) -> None:
    if walk.frame is None:
        walk.mood = "candidate"
    elif not walk.frame.moved and walk.frame.entered is None:
        walk.frame.mood = "candidate"


def _on_rumour(walk: Walk, _tag: Tag) -> None:
    walk.rumoured = True


def _on_says(walk: Walk, tag: Tag) -> None:
    if tag.word == "mengaku":
        return
    walk.speaking = tag.word in _BEFORE_SPEAKER
    speaker = walk.frame
    if speaker is not None and speaker.way == "as" and not walk.verb and walk.last_post is speaker.entered:
        speaker.held, speaker.entered = speaker.entered, None  # `Nama selaku Plt Kepala BKD membenarkan`
    if speaker is not None and speaker.entered is None:
        if walk.kind_at(-1) == "name" and not speaker.moved:
            speaker.mood, speaker.listed = "none", False  # `Di aula masing-masing, Sekda Nama menyebut ...`
        walk.frame = None
    walk.waiting = None
    walk.mode = ""
    walk.clause = len(walk.frames)


def _on_guest(walk: Walk, _tag: Tag) -> None:
    walk.mood, walk.mode, walk.waiting = "guest", "", None


def _on_pronoun(walk: Walk, tag: Tag) -> None:
    if tag.word in _SUBJECT_NOUNS and walk.at > 0 and walk.kind_at(1) != "who":
        return
    if walk.at > 0 and tag.word.endswith((" itu", " ini", " tersebut")):
        return
    person = walk.subject()
    if person is None:
        return
    present = walk.mode == "present"
    frame = Frame(person)
    if walk.waiting is not None and walk.role == "left":
        frame.left, walk.waiting = walk.waiting, None
    walk.frames.append(frame)
    walk.frame, walk.near = frame, True
    said_before = walk.sticky or walk.word_before() == "sebelumnya"  # `..., sebelumnya dia menjabat Camat Woha`
    walk.mode = "present" if present else "from" if said_before else ""


def _on_confirmed(walk: Walk, tag: Tag) -> None:
    if walk.frame is not None:
        walk.frame.confirmed = walk.frame.fresh = True
    _on_appointed(walk, tag)


def _on_who(walk: Walk, _tag: Tag) -> None:
    if (
        walk.frame is not None
        and walk.frame.speaks
        and walk.kind_at(-1) == ","
        and walk.kind_at(1) not in {"now", "from"}
    ):
        walk.frame = None  # `ucap Nama, yang akan mengisi kursi itu ialah ...`
    if walk.mode not in {"replaced", "held by"}:
        walk.mode = ""


def _on_and(walk: Walk, _tag: Tag) -> None:
    walk.near = False
    if walk.mode not in {"held by", "replaced", "instead of"}:
        walk.mode = ""


def _on_reverse(walk: Walk, tag: Tag) -> None:
    """Read `A dari X menjadi Y, B sebaliknya`: B goes the other way."""
    frame = walk.frame
    if frame is not None and walk.kind_at(-1) == "name" and len(walk.frames) > 1 and walk.kind_at(1) not in _OPENS_MOVE:
        other = walk.frames[-2]
        old = other.left or other.held or old_post_of(other.person)
        if other.entered is not None and old is not None:
            frame.left = other.entered
            walk.enter(frame, old, "swap")
            return
    _on_and(walk, tag)


def _on_stays(walk: Walk, _tag: Tag) -> None:
    walk.stays = True


def _on_not(walk: Walk, _tag: Tag) -> None:
    walk.negated = True


def _on_word(walk: Walk, tag: Tag) -> None:
    if walk.exchanges and tag.word == "dengan" and walk.frame is not None:
        walk.mode = "replaced"
        return
    if walk.kind_at(-1) == "(" and walk.kind_at(1) == ")" and walk.kind_at(-2) == "post":
        return  # `Wakil Bupati Humbang Hasundutan (Humbahas), Nama`
    walk.rest()


def _on_semicolon(walk: Walk, _tag: Tag) -> None:
    walk.mode, walk.waiting, walk.sticky, walk.near = "", None, False, False


def _on_comma(walk: Walk, _tag: Tag) -> None:
    if walk.mode == "into" and walk.word_before() in _TO_OLD_POST:
        return  # `dikembalikan ke jabatan lama, Kepala Dinas Sosial`
    if walk.mode in {"to", "as", "into", "is"} or (walk.mode == "from" and not walk.sticky):
        walk.mode = ""


def _on_colon(walk: Walk, tag: Tag) -> None:
    if walk.item and walk.kind_at(-1) in {"from", "to"}:
        return  # `Jabatan lama: Camat Woha`
    _on_comma(walk, tag)
    if walk.frame is None and walk.waiting is None:
        walk.open_list()


def _on_dash(walk: Walk, _tag: Tag) -> None:
    """The dash of a dateline parts what stands before it from the sentence; in a list it is a colon."""
    if not walk.item and walk.frame is not None and walk.frame.held is None and not walk.frame.moved:
        walk.frame, walk.near = None, False


VERB_HANDLERS: dict[str, Callable[[Walk, Tag], None]] = {
    "to": _on_to,
    "as": _on_as,
    "into": _on_into,
    "from": _on_from,
    "now": _on_now,
    "is": _on_is,
    "appointed": _on_appointed,
    "appoints": _on_appoints,
    "remove": on_remove,
    "gone": _on_gone,
    "list": _on_list,
    "candidate": _on_candidate,
    "rumour": _on_rumour,
    "says": _on_says,
    "guest": _on_guest,
    "pronoun": _on_pronoun,
    "confirmed": _on_confirmed,
    "acting": on_acting,
    "who": _on_who,
    "reverse": _on_reverse,
    "and": _on_and,
    "stays": _on_stays,
    "not": _on_not,
    "word": _on_word,
    ";": _on_semicolon,
    ",": _on_comma,
    ":": _on_colon,
    "-": _on_dash,
}
