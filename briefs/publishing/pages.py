"""The pages around the briefs: the home page, a page per month, a page per continuing story."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby

from briefs.normalising import normalise_line
from briefs.page.wording import cut, long_date, plural
from briefs.page.words import Words
from briefs.publishing.addresses import FEED, HOME, day_path, month_path, story_path, way
from briefs.publishing.days import Day, Quote, Told
from briefs.publishing.frame import frame
from briefs.publishing.threads import Thread, current
from briefs.publishing.words import SiteWords, site_words

_BEFORE = 10  # days told on the home page before the newest
_HEADLINES = 3  # of each of them


def home_page(days: Sequence[Day], threads: Mapping[str, Thread], *, feed: bool) -> str:
    """The newest brief, what goes on, the days before, all months. `days` are in order, not none.

    The site speaks the language of its newest brief.
    """
    newest, words = days[-1], days[-1].words
    own = site_words(words.language)
    count = plural(len(days), own.briefs, words)
    facts = [f"{count} {own.since.format(long_date(days[0].day, words))}"]
    parts = [
        f"<header>\n<h1>{escape(newest.title)}</h1>",
        f'<p class="date">{_tied(map(escape, facts))}'
        + (f' · <span class="tie"><a href="{FEED}">{escape(own.feed)}</a></span>' if feed else "")
        + "</p>\n</header>",
        _newest(newest, threads, own),
        _continuing(current(threads, days), own, words),
    ]
    before = days[-1 - _BEFORE : -1][::-1]
    if before:
        rows = "\n".join(_row(day, HOME, month=True) for day in before)
        parts.append(_part(own.earlier, f'<ul class="days">\n{rows}\n</ul>'))
    parts.append(_part(own.by_month, "\n".join(_months(days, words, own))))
    body = "\n".join(filter(None, parts))
    return frame(newest.title, words.language, body, feed=FEED if feed else "")


def month_page(days: Sequence[Day], months: Sequence[date], *, feed: bool) -> str:
    """The days of one month, the newest first. `months` are the first days of all months."""
    first, words = days[0].day.replace(day=1), days[-1].words
    own, here = site_words(words.language), month_path(first)
    at = months.index(first)
    rows = "\n".join(_row(day, here) for day in reversed(days))
    around = [
        f'<a href="{way(here, month_path(month))}">{arrow.format(escape(_month(month, words)))}</a>'
        for month, arrow in (
            *((month, "‹ {}") for month in months[:at][-1:]),
            *((month, "{} ›") for month in months[at + 1 :][:1]),
        )
    ]
    body = "\n".join(
        (
            _home_link(here, own),
            f"<header>\n<h1>{escape(_month(first, words))}</h1>",
            f'<p class="date">{escape(plural(len(days), own.briefs, words))}</p>\n</header>',
            f'<ul class="days">\n{rows}\n</ul>',
            f'<nav class="foot" aria-label="{escape(own.by_month)}">{"".join(around)}</nav>'
            if around
            else "",
        )
    )
    title = f"{days[-1].title}: {_month(first, words)}"
    return frame(title, words.language, body, feed=way(here, FEED) if feed else "")


def story_page(thread: Thread, *, feed: bool) -> str:
    """A story through its days, the oldest first: what each brief said of it, word for word."""
    day, words = thread.told[-1][0], thread.told[-1][0].words
    own, here = site_words(words.language), story_path(thread.id)
    facts = (
        plural(len(thread.told), own.days, words),
        plural(thread.sources, words.source, words),
        own.since.format(long_date(thread.told[0][0].day, words)),
    )
    parts = []
    before = ""
    for each, told in thread.told:
        headline = _headline(told)
        parts.append(_chapter(each, told, here, headline if headline != before else ""))
        before = headline
    body = "\n".join(
        (
            _home_link(here, own),
            f"<header>\n<h1>{escape(_headline(thread))}</h1>",
            f'<p class="date">{_tied(map(escape, facts))}</p>\n</header>',
            *parts,
        )
    )
    title = f"{day.title}: {_headline(thread)}"
    return frame(title, words.language, body, feed=way(here, FEED) if feed else "")


def _newest(day: Day, threads: Mapping[str, Thread], own: SiteWords) -> str:
    here = day_path(day.day)
    parts = [
        '<section class="newest">',
        f'<h2><a href="{here}">{escape(_date(day))}</a></h2>',
        f'<p class="by">{_tied(map(escape, _counts(day)))}</p>',
    ]
    for kind, stories in (("head", day.items), ("short", day.in_brief)):
        if stories:
            lines = (_linked(told, day, threads, own) for told in stories)
            parts += ["<ul>", *(f'<li class="{kind}">{line}</li>' for line in lines), "</ul>"]
    parts += [
        f'<p class="whole"><a href="{here}">{escape(own.whole_brief)} →</a></p>',
        "</section>",
    ]
    return "\n".join(parts)


def _linked(told: Told, day: Day, threads: Mapping[str, Thread], own: SiteWords) -> str:
    """A headline that leads to its place in the brief, and to the story's other days."""
    link = f'<a href="{day_path(day.day)}#{told.name}">{escape(_headline(told))}</a>'
    if told.thread not in threads:
        return link
    thread = threads[told.thread]
    days = escape(plural(len(thread.told), own.days, day.words))
    return f'{link} <a class="tag" href="{story_path(thread.id)}">{days}</a>'


