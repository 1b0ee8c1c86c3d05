"""Who and where: the names by which two events of one kind are told apart.

Two shootings share their words and not their cast. What the tree has joined is kept together only
through articles that share a rare name high up in one of them, or very much else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from briefs.language import lexicon
from briefs.model import Article

_NAME = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w.’'\-]*")
_LEAD, _BODY = 450, 3000
# In fewer characters an article may well name nobody.
_SHORTEST = 400
# With one rare name in common, and with none, so like one another must two articles be …
_ONE_NAME, _NO_NAME = 0.15, 0.28
# … unless their titles share so many stems, a name among them.
_TITLE_STEMS = 2


@dataclass(frozen=True, slots=True)
class Cast:
    """An article's names, as stems: all of them, and those rare in ordinary text, high up and
    anywhere. `title`: all content stems of its title.
    """

    lead: frozenset[str]
    whole: frozenset[str]
    title: frozenset[str]
    names: frozenset[str]


def same_event(
    articles: Sequence[Article], rows: csr_array, share: Mapping[str, float]
) -> list[list[int]]:
    """The articles of a supposed story, as places, parted where nothing shows one event.

    `rows` are their TF-IDF vectors, `share` the background table; without one, no name can be
    called rare and all stay together. Parts and their members are in order.
    """
    size = len(articles)
    if size == 1 or not share:
        return [list(range(size))]
    casts = [_cast(article, share) for article in articles]
    alike = (rows @ rows.T).toarray()
    links = [
        (i, j)
        for i in range(size)
        for j in range(i + 1, size)
        if _linked(casts[i], casts[j], float(alike[i, j]))
    ]
    graph = csr_array(
        ([1] * len(links), ([i for i, _ in links], [j for _, j in links])), shape=(size, size)
    )
    _, labels = connected_components(graph, directed=False)
    parts: dict[int, list[int]] = {}
    for place, label in enumerate(labels.tolist()):
        parts.setdefault(label, []).append(place)
    return list(parts.values())


def _linked(one: Cast | None, other: Cast | None, alike: float) -> bool:
    if one is None or other is None:
        return True
    shared = len((one.lead & other.whole) | (other.lead & one.whole))
    titles = one.title & other.title
    if shared > 1 or (len(titles) >= _TITLE_STEMS and titles & one.names & other.names):
        return True
    return round(alike, 9) >= (_ONE_NAME if shared else _NO_NAME)


def _cast(article: Article, share: Mapping[str, float]) -> Cast | None:
    """The article's cast; None when it is too short to tell."""
    body = article.body[:_BODY]
    if len(body) < _SHORTEST:
        return None
    terms = lexicon(article.language or "en").terms

    def names(text: str) -> frozenset[str]:
        return frozenset(terms(" ".join(_NAME.findall(text))))

    everywhere = names(body)
    return Cast(
        lead=frozenset(stem for stem in names(body[:_LEAD]) if stem not in share),
        whole=frozenset(stem for stem in everywhere if stem not in share),
        title=frozenset(terms(article.title)),
        names=everywhere,
    )
