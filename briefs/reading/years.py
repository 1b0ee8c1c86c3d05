"""Dates without a year: a dateline's day takes the year of the articles beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefs.model import Article
from briefs.reading.dates import WEEKDAYS, find_date, find_day, with_year

_WEEKDAY = re.compile("|".join(WEEKDAYS))
# A weekday further down may be any other.
_LEAD = 400


def with_years(articles: Sequence[Article]) -> list[Article]:
    """`articles`, undated ones dated by their dateline where a weekday in the text confirms it."""
    siblings = tuple(sorted({day for article in articles if (day := article.day)}))
    if not siblings:
        return list(articles)
    return [article if article.published else _dated(article, siblings) for article in articles]


def _dated(article: Article, siblings: tuple[date, ...]) -> Article:
    opening = next((block for block in article.blocks if block.kind == "dateline"), None)
    if opening is None:
        return article
    dateline = article.text[opening.start : opening.end]
    day = None if find_date(dateline) else find_day(dateline)
    named = _WEEKDAY.findall(article.text[opening.start : opening.end + _LEAD])
    weekdays = frozenset(WEEKDAYS.index(name) for name in named)
    published = with_year(day, weekdays, siblings) if day and weekdays else None
    return replace(article, published=published) if published else article
