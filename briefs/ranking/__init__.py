"""Scores for sentences: our TextRank, or one of sumy's rankers."""

from collections import Counter
from collections.abc import Sequence

from briefs.errors import UsageError
from briefs.language import lexicon
from briefs.model import Sentence
from briefs.ranking.textrank import Vector, textrank

__all__ = ["rank_sentences"]


def rank_sentences(
    sentences: Sequence[Sentence], ranker: str = "textrank", *, words: int = 100
) -> Vector:
    """One score per sentence, 1.0 on average; higher says more of what all of them say.

    `words` is the room a choice by these scores has: below 60 the openings weigh more. `ranker` is
    "textrank" or one of sumy's: "sumy-textrank", "sumy-lexrank", "sumy-lsa", "sumy-luhn",
    "sumy-kl". Raises UsageError for any other.
    """
    if ranker == "textrank":
        damping, prior = (0.75, 1.5) if words < 60 else (0.85, 1.25)
        bags = [lexicon(language_of(sentence)).terms(sentence.text) for sentence in sentences]
        positions = [sentence.index for sentence in sentences]
        return textrank(bags, positions, damping=damping, prior=prior)
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
