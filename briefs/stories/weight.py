"""How much a story weighs: one formula, and the kinds of text that are no news."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from briefs.model import Article, Origin, source_name

NOT_NEWS = 0.4

_LABEL = r"^(?:{0})\b ?(?:[:|–—]|- )|(?:[:|–—]| -) ?(?:{0})$|^\[(?:{0})\]|^\((?:{0})\)"
_OPINION = (
    "opinions?|op-?ed|editorial|commentary|column|comment|viewpoint|letters?(?: to the editor)?"
    "|the .{2,30} view on .{2,60}|guest essay|perspective"
)
# kind -> (what the title says, a whole segment of the address's path)
_KINDS = {
    "opinion": (
        _LABEL.format(_OPINION) + r"|\bletters? to the editor\b",
        "opinions?|op-?eds?|editorials?|commentary|columns?|columnists?|comment|commentisfree"
        "|blogs?|letters|viewpoints?|views|voices|perspectives?",
    ),
    "review": (
        _LABEL.format("reviews?|hands-on")
        + r"|\b(?:film|movie|book|album|concert|theatre|theater|game|restaurant|tv|car) review\b"
        r"|\breview: ",
        "reviews?|(?:film|movie|book|album|music|game|restaurant)-reviews?",
    ),
    "deals": (
        r"\b(?:best|top|early|daily|weekend|today's|amazon|prime day|black friday|cyber monday)"
        r"\b[^.:;]{0,40}\bdeals?\b|\bdeals? of the (?:day|week|weekend)\b|\bgift guide\b"
        r"|\b(?:promo|coupon|discount) codes?\b|\bbest [^.:;]{2,60} (?:of|for|in) (?:19|20)\d\d\b"
        r"|^the (?:\d+ )?best .{2,60}\b(?:19|20)\d\d$|"
        + _LABEL.format("sponsored|advertisement|advertorial|paid (?:post|content)|promoted"),
        "deals?|coupons?|shopping|sponsored|advertorials?|partner-content|paid-post",
    ),
    "how-to": (
        r"^(?:here's )?how to\b|^(?:\d+|five|six|seven|eight|nine|ten) "
        r"(?:\w+ ){0,2}(?:tips|ways|recipes|things to (?:do|know|watch))\b"
        r"|\bwhat (?:you need|to know)(?: to know)? about\b|\beverything you need to know\b|"
        + _LABEL.format("explainer|explained|recipes?|factbox|what to know|q&a|fact check"),
        "how-?tos?|recipes?|explainers?|guides?|tips|lifestyle|fact-?checks?",
    ),
    "live": (
        r"\blive (?:updates?|blog|coverage|ticker)\b|\bas it happened\b|"
        + _LABEL.format("live|live updates?|live blog|liveblog|as it happened"),
        "live|live-?blogs?|live-updates|live-news",
    ),
    "horoscope": (r"\bhoroscopes?\b|\bzodiac\b", "horoscopes?|astrology"),
    "list": (
        r"\b(?:the )?(?:full|complete) list\b|\bin (?:pictures|photos)\b"
        r"|\b(?:winning|lottery) numbers\b|\bobituaries\b|\bthis day in history\b"
        r"|\bon this day\b|\bweek in (?:review|pictures)\b|"
        + _LABEL.format("photos?|gallery|slideshow|pictures|results|scoreboard"),
        "galler(?:y|ies)|photos?|slideshows?|pictures|obituaries|lottery",
    ),
    "podcast": (
        r"\bpodcasts?\b|^listen\b|" + _LABEL.format("listen|audio|newsletter|the daily"),
        "podcasts?|audio|newsletters?",
    ),
    "quiz": (
        r"\b(?:news|weekly|daily) quiz\b|\bcrossword\b|\bsudoku\b|\bwordle\b|"
        + _LABEL.format("quiz|puzzle|trivia|poll"),
        "quiz(?:zes)?|crosswords?|games|puzzles",
    ),
}
_COMPILED = {
    kind: (re.compile(title, re.IGNORECASE), re.compile(f"/(?:{path})(?=/)", re.IGNORECASE))
    for kind, (title, path) in _KINDS.items()
}


def kind_of(article: Article) -> str:
    """What an article is when it is no news ("opinion", "review" …), by title or address; or ""."""
    path = "/" + article.url.partition("//")[2].partition("/")[2].partition("?")[0]
    for kind, (title, segment) in _COMPILED.items():
        if title.search(article.title[:300]) or segment.search(path[:500]):
            return kind
    return ""


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
