"""Which feeds to fetch: addresses, lists in OPML, and the table [feeds] of briefs.toml."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefs.config import Options, load_options
from briefs.errors import UsageError
from briefs.normalising import normalise_line

_MOST_BYTES = 20_000_000
_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed: its address and what the subscriber calls it, if anything."""

    address: str
    name: str = ""


def subscribed(given: Sequence[str], options: Options) -> tuple[Subscription, ...]:
    """The feeds that are meant, each address once and in order.

    `given` are addresses, OPML files and TOML files with a table [feeds]; without any, those of the
    options' `feeds` and `subscriptions`. Raises UsageError when there is none.
    """
    found = [feed for each in given for feed in _given(each)] if given else list(_set(options))
    if not found:
        where = " or ".join(repr(each) for each in given) or "briefs.toml"
        raise UsageError(
            f"no feed to fetch in {where} (give addresses, an OPML file, or in briefs.toml a table "
            '[feeds] with lines like "Daily Lantern" = "https://lantern.example/rss")'
        )
    return unique(found)


def unique(feeds: Iterable[Subscription]) -> tuple[Subscription, ...]:
    """The feeds, of those with one address the first."""
    first: dict[str, Subscription] = {}
    for feed in feeds:
        first.setdefault(feed.address, feed)
    return tuple(first.values())


def read_opml(data: bytes) -> tuple[Subscription, ...]:
    """The feeds of an OPML list, in its order, folders flattened. Raises ValueError if it is none.

    Broken XML is read as far as it goes. No other file and no socket is opened.
    """
    if _ENTITY.search(data[:100_000]):
        raise ValueError("it declares entities of its own, which no list needs")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root = etree.fromstring(data.strip(), parser=parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or not isinstance(root.tag, str) or root.tag.lower() != "opml":
        raise ValueError("it is not an OPML list")
    return unique(_outlines(root))


def _outlines(root: etree._Element) -> Iterator[Subscription]:
    for outline in root.iter("outline"):
        fields = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        if address := fields.get("xmlurl", "").strip():
            yield Subscription(
                address, normalise_line(fields.get("title") or fields.get("text", ""))
            )


def _given(text: str) -> Iterable[Subscription]:
    if "://" in text:
        return (Subscription(text),)
    path = Path(text)
    if path.suffix.lower() == ".toml":
        return _set(load_options(path, {}, {}), path.parent)
    return _opml_file(path)


def _set(options: Options, folder: Path = Path()) -> Iterator[Subscription]:
    """What the options name; a list's path counts from the folder of the options' file."""
    yield from (Subscription(address, name) for name, address in options.feeds)
    if options.subscriptions:
        yield from _opml_file(folder / options.subscriptions)


def _opml_file(path: Path) -> tuple[Subscription, ...]:
    name = os.fspath(path)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        hint = "" if path.exists() else " (an address begins with https://)"
        raise UsageError(f"cannot read {name!r}: {error.strerror}{hint}") from None
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{name!r} is too large for a list of feeds")
    try:
        return read_opml(data)
    except ValueError as error:
        raise UsageError(f"cannot read feeds from {name!r}: {error}") from None
