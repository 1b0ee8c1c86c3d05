"""RSS, RDF and Atom feeds saved as files: each entry an article, with full or partial text."""

from briefs.reading.format import Contents, File, Format, Skip
from briefs.reading.records import article_of
from briefs.reading.syndication import looks_like_feed, open_feed, record_of


def read_feed(file: File) -> Contents:
    """The entries of a feed. Raises Skip when there are none, or for a feed that is a trap."""
    feed = open_feed(file.data)
    if not feed.entries:
        raise Skip("no-text", "a feed without entries; skipped")
    articles = tuple(
        article_of(record_of(feed, element), file.path, f"entry {number}")
        for number, element in enumerate(feed.entries, 1)
    )
    return Contents(articles, feed.warnings)


FEED = Format("feed", looks_like_feed, read_feed)
