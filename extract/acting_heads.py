"""Reads who is designated as acting head of which region, where one text tells it of several regions.

A governor inaugurates several Pj or Pjs at one ceremony, and newspapers list them in a few ways: `Nama, Jabatan,
sebagai Pj Bupati X`, `Jabatan Nama sebagai Pjs X`, `Pjs Bupati X Nama (Jabatan)`, `Pjs X menggantikan A dan B adalah
Nama yang merupakan Jabatan`. The post of a region's head tells its list apart from all else, so that each way is one
pattern over the kinds of the words. The acting mark may be told once for all (`Pjs yaitu Bupati X Nama, ...`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.appointment_cues import acting_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.appointment_cues import Tag
    from extract.appointment_lists import Item
    from extract.appointment_people import Person
    from extract.appointment_walk import Story
    from extract.events import Acting, Span
    from extract.posts import PostMention

_HEADS = frozenset({"bupati", "wali kota", "walikota", "gubernur"})
_STATE = frozenset({"mendagri", "presiden", "negeri", "menteri"})
_LETTERS = {
    "name": "N", "unit": "U", ",": ",", "and": "&", "(": "(", ")": ")", ":": ":", ";": ";", "-": "-", "|": ":",
    "as": "S", "to": "S", "is": "I", "who": "Y", "appointed": "V", "appoints": "T", "held": "H", "replaces": "M",
    "replaced": "M", "now": "O", "says": "X", "to_whom": "L", "from": "F", "list": "Z", "old": "o", "acting": "q",
    "word": "w", "left": "l",
}  # fmt: skip
"""One letter for the kind of each tag; any other kind is `z`. Posts are told apart in `_letter`."""

_BESIDE = r"(?:,?\(?(?P<{0}>P)\)?|,?Y?[IOFS]{{1,2}}(?P<{0}_told>P))"
_BEFORE = r"(?:,?Y?F[SI]{0,2}(?P<post_after>P))?"
_SPEAKS = r"(?![,w()]{0,4}(?:T|X(?![NPAE])))"
_WAYS = (
    # `Nama, Jabatan, dilantik sebagai Pj Bupati X`
    r"(?P<name>N)" + _BESIDE.format("post") + r"?[,YVO)]{0,4}S{1,2}(?P<head>[AE])" + _BEFORE,
    # `Jabatan Nama sebagai Pj Bupati X`
    r"(?P<post>P)(?:\(w?\))?,?\(?(?P<name>N)\)?[,YVO]{0,4}S{1,2}(?P<head>[AE])",
    # `Jabatan, Nama (Pj Bupati X)`
    r"(?:(?P<post>P),?)?(?P<name>N),?\((?P<head>A)",
    # `Pjs Bupati X menggantikan A dan B adalah Nama yang merupakan Jabatan`
    r"(?P<head>A)Y?V?[Mo]{1,2}[Nwo](?:[,&]{1,2}[Nw]){0,3}I(?:(?P<post>P),?)?(?P<name>N)(?:Y?I(?P<post_told>P))?",
    # `Pj Bupati X dijabat Nama, Jabatan`, `Pj Bupati X Nama (Jabatan)`
    r"(?P<head>[AE])w?[,:-]?[HIYVOZL]{0,3},?(?P<name>N)(?![,YVO)]{0,4}S{1,2}[AE])(?:"
    + _BESIDE.format("post")
    + r"(?!,?N))?"
    + _SPEAKS,
    # `Pj Bupati X Jabatan Nama`
    r"(?P<head>A)w?[,:-]?[HIOV]?(?P<post>P)w?,?(?P<name>N)" + _SPEAKS,
    # `jabatan Bupati X untuk sementara ditempati Nama yang merupakan Jabatan`
    r"(?P<head>E)qHL?(?P<name>N)" + _BESIDE.format("post") + "?",
)
_PAIRS = (
    # rows of a list: `Nama; Pj Bupati X`, `Jabatan Nama - Pj Bupati X`
    r"(?P<post>P),?(?P<name>N)[,;:()-]{1,2}(?P<head>A)",
    r"(?P<name>N)(?:,?\(?(?P<post>P)\)?)?[,;:()-]{1,2}(?P<head>A)",
)
_IN_TEXT = tuple(re.compile(way) for way in _WAYS)
_IN_ITEM = tuple(re.compile(way) for way in (*_WAYS[:4], *_PAIRS, *_WAYS[4:]))
_REMOVED = re.compile(r"\bpemberhentian,?(?: saudara| saudari| sdr\.?)?,? (?:[a-z]{1,4}\. ?){0,3}$", re.IGNORECASE)
_REPLACES_ACTING = re.compile(
    r"(?:menggantikan|mengganti|pengganti) (?:pejabat|penjabat|pjs?|plt|plh)\b\.?(?: lama| sebelumnya)?,? "
    r"(?:[a-z]{1,5}\.? ?){0,3}$",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:(?:pjs?|plt|plh|penjabat) )?(?:bupati|wali ?kota|gubernur)\b")
_BEFORE_ITEM = frozenset("NPAES,&():;-wIYOZHq")
_GOVERNOR = "gubernur "
_USUAL: Acting = "Pj"
_SEVERAL = 2
_PLACED_HEADS = frozenset({"camat", "lurah", "kepala", "sekretaris", "direktur"})
_PLACED = 2
"""Words of an acting post that names no unit or place yet (`Plt Camat`)."""
_NEAR = 2
"""How many sentences further on a list of designations goes on; a number before an item is one by itself."""
_DECREE = 6
"""How many tags before the one appointed a decree names the one dismissed."""
_LONGEST = 400
"""Tags of a sentence that are looked at; no newspaper prints a longer one."""


@dataclass(frozen=True, slots=True)
class HeadDesignation:
    """One who is designated as acting head of a region, or made room for the next; posts as the article writes them.

    `place` is the head's post in small letters, without its acting mark. `from_post` is None where only
    the text around can tell it; `out` marks one who leaves the post `from_post`.
    """

    place: str
    person: Person
    to_post: str | None
    from_post: str | None
    to_span: Span | None
    from_span: Span | None
    acting: Acting
    out: bool
    sentence: int


@dataclass(slots=True)
class _Sentence:
    """The tags of one sentence, the letters of their kinds, and whether the words before tell a designation."""

    number: int
    tags: list[Tag]
    letters: str
    item: bool


def heads_designated(story: Story, items: Sequence[Item]) -> list[HeadDesignation]:
    """Return who is designated in which region, where the text tells of two regions or more; else nothing."""
    found: dict[str, HeadDesignation] = {}
    left: dict[str, HeadDesignation] = {}
    last, mark = -_NEAR, _USUAL
    for sentence in _sentences(story, items):
        opened = sentence.item or last >= sentence.number - _NEAR or story.mood_before(sentence.number) == "in"
        for one in _designations(story, sentence, opened, mark):
            last, mark = sentence.number, one.acting
            if one.out:
                left.setdefault(one.place, one)
                continue
            known = found.setdefault(one.place, one)
            if known.sentence == 0 and known.person is one.person:  # the text tells the post in full words
                found[one.place] = known = replace(
                    one, from_post=one.from_post or known.from_post, from_span=one.from_span or known.from_span
                )
            if known.from_post is None and known.person is one.person and one.from_post is not None:
                found[one.place] = replace(known, from_post=one.from_post, from_span=one.from_span)
    regencies = {place: one for place, one in found.items() if not one.place.startswith(_GOVERNOR)}
    kept = regencies or found  # a governor told beside them is who designates
    if len(kept) < _SEVERAL:
        return []
    return [*kept.values(), *(one for place, one in left.items() if place in kept)]


def holders_listed(story: Story) -> list[HeadDesignation]:
    """Return who is listed behind the acting post of any kind (`Plt Camat Woha A, Plt Camat Sape B (Sekcam Sape)`).

    The list makes sure of what one such pair in a sentence does not tell: that the name is the designee's.
    """
    found: list[HeadDesignation] = []
    for number, sentence in enumerate(story.sentences):
        posts = story.tagger.posts_in(sentence.start, sentence.end)
        if sum(post.acting is not None and post.head not in _HEADS for post in posts) < _SEVERAL:
            continue
        tags = _joined(story.tagger.tags(sentence.start, sentence.end)[:_LONGEST])
        letters = "".join(_letter_in_list(tag) for tag in tags)
        listed = _Sentence(number, tags, letters, item=False)
        opened = story.mood_before(number) == "in"
        told = _designations(story, listed, opened, _USUAL, fronted=True)
        found += [one for one in told if not one.out] if len(told) >= _SEVERAL else []
    return found


def leads_region(post: str) -> bool:
    """Tell whether the post is that of a region's head, acting or not (`Pj Bupati X`, `Pjs Wali Kota`)."""
    return _LEADS.match(post.lower()) is not None


