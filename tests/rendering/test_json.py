"""The brief as data."""

import json
from typing import Any

from full_pages import full_brief
from hypothesis import given, settings
from random_briefs import briefs

from briefs.model import Brief, Citation, LeftOut, Problem, Summary, Unused
from briefs.rendering.json import render_json, stories_json
from briefs.rendering.markdown import Place, parse, render_markdown
from briefs.rendering.summary import summary_json, summary_markdown


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_json_says_what_the_page_says(brief: Brief) -> None:
    """Every printed sentence stands in the JSON with the same place; text is kept as it is."""
    written = render_json(brief)
    assert written.endswith("}\n")
    data = json.loads(written)
    items: list[dict[str, Any]] = [*data["items"], *data["in_brief"]]
    told = [s for item in items for s in (*item["sentences"], *item["figures"])]
    printed = parse(render_markdown(brief)).points
    assert [(s["text"], s["article"], s["start"], s["end"]) for s in told] == [
        (p.text, p.quote.article, p.quote.start, p.quote.end) for p in printed if p.quote
    ]
    assert [source["id"] for source in data["sources"]] == [a.id for a in brief.sources]


def test_json_says_what_was_left_out_and_why() -> None:
    """Sentences not used, articles not cited and files not read are there with their reasons."""
    brief = full_brief(1)
    item = brief.items[0]
    article = item.story.articles[0]
    left = LeftOut(Citation(article, 0, 20), 0.123456789123, "too long")
    scores = {(item.points[0].quote.article.id, item.points[0].quote.start, 0): 1.0}
    first = type(item)(**{**vars(item), "left_out": (left,), "scores": scores})
    brief = Brief(
        **{
            **vars(brief),
            "items": (first,),
            "unused": (Unused(article, "not news"),),
            "skipped": (Problem("a\x1b.txt", "empty", "holds nothing; skipped"),),
        }
    )
    data = json.loads(render_json(brief))
    assert data["schema_version"] == 1
    assert data["items"][0]["left_out"] == [
        {
            "text": article.text[:20],
            "article": article.id,
            "start": 0,
            "end": 20,
            "score": 0.123456789,
            "reason": "too long",
        }
    ]
    assert data["unused"][0]["reason"] == "not news"
    assert data["unused"][0]["id"] == article.id
    assert data["skipped"] == [
        {"path": "a\x1b.txt", "code": "empty", "message": "holds nothing; skipped"}
    ]
    assert data["items"][0]["sentences"][0]["score"] is None


def test_json_is_stable() -> None:
    """Rendering twice gives the same bytes, in one order of keys, without escapes."""
    written = render_json(full_brief(2))
    assert written == render_json(full_brief(2))
    assert "“fishing”" in written
    assert list(json.loads(written))[:5] == [
        "schema_version",
        "generator",
        "title",
        "date",
        "counts",
    ]


def test_stories_and_summaries_as_data() -> None:
    """A grouping names every article once; a summary cites every sentence in both forms."""
    item = full_brief(2).items[0]
    data = json.loads(stories_json([item.story]))
    assert [article["id"] for article in data["articles"]] == data["stories"][0]["articles"]
    summary = Summary(item.points)
    told = json.loads(summary_json(summary))
    assert told["text"] == summary.text
    assert len(told["sentences"]) == len(item.points)
    page = parse("---\ngenerator: briefs\n---\n# x\n\nday\n\n## y\n\n" + summary_markdown(summary))
    places = [point.quote for point in page.items[0].points]
    assert [place.start for place in places if isinstance(place, Place)] == [
        point.quote.start for point in item.points
    ]
