"""Sentence spans, words, stems and stop words, furniture and language, per language."""

from briefs.language.background import background
from briefs.language.detect import detect_language
from briefs.language.junk import furniture_kind
from briefs.language.rarity import rarity
from briefs.language.sentences import opening, split_sentences
from briefs.language.words import Lexicon, lexicon

__all__ = [
    "Lexicon",
    "background",
    "detect_language",
    "furniture_kind",
    "lexicon",
    "opening",
    "rarity",
    "split_sentences",
]
