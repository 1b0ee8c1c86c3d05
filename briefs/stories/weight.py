"""How much a story weighs: one formula."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from briefs.model import Article, Origin, source_name
from briefs.stories.kinds import kind_of

NOT_NEWS = 0.4


def reference_day(articles: Iterable[Article]) -> date | None:
    """The newest day that at least a tenth of the dated articles share within two days."""
    days = Counter(article.day for article in articles if article.day)
    enough = sum(days.values()) / 10
    for day in sorted(days, reverse=True):
        window = (day - timedelta(past) for past in range(3) if day.toordinal() > past)
        if sum(days[near] for near in window) >= enough:
            return day
    return None


def weigh(
    origins: Sequence[Origin],
    texts: int,
    centrality: float,
    newest: date | None,
) -> tuple[float, tuple[str, ...]]:
    """A story's weight (> 0) and what it is made of, in words.

    weight = news · (o + .4·(1 − 1/t) + .25·(1 − 1/s) + .2·f + .15·c)

    o independent origins, t distinct texts, s outlets, f freshness (1 on the newest day, halved
    each day back, .5 undated), c the mean cosine of its articles to one another (0 for one). The
    terms behind o stay below 1 together, so an origin always weighs more than all of them.
    news = .4 where at least half of the articles are opinion, reviews, deals … and 1 elsewhere.
    """
    articles = [article for origin in origins for article in origin.articles]
    outlets = len({source_name(article).casefold() for article in articles})
    days = [article.day for article in articles if article.day]
    age = (newest - max(days)).days if newest and days else 1
    fresh = 0.5 ** min(max(age, 0), 30)
    kinds = Counter(kind for article in articles if (kind := kind_of(article)))
    news = NOT_NEWS if 2 * sum(kinds.values()) >= len(articles) else 1.0
    weight = news * (
        len(origins)
        + 0.4 * (1 - 1 / texts)
        + 0.25 * (1 - 1 / outlets)
        + 0.2 * fresh
        + 0.15 * centrality
    )
    reasons = [
        f"independent origins: {len(origins)}",
        f"distinct texts: {texts}",
        f"outlets: {outlets}",
        f"freshness: {fresh:.2g}",
        f"centrality: {centrality:.2f}",
    ]
    if news < 1:
        reasons.append(f"not news ({', '.join(sorted(kinds))}): × {NOT_NEWS}")
    return round(weight, 9), tuple(reasons)
