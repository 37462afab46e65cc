"""The parts of an event's head count: those of its breakdowns and those that its sentences call so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.breakdowns import LEFT_OUT, Breakdown
from extract.count_labels import BARE_NOUNS
from extract.counts import CountMention
from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.eselon import merge_levels
from extract.located import between
from extract.reading import Reading

_PART_REACH = 4
"""Sentences after a total, itself included, in which its parts are looked for."""
_PAIR = 2
"""Two counts of two sentences may add up to a third by chance."""
_OF_THEM = re.compile(
    r"\b[Dd]ari (?:jumlah|total|ke-?\d+|\d+|mereka)[^.;]{0,60},\s*(?:(?:ada|terdapat|hanya|sebanyak)\s+){0,2}$"
)
_BY_NATURE = re.compile(
    r"(?:\s+(?:orang|pejabat|di ?antaranya|adalah|merupakan)){0,3}\s+(?:perempuan|wanita|laki-laki|pria)\b",
    re.IGNORECASE,
)
"""`tiga di antaranya perempuan`: told of the persons, not of the posts."""
_AS_WELL = re.compile(r"\b(?:juga|turut|termasuk|selain|ada|terdapat|bertukar|berganti)\b", re.IGNORECASE)
_FROM = re.compile(r"\b[Dd]ari (?:ke-?|total |jumlah )?$")
_ARE_THESE = re.compile(
    r"\s+(?:itu|tersebut|yang (?:baru )?(?:dilantik|dimutasi|dirotasi|digeser|bergeser|berganti|dikukuhkan))\b"
    r"[^.;,]{0,40}?,?\s*\b(?:adalah|ialah|yakni|yaitu|antara lain|masing-masing|di ?antaranya)\b"
)
"""`Empat pejabat eselon II itu antara lain ...`: a part told by its names alone."""
_AMONG_THEM = re.compile(r"\bdi ?antaranya\b")
_REST_TOLD = re.compile(
    r"[^.;\n]{0,80}[.;,]\s+(?:(?:Sedangkan|Sementara|Adapun)(?: itu,)?\s+)?(?:sisanya|selebihnya)\b", re.IGNORECASE
)
"""`memutasi 10 pejabat eselon II. Sedangkan sisanya pejabat administrator`: the ten are a part of those told before."""
_PREDICATE = re.compile(r"(?P<label>[^.,;]{3,60})")
_TOPIC = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,40}?)\s+(?:ada|sebanyak|berjumlah)?\s*$")


def main_breakdown(draft: Draft, breakdowns: Sequence[Breakdown]) -> Breakdown | None:
    """Return the breakdown of the event's own total, else the first that is told.

    A part alone is one of the total that it follows only where the event has no other count.
    """
    own = [b for b in breakdowns if b.total is not None and b.total.value in draft.numbers]
    if own:
        return next((b for b in own if "sum_mismatch" not in b.flags), own[0])
    whole = [b for b in breakdowns if len(b.parts) > 1 or not draft.numbers]
    return whole[0] if whole else None


def differs(draft: Draft, parts: tuple[CountMention, ...]) -> bool:
    """Tell whether the parts do not add up to a total that the draft tells."""
    return bool(draft.numbers) and sum(number_of(part) for part in parts) not in draft.numbers


def summing_parts(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> tuple[CountMention, ...]:
    """Return the counts of one sentence, or of two, at or soon after that of the total, that add up to it exactly.

    `355 orang dikukuhkan kembali, sementara 47 orang mendapat jabatan baru`; `58 guru, 31 tenaga kesehatan`.
    """
    for total, told, end, _later in _sentences_after_totals(reading, draft, drafts, every=True):
        smaller = [c for c in told if number_of(c) < total]
        if any(LEFT_OUT.match(reading.text, c.end) for c in smaller):
            continue
        ahead = all(c.start < smaller[0].start for c in told if c.value == total and smaller)
        if len(smaller) > 1 and ahead and sum(number_of(c) for c in smaller) == total:
            return tuple(_with_label(reading, c, end) for c in smaller)
        number = sentence_at(reading, end - 1) + 1
        following = [c for c in counts_in(reading, number) if isinstance(c.value, int) and c.label]
        if not counts_in(
            reading, number
        ):  # `empat pejabat eselon II. Mereka Rina dan Budi. Selain itu 61 administrator`
            following = [c for c in counts_in(reading, number + 1) if isinstance(c.value, int) and c.label]
        both = [*smaller, *following]
        if smaller and following and len(both) > _PAIR and sum(number_of(c) for c in both) == total:
            return tuple(_with_label(reading, c, c.end + 60) for c in both)
    return ()


def parts_told(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> tuple[CountMention, ...]:
    """Return parts that a sentence soon after the total calls so (`Dua di antaranya kepala dinas`)."""
    for total, told, end, later in _sentences_after_totals(reading, draft, drafts, every=False):
        start = reading.sentences[sentence_at(reading, end - 1)].start
        smaller = [c for c in told if number_of(c) < total]
        parts = [c for c in smaller if _calls_itself_part(reading.text, c, start)]
        if parts and later:
            rest = total - sum(number_of(c) for c in parts)
            others = [c for c in counts_in(reading, sentence_at(reading, end - 1) + 1) if c.value == rest]
            both = [*parts, *(c for c in others[:1] if c.unit_kind != "other" and not c.definite)]
            return tuple(_with_label(reading, c, max(end, c.end + 60)) for c in both)
        alone = smaller[0] if later and len(smaller) == 1 else None
        if alone is not None and alone.role == "moved" and alone.label and _REST_TOLD.match(reading.text, alone.end):
            return (alone,)
    return _beside_total(reading, draft, drafts)


def _beside_total(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> tuple[CountMention, ...]:
    """Return the parts told right behind the total (`jumlahnya 214 orang, empat di antaranya pejabat eselon II`)."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    for total in (c for c in reading.counts if c.value in draft.numbers and c.unit_kind != "other"):
        number = sentence_at(reading, total.start)
        told = [] if number in others else [c for c in counts_in(reading, number) if c.start > total.end]
        parts = [c for c in told if isinstance(c.value, int) and number_of(c) < number_of(total)]
        parts = [c for c in parts if _calls_itself_part(reading.text, c, total.end)]
        if parts:
            return tuple(_with_label(reading, c, reading.sentences[number].end) for c in parts)
    return ()


