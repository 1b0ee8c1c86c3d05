"""Which language a text is in: by its script, then by the function words it uses."""

import re
from functools import cache

from briefs.language.abbreviations import word_list
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
_ACCENTED = re.compile("[¡¿\u00df-\u024f]")
# Letters that few languages write, each a vote as good as a function word's.
_LETTERS = {
    "cs": "áíéýěščřžůúťďň",
    "de": "äöüß",
    "es": "áéíóúñ¿¡",
    "fr": "éèêàçùîôœ",
    "it": "èàòùì",
    "nl": "ë",
    "pl": "ąęłńśżźćó",
    "pt": "ãõçáéíóúâêô",
    "sv": "åäö",
}


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
    signs = _LATIN_WORD.findall(sample)
    if not sample.isascii():
        signs.extend(_ACCENTED.findall(sample))
    table = _speakers()
    for sign in signs:
        speakers = table.get(sign, ())
        for code in speakers:
            votes[code] += 1 / len(speakers)
    best = max(_LATIN, key=votes.__getitem__)
    return best if votes[best] >= 1 else "en"


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for code in _LATIN:
        words = lexicon(code).stop_words | word_list(code, "starters")
        for sign in sorted(words | set(_LETTERS.get(code, ""))):
            table[sign] = (*table.get(sign, ()), code)
    return table
