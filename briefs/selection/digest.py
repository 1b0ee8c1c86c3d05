"""A summary of given articles, taken as one story, by the same steps as a story on the page."""

from collections.abc import Sequence

import numpy as np

from briefs.language import lexicon, split_sentences
from briefs.model import Article, Citation, Point
from briefs.ranking import rank_sentences
from briefs.selection.gates import Candidate, judge
from briefs.selection.refusals import NO_END, OWN_HEADLINE, UNDATED_DAY
from briefs.selection.summary import summarize_sentences

# A sentence that leans on the one before it has its concepts and little else: of two that say the
# same it gives way. To refuse it costs .5 points of ROUGE-1.
_LEANING = 0.15
# Whoever names the articles knows their day, and no headline stands above their summary.
_NO_MATTER = (UNDATED_DAY, OWN_HEADLINE)


def digest(
    articles: Sequence[Article], words: int, ranker: str, sentences: int | None = None
) -> tuple[Point, ...]:
    """The sentences to print, in reading order, together at most `words` words.

    With `sentences`, at most so many of them instead, however long.

    Only sentences fit to be printed are taken, unless there are no others.
    """
    judged: list[tuple[Article, Candidate]] = [
        (article, candidate)
        for article in articles
        for candidate in judge(article, split_sentences(article), lexicon(article.language or "en"))
    ]
    if not judged:
        return ()
    rows = [candidate for _, candidate in judged]
    spans = [candidate.sentence for candidate in rows]
    scores = rank_sentences(spans, ranker)
    fit = np.array([candidate.reason in ("", *_NO_MATTER) for candidate in rows])
    speaks = {article for (article, _), able in zip(judged, fit, strict=True) if able}
    if speaks:
        # A blurb of one sentence often goes without its full stop.
        fit |= [article not in speaks and c.reason == NO_END for article, c in judged]
    else:
        fit[:] = True
    preference = np.array([c.weight * (_LEANING if c.needs_previous else 1.0) for c in rows])
    chosen = summarize_sentences(
        spans, scores, words, allowed=fit, preference=preference, count=sentences
    )
    return tuple(
        Point(Citation(article, candidate.sentence.start, candidate.sentence.end))
        for article, candidate in (judged[number] for number in chosen)
    )
