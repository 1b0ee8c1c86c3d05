"""Which story of an earlier brief an article goes on.

Both must be alike in what they say and in whom and where they name. Stems weigh by their general
rarity, so that nothing else that was told changes the answer.
"""

from collections.abc import Mapping, Sequence
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_array

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


class Threads:
    """An index of what earlier briefs told, oldest first."""

    def __init__(self, told: Sequence[Told]) -> None:
        articles = [_as_article(each) for each in told]
        self._told = told
        self._casts = [_cast(article) for article in articles]
        self._columns: dict[tuple[str, str], int] = {}
        rows = [_weights(article) for article in articles]
        for row in rows:
            for stem in row:
                self._columns.setdefault(stem, len(self._columns))
        columns = [self._columns[stem] for row in rows for stem in row]
        weights = [weight for row in rows for weight in row.values()]
        starts = np.cumsum([0, *map(len, rows)])
        self._rows = csr_array((weights, columns, starts), (len(rows), len(self._columns)))

    def find(self, article: Article) -> Told | None:
        """The earlier story that the article is most like, the newer of two; None if it is new."""
        vector = np.zeros(len(self._columns))
        for stem, weight in _weights(article).items():
            if stem in self._columns:
                vector[self._columns[stem]] = weight
        alike = np.round(self._rows @ vector, 9)
        cast, address = _cast(article), canonical(article.url)
        fit = [
            (alike[place], place)
            for place in np.flatnonzero(alike >= _ADDRESS).tolist()
            if alike[place] >= self._least(place, cast, address)
        ]
        return self._told[max(fit)[1]] if fit else None

    def _least(self, place: int, cast: Cast, address: str) -> float:
        if address and address in self._told[place].addresses:
            return _ADDRESS
        shared = shared_names(cast, self._casts[place])
        return (_NO_NAME, _ONE_NAME, _TWO_NAMES)[min(shared, 2)]


def _as_article(told: Told) -> Article:
    """What is known of an earlier story, the printed first, as if it were one article."""
    text = "\n\n".join((*told.sentences, *told.passed_over))
    return Article(told.headline, text, language=told.language)


def _cast(article: Article) -> Cast:
    return cast_of(article, background(article.language or "en"))


def _weights(article: Article) -> Mapping[tuple[str, str], float]:
    """The article's stems, each with its language, as a vector of length 1.

    Weighed by how often and how high up they stand and by their rarity.
    """
    language = article.language or "en"
    weights = {
        (language, stem): (1 + log(count)) * rarity(stem, language) ** _SHARPNESS
        for stem, count in describe(article).counts.items()
    }
    norm = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / norm for stem, weight in weights.items()} if norm else {}
