"""Counts whom an event moves where no number is told: by the names, the items of a list, the one post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.appointments import AppointmentMention
from extract.counts import CountMention
from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.events import Group, Headcount, Span
from extract.groups import counts_in, number_of
from extract.reading import Reading

_ONE_OF_A_KIND = re.compile(r"\b(?:Sekretaris Daerah|Sekda(?:prov|kab|ko)?|Sekwan|Sekretaris DPRD|Inspektur)\b")
_ONE_HEAD = re.compile(r"(?:plh|plt|pj|pjs)\.? (?:bupati|wali ?kota|gubernur|sekda|sekretaris daerah|sekprov|sekwan)")
_SOLE_POST = re.compile(r"\s+(?:pj |penjabat )?(?:sekretaris daerah|sekda(?:prov|kab)?|sekprov)\b", re.IGNORECASE)
"""The post of one alone after a noun for the act: `pelantikan Sekda definitif`."""
_PLURAL = re.compile(
    r"\b(?:para|sejumlah|beberapa|puluhan|belasan|ratusan|pejabat|mereka|keduanya|sekaligus|masing-masing|serta|seluruh|semua)\b"
    r"|\bdan\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:kata|ujar|ucap|ungkap|jelas|tegas|sebut|menurut)\s+$", re.IGNORECASE)
"""What stands before the post of one who speaks (`Begini Kata Kepala BKPSDM`)."""
_HEAD = re.compile(r"(?:Wakil\s+)?(?:Bupati|Wali\s?[Kk]ota|Gubernur)\b")
_SEVERAL, _OLD_AND_NEW = 2, 2
_SOME = re.compile(r"\b(?:sebagian|antara lain|di ?antaranya|beberapa|sejumlah|salah satu|termasuk)\b", re.IGNORECASE)
_WHO_THEY_ARE = re.compile(
    r"\b(?:pejabat|mereka|nama-nama|orang|yang)(?: yang)? (?:baru )?(?:dilantik|dimutasi|dirotasi|digeser|dikukuhkan"
    r"|diambil sumpah(?:nya)?)\b[^.;,]{0,30},?\s*(?:masing-masing|yakni|yaitu|adalah|ialah|meliputi)\b",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[-*•])\s")
GIVES_WAY = frozenset({"replaced", "made room"})
"""Rules that find someone who leaves a post because another enters it: part of the same event."""


@dataclass(frozen=True, slots=True)
class HeadcountChoice:
    """The head count chosen, its groups, the spans that carry both, and the rule that decided."""

    value: Headcount | None
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()
    groups: tuple[CountMention, ...] = ()
    flags: tuple[str, ...] = ()

    def as_groups(self) -> tuple[Group, ...]:
        """Return the groups as the event has them."""
        return tuple(Group(g.value, g.label, g.eselon) for g in self.groups if isinstance(g.value, int))


def without_number(
    reading: Reading, draft: Draft, people: Sequence[AppointmentMention], parts: tuple[CountMention, ...]
) -> HeadcountChoice:
    """Return the count of those moved by name, by the posts of a list or by the one post, `parts` being its groups."""
    people = [person for person in people if person.rule not in GIVES_WAY]
    entering = {person.person: person.person_span for person in people if person.to_post is not None or person.out}
    listed = _complete_list(reading, people)
    if listed > 1:
        return HeadcountChoice(listed, "complete_list", 0.75, tuple(entering.values()), parts)
    together = _named_together(reading, draft, people)
    if together > 1:
        return HeadcountChoice(together, "all_named", 0.75, tuple(entering.values()), parts)
    movers = {person.person for person in people if person.to_post is not None} or set(entering)
    several = len(movers) <= 1 and _of_several_levels(reading, draft)
    if len(movers) == 1 and not several:
        name = next(iter(movers))
        return HeadcountChoice(1, "one_named", 0.85, (entering[name],), parts)
    if draft.kind == "penunjukan" and movers and _of_one_post(people):
        return HeadcountChoice(1, "one_post", 0.7, tuple(entering.values())[:1], parts)
    one = [c for t in draft.told for c in counts_in(reading, t.claim.sentence) if "article" in c.flags]
    if draft.kind == "penunjukan" and one and one[0].unit_kind == "official":
        return stated(one[0], parts, "one_told", 0.75)
    if draft.kind == "seleksi_terbuka":
        posts = _listed_posts(reading)
        if posts:
            return HeadcountChoice(len(posts), "list_of_posts", 0.8, tuple(posts), parts)
        for t in draft.told:
            post = _ONE_OF_A_KIND.search(reading.text, t.claim.acts[0].end, t.claim.end)
            if post is not None:
                return HeadcountChoice(1, "one_of_a_kind", 0.8, (post.span(),), parts)
        headline = _ONE_OF_A_KIND.search(reading.text, 0, reading.headline_end)
        if headline is not None and _PLURAL.search(reading.text, 0, reading.headline_end) is None:
            return HeadcountChoice(1, "one_of_a_kind", 0.7, (headline.span(),), parts)
    single = _single_post(reading, draft) if len(people) < _SEVERAL and not several else None
    if single is not None:
        return HeadcountChoice(1, "one_post", 0.7, (single,), parts)
    return HeadcountChoice(None, "not_told", 0.7, (), parts)


def _of_one_post(people: Sequence[AppointmentMention]) -> bool:
    """Tell whether all are read as entering one post, so that one of the names is its only new holder."""
    posts = sorted(
        {" ".join(person.to_post.lower().split()) for person in people if person.to_post is not None}, key=len
    )
    return bool(posts) and all(post.startswith(posts[0]) for post in posts) and _ONE_HEAD.match(posts[0]) is not None


def _of_several_levels(reading: Reading, draft: Draft) -> bool:
    """Tell whether those moved are of several levels, and so more than the one who is named."""
    told = {t.claim.sentence for t in draft.told if t.claim.direct and t.claim.strong}
    ranks = {
        level.partition(".")[0]
        for mention in reading.eselons
        if mention.role == "level" and len(mention.levels) > 1 and sentence_at(reading, mention.start) in told
        for level in mention.levels
    }
    return len(ranks) > 1


def _single_post(reading: Reading, draft: Draft) -> Span | None:
    """Return the one post that the act is told of in the singular (`mencopot Camat Maurole`), else None."""
    if draft.kind not in {"mutasi", "penunjukan", "pemberhentian"} or draft.told[0].claim.background:
        return None
    for t in draft.told:
        claim = t.claim
        if not (claim.strong and claim.direct and claim.inside) or any(
            not (act.verb or _SOLE_POST.match(reading.text, act.end)) for act in claim.acts if act.strong
        ):
            continue
        posts = [p for p in reading.posts if claim.start <= p.start < claim.end and p.kind == "post"]
        posts = [p for p in posts if _SAYS.search(reading.text, max(claim.start, p.start - 20), p.start) is None]
        if draft.kind != "penunjukan":
            posts = [p for p in posts if not _HEAD.match(reading.text, p.start)]
        plain = _PLURAL.search(reading.text, claim.start, claim.end) is None
        if plain and 0 < len(posts) <= _OLD_AND_NEW:
            return posts[0].start, posts[0].end
    return None


def stated(
    total: CountMention, parts: tuple[CountMention, ...], rule: str, confidence: float, flags: Sequence[str] = ()
) -> HeadcountChoice:
    """Return the choice of a number that is told, marked where its parts come to more or where it is about so many."""
    told = [*flags]
    if "sum_mismatch" not in told and len(parts) > 1 and sum(number_of(p) for p in parts) > number_of(total):
        told.append("sum_mismatch")
    if total.approximate:
        told.append("approximate_count")
    return HeadcountChoice(total.value, rule, confidence, ((total.start, total.end),), parts, tuple(told))


def _complete_list(reading: Reading, people: Sequence[AppointmentMention]) -> int:
    """Return how many a numbered list of moves names, 0 where its heading says that it names only some."""
    items = [p for p in people if _LIST_ITEM.match(reading.text, reading.sentences[p.sentence].start)]
    if len(items) < 2 or len(items) != len(people):
        return 0
    heading = reading.sentences[max(0, items[0].sentence - 1)]
    return 0 if _SOME.search(reading.text, heading.start, heading.end) else len({p.person for p in items})


def _named_together(reading: Reading, draft: Draft, people: Sequence[AppointmentMention]) -> int:
    """Return how many one sentence designates, removes or lists by name, 0 where it says that it names only some."""
    if len({p.sentence for p in people}) != 1:
        return 0
    sentence = reading.sentences[people[0].sentence]
    listed = _WHO_THEY_ARE.search(reading.text, sentence.start, sentence.end) is not None
    if draft.kind not in {"penunjukan", "pemberhentian"} and not listed:
        return 0
    return 0 if _SOME.search(reading.text, sentence.start, sentence.end) else len({p.person for p in people})


def _listed_posts(reading: Reading) -> list[Span]:
    """Return the posts that open the lines of a numbered list, as an announcement of vacancies has them."""
    text = reading.text
    found = []
    for post in reading.posts:
        line = text.rfind("\n", 0, post.start) + 1
        marker = _LIST_ITEM.match(text, line)
        if marker is not None and marker.end() == post.start:
            found.append((post.start, post.end))
    return found if len(found) > 1 else []


def spans_of(counts: Sequence[CountMention]) -> tuple[Span, ...]:
    """Return where the counts stand."""
    return tuple((count.start, count.end) for count in counts)
