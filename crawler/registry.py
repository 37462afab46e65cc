"""The registry of portals: one TOML table a portal, a file a province, checked as it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal, Self, get_args

import rtoml
from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from crawler.selectors import DatedSelectors, explained_selectors, not_twice_a_day
from crawler.site import Site

Platform = Literal["wordpress", "feed", "sitemap", "listing", "archive"]
"""The publishing platforms that a spider exists for; the spider has the same name."""

RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{2}(\.\d{2})?$")]

Guessable = Literal[
    "name", "url", "platform", "regions", "timezone", "feed", "sitemap", "listings", "archive", "article"
]
"""The keys of a portal that may be guesses."""

MINIMUM_DELAY = 1.0
"""Seconds between two requests to somebody else's site, at the least."""


class RegistryError(ValueError):
    """A registry cannot be used; the message names the file, the portal and the key, and what is allowed there."""


class Portal(Site):
    """One news portal, as the registry describes it.

    `id` is the name of its table, `url` its home page, `regions` the Kemendagri codes of what it reports on with its
    home first, `delay` the seconds between two requests where the site needs more than MINIMUM_DELAY. `loopback`
    permits a portal on this machine (127.x, localhost), which may then be asked faster. `guessed` names the keys that
    nobody has verified yet, `evidence` tells where the portal was seen; the bundled ones all have some.

    Where the platform's usual places do not hold: `feed` and `sitemap` are addresses, `listings` pages of links (a
    section, a tag, a search), `archive` an address with `{year}`, `{month}`, `{day}` and perhaps `{page}`, `article` a
    regular expression that the addresses of articles match and others do not. `selectors` are tables of CSS selectors
    for article pages that are not read right without, each with the day `since` which it holds.
    """

    name: Annotated[str, StringConstraints(min_length=1)]
    platform: Platform
    regions: Annotated[tuple[RegionCode, ...], Field(min_length=1)]
    delay: Annotated[float, Field(ge=0, le=300)] | None = None
    feed: str | None = None
    sitemap: str | None = None
    listings: tuple[str, ...] = ()
    archive: str | None = None
    selectors: Annotated[tuple[DatedSelectors, ...], AfterValidator(not_twice_a_day)] = ()
    guessed: tuple[Guessable, ...] = ()
    evidence: tuple[Annotated[str, StringConstraints(min_length=1)], ...] = ()

    @model_validator(mode="after")
    def _listed_on_its_own_site(self) -> Self:
        addresses = [("feed", self.feed), ("sitemap", self.sitemap), ("archive", self.archive)]
        for key, value in (*addresses, *(("listings", page) for page in self.listings)):
            if value is not None and not self.owns(value):
                raise ValueError(f"{key}: {value} is not on {self.netloc}")
        if self.platform == "archive":
            names = {name for _, name, _, _ in Formatter().parse(self.archive or "") if name is not None}
            if not {"year", "month", "day"} <= names <= {"year", "month", "day", "page"}:
                raise ValueError("archive: expected an address with {year}, {month}, {day} and perhaps {page}")
        return self

    @model_validator(mode="after")
    def _no_faster_than_is_polite(self) -> Self:
        if self.delay is not None and self.delay < MINIMUM_DELAY and not self.loopback:
            raise ValueError(
                f"delay: {self.delay:g} s is less than {MINIMUM_DELAY:g} s, which only a loopback portal may have"
            )
        return self

    @property
    def home_region(self) -> str:
        """The code of the region where the portal is at home."""
        return self.regions[0]

    def covers(self, code: str) -> bool:
        """Tell whether the portal reports on the region `code` or on a part of it (`32` has `32.75`)."""
        return any(region == code or region.startswith(f"{code}.") for region in self.regions)


def load_registry(path: Path | None = None) -> dict[str, Portal]:
    """Return the portals by id, in order of file and table: of `path` (a TOML file or a folder), else the bundled ones.

    Raises RegistryError, naming file, portal and key.
    """
    if path is None:
        return bundled_registry()
    if not path.exists():
        raise RegistryError(f"{path}: no such file or folder")
    sources = [path] if path.is_file() else _toml_files(path.iterdir(), str(path))
    return _load({str(source): source for source in sources})


def registry_with(own: Path) -> tuple[dict[str, Portal], tuple[str, ...]]:
    """Return the bundled portals and those of the file `own`, and the ids of the bundled ones that it replaces.

    An own entry replaces the bundled one of its site, or of its id. Raises RegistryError as `load_registry`.
    """
    added = load_registry(own)
    homes = {portal.home for portal in added.values()}
    bundled = bundled_registry()
    replaced = tuple(name for name, portal in bundled.items() if name in added or portal.home in homes)
    return {name: portal for name, portal in bundled.items() if name not in replaced} | added, replaced


