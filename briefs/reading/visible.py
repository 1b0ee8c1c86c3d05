"""The visible words of a raw file, found without our cleaning: the second witness of `check`."""

import json
from collections.abc import Iterator
from email import message_from_bytes, policy

from lxml import etree, html

from briefs.normalising import normalise
from briefs.reading.archive import is_archive, unpack
from briefs.reading.decoding import decode
from briefs.reading.feed import FEED
from briefs.reading.format import File, Skip
from briefs.reading.json import JSON
from briefs.reading.mail import MAIL, split_messages
from briefs.reading.markdown import MARKDOWN
from briefs.reading.markup import BLOCK_TAGS, HIDDEN_TAGS, looks_like_html, parse_html
from briefs.reading.syndication import parse_feed

# The renderer takes quadratic time on these.
_MOST_BRACKETS = 2000
_MOST_BYTES = 100_000_000
_DEEPEST = 2


def visible_text(data: bytes, name: str) -> str:
    """All text a reader of the file could see, normalised. Empty when the file is no text."""
    return normalise("\n".join(_seen(File(name, data), 0)))


def _seen(file: File, depth: int) -> Iterator[str]:
    """The visible pieces of a file of any kind, in its order."""
    try:
        if is_archive(file):
            if depth < _DEEPEST:
                for member in unpack(file, _MOST_BYTES).files:
                    yield from _seen(member, depth + 1)
        elif FEED.recognises(file):
            yield from map(_shown, parse_feed(decode(file.data)[0])[0].itertext())
        elif looks_like_html(file):
            yield _of_tree(parse_html(file).tree)
        elif JSON.recognises(file):
            yield from _strings(decode(file.data)[0])
        elif MAIL.recognises(file):
            yield from _of_mail(file.data)
        elif MARKDOWN.recognises(file):
            yield _rendered(decode(file.data)[0])
        else:
            yield decode(file.data)[0]
    except Skip:
        return


def _shown(text: str) -> str:
    """A piece of a feed or a record as a page shows it: it may be markup."""
    if "<" not in text and "&" not in text:
        return text
    page = f"<html><body>{text}</body></html>".encode("utf-8", "replace")
    return _of_tree(parse_html(File("", page)).tree)


def _strings(text: str) -> Iterator[str]:
    """Every string in JSON, whole or a line at a time; what is no JSON as it stands."""
    for part in (text,) if _is_json(text) else text.split("\n"):
        waiting = [json.loads(part)] if _is_json(part) else [part]
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                yield from (value, _shown(value))
            elif isinstance(value, list | dict):
                waiting.extend(value.values() if isinstance(value, dict) else value)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _of_mail(data: bytes) -> Iterator[str]:
    for message in split_messages(data):
        yield message.decode("utf-8", "replace")
        for part in message_from_bytes(message, policy=policy.compat32).walk():
            payload = part.get_payload(decode=True)
            if part.get_content_maintype() == "text" and isinstance(payload, bytes):
                text = decode(payload, part.get_content_charset("") or "")[0]
                yield _shown(text) if part.get_content_subtype() == "html" else text


def _rendered(text: str) -> str:
    """Markdown as a page shows it, by a renderer that is not our reader; as it is if that fails."""
    if text.count("[") > _MOST_BRACKETS:
        return normalise(text)
    # Loaded only for a brief that cites Markdown.
    from markdown import markdown

    try:
        page = markdown(text)
    except RecursionError:
        return normalise(text)
    return _of_tree(parse_html(File("", f"<html><body>{page}</body></html>".encode())).tree)


def _of_tree(tree: html.HtmlElement) -> str:
    etree.strip_elements(tree, *HIDDEN_TAGS, "head", with_tail=False)
    for element in tree.iter(*BLOCK_TAGS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    return normalise("".join(tree.itertext()))
