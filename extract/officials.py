"""Officials of a region's government as an article names them, and who is meant where it names them short."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.events import Acting, Official, Span
from extract.names import NameMatch, match_name, match_name_before
from extract.offices import DEPUTIES, HEADS, OfficeContext, OfficeMention, find_offices
from extract.official_names import NAME_WORD, byname_after, is_short_for, opens_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED_CONTEXTS: Final = frozenset({"person", "post", "elect", "decree"})
_REGION_LEAD = re.compile(
    r"(?:,?\s+(?:(?:di\s)?(?:kabupaten|kab\.?|kota|provinsi|propinsi|prov\.?|daerah(?! istimewa)"
    r"|administrasi|administratif|adm\.?)\s+)+"
    r"|,?\s+|\s?\()",
    re.IGNORECASE,
)
_REGION_ALIAS = re.compile(r"\s?\([A-Z][\w'-]{1,18}\)|\)")
_ISLAND = re.compile(r", (?:Pulau )?(?:Madura|Nias|Flores|Sumba|Timor|Seram|Buru|Lombok|Bangka|Belitung)(?=, [A-Z])")
_DATELINE_END = re.compile(r" ?[-,|(/:]")
_OWN_GOVERNMENT = re.compile(
    r",? (?:(?:pada |di )?(?:Setda\w*|Sekretariat Daerah|Pem(?:kab|kot?|prov|da)|Kabupaten|Kota|Provinsi)\b.*)$",
    re.DOTALL,
)
_SHORT_FORM = re.compile(r"\s?\([^()]{2,20}\)$")
_FORMER_AFTER = re.compile(
    r",?\s(?:sebelumnya|terdahulu|lama|pendahulu(?:nya)?|non-?aktif)\b"
    r"|,?\s(?:periode|masa (?:jabatan|bakti))\s(?:tahun\s)?\d{4}(?:\s?[-/]\s?\d{4}|\ss/d\s\d{4})"
    r"|\s\(\d{4}\s?-\s?\d{4}\)",
    re.IGNORECASE,
)
_SUCCEEDED = re.compile(r"(?<=pendahulu )(?:[A-Z][\w'-]*\s?){1,4},\s|(?<=pendahulunya), ")
_NAME_LEAD = re.compile(
    r",? {1,3}(?:(?:yakni|yaitu|ialah|adalah|bernama|saat ini|yang akrab disapa"
    r"|yang (?:dijabat|disandang|diemban|dipegang|diduduki)(?: oleh)?),? )?"
    r"(?:(?:sekaligus|merangkap|selaku|yang juga)(?: [\w()/.-]{1,30}){1,8}, )?",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r",? (?:(?:langsung|kembali|telah|sudah|akan|resmi|juga|mulai|akhirnya) )*"
    r"(?:melakukan|melantik|merotasi|memutasi|merombak|mencopot|menunjuk|mengukuhkan|menggeser"
    r"|mengambil sumpah|menonjobkan|membongkar)\b"
)
"""What only the holder of a post does, so that `dilantik sebagai Bupati X, NAMA langsung merombak` names him."""
_IN_OFFICE = ("menjabat sebagai ", "menjabat ", "bertugas sebagai ", "dipercaya sebagai ")
_GOES_ON = re.compile(r",? [a-z]")
_SELF = re.compile(
    r"(?:,? (?:selaku|sebagai)|,? yang (?:(?:juga|kini|saat ini|sekaligus) )*(?:(?:menjabat|merupakan|adalah) )?"
    r"(?:sebagai )?|,) ?$",
    re.IGNORECASE,
)
_SELF_ENDS = (",", "selaku", "sebagai", "yang", "juga", "kini", "ini", "sekaligus", "menjabat", "merupakan", "adalah")
"""What `_SELF` ends with, looked at first: it spares it most offices."""
_APPOSITION_ENDS = re.compile(r"\s?[,.;:)\"]|\s?$|\s(?:yang|saat|ketika|dalam|usai|seusai|di|pada)\b")
_OTHER_OFFICE = re.compile(r"[ASKI](?:sisten|taf Ahli|epala (?:B[A-Z]|Badan|Biro|Dinas)|nspektur)\b")
_OTHER_BEFORE = re.compile(
    r"(?:dilantik|dipimpin|dipandu|dikukuhkan|disumpah|dilakukan|dibuka|sumpah(?:nya)?|janji(?:nya)?)"
    r"(?: secara| langsung| resmi| sendiri)*(?: oleh)? (?:(?:Plt|Plh|Pj)\.? )?$"
)
_OTHER_AFTER = re.compile(
    r",? (?:yang )?(?:hadir )?(?:mewakili|atas nama|melantik|mengambil sumpah|memimpin|mengukuhkan)\b"
)
_OTHER_STEMS = ("mewakili", "atas nama", "melantik", "mengambil", "memimpin", "mengukuhkan")
_FARTHEST_VERB: Final = 400
_WORD = re.compile(r"\S+")
_MOST_POST_WORDS: Final = 14
_LONGEST_ABBREVIATION: Final = 4
_LEAD: Final = 250
_MOST_PEOPLE_WORDS: Final = 60


class OfficialMention(NamedTuple):
    """An official named at [start, end): by office, by name or by both.

    `office_span` takes in the acting status and is None where a known official is named without the office; `name`
    is the bare name as written, None where the office stands alone. `region_span` is the region told with the office,
    `region` its words. `former` marks one who has left the office (`mantan`, `periode 2008-2013`). `context` tells
    whether the office stands for its holder; `loose` marks a name that only a comma joins to the bare office, or a
    byname (`akrab disapa`).
    """

    start: int
    end: int
    office: str
    acting: Acting | None
    office_span: Span | None
    name: str | None = None
    name_span: Span | None = None
    region_span: Span | None = None
    region: str | None = None
    former: bool = False
    context: OfficeContext = "person"
    loose: bool = False


def find_officials(text: str, region_spans: Sequence[Span] = ()) -> list[OfficialMention]:
    """Return the officials that the folded `text` names, in order, never overlapping.

    `region_spans` are the known names of regions, so that `Bupati Solok Yulhendri Koto` is no Solok Yulhendri Koto.
    """
    regions = dict(sorted(region_spans))
    mentions: list[OfficialMention] = []
    taken = 0
    for office in find_offices(text):
        if office.start < taken:
            continue
        mention = _read(text, office, regions, taken)
        mentions.append(mention)
        taken = mention.end
    others = _other_officials(text, regions)
    if others:
        mentions = [m for m in mentions if not any(other.start <= m.start < other.end for other in others)]
        mentions = sorted([*mentions, *others], key=lambda mention: mention.start)
    return _with_names_alone(text, mentions)


def full_official(officials: Sequence[OfficialMention], mention: OfficialMention) -> Official:
    """Return whom `mention` means: its name in full and its acting status, as the article tells them elsewhere.

    An office without a name means the article's holder of that office in the same region; where it has several, the
    one named last before.
    """
    peers = _peers(officials, mention)
    name = _full_name(peers, mention)
    acting = mention.acting
    if acting is None:
        holders = [peer for peer in peers if peer.name is None or name is None or is_short_for(peer.name, name)]
        acting = _told_acting([peer for peer in holders if peer.context != "post"])
    return Official(name, mention.office, acting)


def _told_acting(holders: list[OfficialMention]) -> Acting | None:
    """Return the acting status of one office's holder.

    The status beside his name counts. Where only the bare office bears it (`Pj Bupati X Lantik ...` in the headline,
    `Bupati X Fulan` below) it does if it stands in the lead, or twice, or nobody is named: else it may be another's.
    """
    told = [holder for holder in holders if holder.acting]
    beside_name = [holder for holder in told if holder.name]
    named = any(holder.name and holder.office_span for holder in holders)
    if beside_name:
        return beside_name[0].acting
    if told and (len(told) > 1 or not named or told[0].start < _LEAD):
        return told[0].acting
    return None


def _read(text: str, office: OfficeMention, regions: dict[int, int], taken: int) -> OfficialMention:
    """Read what stands around an office: its region, its holder's name after or before it, whether he has left it."""
    position, region = _read_region(text, office.end, regions)
    former_after = _FORMER_AFTER.match(text, position)
    if former_after:
        position = former_after.end()
        succeeded = _SUCCEEDED.match(text, position + 1)
        position = succeeded.end() - 1 if succeeded else position
        if region is None:
            position, region = _read_region(text, position, regions)
    mention = OfficialMention(
        office.start,
        position if region or former_after else office.end,
        office.office,
        office.acting,
        (office.start, office.end),
        region_span=region,
        region=text[region[0] : region[1]] if region else None,
        former=office.former or former_after is not None,
        context=office.context,
    )
    name = _name_after(text, position, region is not None) if office.context in _NAMED_CONTEXTS else None
    if name is not None:
        loose = (text[position] == "," and region is None) or "disapa" in text[position : name.start]
        span = (name.name_start, name.name_end)
        holds = _HOLDS.match(text, name.end) or text.endswith(_IN_OFFICE, 0, office.start)
        if office.context == "post" and text[position] == "," and holds:
            mention = mention._replace(context="person")
        return mention._replace(end=name.end, name=name.name, name_span=span, loose=loose)
    before = _name_before(text, office, position, taken)
    if before is not None and regions.get(before.name_start) != before.name_end:
        return mention._replace(start=before.start, name=before.name, name_span=(before.name_start, before.name_end))
    return mention


