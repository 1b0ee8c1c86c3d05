"""Which day a pile of articles is about."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from briefs.model import Article

_SHARE = 0.1
_WITHIN = timedelta(days=2)


def shared_day(articles: Sequence[Article], zone: str = "UTC") -> date | None:
    """The newest day that at least a tenth of the dated articles share within two days.

    A time belongs to its day in `zone`. One article dated 2099 by mistake does not move the day.
    None when no article has a date.
    """
    days = Counter(_day(article.published, ZoneInfo(zone)) for article in articles if article.day)
    needed = max(1.0, _SHARE * days.total())
    for day in sorted(days, reverse=True):
        near = sum(count for other, count in days.items() if abs(other - day) <= _WITHIN)
        lone = days[day] == near == 1 and days.total() > 2
        if near >= needed and not lone:
            return day
    return max(days, default=None)


def _day(moment: date | None, zone: ZoneInfo) -> date:
    if not isinstance(moment, datetime):
        return moment or date.min
    try:
        return (moment.astimezone(zone) if moment.tzinfo else moment).date()
    except OverflowError:
        return moment.date()
