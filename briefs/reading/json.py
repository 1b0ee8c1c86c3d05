"""JSON: one record, a list of them, a JSON Feed, or a record to a line.

Field names of news-please, newspaper4k, trafilatura and plain rows are known. Of a key that stands
twice the last counts. A record that is none is left out and named; the others are read.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from briefs.model import Article
from briefs.reading.dates import parse_moment
from briefs.reading.decoding import decode
from briefs.reading.format import Contents, File, Format, Record, Skip
from briefs.reading.records import article_of

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_BEGINS = re.compile(rb"\{\s*\"|\[\s*\{\s*\"")
_LISTS = ("articles", "docs", "items", "entries", "data", "results", "documents")
_TITLES = ("title", "headline", "name")
_TEXTS = ("text", "maintext", "cleaned_text", "article_body", "articleBody", "body", "content_text",
          "content", "raw_text", "fulltext", "description", "summary")  # fmt: skip
_OWN_TEXTS = _TEXTS[:-2]  # a feed is described as well
_PAGES = ("content_html", "html", "article_html", "top_node_html")
_SOURCES = ("source", "sitename", "site_name", "outlet", "publisher", "publication", "source_name",
            "source_domain", "hostname", "domain")  # fmt: skip
_ADDRESSES = ("url", "link", "canonical_link", "canonical_url", "source_url", "external_url")
_DATES = ("date", "date_publish", "publish_date", "published", "published_at", "publishedAt",
          "datePublished", "date_published", "pub_date", "pubDate", "timestamp")  # fmt: skip
_UPDATES = ("updated", "date_modify", "date_modified", "dateModified", "updated_at", "modified")
_AUTHORS = ("authors", "author", "byline")
_LANGUAGES = ("language", "lang", "meta_lang")


def read_json(file: File) -> Contents:
    """The articles of a JSON or JSON Lines file. Raises Skip when it holds none."""
    text, warning = decode(file.data)
    warnings = [("encoding", warning)] if warning else []
    articles: list[Article] = []
    bad: list[str] = []
    for entry, value in _values(text):
        outlet = _text(value, ("title",)) if isinstance(value, dict) and "items" in value else ""
        for name, record in _records(value, entry):
            found = _record(record, outlet) if isinstance(record, dict) else None
            if found is None:
                bad.append(name)
            else:
                articles.append(article_of(found, file.path, name))
    if bad:
        warnings.append(("bad-record", f"{_named(bad)} not read as an article; left out"))
    if not articles:
        raise Skip("no-text", "no record with a text found; skipped")
    return Contents(tuple(articles), tuple(warnings))


JSON = Format(
    "JSON", lambda file: file.suffix in _SUFFIXES or bool(_BEGINS.match(file.head)), read_json
)


def _values(text: str) -> Iterator[tuple[str, object]]:
    """The one value of a file, or each line's; None where a line is no JSON."""
    whole = _parse(text)
    if whole is not None:
        yield "", whole
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"line {number}", _parse(line)


def _parse(text: str) -> object:
    try:
        return json.loads(text.strip().removeprefix("\ufeff"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> object:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def _records(value: object, entry: str) -> Iterator[tuple[str, object]]:
    """The records of a value, each with the name of its place."""
    prefix = f"{entry}, " if entry else ""
    if isinstance(value, dict):
        for key in _LISTS:
            if isinstance(value.get(key), list) and not _text(value, _OWN_TEXTS):
                value = value[key]
                break
    if isinstance(value, list):
        yield from ((f"{prefix}record {number}", record) for number, record in enumerate(value, 1))
    else:
        yield entry, value


def _record(fields: dict[str, object], outlet: str) -> Record | None:
    """The record of an article; None when there is no text in it."""
    text, page = _text(fields, _TEXTS), _text(fields, _PAGES)
    if "<p" in text or "<br" in text:
        text, page = "", text
    if not text.strip() and not page.strip():
        return None
    return Record(
        title=_text(fields, _TITLES),
        text=text,
        html=page,
        source=_text(fields, _SOURCES) or outlet,
        agency=_text(fields, ("agency",)),
        url=_text(fields, _ADDRESSES),
        published=_moment(fields, _DATES),
        updated=_moment(fields, _UPDATES),
        authors=_names(fields),
        language=_text(fields, _LANGUAGES),
    )


def _text(fields: dict[str, object], names: tuple[str, ...]) -> str:
    """The first of the fields that is a string, or a record with a name."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _moment(fields: dict[str, object], names: tuple[str, ...]) -> date | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and (moment := parse_moment(value)):
            return moment
        if isinstance(value, int) and not isinstance(value, bool):
            seconds = value / 1000 if value > 10**11 else value
            if 0 < seconds < 253_402_300_800:  # the end of the year 9999
                return datetime.fromtimestamp(seconds, UTC)
    return None


def _names(fields: dict[str, object]) -> tuple[str, ...]:
    for name in _AUTHORS:
        value = fields.get(name)
        values = value if isinstance(value, list) else [value]
        named = [_text({"name": part}, ("name",)) for part in values[:50]]
        if any(named):
            return tuple(filter(None, named))
    return ()


def _named(bad: list[str]) -> str:
    shown = ", ".join(name or "the file" for name in bad[:5])
    return shown + (f" and {len(bad) - 5} more" if len(bad) > 5 else "")
