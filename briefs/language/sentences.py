"""Sentences as spans: the text is never rewritten and never searched again."""

import re
from collections.abc import Iterator
from itertools import islice

from briefs.language.boundaries import Rules, boundaries, rules
from briefs.model import Article, Sentence

_LIST_ITEM = re.compile(r"([•⁃*-]? ?)(\d{1,2}|[a-y])(\.\)|\.|\)) ")


def split_sentences(article_or_text: Article | str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of an article's paragraphs, or of a bare string, as spans in reading order.

    A newline ends a paragraph, a paragraph ends a sentence. Spans are disjoint and cover every
    character of the paragraphs that is no white space. `article.language`, when set, wins over
    `language` (ISO 639-1).
    """
    return tuple(_sentences(article_or_text, language))


def opening(article: Article, count: int = 3) -> tuple[Sentence, ...]:
    """The first `count` sentences, without splitting the rest."""
    return tuple(islice(_sentences(article, "en"), count))


def _sentences(whole: Article | str, language: str) -> Iterator[Sentence]:
    if isinstance(whole, str):
        text = whole
    else:
        text, language = whole.text, whole.language or language
    of_language = rules(language)
    index = 0
    for start, end in _paragraphs(whole, text):
        for sentence_start, sentence_end in spans(text[start:end], of_language):
            yield Sentence(whole, index, start + sentence_start, start + sentence_end)
            index += 1


def _paragraphs(whole: Article | str, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(whole, str) or not whole.blocks:
        blocks = [(0, len(text))]
    else:
        blocks = [(b.start, b.end) for b in whole.blocks if b.kind == "paragraph"]
    for start, end in blocks:
        position = start
        while position < end:
            newline = text.find("\n", position, end)
            stop = end if newline < 0 else newline
            yield position, stop
            position = stop + 1


def spans(paragraph: str, of_language: Rules) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph as (start, end), white space at the ends left out."""
    for item, wording, size in _items(paragraph):
        start = item
        for end, following in boundaries(paragraph, wording, size, of_language):
            yield start, end
            start = following
        if start < size:
            yield start, size


def _items(paragraph: str) -> Iterator[tuple[int, int, int]]:
    """(start, start of the wording, end) of each item of a list written on one line.

    A paragraph that is no list is its own only item.
    """
    start = body = len(paragraph) - len(paragraph.lstrip())
    first = _LIST_ITEM.match(paragraph, start)
    if first:
        bullet, label, after = first.groups()
        body = first.end()
        while True:
            label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
            marker = f" {bullet}{label}{after} "
            position = paragraph.find(marker, body)
            if position < 0:
                break
            yield start, body, len(paragraph[body:position].rstrip()) + body
            start, body = position + 1, position + len(marker)
    yield start, body, len(paragraph.rstrip())
