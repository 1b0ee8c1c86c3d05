"""Random days: what stories could tell, made of real sentences, and the page planned of it."""

from collections.abc import Sequence
from datetime import date
from random import Random
from unittest.mock import patch

from briefs.language import split_sentences
from briefs.model import (
    Article,
    Brief,
    Citation,
    Counts,
    Item,
    Origin,
    Passage,
    Point,
    Story,
    Telling,
)
from briefs.page import sizes, wording
from briefs.page.planner import Plan, build_item, one_line_item, plan_page

MAX_STORIES = 12
DAY = date(2026, 3, 10)
OUTLETS = ("Associated Press", "Yonhap News Agency", "The Guardian", "Le Monde diplomatique", "BBC")


class Offers:
    """Random Tellings made of articles, given by title and text."""

    def __init__(self, articles: Sequence[tuple[str, str]], seed: int) -> None:
        self.random = Random(seed)
        self.articles = articles

    def tellings(self) -> list[Telling]:
        """One to twelve stories, heaviest first, of nought to forty articles altogether."""
        count = self.random.randint(1, 12)
        left = self.random.randint(0, 40)
        many = (1, 2, 3, 4, 5, 6, 8)
        found = []
        for number in range(count):
            size = min(left, self.random.choice(many))
            left -= size
            if size:
                found.append(self.telling([self.article() for _ in range(size)], 12 - number))
        return found

    def article(self) -> Article:
        title, text = self.random.choice(self.articles)
        return Article(
            title=title,
            text=text,
            source=self.random.choice(OUTLETS),
            url=f"https://news.example/{self.random.randrange(10**9)}",
            published=date(2026, 3, self.random.choice((9, 10, 10))),
            language="en",
        )

    def telling(self, articles: list[Article], weight: float) -> Telling:
        origins = tuple(Origin(article.source, (article,)) for article in articles)
        headline = wording.cut(articles[0].title, 90)
        story = Story(tuple(articles), origins, headline, weight, articles[0])
        points = [
            Point(Citation(article, sentence.start, sentence.end), self.also(articles, article))
            for article in articles
            for sentence in split_sentences(article)[:6]
            if 6 <= len(sentence.text.split()) <= 45
        ]
        self.random.shuffle(points)
        passages = tuple(
            Passage((point,), value=1 / (number + 1), score=1.0)
            for number, point in enumerate(points[: self.random.randint(1, 6)])
        )
        figures = tuple(points[6:8]) if self.random.random() < 0.15 else ()
        return Telling(story, passages, passages[0].points[0] if passages else None, figures)

    def also(self, articles: list[Article], article: Article) -> tuple[Citation, ...]:
        others = [other for other in articles if other is not article]
        count = self.random.choice((0, 0, 1, 2))
        return tuple(Citation(other, 0, min(60, len(other.text))) for other in others[:count])


def planned(tellings: Sequence[Telling]) -> tuple[Brief, bool]:
    """The brief, and whether something was left out for want of room.

    That is what a page without an end would have printed as well.
    """
    plan = plan_page(tellings, DAY, MAX_STORIES)
    with patch.object(sizes, "HEIGHT", 1e9):
        endless = plan_page(tellings, DAY, MAX_STORIES)
    return brief_of(plan.items, plan.in_brief), _sentences(plan) < _sentences(endless)


def _sentences(plan: Plan) -> int:
    return sum(len(item.points) for item in (*plan.items, *plan.in_brief))


def unplanned(tellings: Sequence[Telling]) -> Brief:
    """All that was offered: seven stories of three passages, the rest as one-liners."""
    told = [telling for telling in tellings if telling.passages]
    items = tuple(build_item(telling, 3) for telling in told[:7])
    return brief_of(items, tuple(one_line_item(telling) for telling in told[7:]))


def brief_of(items: tuple[Item, ...], in_brief: tuple[Item, ...]) -> Brief:
    shown = (*items, *in_brief)
    sources = dict.fromkeys(c.article for item in shown for c in wording.printed(item))
    words = sum(len(p.quote.text.split()) for i in shown for p in (*i.points, *i.figures))
    counts = Counts(80, 78, 2, 78, 70, 12, len(shown), words)
    return Brief("Daily brief", DAY, items, in_brief, tuple(sources), (), counts)
