"""A brief's own page as the site shows it: as it was written, with the ways that lead from it.

Each story gets a name, so that the other pages can lead to it, and a link to its other days.
"""

import re
from collections.abc import Mapping
from functools import partial
from html import escape

from briefs.publishing.addresses import FEED, HOME, day_path, story_path, way
from briefs.publishing.days import Day, Told
from briefs.publishing.frame import WAYS, add_to_head
from briefs.publishing.threads import Thread
from briefs.publishing.words import SiteWords, site_words

_MAIN = '<main class="brief">\n'
_STORY, _SECTION_END = '<section class="story">', "</section>"
_IN_BRIEF, _ENTRY, _ENTRY_END = '<section class="in-brief">', "<li>", "</li>"
_SOURCE = re.compile(r'<li id="source-(\d{1,6})">.{0,9999}?</li>', re.DOTALL)
_LOCAL = re.compile(r'<a ([^<>]*)\bhref="(?!https?://|#)[^"<>]*"')


def dressed(
    day: Day,
    threads: Mapping[str, Thread],
    previous: Day | None,
    following: Day | None,
    *,
    feed: bool,
) -> str:
    """The page of a day. `previous` and `following` are the briefs next to it, if there are any.

    What is linked by its path beside the brief is not part of the site: such a link leads to the
    article on the same page, or nowhere.
    """
    here = day_path(day.day)
    words = site_words(day.words.language)
    page = day.page
    page = _LOCAL.sub(r"<a \1", _SOURCE.sub(partial(_at_hand, page), page))
    before, main, rest = page.partition(_MAIN)
    rest = _named(rest, day, threads, words, here)
    page = before + main + _ways(words, here, previous, following) + rest
    return add_to_head(page, WAYS, feed=way(here, FEED) if feed else "")


def _at_hand(page: str, source: re.Match[str]) -> str:
    """An entry of the list of sources, its link to a file led to the article on the same page."""
    name = f"article-{source[1]}"
    if f'id="{name}"' not in page:
        return source[0]
    return _LOCAL.sub(rf'<a \1href="#{name}"', source[0])


def _ways(words: SiteWords, here: str, previous: Day | None, following: Day | None) -> str:
    links = [f'<a href="{way(here, HOME)}">{escape(words.all_briefs)}</a>']
    for other, relation, arrow in ((previous, "prev", "‹ {}"), (following, "next", "{} ›")):
        if other:
            short = f"{other.day.day} {other.words.short_months[other.day.month - 1]}"
            links.append(
                f'<a href="{way(here, day_path(other.day))}" rel="{relation}">'
                f"{arrow.format(escape(short))}</a>"
            )
    return f'<nav class="ways" aria-label="{escape(words.ways)}">{"".join(links)}</nav>\n'


def _named(page: str, day: Day, threads: Mapping[str, Thread], words: SiteWords, here: str) -> str:
    """The page with a name for each story, and a link to its other days."""
    for told in day.items:
        line = _link(told, day, threads, words, here)
        more = f'<p class="thread">{line}</p>\n' if line else ""
        page = _once(page, _STORY, f'<section class="story" id="{told.name}">', more, _SECTION_END)
    start, opening, rest = page.partition(_IN_BRIEF)
    section, closing, rest = rest.partition(_SECTION_END)
    for told in day.in_brief:
        line = _link(told, day, threads, words, here)
        more = f' <span class="thread">{line}</span>' if line else ""
        section = _once(section, _ENTRY, f'<li id="{told.name}">', more, _ENTRY_END)
    return start + opening + section + closing + rest


def _once(page: str, opening: str, named: str, more: str, closing: str) -> str:
    """The next `opening` becomes `named`, and `more` is put before its `closing`."""
    start, found, rest = page.partition(opening)
    if not found:
        return page
    inside, end, rest = rest.partition(closing)
    return start + named + inside + more + end + rest


def _link(told: Told, day: Day, threads: Mapping[str, Thread], words: SiteWords, here: str) -> str:
    thread = threads.get(told.thread)
    if thread is None:
        return ""
    said = escape(words.day_of_story.format(thread.number(day)))
    return f'<a href="{way(here, story_path(thread.id))}">{said}</a>'
