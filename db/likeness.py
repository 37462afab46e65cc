"""Whether what two articles tell is one event, and how much speaks for it.

The rules follow from how newspapers differ on one ceremony: they round and sum head counts, name some of those moved,
leave out the day, name the head or the delegate who presided. Kind, status and region never differ within an event.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from db.days import day_range, days_apart
from db.persons import Name, name_words, same_name

if TYPE_CHECKING:
    import datetime as dt

PUBLISHED_WITHIN_DAYS = 7
"""An event without a day is news for a week: mentions of it are published no further apart."""
FRESH_WITHIN_DAYS = 31
"""A day further from publication than this is told as background, not as the news of that day."""
_ROUNDED = 0.03
_ROUNDED_FROM = 10
_PRECISIONS = {"day": 0, "month": 1, "year": 2, None: 3}

Agreement = Literal["agree", "differ", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention as linking sees it; `url` and `position` tell it from every other, `mention_id` is its row.

    `people` are the names of those moved; `groups` the stated parts of the head count. `placed_in` is the event to
    which a correction says that it belongs.
    """

    mention_id: int
    article_id: int
    url: str
    position: int
    event_id: str | None = None
    placed_in: str | None = None
    kind: str
    status: str
    region: str | None
    date: str | None = None
    date_precision: str | None = None
    published_on: dt.date | None = None
    headcount: int | None = None
    headcount_word: str | None = None
    headcount_range: tuple[int, int | None] | None = None
    groups: tuple[int, ...] = ()
    eselon: tuple[str, ...] = ()
    wave: int | None = None
    official: tuple[str | None, str, str | None] | None = None
    appointments: tuple[tuple[str, str | None, str | None], ...] = ()
    confidence: float = 0.0
    flags: tuple[str, ...] = ()
    people: tuple[Name, ...] = field(init=False)
    days: tuple[dt.date, dt.date] | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "people", tuple(name_words(person) for person, _, _ in self.appointments))
        object.__setattr__(self, "days", None if self.date is None else day_range(self.date))

    @property
    def order(self) -> tuple[int, int, int, int, bool, str, str, int]:
        """The place in which linking takes mentions, whatever order they came in: the most precise first.

        A whole told with its parts comes before the parts, which know nothing of each other.
        """
        count = 0 if self.headcount is not None else 1 if self.headcount_range else 2
        return _PRECISIONS[self.date_precision], count, -len(self.groups), -(self.headcount or 0), *self.age

    @property
    def age(self) -> tuple[bool, str, str, int]:
        """The place among sources: published first, first; those without a day of publication last."""
        published = self.published_on
        return published is None, published.isoformat() if published else "", self.url, self.position

    @property
    def is_fresh(self) -> bool:
        """Whether the article tells of it as news: no day told, or one near its publication."""
        if self.published_on is None:
            return False
        return self.days is None or days_apart(*self.days, self.published_on) <= FRESH_WITHIN_DAYS


def same_event(one: Told, other: Told) -> bool:
    """Tell whether two mentions can be of one event. An article tells of an event once, so never within one article."""
    named = share_person(one, other)
    counts = headcounts(one, other)
    if not _same_occasion(one, other, supported=named or counts == "agree"):
        return False
    if named:
        return True
    if one.region is None:
        return False
    if counts == "differ" or _other_levels(one, other) or _other_people(one, other):
        return False
    return counts == "agree" or officials(one, other) != "differ"


def tells_a_part(one: Told, other: Told) -> bool:
    """Tell whether two mentions can be of one event although they count or name others, where a third explains it.

    One outlet tells of the 12 camat, another of a man among the 74, a third of all 74: the first two agree with the
    third, and not with each other.
    """
    return _same_occasion(one, other, supported=True)


def supports(one: Told, other: Told) -> bool:
    """Tell whether two mentions are of one event by what they tell, not only by what they leave open."""
    return same_event(one, other) and (share_person(one, other) or headcounts(one, other) == "agree")


def likeness(one: Told, other: Told) -> tuple[int, ...]:
    """Return what speaks for one event, the strongest first, for choosing among several that are possible."""
    apart = 0
    if one.published_on is not None and other.published_on is not None:
        apart = abs((one.published_on - other.published_on).days)
    return (
        sum(any(same_name(person, known) for known in other.people) for person in one.people),
        int(one.headcount is not None and one.headcount == other.headcount),
        int(headcounts(one, other) == "agree"),
        int(one.date is not None and one.date == other.date),
        int(officials(one, other) == "agree"),
        len({*one.eselon} & {*other.eselon}),
        -apart,
    )


