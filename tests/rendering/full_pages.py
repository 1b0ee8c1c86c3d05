"""Briefs in our own words that fill a page to the planner's last point."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from briefs.model import Article, Brief, Citation, Counts, Item, Origin, Point, Story
from briefs.page import sizes
from briefs.page.planner import Plan, page_height

DAY = date(2026, 3, 10)
WORDS = (
    "the harbour council said on Tuesday that a new breakwater would cost $4.2 million and take "
    "until 2028 after months of argument with “fishing” families, who fear for their moorings; "
    "Mayor Ingrid Halvorsen called it an opportunity WWF Scotland wished it had, mostly because "
    "of MacMillan's world-renowned kelp nurseries, ferries, timetables, and half-illuminated "
    "lighthouses in Inverallochy by Westhaven & Sons Ltd"
).split()
OUTLETS = (
    "Harbour Gazette",
    "Evening Star",
    "Castlemoor Observer and Commercial Messenger",
    "Radio Six",
    "Norden Wire",
)


def full_brief(seed: int, sources: int = 1000, languages: Sequence[str] = ("",)) -> Brief:
    """A brief to which no further story of the next size could be added.

    Of `sources` articles at most; further sentences then come from those that are cited already.
    The articles are in the `languages` in turn.
    """
    maker = _Maker(Random(seed), sources, languages)
    items: list[Item] = []
    in_brief: list[Item] = []
    wanted = maker.random.randint(2, 9)
    while len(items) < 40:
        items.append(maker.story())
        if _height(items, in_brief) > sizes.HEIGHT:
            items.pop()
            break
        if len(items) == wanted:
            break
    while len(in_brief) < 60:
        in_brief.append(maker.story(one_line=True))
        if _height(items, in_brief) > sizes.HEIGHT:
            in_brief.pop()
            break
    return _brief(items, in_brief)


def _height(items: list[Item], in_brief: list[Item]) -> float:
    return page_height(Plan(tuple(items), tuple(in_brief)), DAY)


def _brief(items: list[Item], in_brief: list[Item]) -> Brief:
    cited = {
        citation.article.id: citation.article
        for item in (*items, *in_brief)
        for point in (*item.points, *item.figures)
        for citation in (point.quote, *point.also)
    }
    counts = Counts(80, 78, 0, 78, 70, 12, len(items) + len(in_brief), 400)
    return Brief(
        "Daily brief", DAY, tuple(items), tuple(in_brief), tuple(cited.values()), (), counts
    )


class _Maker:
    def __init__(self, random: Random, sources: int, languages: Sequence[str]) -> None:
        self.random = random
        self.languages = languages
        self.articles: list[Article] = []
        self.sources = sources

    def story(self, *, one_line: bool = False) -> Item:
        count = 1 if one_line else self.random.randint(1, 4)
        articles = [self.article() for _ in range(count)]
        points = tuple(self.points(articles, 1 if one_line else self.random.randint(1, 4)))
        origins = tuple(Origin(article.source, (article,)) for article in articles)
        headline = self.prose(5, 14)
        return Item(Story(tuple(articles), origins, headline, 1.0, articles[0]), points)

    def points(self, articles: list[Article], count: int) -> Iterator[Point]:
        for number in range(count):
            article = articles[number % len(articles)]
            lines = article.text.split("\n")
            line = self.random.randrange(len(lines))
            start = sum(len(text) + 1 for text in lines[:line])
            others = [other for other in articles if other is not article]
            also = tuple(Citation(other, 0, 9) for other in others[: self.random.randint(0, 2)])
            yield Point(Citation(article, start, start + len(lines[line])), also)

    def article(self) -> Article:
        if len(self.articles) < self.sources:
            self.articles.append(
                Article(
                    title=self.prose(5, 16),
                    text="\n".join(self.prose(12, 45) + "." for _ in range(8)),
                    source=self.random.choice(OUTLETS),
                    url=f"https://news.example/{len(self.articles)}",
                    published=date(2026, 3, self.random.choice((9, 10))),
                    language=self.languages[len(self.articles) % len(self.languages)],
                )
            )
            return self.articles[-1]
        return self.random.choice(self.articles)

    def prose(self, least: int, most: int) -> str:
        words = self.random.choices(WORDS, k=self.random.randint(least, most))
        return " ".join(words).rstrip(",;").capitalize()
