"""Chooses the government whose posts change: for an article, and for one event told in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.region_roles import heads_clause, is_dateline, is_left_behind, is_party, is_place, is_post
from extract.region_table import regions
from extract.scanning import lowered

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
    "inside": 0.05,
}
_SURE: frozenset[Cue] = frozenset(("government", "office", "secretary", "unit", "typed"))
_GOVERNING: frozenset[Cue] = frozenset(("government", "office", "secretary"))
_JAKARTA = "31"
_LEAD = 450
_HEADING: frozenset[Cue] = frozenset(("government", "typed", "dateline", "name"))
_LIST_LINES = 25
_LONGEST_ITEM = 200
_LONGEST_LINE = 5000
_TAIL = 1500
_LEAST = 0.6
"""The least weight that names a region: below it only Universitas X, Jalan X or pieces of longer names were found."""
_NEAR = 120
_ACT_STEMS = (
    *(
        "lantik",
        "mutasi",
        "rotasi",
        "rolling",
        "roling",
        "kukuh",
        "eselon",
        "job fit",
        "jobfit",
        "kompetensi",
        "seleksi",
    ),
    *("selter", "lelang", "bidding", "nonjob", "non-job", "non job", "copot", "berhenti", "bebastugas", "tunjuk"),
    *("definitif", " plt", " plh", " pj", "sumpah", "geser", "rombak", "asesmen", "assessment"),
)
"""Stems of reshuffle words; a government named near one is likelier to be the one that reshuffles."""
_ACTS = re.compile(
    r"[^.;\n]{0,60}?\b(?:melantik|lantik|merotasi|rotasi|memutasi|mutasi|merombak|rombak|mengukuhkan|kukuhkan|menunjuk|"
    r"tunjuk|mencopot|copot|memberhentikan|membuka|buka|menggelar|gelar|melakukan|mengambil)\b",
    re.IGNORECASE,
)
_LEVEL_WORD = re.compile(  # initials first, the rest only behind them: one fast pass over the text
    r"[bwpsg](?<!\w.)(?:(?P<kabupaten>(?<=b)upati|(?<=w)abup|(?<=p)emkab|(?<=s)e(?:kkab|[kt]dakab|tkab))"
    r"|(?P<kota>(?<=w)(?:a(?:li ?kota|lkot|wako|wali|ko)|wako)|(?<=p)emkot?|(?<=s)e(?:kkot?|[kt]dakot?)"
    r"|(?<=b)alai ?kota)"
    r"|(?P<provinsi>(?<=g)ubernur|(?<=w)agub|(?<=p)emprov|(?<=s)e(?:k(?:da)?prov|tdaprov)))\b"
)
"""In small letters only: a text is lower-cased before it is searched."""


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
    """Weights by code: of governments named as such, of places, of names that several regions share."""

    governing: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    places: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    sure: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    shared: dict[tuple[str, ...], float] = field(default_factory=lambda: defaultdict(float))
    provinces: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def scores(self) -> dict[str, float]:
        """Return each code's weight: a place adds to its government no more than half of what the government has.

        Ceremonies are held away from home, so a mere place counts little where governments are named.
        """
        named = max(self.governing.values(), default=0.0) >= _WEIGHTS["office"]
        scores = {}
        for code in sorted({*self.governing, *self.places}):
            governing, place = self.governing.get(code, 0.0), self.places.get(code, 0.0)
            if governing:
                scores[code] = governing + min(place, 1.5 + 0.5 * governing)
            else:
                scores[code] = place * (0.35 if named else 1.0)
        return scores


def choose_region(
    mentions: Sequence[RegionMention], text: str, title_length: int = 0, home_region: str | None = None
) -> RegionChoice:
    """Return the government whose posts change in the article `text` (folded), of which `mentions` were found.

    `title_length` is the length of the title where the caller put it in front of the text, else 0. `home_region` is
    the region of the portal's home, taken only where the text names no government, with a flag.
    """
    acts = _act_positions(text)
    posts = []
    tally = _Tally()
    for mention in mentions:
        weight = _weight(mention, acts, title_length)
        if mention.cue in _SURE and (is_party(mention, text) or is_left_behind(mention, text)):
            weight *= 0.4
        elif mention.cue in _GOVERNING and _acts(mention, text):
            weight *= 1.5
        if is_post(mention, text):
            posts.append(mention)
            weight *= 1.5
        _count(tally, mention, weight)
    _damp_presider(tally, posts, title_length)
    levels = _level_votes(text, title_length)
    undecided = _share_out(tally, levels)
    scores = _by_level(tally.scores(), levels)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return _from_portal(home_region)
    code, best = ranked[0]
    if _moved_by_governor(code, mentions, text):
        return RegionChoice(_JAKARTA, "jakarta_by_governor", 0.85, _evidence(_JAKARTA, mentions))
    rivals = [other for other in undecided.get(code, ()) if scores[other] > 0.8 * best]
    if rivals and not tally.sure.get(code):
        return _undecided(code, rivals, mentions, home_region)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return _chosen(code, best, second, tally, mentions, posts)


def region_of_span(
    mentions: Sequence[RegionMention], text: str, start: int, end: int, article_region: str | None = None
) -> RegionChoice | None:
    """Return the government that [start, end) of the folded `text` tells of, or that its line told before; else None.

    For articles that tell of several regions: the caller takes the article's region where None comes back. With
    `article_region` given, the province it lies in counts only where it acts, not where it is only named.
    """
    first = bisect_left(mentions, start, key=_start)
    inside = [m for m in mentions[first : bisect_left(mentions, end, first, key=_start)] if m.end <= end]
    choice = _of_clauses(inside, text, article_region)
    if choice is not None:
        return choice
    level = _only_level(text, start, end)
    line = _line_of(text, start)
    on_line = mentions[bisect_left(mentions, line, key=_start) : first]
    before = [m for m in on_line if m.end <= start and (level is None or m.level == level)]
    return _of_clauses(before[-1:], text, article_region) or _of_heading(mentions, text, line)


def _start(mention: RegionMention) -> int:
    return mention.start


def _line_of(text: str, at: int) -> int:
    """Return where the line of `at` begins, or what is looked at of a line longer than any in an article."""
    farthest = max(0, at - _LONGEST_LINE)
    return max(farthest, text.rfind("\n", farthest, at) + 1)


def _act_positions(text: str) -> list[int]:
    lower = lowered(text)
    found = []
    for stem in _ACT_STEMS:
        at = lower.find(stem)
        while at >= 0:
            found.append(at)
            at = lower.find(stem, at + 1)
    return sorted(found)


def _weight(mention: RegionMention, acts: list[int], title_length: int) -> float:
    weight = _WEIGHTS[mention.cue]
    if mention.aside:
        weight *= 0.15
    if mention.end <= title_length:
        weight *= 3
    elif mention.start < title_length + _LEAD:
        weight *= 2
    elif mention.start > title_length + _TAIL:
        weight *= 0.7
    at = bisect_left(acts, mention.cue_start - _NEAR)
    if at < len(acts) and acts[at] <= mention.end + _NEAR:
        weight *= 1.4
    return weight


def _count(tally: _Tally, mention: RegionMention, weight: float) -> None:
    if len(mention.codes) > 1:
        tally.shared[mention.codes] += weight
    else:
        code = mention.codes[0]
        if regions()[code].level == "provinsi" and mention.cue not in _SURE:
            weight *= 0.3
        if mention.cue in _GOVERNING and not mention.aside:
            tally.governing[code] += weight
        else:
            tally.places[code] += weight
        if mention.cue in _SURE and not mention.aside:
            tally.sure[code] += weight
    for province in {code[:2] for code in mention.codes}:
        tally.provinces[province] += weight / len(mention.codes)


def _damp_presider(tally: _Tally, posts: list[RegionMention], title_length: int) -> None:
    """Lower a province whose governor fills the post of a regency's head: that regency's post changes, not his."""
    early = [post for post in posts if post.start < title_length + _LEAD and len(post.codes) == 1]
    for province in {post.codes[0][:2] for post in early if len(post.codes[0]) > 2}:
        for weights in (tally.governing, tally.places, tally.sure):
            weights[province] *= 0.3


def _by_level(scores: dict[str, float], levels: dict[Level, float]) -> dict[str, float]:
    """Lower codes of a level that the text's offices speak against: `bupati` throughout, and once `Pemprov X`."""
    strongest = max(levels.values())
    table = regions()
    return {code: score * (0.6 if levels[table[code].level] < strongest / 3 else 1.0) for code, score in scores.items()}


