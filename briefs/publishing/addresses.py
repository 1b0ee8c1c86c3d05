"""Where each page of the site stands, and the way from one to another."""

from datetime import date
from posixpath import dirname, relpath

HOME = "index.html"
FEED = "feed.xml"


def day_path(day: date) -> str:
    """2026/03/10.html"""
    return f"{day.isoformat().replace('-', '/')}.html"


def month_path(day: date) -> str:
    """2026/03/index.html, for any day of the month."""
    return f"{day.isoformat()[:7].replace('-', '/')}/index.html"


def story_path(thread: str) -> str:
    """stories/1f0c9a2e.html"""
    return f"stories/{thread}.html"


def way(start: str, end: str, place: str = "") -> str:
    """The link on the page `start` to the page `end`, or to a named place of it."""
    return relpath(end, dirname(start) or ".") + (f"#{place}" if place else "")
