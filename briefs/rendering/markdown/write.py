"""A brief as Markdown: prose above, and below it one link definition per cited place.

The definition's title carries the proof: `"Outlet, 20 January 2016 · 3f9a1c2b 426-624"` says that
the sentence is `text[426:624]` of the article with that id.
"""

import json
import re
from collections.abc import Iterator

from briefs.model import Brief, Citation, Item, Point
from briefs.normalising import normalise_line
from briefs.page import wording
from briefs.rendering.markdown.escaping import entities, escape
from briefs.rendering.markdown.links import article_link, citation_link

IN_BRIEF = "In brief"
SOURCES = "Sources"
_PLAIN_YAML = re.compile(r"[A-Za-z][\w ,.()'’-]*")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_CLOSED = tuple(".!?…:")


def render_markdown(brief: Brief) -> str:
    """The brief as Markdown, citations and proof included; `parse` reads them back."""
    return "\n".join(_Writer(brief).lines()) + "\n"


class _Writer:
    """The numbers and labels of one brief's citations, and the lines written with them."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.numbers = {article.id: n for n, article in enumerate(brief.sources, 1)}
        self.places: dict[tuple[int, int, int], tuple[str, Citation]] = {}
        count: dict[int, int] = {}
        for item in (*brief.items, *brief.in_brief):
            for citation in wording.printed(item):
                place = self._place(citation)
                if place not in self.places:
                    seen = count.get(place[0], 0)
                    count[place[0]] = seen + 1
                    self.places[place] = (f"s{place[0]}{_letters(seen)}", citation)

    def lines(self) -> Iterator[str]:
        brief = self.brief
        title = normalise_line(brief.title) or "Brief"
        yield from self._front_matter(title)
        yield from ("", f"# {escape(title)}", "", wording.date_line(brief))
        for item in brief.items:
            names = escape(wording.source_names(item, brief.date))
            origins = escape(wording.origins(item.story))
            yield from ("", f"## {_heading(item)}")
            yield from ("", f"*{names}* · {origins}")
            yield from ("", self._body(item))
        if brief.in_brief:
            yield from ("", f"## {IN_BRIEF}", "")
            for item in brief.in_brief:
                yield f"- **{_sentence_head(item)}** {self._body(item)}"
        if brief.sources:
            yield from ("", f"## {SOURCES}", "")
            yield from self._sources()
        if brief.counts.skipped:
            files = "1 file" if brief.counts.skipped == 1 else f"{brief.counts.skipped:,} files"
            yield from ("", f"*{files} could not be read.*")
        if brief.sources:
            yield ""
            yield from self._definitions()

    def _front_matter(self, title: str) -> Iterator[str]:
        counts = self.brief.counts
        plain = _PLAIN_YAML.fullmatch(title) and title.lower() not in _YAML_WORDS
        yield "---"
        yield f"title: {title if plain else json.dumps(title, ensure_ascii=False)}"
        if self.brief.date:
            yield f"date: {self.brief.date.isoformat()}"
        yield "generator: briefs"
        yield f"articles: {counts.articles}"
        yield f"texts: {counts.texts}"
        yield f"sources: {counts.sources}"
        yield f"stories: {counts.stories}"
        yield "---"

    def _body(self, item: Item) -> str:
        parts = [self._point(point, item) for point in item.points]
        if item.figures:
            parts.append(f"**{wording.FIGURES}**")
            parts += [self._point(point, item) for point in item.figures]
        return " ".join(parts)

    def _point(self, point: Point, item: Item) -> str:
        also = " ".join(map(self._mark, wording.printed_also(point, item.story)))
        quoted = f"{escape(point.quote.text)} {self._mark(point.quote)}"
        return f"{quoted} (also {also})" if also else quoted

    def _mark(self, citation: Citation) -> str:
        place = self._place(citation)
        return f"[[{place[0]}]][{self.places[place][0]}]"

    def _place(self, citation: Citation) -> tuple[int, int, int]:
        return self.numbers[citation.article.id], citation.start, citation.end

    def _sources(self) -> Iterator[str]:
        for number, article in enumerate(self.brief.sources, 1):
            title = escape(wording.title(article))
            if article_link(article, self.brief.articles_base):
                title = f"[{title}][a{number}]"
            label = escape(wording.label(article)).replace(": ", f"{entities(':')} ")
            yield f"{number}. {label}: {title}"

    def _definitions(self) -> Iterator[str]:
        base = self.brief.articles_base
        for number, article in enumerate(self.brief.sources, 1):
            link = article_link(article, base)
            if link:
                yield f"[a{number}]: <{link}>"
            label = _in_quotes(wording.label(article))
            for (of, start, end), (key, citation) in self.places.items():
                if of == number:
                    target = citation_link(citation, number, base)
                    yield f'[{key}]: <{target}> "{label} · {article.id} {start}-{end}"'


def _heading(item: Item) -> str:
    headline = wording.headline(item.story)
    if headline in (IN_BRIEF, SOURCES):
        return entities(headline[0]) + headline[1:]
    return escape(headline)


def _sentence_head(item: Item) -> str:
    """The headline as a sentence of its own; a stop that is its own is told from ours."""
    headline = wording.headline(item.story)
    if headline.endswith("."):
        return escape(headline[:-1]) + entities(".")
    return escape(headline) + ("" if headline.endswith(_CLOSED) else ".")


def _in_quotes(text: str) -> str:
    return escape(text).replace('"', entities('"'))


def _letters(index: int) -> str:
    """Nothing, b, c … z, ba, bb … for the first, second, third place in a source."""
    letters = ""
    while index:
        index, digit = divmod(index, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
