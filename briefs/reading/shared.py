"""Furniture learned from the pile: lines that several articles of one source share.

A site prints its notices under every story, so the same line in three stories that have nothing
else in common is no part of them. Three gates keep prose: copies and updates of one story are no
witnesses, a line counts only near the beginning or the end of its articles (a background paragraph
told again stands in the middle), and only lines of up to 400 characters are looked at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefs.model import Article, Block, host

_WITNESSES = 3
_LONGEST = 400  # characters
# Paragraphs from either end of an article.
_FIRST, _LAST = 2, 4
# Articles are strangers when at most this share of the shorter one's paragraphs is common.
_MOST_COMMON = 0.34
# Of a line in a thousand articles so many are enough to find three strangers among.
_MOST_ASKED = 12


def learn(articles: Sequence[Article]) -> tuple[Article, ...]:
    """`articles` (labelled), what they share within their source labelled as furniture.

    Text and identity stay. An article keeps its paragraphs where nothing else would be left.
    """
    owners: dict[tuple[str, str], list[int]] = {}
    for number, article in enumerate(articles):
        source = article.source or host(article)
        for line in dict.fromkeys(_edges(article)):
            owners.setdefault((source, line), []).append(number)
    lines = {
        number: set[str]()
        for numbers in owners.values()
        if len(numbers) >= _WITNESSES
        for number in numbers
    }
    if not lines:
        return tuple(articles)
    whole = {number: frozenset(_paragraphs(articles[number])) for number in lines}
    for (_, line), numbers in owners.items():
        if len(numbers) >= _WITNESSES and _strangers(whole[n] for n in numbers[:_MOST_ASKED]):
            for number in numbers:
                lines[number].add(line)
    return tuple(
        _relabelled(article, lines.get(number, set())) for number, article in enumerate(articles)
    )


def _paragraphs(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == "paragraph"]


def _edges(article: Article) -> Iterator[str]:
    """The short paragraphs near the beginning and the end."""
    paragraphs = _paragraphs(article)
    near = paragraphs[:_FIRST] + paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]
    return (text for text in near if len(text) <= _LONGEST)


def _strangers(texts: Iterable[frozenset[str]]) -> bool:
    """Whether three of the texts have little in common with one another."""
    found: list[frozenset[str]] = []
    for text in texts:
        if all(len(text & other) <= _MOST_COMMON * min(len(text), len(other)) for other in found):
            found.append(text)
            if len(found) == _WITNESSES:
                return True
    return False


def _relabelled(article: Article, shared: set[str]) -> Article:
    if not shared:
        return article
    blocks = tuple(
        Block(b.start, b.end, "furniture")
        if b.kind == "paragraph" and article.text[b.start : b.end] in shared
        else b
        for b in article.blocks
    )
    kept = any(block.kind == "paragraph" for block in blocks)
    return replace(article, blocks=blocks) if kept else article
