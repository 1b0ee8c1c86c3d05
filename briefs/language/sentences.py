"""Sentence boundaries: candidate marks, and one `decide` that says which of them end a sentence.

Spans only: the text is never rewritten and never searched again. Where an abbreviation leaves the
matter open, Punkt (Kiss & Strunk 2006, doi:10.1162/coli.2006.32.4.485) judges by the lists of
`abbreviations`, which are given to nltk as parameters, so that no model is downloaded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from briefs.language.abbreviations import Abbreviations, abbreviations
from briefs.language.words import lexicon
from briefs.model import Article, Sentence

_IDEOGRAPHIC_MARKS = "。！？｡︒"
_CLOSERS = "\"'”’»›)\\]}“‘„«‹*」』）】》〉"
# A run of marks, what closes behind it, and the white space that follows.
_CANDIDATE = re.compile(
    rf"(?P<mark>\.(?: \.){{2,}}|[.!?…‼⁇⁈⁉‽؟۔।॥՞{_IDEOGRAPHIC_MARKS}]+)"
    rf"(?P<close>[{_CLOSERS}]{{0,4}}(?: ?»)?)(?P<gap> *)"
)
_OPENERS = "\"'“‘„«‹»([{¿¡—–-*•「『（【《〈 "
_REACH = 48  # characters read on either side of a mark
_BRACKET_REACH = 240  # a bracket never closed must not swallow a page
_REPORTING = frozenset(
    "said says asked asks added adds wrote writes told tells cried replied explained".split()
)


@dataclass(frozen=True)
class Rules:
    """How one language writes sentences."""

    lists: Abbreviations
    starters: frozenset[str]
    punkt: PunktSentenceTokenizer


@cache
def rules(language: str) -> Rules:
    """The rules of a language; an unknown one gets those that hold for most."""
    lists = abbreviations(language)
    starters = lexicon(language).stop_words | lists.starters
    parameters = PunktParameters()
    parameters.abbrev_types = set(lists.others | lists.closing | lists.titles)
    parameters.sent_starters = set(starters)
    return Rules(lists, starters, PunktSentenceTokenizer(parameters))


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
        text = whole.text
        language = whole.language or language
    own_rules = rules(language)
    index = 0
    for start, end in _paragraphs(whole, text):
        for sentence_start, sentence_end in spans(text[start:end], own_rules):
            yield Sentence(whole, index, start + sentence_start, start + sentence_end)
            index += 1


def _paragraphs(whole: Article | str, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(whole, str) or not whole.blocks:
        blocks = [(0, len(text))]
    else:
        blocks = [(b.start, b.end) for b in whole.blocks if b.kind == "paragraph"]
    for start, end in blocks:
        while start < end:
            newline = text.find("\n", start, end)
            stop = end if newline < 0 else newline
            yield start, stop
            start = stop + 1


def spans(paragraph: str, own_rules: Rules) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph as (start, end), white space at the ends left out."""
    size = len(paragraph)
    start = size - len(paragraph.lstrip())
    for match in _CANDIDATE.finditer(paragraph):
        if match.end() >= size:
            break
        if match.start() < start:
            continue
        end = match.end("close")
        following = match.end()
        close = match["close"]
        if not match["gap"] and close and paragraph[following].isalnum():
            # A quotation mark between a stop and a letter opens what follows.
            if (
                close[-1] in '“„«‘‹"'
                and paragraph.count(close[-1], start, match.end("mark")) % 2 == 0
            ):
                end -= 1
                following = end
        if decide(paragraph, start, match, following, own_rules):
            yield start, end
            start = following
    end = len(paragraph.rstrip())
    if start < end:
        yield start, end


