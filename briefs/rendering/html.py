"""A written brief as a web page that prints as one sheet of paper.

Markdown becomes a tree (Python-Markdown), the tree is given its sections, and what comes out is
sanitised (nh3): whatever the Markdown held, the page has no script and loads nothing.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown

from briefs.model import Article
from briefs.page import sizes
from briefs.page.wording import long_date
from briefs.rendering.markdown import parse
from briefs.rendering.markdown.parse import front_matter
from briefs.rendering.markdown.write import IN_BRIEF, SOURCES
from briefs.rendering.stylesheet import stylesheet

_TAGS = {"header", "div", "section", "h1", "h2", "p", "em", "strong", "a", "ul", "ol", "li"}
_ATTRIBUTES = {
    "a": {"href", "title", "class", "aria-label"},
    "li": {"id"},
    "div": {"class"},
    "section": {"class"},
    "p": {"class"},
}
_NUMBER = re.compile(r"\[\d{1,6}\]")


def render_html(markdown: str, articles: Sequence[Article] = ()) -> str:  # noqa: ARG001
    """The brief as one self-contained HTML page. Raises UsageError if it is no brief.

    `articles` are for the page that shows the sources beside the brief.
    """
    brief = parse(markdown)
    title = f"{brief.title}, {long_date(brief.date)}" if brief.date else brief.title
    style = stylesheet()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="briefs">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<main class="brief">
{body_html(markdown)}
</main>
</body>
</html>
"""


def body_html(markdown: str) -> str:
    """What stands on the page, sanitised: masthead, stories, one-liners, sources."""
    lines = markdown.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    _, start = front_matter(lines)
    converter = Markdown()
    # After the inline patterns (20), before the tree is indented (10).
    converter.treeprocessors.register(_Sections(), "sections", 15)
    return str(
        nh3.clean(
            converter.convert("\n".join(lines[start:])),
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https"},
        )
    )


class _Sections:
    """Gives the flat tree its sections and every citation its name."""

    def run(self, root: Element) -> None:
        flat = list(root)
        for element in flat:
            root.remove(element)
        header = _add(root, "header")
        stories: Element | None = None
        section = header
        for element in flat:
            if element.tag == "h2":
                kind = {IN_BRIEF: "in-brief", SOURCES: "sources"}.get(element.text or "", "story")
                parent = root
                if kind == "story":
                    if stories is None:
                        stories = _add(root, "div", "stories")
                    parent = stories
                section = _add(parent, "section", kind)
            section.append(element)
            if element.tag == "p":
                element.set("class", _paragraph(element, section, header))
            if element.tag == "ol":
                _number(element, section)
        for link in root.iter("a"):
            if _NUMBER.fullmatch(link.text or ""):
                label = link.get("title", "").rpartition(" · ")[0]
                link.set("class", "cite")
                link.set("aria-label", f"Source {(link.text or '').strip('[]')}: {label}")


def _add(parent: Element, tag: str, kind: str = "") -> Element:
    element = Element(tag, {"class": kind} if kind else {})
    parent.append(element)
    return element


def _paragraph(paragraph: Element, section: Element, header: Element) -> str:
    if section is header:
        return "date"
    if section.get("class") != "story":
        return "unread"
    return "by" if list(section).index(paragraph) == 1 else "body"


def _number(entries: Element, section: Element) -> None:
    """Name each source, so that a citation without an address can lead there.

    The text is put into a box of its own, which can be cut to one line without its number.
    """
    if sizes.source_columns(len(entries)) > sizes.source_columns(0):
        section.set("class", "sources many")
    for number, entry in enumerate(entries, 1):
        entry.set("id", f"source-{number}")
        box = Element("div")
        box.text, entry.text = entry.text, None
        for child in list(entry):
            entry.remove(child)
            box.append(child)
        entry.append(box)