def _continuing(threads: Sequence[Thread], own: SiteWords, words: Words) -> str:
    if not threads:
        return ""
    lines = []
    for thread in threads:
        days = plural(len(thread.told), own.days, words)
        since = own.since.format(long_date(thread.told[0][0].day, words))
        lines.append(
            f'<li><a href="{story_path(thread.id)}">{escape(_headline(thread))}'
            f'</a> <span class="quiet">{escape(days)} · {escape(since)}</span></li>'
        )
    rows = "\n".join(lines)
    return (
        f'<section class="box">\n<h2>{escape(own.continuing)}</h2>\n'
        f'<ul class="threads">\n{rows}\n</ul>\n</section>'
    )


def _row(day: Day, here: str, *, month: bool = False) -> str:
    """A day as the lists show it: its date, and the headlines that its brief begins with."""
    page = way(here, day_path(day.day))
    weekday = escape(day.words.weekdays[day.day.weekday()])
    short = escape(day.words.short_months[day.day.month - 1])
    number = f"{day.day.day} <small>{short}</small>" if month else str(day.day.day)
    lines = "\n".join(
        f'<li><a href="{page}#{told.name}">{escape(_headline(told))}</a></li>'
        for told in day.told[:_HEADLINES]
    )
    headlines = f"<ul>\n{lines}\n</ul>\n" if lines else ""
    stories = escape(plural(len(day.told), site_words(day.words.language).stories, day.words))
    return (
        f'<li><a class="when" href="{page}">'
        f'<span class="number">{number}</span><span class="weekday">{weekday}</span></a>\n'
        f'<div class="what">{headlines}<p class="quiet">{stories}</p></div></li>'
    )


def _months(days: Sequence[Day], words: Words, own: SiteWords) -> Iterator[str]:
    for year, of_year in groupby(reversed(days), key=lambda day: day.day.year):
        yield f'<h3 class="year">{year}</h3>\n<ul class="months">'
        for month, of_month in groupby(of_year, key=lambda day: day.day.replace(day=1)):
            count = escape(plural(len(list(of_month)), own.briefs, words))
            name = escape(words.months[month.month - 1].capitalize())
            yield (
                f'<li><a href="{month_path(month)}">{name}</a>'
                f'<span class="quiet">{count}</span></li>'
            )
        yield "</ul>"


def _chapter(day: Day, told: Told, here: str, headline: str) -> str:
    page = way(here, day_path(day.day))
    sentences = [_sentence(quote, day, page) for quote in told.quotes]
    if told.figures:
        sentences.append(f"<strong>{escape(day.words.figures)}</strong>")
        sentences += [_sentence(quote, day, page) for quote in told.figures]
    return "\n".join(
        filter(
            None,
            (
                f'<section class="told" lang="{day.words.language}">',
                f'<h2><a href="{page}#{told.name}">{escape(_date(day))}</a></h2>',
                f"<h3>{escape(headline)}</h3>" if headline else "",
                f'<p class="body">{" ".join(sentences)}</p>',
                "</section>",
            ),
        )
    )


def _sentence(quote: Quote, day: Day, page: str) -> str:
    """A sentence, word for word, and a link to its place beside that day's brief."""
    foreign = quote.language and quote.language != day.words.language
    text = escape(quote.text, quote=False)
    if foreign:
        text = f'<span lang="{escape(quote.language)}">{text}</span>'
    target = f"{page}#{quote.place}" if quote.place else escape(quote.address)
    source = escape(cut(normalise_line(quote.source), 60))
    if not target:
        return f'{text} <span class="cite">[{source}]</span>'
    return f'{text} <a class="cite" href="{target}">[{source}]</a>'


def _home_link(here: str, own: SiteWords) -> str:
    link = f'<a href="{way(here, HOME)}">{escape(own.all_briefs)}</a>'
    return f'<nav class="ways" aria-label="{escape(own.ways)}">{link}</nav>'


def _part(heading: str, inside: str) -> str:
    return f'<section class="part">\n<h2>{escape(heading)}</h2>\n{inside}\n</section>'


def _counts(day: Day) -> tuple[str, ...]:
    words = day.words
    forms = {"articles": words.article, "sources": words.source, "minutes": words.minutes}
    return tuple(
        plural(day.counts[name], form, words) for name, form in forms.items() if name in day.counts
    )


def _headline(story: Told | Thread) -> str:
    return cut(normalise_line(story.headline))


def _date(day: Day) -> str:
    weekday = day.words.weekdays[day.day.weekday()]
    return day.words.weekday_day.format(weekday, long_date(day.day, day.words))


def _month(month: date, words: Words) -> str:
    return f"{words.months[month.month - 1].capitalize()} {month.year}"


def _tied(parts: Iterable[str]) -> str:
    """Parts of a line, each kept together."""
    return " · ".join(f'<span class="tie">{part}</span>' for part in parts)
