"""What a feed lists: each entry with its address, its name in the archive, and what is told."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from html import unescape
from urllib.parse import urlsplit, urlunsplit

from lxml import etree

from briefs.reading.addresses import web_address
from briefs.reading.format import Record
from briefs.reading.syndication import Feed, record_of

_TAG = re.compile(r"<[^<>]{0,2000}>")
# What publishers add to see where a reader comes from; the page is the same without.
_TRACKING = re.compile(r"utm_[a-z_]+|at_[a-z_]+|mc_[a-z]+|fbclid|gclid|msclkid|CMP")
_TEASER = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|»|→|read (?:more|on|the full \w+)|continue reading|full story"
    r"|weiterlesen|mehr lesen|lire la suite|leer más|leggi tutto|ler mais)\W{0,20}$",
    re.IGNORECASE,
)
# A feed that tells so much of an article tells all of it: about 200 words.
_WHOLE = 1200
_SENTENCE = 40  # characters; less is no sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. `address` is empty when it links to no page; `name` has no ending.

    `text` is what the feed tells of the article, without markup.
    """

    element: etree._Element
    record: Record
    address: str
    name: str
    text: str

    @property
    def is_whole(self) -> bool:
        """Whether the feed has the article's full text."""
        return len(self.text) >= _WHOLE and not _TEASER.search(self.text[-80:])

    @property
    def says_something(self) -> bool:
        return len(self.text) >= _SENTENCE

    def is_since(self, start: datetime) -> bool:
        """Whether it is from `start` (with a time zone) or later; without a date it may be."""
        known = [day for day in (self.record.published, self.record.updated) if day]
        return not known or any(_reaches(day, start) for day in known)


def list_entries(feed: Feed, address: str) -> tuple[Entry, ...]:
    """The entries of a feed that stands at `address`, each article once."""
    entries = (_entry(feed, element, address) for element in feed.entries)
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.name, entry)
    return tuple(first.values())


def plain_address(address: str) -> str:
    """An address without what only says where the reader comes from."""
    parts = urlsplit(address)
    kept = (
        part for part in parts.query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0])
    )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), ""))


def _entry(feed: Feed, element: etree._Element, feed_address: str) -> Entry:
    record = record_of(feed, element)
    address = web_address(record.url, feed_address) if record.url else ""
    if address and not _leads_inside(address):
        address = ""
    text = " ".join(unescape(_TAG.sub(" ", record.html)).split())
    # Feeds leave out any of these or give one to several entries; together they tell them apart.
    key = plain_address(address) if address else "\n".join((feed_address, record.title, text))
    host = urlsplit(address or feed_address).hostname or "feed"
    return Entry(element, record, address, _name(host, key), text)


def _leads_inside(address: str) -> bool:
    """Whether a link leads to a page of a site, not to the site itself, as some feeds' links do."""
    parts = urlsplit(address)
    return parts.path not in ("", "/") or bool(parts.query)


def _name(host: str, key: str) -> str:
    """`<host>-<hash>`: the same article has the same name in every feed and every run."""
    plain = re.sub(r"[^a-z0-9.-]", "-", host.lower().removeprefix("www."))[:60].strip(".-")
    return f"{plain or 'feed'}-{sha256(key.encode('utf-8', 'replace')).hexdigest()[:10]}"


def _reaches(day: date, start: datetime) -> bool:
    if not isinstance(day, datetime):
        return day >= start.date()
    moment = day if day.tzinfo else day.replace(tzinfo=UTC)
    return moment >= start