def _read_region(text: str, position: int, regions: dict[int, int]) -> tuple[int, Span | None]:
    """Return where the regions after an office end, and the first of them (`Wali Kota Solok, Sumatera Barat,`)."""
    first: Span | None = None
    while lead := _REGION_LEAD.match(text, position):
        start = lead.end()
        if start not in regions or (first is None and lead.group() == ", "):
            break
        if "\n" in lead.group() and _DATELINE_END.match(text, regions[start]):
            break  # the next paragraph's dateline
        first = first or (start, regions[start])
        position = regions[start]
        beside = _REGION_ALIAS.match(text, position) or _ISLAND.match(text, position)
        if beside:
            position = beside.end()
    return position, first


def _name_after(text: str, position: int, told_region: bool) -> NameMatch | None:
    """Return the name after an office; a broken line may part them where a region stands before the break."""
    if text[position : position + 2] == " (":
        name = match_name(text, position + 2)
        whole = name is not None and text[name.end : name.end + 1] == ")" and (told_region or " " in name.name)
        return name if whole else None
    lead = _NAME_LEAD.match(text, position)
    if lead is not None:
        return match_name(text, lead.end())
    if told_region and text[position : position + 1] == "\n":
        name = match_name(text, position + 1)
        if name is not None and " " in name.name and not name.name.isupper() and _GOES_ON.match(text, name.end):
            return name
    return None


def _name_before(text: str, office: OfficeMention, position: int, taken: int) -> NameMatch | None:
    """Return the name that the office is apposed to: `NAMA, Pj Wali Kota`, `NAMA selaku Wali Kota`."""
    floor = max(taken, office.start - 120)
    if office.context not in {"person", "post"}:
        return None
    if office.context == "person" and text[office.start - 1 : office.start] == " ":
        name = match_name_before(text, office.start - 1, floor)
        if name is not None and opens_clause(text, name.start) and _GOES_ON.match(text, position):
            return name
    if not text[max(0, office.start - 16) : office.start].rstrip(" ").lower().endswith(_SELF_ENDS):
        return None
    joint = _SELF.search(text, max(floor, office.start - 60), office.start)
    if joint is None:
        return None
    if joint.group().strip() == "," and not _APPOSITION_ENDS.match(text, position):
        return None
    return match_name_before(text, joint.start(), floor)


def _other_officials(text: str, regions: dict[int, int]) -> list[OfficialMention]:
    """Return the other officials who preside for a head: `dipimpin Asisten I Setda X`, `Kepala BKD X mewakili`."""
    found: list[OfficialMention] = []
    for match in _OTHER_OFFICE.finditer(text):
        start = match.start()
        agent = _OTHER_BEFORE.search(text, max(0, start - 60), start)
        if agent and match.group().endswith("Dinas") and not agent.group().endswith("oleh "):
            agent = None  # `dilantik Kepala Dinas X` may name the post that is filled
        if not agent and not any(text.find(stem, start, start + _FARTHEST_VERB) >= 0 for stem in _OTHER_STEMS):
            continue
        post_end, name = _post_and_name(text, match.end(), regions)
        if name is None or not (agent or _OTHER_AFTER.match(text, name.end)):
            continue
        office = _without_own_government(text[start:post_end], start, regions)
        span = (name.name_start, name.name_end)
        found.append(OfficialMention(start, name.end, office, None, (start, post_end), name.name, span))
    return found


def _without_own_government(post: str, start: int, regions: dict[int, int]) -> str:
    """Return a post without the government it belongs to: `Asisten Administrasi Umum Setda Ngada`."""
    inside = [begin - start for begin in regions if start < begin < start + len(post)]
    post = post[: min(inside)] if inside else post
    return _SHORT_FORM.sub("", _OWN_GOVERNMENT.sub("", post).strip(" ,"))


def _post_and_name(text: str, position: int, regions: dict[int, int]) -> tuple[int, NameMatch | None]:
    """Return where a post's words end and the name after them, None where no name follows on the line."""
    for _ in range(_MOST_POST_WORDS):
        lead = _REGION_LEAD.match(text, position)
        if lead is None or "\n" in lead.group():
            break
        if lead.end() in regions:
            position = regions[lead.end()]
            continue
        name = match_name(text, lead.end())
        if name is not None:
            return position, name
        word = _WORD.match(text, position + 1)
        if word is None or word.group()[-1] in '.;:"':
            break
        position = word.end() - (word.group()[-1] == ",")
    return position, None


