"""Which story of an earlier brief an article goes on.

Both must be alike in what they say and in whom and where they name. Stems weigh by their general
rarity, so that nothing else that was told changes the answer.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefs.history.past import Told
from briefs.language import background, rarity
from briefs.model import Article
from briefs.stories.cast import Cast, cast_of, shared_names
from briefs.stories.terms import describe
from briefs.stories.versions import canonical

# So like an earlier story must one of today be that stands at an address of it; that shares two
# rare names, one, or none. Where no table says which names are rare, none is. Rather "new" in
# error than "developing": measured on ten stories among nine hundred single articles.
_ADDRESS, _TWO_NAMES, _ONE_NAME, _NO_NAME = 0.10, 0.30, 0.36, 0.50
_SHARPNESS = 0.87


@dataclass(frozen=True, slots=True)
class _Earlier:
    told: Told
    cast: Cast


class Threads:
    """An index of what earlier briefs told, oldest first."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._earlier: list[_Earlier] = []
        self._postings: dict[str, dict[str, list[tuple[int, float]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for place, each in enumerate(told):
            article = _as_article(each)
            self._earlier.append(_Earlier(each, _cast(article)))
            for stem, weight in _weights(article).items():
                self._postings[each.language][stem].append((place, weight))

    def find(self, article: Article) -> Told | None:
        """The earlier story that the article is most like, the newer of two; None if it is new."""
        language = article.language or "en"
        alike: dict[int, float] = defaultdict(float)
        for stem, weight in _weights(article).items():
            for place, theirs in self._postings[language][stem]:
                alike[place] += weight * theirs
        cast, address = _cast(article), canonical(article.url)
        fit = [
            (round(likeness, 9), place)
            for place, likeness in alike.items()
            if likeness >= _ADDRESS and likeness >= self._least(self._earlier[place], cast, address)
        ]
        return self._earlier[max(fit)[1]].told if fit else None

    def _least(self, earlier: _Earlier, cast: Cast, address: str) -> float:
        if address and address in earlier.told.addresses:
            return _ADDRESS
        shared = shared_names(cast, earlier.cast)
        return (_NO_NAME, _ONE_NAME, _TWO_NAMES)[min(shared, 2)]


def _as_article(told: Told) -> Article:
    """What is known of an earlier story, the printed first, as if it were one article."""
    text = "\n\n".join((*told.sentences, *told.passed_over))
    return Article(told.headline, text, language=told.language)


def _cast(article: Article) -> Cast:
    return cast_of(article, background(article.language or "en"))


def _weights(article: Article) -> Mapping[str, float]:
    """The article's stems, weighed by how often and how high up they stand and by their rarity."""
    language = article.language or "en"
    weights = {
        stem: (1 + log(count)) * rarity(stem, language) ** _SHARPNESS
        for stem, count in describe(article).counts.items()
    }
    norm = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / norm for stem, weight in weights.items()} if norm else {}
