"""A written brief back into what it says and where each sentence stands.

Reads what `write` writes. A brief that was edited by hand still parses: what cannot be understood
is kept (a sentence without a place, a stray line) for `check` to report.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefs.errors import UsageError
from briefs.page.words import Words, words_of
from briefs.rendering.markdown.escaping import unescape

_DEFINITION = re.compile(r'\[([as]\d{1,6}[a-z]{0,3})\]: <([^<>]*)>(?: "([^"]*)")?')
_MARK = re.compile(r"\[\[(\d{1,6})\]\]\[(s\d{1,6}[a-z]{0,3})\]")
_SOURCE_LINE = re.compile(r"(?:\*\*([^*]+)\*\* · )?\*([^*]+)\* · ([^*]+)")
_ENTRY = re.compile(r"- \*\*([^*]*)\*\* (.*)")
_SOURCE = re.compile(r"(\d{1,6})\. (.*)")
_STORY = "story"
PROOF = re.compile(r"\A(.*) · ([0-9a-f]{8}) (\d{1,9})-(\d{1,9})(?: ([a-z]{2,3}))?")
"""A citation's title: label, article, start, end and, if it is not the page's, language."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cited place: shown as `[number]`, defined by `key`, it is `text[start:end]` of `article`.

    `article` is an article's id; `label` names source and date; `language` is empty if it is the
    page's.
    """

    number: int
    key: str
    article: str
    start: int
    end: int
    address: str
    label: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ParsedPoint:
    """A printed sentence. `quote` is None when it has no citation that is defined."""

    text: str
    quote: Place | None
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """A story or an entry in brief. `mark` (new or developing), `sources` and `origins`
    are as printed above a story.

    Lines count from 1: `line` is that of the headline, `body_line` that of the sentences.
    """

    headline: str
    line: int
    body_line: int = 0
    points: tuple[ParsedPoint, ...] = ()
    figures: tuple[ParsedPoint, ...] = ()
    mark: str = ""
    sources: str = ""
    origins: str = ""

    @property
    def source_line(self) -> str:
        """The line under the headline."""
        return " · ".join(filter(None, (self.mark, self.sources, self.origins)))


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """An entry of the list of sources; `address` is empty when it is not linked."""

    number: int
    line: int
    label: str
    title: str
    address: str


@dataclass(frozen=True)
class ParsedBrief:
    """What a written brief says. `counts` holds the numbers of the front matter.

    `words` are the brief's own, in the language of the page.
    `stray` are the lines, by number, that are no part of a brief.
    """

    title: str
    date: date | None
    date_line: str
    counts: Mapping[str, int]
    items: tuple[ParsedItem, ...]
    in_brief: tuple[ParsedItem, ...]
    sources: tuple[ParsedSource, ...]
    skipped: int
    stray: tuple[tuple[int, str], ...]
    words: Words

    @property
    def points(self) -> tuple[ParsedPoint, ...]:
        """Every printed sentence, in the order of the page."""
        items = (*self.items, *self.in_brief)
        return tuple(point for item in items for point in (*item.points, *item.figures))

    @property
    def citations(self) -> tuple[Place, ...]:
        """Every citation, in the order of the page."""
        return tuple(
            place for point in self.points for place in (point.quote, *point.also) if place
        )


def parse(markdown: str) -> ParsedBrief:
    """Read a brief back. Raises UsageError when the text is not a brief at all."""
    lines = lines_of(markdown)
    settings, body = front_matter(lines)
    return _Reader(lines, body, settings).brief()


def lines_of(markdown: str) -> list[str]:
    """The lines of a file, whatever an editor made of their ends."""
    return markdown.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The settings between the first two `---`, and the index of the line after them."""
    if lines[0] != "---" or "---" not in lines[1:] or "generator: briefs" not in lines:
        raise UsageError("this is not a brief: it does not begin with the lines briefs writes")
    end = lines.index("---", 1)
    pairs = (line.partition(": ") for line in lines[1:end])
    return {key: value for key, _, value in pairs}, end + 1


