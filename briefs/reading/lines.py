"""What a single line is, judged by its words: prose or heading (None), or one kind of furniture."""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefs.model import BlockKind
from briefs.reading import phrases
from briefs.reading.datelines import find_later_dateline

LONGEST = 400  # characters

_STOPS = frozenset(".!?…。！？।؟")
_CLOSERS = "\"'”’»)]*›」』"
_RULE = re.compile(r"[-–—•*·_=#~. ]{1,80}")


@dataclass(slots=True)
class Line:
    """A line of an article's text, `text[start:end]`, and its kind once that is known."""

    start: int
    end: int
    text: str
    kind: BlockKind | None = None

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a mark that ends sentences, closing quotes and brackets aside."""
    bare = phrases.SIGNED_OFF.sub("", line[-24:]).rstrip(_CLOSERS)[-12:]
    return bool(bare) and (bare[-1] in _STOPS or (bare[-1] in ":;,—–" and len(line) > 160))


def is_end_mark(line: str) -> bool:
    """Whether a line says that the report ends here, as `(END)`, `ENDS`, `-30-` or `###`."""
    return len(line) <= 12 and phrases.END_MARK.fullmatch(line) is not None


def is_rule(line: str) -> bool:
    """Whether a line only separates, as `___` or `* * *`."""
    return len(line) <= 80 and _RULE.fullmatch(line) is not None


def is_tail_heading(line: str) -> bool:
    """Whether a line heads what sites put below an article: related stories, comments."""
    if len(line) > 60 or (line.endswith((".", "!", "”", '"')) and not line.endswith("...")):
        return False
    return phrases.TAIL_HEADING.match(line) is not None


def same_words(line: str, title: str) -> bool:
    """Whether a line repeats the title, case and punctuation aside."""
    if line == title:
        return bool(title)
    if not title or abs(len(line) - len(title)) > 8:
        return False
    return _bare(line) == _bare(title)


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


@lru_cache(maxsize=4096)
def line_kind(line: str, *, late: bool = False) -> BlockKind | None:
    """What a line is when it is neither prose nor a heading; longer ones are somebody's prose.

    `late` says the line stands past the middle of its text, where authors are introduced.
    """
    if len(line) > LONGEST:
        return None
    if phrases.CORRECTION.match(line):
        return "correction"
    if len(line) <= 120 and phrases.BYLINE.fullmatch(line):
        return "byline"
    if phrases.FURNITURE_START.match(line):
        return "furniture"
    if phrases.HINT.search(line):
        # A caption or notice glued before a report, which its dateline tells apart later.
        dateline = find_later_dateline(line, 0, len(line))
        if dateline and dateline.agency:
            return None
        if phrases.FURNITURE_INSIDE.search(line):
            return "furniture"
        if phrases.CAPTION.search(line):
            return "caption"
    if late and phrases.BIOGRAPHY.match(line):
        return "furniture"
    return None


def preamble(text: str, start: int, end: int) -> int:
    """Where what is glued before the first sentence of a line ends; 0 when nothing is."""
    found = phrases.PREAMBLE.match(text, start, min(end, start + 500))
    return found.end() - 1 if found else 0


def told_again(text: str, start: int, end: int) -> int:
    """Where a line begins anew when its first sentence is a caption or summary; else 0.

    That is so when the second sentence begins with the same five words, or when all before it
    stands there twice, word for word and without a mark, as a picture's text and caption do.
    """
    opening = " ".join(text[start : start + 120].split(" ", 5)[:5])
    again = text.find(opening, start + len(opening), min(end, start + 400))
    if again < 0 or len(opening) < 12:
        return 0
    first = text[start:again].rstrip()
    after = again + len(first) + 1
    if text.startswith(f"{first} ", again) and after < end and not ends_sentence(first):
        return after if text[after].isupper() else 0
    ended = phrases.SENTENCE_END.search(text, start + len(opening), again + 1)
    return again if ended and ended.end() == again else 0


def tail_sentences(text: str, start: int, end: int) -> int:
    """Where the credits and notices that end a line of prose begin; `end` when there are none.

    Looked for in the last 300 characters, then in the 300 before those found, four times at most.
    """
    cut = end
    for _ in range(4):
        found = phrases.TAIL_SENTENCE.search(text, max(start + 1, cut - 300), cut)
        if not found:
            break
        cut = found.start()
    return cut
