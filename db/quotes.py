"""The article's own words for what was read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.folding import fold
from extract.sentences import split_sentences

if TYPE_CHECKING:
    from extract.events import Event

_MOST_CHARACTERS = 400


def evidence_quotes(title: str, text: str, event: Event) -> dict[str, list[dict[str, int | str]]]:
    """Return, for each field with evidence, its spans with the words there: `{"in", "start", "end", "quote"}`.

    `in` is `text` or `title`: what the offsets count in.
    """
    quotes: dict[str, list[dict[str, int | str]]] = {}
    for place, words, evidence in (("text", text, event.evidence), ("title", title, event.title_evidence)):
        for name, spans in evidence.items():
            quotes.setdefault(name, []).extend(
                {"in": place, "start": start, "end": end, "quote": words[start:end]} for start, end in spans
            )
    return quotes


def sentence_quote(title: str, text: str, event: Event) -> str | None:
    """Return the sentence that carries the most fields of the event, the first of several; None without evidence.

    The title is quoted where the text carries none. Blanks and line breaks become single blanks; a sentence beyond 400
    characters is cut at a word, with an ellipsis.
    """
    best: tuple[int, str] | None = None
    for sentence in split_sentences(fold(text)) if event.evidence else ():
        fields = sum(
            any(sentence.start <= start < sentence.end for start, _ in spans) for spans in event.evidence.values()
        )
        if fields and (best is None or fields > best[0]):
            best = fields, text[sentence.start : sentence.end]
    if best is None:
        return " ".join(title.split()) if event.title_evidence else None
    quote = " ".join(best[1].split())
    if len(quote) <= _MOST_CHARACTERS:
        return quote
    return quote[: _MOST_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"
