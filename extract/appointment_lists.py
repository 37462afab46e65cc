"""Finds the lists and tables in which articles print who was moved: one item a line, or one cell a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.appointment_tables import columns_of

_ITEM = re.compile(r" {0,8}(?:\d{1,3} ?[.):-]? {0,3}(?=[A-Z(]|(?:dr|drg|drh|apt|ns|drs|dra)\.)|[-*•·▪>] ?|[a-z][.)] )")
_BULLET = re.compile(r" {0,8}(?:[-*•·▪]|\d{1,3}[.)])[ \t]{0,8}$")
_ROW = re.compile(r"[^|\n]{3,80} \| [^|\n]{3,120}(?: \| [^|\n]{3,120}){0,3}$")
_INLINE_ITEM = re.compile(r"(\d{1,3})[.)] {0,2}[A-Z]")
_NUMBER_BEFORE = re.compile(r"(?:^|[\s:;.])(\d{1,3})[.)]\s+$")
_PAIRS = (
    re.compile(r"[^:\n]{3,90}: [^:\n]{3,120}(?<![.:!?\"'])$"),
    re.compile(r"[^():\n]{3,60} \([^()\n]{3,90}\)[;,.]?$"),
    re.compile(r"[^-:\n]{3,60} - [^-:\n]{3,90}(?<![.:!?\"'])$"),
)
_LABEL = re.compile(
    r" {0,8}[-*•]? ?(?:jabatan(?: (?:lama|baru|semula|sebelumnya|asal))?|nip|pangkat|semula|menjadi) ?:"
)
_CLOSES_SENTENCE = frozenset(".!?\"'")
_HEADER = re.compile(
    r"[ |\t]*(?:(?:no(?:mor)?\.?|nama(?: pejabat)?|nip|pangkat|gol(?:ongan)?|unit kerja|lama|baru|semula|menjadi"
    r"|jabatan(?: (?:lama|baru|semula|sebelumnya|asal))?)[ |\t/,;-]*){2,6}$"
)
_CELL = re.compile(
    r"[ \t]*(?:no(?:mor)?\.?|nama(?: pejabat)?|jabatan(?: (?:lama|baru|semula|sebelumnya|asal))?|keterangan)[ \t]*$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item or table row [start, end).

    `columns` are what the columns of its table hold, where the header parts them; `new_first` tells of a header that
    does not that it puts the new post before the old.
    """

    start: int
    end: int
    new_first: bool = False
    columns: tuple[str, ...] = ()


def find_items(text: str, lower: str) -> list[Item]:
    """Return the list items and table rows of the folded `text`, in order."""
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start and not text[start:end].isspace():
            lines.append((start, end))
        start = end + 1
    items: list[Item] = []
    new_first = False
    index = 0
    while index < len(lines):
        start, end = lines[index]
        if text[end - 1] in _CLOSES_SENTENCE and text[start].isupper():
            index += 1
            continue
        line = lower[start:end]
        if _BULLET.match(line) and index + 1 < len(lines):  # the mark of an item stands on a line of its own
            items.append(Item(*lines[index + 1]))
            index += 2
            continue
        if items and _LABEL.match(line) and items[-1].end == lines[index - 1][1]:
            items[-1] = replace(items[-1], end=end)
            index += 1
            continue
        if len(line) < 100 and _HEADER.match(line):
            new_first = _new_first(line)
            rows, index = _rows(text, lines, index + 1, Item(0, 0, new_first, columns_of(line)))
            items.extend(rows)
            continue
        if _CELL.match(line):
            cells = index
            while cells < len(lines) and _CELL.match(lower[lines[cells][0] : lines[cells][1]]):
                cells += 1
            width = cells - index
            if width >= 2:
                header = lower[lines[index][0] : lines[cells - 1][1]]
                row = Item(0, 0, _new_first(header), columns_of(header))
                rows, index = _cell_rows(text, lines, cells, width, row)
                items.extend(rows)
                continue
        if _ITEM.match(text[start:end]) or _ROW.match(line) or _is_pair(lower, lines, index):
            items.append(Item(start, end))
        index += 1
    return items


def _is_pair(lower: str, lines: list[tuple[int, int]], index: int) -> bool:
    """Tell a line `Jabatan: Nama`, `Nama (Jabatan)` or `Nama - Jabatan` that stands beside another of the kind."""
    pair = next((pattern for pattern in _PAIRS if pattern.match(lower, *lines[index]) is not None), None)
    if pair is None:
        return False
    beside = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return any(pair.match(lower, start, end) is not None for start, end in beside)


def _new_first(header: str) -> bool:
    old = re.search(r"lama|semula|sebelumnya|asal", header)
    new = re.search(r"baru|menjadi", header)
    return old is not None and new is not None and new.start() < old.start()


def _rows(text: str, lines: list[tuple[int, int]], index: int, row: Item) -> tuple[list[Item], int]:
    """Return the rows under a header: lines that begin with a number or a capital and close with no full stop."""
    rows: list[Item] = []
    while index < len(lines):
        start, end = lines[index]
        line = text[start:end].strip()
        if len(line) > 220 or (line.endswith((".", '"', ":")) and not _ITEM.match(line)):
            break
        rows.append(replace(row, start=start, end=end))
        index += 1
    return rows, index


def _cell_rows(text: str, lines: list[tuple[int, int]], index: int, width: int, row: Item) -> tuple[list[Item], int]:
    """Return the rows of a table that lost its columns: `width` lines a row, as many as its header has."""
    rows: list[Item] = []
    while index + width <= len(lines):
        cells = [text[start:end].strip() for start, end in lines[index : index + width]]
        if any(len(cell) > 120 or cell.endswith(('"', ":")) for cell in cells) or not cells[0]:
            break
        rows.append(replace(row, start=lines[index][0], end=lines[index + width - 1][1]))
        index += width
    return rows, index


def inline_number(text: str, start: int) -> int | None:
    """Return the number of the item, of a list printed in one paragraph, that begins at `start` or just before."""
    if not text[start].isdigit() and not text[max(0, start - 8) : start].rstrip(" \n.)")[-1:].isdigit():
        return None
    found = _INLINE_ITEM.match(text, start) or _NUMBER_BEFORE.search(text[max(0, start - 8) : start])
    return int(found.group(1)) if found is not None else None
