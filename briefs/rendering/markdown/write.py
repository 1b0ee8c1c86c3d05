"""A brief as Markdown: prose above, and below it one link definition per cited place."""

import json
import re
from collections.abc import Iterator

from briefs.model import Brief, Item, Point
from briefs.normalising import normalise_line
from briefs.page import wording
from briefs.rendering.markdown.escaping import entities, escape
from briefs.rendering.markdown.notes import Notes

IN_BRIEF = "In brief"
SOURCES = "Sources"
_PLAIN_YAML = re.compile(r"[A-Za-z][\w ,.()'’-]*")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_CLOSED = tuple(".!?…:")


def render_markdown(brief: Brief) -> str:
    """The brief as Markdown, citations and proof included; `parse` reads them back."""
    items = (*brief.items, *brief.in_brief)
    printed = (citation for item in items for citation in wording.printed(item))
    notes = Notes(brief.sources, printed, brief.articles_base)
    return "\n".join(_lines(brief, notes)) + "\n"


def _lines(brief: Brief, notes: Notes) -> Iterator[str]:
    title = normalise_line(brief.title) or "Brief"
    yield from _front_matter(brief, title)
    yield from ("", f"# {escape(title)}", "", wording.date_line(brief.date, brief.counts))
    for item in brief.items:
        names = escape(wording.source_names(item, brief.date))
        origins = escape(wording.origins(item.story))
        yield from ("", _heading(item), "", f"*{names}* · {origins}", "", _body(item, notes))
    if brief.in_brief:
        yield from ("", f"## {IN_BRIEF}", "")
        for item in brief.in_brief:
            yield f"- **{_sentence_head(item)}** {_body(item, notes)}"
    if brief.sources:
        yield from ("", f"## {SOURCES}", "", *notes.sources())
    if brief.counts.skipped:
        yield from ("", f"*{wording.plural(brief.counts.skipped, 'file')} could not be read.*")
    if brief.sources:
        yield from ("", *notes.definitions())


def _front_matter(brief: Brief, title: str) -> Iterator[str]:
    plain = _PLAIN_YAML.fullmatch(title) and title.lower() not in _YAML_WORDS
    yield "---"
    yield f"title: {title if plain else json.dumps(title, ensure_ascii=False)}"
    if brief.date:
        yield f"date: {brief.date.isoformat()}"
    yield "generator: briefs"
    yield f"articles: {brief.counts.articles}"
    yield f"texts: {brief.counts.texts}"
    yield f"sources: {brief.counts.sources}"
    yield f"stories: {brief.counts.stories}"
    yield "---"


def _body(item: Item, notes: Notes) -> str:
    def written(point: Point) -> str:
        also = " ".join(map(notes.mark, wording.printed_also(point, item.story)))
        quoted = f"{escape(point.quote.text)} {notes.mark(point.quote)}"
        return f"{quoted} (also {also})" if also else quoted

    figures = [f"**{wording.FIGURES}**", *map(written, item.figures)] if item.figures else []
    return " ".join([*map(written, item.points), *figures])


def _heading(item: Item) -> str:
    headline = wording.headline(item.story)
    if headline in (IN_BRIEF, SOURCES):
        return f"## {entities(headline[0])}{headline[1:]}"
    return f"## {escape(headline)}"


def _sentence_head(item: Item) -> str:
    """The headline as a sentence of its own; a stop that is its own is told from ours."""
    headline = wording.headline(item.story)
    if headline.endswith("."):
        return escape(headline[:-1]) + entities(".")
    return escape(headline) + ("" if headline.endswith(_CLOSED) else ".")
