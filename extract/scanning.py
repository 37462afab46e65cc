"""Ways to search a text for words that cost little where the words are not.

A regular expression that opens with a literal or one short set of letters lets `re` skip to the next of them; one that
opens with alternatives, or ignores case, is tried in full at every letter.
"""

from __future__ import annotations


def lowered(text: str) -> str:
    """Return `text` in small letters, the same length as before.

    The few letters that grow when lower-cased, such as the dotted capital I, stay as they are.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def word_led(pattern: str, initials: str) -> str:
    """Return a pattern that finds where `pattern` matches from a word's beginning, one of `initials` first.

    The match is that first letter alone; the groups of `pattern` hold what they hold in it.
    """
    return rf"[{initials}](?<!\w.)(?<=(?={pattern}).)"