def _sentences(story: Story, items: Sequence[Item]) -> Iterator[_Sentence]:
    """Give out the sentences that name a region's acting head, or follow one of them."""
    starts = [item.start for item in items]
    tagger = story.tagger
    last = -_NEAR - 1
    for number, sentence in enumerate(story.sentences):
        heads = [p for p in tagger.posts_in(sentence.start, sentence.end) if p.head in _HEADS]
        if not heads or (number - last > _NEAR and all(p.acting is None for p in heads)):
            continue
        last = number
        tags = _joined(tagger.tags(sentence.start, sentence.end)[:_LONGEST])
        at = bisect_right(starts, sentence.start) - 1
        item = at >= 0 and sentence.start < items[at].end
        yield _Sentence(number, tags, "".join(_letter(tag) for tag in tags), item)


def _joined(tags: list[Tag]) -> list[Tag]:
    """Join a post and the unit printed right behind it (`Asisten I Sekda Bidang Pemerintahan`)."""
    joined: list[Tag] = []
    for tag in tags:
        before = joined[-1] if joined else None
        if (
            tag.kind == "unit"
            and tag.post is not None
            and before is not None
            and before.post is not None
            and before.kind == "post"
            and tag.start == before.end + 1
        ):
            post = before.post._replace(end=tag.end, text=f"{before.post.text} {tag.post.text}")
            joined[-1] = replace(before, end=tag.end, post=post)
        else:
            joined.append(tag)
    return joined


