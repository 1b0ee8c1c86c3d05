"""A summary as Markdown with citations, or as JSON."""

from briefs.model import Article, Citation, Summary
from briefs.page import wording
from briefs.page.words import words_of
from briefs.rendering.json import SCHEMA_VERSION, article_record, dump, point_record
from briefs.rendering.markdown.escaping import escape
from briefs.rendering.markdown.notes import Notes


def summary_markdown(summary: Summary) -> str:
    """One paragraph, each sentence cited as in a brief, and the list of its sources."""
    quotes = [point.quote for point in summary.points]
    sources = _articles(quotes)
    notes = Notes(sources, quotes, words_of(wording.page_language(sources)))
    prose = " ".join(f"{escape(quote.text)} {notes.mark(quote)}" for quote in quotes)
    return "\n".join((prose, "", *notes.sources(), "", *notes.definitions())) + "\n"


def summary_json(summary: Summary) -> str:
    """A summary: its text, and every sentence with its place."""
    citations = [place for point in summary.points for place in (point.quote, *point.also)]
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "generator": "briefs",
            "text": summary.text,
            "sentences": [point_record(point, {}) for point in summary.points],
            "sources": [article_record(article) for article in _articles(citations)],
        }
    )


def _articles(citations: list[Citation]) -> tuple[Article, ...]:
    return tuple({citation.article.id: citation.article for citation in citations}.values())
