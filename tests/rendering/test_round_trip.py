"""`parse` reads back everything that `render_markdown` writes."""

import pytest
from full_pages import full_brief
from hypothesis import given, settings
from random_briefs import TEXT, briefs

from briefs.errors import UsageError
from briefs.model import Brief, Citation, Item
from briefs.page import wording
from briefs.page.words import Words
from briefs.rendering.markdown import ParsedItem, ParsedPoint, Place, parse, render_markdown
from briefs.rendering.markdown.escaping import escape, unescape


def place(citation: Citation, words: Words) -> tuple[str, int, int, str]:
    article = citation.article
    return article.id, citation.start, citation.end, wording.label(article, words)


def read(place: Place | None) -> tuple[str, int, int, str]:
    assert place is not None
    return place.article, place.start, place.end, place.label


def told(item: Item, words: Words) -> list[object]:
    return [
        wording.headline(item.story, words),
        [
            [
                (
                    point.quote.text,
                    place(point.quote, words),
                    [place(c, words) for c in wording.printed_also(point, item.story)],
                )
                for point in group
            ]
            for group in (item.points, item.figures)
        ],
    ]


def found(item: ParsedItem) -> list[object]:
    def points(group: tuple[ParsedPoint, ...]) -> list[object]:
        return [(p.text, read(p.quote), [read(place) for place in p.also]) for p in group]

    return [item.headline, [points(item.points), points(item.figures)]]


@settings(deadline=None)
@given(briefs())
def test_parse_gives_back_every_sentence_and_place(brief: Brief) -> None:
    """Texts, places, labels, headlines, sources and counts survive, whatever they contain."""
    words = wording.page_words((*brief.items, *brief.in_brief))
    parsed = parse(render_markdown(brief))
    assert parsed.words == words
    assert [found(item) for item in parsed.items] == [told(item, words) for item in brief.items]
    assert [found(item) for item in parsed.in_brief] == [
        told(item, words) for item in brief.in_brief
    ]
    assert [(s.number, s.label, s.title) for s in parsed.sources] == [
        (n, wording.label(a, words), wording.title(a, words))
        for n, a in enumerate(brief.sources, 1)
    ]
    assert parsed.date == brief.date
    assert parsed.date_line == wording.date_line(brief.date, brief.counts, words)
    assert parsed.skipped == brief.counts.skipped
    assert parsed.counts["articles"] == brief.counts.articles
    assert not parsed.stray
    for item, written in zip(brief.items, parsed.items, strict=True):
        assert written.mark == wording.mark(item.story.thread, brief.date, words)
        assert written.sources == wording.source_names(item, brief.date, words)
        assert written.origins == wording.origins(item.story, words)


def test_line_endings_do_not_matter() -> None:
    """A brief that passed through an editor with other line endings reads the same."""
    markdown = render_markdown(full_brief(1))
    assert parse("\ufeff" + markdown.replace("\n", "\r\n")) == parse(markdown)


@settings(deadline=None)
@given(TEXT)
def test_escaping_is_undone(text: str) -> None:
    """unescape(escape(text)) is text, for any text at all."""
    assert unescape(escape(text)) == text


def test_plain_prose_stays_plain() -> None:
    """Ordinary sentences are not littered with entities."""
    prose = (
        "“We’ll spend $7.5 million,” AT&T said (about 3% more than in 2015) – 'a lot'; S&P agreed: "
        'it is "good" - mostly!'
    )
    assert escape(prose) == prose


@pytest.mark.parametrize(
    "text", ["", "# Notes\n", "---\ntitle: x\n---\n", "---\ngenerator: briefs"]
)
def test_other_files_are_no_briefs(text: str) -> None:
    """Markdown that briefs did not write is refused by name."""
    with pytest.raises(UsageError, match="not a brief"):
        parse(text)
