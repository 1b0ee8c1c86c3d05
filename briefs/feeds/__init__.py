"""Feeds: the day's new articles fetched from the web into an archive of files."""

from briefs.feeds.fetch import Fetched, fetch
from briefs.feeds.limits import Limits
from briefs.feeds.subscriptions import Subscription, read_opml, subscribed

__all__ = ["Fetched", "Limits", "Subscription", "fetch", "read_opml", "subscribed"]
