"""The feed in an answer, or what is there in its place."""

import re
from html import unescape

from briefs.feeds.exchange import Answer
from briefs.feeds.failure import Failure
from briefs.reading.addresses import web_address
from briefs.reading.format import File, Skip
from briefs.reading.syndication import Feed, looks_like_feed, open_feed

_HEAD = 100_000  # bytes of a page in which it names its feed
_LINK = re.compile(rb"<link\s[^<>]{1,1000}>", re.IGNORECASE)
_IS_FEED = re.compile(rb"application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(rb"\shref\s?=\s?[\"']([^\"'<>]{1,500})[\"']", re.IGNORECASE)


def feed_of(answer: Answer) -> Feed:
    """The feed in an answer. Raises Failure when there is none."""
    check_filled(answer)
    file = File("", answer.body)
    if not looks_like_feed(file):
        if b"<html" not in file.head.lower():
            raise Failure("not-a-feed", "is no feed")
        named = _named_feed(answer)
        hint = f"; it names the feed {named}" if named else ""
        raise Failure("not-a-feed", f"is no feed but a web page{hint}")
    try:
        return open_feed(answer.body, answer.charset)
    except Skip as skip:
        raise Failure(skip.code, skip.message.removesuffix("; skipped")) from None


def _named_feed(answer: Answer) -> str:
    """The address of the feed that a web page names in its head, or nothing."""
    for link in _LINK.finditer(answer.body[:_HEAD]):
        if _IS_FEED.search(link[0]) and (found := _HREF.search(link[0])):
            return web_address(unescape(found[1].decode("utf-8", "replace")), str(answer.address))
    return ""


def check_filled(answer: Answer) -> None:
    """Raises Failure when there is nothing in an answer."""
    if not answer.body.strip():
        raise Failure("empty", "answered nothing")
