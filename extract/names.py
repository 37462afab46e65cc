"""Names of persons in running Indonesian text, with the honorifics and degrees printed around them.

A name is found from where it may begin (`match_name`) or from where it ends (`match_name_before`), not by scanning:
the rooms that read posts and offices know where a name can stand. All functions take the folded text
(`extract.folding.fold`), give offsets into it and look at no more than one line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extract.name_table import name_table

_MOST_WORDS: Final = 8
_LOOK_BACK: Final = 160
_SHORTEST_IN_CAPITALS: Final = 4
_LONGEST_ABBREVIATION: Final = 8

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]|\d+|\n")
_PIECES = re.compile(r"[A-Za-z]{1,10}(?:(?:\. ?|-)[A-Za-z]{1,8}){0,4}")
_AFTER_DEGREE = re.compile(r"(?:\.?\((?:K|Hons?\.?|Cand\.?|C|HC)\)|-[A-Z]{2,6}\b)+")
_BETWEEN_DEGREES = re.compile(r"\.? ?[,.]{0,2} {0,2}")
_BRACKET = re.compile(
    r" ?\((?:(?:NIP|alm(?:arhum|h)?|L|P|Lk|Pr|laki-laki|perempuan|pria|wanita)\b|\d{2}(?= ?(?:\)|th\b|tahun)))"
    r"[^()\n]{0,40}\)",
    re.IGNORECASE,
)
_PERSONNEL_NUMBER = re.compile(r" ?,? ?NIP\.?:? ?\d[\d ]{7,24}\d")
_HONORIFIC_BRACKET = re.compile(r" ?\((?:H\.? ?C\.?|Cand\.?|C|Purn\.?|Ret\.?|P)\)\.?", re.IGNORECASE)
_LIST_SEPARATOR = re.compile(r" {0,2}(?:[,;] {0,2}(?:(?:dan|serta) )?(?:juga )?|(?:dan|serta|&) (?:juga )?)")
_DERIVED = re.compile(
    r"(?:me(?:ng|ny)\w{4,}|me[mn]\w{3,}(?:kan|i)|\w{4,}nya|pe(?:m|n|ng|ny|r|l)\w{3,}an|ke\w{5,}an|\w{4,}kan)$"
)
"""Regular derivations of verb and noun; no list of them is ever full (meng-, pe-…-an, ke-…-an, -kan, -nya)."""
_ONE_CASE = re.compile(r"[^\W\d_](?:[a-zà-ÿ]*(?:['-][^\W\d_][a-zà-ÿ]*)*)$")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]{1,5}(?:-[A-Ea-e])?$")


class NameMatch(NamedTuple):
    """A person's name in the text.

    `[start, end)` is the whole with honorifics, degrees and a bracket of age or number; `[name_start, name_end)` the
    bare name, which `name` gives as the article writes it.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str


def find_names_at(text: str, position: int) -> list[NameMatch]:
    """Return the names of the list that begins at `position` (`Sartono, M Zainuri, SH, dan Hadi Wasito`).

    Members are parted by commas, semicolons, `dan`, `serta`; the list ends before the first member that is no name.
    """
    names: list[NameMatch] = []
    match = match_name(text, position)
    while match is not None:
        names.append(match)
        separator = _LIST_SEPARATOR.match(text, match.end)
        match = match_name(text, separator.end()) if separator else None
    return names


def match_name(text: str, start: int) -> NameMatch | None:
    """Return the person's name that begins at `start`, blanks and honorifics skipped, or None where none does."""
    start = _skip_blanks(text, start)
    first = _skip_honorifics(text, start)
    body_end = _match_body(text, first, titled=first > start)
    if body_end is None or text[first:body_end] in name_table().degrees:
        return None
    end = _skip_bracket(text, _skip_degrees(text, body_end))
    return NameMatch(start, end, first, body_end, text[first:body_end])


def match_name_before(text: str, end: int, floor: int = 0) -> NameMatch | None:
    """Return the person's name that ends at `end`, its degrees included, trailing blanks and a comma skipped.

    The name does not begin before `floor`: the end of the office or region that stands in front of it.
    """
    while end > floor and text[end - 1] in " ,":
        end -= 1
    starts = _possible_starts(text, floor, end)
    reached = -1
    for start in starts:
        if start < reached:
            continue
        match = match_name(text, start)
        if match is None:
            continue
        if match.name_end <= end <= match.end + 1:
            return match
        reached = match.name_end
    return None


def begins_no_name(word: str) -> bool:
    """Tell whether no name can begin with `word`, in small letters: an ordinary word that is no honorific either."""
    return word in name_table().barred


