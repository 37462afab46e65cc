"""Many portals in one process, each with a delay of its own: all are busy at once, none is asked faster than its rule.

What the crawl takes of the processor is compared with the time that the slowest site's own delays take: where it is
less, it is the sites' pauses that a crawl waits for, not the machine. How long it really took depends on what else the
machine does, and is told.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SITES, ARTICLES = 200, 12
DELAYS = (1.0, 1.5, 2.0, 3.0, 4.0)
REQUESTS = ARTICLES + 2
"""An article each, the sitemap and robots.txt."""

MOST_OF_THE_SLOWEST = 1.0
CRAWL = """
import json, resource, sys, time
from pathlib import Path
from crawler.registry import load_registry
from crawler.run import crawl_portals
from db.store import open_store
started = time.monotonic()
with open_store(sys.argv[2]) as store:
    outcomes = crawl_portals(list(load_registry(Path(sys.argv[1])).values()), store, take_all=True)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "wall": time.monotonic() - started,
    "processor": usage.ru_utime + usage.ru_stime,
    "megabytes": usage.ru_maxrss / 1024,
    "failures": [str(outcome) for outcome in outcomes if outcome.failure or outcome.failed],
}))
"""


def registry_of(ports: list[int]) -> str:
    return "".join(
        f'["situs-{number}"]\nname = "Situs {number}"\nurl = "http://127.0.0.1:{port}/"\nplatform = "sitemap"\n'
        f'regions = ["32.75"]\nloopback = true\ndelay = {DELAYS[number % len(DELAYS)]}\n'
        for number, port in enumerate(ports)
    )


def test_one_process_keeps_two_hundred_portals_busy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    registry, store = tmp_path / "portals.toml", tmp_path / "store.db"
    command = [sys.executable, str(ROOT / "bench" / "many_sites.py"), str(SITES), str(ARTICLES)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        registry.write_text(registry_of(json.loads(server.stdout.readline())), encoding="utf-8")
        crawl = [sys.executable, "-c", CRAWL, str(registry), f"sqlite:///{store}"]
        done = subprocess.run(crawl, capture_output=True, text=True, check=False, cwd=ROOT)
        server.stdin.write("\n")
        server.stdin.flush()
        moments: list[list[float]] = json.loads(server.stdout.readline())
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    with sqlite3.connect(store) as database:
        assert database.execute("SELECT count(*) FROM article").fetchone() == (SITES * ARTICLES,)
    assert told["failures"] == []
    slowest = max(DELAYS) * (REQUESTS - 1)
    asked_at_once = _busy_at_once(moments)
    least_gaps = [
        min(later - earlier for earlier, later in pairwise(asked)) / DELAYS[number % len(DELAYS)]
        for number, asked in enumerate(moments)
    ]
    with capsys.disabled():
        print(
            f"\n{SITES} portals: {told['wall']:.0f} s, the slowest alone at least {slowest:.0f} s; "
            f"{told['processor']:.0f} s of the processor, {told['megabytes']:.0f} MB; "
            f"{asked_at_once} busy at once; the least pause is {min(least_gaps):.3f} of its delay"
        )
    assert [len(asked) for asked in moments] == [REQUESTS] * SITES
    assert min(least_gaps) >= 1.0
    assert asked_at_once == SITES
    assert told["processor"] <= MOST_OF_THE_SLOWEST * slowest


def _busy_at_once(moments: list[list[float]]) -> int:
    """Return how many sites were between their first request and their last at the same moment, at the most."""
    turns = sorted([(asked[0], 1) for asked in moments] + [(asked[-1], -1) for asked in moments])
    busy = most = 0
    for _, turn in turns:
        busy += turn
        most = max(most, busy)
    return most
