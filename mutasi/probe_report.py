"""What a probe found, told to a person: one line a finding, then the registry entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crawler.probing.findings import Archive, Feed, Findings, LinkList, Rest, Sample, Sitemap, Verdict
from extract.region_table import region_name

if TYPE_CHECKING:
    from crawler.probing.findings import AddressPattern, Robots

_ASLEEP_AFTER = 60
"""Days without an article from which on a site may have fallen asleep."""

_LIST_NAMES = {
    "home": "Beranda (home page)",
    "index": "Indeks (index)",
    "section": "Kanal (section)",
    "search": "Pencarian (search)",
    "tag": "Tag",
}
_NONE = "tidak ada (none)"


def report_lines(verdict: Verdict) -> Iterator[str]:
    """Yield the findings, a line each: Indonesian first, English in brackets."""
    found = verdict.findings
    yield f"Situs (site): {found.url}{_redirected(found)}"
    if found.name:
        yield f"Nama (name): {found.name}"
    if found.robots:
        yield f"robots.txt: {_robots(found.robots)}"
    for address in verdict.disallowed:
        yield f"robots.txt: melarang (disallows) {address}"
    if found.robots:  # the home page was read
        yield f"CMS: {_system(found)}"
    if found.rest:
        yield f"REST API: {_rest(found.rest)}"
    yield from (f"Umpan (feed): {_feed(one)}" for one in found.feeds if not one.why)
    yield from _in_vain("Umpan (feed)", found, found.feeds)
    yield from (f"Peta situs (sitemap): {_sitemap(one)}" for one in found.sitemaps if not one.why)
    yield from _in_vain("Peta situs (sitemap)", found, found.sitemaps)
    for kind, name in _LIST_NAMES.items():
        of_kind = [one for one in found.lists if one.kind == kind]
        yield from (f"{name}: {_list(one)}" for one in of_kind if not one.why)
        yield from _in_vain(name, found, of_kind)
    if found.archive:
        yield f"Arsip per hari (archive by day): {_archive(found.archive)}"
    if found.pattern:
        yield f"Alamat artikel (article addresses): {_pattern(found.pattern)}"
    yield from (f"Contoh (sample): {_sample(one)}" for one in found.samples)
    if found.newest:
        yield f"Artikel terbaru (newest article): {_age(found.newest)}"
    if verdict.regions.codes:
        yield f"Wilayah (regions): {_regions(verdict)}"
    yield from (f"Catatan (note): {note}" for note in verdict.notes)
    yield f"{verdict.requests} permintaan (requests), {verdict.seconds:g} detik (seconds)"


def _in_vain(name: str, found: Findings, asked: Sequence[Feed | Sitemap | LinkList]) -> Iterator[str]:
    """Yield one line for all that was asked in vain."""
    causes = [one.why.replace(found.url, "/") for one in asked if one.why]
    if causes:
        yield f"{name}: {_NONE if len(causes) == len(asked) else 'bukan (not)'}: {'; '.join(causes)}"


def _redirected(found: Findings) -> str:
    given = found.asked.rstrip("/")
    return "" if found.url.rstrip("/") == given else f" – dari (from) {found.asked}"


def _system(found: Findings) -> str:
    marks = ", ".join(found.system.marks)
    return f"{found.system.name} – {marks}" if found.system.name else "tidak dikenali (not recognised)"


def _robots(robots: Robots) -> str:
    said = ["mengizinkan kami (allows us)"]
    if robots.delay:
        said.append(f"Crawl-delay {robots.delay:g} detik (seconds)")
    if robots.barred_agents:
        said.append(f"melarang perayap AI (bars crawlers of AI): {', '.join(robots.barred_agents)}")
    if robots.sitemaps:
        said.append(f"{len(robots.sitemaps)} peta situs (sitemaps)")
    return ", ".join(said)


def _rest(rest: Rest) -> str:
    if not rest.address:
        return f"tertutup atau tidak ada (closed or none): {rest.why}"
    total = f"{rest.total} artikel (articles), " if rest.total is not None else ""
    return f"terbuka (open), {total}{rest.whole} dari (of) {rest.posts} utuh (whole) – {rest.address}"


def _feed(feed: Feed) -> str:
    whole = "utuh (whole)" if feed.brings_whole_articles else "cuplikan (excerpts)"
    back = ", berhalaman (goes back page by page)" if feed.goes_back else ""
    return f"{feed.entries} artikel (articles), {whole}{back}{_newest(feed.newest)} – {feed.address}"


def _sitemap(sitemap: Sitemap) -> str:
    said = [f"{sitemap.articles} artikel (articles)"]
    if sitemap.parts > 1:
        said.append(f"di bagian terbaru dari {sitemap.parts} (in the newest part of {sitemap.parts})")
    if sitemap.others:
        said.append(f"{sitemap.others} alamat lain (other addresses)")
    said.append(f"{sitemap.dated} bertanggal (dated)" if sitemap.dated else "tanpa lastmod (without lastmod)")
    if sitemap.titled:
        said.append(f"{sitemap.titled} berjudul (titled, a news sitemap)")
    return f"{', '.join(said)}{_newest(sitemap.newest)} – {sitemap.address}"


def _list(one: LinkList) -> str:
    following = ", berlanjut (goes on)" if one.next_page else ""
    about = f"{one.about_officials} soal pejabat (about officials)"
    return f"{one.articles} artikel (articles), {about}{following} – {one.address}"


def _archive(archive: Archive) -> str:
    return f"{archive.articles} artikel pada (articles on) {archive.day} – {archive.template}"


def _pattern(pattern: AddressPattern) -> str:
    tested = (
        f"cocok dengan {pattern.matched} dari {pattern.articles} artikel dan {pattern.wrongly} dari {pattern.others} "
        f"halaman lain (matches these of the articles and of the other pages)"
    )
    return f"{pattern.expression or 'tanpa pola yang pasti (no sure pattern)'} – {tested}"


def _sample(sample: Sample) -> str:
    if sample.problem:
        return f"gagal (failed): {sample.problem} – {sample.url}"
    if sample.published is None:
        time = "waktu dari daftar (time from the listing)"
    elif sample.precision == "day":
        time = f"{sample.published:%Y-%m-%d} (hari saja, day only)"
    else:
        time = sample.published.isoformat(timespec="minutes")
    return f"{sample.title!r}, {time}, {sample.text_length} huruf (characters) – {sample.url}"


def _newest(moment: datetime | None) -> str:
    return f", terbaru (newest) {moment:%Y-%m-%d}" if moment else ""


def _age(moment: datetime) -> str:
    days = (datetime.now(UTC) - moment).days
    asleep = "; situs mungkin tidak aktif lagi (the site may be asleep)" if days > _ASLEEP_AFTER else ""
    return f"{moment:%Y-%m-%d %H:%M %z}, {days} hari lalu (days ago){asleep}"


def _regions(verdict: Verdict) -> str:
    named = ", ".join(f"{code} {region_name(code)}" for code in verdict.regions.codes)
    return f"{named} – {verdict.regions.told_by}"
