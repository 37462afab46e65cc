"""Chooses the government whose posts change: for an article, and for one event told in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.region_table import regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.events import Span
    from extract.region_cues import Cue
    from extract.region_table import Level
    from extract.regions import RegionMention

_WEIGHTS: dict[Cue, float] = {
    "government": 5.0,
    "office": 4.0,
    "secretary": 3.5,
    "unit": 2.0,
    "typed": 2.0,
    "dateline": 1.5,
    "name": 1.0,
    "seat": 0.8,
    "district": 0.4,
    "external": 0.2,
    "inside": 0.1,
}
_SURE: frozenset[Cue] = frozenset(("government", "office", "secretary", "unit", "typed"))
_GOVERNING: frozenset[Cue] = frozenset(("government", "office", "secretary"))
_JAKARTA = "31"
_LEAD = 450
_NEAR = 120
_ACT = re.compile(
    r"lantik|mutasi|rotasi|roll?ing|kukuh|eselon|job ?fit|kompetensi|seleksi|selter|lelang|bidding|non-?job|copot|"
    r"berhenti|bebas ?tugas|tunjuk|definitif|\bPlt\b|\bPlh\b|\bPj\b|sumpah|geser|rombak|asesmen|assessment",
    re.IGNORECASE,
)
_LEVEL_WORD = re.compile(
    r"\b(?:(?P<kabupaten>bupati|wabup|pemkab|sekkab|se[kt]dakab|setkab)"
    r"|(?P<kota>wali ?kota|walkot|wa?wako|wawali|wako|pemkot?|sekkot?|se[kt]dakot?|balai ?kota)"
    r"|(?P<provinsi>gubernur|wagub|pemprov|sek(?:da)?prov|setdaprov))\b",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"(?:\b(?:pj|pjs|plt|plh|penjabat|pejabat|caretaker|pelaksana tugas|pelaksana harian|sementara)\b\.?\)?)\s*$",
    re.IGNORECASE,
)
_INSTALLS = re.compile(
    r"\b(?:lantik|melantik|dilantik|kukuhkan|mengukuhkan|dikukuhkan|tunjuk|menunjuk|ditunjuk|angkat|mengangkat|diangkat|"
    r"tetapkan|menetapkan|ditetapkan|sumpah|pelantikan|pengukuhan|penunjukan|menjadi|jadi|sebagai|selaku|jabatan|"
    r"dipercaya|ditugaskan|menugaskan|perpanjang|memperpanjang|sk)\b",
    re.IGNORECASE,
)
_FORMER_POST = re.compile(r"\b(?:sebelumnya|dulu|pernah|semula|mantan|eks|lama|yang juga|kini)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)")


@dataclass(frozen=True, slots=True)
class RegionChoice:
    """The region chosen, or None with a flag where none can be told.

    `code` is Kemendagri's; `evidence` the spans [start, end) of the text that name it, the strongest first;
    `confidence` 0-1; `rule` the name of the rule that decided; `flags` among `region_from_portal`,
    `region_level_undecided` (kabupaten and kota of one name), `region_several` (governments of like weight).
    """

    code: str | None
    rule: str
    confidence: float
    evidence: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    scores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    sure: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    governing: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    shared: dict[tuple[str, ...], float] = field(default_factory=lambda: defaultdict(float))
    provinces: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def choose_region(
    mentions: Sequence[RegionMention], text: str, title_length: int = 0, home_region: str | None = None
) -> RegionChoice:
    """Return the government whose posts change in the article `text` (folded), of which `mentions` were found.

    `title_length` is the length of the title where the caller put it in front of the text, else 0. `home_region` is
    the region of the portal's home, taken only where the text names no government, with a flag.
    """
    acts = [match.start() for match in _ACT.finditer(text)]
    posts = [mention for mention in mentions if is_post(mention, text)]
    tally = _Tally()
    for mention in mentions:
        weight = _weight(mention, acts, title_length)
        if any(mention is post for post in posts):
            weight *= 1.5
        _count(tally, mention, weight)
    _damp_presider(tally, posts, title_length)
    _damp_places(tally)
    levels = _level_votes(text, title_length)
    undecided = _share_out(tally, levels)
    ranked = sorted(tally.scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.3:
        return _from_portal(home_region, ())
    code, best = ranked[0]
    if code.startswith(_JAKARTA) and code != _JAKARTA and levels["provinsi"] >= levels["kota"] / 3 > 0:
        # Jakarta's mayors hold posts of the province: where its governor is in the story, he moves them.
        return RegionChoice(_JAKARTA, "jakarta_by_governor", 0.85, _evidence(_JAKARTA, mentions))
    if code in undecided:
        return _undecided(code, undecided, mentions, home_region)
    second = next((score for other, score in ranked[1:] if other[:2] != other or other != code[:2]), 0.0)
    return _chosen(code, best, second, tally, mentions, posts)


def region_of_span(mentions: Sequence[RegionMention], text: str, start: int, end: int) -> RegionChoice | None:
    """Return the government told within [start, end) of the folded `text`, or by a heading above it; else None.

    For articles that tell of several regions: the caller takes the article's region where None comes back.
    """
    inside = [mention for mention in mentions if start <= mention.start and mention.end <= end]
    found = _of_sentence(inside, text)
    if found is not None:
        return found
    line = text.rfind("\n", 0, start) + 1
    return _of_sentence([m for m in mentions if line <= m.start and m.end <= start], text) if start > line else None


def is_post(mention: RegionMention, text: str) -> bool:
    """Tell whether `mention` names the head's post that is filled (`melantik Pj Bupati X`), not one who acts."""
    if mention.cue != "office" or mention.aside:
        return False
    left = text[max(0, mention.cue_start - 110) : mention.cue_start]
    acting = _ACTING.search(left)
    if acting is None:
        return False
    clause = left[: acting.start()]
    breaks = list(_CLAUSE_END.finditer(clause))
    if breaks:
        clause = clause[breaks[-1].end() :]
    verbs = list(_INSTALLS.finditer(clause))
    return bool(verbs) and _FORMER_POST.search(clause, verbs[-1].start() - 30 if verbs[-1].start() > 30 else 0) is None


