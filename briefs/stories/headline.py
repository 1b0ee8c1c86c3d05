"""The story's headline: one of its members' own titles, verbatim but for labels and site names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import fmean as mean

from briefs.language import lexicon, opening
from briefs.model import Article, source_name
from briefs.stories.kinds import kind_of
from briefs.stories.titles import clean_title, is_cut, is_section

# How a column, an explainer or a tease begins, and words a news headline does without.
_WEAK = re.compile(
    r"^(?:why|how|what|when|who|where|no,|yes,|here['’]s|it['’]s official|meet|watch|see|this is)\b"
    r"|!|\byour?\b|\btakeaways\b|\bodds\b|\bneed to know\b|\bi\b|(?-i:[a-z]{4}\. [A-Z“\"])",
    re.IGNORECASE,
)

# So much of a title one sentence of its article's opening should hold.
_TOLD = 0.6
# How a title reads before its news has come: "set to", "feared", "active shooter".
_EARLY = re.compile(
    r"\b(?:(?:is|are|to be|expected|set|due|likely|thought|feared|believed|ready|plans?|vows?) to"
    r"|thought|feared|awaits?|awaited|may|might|could|active shooter)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fit:
    """A title as it could be printed, and how well it would head its story."""

    text: str
    article: int
    score: float


def choose(
    articles: Sequence[Article], centrality: Sequence[float], rarity: Mapping[str, float]
) -> tuple[Fit, ...]:
    """The members' titles, the best first: one at least, where there is an article.

    `centrality[k]` is article k's mean cosine to the others.

    Score = .6 × coverage of the members' titles and leads + .4 × centrality − penalties, of which
    one is what is wanting to .6 of the title in any one sentence of its article's opening:
    what heads a story must be what its lead can say. Where no member has a title, the first opening
    sentence stands for it. `rarity` is idf by stem.
    """
    if not articles:
        return ()
    titles = [
        clean_title(a.title, a.source, a.url, partial(_lead, a), a.language or "en")
        for a in articles
    ]
    named = [k for k, a in enumerate(articles) if not is_section(titles[k], a.source)]
    if len(named) == 1:
        return (Fit(titles[named[0]], named[0], 1.0),)
    if not named:
        return (_first_sentence(articles),)
    stems = [
        (_stems(a, title), [_stems(a, sentence.text) for sentence in opening(a)])
        for a, title in zip(articles, titles, strict=True)
    ]
    leads = [frozenset().union(*lead) for _, lead in stems]
    newest = max((a.day for a in articles if a.day), default=None)
    fits = []
    for k in named:
        title, lead = stems[k]
        coverage = mean(
            _covered(title, *told, rarity)
            for told in zip((other for other, _ in stems), leads, strict=True)
        )
        untold = max(0.0, _TOLD - _told(title, lead))
        penalty = _penalty(titles[k], articles[k], title, leads[k]) + untold
        if lead and title == lead[0]:  # the page would say it twice
            penalty += 0.3
        day = articles[k].day
        if newest and day and day < newest:  # the newest stand is the news
            penalty += 0.05
        fits.append(Fit(titles[k], k, round(0.6 * coverage + 0.4 * centrality[k] - penalty, 9)))
    return tuple(sorted(fits, key=lambda fit: (-fit.score, fit.article)))


def _lead(article: Article) -> str:
    return " ".join(sentence.text for sentence in opening(article))


def _first_sentence(articles: Sequence[Article]) -> Fit:
    for k, article in enumerate(articles):
        if first := opening(article, 1):
            return Fit(" ".join(first[0].text.split()), k, 0.0)
    return Fit(articles[0].title or source_name(articles[0]), 0, 0.0)


def _stems(article: Article, text: str) -> frozenset[str]:
    return frozenset(lexicon(article.language or "en").terms(text))


def _covered(
    title: frozenset[str], told: frozenset[str], lead: frozenset[str], rarity: Mapping[str, float]
) -> float:
    """How much of a member's title, and half as much of its lead, the words of a title cover."""
    whole = _mass(told, rarity) + 0.5 * _mass(lead, rarity)
    return (_mass(title & told, rarity) + 0.5 * _mass(title & lead, rarity)) / (whole or 1.0)


def _told(title: frozenset[str], sentences: Iterable[frozenset[str]]) -> float:
    """The share of the title's words in the sentence that holds most of them."""
    most = max((len(title & sentence) for sentence in sentences), default=0)
    return most / (len(title) or 1)


def _mass(stems: frozenset[str], rarity: Mapping[str, float]) -> float:
    return sum(sorted(rarity.get(stem, 1.0) for stem in stems))


def _penalty(title: str, article: Article, stems: frozenset[str], lead: frozenset[str]) -> float:
    words = title.split()
    letters = [c for c in title if c.isalpha()]
    penalty = 0.0
    if "?" in title:
        penalty += 0.3
    if _WEAK.search(title):
        penalty += 0.15
    if kind_of(article):
        penalty += 0.3
    if is_cut(article.title):  # the last choice, however it was mended
        penalty += 2.0
    if "…" in title or "..." in title:
        penalty += 0.5
    if len(words) < 5 or len(words) > 16:
        penalty += 0.15
    if _EARLY.search(title):
        penalty += 0.1
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        penalty += 0.2
    if stems and lead and len(stems & lead) < 0.25 * len(stems):
        penalty += 0.2
    return penalty
