"""Where a sentence stands in a quotation: before it, inside it, or closing it.

News opens a new paragraph of a long quotation with a mark and never closes the one before, so the
state starts afresh with each paragraph. Straight marks say nothing of direction: one opens only
at the start or after a space, dash or bracket, which also resynchronises after a lost mark.
"""

import re
from dataclasses import dataclass

_OPENERS = "“„«"
_CLOSERS = "”»"
_BEFORE_OPENER = " \n([{—–-"
_MARK = re.compile(f"[{_OPENERS}{_CLOSERS}\"'‘’]")
# A quotation longer than this was never closed; believe the marks no further.
_LONGEST = 900


@dataclass(frozen=True, slots=True)
class QuoteState:
    """`inside`: a quotation was open before the text; `open_after`: one is open behind it.

    `spans` are the quoted stretches (marks included) as offsets into the text.
    """

    inside: bool
    open_after: bool
    spans: tuple[tuple[int, int], ...]

    @property
    def whole(self) -> bool:
        """No quotation crosses either end of the text."""
        return not self.inside and not self.open_after


def quote_state(text: str, *, inside: bool = False, opened: str = '"') -> QuoteState:
    """The quotation state of `text`, given whether a quotation was open before it."""
    spans: list[tuple[int, int]] = []
    mark, start = (opened, 0) if inside else ("", 0)
    met = False
    for found in _MARK.finditer(text):
        position, character = found.start(), found[0]
        if mark and position - start > _LONGEST:
            mark = ""
        kind = _kind(text, position, character, mark)
        if kind == "open" and (not mark or character == mark):
            # Inside a quotation the first mark would close it: the one before was never closed.
            inside = inside and (met or position == 0)
            mark, start = character, position
        elif kind == "close" and mark:
            spans.append((start, position + 1))
            mark = ""
        met = met or bool(kind)
    if mark and len(text) - 1 - start > _LONGEST:
        mark = ""
    return QuoteState(inside, bool(mark), tuple(spans))


def outside(text: str, state: QuoteState) -> str:
    """The text's own words: what stands outside its quotations."""
    kept, end = [], 0
    for start, stop in state.spans:
        kept.append(text[end:start])
        end = stop
    return " ".join([*kept, text[end:]])


def _kind(text: str, position: int, character: str, mark: str) -> str:
    """Whether the character opens or closes a quotation, or does neither."""
    if character in _OPENERS:
        return "close" if character == "“" and mark == "„" else "open"
    if character in _CLOSERS:
        return "close"
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if character == '"':
        return "open" if before in _BEFORE_OPENER and not after.isspace() else "close"
    if text.startswith(("''", "’’"), position) and mark in ('"', "“"):
        return "close"
    # Single marks are apostrophes too: they open only before a word at a word's start, and close
    # only what such a mark opened, behind punctuation or at a word's end.
    if character in "'‘" and before in _BEFORE_OPENER and after.isalpha() and not mark:
        return "open" if _closes_later(text, position) else ""
    if character in "'’" and mark in ("'", "‘") and not after.isalnum():
        return "close" if before in ",.!?" or mark == "‘" or not before.isspace() else ""
    return ""


def _closes_later(text: str, position: int) -> bool:
    """A single mark is a quotation's only when one that can close it follows soon."""
    closer = "’" if text[position] == "‘" else "'"
    stop = min(len(text), position + _LONGEST)
    at = text.find(closer, position + 1, stop)
    while at >= 0:
        if at + 1 >= len(text) or not text[at + 1].isalnum():
            return True
        at = text.find(closer, at + 1, stop)
    return False
