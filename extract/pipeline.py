"""The reader: from the text of an article to its events, one room after the other."""

from __future__ import annotations

from dataclasses import replace

from extract.acts import find_acts
from extract.article import Article
from extract.assembly import assemble
from extract.events import Event, Span
from extract.folding import fold, join_passives
from extract.gate import may_hold_event
from extract.line_breaks import join_lines
from extract.noise import mask_above_headline, mask_noise
from extract.reading import Reading, find_values
from extract.sentences import split_sentences
from extract.terms import TermFinder

VERSION = "1"
"""Raised whenever the same article may be read differently, so that a store knows what to read again."""

LONGEST = 100_000
"""How many characters of a text are read; the longest article of the corpora has a fifth of it."""

_BETWEEN = "\n\n"


class Extractor:
    """Reads articles into events. Build it once: the tables and the vocabulary are loaded with it."""

    version = VERSION

    def __init__(self) -> None:
        """Load the terms and the rules by which spaCy parts Indonesian words."""
        self._terms = TermFinder()

    def read(self, article: Article) -> tuple[Event, ...]:
        """Return the events that `article` tells, in the order of its text; spans are offsets into `article.text`.

        Of a text longer than any newspaper prints only the first 100,000 characters are read; its events are flagged
        `text_cut`.
        """
        if len(article.text) > LONGEST:
            events = self.read(replace(article, text=article.text[:LONGEST]))
            return tuple(replace(event, flags=(*event.flags, "text_cut")) for event in events)
        if not may_hold_event(article.title, article.text):
            return ()
        reading = self.analyse(article)
        shift = reading.text_start
        return tuple(_in_text(event, shift) for event in reading.events)

    def analyse(self, article: Article) -> Reading:
        """Return everything found on the way to the events, offsets counted in the reading's own text."""
        title = "" if article.text.startswith(article.title) else article.title
        view = mask_noise(join_passives(fold(f"{title}{_BETWEEN}{article.text}" if title else article.text)))
        view = join_lines(mask_above_headline(view, view[: len(title)]))
        headline = title or article.title
        reading = Reading(article, view, len(title) + len(_BETWEEN) if title else 0, _headline_end(view, headline))
        reading.sentences = split_sentences(view)
        reading.terms = self._terms.find(view)
        reading.acts = find_acts(view, reading.sentences, reading.terms, reading.headline_end)
        if reading.acts:
            find_values(reading)
            reading.events = assemble(reading)
        return reading


def _headline_end(view: str, title: str) -> int:
    """Return where the headline ends: after the title, or after the first lines that end without a full stop."""
    if title:
        return len(title)
    end = 0
    for line in view.split("\n")[:6]:
        stripped = line.strip()
        if stripped and (len(stripped) > 160 or stripped[-1] in '.!?"'):
            break
        end += len(line) + 1
    return min(end, len(view)) if end < len(view) else 0


def _in_text(event: Event, shift: int) -> Event:
    """Return the event with its spans counted in the article's text; those in the title go to `title_evidence`."""
    if not shift:
        return event
    evidence: dict[str, tuple[Span, ...]] = {}
    in_title: dict[str, tuple[Span, ...]] = {}
    for name, spans in event.evidence.items():
        body = tuple((start - shift, end - shift) for start, end in spans if start >= shift)
        head = tuple((start, min(end, shift - len(_BETWEEN))) for start, end in spans if start < shift)
        if body:
            evidence[name] = body
        if head:
            in_title[name] = head
    return replace(event, evidence=evidence, title_evidence=in_title)