@cache
def bundled_registry() -> dict[str, Portal]:
    """Return the portals that come with the crawler (crawler/portals/*.toml)."""
    folder = files("crawler") / "portals"
    return _load({source.name: source for source in _toml_files(folder.iterdir(), str(folder))})


def select_portals(registry: dict[str, Portal], ids: Iterable[str] = (), region: str | None = None) -> list[Portal]:
    """Return the portals of `registry` that `ids` name (all without any) and that cover `region`.

    Raises RegistryError for a name that is not registered, and where nothing is left.
    """
    wanted = list(dict.fromkeys(ids))
    unknown = [name for name in wanted if name not in registry]
    if unknown:
        raise RegistryError(f"no portal {unknown[0]} in the registry; it has {_some(list(registry))}")
    portals = [registry[name] for name in wanted] if wanted else list(registry.values())
    if region is not None:
        portals = [portal for portal in portals if portal.covers(region)]
    if not portals:
        where = f" for the region {region}; a Kemendagri code is like 32 or 32.75" if region else ""
        raise RegistryError(f"no portal in the registry{where}")
    return portals


def _toml_files(entries: Iterable[Traversable], folder: str) -> list[Traversable]:
    found = sorted((entry for entry in entries if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    if not found:
        raise RegistryError(f"{folder}: no .toml file in this folder")
    return found


def _load(sources: Mapping[str, Traversable]) -> dict[str, Portal]:
    portals: dict[str, Portal] = {}
    origin: dict[str, str] = {}
    homes: dict[tuple[str, int | None], str] = {}
    for file, source in sources.items():
        for portal in _portals_of(file, source):
            if portal.id in portals:
                raise RegistryError(f"{file}: {portal.id}: is in {origin[portal.id]} already")
            if portal.home in homes:
                raise RegistryError(
                    f"{file}: {portal.id}: url: the same site as {homes[portal.home]}; one portal a site"
                )
            portals[portal.id], origin[portal.id], homes[portal.home] = portal, file, portal.id
    return portals


def _portals_of(file: str, source: Traversable) -> list[Portal]:
    try:
        tables = rtoml.loads(source.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RegistryError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RegistryError(f"{file}: not UTF-8 (byte {error.start + 1})") from error
    except rtoml.TomlParsingError as error:
        raise RegistryError(f"{file}: not TOML: {error}") from error
    if not tables:
        raise RegistryError(f'{file}: no portal in it; a portal is a table like ["radarbekasi.id"]')
    return [_portal(file, name, table) for name, table in tables.items()]


def _portal(file: str, name: str, table: object) -> Portal:
    if not isinstance(table, dict):
        raise RegistryError(f'{file}: {name}: outside any portal; a portal is a table like ["radarbekasi.id"]')
    if "id" in table:
        raise RegistryError(f"{file}: {name}: id: unknown key; the name of the table is the portal's id")
    try:
        return Portal.model_validate({"id": name, **table})
    except ValidationError as error:
        raise RegistryError("; ".join(f"{file}: {name}: {_explained(one)}" for one in error.errors())) from error


def _explained(error: ErrorDetails) -> str:
    key = str(error["loc"][0]) if error["loc"] else ""
    if key == "selectors":
        return explained_selectors(error)
    match error["type"]:
        case "extra_forbidden" if isinstance(error["input"], dict):
            return f'{key}: a table in a table; an id with a dot is quoted, like ["radarbekasi.id"]'
        case "extra_forbidden":
            return f"{key}: unknown key; allowed are {', '.join(sorted(set(Portal.model_fields) - {'id'}))}"
        case "missing":
            return f"{key}: missing"
        case "literal_error" if key == "platform":
            return f"platform: {error['input']!r} is none; allowed are {', '.join(get_args(Platform))}"
        case "string_pattern_mismatch" | "string_type" if key == "regions":
            return f'regions: {error["input"]!r} is no Kemendagri code; expected text like "32" or "32.75"'
        case "string_pattern_mismatch" if key == "id":
            return "the name of a portal has lower-case letters, digits, dots, colons and hyphens only"
        case "value_error":
            message = str(error["ctx"]["error"])
            return f"{key}: {message}" if key else message
        case _:
            return f"{key}: {error['msg'][0].lower()}{error['msg'][1:]}, not {error['input']!r}"


def _some(names: list[str], most: int = 10) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest
