"""Values of events as people write them: region codes, levels, kinds; what is none is told with what would be."""

from __future__ import annotations

import re
from typing import get_args

from extract.events import Kind, Status
from extract.region_table import regions

KINDS: tuple[str, ...] = get_args(Kind)
STATUSES: tuple[str, ...] = get_args(Status)

_ESELON = re.compile(r"(IV|V|I{1,3})(?:\.?([AB]))?", re.IGNORECASE)
_BARE_CODE = re.compile(r"\d{4}")


def region_code(written: str) -> str:
    """Return the Kemendagri code that was written; raises ValueError with what to write instead."""
    code = written.strip()
    if code in regions():
        return code
    if _BARE_CODE.fullmatch(code) and f"{code[:2]}.{code[2:]}" in regions():
        dotted = f"{code[:2]}.{code[2:]}"
        name = regions()[dotted].full_name
        raise ValueError(f"write Kemendagri's code with its dot: {dotted} is {name} (BPS numbers otherwise)")
    wanted = code.casefold()
    named = [region for region in regions().values() if wanted and wanted in region.full_name.casefold()]
    if named:
        shown = ", ".join(f"{region.code} {region.full_name}" for region in named[:6])
        raise ValueError(f"write the Kemendagri code: {shown}{' ...' if len(named) > 6 else ''}")
    raise ValueError("Kemendagri has no such code; write 32 for a province, 32.75 for a kabupaten or kota")


def one_of(name: str, written: str, values: tuple[str, ...]) -> str:
    """Return the value of `values` that was written; raises ValueError naming them."""
    value = written.strip().lower()
    if value not in values:
        raise ValueError(f"no such {name}; one of {', '.join(values)}")
    return value


def eselon_level(written: str) -> str:
    """Return the level as it is stored (`iib` → `II.b`); raises ValueError for what is none."""
    match = _ESELON.fullmatch(written.strip())
    if match is None:
        raise ValueError("no such level; I, II, III, IV or V, with .a or .b where wanted")
    level, letter = match.groups()
    return level.upper() + (f".{letter.lower()}" if letter else "")