def with_others(
    reading: Reading,
    draft: Draft,
    drafts: Sequence[Draft],
    parts: tuple[CountMention, ...],
    breakdowns: Sequence[Breakdown],
) -> tuple[CountMention, ...]:
    """Add the parts that the same people are divided into otherwise: by post beside by level, or a part of a part."""
    wholes = {*draft.numbers, *(p.value for p in parts)}
    divided = [b.parts for b in breakdowns if b.total is not None and b.total.value in wholes]
    by_post = [p for told in divided if all(p.unit_kind == "official" for p in told) for p in told]
    kept = list(parts)
    for part in (*by_post, *parts_told(reading, draft, drafts)):
        if all(p.value != part.value or (part.eselon and p.eselon != part.eselon) for p in kept):
            kept.append(part)
    return tuple(kept)


def told_within(
    reading: Reading, draft: Draft, total: CountMention, known: Sequence[CountMention]
) -> tuple[CountMention, ...]:
    """Return the counts of certain posts that the event's own sentences tell after its total, as parts of it.

    `melantik 52 pejabat. ... Selain itu, empat orang lurah juga turut dilantik`.
    """
    if draft.kind != "mutasi":
        return ()
    numbers = {c.value for c in known} | {total.value}
    own = [t for t in draft.told if t.claim.direct and not t.claim.background]
    told = [c for t in own for c in t.counts if _AS_WELL.search(reading.text, t.claim.start, c.end + 30)]
    return tuple(
        c
        for c in told
        if c.start > total.end
        and 1 < number_of(c) < number_of(total)
        and c.value not in numbers
        and c.unit_kind == "official"
        and c.unit
        and c.unit not in BARE_NOUNS
        and not (c.definite or c.approximate or c.eselon)
        and c.role == "moved"
    )


def _sentences_after_totals(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], *, every: bool
) -> Iterator[tuple[int, list[CountMention], int, bool]]:
    """Yield each total of the draft with the exact counts of every sentence at or soon after its own.

    Each comes with the end of the sentence, and whether it is a later one than the total's. `every` tells to go on
    from each sentence that tells the total, not only from the first.
    """
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    spoken = {number_of(c) for t in draft.told for c in t.counts} if every else set()
    for total in sorted((draft.numbers | spoken) - {0}, reverse=True):
        telling = sorted(t.claim.sentence for t in draft.told if any(c.value == total for c in t.counts))
        spoken_of = [c for c in reading.counts if c.value == total and c.definite]
        again = [sentence_at(reading, c.start) for c in spoken_of]
        taken = [sentence_at(reading, c.start) for c in spoken_of if _FROM.search(reading.text, c.start - 12, c.start)]
        telling = [*telling, *again] if every else sorted({*telling[:1], *taken})
        near = {n + step for n in telling for step in range(_PART_REACH)}
        own = {t.claim.sentence for t in draft.told if t.claim.direct and t.claim.strong} if every else set()
        for number in sorted((near | own) - others):
            if number < len(reading.sentences):
                exact = [c for c in counts_in(reading, number) if isinstance(c.value, int)]
                yield total, exact, reading.sentences[number].end, number > telling[0]


def _calls_itself_part(text: str, count: CountMention, start: int) -> bool:
    if count.unit_kind == "other" or count.role != "moved" or "article" in count.flags:
        return False
    if _BY_NATURE.match(text, count.end):
        return False
    if count.eselon and number_of(count) > 1 and _ARE_THESE.match(text, count.end):
        return True
    return bool(_OF_THEM.search(text, start, count.start)) or bool(
        _AMONG_THEM.search(text, count.start, count.end + 16)
    )


def _with_label(reading: Reading, count: CountMention, end: int) -> CountMention:
    """Label a bare number of people with the words that tell what became of them, else with those before it."""
    if count.label:
        return count
    text = reading.text
    words = _PREDICATE.match(text, count.end, end) or _TOPIC.search(text, max(0, count.start - 60), count.start)
    if words is None:
        return count
    start, stop = words.span("label")
    told = [e for e in reading.eselons if e.role == "level" and start <= e.start < stop]
    levels = merge_levels(level for mention in told for level in mention.levels)
    return count._replace(label=" ".join(words["label"].split()), eselon=levels)


def counts_in(reading: Reading, number: int) -> list[CountMention]:
    """Return the counts of the sentence of that number, none where there is no such sentence."""
    if not 0 <= number < len(reading.sentences):
        return []
    sentence = reading.sentences[number]
    return list(between(reading.counts, sentence.start, sentence.end))


def number_of(count: CountMention) -> int:
    """Return the exact number of the count, 0 where only a word tells about how many."""
    return count.value if isinstance(count.value, int) else 0