def _weight(mention: RegionMention, acts: list[int], title_length: int) -> float:
    weight = _WEIGHTS[mention.cue]
    if mention.aside:
        weight *= 0.15
    if mention.end <= title_length:
        weight *= 3
    elif mention.start < title_length + _LEAD:
        weight *= 2
    at = bisect_left(acts, mention.cue_start - _NEAR)
    if at < len(acts) and acts[at] <= mention.end + _NEAR:
        weight *= 1.4
    return weight


def _count(tally: _Tally, mention: RegionMention, weight: float) -> None:
    table = regions()
    if len(mention.codes) > 1:
        tally.shared[mention.codes] += weight
    else:
        code = mention.codes[0]
        if table[code].level == "provinsi" and mention.cue not in _SURE:
            weight *= 0.3
        tally.scores[code] += weight
        if mention.cue in _SURE and not mention.aside:
            tally.sure[code] += weight
        if mention.cue in _GOVERNING and not mention.aside:
            tally.governing[code] += weight
    for province in {code[:2] for code in mention.codes}:
        tally.provinces[province] += weight / len(mention.codes)


def _damp_presider(tally: _Tally, posts: list[RegionMention], title_length: int) -> None:
    """Lower a province whose governor fills the post of a regency's head: that regency's post changes, not his."""
    early = [post for post in posts if post.start < title_length + _LEAD and len(post.codes) == 1]
    for province in {post.codes[0][:2] for post in early if len(post.codes[0]) > 2}:
        tally.scores[province] *= 0.3
        tally.sure[province] *= 0.3


def _damp_places(tally: _Tally) -> None:
    """Lower regions that are only places where another's government is named: ceremonies are held away from home."""
    strongest = max(tally.governing.values(), default=0.0)
    if strongest < _WEIGHTS["office"]:
        return
    for code in tally.scores:
        if not tally.governing.get(code):
            tally.scores[code] *= 0.35


def _level_votes(text: str, title_length: int) -> dict[Level, float]:
    votes: dict[Level, float] = {"kabupaten": 0.0, "kota": 0.0, "provinsi": 0.0}
    for match in _LEVEL_WORD.finditer(text):
        level: Level = match.lastgroup  # type: ignore[assignment]  # the groups are named after the levels
        votes[level] += 3 if match.start() < title_length else 2 if match.start() < title_length + _LEAD else 1
    return votes