def _with_names_alone(text: str, mentions: list[OfficialMention]) -> list[OfficialMention]:
    """Add where an official told elsewhere with his office is named alone: `kata NAMA`, `NAMA melantik`."""
    people: dict[str, OfficialMention] = {}
    for mention in mentions:
        if mention.name and not mention.loose and mention.context in {"person", "decree"} and is_head(mention):
            for word in NAME_WORD.findall(mention.name):
                if len(word) > 2 and len(people) < _MOST_PEOPLE_WORDS:
                    people.setdefault(word, mention)
    if not people:
        return mentions
    starts = [mention.start for mention in mentions]
    alone: list[OfficialMention] = []
    taken = 0
    for start, owner in sorted(_occurrences(text, people), key=lambda found: found[0]):
        index = bisect_right(starts, start) - 1
        if start < taken or (index >= 0 and start < mentions[index].end):
            continue
        name = match_name(text, start)
        if name is None or owner.name is None or not is_short_for(name.name, owner.name):
            continue
        taken = name.end
        span = (name.name_start, name.name_end)
        alone.append(owner._replace(start=name.start, end=name.end, office_span=None, name=name.name, name_span=span))
    alone += _bynames(text, mentions, starts)
    return sorted([*mentions, *alone], key=lambda mention: mention.start)


def _bynames(text: str, mentions: list[OfficialMention], starts: list[int]) -> list[OfficialMention]:
    """Return where a head is named by the byname told right after his name (`Bupati X alias Bung Y`)."""
    found: list[OfficialMention] = []
    bynames: dict[str, OfficialMention] = {}
    for mention in mentions:
        if mention.name and mention.context == "person" and is_head(mention):
            byname = byname_after(text, mention.name, mention.end)
            if byname is not None:
                bynames.setdefault(byname, mention)
    for byname, owner in bynames.items():
        for start, _ in _occurrences(text, {byname: owner}):
            end = start + len(byname)
            index = bisect_right(starts, start) - 1
            free = index < 0 or start >= mentions[index].end
            if free and start > owner.end + len(byname) and not text[end : end + 1].isalnum():
                found.append(owner._replace(start=start, end=end, office_span=None))
    return found


def _occurrences(text: str, people: dict[str, OfficialMention]) -> list[tuple[int, OfficialMention]]:
    """Return where the words of `people` begin a word of the text; plain searches beat one expression of them all."""
    found: list[tuple[int, OfficialMention]] = []
    for word, owner in people.items():
        start = text.find(word)
        while start >= 0:
            if not text[start - 1 : start].isalnum():
                found.append((start, owner))
            start = text.find(word, start + len(word))
    return found


def _peers(officials: Sequence[OfficialMention], mention: OfficialMention) -> list[OfficialMention]:
    """Return the mentions of the same office, those of the same region or, where they name nobody, of one like it."""
    same = [
        peer
        for peer in officials
        if (peer.office, peer.former, peer.context == "elect")
        == (mention.office, mention.former, mention.context == "elect")
    ]
    fits = {region: _may_be_same(region, mention.region) for region in {peer.region for peer in same}}
    near = [peer for peer in same if fits[peer.region]]
    if mention.name or any(peer.name for peer in near):
        return near
    return [peer for peer in same if fits[peer.region] or _begins_alike(peer.region or "", mention.region or "")]


def _may_be_same(one: str | None, other: str | None) -> bool:
    return one is None or other is None or _same_region(one, other)


def _begins_alike(one: str, other: str) -> bool:
    """Tell whether one region's name begins the other's: `Tidore` for Tidore Kepulauan, but also Solok Selatan."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long.startswith(f"{short} ")


def _same_region(one: str, other: str) -> bool:
    """Tell whether two printed names can be one region: equal, or one the other's short form (Kukar, KBB)."""
    if any(region.isupper() and len(region) <= _LONGEST_ABBREVIATION for region in (one, other)):
        return True
    short, long = sorted((one.lower(), other.lower()), key=len)
    if _begins_alike(short, long) or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short if letter != " ")


def _full_name(peers: list[OfficialMention], mention: OfficialMention) -> str | None:
    named = [peer for peer in peers if peer.name and not peer.loose] or [peer for peer in peers if peer.name]
    stray = mention.loose and named and not named[0].loose
    if mention.name and not (stray and not any(is_short_for(mention.name, peer.name or "") for peer in named)):
        full = [peer.name for peer in named if peer.name and is_short_for(mention.name, peer.name)]
        return max([mention.name, *full], key=lambda name: len(NAME_WORD.findall(name)))
    named = [peer for peer in named if peer.context != "post"] or named
    if not named:
        return None
    nearest = max(named, key=lambda peer: (peer.start < mention.start, -abs(peer.start - mention.start)))
    return _full_name(named, mention._replace(name=nearest.name))


def is_head(mention: OfficialMention) -> bool:
    """Tell whether the mention is of a region's head, his deputy or his secretary."""
    return mention.office in HEADS or mention.office in DEPUTIES or mention.office == "Sekretaris Daerah"
