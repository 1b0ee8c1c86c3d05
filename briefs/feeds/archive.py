"""The archive: a folder a day, a file an article, which `briefs make` reads.

    archive/2026-03-10/gazette.example-3f9a1c2b7d.html      the page as it was received
    archive/2026-03-10/lantern.example-91b0c4d2e8.xml       the feed's entry, where it has the text
    archive/2026-03-10/star.example-5d0c6f1a92-part.xml     the entry, as the page was not to be had

The names are the memory of what was fetched; nothing else is needed to go on.
"""

import os
import re
from contextlib import suppress
from copy import deepcopy
from datetime import date
from pathlib import Path

from lxml import etree

from briefs.feeds.entries import Entry, plain_address
from briefs.output import place, sweep, sync
from briefs.reading.saved import Saved, saved_comment

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PAGE, ENTRY, PART = ".html", ".xml", "-part.xml"


class Archive:
    """The archive in `folder`, to which articles of `day` are added. Made if it is not there."""

    def __init__(self, folder: Path, day: date) -> None:
        self._folder = folder
        self._day = day.isoformat()
        self._today = folder / self._day
        self._today.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        self._whole: set[str] = set()
        self._parts: dict[str, Path] = {}
        for name in sorted(os.listdir(folder)):  # noqa: PTH208 - a year has many
            if _DAY.fullmatch(name):
                self._learn(folder / name)
        for name in self._whole & self._parts.keys():  # of a run killed in between
            self._parts.pop(name).unlink(missing_ok=True)

    def _learn(self, folder: Path) -> None:
        for name in os.listdir(folder):  # noqa: PTH208
            if name.endswith(PART):
                self._parts[name.removesuffix(PART)] = folder / name
            elif name.endswith((PAGE, ENTRY)):
                self._whole.add(name.rpartition(".")[0])
            elif name.startswith("."):
                sweep(folder)

    def has(self, name: str) -> bool:
        """Whether an article is there whole."""
        return name in self._whole

    def has_part(self, name: str) -> bool:
        """Whether at least what the feed says of an article is there."""
        return name in self._parts

    def add(self, name: str, ending: str, data: bytes) -> str:
        """Puts an article into the folder of the day; its path in the archive. Raises OSError."""
        place(self._today / (name + ending), data)
        if ending == PART:
            self._parts[name] = self._today / (name + ending)
        else:
            self._whole.add(name)
            if part := self._parts.pop(name, None):
                part.unlink(missing_ok=True)
        return f"{self._day}/{name}{ending}"

    def sync(self) -> None:
        """Makes what was added outlast a power cut, where the system can."""
        with suppress(OSError):
            sync(self._today)

    def close(self) -> None:
        """Leaves no empty folder behind."""
        self.sync()
        with suppress(OSError):
            self._today.rmdir()


def page_file(about: Saved, body: bytes) -> bytes:
    """A page as it was received, under a comment."""
    return saved_comment(about) + body


def entry_file(about: Saved, entry: Entry, source: str, language: str) -> bytes:
    """An entry as it was received, in a feed of its own."""
    channel = etree.Element("channel")
    etree.SubElement(channel, "title").text = source
    if language:
        etree.SubElement(channel, "language").text = language
    element = deepcopy(entry.element)
    element.tail = None
    address = plain_address(entry.address)
    if address and address != entry.record.url:
        element.insert(0, etree.Element("link", rel="alternate", href=address))
    channel.append(element)
    return b"".join(
        (
            b'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n',
            saved_comment(about),
            etree.tostring(channel, encoding="utf-8", xml_declaration=False),
            b"\n</rss>\n",
        )
    )