def near_days(told: Told) -> tuple[dt.date, dt.date] | None:
    """Return days such that two mentions of one event always have one in common; None for one that stands alone.

    They are what an index can find: the days the event can have taken place, and the week in which it is news.
    """
    days = list(told.days or ())
    if told.is_fresh and told.published_on is not None:
        days.append(told.published_on)
        last_ordinal = told.published_on.toordinal() + PUBLISHED_WITHIN_DAYS
        days.append(told.published_on.fromordinal(last_ordinal))
    return (min(days), max(days)) if days else None


def share_person(one: Told, other: Told) -> bool:
    """Tell whether a person moved in one is moved in the other."""
    return any(same_name(person, known) for person in one.people for known in other.people)


def headcounts(one: Told, other: Told) -> Agreement:
    """Tell whether two head counts can be of one event: equal, rounded, a part and its whole, a word and its number."""
    if one.headcount_range is None or other.headcount_range is None:
        return "unknown"
    if one.headcount is not None and other.headcount is not None:
        less, more = sorted((one.headcount, other.headcount))
        if more - less <= (max(1, int(more * _ROUNDED)) if more >= _ROUNDED_FROM else 0) or _is_rounded(less, more):
            return "agree"
        return "agree" if one.headcount in other.groups or other.headcount in one.groups else "differ"
    if {*one.groups} & {*other.groups}:
        return "agree"
    (least, greatest), (other_least, other_greatest) = one.headcount_range, other.headcount_range
    apart = (greatest is not None and greatest < other_least) or (other_greatest is not None and other_greatest < least)
    return "differ" if apart else "agree"


def _is_rounded(less: int, more: int) -> bool:
    """Tell whether the lesser is the greater in whole hundreds: 400 of 422."""
    return less % 100 == 0 and 0 < more - less < 50 and less >= 200


def officials(one: Told, other: Told) -> Agreement:
    """Tell whether two officials are one: by name where both are named, else by office."""
    if one.official is None or other.official is None:
        return "unknown"
    (name, office, _), (other_name, other_office, _) = one.official, other.official
    if name is not None and other_name is not None:
        same = same_name(name_words(name), name_words(other_name), least_words=1)
    else:
        same = office.casefold() == other_office.casefold()
    return "agree" if same else "differ"


def _same_occasion(one: Told, other: Told, *, supported: bool) -> bool:
    """Tell whether article, kind, status, region, wave and time allow that both are of one event."""
    if one.article_id == other.article_id:
        return False
    if (one.kind, one.status, one.region) != (other.kind, other.status, other.region):
        return False
    if one.wave is not None and other.wave is not None and one.wave != other.wave:
        return False
    if one.region is None:
        return one.days is not None and one.date_precision == "day" and one.days == other.days
    return _same_time(one, other, supported=supported)


def _same_time(one: Told, other: Told, *, supported: bool) -> bool:
    if one.days is not None and other.days is not None:
        return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    if not (supported and one.is_fresh and other.is_fresh):
        return False
    if one.published_on is None or other.published_on is None:
        return False
    dated, undated = (one, other) if one.days is not None else (other, one)
    if (
        dated.days is not None
        and dated.status == "realized"
        and undated.published_on is not None
        and dated.days[0] > undated.published_on
    ):
        return False  # what has taken place is not told before its day
    return abs((one.published_on - other.published_on).days) <= PUBLISHED_WITHIN_DAYS


def _other_levels(one: Told, other: Told) -> bool:
    """Tell whether both state levels and none is common; `II` holds II.a and II.b."""
    if not one.eselon or not other.eselon:
        return False
    return not any(_same_level(level, known) for level in one.eselon for known in other.eselon)


def _same_level(one: str, other: str) -> bool:
    return one == other or one.split(".")[0] == other or other.split(".")[0] == one


def _other_people(one: Told, other: Told) -> bool:
    """Tell whether one names all it moves, and the other names others."""
    if not one.people or not other.people:
        return False
    return _names_all(one) or _names_all(other)


def _names_all(told: Told) -> bool:
    return told.headcount is not None and len(told.people) >= told.headcount
