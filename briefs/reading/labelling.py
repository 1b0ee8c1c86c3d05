"""What each stretch of an article is: its prose, or a heading, caption, byline, furniture, tail.

Labels cover, nothing is deleted: every character that is no space lies in exactly one block, and
only paragraphs are printed. Works on lines, before sentences are known. Rules and their gates
come from counts on real pages; where a rule is uncertain the text stays a paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from briefs.language import detect_language, furniture_kind, split_sentences
from briefs.model import Article, Block, BlockKind
from briefs.reading.boxes import (
    cut_after_end_mark,
    cut_before_title,
    cut_list_of_headlines,
    cut_tail,
    join_trailing_headings,
    mark_posts,
    mark_pull_quotes,
)
from briefs.reading.datelines import find_dateline, find_inner_datelines, find_later_dateline
from briefs.reading.gaps import after_sentences
from briefs.reading.lines import (
    Line,
    ends_sentence,
    is_rule,
    is_tail_heading,
    line_kind,
    preamble,
    same_words,
    tail_sentences,
    told_again,
)
from briefs.reading.phrases import GLUED_CAPTION, GLUED_HEADING, INTERRUPTION, LATER_HEADING

# The prose kept of one article: four times the longest report; beyond is `tail`.
MOST_CHARACTERS = 300_000
# Of an article this short (characters) the notices are told apart sentence by sentence, and what is
# left shows whether it is one. In longer ones they are few, and told apart where one is printed.
_STUB = 1200
# What hangs a site's name on a title.
_SITE = re.compile(r" [|–—] | - (?=[^-]{1,40}$)")


def label(article: Article) -> Article:
    """`article` with `blocks` (and the agency its dateline names). A labelled one stays as it is.

    Blocks a reader has set already, e.g. headings it knows by their markup, are kept.
    """
    lines = _lines(article.text)
    known = {(block.start, block.end): block.kind for block in article.blocks}
    for line in lines:
        line.kind = known.get((line.start, line.end))
    if lines and len(known) >= len(lines):
        return article
    _label_lines(lines, article.title)
    blocks: list[Block] = []
    agency = article.agency
    opened = False
    for line in lines:
        if line.kind != "paragraph":
            blocks.append(Block(line.start, line.end, line.kind or "paragraph"))
            continue
        parts, signed = _split(article.text, line, article.title, first=not opened)
        opened = True
        agency = agency or signed
        blocks.extend(parts)
    labelled = _capped(article.text, blocks)
    language = article.language or detect_language(_sample(article.text, labelled))
    if sum(b.end - b.start for b in labelled if b.kind == "paragraph") <= _STUB:
        labelled = list(_without_notices(article.text, labelled, language))
    return article.labelled(tuple(labelled), agency, language)


def _without_notices(text: str, blocks: Sequence[Block], language: str) -> Iterator[Block]:
    """`blocks`, the sentences of paragraphs that are notices or captions as blocks of their own."""
    for block in blocks:
        if block.kind != "paragraph":
            yield block
            continue
        start = block.start
        for sentence in split_sentences(text[block.start : block.end], language):
            kind = furniture_kind(sentence.text)
            at, stop = block.start + sentence.start, block.start + sentence.end
            if kind:
                if start < at:
                    yield Block(start, len(text[:at].rstrip()), "paragraph")
                yield Block(at, stop, kind)
                start = stop + (text[stop : stop + 1] == " ")
        if start < block.end:
            yield Block(start, block.end, "paragraph")


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """The first prose: enough to tell the language by."""
    first = next((block.start for block in blocks if block.kind == "paragraph"), 0)
    return text[first : first + 400]


def _lines(text: str) -> list[Line]:
    lines = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            lines.append(Line(start, end, line))
        start = end + 1
    return lines


def _label_lines(lines: list[Line], title: str) -> None:
    """Gives every line its kind."""
    cut_after_end_mark(lines)
    cut_list_of_headlines(lines)
    cut_before_title(lines, title)
    middle = lines[-1].end // 2 if lines else 0
    for number, line in enumerate(lines):
        if line.kind not in (None, "heading"):
            continue
        if line.end - line.start > middle:
            continue  # what makes up most of an article is its prose, whatever else is in it
        if is_rule(line.text) or (number < 4 and same_words(line.text, title)):
            line.kind = "heading"
        else:
            line.kind = line_kind(line.text, late=line.start > middle) or line.kind
    cut_tail(lines)
    mark_posts(lines)
    for line in lines:
        if line.kind is None and (is_tail_heading(line.text) or _is_promotion(line)):
            line.kind = "furniture"
    open_lines = [line for line in lines if line.kind is None]
    loose = [line for line in open_lines if line.words < 25 and not ends_sentence(line.text)]
    # An article of headings alone is an article without marks: then all of it is its prose.
    if len(lines) >= 3 and len(loose) < len(open_lines):
        for line in loose:
            line.kind = "heading"
    for line in open_lines:
        line.kind = line.kind or "paragraph"
    mark_pull_quotes(lines)
    join_trailing_headings(lines)


def _is_promotion(line: Line) -> bool:
    """A long line in capitals between paragraphs points to another story: headings are short."""
    return line.words >= 5 and line.text.isupper() and not ends_sentence(line.text)


def _split(text: str, line: Line, title: str, *, first: bool) -> tuple[list[Block], str]:
    """The blocks inside one line of prose, and the agency its dateline names."""
    start, end = line.start, line.end
    blocks: list[Block] = []
    if first:
        glued = _glued_title(line.text, title)
        if glued:
            blocks.append(Block(start, start + glued, "heading"))
            start += glued + 1
    dateline = find_dateline(text, start, end, first=first)
    if dateline is None and first:
        start = _cut_preamble(text, start, end, blocks)
        dateline = find_dateline(text, start, end, first=True)
        dateline = dateline or find_later_dateline(text, start, end)
    agency = ""
    if dateline:
        agency = dateline.agency
        _add(blocks, text, start, dateline.start, "caption")
        _add(blocks, text, dateline.start, dateline.end, "dateline")
        start = dateline.end
        if first:
            start = _cut_preamble(text, start, end, blocks)
    if first and (again := told_again(text, start, end)):
        _add(blocks, text, start, again, "caption")
        start = again
    cut = tail_sentences(text, start, end)
    for at, stop, kind, signed in _inner(text, start, cut, first=first):
        if at < start:
            continue
        agency = agency or signed
        before = line_kind(text[start:at].rstrip()) if kind == "dateline" else None
        _add(blocks, text, start, at, before or "paragraph")
        _add(blocks, text, at, stop, kind)
        start = _cut_preamble(text, stop, cut, blocks) if kind == "dateline" else stop
        start += text.startswith(" ", start)
    _add(blocks, text, start, cut, "paragraph")
    if cut < end:
        blocks.append(Block(cut, end, "furniture"))
    return blocks, agency


def _inner(
    text: str, start: int, end: int, *, first: bool
) -> list[tuple[int, int, BlockKind, str]]:
    """What stands between the sentences of a line, in its order: datelines, headings, notices."""
    found: list[tuple[int, int, BlockKind, str]] = [
        (dateline.start, dateline.end, "dateline", dateline.agency)
        for dateline in find_inner_datelines(text, start, end, first=first)
    ]
    found += [
        (m.start(), m.end(), "furniture", "")
        for m in after_sentences(INTERRUPTION, text, start, end)
    ]
    found += [
        (m.start(), m.end(), "caption", "")
        for m in after_sentences(GLUED_CAPTION, text, start, end)
    ]
    glued = GLUED_HEADING.match(text, start, end)
    headings = (glued, *after_sentences(LATER_HEADING, text, start, end))
    found += [(m.start(), m.end(m.lastgroup or 0), "heading", "") for m in headings if m]
    return sorted(found)


def _add(blocks: list[Block], text: str, start: int, end: int, kind: BlockKind) -> None:
    length = len(text[start:end].rstrip())
    if length:
        blocks.append(Block(start, start + length, kind))


def _cut_preamble(text: str, start: int, end: int, blocks: list[Block]) -> int:
    """Where the report begins behind what is glued before it, which becomes a block."""
    stop = preamble(text, start, end)
    if not stop:
        return start
    blocks.append(Block(start, stop, "caption" if text[stop - 1] == "." else "heading"))
    return stop + 1


def _glued_title(line: str, title: str) -> int:
    """How many characters of `line` repeat the title before the report begins; 0 if none do."""
    for shown in dict.fromkeys((title, _SITE.split(title)[0])):
        length = len(shown)
        if shown.count(" ") < 3 or len(line) < length + 20 or line[length] != " ":
            continue
        if not same_words(line[:length], shown) or (ends_sentence(shown) and shown[-1] != "?"):
            continue
        after = line[length + 1]
        if after.isupper() or after.isdigit() or after in "“\"‘'([":
            return length
    return 0


def _capped(text: str, blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with what lies beyond the cap as tail."""
    if len(text) <= MOST_CHARACTERS:
        return list(blocks)
    kept = []
    for block in blocks:
        if block.end <= MOST_CHARACTERS or block.kind != "paragraph":
            kept.append(block)
        elif block.start >= MOST_CHARACTERS:
            kept.append(Block(block.start, block.end, "tail"))
        else:
            cut = text.rfind(" ", block.start, MOST_CHARACTERS)
            cut = cut if cut > block.start else MOST_CHARACTERS
            rest = cut + (text[cut] == " ")
            kept.append(Block(block.start, cut, "paragraph"))
            kept.append(Block(rest, block.end, "tail"))
    return kept
