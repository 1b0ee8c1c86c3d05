"""Which language a text is in: by its script, then by the function words it uses."""

import re
from functools import cache

from briefs.language.words import lexicon

_SAMPLE = 2000  # characters
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0621-\u06ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0904-\u0939]")),
    ("el", re.compile("[\u0386-\u03ce]")),
    ("th", re.compile("[\u0e01-\u0e2e]")),
    ("ru", re.compile("[\u0410-\u044f]")),
)
_LATIN = ("en", "de", "fr", "es", "it", "pt", "cs", "nl", "pl", "sv")
_LATIN_WORD = re.compile("[a-z\u00df-\u024f]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of the first 2,000 characters; `en` in doubt."""
    sample = text[:_SAMPLE].lower()
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        for code, letter in _SCRIPTS:
            # A tenth suffices for kana among ideographs; the order of the table sees to the rest.
            if len(letter.findall(sample)) > letters * (0.1 if code == "ja" else 0.4):
                return code
    votes = dict.fromkeys(_LATIN, 0.0)
    for word in _LATIN_WORD.findall(sample):
        speakers = _speakers().get(word, ())
        for code in speakers:
            votes[code] += 1 / len(speakers)
    best = max(_LATIN, key=votes.__getitem__)
    return best if votes[best] >= 2 else "en"


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for code in _LATIN:
        for word in sorted(lexicon(code).stop_words):
            table[word] = (*table.get(word, ()), code)
    return table
