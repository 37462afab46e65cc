"""Shows in a terminal how an article was read: the article with its values coloured, then every value's rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from mutasi.explain_fields import FIELD_LOOKS, INFERRED_LEVELS, field_label, flag_label
from mutasi.explain_reading import no_event_reason

if TYPE_CHECKING:
    from rich.console import RenderableType

    from mutasi.explain_reading import EventExplanation, Explanation, FieldExplanation
    from mutasi.explain_segments import Mark

_SHOWN_QUOTES = 6


def terminal_view(explanation: Explanation) -> RenderableType:
    """Return what `mutasi explain` prints of one article."""
    article = explanation.article
    published = article.published.strftime("%d/%m/%Y") if article.published else "tanpa tanggal (undated)"
    parts: list[RenderableType] = [Rule(Text(article.id), align="left")]
    if article.title:
        title = _coloured(article.title, explanation.marks(in_title=True))
        title.stylize_before("bold")
        parts.append(title)
    parts.append(Text(" · ".join(part for part in (published, article.source, article.url) if part), style="dim"))
    parts += [Text(), _coloured(article.text, explanation.marks(in_title=False)), Text(), _legend(explanation)]
    parts += [_event(event) for event in explanation.events]
    if not explanation.events:
        parts.append(Text(no_event_reason(explanation), style="bold"))
    if explanation.candidates:
        parts.append(_candidates(explanation))
    return Group(*parts)


def _coloured(text: str, marks: list[Mark]) -> Text:
    shown = Text(text)
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):  # a short span stays visible within a long one
        shown.stylize(_style(mark.field), mark.start, mark.end)
    return shown


def _style(name: str) -> str:
    return f"#1b1f24 on {FIELD_LOOKS[name].on_light}"


def _legend(explanation: Explanation) -> Text:
    used = {mark.field for in_title in (True, False) for mark in explanation.marks(in_title=in_title)}
    legend = Text()
    for name in FIELD_LOOKS:
        if name in used:
            legend.append(f" {field_label(name)} ", style=_style(name)).append(" ")
    return legend


def _event(event: EventExplanation) -> RenderableType:
    confidence = f"{event.confidence:.2f}".replace(".", ",")
    heading = Text(
        f"\nPeristiwa {event.number} (event): {event.heading}, keyakinan (confidence) {confidence}", style="bold"
    )
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in ("Bidang (field)", "Nilai (value)", "Kutipan (words)", "Aturan (rule)"):
        table.add_column(name, overflow="fold")
    for field in event.fields:
        if field.name == "appointments":
            continue  # the table of moves tells more
        label = Text(f" {field_label(field.name)} ", style=_style(field.name))
        table.add_row(label, Text(field.value or "-"), Text(_quoted(field)), Text(field.rule or "-", style="dim"))
    parts: list[RenderableType] = [heading, table]
    if event.moves:
        parts.append(_moves(event))
    parts += [Text(f"⚑ {flag_label(flag)}", style="yellow") for flag in event.flags]
    return Group(*parts)


def _quoted(field: FieldExplanation) -> str:
    shown = [f"“{quote.words}”" + (" [judul]" if quote.mark.in_title else "") for quote in field.quotes[:_SHOWN_QUOTES]]
    more = len(field.quotes) - len(shown)
    return " … ".join(shown) + (f" … +{more}" if more else "") if shown else "-"


def _moves(event: EventExplanation) -> Table:
    inferred = "{} ({})".format(*INFERRED_LEVELS)
    headings = (field_label("appointments"), "Dari (from)", "Ke (to)", inferred, "Aturan (rule)")
    table = Table(*headings, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for move in event.moves:
        sure = "" if move.confidence is None else f" {move.confidence:.2f}".replace(".", ",")
        parts = (Text(part.value) for part in (move.person, move.from_post, move.to_post))
        table.add_row(*parts, Text(move.levels or "-"), Text(f"{move.rule or '-'}{sure}", style="dim"))
    return table


def _candidates(explanation: Explanation) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), style="dim")
    for name in ("Bidang (field)", "Kata (words)", "Dibaca sebagai (taken for)"):
        table.add_column(name, overflow="fold")
    for candidate in explanation.candidates:
        table.add_row(field_label(candidate.field), Text(candidate.words), Text(candidate.meaning))
    return Group(Text("Temuan lain yang tidak dipakai (found and not used)", style="dim"), table)
