"""The brief's own words, where both the planner (who must count them) and the writers need them.

Month and weekday names are written here, so that no locale changes a page.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from briefs.model import Article, Citation, Counts, Item, Point, Story, source_name
from briefs.normalising import normalise_line

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIGURES = "Sources give different figures:"
UNTITLED = "Untitled"
_ALSO = 2
_NAMES = 5
_LINE = 200


def long_date(day: date) -> str:
    """20 January 2016."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_line(day: date | None, counts: Counts) -> str:
    """The line below the title: the day, what was read, and how long the brief takes to read."""
    parts = [
        plural(counts.articles, "article"),
        plural(counts.texts, "distinct text"),
        plural(counts.sources, "source"),
        f"{counts.minutes}-minute read",
    ]
    if day:
        parts.insert(0, f"{WEEKDAYS[day.weekday()]} {long_date(day)}")
    return " · ".join(parts)


def headline(story: Story) -> str:
    """The story's headline as one line of reasonable length."""
    return cut(normalise_line(story.headline)) or UNTITLED


def title(article: Article) -> str:
    """The article's title as the list of sources shows it."""
    return cut(article.title) or UNTITLED


def label(article: Article) -> str:
    """Source and date: `Associated Press, 20 January 2016`."""
    name = cut(normalise_line(source_name(article)))
    return f"{name}, {long_date(article.day)}" if article.day else name


def source_label(article: Article, day: date | None) -> str:
    """A source as the story's line names it: `Associated Press (20 Jan)` on another day."""
    name = cut(normalise_line(source_name(article)))
    if not day or not article.day or article.day == day:
        return name
    year = f" {article.day.year}" if article.day.year != day.year else ""
    return f"{name} ({article.day.day} {MONTHS[article.day.month - 1][:3]}{year})"


def source_names(item: Item, day: date | None) -> str:
    """Who tells the story: `Associated Press (20 Jan) · Yonhap`, the cited first.

    A source dated on another day than the brief's says so: its "Wednesday" may not be this one.
    """
    cited = [citation.article for citation in printed(item)]
    first_of_origins = [origin.articles[0] for origin in item.story.origins]
    names: dict[str, None] = {}  # in order, each once
    said: set[str] = set()
    for article in (*cited, *first_of_origins, *item.story.articles):
        if article in cited or source_name(article) not in said:
            names.setdefault(source_label(article, day))
        said.add(source_name(article))
    # Every cited source is named; the others as far as the line reaches.
    shown = max(_NAMES, len({(a.source, a.day) for a in cited}))
    further = len(names) - shown
    listed = " · ".join(list(names)[:shown])
    return f"{listed} and {further} more" if further > 0 else listed


def origins(story: Story) -> str:
    """How many wrote it independently: `2 independent origins`, `single origin: Reuters`."""
    if len(story.origins) > 1:
        return f"{len(story.origins)} independent origins"
    names = {normalise_line(source_name(article)) for article in story.articles}
    origin = normalise_line(story.origins[0].name) if story.origins else ""
    return f"single origin: {cut(origin)}" if origin and names != {origin} else "single origin"


def printed(item: Item) -> Iterator[Citation]:
    """Every citation that is printed for the item, in the order of the page."""
    for point in (*item.points, *item.figures):
        yield point.quote
        yield from printed_also(point, item.story)


def printed_also(point: Point, story: Story) -> tuple[Citation, ...]:
    """Of the places that state the same, at most two, each of another origin than the quoted."""
    origin_of = {
        article.id: number
        for number, origin in enumerate(story.origins)
        for article in origin.articles
    }
    taken = {origin_of.get(point.quote.article.id, -1)}
    chosen: list[Citation] = []
    for citation in point.also:
        origin = origin_of.get(citation.article.id, -1)
        if origin not in taken and len(chosen) < _ALSO:
            taken.add(origin)
            chosen.append(citation)
    return tuple(chosen)


def body_text(item: Item, numbers: Mapping[str, int]) -> str:
    """The item's sentences as they are read, `[1]` behind each; numbers are by article id."""
    parts = []
    for index, point in enumerate((*item.points, *item.figures)):
        if index == len(item.points):
            parts.append(FIGURES)
        also = [f"[{numbers[c.article.id]}]" for c in printed_also(point, item.story)]
        parts.append(f"{point.quote.text} [{numbers[point.quote.article.id]}]")
        if also:
            parts.append(f"(also {' '.join(also)})")
    return " ".join(parts)


def cut(text: str, limit: int = _LINE) -> str:
    """`text`, or as much of it as `limit` characters hold and `…`, between words if possible."""
    if len(text) <= limit:
        return text
    end = limit - 1
    space = text.rfind(" ", limit // 2, end + 1)
    if space > 0:
        end = space
    else:
        while end > 1 and _joins(text[end]) | _joins(text[end - 1]):
            end -= 1
    return text[:end].rstrip() + "…"


def _joins(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or character in "\u200c\u200d"


def plural(count: int, noun: str) -> str:
    """1 article, 2 articles, 1,200 articles."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
