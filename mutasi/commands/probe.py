"""`mutasi probe`: looks at a site that is to be crawled, and writes its registry entry."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from crawler.probing.asking import MOST_REQUESTS, Watcher
from crawler.probing.findings import Regions, Verdict
from crawler.probing.homes import given_homes, portal_id
from crawler.probing.spider import probe_site
from crawler.registry import Portal, RegistryError
from crawler.registry_writing import entry_text, file_for, with_entry
from crawler.site import Site
from extract.region_table import regions
from mutasi.errors import Failure, UsageFailure
from mutasi.output import whole_output
from mutasi.portal_options import OWN_REGISTRY, Portals, registered_portals
from mutasi.probe_report import report_lines
from mutasi.screen import progress_bar


def probe(
    url: Annotated[str, typer.Argument(metavar="URL", help="The site: an address of its home page, or its host.")],
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region", metavar="CODE", help="A region that it reports on (32, 32.75), its home first; repeatable."
        ),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Add the entry to the registry.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="With --write: in place of the entry that the site has already.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The findings as JSON, for programs.")] = False,
    portals: Portals = None,
) -> None:
    """Find how a site publishes, and print its registry entry; --write adds it."""
    homes = _homes(url)
    codes = _known_regions(region or ())
    registered = _registered(portals, may_be_new=write)
    known = _of_site(registered, homes[0])
    if write and known and not replace:
        raise _registered_already(url, known)
    with _progress() as watch:
        verdict = probe_site(homes, url, _given(codes, known), watch=watch)
    name = known.id if known else portal_id(verdict.findings.url)
    if as_json:
        sys.stdout.write(json.dumps(_facts(verdict, name), ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in report_lines(verdict)))
    if verdict.obstacle:
        raise Failure(f"{url}: tidak dapat dirayapi (cannot be crawled): {verdict.obstacle}")
    if not as_json:
        sys.stdout.write(_told_entry(verdict, name, known))
    if write:
        file = _written(verdict, name, known, portals)
        sys.stderr.write(f"mutasi: {name} ditulis ke (written to) {file}\n")
        given = ["--portals", str(portals)] if portals else []
        sys.stderr.write(f"Selanjutnya (next): {shlex.join(['mutasi', 'crawl', name, *given])}\n")


def _homes(url: str) -> list[Site]:
    try:
        return given_homes(url)
    except ValueError as error:  # pydantic's as well: an address inside the network
        told = _first_line(error)
        raise UsageFailure(told if repr(url) in told else f"{url}: {told}") from error


def _first_line(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(str(one["msg"]).removeprefix("Value error, ") for one in error.errors())
    return str(error)


def _known_regions(codes: Sequence[str]) -> list[str]:
    for code in codes:
        if code not in regions():
            raise UsageFailure(
                f"--region {code}: no Kemendagri code of a province, kabupaten or kota, like 32 or 32.75"
            )
    return list(dict.fromkeys(codes))


def _given(codes: Sequence[str], known: Portal | None) -> Regions | None:
    """Return the regions that need no inference: those of --region, else those of the site's entry."""
    if codes:
        return Regions(tuple(codes), "--region", are_guessed=False)
    return Regions(known.regions, "registri (registry)", "regions" in known.guessed) if known else None


def _registered(portals: Path | None, *, may_be_new: bool) -> dict[str, Portal]:
    if may_be_new and portals is not None and not portals.exists():
        return {}
    try:
        return registered_portals(portals)
    except RegistryError as error:
        raise UsageFailure(str(error)) from error


def _of_site(registered: Mapping[str, Portal], site: Site) -> Portal | None:
    return next((portal for portal in registered.values() if portal.home == site.home), None)


def _registered_already(url: str, known: Portal) -> UsageFailure:
    return UsageFailure(
        f"{url}: sudah terdaftar (registered already) as {known.id}; --replace puts a new entry in its place"
    )


@contextmanager
def _progress() -> Iterator[Watcher]:
    """Give a watcher that shows what is asked for, on a terminal; elsewhere it shows nothing."""
    with progress_bar(Console(stderr=True)) as progress:
        task = progress.add_task("Memeriksa (probing)", total=MOST_REQUESTS)

        def watch(address: str, asked: int) -> None:
            shown = urlsplit(address)._replace(scheme="", netloc="").geturl()
            progress.update(task, completed=asked, description=f"Memeriksa (probing) {escape(shown[:40])}")

        yield watch


def _facts(verdict: Verdict, name: str) -> dict[str, object]:
    """Return what a program may want of a probe."""
    entry = {"id": name, **verdict.keys} if verdict.keys else None
    return {
        **{key: value for key, value in asdict(verdict).items() if key not in ("keys", "portal")},
        "entry": entry,
        "toml": entry_text(name, verdict.keys) if entry else None,
    }


def _told_entry(verdict: Verdict, name: str, known: Portal | None) -> str:
    lines = [f"Cara (platform): {verdict.keys['platform']} – {verdict.because}"]
    if known:
        lines.append(f"Sudah terdaftar (registered already): {known.id}, platform {known.platform}")
    if verdict.portal is None:
        lines.append(
            "Wilayah (regions): tidak dapat disimpulkan; sebutkan dengan (not inferred; name them with) --region KODE, "
            "misalnya (like) --region 32.75"
        )
    return "\n".join([*lines, "", entry_text(name, verdict.keys)])


def _written(verdict: Verdict, name: str, known: Portal | None, portals: Path | None) -> Path:
    """Write the entry into the registry; raises UsageFailure where it has no region or is there as it is."""
    if verdict.portal is None:
        raise UsageFailure(
            "no region could be inferred, and an entry needs one: add --region CODE, like --region 32.75"
        )
    if known and _compared(known) == _compared(verdict.portal):
        raise UsageFailure(f"{known.id}: sudah terdaftar persis begini (is registered just so); nothing was written")
    file = file_for(portals or Path(OWN_REGISTRY), name, verdict.portal.home_region)
    try:
        text = with_entry(file.read_text(encoding="utf-8-sig") if file.exists() else "", name, verdict.keys)
    except RegistryError as error:
        raise UsageFailure(f"{file}: {error}") from error
    with whole_output(str(file)) as out:
        out.write(text)
    return file


def _compared(portal: Portal) -> dict[str, object]:
    return portal.model_dump(exclude={"id", "evidence"})
