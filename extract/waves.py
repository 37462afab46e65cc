"""Which wave of a reshuffle an event is: `mutasi gelombang kedua`, `pelantikan tahap II`, `rotasi jilid 3`.

A government that moves many does it in waves, each with its oath; newspapers number them. A selection's `tahap` is a
step of its procedure (PermenPAN-RB 15/2019), not a wave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.claims import STAGED

if TYPE_CHECKING:
    from extract.drafts import Draft
    from extract.events import Span
    from extract.reading import Reading

_ORDINALS = "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh".split()
_ROMAN = "I II III IV V VI VII VIII IX X".split()
_WAVE = re.compile(
    rf"\b(?P<word>gelombang|jilid|kloter|tahap(?:an)?)\s+(?:yang\s+)?(?:(?P<name>{'|'.join(_ORDINALS)})"
    r"|(?:ke\s?-?\s?)?(?:(?P<roman>IX|IV|V?I{1,3}|V|X)|(?P<digit>[1-9]|10)))(?![\w-])",
    re.IGNORECASE,
)
_REACH = 60
"""Characters between the word for the act and its wave, at most (`mutasi pejabat eselon III dan IV tahap kedua`)."""


class WaveChoice(NamedTuple):
    """The number of the wave, None where none is told, and the words that tell it."""

    value: int | None
    spans: tuple[Span, ...] = ()


def choose_wave(reading: Reading, draft: Draft) -> WaveChoice:
    """Return the wave that the first claim of the event tells which tells one; none where its claims tell several."""
    found: dict[int, Span] = {}
    for told in draft.told:
        sentence = reading.sentences[told.claim.sentence]
        for act in told.claim.acts:
            near = (
                None
                if act.action == "tahap"
                else _WAVE.search(reading.text, act.start, min(act.end + _REACH, sentence.end))
            )
            if near is None or (draft.kind in STAGED and near["word"].lower().startswith("tahap")):
                continue
            found.setdefault(_number(near), near.span())
    if len(found) != 1:
        return WaveChoice(None)
    ((number, span),) = found.items()
    return WaveChoice(number, (span,))


def _number(wave: re.Match[str]) -> int:
    if wave["name"]:
        return _ORDINALS.index(wave["name"].lower()) + 1
    return _ROMAN.index(wave["roman"].upper()) + 1 if wave["roman"] else int(wave["digit"])
