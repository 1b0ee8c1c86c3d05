"""The visible words of a raw file, found without our cleaning: the second witness of `check`."""

import markdown
from lxml import etree, html

from briefs.normalising import normalise
from briefs.reading.decoding import decode
from briefs.reading.format import File, Skip
from briefs.reading.markdown import MARKDOWN
from briefs.reading.markup import BLOCK_TAGS, HIDDEN_TAGS, looks_like_html, parse_html

# The renderer takes quadratic time on these.
_MOST_BRACKETS = 2000


def visible_text(data: bytes, name: str) -> str:
    """All text a reader of the file could see, normalised. Empty when the file is no text."""
    file = File(name, data)
    try:
        if looks_like_html(file):
            return _of_tree(parse_html(file).tree)
        text = decode(data)[0]
        if MARKDOWN.recognises(file):
            return _rendered(text)
        return normalise(text)
    except Skip:
        return ""


def _rendered(text: str) -> str:
    """Markdown as a page shows it, by a renderer that is not our reader; as it is if that fails."""
    if text.count("[") > _MOST_BRACKETS:
        return normalise(text)
    try:
        page = markdown.markdown(text)
    except RecursionError:
        return normalise(text)
    return _of_tree(parse_html(File("", f"<html><body>{page}</body></html>".encode())).tree)


def _of_tree(tree: html.HtmlElement) -> str:
    etree.strip_elements(tree, *HIDDEN_TAGS, "head", with_tail=False)
    for element in tree.iter(*BLOCK_TAGS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    return normalise("".join(tree.itertext()))