def _share_out(tally: _Tally, levels: dict[Level, float]) -> set[str]:
    """Give the weight of names that several regions share to one of them; return the codes that stay undecided."""
    undecided: set[str] = set()
    for codes, weight in sorted(tally.shared.items()):
        winner = _winner(codes, tally, levels)
        if winner is not None:
            tally.scores[winner] += weight
            continue
        for code in codes:
            tally.scores[code] += weight
        undecided.update(codes)
    return {code for code in undecided if not tally.sure.get(code)}


def _winner(codes: tuple[str, ...], tally: _Tally, levels: dict[Level, float]) -> str | None:
    table = regions()
    sure = sorted(((tally.sure.get(code, 0.0), code) for code in codes), reverse=True)
    if sure[0][0] > 1.5 * sure[1][0]:
        return sure[0][1]
    left = list(codes)
    if len({code[:2] for code in codes}) > 1:
        support = {code: tally.provinces[code[:2]] - tally.shared[codes] / len(codes) for code in codes}
        best = max(support.values())
        left = [code for code in codes if support[code] > 0.2 and support[code] == best] or left
    votes = {code: levels[table[code].level] for code in left}
    first, *others = sorted(votes.values(), reverse=True)
    if len(left) == 1:
        return left[0]
    if first > 0 and first > 1.5 * others[0]:
        return next(code for code in left if votes[code] == first)
    return None


def _chosen(
    code: str,
    best: float,
    second: float,
    tally: _Tally,
    mentions: Sequence[RegionMention],
    posts: list[RegionMention],
) -> RegionChoice:
    evidence = _evidence(code, mentions)
    margin = (best - second) / best
    if any(code in post.codes for post in posts):
        rule = "region_of_post_filled"
    elif tally.sure.get(code):
        rule = "region_of_government"
    else:
        rule = "region_of_place"
    ceiling = {"region_of_post_filled": 0.97, "region_of_government": 0.98, "region_of_place": 0.8}[rule]
    floor = 0.35 if rule == "region_of_place" else 0.5
    confidence = round(floor + (ceiling - floor) * min(1.0, max(0.0, margin) * 1.4), 2)
    flags = ("region_several",) if margin < 0.2 else ()
    return RegionChoice(code, rule, confidence, evidence, flags)


def _evidence(code: str, mentions: Iterable[RegionMention]) -> tuple[Span, ...]:
    naming = [mention for mention in mentions if code in mention.codes and not mention.aside]
    naming.sort(key=lambda mention: (-_WEIGHTS[mention.cue], mention.start))
    return tuple((mention.cue_start, mention.end) for mention in naming[:3])


def _undecided(
    code: str, undecided: set[str], mentions: Sequence[RegionMention], home_region: str | None
) -> RegionChoice:
    if home_region in undecided:
        flags = ("region_from_portal",)
        return RegionChoice(home_region, "portal_home", 0.6, _evidence(code, mentions), flags)
    return RegionChoice(None, "undecided", 0.0, _evidence(code, mentions), ("region_level_undecided",))


def _from_portal(home_region: str | None, evidence: tuple[Span, ...]) -> RegionChoice:
    if home_region is None:
        return RegionChoice(None, "nothing_told", 0.0, evidence, ("region_missing",))
    return RegionChoice(home_region, "portal_home", 0.4, evidence, ("region_from_portal",))


def _of_sentence(inside: list[RegionMention], text: str) -> RegionChoice | None:
    sure = [m for m in inside if m.cue in _SURE and not m.aside and len(m.codes) == 1]
    if not sure:
        return None
    posts = [m for m in sure if is_post(m, text)]
    pool = posts or sure
    scores: dict[str, float] = defaultdict(float)
    for mention in pool:
        scores[mention.codes[0]] += _WEIGHTS[mention.cue]
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    code, best = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if best == second:
        return None
    rule = "region_of_post_filled" if posts else "region_in_sentence"
    return RegionChoice(code, rule, round(0.6 + 0.35 * (best - second) / best, 2), _evidence(code, pool))
