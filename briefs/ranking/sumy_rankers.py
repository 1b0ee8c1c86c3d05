"""sumy's rankers behind our protocol: our sentences, words, stems and stop words; its scores.

sumy looks scores up by a sentence's text, so two alike would share one; here a sentence is known
by its place.
"""

import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefs.language import Lexicon
from briefs.ranking.textrank import Vector, significant


class _Placed(SumySentence):  # type: ignore[misc]
    """A sentence equal to itself alone."""

    __slots__ = ()
    __eq__ = object.__eq__
    __hash__ = object.__hash__


class _Rated:
    """Makes a summarizer return all its ratings, in the sentences' order, instead of the best."""

    @staticmethod
    def _get_best_sentences(
        sentences: Sequence[_Placed],
        _count: int,
        rating: dict[_Placed, float] | Callable[..., float],
        *arguments: Any,
    ) -> list[float]:
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        return [rate(sentence, *arguments) for sentence in sentences]


class _OrderedLsa(LsaSummarizer):  # type: ignore[misc]
    """sumy numbers the words in the order of a set, which changes from run to run."""

    def _create_dictionary(self, document: ObjectDocumentModel) -> dict[str, int]:
        words = sorted(super()._create_dictionary(document))
        return {word: number for number, word in enumerate(words)}


RANKERS = {
    "sumy-textrank": TextRankSummarizer,
    "sumy-lexrank": LexRankSummarizer,
    "sumy-lsa": _OrderedLsa,
    "sumy-luhn": LuhnSummarizer,
    "sumy-kl": KLSummarizer,
}


class _Tokenizer:
    def __init__(self, lexicon: Lexicon) -> None:
        self.to_words = lexicon.words


def document(texts: Sequence[str], lexicon: Lexicon) -> ObjectDocumentModel:
    """The texts as sumy's document: one paragraph, one sentence each."""
    tokenizer = _Tokenizer(lexicon)
    return ObjectDocumentModel([Paragraph([_Placed(text, tokenizer) for text in texts])])


def sumy_scores(texts: Sequence[str], lexicon: Lexicon, ranker: str) -> Vector:
    """One score per text by the named summarizer: none below 0, 1.0 on average, 9 digits."""
    if not texts:
        return np.zeros(0)
    base = RANKERS[ranker]
    summarizer = type(base.__name__, (_Rated, base), {})(lexicon.stem)
    summarizer.stop_words = lexicon.stop_words
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # LSA warns of few words, LexRank divides by nothing
        ratings = summarizer(document(texts, lexicon), len(texts))
    scores = np.nan_to_num(np.asarray(ratings or [0.0] * len(texts), dtype=np.float64))
    scores -= min(scores.min(), 0.0)  # KL counts down from 0
    mean = scores.mean()
    if mean == 0:
        return np.ones(len(texts))
    return significant(np.round(scores / mean, 12))  # what is left of nothing is nothing