def _moved_by_governor(code: str, mentions: Sequence[RegionMention], text: str) -> bool:
    """Tell whether `code` is one of Jakarta's cities in a story of its governor: its posts are the province's then."""
    if not code.startswith(_JAKARTA) or code == _JAKARTA:
        return False
    if any(m.codes == (code,) and m.cue == "office" and _acts(m, text) for m in mentions):
        return False
    return re.search(r"\b(?:gubernur|pemprov|sekda dki)\b", text, re.IGNORECASE) is not None


def _level_votes(text: str, title_length: int) -> dict[Level, float]:
    votes: dict[Level, float] = {"kabupaten": 0.0, "kota": 0.0, "provinsi": 0.0}
    for match in _LEVEL_WORD.finditer(lowered(text)):
        level: Level = match.lastgroup  # type: ignore[assignment]  # the groups are named after the levels
        votes[level] += 3 if match.start() < title_length else 2 if match.start() < title_length + _LEAD else 1
    return votes


def _share_out(tally: _Tally, levels: dict[Level, float]) -> dict[str, set[str]]:
    """Give the weight of names that several regions share to one of them; return the rivals of undecided codes."""
    undecided: dict[str, set[str]] = defaultdict(set)
    for codes, weight in sorted(tally.shared.items()):
        winner = _winner(codes, tally, levels)
        if winner is not None:
            tally.places[winner] += weight
            continue
        for code in codes:
            tally.places[code] += weight
            undecided[code].update(other for other in codes if other != code)
    return undecided


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
    strength = min(1.0, best / _WEIGHTS["office"])
    confidence = round(strength * (floor + (ceiling - floor) * min(1.0, margin * 1.4)), 2)
    flags = ("region_several",) if margin < 0.2 else ()
    return RegionChoice(code, rule, confidence, evidence, flags)


