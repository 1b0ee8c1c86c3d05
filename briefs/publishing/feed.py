"""The site as an Atom feed (RFC 4287): the newest briefs, each whole."""

from collections.abc import Sequence
from datetime import datetime, time
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from briefs.normalising import normalise_line
from briefs.page.wording import cut, long_date
from briefs.publishing.addresses import FEED, HOME, day_path
from briefs.publishing.days import Day
from briefs.rendering.html import body_html

_ENTRIES = 30
_NOT_XML = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)


def atom_feed(days: Sequence[Day], site_url: str, timezone: str) -> str:
    """The feed of a site at `site_url`, which ends with `/`; `days` are in order, not none.

    A brief counts as updated at the beginning of its day in `timezone`: no clock is read.
    """
    newest = days[-1]
    entries = "".join(_entry(day, site_url, timezone) for day in reversed(days[-_ENTRIES:]))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(newest.words.language)}>
<generator uri="https://github.com/briefs-news/briefs">briefs</generator>
<id>{_escaped(site_url)}</id>
<title>{_escaped(normalise_line(newest.title))}</title>
<updated>{_beginning(newest, timezone)}</updated>
<author><name>{_escaped(normalise_line(newest.title))}</name></author>
<link rel="self" type="application/atom+xml" href={_quoted(site_url + FEED)}/>
<link rel="alternate" type="text/html" href={_quoted(site_url + HOME)}/>
{entries}</feed>
"""


def _entry(day: Day, site_url: str, timezone: str) -> str:
    address = site_url + day_path(day.day)
    headlines = " · ".join(cut(normalise_line(told.headline)) for told in day.told)
    title = f"{normalise_line(day.title)}, {long_date(day.day, day.words)}"
    markdown = day.markdown
    content = ""
    if markdown:
        body = body_html(markdown, for_mail=True)
        content = f'<content type="html">{_escaped(body)}</content>\n'
    return f"""<entry xml:lang={_quoted(day.words.language)}>
<id>{_escaped(address)}</id>
<title>{_escaped(title)}</title>
<updated>{_beginning(day, timezone)}</updated>
<link rel="alternate" type="text/html" href={_quoted(address)}/>
<summary>{_escaped(headlines)}</summary>
{content}</entry>
"""


def _beginning(day: Day, timezone: str) -> str:
    return datetime.combine(day.day, time(), ZoneInfo(timezone)).isoformat()


def _escaped(text: str) -> str:
    return escape(text.translate(_NOT_XML))


def _quoted(text: str) -> str:
    return quoteattr(text.translate(_NOT_XML))
