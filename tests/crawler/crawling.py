"""Helpers of the tests: crawls in a process of their own, and what the store has afterwards."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fake_wordpress import Site, registry_of

CRAWL = """
import dataclasses, json, sys
from datetime import date
from pathlib import Path
from crawler.registry import load_registry
from crawler.run import crawl_portals
from db.store import open_store
options = json.loads(sys.argv[3])
for name in {"since", "until"} & set(options):
    options[name] = date.fromisoformat(options[name])
with open_store(sys.argv[2]) as store:
    outcomes = crawl_portals(list(load_registry(Path(sys.argv[1])).values()), store, **options)
words = [{"channel": one.channel, "detours": one.detours} for one in outcomes]
print(json.dumps([dataclasses.asdict(one) | told for one, told in zip(outcomes, words, strict=True)], default=str))
"""

Outcome = dict[str, Any]


@dataclass
class Workshop:
    """A folder with a store, into which sites are crawled."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "store.db"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.store}"

    def command(self, sites: Sequence[Site], **options: Any) -> list[str]:
        """Return the command that crawls the sites; `options` are those of `crawl_portals`."""
        registry = self.folder / "portals.toml"
        registry.write_text(registry_of(list(sites)), encoding="utf-8")
        return [sys.executable, "-c", CRAWL, str(registry), self.url, json.dumps(options)]

    def crawl(self, sites: Sequence[Site], **options: Any) -> dict[str, Outcome]:
        """Crawl the sites and return what came of each; what they were asked before is forgotten."""
        for site in sites:
            site.asked.clear()
        done = subprocess.run(self.command(sites, **options), capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return {outcome["portal"]: outcome for outcome in json.loads(done.stdout)}

    def rows(self, query: str, *values: object) -> list[dict[str, Any]]:
        """Return the rows of the store that a query finds."""
        with sqlite3.connect(self.store) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query, values)]

    def articles(self, name: str) -> list[dict[str, Any]]:
        """Return the stored articles of one portal, oldest first."""
        return self.rows(
            "SELECT article.* FROM article JOIN portal ON portal.id = portal_id WHERE portal.name = ? "
            "ORDER BY published_at, article.url",
            name,
        )
