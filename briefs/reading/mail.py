"""Mails and mailboxes: newsletters and alerts, each message an article."""

import re
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from briefs.model import Article
from briefs.reading.decoding import decode
from briefs.reading.format import Contents, File, Format, Record, Skip
from briefs.reading.records import article_of

_SUFFIXES = (".eml", ".mbox", ".mbx")
_HEADER = re.compile(
    rb"From |(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|Date|Subject|To): "
)
_ENVELOPE = re.compile(rb"^From [^\n]{3,200}\n(?=[A-Za-z-]{2,40}:)", re.MULTILINE)
# Beyond these a mail is an attack on whoever parses it.
_MOST_HEADER_BYTES = 65_536
_MOST_BOUNDARIES = 500
_MOST_MESSAGES = 5000
_SUBJECT_PREFIX = re.compile(r"(?:(?:fwd?|re|wg|aw|tr)\s?:\s*){1,5}", re.IGNORECASE)


def read_mail(file: File) -> Contents:
    """The messages of a mail file or mailbox. Raises Skip when none has a text."""
    messages = split_messages(file.data)
    articles: list[Article] = []
    bad: list[str] = []
    for number, message in enumerate(messages[:_MOST_MESSAGES], 1):
        entry = f"message {number}" if len(messages) > 1 else ""
        record = _record(message)
        article = article_of(record, file.path, entry) if record else None
        if article is None or not article.text:
            bad.append(entry or "the message")
        else:
            articles.append(article)
    if not articles:
        raise Skip("no-text", "no message with a readable text; skipped")
    warnings = [("bad-record", f"{len(bad)} messages not read; left out")] if bad else []
    return Contents(tuple(articles), tuple(warnings))


def split_messages(data: bytes) -> list[bytes]:
    """The messages of a mail file or mailbox, with plain newlines."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return [message for message in _ENVELOPE.split(data) if message.strip()] or [data]


def _is_mail(file: File) -> bool:
    if file.suffix in _SUFFIXES:
        return True
    return (
        file.suffix in ("", ".txt")
        and _HEADER.match(file.head) is not None
        and (b"\nSubject: " in file.head or b"\nMIME-Version: " in file.head)
    )


MAIL = Format("mail", _is_mail, read_mail)


def _record(data: bytes) -> Record | None:
    """What a message says; None for one that is broken or made to be slow."""
    header, blank, body = data.partition(b"\n\n")
    header = header[:_MOST_HEADER_BYTES]
    if body.count(b"\n--") > _MOST_BOUNDARIES:
        return None
    try:
        message = message_from_bytes(header + blank + body, policy=policy.default)
        text, page = _part(message, "plain"), _part(message, "html")
        # The text part of a newsletter is often a stub that points to its web page.
        return Record(
            title=_SUBJECT_PREFIX.sub("", str(message["Subject"] or ""), count=1),
            text=text if len(text) * 4 >= len(page) or not page else "",
            html=page,
            source=parseaddr(str(message["From"] or ""))[0],
            published=_date(str(message["Date"] or "")),
        )
    except (
        MessageError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ):
        return None  # the parser of the standard library raises all of these on made-up mails


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if not isinstance(part, EmailMessage):
        return ""
    payload = part.get_payload(decode=True)
    try:
        return (
            decode(payload, part.get_content_charset("") or "")[0]
            if isinstance(payload, bytes)
            else ""
        )
    except Skip:
        return ""


def _date(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
