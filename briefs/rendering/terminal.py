"""A written brief for the terminal: prose of readable width, citations as links."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.style import Style
from rich.text import Text

from briefs.normalising import normalise_line
from briefs.page import wording
from briefs.page.words import Words
from briefs.rendering.markdown import ParsedBrief, ParsedItem, ParsedPoint, Place

_WIDTH = 88
_QUIET, _STRONG, _CITE = "dim", "bold", "cyan"


def show(brief: ParsedBrief, console: Console | None = None) -> None:
    """Print the brief. Where the output is no terminal it is plain text without colours."""
    console = console or Console(highlight=False)
    width = min(console.width, _WIDTH)
    for part, indent in _parts(brief, width):
        first, *others = part.wrap(console, width - indent) or [part]
        for line, margin in ((first, 0), *((other, indent) for other in others)):
            line.rstrip()
            console.print(Text(" " * margin) + line, soft_wrap=True)


def _parts(brief: ParsedBrief, width: int) -> Iterator[tuple[Text, int]]:
    """The page paragraph by paragraph, each with how far its further lines stand in."""
    yield Text(_plain(brief.title), _STRONG), 0
    yield _quiet_parts(brief.date_line, width), 0
    for item in brief.items:
        yield Text(f"\n{_plain(item.headline)}", _STRONG), 0
        if item.sources:
            yield _quiet_parts(item.source_line, width), 0
        yield _prose(item, brief.words), 0
    if brief.in_brief:
        yield Text(f"\n{brief.words.in_brief}", "bold dim"), 0
        for item in brief.in_brief:
            headline = (_plain(item.headline), _STRONG)
            yield Text.assemble(("• ", _CITE), headline, " — ", _prose(item, brief.words)), 2
    if brief.sources:
        yield Text(f"\n{brief.words.sources}", "bold dim"), 0
        for source in brief.sources:
            title = Text(_plain(source.title), _link(source.address))
            yield Text.assemble(f"{source.number:>2}. {_plain(source.label)}: ", title), 4
    if brief.skipped:
        yield Text(f"\n{wording.unread(brief.skipped, brief.words)}", _QUIET), 0


def _quiet_parts(parts: str, width: int) -> Text:
    return Text("\n".join(wording.wrapped_parts(_plain(parts), width)), _QUIET)


def _prose(item: ParsedItem, words: Words) -> Text:
    parts = [_sentence(point, words) for point in item.points]
    if item.figures:
        parts.append(Text(words.figures, _STRONG))
        parts += (_sentence(point, words) for point in item.figures)
    return Text(" ").join(parts)


def _sentence(point: ParsedPoint, words: Words) -> Text:
    parts = [Text(_plain(point.text))]
    if point.quote:
        parts.append(_mark(point.quote))
    if point.also:
        parts.append(Text.assemble((f"({words.also} ", _QUIET), _marks(point.also), (")", _QUIET)))
    return Text(" ").join(parts)


def _marks(places: Iterable[Place]) -> Text:
    return Text(" ").join(map(_mark, places))


def _mark(place: Place) -> Text:
    return Text(f"[{place.number}]", Style.parse(_CITE) + _link(place.address))


def _link(address: str) -> Style:
    if address.lower().startswith(("http://", "https://")):
        return Style(link=_plain(address))
    return Style()


def _plain(text: str) -> str:
    """One line without control characters, which would speak to the terminal."""
    return normalise_line(text)