def _letter(tag: Tag) -> str:
    """Return the letter of a tag: A and E for an acting and another head of a named region, P for any other post."""
    post = tag.post
    if tag.name is not None:
        return "N"  # an officer of the police may be designated too
    if post is None or tag.kind != "post":
        return "K" if tag.kind == "word" and tag.word in _STATE else _LETTERS.get(tag.kind, "z")
    if post.head not in _HEADS:
        return "P"
    if _place_of(tag) is None:
        return "q" if post.acting is not None else "z"
    return "A" if post.acting is not None else "E"


def _letter_in_list(tag: Tag) -> str:
    """Return the letter of a tag in a list of acting posts: A for any of them, z for heads of regions."""
    if tag.post is None or tag.kind != "post" or tag.name is not None:
        return _letter(tag)
    if tag.post.head in _HEADS:
        return "z"
    whole = tag.post.head not in _PLACED_HEADS or len(tag.post.text.split()) > _PLACED
    return "P" if tag.post.acting is None else "A" if whole else "q"


def _place_of(tag: Tag) -> str | None:
    """Return the place in the name of a head's post (`Pj Bupati Kubu Raya`), None where it has none."""
    post = tag.post
    if post is None:
        return None
    words = post.text.lower().split()[1 if post.acting is not None else 0 :]
    rest = words[2:] if words[:2] == ["wali", "kota"] else words[1:]
    return " ".join(rest) or None


def _designations(
    story: Story, sentence: _Sentence, opened: bool, before: Acting, *, fronted: bool = False
) -> list[HeadDesignation]:
    """Return those whom the sentence designates, in its order; heads without an acting mark have that of the others.

    `before` is the mark told last; `fronted` asks for posts told before their holders.
    """
    at = 0
    matches: list[tuple[int, re.Match[str]]] = []
    while at < len(sentence.letters):
        match = _first(sentence, at, opened or bool(matches), goes_on=bool(matches))
        if match is None or (fronted and match.start("name") < match.start("head")):
            at += 1
            continue
        matches.append((at, match))
        at = match.end()
    marks = [_mark(sentence, i) for i, letter in enumerate(sentence.letters) if letter in "Aq"]
    mark = next((m for m in marks if m is not None), before)
    found: list[HeadDesignation] = []
    for _, match in matches:
        found += _told(story, sentence, match, mark)
    return found


def _first(sentence: _Sentence, at: int, opened: bool, *, goes_on: bool) -> re.Match[str] | None:
    """Return the first way that the words from tag `at` on tell a designation, None where they tell none."""
    if sentence.letters[at] not in "NPAE":
        return None
    for pattern in _IN_ITEM if sentence.item else _IN_TEXT:
        match = pattern.match(sentence.letters, at)
        if match is not None and _is_told(sentence, match, opened, goes_on=goes_on):
            return match
    return None