def is_weak_name(word: str) -> bool:
    """Tell whether `word` is a given name that is an ordinary word too (`Wahid`, `Cahaya`)."""
    return word.lower() in name_table().weak


def strip_titles(printed: str) -> str:
    """Return a printed name without honorifics and degrees: `Drs. H. Asep Surya, M.Si` → `Asep Surya`.

    Titles go by word, never by letters: `Honorata` keeps her `Hon`. A name that is nothing but titles stays whole.
    """
    printed = " ".join(printed.split())
    start = _skip_honorifics(printed, 0)
    comma = printed.find(",", start)
    end = comma if comma >= 0 else len(printed)
    position = start
    while word := _WORD.search(printed, position, end):
        if word.start() > start and _match_degree(printed, word.start()) is not None:
            end = word.start()
            break
        position = word.end()
    return printed[start:end].strip(" ,;") or printed


def _skip_honorifics(text: str, start: int) -> int:
    """Return where the name begins after the honorifics, ranks and brackets at `start`."""
    table = name_table()
    position = start
    ranked = False
    while word := _WORD.match(text, position):
        small = word.group().lower()
        after = word.end()
        dot = text[after : after + 1] == "."
        known = small in table.honorifics or small in table.ranks or (dot and small in table.honorifics_with_dot)
        if not known and not (ranked and small in table.rank_branches):
            if dot and _glued_honorifics(text, position):
                position = _glued_honorifics(text, position)
                continue
            break
        if small == "h" and not word.group().isupper():
            known = dot
            if not known:
                break
        after += dot
        bracket = _HONORIFIC_BRACKET.match(text, after)
        if bracket:
            after = bracket.end()
        blank = _skip_blanks(text, after)
        if blank == after and not dot:
            break
        if not _WORD.match(text, blank):
            break
        ranked = ranked or small in table.ranks
        position = blank
    return position


_GLUED = re.compile(r"K\.H\.(?:R\.)? {0,2}|T\.G\.H\. {0,2}")


def _glued_honorifics(text: str, position: int) -> int:
    """Return the end of an honorific of dotted letters (`K.H.`) at `position`, 0 where there is none."""
    glued = _GLUED.match(text, position)
    return glued.end() if glued else 0


def _match_body(text: str, start: int, *, titled: bool) -> int | None:
    """Return the end of the bare name at `start`; None where no name begins there.

    `titled` tells that an honorific stands before: then one weak word is name enough.
    """
    table = name_table()
    position, end = start, start
    words = 0
    first_word = previous = ""
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, position)
        if word is None:
            break
        printed, after = word.group(), word.end()
        small = printed.lower()
        first = end == start
        if printed[0].islower():
            if first or small not in table.particles or not _capital_follows(text, after):
                break
            position, previous = after + 1, small
            continue
        if not first and (small in table.titles_never_inside or _is_degree_at(text, position, printed)):
            break
        if len(printed) == 1:
            known = _is_initial(text, printed, after, previous, first=first)
            dotted = text[after : after + 1] == "."
        else:
            known = _is_name_word(text, printed, small, after, first=first, capitals=_in_capitals(first_word))
            dotted = _is_abbreviated(text, small, after)
        if not known:
            break
        words += 1
        if len(printed) > 1:
            first_word = first_word or printed
        end = position = after + dotted
        previous = small
        if text[end : end + 1] == " ":
            position = _skip_blanks(text, end)
        elif not dotted:
            break
    if not words or not first_word or (words == 1 and not titled and not _is_name_alone(first_word)):
        return None
    return end


def _skip_blanks(text: str, position: int) -> int:
    while text[position : position + 1] == " ":
        position += 1
    return position


def _in_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _is_abbreviated(text: str, small: str, after: int) -> bool:
    """Tell whether the dot after a name's word (`Moh.`) is its own and not the sentence's."""
    return text[after : after + 1] == "." and small in name_table().abbreviations and _capital_follows(text, after + 1)


def _is_name_alone(word: str) -> bool:
    """Tell whether one word without honorific is a name: no ordinary word, and pronounceable."""
    table = name_table()
    small = word.lower()
    if small in table.weak or small in table.calendar or (word.isupper() and len(word) < _SHORTEST_IN_CAPITALS):
        return False
    if word.isupper() and len(word) < _LONGEST_ABBREVIATION and len(_VOWEL.findall(word)) < 2:
        return False  # DPKKA: the abbreviation of a unit
    return _VOWEL.search(word) is not None


def _is_initial(text: str, letter: str, after: int, previous: str, *, first: bool) -> bool:
    table = name_table()
    if text[after : after + 1] == ".":
        return _capital_follows(text, after + 1) or not first
    if first and letter == "I":
        following = _WORD.match(text, after + 1)
        return following is not None and following.group().lower() in table.after_balinese_article
    if letter in "IVX":
        return previous in table.before_roman_number
    return _capital_follows(text, after) or not first


