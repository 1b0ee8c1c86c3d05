"""The sources beside the brief: every cited article in full, its cited words marked.

What reading set aside (bylines, captions, furniture) stands in its place, folded away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby, pairwise

from briefs.model import Article, Block
from briefs.page import wording
from briefs.page.words import Words
from briefs.rendering.markdown import ParsedBrief, Place

_SHOWN = ("paragraph", "heading")


@dataclass(frozen=True, slots=True)
class Mark:
    """A cited span of an article; `quoted` tells a printed sentence from one that says the same."""

    start: int
    end: int
    anchor: str
    quoted: bool


def anchor(article: str, start: int, end: int) -> str:
    """The name of a cited place in the page."""
    return f"{article}-{start}-{end}"


def cited_articles(brief: ParsedBrief, articles: Iterable[Article]) -> dict[int, Article]:
    """The cited articles that are at hand, by the number they have in the brief."""
    by_id = {article.id: article for article in articles}
    return {
        place.number: by_id[place.article]
        for place in sorted(brief.citations, key=lambda place: place.number)
        if place.article in by_id
    }


def evidence_html(brief: ParsedBrief, cited: Mapping[int, Article]) -> str:
    """The pane of sources as HTML, in the order of their numbers."""
    marks: dict[str, dict[str, Mark]] = {}
    for point in brief.points:
        for place in (point.quote, *point.also):
            if place is not None:
                _add(marks.setdefault(place.article, {}), place, quoted=place is point.quote)
    parts = [
        _article(number, article, sorted(marks[article.id].values(), key=_order), brief.words)
        for number, article in cited.items()
    ]
    opening = f'<aside class="evidence" aria-label="{escape(brief.words.evidence)}">'
    return "\n".join((opening, *parts, "</aside>"))


def _add(marks: dict[str, Mark], place: Place, *, quoted: bool) -> None:
    name = anchor(place.article, place.start, place.end)
    known = marks.get(name)
    marks[name] = Mark(place.start, place.end, name, quoted or (known is not None and known.quoted))


def _order(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _article(number: int, article: Article, marks: Sequence[Mark], words: Words) -> str:
    title = escape(wording.title(article, words))
    foreign = wording.foreign(article, words)
    language = f' lang="{escape(foreign)}"' if foreign else ""
    if article.url.lower().startswith(("http://", "https://")):
        title = f'<a href="{escape(article.url)}" rel="noopener noreferrer">{title}</a>'
    return "\n".join(
        (
            f'<article class="source" id="article-{number}"{language}>',
            f'<p class="label">{number} · {escape(wording.label(article, words))}</p>',
            f"<h2>{title}</h2>",
            *_blocks(number, article, marks, words),
            "</article>",
        )
    )


def _blocks(number: int, article: Article, marks: Sequence[Mark], words: Words) -> Iterator[str]:
    names = dict(words.kinds)
    blocks = [
        block
        for block in article.blocks or (Block(0, len(article.text), "paragraph"),)
        if article.text[block.start : block.end] != article.title  # stands above already
    ]
    spans = [span for block in blocks for span in _lines(article.text, block)]
    clipped = [(mark, _clip(mark, spans)) for mark in marks]
    visible = [mark for _, mark in clipped if mark is not None]
    for shown, group in groupby(blocks, key=lambda block: block.kind in _SHOWN):
        together = list(group)
        lines = [
            f'<p class="{block.kind}">{_text(number, article, start, end, visible, words)}</p>'
            for block in together
            for start, end in _lines(article.text, block)
        ]
        if shown:
            yield from lines
        else:
            kinds = ", ".join(dict.fromkeys(names[block.kind] for block in together))
            summary = f"<summary>{words.set_aside}: {kinds}</summary>"
            yield f"<details>{summary}{''.join(lines)}</details>"
    for mark, part in clipped:
        if part is None:
            yield f'<p class="label" id="{mark.anchor}">{_back(number, mark, words)}</p>'


def _clip(mark: Mark, spans: Sequence[tuple[int, int]]) -> Mark | None:
    """The mark from its first to its last character that is shown; None if none is."""
    over = [(start, end) for start, end in spans if start < mark.end and end > mark.start]
    if not over:
        return None
    start, end = max(mark.start, over[0][0]), min(mark.end, over[-1][1])
    return replace(mark, start=start, end=end)


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _text(
    number: int, article: Article, start: int, end: int, marks: Sequence[Mark], words: Words
) -> str:
    """The characters from `start` to `end`, escaped, with the marks that fall there.

    Marks may overlap: the text is cut wherever one begins or ends.
    """
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end, *(cut for m in here for cut in (m.start, m.end) if start < cut < end)}
    parts = []
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        text = escape(article.text[left:right], quote=False)
        covering = [mark for mark in here if mark.start <= left and mark.end >= right]
        if covering:
            kind = "quoted" if any(mark.quoted for mark in covering) else "same"
            begun = [mark.anchor for mark in covering if mark.start == left]
            name = f' id="{begun.pop()}"' if begun else ""
            text = f'<mark class="{kind}"{name}>{text}</mark>'
            text = "".join(f'<span id="{other}"></span>' for other in begun) + text
        text += "".join(
            f"\u00a0{_back(number, mark, words)}" for mark in covering if mark.end == right
        )
        parts.append(text)
    return "".join(parts)


def _back(number: int, mark: Mark, words: Words) -> str:
    said = escape(words.back_from.format(number))
    return f'<a class="back" href="#in-{mark.anchor}" aria-label="{said}">↩ {words.back}</a>'
