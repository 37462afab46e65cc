"""All that is found in one article on the way to its events."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.acts import Act
from extract.appointments import AppointmentMention, find_appointments
from extract.article import Article
from extract.breakdowns import Breakdown, find_breakdowns
from extract.counts import CountMention, find_counts
from extract.date_resolution import ResolvedDate, dates_of
from extract.eselon import EselonMention, find_eselon
from extract.events import Event
from extract.officials import OfficialMention, find_officials
from extract.posts import PostMention, find_posts
from extract.presiders import PresiderMention, presiders
from extract.regions import RegionMention, find_regions
from extract.relative_days import counted_from_speech, days_from_others
from extract.sentences import Sentence
from extract.terms import Term


@dataclass(slots=True)
class Reading:
    """One article while it is read. `text` is the title, where there is one, and the folded text with noise blanked."""

    article: Article
    text: str
    text_start: int
    headline_end: int
    sentences: list[Sentence] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    regions: list[RegionMention] = field(default_factory=list)
    dates: list[ResolvedDate] = field(default_factory=list)
    counts: list[CountMention] = field(default_factory=list)
    breakdowns: list[Breakdown] = field(default_factory=list)
    eselons: list[EselonMention] = field(default_factory=list)
    officials: list[OfficialMention] = field(default_factory=list)
    presiders: list[PresiderMention] = field(default_factory=list)
    posts: list[PostMention] = field(default_factory=list)
    appointments: list[AppointmentMention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def find_values(reading: Reading) -> None:
    """Fill the reading's typed values: regions, dates, counts, levels, officials, posts and moves."""
    text = reading.text
    reading.regions = find_regions(text)
    dates = counted_from_speech(text, dates_of(text, reading.article.published))
    reading.dates = sorted([*dates, *days_from_others(text, dates)], key=lambda found: found.start)
    reading.eselons = find_eselon(text)
    reading.counts = find_counts(text, reading.eselons)
    reading.breakdowns = find_breakdowns(text, reading.counts, reading.eselons)
    reading.officials = find_officials(text, [(region.start, region.end) for region in reading.regions])
    reading.presiders = presiders(text, reading.officials)
    reading.posts = find_posts(text)
    reading.appointments = find_appointments(text, reading.sentences, reading.posts)
