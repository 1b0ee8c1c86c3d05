"""Whatever articles hold, readers of Markdown show it as text, no more (faults 77–79)."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import nh3
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from random_briefs import briefs

from briefs.model import Brief, Item
from briefs.normalising import normalise_line
from briefs.page import wording
from briefs.rendering.html import body_html, render_html
from briefs.rendering.mailstyle import OUTLOOK, OUTLOOK_END
from briefs.rendering.markdown import render_markdown
from briefs.rendering.markdown.parse import front_matter

READERS: dict[str, Callable[[str], str]] = {
    "python-markdown": markdown.markdown,
    "commonmark": MarkdownIt("commonmark").render,
    "github-like": MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .render,
}


class Page(HTMLParser):
    """The elements, attributes and text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        assert f"<!--{data}-->" in (OUTLOOK, OUTLOOK_END)


def fold(text: str) -> str:
    return " ".join(text.split())


def visible(brief: Brief) -> str:
    """All that a reader of the brief should see, in order."""
    numbers = {article.id: number for number, article in enumerate(brief.sources, 1)}
    words = wording.page_words((*brief.items, *brief.in_brief))

    def one_line(item: Item) -> str:
        headline = wording.headline(item.story, words)
        stop = "" if headline.endswith((".", "!", "?", "…", ":")) else "."
        return f"{headline}{stop} {wording.body_text(item, numbers, words)}"

    parts = [normalise_line(brief.title) or "Brief"]
    parts.append(wording.date_line(brief.date, brief.counts, words))
    for item in brief.items:
        parts += [
            wording.headline(item.story, words),
            wording.source_line(item, brief.date, words),
            wording.body_text(item, numbers, words),
        ]
    if brief.in_brief:
        parts += [words.in_brief, *map(one_line, brief.in_brief)]
    if brief.sources:
        parts.append(words.sources)
        parts += [f"{wording.label(a, words)}: {wording.title(a, words)}" for a in brief.sources]
    if brief.counts.skipped:
        parts.append(wording.unread(brief.counts.skipped, words))
    return fold(" ".join(parts))


def without_front_matter(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[front_matter(lines)[1] :])


@pytest.mark.parametrize("reader", READERS)
@settings(deadline=None, max_examples=30)
@given(brief=briefs())
def test_readers_show_the_text_and_bring_in_nothing(reader: str, brief: Brief) -> None:
    """The visible text is exactly that of the brief, in elements and links of our own."""
    page = Page(READERS[reader](without_front_matter(render_markdown(brief))))
    assert fold(page.text) == visible(brief)
    assert set(page.tags) <= {"h1", "h2", "p", "em", "strong", "a", "ol", "ul", "li"}
    assert page.attributes <= {"href", "title"}
    citations = sum(1 for item in (*brief.items, *brief.in_brief) for _ in wording.printed(item))
    assert page.tags.count("h2") == len(brief.items) + bool(brief.in_brief) + bool(brief.sources)
    assert citations <= page.tags.count("a") <= citations + len(brief.sources)
    for link in page.links:
        assert re.match(r"https?://|#source-\d|(?![^/]*:)", link, re.IGNORECASE), link


@settings(deadline=None, max_examples=30)
@given(briefs())
def test_the_page_is_clean_and_complete(brief: Brief) -> None:
    """The HTML shows the same text, has no script and no remote part, and survives sanitising."""
    page = Page(body_html(render_markdown(brief)))
    assert fold(page.text) == visible(brief)
    assert page.attributes <= {"href", "title", "class", "id", "aria-label", "lang", "rel"}
    assert not {"script", "style", "img", "iframe", "form"} & set(page.tags)
    whole = Page(render_html(render_markdown(brief)))
    assert "script" not in whole.tags
    assert "img" not in whole.tags


def test_raw_html_added_by_hand_is_taken_out() -> None:
    """A brief someone edited cannot smuggle script or styling into the page."""
    text = (
        "---\ntitle: x\ngenerator: briefs\n---\n\n# x\n\nToday\n\n## A <b onclick=x>story</b>\n\n"
        "<script>alert(1)</script> <img src=x onerror=y> [go](javascript:alert(1)) "
        "<a style='x' href='https://e.org' onclick='y'>there</a>\n"
    )
    html = body_html(text)
    assert nh3.clean(html) != html  # our own classes
    page = Page(html)
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.attributes <= {"href", "class", "rel"}
    assert page.links == ["https://e.org"]
