"""The sources beside the brief."""

import re
from html import unescape

from full_pages import full_brief
from hypothesis import given, settings
from random_briefs import briefs
from test_hostile import Page

from briefs.model import Article, Block, Brief
from briefs.rendering.html import render_html
from briefs.rendering.markdown import parse, render_markdown

ALLOWED = {"html", "head", "meta", "title", "style", "body", "div", "main", "header", "section"} | {
    "h1", "h2", "p", "span", "em", "strong", "a", "ul", "ol", "li"
} | {"aside", "article", "mark", "details", "summary"}  # fmt: skip


def evidence(brief: Brief) -> str:
    return render_html(render_markdown(brief), brief.sources)


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_every_jump_lands_and_comes_back(brief: Brief) -> None:
    """Each link within the page leads to one element: citations to marks and back."""
    page = evidence(brief)
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    inside = [link[1:] for link in re.findall(r'href="(#[^"]+)"', page)]
    assert set(inside) <= set(names)
    cited = {f"{p.article}-{p.start}-{p.end}" for p in parse(render_markdown(brief)).citations}
    assert cited <= set(inside)
    assert {f"in-{name}" for name in cited} <= set(names)


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_hostile_articles_bring_in_nothing(brief: Brief) -> None:
    """Articles are shown as text: no element, script or handler of theirs."""
    page = Page(evidence(brief))
    assert set(page.tags) <= ALLOWED
    assert not {name for name in page.attributes if name.startswith("on")} | (
        {"style", "src"} & page.attributes
    )


def test_the_marked_words_are_the_printed_sentences() -> None:
    """What is marked as quoted in the articles is what the brief prints."""
    brief = full_brief(2)
    page = evidence(brief)
    pane = page[page.index("<aside") :]
    marked = {
        unescape(text) for text in re.findall(r'<mark class="quoted"[^>]*>([^<]*)</mark>', pane)
    }
    printed = {point.text for point in parse(render_markdown(brief)).points}
    assert printed == marked


def test_what_was_set_aside_is_folded_away() -> None:
    """A caption can be looked at, but is not read as the article's prose."""
    brief = full_brief(2)
    first, *others = brief.sources
    end = first.text.index("\n")
    lines = [Block(0, end, "paragraph"), Block(end + 1, len(first.text), "caption")]
    labelled = Article(**{**fields_of(first), "blocks": tuple(lines)})
    assert labelled.id == first.id
    page = render_html(render_markdown(brief), (labelled, *others))
    assert "<details><summary>set aside: caption</summary>" in page


def fields_of(article: Article) -> dict[str, object]:
    return {name: getattr(article, name) for name in Article.__dataclass_fields__}


def test_articles_that_are_not_at_hand_stay_links() -> None:
    """Without its article a citation leads to the web as ever."""
    brief = full_brief(2)
    page = render_html(render_markdown(brief), brief.sources[1:])
    assert f'href="{brief.sources[0].url}#:~:text=' in page
    assert render_html(render_markdown(brief), ()) == render_html(render_markdown(brief))
