"""HTML bytes to one parsed tree, whatever state they are in."""

import re
from dataclasses import dataclass

from lxml import etree, html

from briefs.reading.decoding import decode
from briefs.reading.format import File, Skip
from briefs.reading.saved import Saved, split_saved

HIDDEN_TAGS = ("script", "style", "noscript", "template", "svg", "iframe", "object")
BLOCK_TAGS = (
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
    ),
    *(
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
    ),
    *("pre", "section", "table", "td", "th", "tr", "ul"),
)
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"<(?:p|div|h[1-6]|article|section|main|img|table)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9._:-]{1,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"^<\?xml[^<>]{0,100}encoding=[\"']([A-Za-z0-9._:-]{1,40})")
_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^<>]{0,200}\?>")
_LAYOUT_TAG = re.compile(
    r"</?(?:div|span|font|b|i|u|em|strong|center|section|blockquote)\b[^<>]{0,2000}>", re.IGNORECASE
)
# A tree takes a kilobyte an element; the largest of 181 real pages has 3,229.
_MOST_TAGS = 50_000
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page, what had to be done to read it (pairs of code and message), and what the
    comment says that it was saved under, if there is one.
    """

    tree: html.HtmlElement
    warnings: tuple[tuple[str, str], ...]
    saved: Saved


def looks_like_html(file: File) -> bool:
    """Whether the content is HTML; for a file named so, whether it has any tag at all."""
    head = file.head
    if head.startswith(b"<?xml") and re.search(rb"<(?:rss|feed|rdf:RDF)\b", head):
        return False
    if head.startswith(b"<") and (_HTML.search(head) or _TAG.match(head)):
        return True
    return file.suffix in (".html", ".htm", ".xhtml") and not head.startswith((b"{", b"["))


def declared_charset(data: bytes) -> str:
    """The character set a page names for itself in its first 4 KB; empty if it names none."""
    found = _XML_CHARSET.search(data[:200].lstrip()) or _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def parse_html(file: File) -> Markup:
    """The page as a tree without comments. Raises Skip when there is nothing to parse."""
    saved, data = split_saved(file.data)
    # What a page was served as counts before what it declares itself.
    text, warning = decode(data, saved.get("charset") or declared_charset(data))
    warnings = [("encoding", warning)] if warning else []
    text = _DECLARATION.sub("", text.replace("\0", "\ufffd"), count=1)
    tree, whole = _parse(text) if text.count("<") <= _MOST_TAGS else (None, False)
    if not whole:
        text = _LAYOUT_TAG.sub(" ", text)
        if text.count("<") > _MOST_TAGS:
            text = text[: _nth(text, "<", _MOST_TAGS)]
            warnings.append(("long", f"only the page's first {_MOST_TAGS:,} tags are read"))
        else:
            warnings.append(("nesting", "elements nested absurdly deep; read without its layout"))
        tree, whole = _parse(text)
    if not whole:
        tree, _ = _parse(_ANY_TAG.sub("\n", text), limits=False)
    if tree is None:
        raise Skip("empty", "the page holds no element; skipped")
    return Markup(tree, tuple(warnings), saved)


def _nth(text: str, mark: str, count: int) -> int:
    """Where the mark stands for the so-manieth time."""
    position = -1
    for _ in range(count):
        position = text.find(mark, position + 1)
    return position


def _parse(text: str, *, limits: bool = True) -> tuple[html.HtmlElement | None, bool]:
    """The tree, and whether it is whole: at 256 open elements libxml2 drops the rest of a page."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=not limits, remove_comments=True, remove_pis=True,
        collect_ids=False, default_doctype=False,
    )  # fmt: skip
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        tree = None
    last = parser.error_log.last_error
    return tree, last is None or last.type_name != "ERR_RESOURCE_LIMIT"