def _is_name_word(text: str, printed: str, small: str, after: int, *, first: bool, capitals: bool) -> bool:
    """Tell whether a capitalised word of two letters or more can stand in the name at this place."""
    table = name_table()
    if small in table.never or _DERIVED.match(small):
        return False
    if first and small in table.inside:
        return False
    if printed.isupper():
        if small in table.acronyms or _ROMAN.match(printed):
            return False
        if not first and not capitals and len(printed) > 3:
            return False
    elif capitals or not _ONE_CASE.match(printed):
        return False
    if small in table.calendar:
        return _capital_follows(text, after) and _name_follows(text, after + 1)
    return True


def _name_follows(text: str, position: int) -> bool:
    word = _WORD.match(text, position)
    if word is None or word.group()[0].islower():
        return False
    small = word.group().lower()
    table = name_table()
    return not (small in table.never or small in table.calendar or small in table.inside or _DERIVED.match(small))


def _capital_follows(text: str, position: int) -> bool:
    """Tell whether a capital letter stands at `position`, one or two blanks skipped."""
    letters = text[position : position + 3].lstrip(" ")
    return letters[:1].isupper()


def _is_degree_at(text: str, position: int, printed: str) -> bool:
    undotted_name = text[position + len(printed) : position + len(printed) + 1] != "." and printed.istitle()
    if undotted_name and len(printed) > 1 and printed not in name_table().degrees:
        return False
    return _match_degree(text, position) is not None


def _match_degree(text: str, position: int) -> int | None:
    """Return the end of one degree at `position`, its last dot left out; None where no degree stands there."""
    table = name_table()
    if text[position : position + 1] not in table.degree_starts:
        return None
    pieces = _PIECES.match(text, position)
    if pieces is None:
        return None
    end = pieces.end()
    while True:
        if text[position:end].replace(" ", "") in table.degrees:
            bracket = _AFTER_DEGREE.match(text, end)
            end = bracket.end() if bracket else end
            if (
                text[end : end + 1].isalnum()
                or text[end : end + 1] == "'"
                or _is_honorific_of_next(text, position, end)
            ):
                return None
            return end
        shorter = max(text.rfind(".", position, end), text.rfind("-", position, end))
        if shorter <= position:
            return None
        end = shorter


def _is_honorific_of_next(text: str, position: int, end: int) -> bool:
    """Tell whether `Apt.` or `Ns.` after a comma stands before the next person of a list instead."""
    if text[position:end].lower() not in name_table().honorifics:
        return False
    blank = end + (text[end : end + 1] == ".")
    return text[blank : blank + 1] == " " and _capital_follows(text, blank) and _name_follows(text, blank + 1)


def _skip_degrees(text: str, position: int) -> int:
    """Return the end of the degrees after the name that ends at `position`; a sentence's full stop stays outside."""
    end = position
    while True:
        between = _BETWEEN_DEGREES.match(text, end)
        start = between.end() if between else end
        if start == end:
            return end
        degree = _match_degree(text, start)
        if degree is None:
            break
        end = degree
    if (
        end > position
        and text[end : end + 1] == "."
        and re.match(r"\.(?: ?[,;)]| {1,2}[a-z(]|\()", text[end : end + 4])
    ):
        return end + 1
    return end


def _skip_bracket(text: str, position: int) -> int:
    number = _PERSONNEL_NUMBER.match(text, position)
    if number:
        return number.end()
    bracket = _BRACKET.match(text, position)
    return bracket.end() if bracket else position


def _possible_starts(text: str, floor: int, end: int) -> list[int]:
    """Return where a name that ends at `end` may begin, from the left, within the clause and after `floor`."""
    table = name_table()
    starts: list[int] = []
    titled_before = False
    window = max(floor, end - _LOOK_BACK)
    for token in _TOKEN.finditer(text, window, end):
        printed = token.group()
        if not printed[0].isalpha():
            glued = printed == "(" and token.start() > window and text[token.start() - 1].isalpha()
            if printed not in ".,'-&)" and not glued:
                starts.clear()
            continue
        small = printed.lower()
        initial = len(printed) == 1 and token.start() > window and text[token.start() - 1] == "."
        titled = not initial and (small in table.honorifics or small in table.ranks)
        if titled:
            if not titled_before:
                starts.clear()
            starts.append(token.start())
        elif printed[0].islower():
            if small not in table.particles:
                starts.clear()
        elif small not in table.never or printed in table.degrees or text[token.start() - 1] == ".":
            starts.append(token.start())
        else:
            starts.clear()
        titled_before = titled
    return starts
