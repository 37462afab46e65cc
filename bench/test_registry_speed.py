"""What loading the bundled registry costs, checks included, beside what `tomllib` takes to parse the same files."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from statistics import median

from measuring import rounds

from crawler.registry import bundled_registry

ROUNDS = 30
MOST_MILLISECONDS = 50
MOST_BESIDE_TOMLLIB = 2.0


def test_bundled_registry_is_loaded_in_an_instant() -> None:
    texts = [file.read_text(encoding="utf-8") for file in (files("crawler") / "portals").iterdir()]
    loading, parsing = rounds(
        bundled_registry.__wrapped__, lambda: [tomllib.loads(text) for text in texts], times=ROUNDS
    )
    milliseconds = median(loading) * 1000
    ratio = median(took / parsed for took, parsed in zip(loading, parsing, strict=True))
    print(f"\n{len(bundled_registry())} portals: {milliseconds:.1f} ms, {ratio:.2f} of what tomllib takes")
    assert milliseconds < MOST_MILLISECONDS
    assert ratio <= MOST_BESIDE_TOMLLIB
