"""How much a story weighs: one formula."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from briefs.model import Article, Origin, source_name
from briefs.stories.kinds import kind_of
from briefs.stories.wishes import Wishes

FORMULA = (
    "weight = news · (origins + trust · (.3 · (1 − 1/texts) + .15 · (1 − 1/outlets)"
    " + .08 · centrality + .4 · substance · (½ + ½ · freshness))) + watched"
)
NOT_NEWS = 0.4
MUTED = 0.05
WATCHED = 3


def kind_of_story(articles: Sequence[Article]) -> str:
    """The commonest kind that is no news, where three in four articles are such; else ""."""
    kinds = Counter(kind for article in articles if (kind := kind_of(article)))
    if 4 * kinds.total() < 3 * len(articles) or not kinds:
        return ""
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def weigh(
    origins: Sequence[Origin],
    told: Collection[Article],
    texts: int,
    centrality: float,
    substance: float,
    newest: date | None,
    wishes: Wishes,
) -> tuple[float, str, tuple[str, ...]]:
    """A story's weight (> 0), its kind if it is none for the page, and in words what made both.

    weight = news · (origins + trust · (.3 · (1 − 1/texts) + .15 · (1 − 1/outlets)
                     + .08 · centrality + .4 · substance · (½ + ½ · freshness))) + watched

    origins: independent ones of what is `told`, the articles on the headline's event, each as much
    as the reader trusts it (1); trust: the most trusted of them, 1 at most; texts: distinct ones;
    centrality: the mean cosine of its articles to one another (0 for one); substance: of its
    fullest telling; freshness: 1 on the newest day, halved each day back, .5 undated. The terms
    behind the origins stay below 1 together, so an origin always weighs more than all of them; a
    stub's freshness counts as little as the stub.
    news: .4 where three in four articles are opinion, reviews, deals …, .05 where half of them
    hold a muted word, and 1 elsewhere; watched: 3 where the reader watches a word of it, else 0.
    """
    articles = [article for origin in origins for article in origin.articles]
    outlets = len({source_name(article).casefold() for article in articles})
    days = [article.day for article in articles if article.day]
    age = (newest - max(days)).days if newest and days else 1
    fresh = 0.5 ** min(max(age, 0), 30)
    trusts = [
        wishes.trusted(origin.articles)
        for origin in origins
        if any(article in told for article in origin.articles)
    ]
    kind, news = kind_of_story(articles), 1.0
    reasons = [
        f"independent origins: {len(trusts)}",
        f"distinct texts: {texts}",
        f"outlets: {outlets}",
        f"centrality: {centrality:.2f}",
        f"substance: {substance:.2f}",
        f"freshness: {fresh:.2g}",
    ]
    if any(trust != 1 for trust in trusts):
        reasons.append(f"trust in its origins: {sum(trusts):g} for {len(trusts)}")
    if kind:
        news = NOT_NEWS
        reasons.append(f"not news ({kind}): × {NOT_NEWS}")
    if word := wishes.muted(articles):
        kind, news = "muted", MUTED
        reasons.append(f"muted ({word}): × {MUTED}")
    weight = news * (
        sum(trusts)
        + min(1.0, max(trusts))
        * (
            0.3 * (1 - 1 / texts)
            + 0.15 * (1 - 1 / outlets)
            + 0.08 * centrality
            + 0.4 * substance * (0.5 + 0.5 * fresh)
        )
    )
    if word := wishes.watched(articles):
        weight += WATCHED
        reasons.append(f"watched ({word}): + {WATCHED}")
    return max(round(weight, 9), 1e-9), kind, tuple(reasons)
