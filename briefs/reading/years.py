"""Dates without a year: a dateline's day takes the year of the articles beside it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefs.model import Article
from briefs.reading.dates import WEEKDAYS, find_date, find_day, make_date

_WEEKDAY = re.compile("|".join(WEEKDAYS))
# A weekday further down may be any other.
_LEAD = 400
# An archive's neighbours lie years apart, one day's within days.
_NEAR = 183


def with_years(articles: Sequence[Article]) -> list[Article]:
    """`articles`, undated ones dated by their dateline where a weekday in the text confirms it.

    Without any dated article there is no year to take.
    """
    siblings = Counter(day for article in articles if (day := article.day))
    if not siblings:
        return list(articles)
    return [article if article.published else _dated(article, siblings) for article in articles]


def _dated(article: Article, siblings: Mapping[date, int]) -> Article:
    opening = next((block for block in article.blocks if block.kind == "dateline"), None)
    if opening is None:
        return article
    dateline = article.text[opening.start : opening.end]
    day = None if find_date(dateline) else find_day(dateline)
    named = _WEEKDAY.findall(article.text[opening.start : opening.end + _LEAD])
    weekdays = frozenset(WEEKDAYS.index(name) for name in named)
    published = _with_year(day, weekdays, siblings) if day and weekdays else None
    return replace(article, published=published) if published else article


def _with_year(
    day: tuple[int, int], weekdays: frozenset[int], siblings: Mapping[date, int]
) -> date | None:
    """The date of a month and day, in the year that has most of the siblings near that day.

    It must fall on one of `weekdays` (Monday is 0), and have twice the siblings of any other such
    year: a lone wrong date must not decide, nor an archive of many years.
    """
    near: Counter[date] = Counter()
    for sibling, count in siblings.items():
        for year in range(max(1, sibling.year - 1), min(9999, sibling.year + 1) + 1):
            candidate = make_date(year, *day)
            if (
                candidate
                and candidate.weekday() in weekdays
                and abs((candidate - sibling).days) <= _NEAR
            ):
                near[candidate] += count
    best = near.most_common(2)
    if not best or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return None
    return best[0][0]
