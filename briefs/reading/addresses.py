"""Addresses of articles: only those of the web are kept."""

import re
from urllib.parse import urljoin, urlsplit

# Browsers drop these before they look at the scheme, so `java\tscript:` is one.
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0]+")


def web_address(link: str, base: str = "") -> str:
    """`link`, resolved against `base`, if it is an http or https address; else nothing."""
    try:
        address = urljoin(base, _DROPPED.sub("", link))
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return address if usable and len(address) <= 2000 else ""
