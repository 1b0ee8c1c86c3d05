"""What the brief says itself, in one of its languages: the planner counts it, the writers print it.

`words` are those of the page's language (see `page_language`).
"""

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from briefs.model import Article, Citation, Counts, Item, Point, Story, Thread, source_name
from briefs.normalising import normalise_line
from briefs.page.words import ENGLISH, LANGUAGES, Words, words_of

_ALSO = 2
_NAMES = 5
_LINE = 200
# A story goes on for so many days at most, ten years.
_LONGEST = 3653
_WHOLE = 40


def page_language(articles: Iterable[Article]) -> str:
    """The language most of the cited articles are in, if the brief speaks it; else English."""
    counted = Counter(article.language for article in dict.fromkeys(articles))
    # Of two as frequent the first wins: the one that the page begins with.
    language = max(counted, key=counted.__getitem__, default="")
    return language if language in LANGUAGES else ENGLISH.language


def page_words(items: Iterable[Item]) -> Words:
    """The words of the language that most articles cited by these items are in."""
    return words_of(page_language(c.article for item in items for c in printed(item)))


def long_date(day: date, words: Words = ENGLISH) -> str:
    """20 January 2016."""
    return words.day.format(_number(day, words), words.months[day.month - 1], day.year)


def _number(day: date, words: Words) -> str:
    return str(day.day) if day.day > 1 else words.first


def date_line(day: date | None, counts: Counts, words: Words = ENGLISH) -> str:
    """The line below the title: the day, what was read, and how long the brief takes to read."""
    parts = [
        plural(counts.articles, words.article, words),
        plural(counts.texts, words.text, words),
        plural(counts.sources, words.source, words),
        plural(counts.minutes, words.minutes, words),
    ]
    if day:
        weekday = words.weekdays[day.weekday()]
        parts.insert(0, words.weekday_day.format(weekday, long_date(day, words)))
    return " · ".join(parts)


def unread(count: int, words: Words = ENGLISH) -> str:
    """2 files could not be read."""
    return plural(count, words.unread, words)


def headline(story: Story, words: Words = ENGLISH) -> str:
    """The story's headline as one line of reasonable length."""
    return cut(normalise_line(story.headline)) or words.untitled


def title(article: Article, words: Words = ENGLISH) -> str:
    """The article's title as the list of sources shows it."""
    return cut(article.title) or words.untitled


def label(article: Article, words: Words = ENGLISH) -> str:
    """Source and date: `Associated Press, 20 January 2016`."""
    name = cut(normalise_line(source_name(article)))
    return f"{name}, {long_date(article.day, words)}" if article.day else name


def foreign(article: Article, words: Words) -> str:
    """The article's language if it is another than the page's; else empty."""
    return "" if article.language == words.language else article.language


def source_label(article: Article, day: date | None, words: Words = ENGLISH) -> str:
    """A source as the story's line names it: `Associated Press (20 Jan)` on another day."""
    name = cut(normalise_line(source_name(article)))
    if not day or not article.day or article.day == day:
        return name
    return f"{name} ({_short_date(article.day, day, words)})"


def _short_date(day: date, of: date | None, words: Words) -> str:
    """20 Jan, and the year if it is another than that of `of`."""
    year = "" if of and day.year == of.year else str(day.year)
    month = words.short_months[day.month - 1]
    return words.short_day.format(_number(day, words), month, year).rstrip()


def mark(thread: Thread | None, day: date | None, words: Words = ENGLISH) -> str:
    """`New`, or `Developing since 18 Jan`; empty where no earlier brief is known."""
    if thread is None:
        return ""
    if not thread.developing:
        return words.new
    return words.developing.format(_short_date(thread.since, day, words))


def is_mark(text: str, day: date | None, words: Words) -> bool:
    """Whether a text is a mark that a brief of this day may bear."""
    before = words.developing.partition("{}")[0]
    if text == words.new or day is None or not text.startswith(before):
        return text == words.new
    days = (day - timedelta(days=back) for back in range(1, _LONGEST))
    return any(text == words.developing.format(_short_date(since, day, words)) for since in days)


