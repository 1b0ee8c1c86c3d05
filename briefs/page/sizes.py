"""Every size on the printed page, once: the planner counts with it, the stylesheet prints with it.

All lengths are points. The page is as high as Letter and as wide as A4, so that what fits it fits
both.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil

MM = 72 / 25.4
MARGIN = 15 * MM
GAP = 8 * MM
WIDTH = 210 * MM - 2 * MARGIN
HEIGHT = 279.4 * MM - 2 * MARGIN
LEADING = {"A4": 1.04, "Letter": 1.0}
"""How much further apart lines stand than planned: A4 has room for 1.07, some of it kept back."""
COLUMN = (WIDTH - GAP) / 2
INDENT = 11.2
"""How far the text of a list stands in."""


@dataclass(frozen=True, slots=True)
class Type:
    """One kind of text: size, height of a line, space after it, weight."""

    size: float
    line: float
    after: float = 0
    bold: bool = False


TITLE = Type(20, 22, bold=True)
DATE_LINE = Type(8, 10.5, after=8)
HEADLINE = Type(11.5, 13.5, bold=True)
SOURCE_LINE = Type(8, 10.5, after=2.5)
BODY = Type(9.5, 12.5, after=7)
LABEL = Type(7.5, 10)
ONE_LINE = Type(9.5, 12.5, after=1)
SOURCE = Type(8, 10)
CITATION = Type(7.4, 0)

MASTHEAD = 46.0
"""Title, date line, rule and the space below."""
UNEVEN = 56.0
"""What two balanced columns lose: the last story's margin and a break that falls badly."""
_IN_BRIEF_HEAD = 22.5
_SOURCES_HEAD = 16.5

_BREAKS = re.compile(r"[ \t\n]")
# The printed font comes with the page (rendering/fonts), so its widths are known; hyphenless
# setting and kerning differ a little between engines.
_SPARE = 1.02
_BOLD = 1.11
# Advance widths of STIX Two Text Regular in hundredths of an em.
_WIDTHS = {
    19: "'", 22: "`", 23: " \u00a0", 24: ",.:;’‘", 26: "j", 27: "|", 28: "!il", 31: "f{}", 32: "-t",
    33: '"', 34: "()", 35: "[]", 36: "I", 38: "r", 39: "/\\", 40: "Js", 41: "*?", 43: "“”",
    45: "c", 46: "ez", 48: "^agvxy", 49: "$0123456789€£", 50: "S–", 51: "_o", 52: "bq", 54: "dkp",
    56: "~", 57: "#Pu", 58: "Lhn", 59: "FZ", 60: "T", 62: "B", 63: "E", 65: "Y", 66: "RX", 67: "C",
    68: "V", 69: "%", 70: "<>K", 72: "+=AG", 73: "D", 74: "&NOQ", 75: "Uw", 78: "H", 85: "m",
    89: "…", 90: "M", 91: "@", 94: "W", 100: "—",
}  # fmt: skip
_EM = {character: width / 100 for width, group in _WIDTHS.items() for character in group}


@cache
def em(character: str) -> float:
    """The width of one character in em, without bold and spare."""
    known = _EM.get(character)
    if known is not None:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    base = _EM.get(unicodedata.normalize("NFD", character)[0])
    if base is not None:
        return base
    # Beyond Latin another font steps in.
    width = 0.72 if character.isupper() else 0.54
    return width if character < "\u0370" else width * 1.2


@lru_cache(maxsize=1 << 10)
def lines(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """How many lines `text` takes at `size` in a column of `width`, by greedy word wrap.

    A word wider than the column goes on over as many lines as it needs. Empty text takes none.
    A no-break space is part of its word.
    """
    room = width / (size * _SPARE * (_BOLD if bold else 1))
    space = em(" ")
    count, used = 0, room
    for word in filter(None, _BREAKS.split(text)):
        wide = sum(map(em, word))
        if used + space + wide <= room:
            used += space + wide
            continue
        further = max(ceil(wide / room) - 1, 0)
        count += 1 + further
        used = wide - further * room
    return count


def _height(text: str, kind: Type, width: float) -> float:
    return kind.line * lines(text, kind.size, width, bold=kind.bold) + kind.after


def story_cost(headline: str, source_line: str, body: str) -> float:
    """The height of a story in its column. `body` is the text as read, citations `[1]` included."""
    return (
        _height(headline, HEADLINE, COLUMN)
        + _height(source_line, SOURCE_LINE, COLUMN)
        + _height(body, BODY, COLUMN)
    )


def in_brief_cost(entries: Sequence[str]) -> float:
    """The height of "In brief"; one text per entry: headline, sentence and citations. 0 if none."""
    if not entries:
        return 0
    return _IN_BRIEF_HEAD + sum(_height(text, ONE_LINE, WIDTH - INDENT) for text in entries)


def source_columns(count: int) -> int:
    """In how many columns `count` sources are set."""
    return 3 if count > 30 else 2


def sources_cost(count: int) -> float:
    """The height of the list of `count` sources, one line each. 0 if there is none."""
    return _SOURCES_HEAD + SOURCE.line * ceil(count / source_columns(count)) if count else 0


def page_cost(stories: Iterable[float], in_brief: float, sources: float) -> float:
    """The height of the whole page, to be at most `HEIGHT`, from the costs of its parts."""
    return MASTHEAD + sum(stories) / 2 + UNEVEN + in_brief + sources
