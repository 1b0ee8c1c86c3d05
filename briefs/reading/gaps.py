"""Where a sentence may begin inside a line."""

import re
from collections.abc import Iterator

_GAP = re.compile(r"[.!?…\"”’)\]*] ")


def after_sentences(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """`pattern.finditer`, for a pattern that matches only at `start` or behind a sentence's end.

    Tried there alone, which takes a tenth of the time of a search at every character.
    """
    stop = start
    places = (gap.end() for gap in _GAP.finditer(text, max(start - 2, 0), end))
    for place in (start, *places):
        if place >= stop and (found := pattern.match(text, place, end)):
            yield found
            stop = found.end()
