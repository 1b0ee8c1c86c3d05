"""Feeds in RSS, RDF and Atom as they are written: what each entry says of its article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import etree

from briefs.normalising import normalise_line
from briefs.reading.dates import parse_moment
from briefs.reading.decoding import decode
from briefs.reading.format import File, Record, Skip
from briefs.reading.markup import declared_charset

_FEED = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|RDF|channel)[\s>]")
_ENTITY = re.compile(r"<!ENTITY\s", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^<>]{0,200}\?>")
_MARKUP = re.compile(r"<(?:[^<>]{0,2000}>|!--)")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_TEXTS = ("encoded", "content", "description", "summary", "subtitle")
_DATES = ("pubDate", "published", "date", "issued", "created")
_UPDATES = ("updated", "modified", "lastBuildDate")
# A day of a large feed; more is an archive.
_MOST_ENTRIES = 5000


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read: its entries as elements, what it is called, and its language.

    Warnings are pairs of code and message.
    """

    root: etree._Element
    entries: tuple[etree._Element, ...]
    title: str
    language: str
    warnings: tuple[tuple[str, str], ...]


def open_feed(data: bytes, charset: str = "") -> Feed:
    """A feed and its whole entries. Raises Skip for what is none, or for a feed that is a trap.

    `charset` is what it was served as, if that is known.
    """
    text, warning = decode(data, declared_charset(data) or charset)
    if _ENTITY.search(text[:100_000]):
        raise Skip("entity-bomb", "declares entities of its own, which no feed needs; skipped")
    warnings = [("encoding", warning)] if warning else []
    root, broken = parse_feed(text)
    if broken:
        warnings.append(("broken-feed", "is not well-formed; what could be read was kept"))
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if broken and len(entries) > 1 and _is_cut(text):
        entries.pop()
    if len(entries) > _MOST_ENTRIES:
        warnings.append(("long", f"only the first {_MOST_ENTRIES:,} of {len(entries):,} entries"))
    return Feed(
        root=root,
        entries=tuple(entries[:_MOST_ENTRIES]),
        title=normalise_line(_field(_channel(root), ("title",))),
        language=_field(_channel(root), ("language",)) or root.get(_XML_LANG) or "",
        warnings=tuple(warnings),
    )


def looks_like_feed(file: File) -> bool:
    """Whether the content is a feed in RSS, RDF or Atom."""
    return file.head.startswith(b"<") and _FEED.search(file.head) is not None


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_feed(text: str) -> tuple[etree._Element, bool]:
    """The feed as a tree, and whether it had to be repaired. Opens no other file and no socket."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, encoding="utf-8", huge_tree=True,
    )  # fmt: skip
    root = etree.fromstring(_DECLARATION.sub("", text, count=1).strip().encode(), parser=parser)
    if root is None:
        raise Skip("not-a-feed", "no feed could be read from it; skipped")
    return root, bool(len(parser.error_log))


def _is_cut(text: str) -> bool:
    """Whether a feed breaks off inside an entry."""
    return any(text.rfind(f"<{tag}") > text.rfind(f"</{tag}>") for tag in ("item", "entry"))


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, or a prefix that was never declared."""
    if not isinstance(element.tag, str):
        return ""
    return element.tag.rpartition("}")[2].rpartition(":")[2]


def _channel(root: etree._Element) -> etree._Element:
    return next((child for child in root if _name(child) == "channel"), root)


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if _name(child) == name)


def _field(element: etree._Element, names: tuple[str, ...]) -> str:
    """The text of the first child of one of the names that has any."""
    for name in names:
        for child in _children(element, name):
            if text := "".join(child.itertext()).strip():
                return text
    return ""


def record_of(feed: Feed, element: etree._Element) -> Record:
    """What an entry of the feed says of its article."""
    return Record(
        title=normalise_line(_unmarked(_field(element, ("title",)))),
        html=_markup(element),
        source=normalise_line(_entry_source(element) or feed.title),
        url=_link(element),
        published=parse_moment(_field(element, _DATES) or _field(element, _UPDATES)),
        updated=parse_moment(_field(element, _UPDATES)),
        authors=tuple(_authors(element)),
        language=feed.language,
    )


def _markup(element: etree._Element) -> str:
    """The longest of the entry's texts, as markup: feeds put the whole article or a part there."""
    found = [""]
    for name in _TEXTS:
        for child in _children(element, name):
            inner = "".join(etree.tostring(part, encoding="unicode") for part in child)
            found.append((child.text or "") + inner)
    return max(found, key=lambda markup: len(_MARKUP.sub("", markup)))


def _unmarked(title: str) -> str:
    """A title without markup; many feeds escape theirs twice."""
    bare = re.sub(r"</?[a-z]{1,10}[^<>]{0,200}>", "", title)
    return _REFERENCE.sub(lambda found: unescape(found[0]), bare)


def _entry_source(element: etree._Element) -> str:
    for child in _children(element, "source"):
        return _field(child, ("title",)) or (child.text or "").strip()
    return ""


def _link(element: etree._Element) -> str:
    """The address of the entry: Atom's alternate link, RSS's link, or a guid that is an address."""
    for child in _children(element, "link"):
        if child.get("rel", "alternate") == "alternate" and (link := child.get("href")):
            return str(link)
    named = _field(element, ("guid", "id"))
    return _field(element, ("origLink", "link")) or (named if "://" in named else "")


def _authors(element: etree._Element) -> Iterator[str]:
    for name in ("author", "creator"):
        for child in _children(element, name):
            named = _field(child, ("name",)) or (child.text or "").strip()
            if named and "@" not in named:
                yield named
