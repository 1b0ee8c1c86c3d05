"""What an article brought in before a sentence speaks of it: “a satellite”, later “the satellite”.

A noun that an article first uses without “the” it introduces; “the” before it later on goes back
to that place, and a reader who has not seen it is lost. (What is first named with “the”, “the
border”, needs no introduction.) See Prince, "Toward a taxonomy of given-new information" (1981).
"""

import re
from functools import cached_property

from briefs.language import Lexicon
from briefs.model import Article
from briefs.selection.kinship import held
from briefs.selection.phrases import Phrases

_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_LONGEST = 6
# What may stand between “the” and the noun it makes definite.
_BETWEEN = frozenset(
    "often sometimes now once still already very most more so newly two three four five six seven"
    " eight nine ten dozen".split()
)
_PLACED = frozenset("in on at from by near after before during".split())
_COPULAS = frozenset("is was known called while when".split())
_GIVEN = 3  # words between “the” and a noun that it still makes definite


class Mentions:
    """Where an article first speaks of each noun, and whether it introduces it there."""

    def __init__(self, article: Article, lists: Phrases, lexicon: Lexicon) -> None:
        self._article = article
        self._lists = lists
        self._lexicon = lexicon

    def taken_up(self, text: str, start: int) -> tuple[frozenset[str], ...]:
        """The stem of each noun behind “the” in `text`, at `start`, that was introduced before."""
        found: list[frozenset[str]] = []
        if not self._lists.article:
            return ()
        tokens = list(_WORD.finditer(text))
        for place, token in enumerate(tokens):
            if token.group().lower() not in self._lists.article:
                continue
            noun = self._noun(text, tokens, place)
            if not noun or noun in self._lists.unique:
                continue
            stem = self._lexicon.stem(noun)
            at = self._introduced.get(stem, start)
            if at < start and not held(
                stem, self._lexicon.terms(text[: token.start()]), self._lexicon.language
            ):
                found.append(frozenset({stem}))
        return tuple(found)

    def _noun(self, text: str, tokens: list[re.Match[str]], place: int) -> str:
        """The last word of what “the” at `place` opens; "" if it is a name or explains itself."""
        last, end = "", tokens[place].end()
        for number, token in enumerate(tokens[place + 1 : place + 1 + _LONGEST], place + 1):
            word = token.group()
            if text[end : token.start()] != " ":
                return last
            low = word.lower()
            end = token.end()
            if low in _BETWEEN or low in self._lists.ordinals:
                continue
            if low in self._lexicon.stop_words:
                follows = tokens[number + 1].group() if number + 1 < len(tokens) else ""
                return "" if self._explains(low, follows) else last
            last = low if word[0].islower() else ""
        return last

    def _explains(self, word: str, follows: str) -> bool:
        """Whether “of”, “who”, “on the” behind a noun says which is meant; “on Monday” does not."""
        if word in _PLACED:
            dated = follows.lower() in self._lists.weekdays or follows[:1].isdigit()
            return follows in ("the", "a", "an") or (follows[:1].isupper() and not dated)
        return word in self._lists.attached - _COPULAS

    @cached_property
    def _introduced(self) -> dict[str, int]:
        """Where each noun is introduced, by its stem, in the article's text; -1: in the title."""
        first: dict[str, int] = {}
        given: set[str] = set()
        for text, known in ((self._article.title, True), (self._article.text, False)):
            since, end = _GIVEN + 1, 0
            for token in _WORD.finditer(text):
                low = token.group().lower()
                since = since + 1 if text[end : token.start()] == " " else _GIVEN + 1
                end = token.end()
                if low in self._lists.article:
                    since = 0
                    continue
                if low in self._lexicon.stop_words:
                    since = _GIVEN + 1
                    continue
                stem = self._lexicon.stem(low)
                if stem in first or stem in given:
                    continue
                if since <= _GIVEN and not known and token.group()[0].islower():
                    given.add(stem)
                else:
                    first[stem] = -1 if known else token.start()
        return first
