"""Scores for sentences: our TextRank, or one of sumy's rankers."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from briefs.errors import UsageError
from briefs.language import lexicon
from briefs.model import Sentence
from briefs.ranking.textrank import Vector, likeness, textrank

__all__ = ["rank_sentences"]

# Where the walk begins anew: on the openings, and on what repeats the article's own headline.
_POSITION_EXPONENT = 1.25
_HEADLINE_WEIGHT = 6.0


def rank_sentences(sentences: Sequence[Sentence], ranker: str = "textrank") -> Vector:
    """One score per sentence, 1.0 on average; higher says more of what all of them say.

    `ranker` is "textrank" or one of sumy's: "sumy-textrank", "sumy-lexrank", "sumy-lsa",
    "sumy-luhn", "sumy-kl". Raises UsageError for any other.
    """
    if ranker == "textrank":
        bags = [lexicon(language_of(sentence)).terms(sentence.text) for sentence in sentences]
        return textrank(bags, _jump(sentences, bags))
    # sumy takes long to load: only for those who ask for it.
    from briefs.ranking.sumy_rankers import RANKERS, sumy_scores

    if ranker not in RANKERS:
        raise UsageError(f"unknown ranker {ranker!r}; one of: textrank, {', '.join(RANKERS)}")
    languages = Counter(map(language_of, sentences))
    language = languages.most_common(1)[0][0] if languages else "en"
    return sumy_scores([sentence.text for sentence in sentences], lexicon(language), ranker)


def language_of(sentence: Sentence) -> str:
    article = sentence.article
    return "en" if isinstance(article, str) else article.language or "en"


def _jump(sentences: Sequence[Sentence], bags: Sequence[Sequence[str]]) -> Vector:
    """(1 + place in its article) ** -1.25 · (1 + 6 · cosine with its article's headline)."""
    numbers: dict[str, int] = {}
    headlines: list[list[str]] = []
    headline_of = []
    for sentence in sentences:
        article = sentence.article
        key, title = (article, "") if isinstance(article, str) else (article.id, article.title)
        if key not in numbers:
            numbers[key] = len(headlines)
            headlines.append(lexicon(language_of(sentence)).terms(title))
        headline_of.append(numbers[key])
    alike = likeness(bags, headlines, headline_of)
    places = np.array([sentence.index for sentence in sentences], dtype=np.float64)
    return np.asarray((1.0 + places) ** -_POSITION_EXPONENT * (1.0 + _HEADLINE_WEIGHT * alike))
