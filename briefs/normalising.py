"""One rule for text: what every `Article.text` looks like, however the article was made.

Offsets, sentences and citations refer to the text *after* this step, so it runs once, when an
article is made. It folds white space and removes what cannot be printed; it never composes or
decomposes characters (compare in NFC, quote as given).
"""

import re
from itertools import pairwise

_NEWLINES = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# C0 and C1 controls, soft hyphen, zero-width and bidirectional controls, byte order mark,
# non-characters, private line-noise (object replacement) and tag characters.
# ZWNJ and ZWJ (200C, 200D) are kept between letters, where scripts need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
_STRAY_JOINER = re.compile(r"(?<!\w)[\u200c\u200d]|[\u200c\u200d](?!\w)")
_SURROGATE = re.compile("[\ud800-\udfff]")
# All white space but the newlines above and the plain space, of which most texts hold only single
# ones: looking for the others and for runs takes a tenth of the time of replacing every space.
_OTHER_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUNS_OF_SPACE = re.compile("  +")
# All that the steps below change within a line: without any of it they are skipped.
_ODD = re.compile(
    _NEWLINES.pattern[:-1]
    + _OTHER_SPACES.pattern[1:-1]
    + "\u200c\u200d\ud800-\udfff"
    + _INVISIBLE.pattern[1:]
)
_BLANK_LINES = re.compile(r"\n{3,}")
_ENDS_SENTENCE = tuple('.!?…:;"”’»)]*。！？」』।؟')


def normalise(text: str) -> str:
    """`text` with one kind of newline, single spaces, no invisible characters and no hard wraps.

    At most one blank line stands between two lines; none at either end, and no line begins or
    ends with a space. Idempotent: `normalise(normalise(t)) == normalise(t)`.
    """
    if _ODD.search(text):
        text = _INVISIBLE.sub("", _NEWLINES.sub("\n", text.replace("\r\n", "\n")))
        text = _SURROGATE.sub("\ufffd", _STRAY_JOINER.sub("", text))
        text = _OTHER_SPACES.sub(" ", text)
    if "  " in text:
        text = _RUNS_OF_SPACE.sub(" ", text)
    lines = [line.strip(" ") for line in text.split("\n")]
    text = "\n".join(unwrap(lines)).strip("\n")
    return _BLANK_LINES.sub("\n\n", text) if "\n\n\n" in text else text


def normalise_line(text: str) -> str:
    """`text` as one line: for titles, names and other fields."""
    return " ".join(normalise(text).split())


def unwrap(lines: list[str]) -> list[str]:
    """Join the lines of hard-wrapped paragraphs.

    Text counts as hard-wrapped when most lines followed directly by another one stop in
    mid-sentence at nearly the same width: lines of one width are a typewriter's, not an author's.
    """
    followed = [(line, after) for line, after in pairwise(lines) if line and after]
    width = max((len(line) for line, _ in followed), default=0)
    # Short lines, as bylines and lists have them, tell nothing about the width of the others.
    long = [(line, after) for line, after in followed if len(line) * 2 >= width]
    if len(long) < 3 or not 40 <= width <= 120:
        return lines
    # Full is a line that had no room for the next one's first word.
    full = [line for line, after in long if len(line) + len(after.split(" ", 1)[0]) >= width]
    running = [line for line in full if not line.endswith(_ENDS_SENTENCE)]
    if len(full) < max(3, 0.6 * len(long)) or len(running) < 0.5 * len(full):
        return lines
    joined = [lines[0]]
    for before, line in pairwise(lines):
        wrapped = before and line and len(before) + 1 + len(line.split(" ", 1)[0]) > width * 0.9
        if wrapped:
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined
