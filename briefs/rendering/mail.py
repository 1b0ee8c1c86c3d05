"""A written brief as a mail: plain text, and the same body of HTML as the page, styled inline.

Nothing is loaded from anywhere: no image, no remote style, no tracking. Headers that depend on the
moment or the sender (Date, From, To) are set when it is sent.
"""

import re
import textwrap
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from html import escape

from css_inline import CSSInliner

from briefs.config import Options
from briefs.normalising import normalise_line
from briefs.page import wording
from briefs.page.words import Words
from briefs.rendering.html import body_html
from briefs.rendering.mailstyle import ADAPTED, INLINED, OUTLOOK, OUTLOOK_END
from briefs.rendering.markdown import ParsedBrief, ParsedItem, ParsedPoint, parse

_WIDTH = 72
_SUBJECT = 120
_PREHEADER = 140
_SECTION = re.compile("<(/?)(?:section|header)\\b")


def render_email(markdown: str, options: Options | None = None) -> EmailMessage:
    """The brief as a mail, the lead headline in its subject. Raises UsageError if it is no brief.

    `From` and `List-Unsubscribe` are set when `options` say so (RFC 2369; an `https` address takes
    one click, RFC 8058); `To` and `Date` are the sender's. The same brief gives the same message,
    `Message-ID` included.
    """
    options = options or Options()
    brief = parse(markdown)
    text = mail_text(brief, options.unsubscribe)
    html = mail_html(markdown, options.unsubscribe)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _subject(brief)
    digest = sha256(f"{text}\0{html}".encode()).hexdigest()
    message["Message-ID"] = f"<{digest[:32]}@briefs.invalid>"
    if options.mail_from:
        message["From"] = options.mail_from
    if options.unsubscribe:
        message["List-Unsubscribe"] = f"<{options.unsubscribe}>"
        if options.unsubscribe.startswith("https://"):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{digest[32:]}")
    # Folding a subject that is part ASCII, the standard library loses spaces: leave it one line.
    message.policy = SMTP.clone(max_line_length=998)
    return message


def mail_html(markdown: str, unsubscribe: str = "") -> str:
    """The HTML part. Only links to the web are kept: a mail has no folder to be relative to.

    At its foot stands where one unsubscribes, if that is known.
    """
    brief = parse(markdown)
    lead = [point.text for item in (*brief.items, *brief.in_brief) for point in item.points]
    preheader = escape(wording.cut(normalise_line(lead[0]), _PREHEADER)) if lead else ""
    # Outlook knows no elements but the old ones.
    body = _SECTION.sub(r"<\1div", body_html(markdown, for_mail=True))
    page = (
        f'<!doctype html><html lang="{brief.words.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark">'
        f"<title>{escape(_subject(brief))}</title><style>{INLINED}</style></head>"
        f'<body class="page"><div class="preheader" aria-hidden="true">{preheader}</div>'
        f'{OUTLOOK}<div class="card" role="main">{body}{_foot(unsubscribe, brief.words)}</div>'
        f"{OUTLOOK_END}</body></html>"
    )
    inliner = CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)
    return str(inliner.inline(page)).replace("</head>", f"<style>{ADAPTED}</style></head>", 1)


def mail_text(brief: ParsedBrief, unsubscribe: str = "") -> str:
    """The text part: prose wrapped at 72 characters, `[n]` behind each sentence."""
    return "\n".join(_lines(brief, unsubscribe)) + "\n"


def _subject(brief: ParsedBrief) -> str:
    items = (*brief.items, *brief.in_brief)
    title = normalise_line(brief.title)
    day = f", {wording.long_date(brief.date, brief.words)}" if brief.date else ""
    lead = f": {normalise_line(items[0].headline)}" if items else ""
    return wording.cut(f"{title}{day}{lead}", _SUBJECT)


def _foot(unsubscribe: str, words: Words) -> str:
    if not unsubscribe:
        return ""
    return f'<p class="foot"><a href="{escape(unsubscribe)}">{escape(words.unsubscribe)}</a></p>'


def _lines(brief: ParsedBrief, unsubscribe: str) -> Iterator[str]:
    yield from (brief.title.upper(), *wording.wrapped_parts(brief.date_line, _WIDTH))
    for item in brief.items:
        yield from ("", "", *_wrapped(item.headline, underline="-"))
        if item.sources:
            yield from wording.wrapped_parts(item.source_line, _WIDTH)
        yield from ("", *_wrapped(_prose(item, brief.words)))
    if brief.in_brief:
        yield from ("", "", *_wrapped(brief.words.in_brief.upper()))
        for item in brief.in_brief:
            yield from (
                "",
                *_wrapped(f"* {item.headline}: {_prose(item, brief.words)}", indent="  "),
            )
    if brief.sources:
        yield from ("", "", *_wrapped(brief.words.sources.upper()), "")
        for source in brief.sources:
            mark = f"[{source.number}] "
            text = f"{mark}{source.label} — {source.title}"
            yield from _wrapped(text, indent=" " * len(mark))
            if source.address.startswith(("http://", "https://")):
                yield " " * len(mark) + source.address
    if brief.skipped:
        yield from ("", wording.unread(brief.skipped, brief.words))
    if unsubscribe:
        yield from ("", "-- ", f"{brief.words.unsubscribe}: {unsubscribe.removeprefix('mailto:')}")


def _prose(item: ParsedItem, words: Words) -> str:
    parts = [_sentence(point, words) for point in item.points]
    if item.figures:
        parts += [words.figures, *(_sentence(point, words) for point in item.figures)]
    return " ".join(parts)


def _sentence(point: ParsedPoint, words: Words) -> str:
    also = " ".join(f"[{place.number}]" for place in point.also)
    mark = f" [{point.quote.number}]" if point.quote else ""
    return f"{point.text}{mark}" + (f" ({words.also} {also})" if also else "")


def _wrapped(text: str, *, indent: str = "", underline: str = "") -> list[str]:
    lines = textwrap.wrap(
        text,
        _WIDTH,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [*lines, underline * max(map(len, lines), default=0)] if underline else lines
