"""HTML pages: the article's body by trafilatura, what it is about from its metadata."""

import logging

import trafilatura
from lxml import etree
from trafilatura.settings import Extractor

from briefs.model import Article, BlockKind
from briefs.reading.composing import compose
from briefs.reading.format import Contents, File, Format, Skip
from briefs.reading.markup import looks_like_html, parse_html
from briefs.reading.metadata import read_metadata

_KINDS: dict[str, BlockKind] = {"head": "heading"}
_PARTS = {"p", "head", "quote", "item", "row", "code", "ab", "lb"}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_html(file: File) -> Contents:
    """The article of a page. Raises Skip when there is none."""
    markup = parse_html(file)
    about = read_metadata(markup.tree)
    options = Extractor(output_format="python", comments=False)
    page = trafilatura.bare_extraction(markup.tree, options=options)
    if page is None or page.body is None:
        raise Skip("no-text", "no article text found in the page; skipped")
    text, blocks = compose(_paragraphs(page.body))
    article = Article(
        title=about.title,
        text=text,
        source=about.source,
        url=about.url,
        published=about.published,
        updated=about.updated,
        authors=about.authors,
        language=about.language,
        paths=(file.path,),
        blocks=blocks,
    )
    return Contents((article,), markup.warnings)


HTML = Format("HTML", looks_like_html, read_html)


def _paragraphs(body: etree._Element) -> list[tuple[str, BlockKind | None]]:
    """The text of each paragraph-like element, in order; nested ones are parts of their own."""
    found: list[tuple[str, BlockKind | None]] = []
    pieces: list[str] = []
    kind: BlockKind | None = None

    def close() -> None:
        if pieces:
            found.append(("".join(pieces), kind))
            pieces.clear()

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _PARTS:
                close()
            if tag in _KINDS:
                kind = _KINDS[tag]
            if element.text:
                pieces.append(element.text)
        else:
            if tag in _PARTS:
                close()
            if tag in _KINDS:
                kind = None
            if element.tail:
                pieces.append(element.tail if tag != "cell" else " " + element.tail)
    close()
    return found
