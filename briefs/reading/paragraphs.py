"""The paragraphs of a tree of markup, in the order they are read."""

from lxml import etree

from briefs.model import BlockKind
from briefs.normalising import normalise_line
from briefs.reading.format import File, Skip
from briefs.reading.markup import HIDDEN_TAGS, parse_html

Paragraphs = list[tuple[str, BlockKind | None]]

# trafilatura's names for the parts of a text, and HTML's.
_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS: dict[str, BlockKind] = {**dict.fromkeys(_HEADINGS, "heading"), "pre": "furniture"}
_PARTS = _HEADINGS | {
    "pre",
    "p",
    "quote",
    "item",
    "row",
    "tr",
    "code",
    "ab",
    "lb",
    "div",
    "li",
    "blockquote",
    "br",
    "figcaption",
}


def paragraphs_of_fragment(markup: str) -> Paragraphs:
    """The paragraphs of a piece of HTML, as feeds and mails hold it; none if it is not readable."""
    try:
        tree = parse_html(File("", f"<html><body>{markup}</body></html>".encode())).tree
    except Skip:
        return []
    etree.strip_elements(tree, *HIDDEN_TAGS, "head", with_tail=False)
    return [part for part in paragraphs_of(tree) if normalise_line(part[0])]


def paragraphs_of(body: etree._Element) -> Paragraphs:
    """The text of each paragraph-like element, in order; nested ones are parts of their own."""
    found: Paragraphs = []
    pieces: list[str] = []
    kind: BlockKind | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if tag in _PARTS and not (tag == "code" and _is_inline(element)):
            if pieces:
                found.append(("".join(pieces), kind))
                pieces = []
            kind = _KINDS.get(tag) if event == "start" else None
        elif tag in ("cell", "td", "th"):
            pieces.append(" ")
        text = element.text if event == "start" else element.tail
        if text:
            pieces.append(text)
    if pieces:
        found.append(("".join(pieces), kind))
    return found


def _is_inline(code: etree._Element) -> bool:
    """Whether a piece of code stands inside another part."""
    parent = code.getparent()
    return parent is not None and parent.tag in ("p", "li", "item", "quote", "td", "cell", "pre")
