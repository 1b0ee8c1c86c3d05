"""What several lines together are: tails, lists of other stories, embedded posts, pull quotes."""

import re
from collections.abc import Sequence

from briefs.reading.lines import Line, ends_sentence, is_end_mark, is_tail_heading, same_words

_BULLETS = frozenset("-–—•*·")
_DIGIT = re.compile(r"\d")
# Who wrote an embedded post, and when.
_SIGNATURE = re.compile(r"[—–-]{1,2} ?[^()]{1,60} \(@\w{1,30}\)(?: .{0,40})?")
_LONGEST_POST = 400
_QUOTES = "\"'“”„‘’«»‹› "
_LONGEST_QUOTE = 300


def cut_after_end_mark(lines: Sequence[Line]) -> None:
    for number, line in enumerate(lines):
        if number and is_end_mark(line.text):
            for rest in lines[number:]:
                rest.kind = rest.kind or "tail"
            return


def cut_list_of_headlines(lines: Sequence[Line]) -> None:
    """Other stories listed below, each after a line with a bare dash: all of them are the tail."""
    first = len(lines)
    while first >= 2 and lines[first - 2].text in _BULLETS and lines[first - 1].words < 25:
        first -= 2
    if len(lines) - first >= 4:
        for line in lines[first:]:
            line.kind = line.kind or "tail"


def cut_before_title(lines: Sequence[Line], title: str) -> None:
    """Prose above the title, where that stands among the first ten lines, is of other stories."""
    for number, line in enumerate(lines[:10]):
        if same_words(line.text, title):
            if 5 * line.start <= lines[-1].end:
                for above in lines[:number]:
                    if above.words >= 25 or ends_sentence(above.text):
                        above.kind = above.kind or "furniture"
            return


def cut_tail(lines: Sequence[Line]) -> None:
    """A tail heading past half of the text ends the article, unless prose follows it."""
    total = lines[-1].end if lines else 0
    for number, line in enumerate(lines):
        if line.start * 2 <= total or line.kind == "tail" or not is_tail_heading(line.text):
            continue
        rest = lines[number + 1 :]
        prose = sum(
            r.words for r in rest if r.kind is None and r.words >= 12 and ends_sentence(r.text)
        )
        if prose * 4 <= sum(r.words for r in lines[:number]):
            for r in lines[number:]:
                r.kind = r.kind or "tail"
            return


def join_trailing_headings(lines: Sequence[Line]) -> None:
    """Headings after all prose are the tail, if the article is prose and they are few or a list.

    The gate: at least 75 % of the words stand in paragraphs, the tail has at most six lines and
    under 12 % of the words. Ungated, four good lines (dates of a tour, a table) go for each bad.
    """
    last = max(
        (number for number, line in enumerate(lines) if line.kind == "paragraph"), default=None
    )
    if last is None:
        return
    total = sum(line.words for line in lines)
    prose = sum(line.words for line in lines if line.kind == "paragraph")
    tail = [line for line in lines[last + 1 :] if line.kind == "heading"]
    words = sum(line.words for line in tail)
    if not (prose * 4 >= total * 3 and len(tail) <= 6 and words * 100 < total * 12):
        tail = _headlines(tail) if prose * 2 >= total else []
    for line in tail:
        line.kind = "tail"


def _headlines(lines: list[Line]) -> list[Line]:
    """The last lines, six and more of five words and more on average, hardly a number in them."""
    first = len(lines)
    while first and lines[first - 1].words >= 3:
        first -= 1
    run = lines[first:]
    numbered = sum(_DIGIT.search(line.text) is not None for line in run)
    words = sum(line.words for line in run)
    return run if len(run) >= 6 and words >= 5 * len(run) and numbered * 3 <= len(run) else []


def mark_posts(lines: Sequence[Line]) -> None:
    """An embedded post: the line that says who wrote it and when, and the one it signs.

    It is part of the article, set off like a heading, and none of its prose.
    """
    for number, line in enumerate(lines):
        if len(line.text) <= 120 and _SIGNATURE.fullmatch(line.text):
            line.kind = line.kind or "heading"
            before = lines[number - 1] if number else line
            if before.kind is None and len(before.text) <= _LONGEST_POST:
                before.kind = "heading"


def mark_pull_quotes(lines: Sequence[Line]) -> None:
    """A short paragraph that stands word for word inside a longer one is its pull quote.

    Not the first: a lead may be told again below.
    """
    paragraphs = [line for line in lines if line.kind == "paragraph"]
    for line in paragraphs[1:]:
        words = line.text.strip(_QUOTES).rstrip(".,")
        if line.words < 6 or len(words) > _LONGEST_QUOTE:
            continue
        if any(words in other.text for other in paragraphs if len(other.text) > len(line.text)):
            line.kind = "furniture"
