"""The names of months, as printed in full, cut short or misspelt."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from dateparser.date import DateDataParser

MONTH = (
    r"(?i:jan(?:uari)?|[fp]eb(?:r|r?uari)?|mar(?:et)?|mrt|apr(?:il)?|mei|juni?|juli?|ag(?:ustus|ust|u|st?|t)|sep(?:t|tember)?"
    r"|okt(?:ober)?|oct(?:ober)?|no[vp](?:ember)?|des(?:ember)?|dec(?:ember)?)(?![A-Za-z])(?:\.(?=\s?(?:19|20)\d\d))?"
)
MONTH_AT = re.compile(MONTH)
FULL_MONTH = re.compile(
    r"(?i:januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|no[vp]ember|desember)(?![A-Za-z])"
)
_MONTH_NAMES = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
)  # fmt: skip


@cache
def month_number(word: str) -> int | None:
    """Return the month (1-12) that a lower-case Indonesian or abbreviated name means, None where it means none.

    dateparser knows the official, the old and the short spellings (`nopember`, `pebruari`, `djuni`); what it lacks of
    the press's short forms is written out first, and a misspelt long name is taken for the nearest one.
    """
    known = {"ags": "agustus", "agst": "agustus", "agust": "agustus", "febr": "februari", "pebuari": "februari"}
    spelt = known.get(word, word)
    candidates = [spelt] if MONTH_AT.fullmatch(spelt) else []
    for candidate in [*candidates, *get_close_matches(spelt, _MONTH_NAMES, n=1, cutoff=0.75)]:
        parsed = _month_parser().get_date_data(f"1 {candidate} 2000").date_obj
        if parsed is not None:
            return parsed.month
    return None


@cache
def _month_parser() -> DateDataParser:
    return DateDataParser(languages=["id"], settings={"DATE_ORDER": "DMY"})
