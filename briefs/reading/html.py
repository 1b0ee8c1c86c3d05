"""HTML pages: the article's body by trafilatura, what it is about from its metadata."""

import logging
import re

from lxml import etree, html

from briefs.model import Article
from briefs.reading.bylines import read_byline
from briefs.reading.composing import compose
from briefs.reading.format import Contents, File, Format, Skip
from briefs.reading.markup import looks_like_html, parse_html
from briefs.reading.metadata import completed, read_metadata
from briefs.reading.pagekinds import refuse_other_pages
from briefs.reading.paragraphs import Paragraphs, paragraphs_of

_MAYBE_HIDDEN = etree.XPath("//body//*[@hidden or @style]")
_HIDING = re.compile(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)
# A longer hidden part is the article itself, which a script will show.
_MOST_HIDDEN = 1000
# Templates often declare another language than the text is in; in these the text itself tells.
_TOLD_BY_THE_TEXT = frozenset("ar cs de el en es fr he hi it ja ko nl pl pt ru sv th zh".split())

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_html(file: File) -> Contents:
    """The article of a page. Raises Skip when there is none.

    What the page says of itself is believed before what it was saved under.
    """
    markup = parse_html(file)
    about = completed(read_metadata(markup.tree), markup.saved)
    _remove_hidden(markup.tree)
    text, blocks = compose(_body(markup.tree))
    refuse_other_pages(markup.tree, about, text)
    if not text:
        raise Skip("no-text", "no article text found in the page; skipped")
    signed = read_byline(", ".join(about.authors))
    article = Article(
        title=about.title,
        text=text,
        source=about.source,
        url=about.url,
        published=about.published,
        updated=about.updated,
        authors=signed.authors,
        agency=signed.agency,
        language="" if about.language in _TOLD_BY_THE_TEXT else about.language,
        paths=(file.path,),
        blocks=blocks,
    )
    return Contents((article,), markup.warnings)


HTML = Format("HTML", looks_like_html, read_html)


def _remove_hidden(tree: html.HtmlElement) -> None:
    """Takes out what the page itself hides; trafilatura knows scripts and styles."""
    etree.strip_elements(tree, "template", with_tail=False)
    for element in _MAYBE_HIDDEN(tree):
        hidden = element.get("hidden") is not None or _HIDING.search(element.get("style") or "")
        if hidden and len("".join(element.itertext())) <= _MOST_HIDDEN:
            element.drop_tree()


def _body(tree: html.HtmlElement) -> Paragraphs:
    """The paragraphs of a page's article.

    trafilatura takes one part of an article that its layout cuts in several, say around
    advertisements. Where paragraphs in containers of the same class hold twice as much, they are
    the article.
    """
    # trafilatura takes long to load: only for a folder that holds a page.
    import trafilatura
    from trafilatura.settings import Document, Extractor

    options = Extractor(output_format="python", comments=False)
    page = trafilatura.bare_extraction(tree, options=options)
    found = paragraphs_of(page.body) if isinstance(page, Document) else []
    texts = [(element, "".join(element.itertext())) for element in tree.iter("p", "h2", "h3")]
    if sum(len(text) for _, text in texts) <= 2 * _length(found):
        return found
    whole = _same_containers(texts, found)
    return whole if _length(whole) > 2 * _length(found) else found


def _length(paragraphs: Paragraphs) -> int:
    return sum(len(text) for text, _ in paragraphs)


def _same_containers(texts: list[tuple[html.HtmlElement, str]], found: Paragraphs) -> Paragraphs:
    """All paragraphs and headings in containers like those that hold the paragraphs found."""
    known = {" ".join(text.split()) for text, _ in found}
    candidates = []
    kinds = set()
    for element, raw in texts:
        parent = element.getparent()
        container = (parent.tag, parent.get("class")) if parent is not None else None
        text = " ".join(raw.split())
        candidates.append((container, element.tag, text))
        if len(text) >= 80 and text in known:
            kinds.add(container)
    return [
        (text, None if tag == "p" else "heading")
        for container, tag, text in candidates
        if container in kinds and text
    ]
