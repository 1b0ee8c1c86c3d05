"""A brief as Markdown: prose above, and below it one link definition per cited place."""

import json
import re
from collections.abc import Iterator

from briefs.model import Brief, Item, Point
from briefs.normalising import normalise_line
from briefs.page import wording
from briefs.page.words import ENGLISH, Words
from briefs.rendering.markdown.escaping import entities, escape
from briefs.rendering.markdown.notes import Notes, Visible

_PLAIN_YAML = re.compile(r"[A-Za-z][\w ,.()'’-]*")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_CLOSED = tuple(".!?…:")


def render_markdown(brief: Brief, visible: Visible | None = None) -> str:
    """The brief as Markdown, citations and proof included; `parse` reads them back.

    A citation opens its page at the cited words if they can be found in its `visible` text, or
    nobody knows that; else at the top.
    """
    items = (*brief.items, *brief.in_brief)
    words = wording.page_words(items)
    printed = (citation for item in items for citation in wording.printed(item))
    notes = Notes(brief.sources, printed, words, brief.articles_base, visible)
    return "\n".join(_lines(brief, notes, words)) + "\n"


def _lines(brief: Brief, notes: Notes, words: Words) -> Iterator[str]:
    title = normalise_line(brief.title) or "Brief"
    yield from _front_matter(brief, title, words)
    yield from ("", f"# {escape(title)}", "", wording.date_line(brief.date, brief.counts, words))
    for item in brief.items:
        names = escape(wording.source_names(item, brief.date, words))
        origins = escape(wording.item_origins(item, words))
        mark = wording.mark(item.story.thread, brief.date, words)
        by = f"**{mark}** · *{names}* · {origins}" if mark else f"*{names}* · {origins}"
        yield from ("", _heading(item, words), "", by, "", _body(item, notes, words))
    if brief.in_brief:
        yield from ("", f"## {words.in_brief}", "")
        for item in brief.in_brief:
            yield f"- **{_sentence_head(item, words)}** {_body(item, notes, words)}"
    if brief.sources:
        yield from ("", f"## {words.sources}", "", *notes.sources())
    if brief.counts.skipped:
        yield from ("", f"*{wording.unread(brief.counts.skipped, words)}*")
    if brief.sources:
        yield from ("", *notes.definitions())


def _front_matter(brief: Brief, title: str, words: Words) -> Iterator[str]:
    plain = _PLAIN_YAML.fullmatch(title) and title.lower() not in _YAML_WORDS
    yield "---"
    yield f"title: {title if plain else json.dumps(title, ensure_ascii=False)}"
    if brief.date:
        yield f"date: {brief.date.isoformat()}"
    if words is not ENGLISH:
        yield f"lang: {words.language}"
    yield "generator: briefs"
    yield f"articles: {brief.counts.articles}"
    yield f"texts: {brief.counts.texts}"
    yield f"sources: {brief.counts.sources}"
    yield f"stories: {brief.counts.stories}"
    yield "---"


def _body(item: Item, notes: Notes, words: Words) -> str:
    def written(point: Point) -> str:
        also = " ".join(map(notes.mark, wording.printed_also(point, item.story)))
        quoted = f"{escape(point.quote.text)} {notes.mark(point.quote)}"
        return f"{quoted} ({words.also} {also})" if also else quoted

    figures = [f"**{words.figures}**", *map(written, item.figures)] if item.figures else []
    return " ".join([*map(written, item.points), *figures])


def _heading(item: Item, words: Words) -> str:
    headline = wording.headline(item.story, words)
    if headline in (words.in_brief, words.sources):
        return f"## {entities(headline[0])}{headline[1:]}"
    return f"## {escape(headline)}"


def _sentence_head(item: Item, words: Words) -> str:
    """The headline as a sentence of its own; a stop that is its own is told from ours."""
    headline = wording.headline(item.story, words)
    if headline.endswith("."):
        return escape(headline[:-1]) + entities(".")
    return escape(headline) + ("" if headline.endswith(_CLOSED) else ".")
