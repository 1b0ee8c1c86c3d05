"""A brief or a grouping as JSON: everything that is known, for programs.

Articles are told in full once, under `sources` (cited, by number) or `unused` (with the reason);
everywhere else they are named by id. Keys keep their order, numbers nine significant digits.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from briefs.model import Article, Brief, Citation, Item, Point, Story, Thread, source_name

SCHEMA_VERSION = 1


def render_json(brief: Brief) -> str:
    """The whole brief: sentences with their places and scores, and what was left out and why."""
    counts = brief.counts
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "generator": "briefs",
            "title": brief.title,
            "date": brief.date.isoformat() if brief.date else None,
            "counts": {
                "found": counts.found,
                "read": counts.read,
                "skipped": counts.skipped,
                "articles": counts.articles,
                "texts": counts.texts,
                "sources": counts.sources,
                "stories": counts.stories,
                "words": counts.words,
                "minutes": counts.minutes,
            },
            "items": [_item(item, brief.date) for item in brief.items],
            "in_brief": [_item(item, brief.date) for item in brief.in_brief],
            "sources": [
                {"number": number, **article_record(article)}
                for number, article in enumerate(brief.sources, 1)
            ],
            "unused": [
                {**article_record(unused.article), "reason": unused.reason}
                for unused in brief.unused
            ],
            "skipped": [
                {"path": problem.path, "code": problem.code, "message": problem.message}
                for problem in brief.skipped
            ],
        }
    )


def stories_json(stories: Sequence[Story]) -> str:
    """A grouping, heaviest story first, with its articles in full."""
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "generator": "briefs",
            "stories": [_story(story) for story in stories],
            "articles": [
                article_record(article) for story in stories for article in story.articles
            ],
        }
    )


def _item(item: Item, day: date | None) -> dict[str, Any]:
    thread = item.story.thread or (Thread.begun(day, item.story.headline) if day else None)
    return {
        **_story(item.story),
        "status": "developing" if thread and thread.developing else "new",
        "thread": thread.id if thread else None,
        "since": thread.since.isoformat() if thread else None,
        "sentences": [point_record(point, item.scores) for point in item.points],
        "figures": [point_record(point, item.scores) for point in item.figures],
        "left_out": [
            {**place_record(left.citation), "score": _number(left.score), "reason": left.reason}
            for left in item.left_out
        ],
    }


def _story(story: Story) -> dict[str, Any]:
    return {
        "headline": story.headline,
        "headline_article": story.headline_article.id,
        "weight": _number(story.weight),
        "reasons": list(story.reasons),
        "texts": story.texts,
        "articles": [article.id for article in story.articles],
        "origins": [
            {"name": origin.name, "articles": [article.id for article in origin.articles]}
            for origin in story.origins
        ],
        "copies": [[article.id for article in group] for group in story.copies],
    }


def point_record(point: Point, scores: Mapping[tuple[str, int, int], float]) -> dict[str, Any]:
    """A sentence, its place and score, and the places that state the same."""
    quote = point.quote
    score = scores.get((quote.article.id, quote.start, quote.end))
    return {
        **place_record(quote),
        "score": None if score is None else _number(score),
        "also": [place_record(citation) for citation in point.also],
    }


def place_record(citation: Citation) -> dict[str, Any]:
    return {
        "text": citation.text,
        "article": citation.article.id,
        "start": citation.start,
        "end": citation.end,
    }


def article_record(article: Article) -> dict[str, Any]:
    """What is known of an article, but for its text."""
    return {
        "id": article.id,
        "title": article.title,
        "source": source_name(article),
        "agency": article.agency,
        "authors": list(article.authors),
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "language": article.language,
        "paths": list(article.paths),
        "entry": article.entry,
    }


def _number(value: float) -> float:
    return float(f"{value:.9g}")


def dump(data: Mapping[str, Any]) -> str:
    """The data as JSON text, as every JSON of ours is written."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
