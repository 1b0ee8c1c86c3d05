"""Plain text: the title line, byline, source and date that stand above a report."""

import re
from datetime import date

from briefs.agencies import known_agency
from briefs.model import Article
from briefs.normalising import normalise
from briefs.reading.bylines import is_outlet, read_byline
from briefs.reading.datelines import Dateline, find_dateline
from briefs.reading.dates import find_date
from briefs.reading.decoding import decode
from briefs.reading.format import Contents, File, Format
from briefs.reading.lines import ends_sentence, line_kind, same_words

_SUFFIXES = ("", ".txt", ".text")
_HEAD_LINES = 12
_BYLINE = re.compile(r"(?:by|von|par|por|di) \S", re.IGNORECASE)
_AFTER_NAME = re.compile(r",| \| | [–—-] |\(")
_STAMP = re.compile(r"(?i:published|posted|updated|last updated|first published|date|source)\b[: ]")


def read_text(file: File) -> Contents:
    """The one article of a text file. Raises Skip when it is no text."""
    text, warning = decode(file.data)
    article = article_from_text(normalise(text), file.path)
    return Contents((article,), (("encoding", warning),) if warning else ())


TEXT = Format("text", lambda file: file.suffix in _SUFFIXES, read_text)


def article_from_text(text: str, path: str, title: str = "") -> Article:
    """An Article from normalised text, with all that the lines above its prose tell."""
    head, opening = _head(text)
    source, head = _masthead(head)
    title = title or _title(head) or _first_words(opening)
    dateline = find_dateline(opening, 0, len(opening), first=True)
    agency = ""
    authors: tuple[str, ...] = ()
    for line in head:
        if _BYLINE.match(line) and len(line) <= 100:
            byline = read_byline(line)
            authors += byline.authors
            agency = agency or byline.agency
            source = source or byline.outlet
        elif not source and line != title and len(line) <= 80 and line_kind(line) is None:
            source = _outlet(line, after_byline=bool(authors))
    if source and dateline and dateline.agency == _initials(source):
        agency = source
    return Article(
        title=title,
        text=text,
        source=source,
        published=_published(head, title, opening, dateline),
        authors=authors,
        agency=agency,
        paths=(path,),
    )


def _head(text: str) -> tuple[list[str], str]:
    """The lines above the prose, and the first line of prose (empty when there is none)."""
    head: list[str] = []
    position = 0
    while position < len(text) and len(head) < _HEAD_LINES:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if line:
            long = (
                len(line) > 400
                or line.count(" ") >= 24
                or (ends_sentence(line) and line.count(" ") >= 11)
            )
            if long and line_kind(line) != "caption":
                return head, line
            head.append(line)
        position = end + 1
    return head, ""


def _masthead(head: list[str]) -> tuple[str, list[str]]:
    """The outlet named in the first line above a title, and the lines below it."""
    if len(head) > 1 and head[0].count(" ") <= 3 < head[1].count(" ") and is_outlet(head[0]):
        return head[0], head[1:]
    return "", head


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _title(head: list[str]) -> str:
    """The line of the head that is printed twice, else the first that is no label or credit."""
    lines = [line for line in head if line_kind(line) is None and not _STAMP.match(line)]
    for number, line in enumerate(lines[:4]):
        if any(same_words(line, other) for other in lines[number + 1 : number + 3]):
            return line
    titles = [line for line in lines if find_dateline(line, 0, len(line), first=False) is None]
    # A section name stands above the title: one or two words, where a longer line follows.
    if (
        len(titles) > 1
        and titles[0].count(" ") <= 1 < titles[1].count(" ")
        and not ends_sentence(titles[1])
    ):
        return titles[1]
    return titles[0] if titles else ""


def _first_words(prose: str) -> str:
    """A stand-in title for a report without one: its first words, marked as cut."""
    dateline = find_dateline(prose, 0, len(prose), first=True)
    words = prose[dateline.end if dateline else 0 :][:400].split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")


def _outlet(line: str, *, after_byline: bool) -> str:
    """The outlet a line names before a date, as in `Harbour Gazette, 3 May 2026`, or by itself."""
    if after_byline and is_outlet(line) and not known_agency(line):
        return line
    name = _AFTER_NAME.split(line.removeprefix("Source:").strip(), maxsplit=1)[0].strip()
    named = line.startswith("Source:") or (find_date(line) and is_outlet(name))
    return name if named and len(name) <= 60 else ""


def _published(head: list[str], title: str, opening: str, dateline: Dateline | None) -> date | None:
    """The date of a date line, else of the dateline, else of a photo caption."""
    captions = [line for line in head if line_kind(line) == "caption"]
    stamps = [line for line in head if line not in captions and not same_words(line, title)]
    places = [
        *(line for line in stamps if len(line) <= 120),
        opening[dateline.start : dateline.end] if dateline else "",
        *captions,
    ]
    return next((day for place in places if (day := find_date(place))), None)
