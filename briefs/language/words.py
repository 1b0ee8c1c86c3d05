"""Words, stems and stop words of a language, from the lists and stemmers of sumy and nltk."""

import re
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from importlib import import_module, resources
from unicodedata import is_normalized, normalize

from nltk.stem import snowball

from briefs.language.abbreviations import word_list

# Vowel signs of Indic and Thai, Hebrew points, Arabic vowels and joiners belong to their word,
# though Python's \w leaves them out.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_IDEOGRAPHS = (
    "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
)
_IDEOGRAPHIC_RUN = re.compile(f"[{_IDEOGRAPHS}]+")


def _pattern(letter: str, joiner: str) -> re.Pattern[str]:
    # "u.s", "7.5" and "1,000" stay whole, "end.The" does not.
    inside = rf"[.,](?:(?<=\d.)\d{letter}*|(?<=\b\w\.)\w\b)"
    return re.compile(rf"{letter}+(?:{joiner}{letter}+|{inside})*")


_PLAIN = _pattern(r"\w", "'")
_ELIDING = _pattern(r"\w", r"(?!)")
_MARKED = _pattern(rf"[\w{_MARKS}]", "'")

# ISO 639-1 code -> the name sumy and nltk use for it.
_NAMES = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}
# Languages whose stemmer is sumy's own: importing it also imports requests, so only when asked.
_SUMY_STEMMERS = {"cs": "czech", "pl": "polish", "sk": "czech", "uk": "ukrainian"}
_MARKED_LANGUAGES = frozenset({"ar", "he", "hi", "th"})
# Of the endings that the English stemmer takes off or exchanges.
_LAST_LETTERS = frozenset("cdegilmnrsty'")
_ELIDED = frozenset(
    "c d j l m n s t qu jusqu lorsqu puisqu quoiqu all dall dell nell sull coll quest quell".split()
)


class Lexicon:
    """The words of one language (ISO 639-1). Unknown languages have no stop words and no stems."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.stop_words = _stop_words(language) | (
            _ELIDED if language in {"fr", "it"} else frozenset()
        )
        if language in {"fr", "it"}:
            self._pattern = _ELIDING
        elif language in _MARKED_LANGUAGES or language not in _NAMES:
            self._pattern = _MARKED
        else:
            self._pattern = _PLAIN

    @cached_property
    def stem(self) -> Callable[[str], str]:
        """The stem of a word in lower case; made when first asked for, as some load much."""
        return lru_cache(maxsize=1 << 18)(_whole_if_dotted(_stemmer(self.language)))

    def words(self, text: str) -> list[str]:
        """Lower-case words and numbers in order; `don’t` as `don't`, `U.S.` as `u.s`.

        Compared in NFC. Chinese, Japanese and Korean, which no space parts reliably, give
        overlapping pairs of characters.
        """
        text = text.lower().replace("’", "'")
        ascii_only = text.isascii()
        if not ascii_only and not is_normalized("NFC", text):
            text = normalize("NFC", text)
        found: list[str] = []
        for part in text.split():
            # Most are a word and nothing else, which is quicker to see than to match.
            if part.isalnum():
                found.append(part)
            else:
                found += self._pattern.findall(part)
        if ascii_only or not _IDEOGRAPHIC_RUN.search(text):
            return found
        return [part for word in found for part in _pairs(word)]

    def terms(self, text: str) -> list[str]:
        """Stems of the words that carry content, in order."""
        stem, stop_words = self.stem, self.stop_words
        return [stem(word) for word in self.words(text) if word not in stop_words]


@cache
def lexicon(language: str) -> Lexicon:
    """The one Lexicon of a language; `pt-BR` is `pt`."""
    code = language.lower().replace("_", "-").partition("-")[0]
    return Lexicon(code) if code == language else lexicon(code)


@cache
def _stop_words(language: str) -> frozenset[str]:
    # Read as a file, because importing sumy's own reader imports an HTTP client first.
    name = f"{_NAMES.get(language)}.txt"
    source = resources.files("sumy").joinpath("data", "stopwords", name)
    ours = word_list(language, "stop")
    return ours | frozenset(source.read_text("utf-8").lower().split()) if source.is_file() else ours


def _stemmer(language: str) -> Callable[[str], str]:
    if language in _SUMY_STEMMERS:
        stem: Callable[[str], str] = import_module(
            f"sumy.nlp.stemmers.{_SUMY_STEMMERS[language]}"
        ).stem_word
        return lambda word: stem(word) if word.islower() else word  # it warns of numbers
    known = getattr(snowball, f"{_NAMES.get(language, '').capitalize()}Stemmer", None)
    if not known or language not in _NAMES:
        return str
    return _if_it_ends(known().stem) if language == "en" else known().stem


def _if_it_ends(stem: Callable[[str], str]) -> Callable[[str], str]:
    # A sixth of all words end in a letter that no English ending ends in.
    return lambda word: stem(word) if word[-1:] in _LAST_LETTERS else word


def _whole_if_dotted(stem: Callable[[str], str]) -> Callable[[str], str]:
    # A stemmer takes the s of "u.s" for an ending.
    return lambda word: word if "." in word else stem(word)


def _pairs(word: str) -> list[str]:
    parts: list[str] = []
    position = 0
    for run in _IDEOGRAPHIC_RUN.finditer(word):
        start, end = run.span()
        if start > position:
            parts.append(word[position:start])
        if end - start == 1:
            parts.append(run.group())
        parts.extend(word[i : i + 2] for i in range(start, end - 1))
        position = end
    if position < len(word):
        parts.append(word[position:])
    return parts