def source_line(item: Item, day: date | None, words: Words = ENGLISH) -> str:
    """The line under a headline: the mark, who tells the story, and how many origins."""
    parts = (
        mark(item.story.thread, day, words),
        source_names(item, day, words),
        item_origins(item, words),
    )
    return " · ".join(filter(None, parts))


def source_names(item: Item, day: date | None, words: Words = ENGLISH) -> str:
    """Who tells the story: `Associated Press (20 Jan) · Yonhap`, the cited first.

    A source dated on another day than the brief's says so: its "Wednesday" may not be this one.
    """
    cited = [citation.article for citation in printed(item)]
    event = item.story.event
    first_of_origins = [origin.articles[0] for origin in event.origins]
    names: dict[str, None] = {}  # in order, each once
    said: set[str] = set()
    for article in (*cited, *first_of_origins, *event.articles):
        if article in cited or source_name(article) not in said:
            names.setdefault(source_label(article, day, words))
        said.add(source_name(article))
    # Every cited source is named; the others as far as the line reaches.
    shown = max(_NAMES, len({(a.source, a.day) for a in cited}))
    further = len(names) - shown
    listed = " · ".join(list(names)[:shown])
    return f"{listed} {plural(further, words.more, words)}" if further > 0 else listed


def tied(parts: str) -> str:
    """A line such as `Yonhap (20 Jan) · 2 independent origins`, to break behind its dots alone.

    Only a long part may break within.
    """
    return "\u00a0· ".join(
        part if len(part) > _WHOLE else part.replace(" ", "\u00a0") for part in parts.split(" · ")
    )


def wrapped_parts(parts: str, width: int) -> list[str]:
    """Such a line as lines of at most `width` characters, where the parts allow it."""
    lines = textwrap.wrap(tied(parts), width, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\u00a0", " ") for line in lines]


def item_origins(item: Item, words: Words = ENGLISH) -> str:
    """The origins of what is told, those of all that is cited for it among them."""
    return origins(item.story.citing(citation.article for citation in printed(item)), words)


def origins(story: Story, words: Words = ENGLISH) -> str:
    """How many wrote it independently: `2 independent origins`, `single origin: Reuters`."""
    found = story.event.origins
    if len(found) > 1:
        return words.origins.format(len(found))
    names = {normalise_line(source_name(article)) for article in story.event.articles}
    origin = normalise_line(found[0].name) if found else ""
    if not origin or names == {origin}:
        return words.single_origin
    return words.single_origin_of.format(cut(origin))


def printed(item: Item) -> Iterator[Citation]:
    """Every citation that is printed for the item, in the order of the page."""
    for point in (*item.points, *item.figures):
        yield point.quote
        yield from printed_also(point, item.story)


def printed_also(point: Point, story: Story) -> tuple[Citation, ...]:
    """Of the places that state the same, at most two, each of another origin than the quoted."""
    if not point.also:
        return ()
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


def body_text(item: Item, numbers: Mapping[str, int], words: Words = ENGLISH) -> str:
    """The item's sentences as they are read, `[1]` behind each; numbers are by article id."""
    parts = []
    for index, point in enumerate((*item.points, *item.figures)):
        if index == len(item.points):
            parts.append(words.figures)
        also = [f"[{numbers[c.article.id]}]" for c in printed_also(point, item.story)]
        parts.append(f"{point.quote.text} [{numbers[point.quote.article.id]}]")
        if also:
            parts.append(f"({words.also} {' '.join(also)})")
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
        while end > 1 and (_extends(text[end]) or _binds(text[end - 1])):
            end -= 1
    return text[:end].rstrip() + "…"


def _extends(character: str) -> bool:
    """Whether the character belongs to the one before it: accents, joiners, skin tones."""
    marks = unicodedata.category(character) in ("Mn", "Me", "Mc") or character in "\u200c\u200d"
    return marks or "\U0001f3fb" <= character <= "\U0001f3ff"


def _binds(character: str) -> bool:
    """Whether the next character belongs to this one: a joiner, a virama."""
    return character == "\u200d" or unicodedata.combining(character) == 9


def plural(count: int, forms: tuple[str, str], words: Words = ENGLISH) -> str:
    """1 article, 2 articles, 1,200 articles; `forms` are for one and for many."""
    return forms[count != 1].format(f"{count:,}".replace(",", words.thousands))
