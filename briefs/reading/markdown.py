"""Markdown with YAML or TOML front matter, as plain text: its marks are layout, not words."""

import re
from datetime import date

from briefs.model import Article, BlockKind
from briefs.normalising import normalise
from briefs.reading.composing import compose
from briefs.reading.dates import parse_moment
from briefs.reading.decoding import decode
from briefs.reading.format import Contents, File, Format
from briefs.reading.front_matter import Fields, split_front_matter
from briefs.reading.text import article_from_text

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*")
_UNDERLINE = re.compile(r"=+|-+")
_RULE = re.compile(r"[*_-](?:[ \t]*[*_-]){2,}[ \t]*")
_MARKER = re.compile(r"[ \t]{0,40}(?:>[ \t]?|[-*+][ \t]{1,20}|\d{1,3}[.)][ \t]{1,20}){1,40}")
_TARGET = (
    r"(?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?"
    r"(?:[ \t]+[\"'][^\"'\n]{0,500}[\"'])?\)"
    r"|\[[^\[\]]{0,100}\])"
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]" + _TARGET)
_LINK = re.compile(r"\[([^\[\]]{1,1000})\]" + _TARGET)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]]{1,100}\]:[ \t]*\S.*")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<!--.{0,2000}?-->")
_STRONG = re.compile(r"(?<![\w\\])(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w\\*])([*_])(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~<-])")

_NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publication", "publisher", "site", "site_name", "sitename"),
    "agency": ("agency", "wire"),
    "url": ("url", "link", "canonical", "canonical_url", "original_url", "source_url"),
    "published": (
        "date",
        "published",
        "publish_date",
        "date_published",
        "pubdate",
        "published_at",
        "datetime",
    ),
    "updated": ("updated", "modified", "lastmod", "date_modified", "updated_at"),
    "authors": ("author", "authors", "byline", "by"),
    "language": ("language", "lang", "locale"),
}


def read_markdown(file: File) -> Contents:
    """The one article of a Markdown file. Its front matter is believed before its text."""
    raw, warning = decode(file.data)
    fields, body = split_front_matter(raw.replace("\r\n", "\n"))
    text, blocks = compose(_paragraphs(normalise(body)))
    found = article_from_text(text, file.path, _field(fields, "title"))
    article = Article(
        title=found.title,
        text=text,
        source=_field(fields, "source") or found.source,
        agency=_field(fields, "agency") or found.agency,
        url=_field(fields, "url"),
        published=_moment(fields, "published") or found.published,
        updated=_moment(fields, "updated"),
        authors=_all(fields, "authors") or found.authors,
        language=_field(fields, "language").lower()[:2],
        paths=(file.path,),
        blocks=blocks,
    )
    return Contents((article,), (("encoding", warning),) if warning else ())


MARKDOWN = Format("Markdown", lambda file: file.suffix in _SUFFIXES, read_markdown)


def _all(fields: Fields, name: str) -> tuple[str, ...]:
    return next((fields[key] for key in _NAMES[name] if fields.get(key)), ())


def _field(fields: Fields, name: str) -> str:
    return (*_all(fields, name), "")[0]


def _moment(fields: Fields, name: str) -> date | None:
    return parse_moment(_field(fields, name))


def _paragraphs(text: str) -> list[tuple[str, BlockKind | None]]:
    """The paragraphs of a normalised Markdown text without its marks; headings are known."""
    found: list[tuple[str, BlockKind | None]] = []
    open_lines: list[str] = []

    def close() -> None:
        if open_lines:
            found.append((plain(" ".join(open_lines)), None))
            open_lines.clear()

    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line)
        if not line or _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
            if open_lines and line and _UNDERLINE.fullmatch(line) and len(open_lines) == 1:
                found.append((plain(open_lines.pop()), "heading"))
            close()
        elif heading:
            close()
            found.append((plain(heading[1]), "heading"))
        elif _UNDERLINE.fullmatch(line) and len(open_lines) == 1:
            found.append((plain(open_lines.pop()), "heading"))
        else:
            marker = _MARKER.match(line)
            if marker:
                close()
            open_lines.append(line[marker.end() :] if marker else line)
            if line.endswith("\\"):
                open_lines[-1] = open_lines[-1][:-1]
    close()
    return found


def plain(text: str) -> str:
    """One paragraph of Markdown without its marks."""
    if "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    if "[" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