class _Reader:
    def __init__(self, lines: list[str], body: int, settings: dict[str, str]) -> None:
        self.settings = settings
        self.words = words_of(settings.get("lang", ""))
        self.definitions: dict[str, tuple[str, str]] = {}
        self.prose: list[tuple[int, str]] = []
        for number, line in enumerate(lines[body:], body + 1):
            definition = _DEFINITION.fullmatch(line)
            if definition:
                target, title = unescape(definition[2]), unescape(definition[3] or "")
                self.definitions.setdefault(definition[1], (target, title))
            elif line.strip():
                self.prose.append((number, line))

    def brief(self) -> ParsedBrief:
        title, date_line, section = "", "", ""
        in_brief_head, sources_head = self.words.in_brief, self.words.sources
        skipped = 0
        items: list[ParsedItem] = []
        in_brief: list[ParsedItem] = []
        sources: list[ParsedSource] = []
        stray: list[tuple[int, str]] = []
        for number, line in self.prose:
            untold = section == _STORY and not items[-1].body_line
            if line.startswith("# ") and not title:
                title = unescape(line[2:])
            elif line.startswith("## "):
                section = line[3:] if line[3:] in (in_brief_head, sources_head) else _STORY
                if section == _STORY:
                    items.append(ParsedItem(unescape(line[3:]), number))
            elif count := self._unread(line):
                skipped = count
            elif not section and not date_line:
                date_line = line
            elif untold and not items[-1].sources and (match := _SOURCE_LINE.fullmatch(line)):
                mark, names, origins = (unescape(part or "") for part in match.groups())
                items[-1] = replace(items[-1], mark=mark, sources=names, origins=origins)
            elif untold:
                points, figures = self._points(line)
                items[-1] = replace(items[-1], body_line=number, points=points, figures=figures)
            elif section == in_brief_head and (match := _ENTRY.fullmatch(line)):
                headline = unescape(match[1].removesuffix("."))
                in_brief.append(ParsedItem(headline, number, number, *self._points(match[2])))
            elif section == sources_head and (match := _SOURCE.fullmatch(line)):
                sources.append(self._source(number, int(match[1]), match[2]))
            else:
                stray.append((number, line))
        return ParsedBrief(
            title=title,
            date=iso_date(self.settings.get("date", "")),
            date_line=date_line,
            counts={
                key: int(value)
                for key, value in self.settings.items()
                if value.isascii() and value.isdigit()
            },
            items=tuple(items),
            in_brief=tuple(in_brief),
            sources=tuple(sources),
            skipped=skipped,
            stray=tuple(stray),
            words=self.words,
        )

    def _unread(self, line: str) -> int:
        """The number in `*2 files could not be read.*`; 0 for any other line."""
        for form in self.words.unread:
            before, _, after = f"*{form}*".partition("{}")
            if line.startswith(before) and line.endswith(after):
                number = line.removeprefix(before).removesuffix(after)
                digits = number.replace(self.words.thousands, "")
                if digits.isascii() and digits.isdigit() and len(digits) < 10:
                    return int(digits)
        return 0

    def _points(self, text: str) -> tuple[tuple[ParsedPoint, ...], tuple[ParsedPoint, ...]]:
        plain, _, figures = text.partition(f"**{self.words.figures}**")
        return tuple(self._sentences(plain)), tuple(self._sentences(figures))

    def _sentences(self, text: str) -> list[ParsedPoint]:
        points: list[ParsedPoint] = []
        at, in_also = 0, False
        for mark in _MARK.finditer(text):
            between = text[at : mark.start()]
            at = mark.end()
            place = self._place(int(mark[1]), mark[2])
            if points and place and between == (" " if in_also else f" ({self.words.also} "):
                in_also = True
                last = points[-1]
                points[-1] = ParsedPoint(last.text, last.quote, (*last.also, place))
                continue
            if in_also:
                between, in_also = between.removeprefix(")"), False
            points.append(ParsedPoint(unescape(between.strip(" ")), place))
        rest = text[at:].removeprefix(")" if in_also else "").strip(" ")
        if rest:
            points.append(ParsedPoint(unescape(rest), None))
        return points

    def _place(self, number: int, key: str) -> Place | None:
        target, title = self.definitions.get(key, ("", ""))
        proof = PROOF.fullmatch(title)
        if not proof:
            return None
        return Place(
            number, key, proof[2], int(proof[3]), int(proof[4]), target, proof[1], proof[5] or ""
        )

    def _source(self, line: int, number: int, text: str) -> ParsedSource:
        link = f"][a{number}]"
        if text.endswith(link):
            label, _, title = text.removesuffix(link).partition(": [")
            address = self.definitions.get(f"a{number}", ("", ""))[0]
            return ParsedSource(number, line, unescape(label), unescape(title), address)
        label, _, title = text.partition(": ")
        return ParsedSource(number, line, unescape(label), unescape(title), "")


def iso_date(text: str) -> date | None:
    """The date of the front matter; None if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