def _is_told(sentence: _Sentence, match: re.Match[str], opened: bool, *, goes_on: bool) -> bool:
    """Tell a designation from an acting head who acts, speaks, or is only named by the post."""
    letters, tags = sentence.letters, sentence.tags
    head, start = match.start("head"), match.start()
    fronted = head < match.start("name")
    before = letters[start - 1] if start else ""
    told = set(letters[:head])
    if start and tags[start - 1].kind in {"guest", "replaces"}:
        return False  # `berakhirnya masa jabatan Nama sebagai Penjabat Bupati`: one who was it before
    if before == "K" or (not fronted and before in {"E", "q"}):
        return False
    if fronted:
        passive = before == "V" and tags[start - 1].word.startswith("di")
        by = before in {"L", "X"} or (
            passive and (letters[head] == "E" or "N" in letters[:start] or _governs(tags[head]))
        )
        if by or before in {"F", "o"} or "l" in told:
            return False
    if letters[head] == "E" and not _is_listed(letters, match, fronted=fronted, opened=opened):
        return False
    becomes = not fronted and tags[head - 1].word in {"menjadi", "jadi"}
    begins = opened and (goes_on or not fronted or not set(letters[:start]) - _BEFORE_ITEM)
    return begins or becomes or bool(told & {"V", "T"})


def _governs(tag: Tag) -> bool:
    """Tell whether the tag is the post of a province's head, by whom others are sworn in."""
    return tag.post is not None and tag.post.head == "gubernur"


def _is_listed(letters: str, match: re.Match[str], *, fronted: bool, opened: bool) -> bool:
    """Tell whether a head named without an acting mark stands in a list of others that have one."""
    if fronted and letters[match.start("head") + 1 : match.start("head") + 2] == "q":
        return opened
    if fronted:
        before = letters[match.start() - 1 : match.start()]
        return before in {",", "&", "Z", ":"} and bool(set(letters[: match.start()]) & {"q", "A"})
    return opened or bool(set(letters) & {"A", "q"})


def _mark(sentence: _Sentence, index: int) -> Acting | None:
    tag = sentence.tags[index]
    return tag.post.acting if tag.post is not None else acting_mark(tag.word)


def _told(story: Story, sentence: _Sentence, match: re.Match[str], mark: Acting) -> Iterator[HeadDesignation]:
    tags = sentence.tags
    head = tags[match.start("head")].post
    name = tags[match.start("name")].name
    if head is None or name is None:
        return
    acting = head.acting or mark
    seat = _seat(head)
    groups = match.groupdict()
    place = next((match.start(key) for key in ("post", "post_told", "post_after") if groups.get(key)), None)
    old = tags[place].post if place is not None else None
    yield HeadDesignation(
        place=seat,
        person=story.people.find(name),
        to_post=head.text if head.acting is not None else f"{acting} {head.text}",
        from_post=old.text if old is not None else None,
        to_span=(head.start, head.end),
        from_span=(old.start, old.end) if old is not None else None,
        acting=acting,
        out=False,
        sentence=sentence.number,
    )
    predecessor = _predecessor(story, sentence, match)
    if predecessor is not None:
        post = head.text if head.acting is not None else f"{acting} {head.text}"
        yield HeadDesignation(
            seat, predecessor, None, post, None, (head.start, head.end), acting, out=True, sentence=sentence.number
        )


def _seat(head: PostMention) -> str:
    words = head.text.lower().split()[1 if head.acting is not None else 0 :]
    return " ".join(words).replace("walikota", "wali kota")


def _predecessor(story: Story, sentence: _Sentence, match: re.Match[str]) -> Person | None:
    """Return the acting head who makes room: removed by the same decree, or replaced by the one named."""
    tagger = story.tagger
    taken = match.start("name")
    for index in range(max(0, match.start() - _DECREE), min(len(sentence.tags), match.end() + 4)):
        name = sentence.tags[index].name
        if name is None or index == taken:
            continue
        if index > match.start() and sentence.letters[match.end() : index].strip("oM"):
            break
        before = tagger.text[max(0, name.start - 60) : name.start]
        if (index < match.start() and _REMOVED.search(before)) or (
            index >= match.end() and _REPLACES_ACTING.search(before)
        ):
            return story.people.find(name)
    return None