def _evidence(code: str, mentions: Iterable[RegionMention]) -> tuple[Span, ...]:
    naming = [mention for mention in mentions if code in mention.codes and not mention.aside]
    naming.sort(key=lambda mention: (-_WEIGHTS[mention.cue], mention.start))
    return tuple((mention.cue_start, mention.end) for mention in naming[:3])


def _undecided(
    code: str, rivals: list[str], mentions: Sequence[RegionMention], home_region: str | None
) -> RegionChoice:
    evidence = _evidence(code, mentions)
    if home_region in {code, *rivals}:
        return RegionChoice(home_region, "portal_home", 0.6, evidence, ("region_from_portal",))
    same_name = len({regions()[other].name for other in (code, *rivals)}) == 1
    flag = "region_level_undecided" if same_name else "region_several"
    return RegionChoice(None, "undecided", 0.0, evidence, (flag,))


def _from_portal(home_region: str | None) -> RegionChoice:
    if home_region is None:
        return RegionChoice(None, "nothing_told", 0.0, (), ("region_missing",))
    return RegionChoice(home_region, "portal_home", 0.4, (), ("region_from_portal",))


def _of_heading(mentions: Sequence[RegionMention], text: str, line: int) -> RegionChoice | None:
    """Return the region that heads the list in which the line at `line` stands (`Kabupaten Buru:`), else None."""
    for _ in range(_LIST_LINES):
        end = line - 1
        if end < 0:
            return None
        line = _line_of(text, end)
        heading = text[line:end].strip(" \t*#-:.0123456789()")
        if len(heading) > _LONGEST_ITEM:
            return None
        for mention in mentions[bisect_left(mentions, line, key=_start) : bisect_left(mentions, end, key=_start)]:
            if mention.cue in _HEADING and len(mention.codes) == 1:
                if mention.end - mention.cue_start >= 0.8 * len(heading):
                    return RegionChoice(mention.codes[0], "region_of_heading", 0.8, ((mention.cue_start, mention.end),))
                break
    return None


def _only_level(text: str, start: int, end: int) -> str | None:
    told = {match.lastgroup for match in _LEVEL_WORD.finditer(text[start:end].lower())}
    return told.pop() if len(told) == 1 else None


def _of_clauses(inside: Sequence[RegionMention], text: str, article_region: str | None) -> RegionChoice | None:
    sure = [
        mention
        for mention in inside
        if (mention.cue in _SURE or heads_clause(mention, text))
        and not mention.aside
        and len(mention.codes) == 1
        and not is_place(mention, text)
        and not is_party(mention, text)
        and not is_dateline(mention, text)
    ]
    posts = [mention for mention in sure if is_post(mention, text)]
    if article_region and not posts:
        sure = [m for m in sure if m.codes[0] != article_region[:2] or m.codes[0] == article_region or _acts(m, text)]
    pool = posts or sure
    scores: dict[str, float] = defaultdict(float)
    for mention in pool:
        scores[mention.codes[0]] += _WEIGHTS[mention.cue]
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if not ranked or ranked[0][1] == second:
        return None
    code, best = ranked[0]
    evidence = _evidence(code, pool)
    if _moved_by_governor(code, inside, text):
        return RegionChoice(_JAKARTA, "jakarta_by_governor", 0.8, evidence)
    rule = "region_of_post_filled" if posts else "region_in_sentence"
    return RegionChoice(code, rule, round(0.6 + 0.35 * (best - second) / best, 2), evidence)


def _acts(mention: RegionMention, text: str) -> bool:
    """Tell whether the government named is followed, within its clause, by a verb of installing."""
    return _ACTS.match(text, mention.end, mention.end + 75) is not None