def decide(
    paragraph: str, start: int, match: re.Match[str], following: int, own_rules: Rules
) -> bool:
    """Whether the sentence begun at `start` ends at the candidate `match`."""
    mark_start = match.start()
    mark = match["mark"]
    close = match["close"]
    right = paragraph[following : following + _REACH].lstrip(_OPENERS)
    if not right:
        return True
    first = right[0]
    if mark[0] in _IDEOGRAPHIC_MARKS:
        return _decide_ideographic(paragraph, start, match, right)
    if paragraph.find("(", start + 1, mark_start) >= 0 and _inside_bracket(
        paragraph, start, mark_start, match.end()
    ):
        return False
    gap = following > match.end("close") or bool(match["gap"])
    before = paragraph[max(start, mark_start - _REACH) : mark_start]
    word = before[before.rfind(" ") + 1 :].lstrip(_OPENERS)
    if not gap and following == match.end():
        return _decide_unspaced(word, mark, right)
    next_word = right[: right.find(" ")] if " " in right else right
    if first.islower():
        return _decide_lower(word, mark, close, own_rules)
    if first in ",;:)%":
        return False
    if close and _reports(right, close):
        return False
    if mark != ".":
        return mark[0] != "." or len(mark) > 1
    if close:
        return True
    return _decide_stop(word, next_word, first, before, own_rules)


def _decide_stop(word: str, next_word: str, first: str, before: str, own_rules: Rules) -> bool:
    lists, starters = own_rules.lists, own_rules.starters
    key = word.lower()
    plain_next = next_word.rstrip(".,;:!?\"'”’)").lower()
    if not key:
        return True
    if len(key) == 1:
        if key.isalpha() and word.isupper():
            return plain_next in starters and len(plain_next) > 1 and word != "I"
        if key.isdigit() and len(before) < 4:
            return False
    if key in lists.titles:
        return False
    if key in lists.numbered and first.isdigit():
        return False
    if key in lists.months:
        return not first.isdigit() and plain_next in starters
    if key in lists.closing:
        return not first.isdigit()
    if key in lists.others or ("." in key and len(key) < 8 and key.replace(".", "").isalpha()):
        return _punkt_ends(own_rules, word, next_word)
    return True


@lru_cache(maxsize=1 << 14)
def _ends(punkt: PunktSentenceTokenizer, word: str, next_word: str) -> bool:
    return bool(punkt.text_contains_sentbreak(f"{word}. {next_word}"))


def _punkt_ends(own_rules: Rules, word: str, next_word: str) -> bool:
    return _ends(own_rules.punkt, word, next_word)


def _decide_lower(word: str, mark: str, close: str, own_rules: Rules) -> bool:
    if close or mark != "." or len(word) < 5 or not word.isalpha():
        return False
    key = word.lower()
    lists = own_rules.lists
    return not (key in lists.titles or key in lists.closing or key in lists.others)


def _decide_unspaced(word: str, mark: str, right: str) -> bool:
    if mark not in {".", "!", "?"} or len(word) < 2 or not word[-2:].islower():
        return False
    if "/" in word or "@" in word or word.startswith("www"):
        return False
    head, space, tail = right.partition(" ")
    return (
        bool(space and tail)
        and head[0].isupper()
        and (len(head) == 1 or head[1:].rstrip(",").islower())
    )


def _decide_ideographic(paragraph: str, start: int, match: re.Match[str], right: str) -> bool:
    if match["close"] and right[0] in "とって、，,はがをのにでも":
        return False
    opened = max(paragraph.rfind(mark, start, match.start()) for mark in "「『（(")
    if opened >= 0 and not match["close"]:
        closed = max(paragraph.rfind(mark, opened, match.start()) for mark in "」』）)")
        if closed < 0:
            return False
    return True


def _inside_bracket(paragraph: str, start: int, position: int, after: int) -> bool:
    opened = paragraph.rfind("(", max(start + 1, position - _BRACKET_REACH), position)
    if opened < 0 or paragraph.find(")", opened, after) >= 0:
        return False
    return paragraph.find(")", after, after + _BRACKET_REACH) >= 0


def _reports(right: str, close: str) -> bool:
    if close[-1] not in "\"”’'»“«":
        return False
    words = right.split(" ", 4)[:4]
    return any(word.rstrip(".,") in _REPORTING for word in words[:3])
