"""A pile of articles becomes stories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from scipy.sparse import csr_array

from briefs.config import Options
from briefs.dating import shared_day
from briefs.language import background
from briefs.model import Article, Story
from briefs.stories.candidates import candidate_pairs
from briefs.stories.cast import same_event
from briefs.stories.copies import Groups, exact_key, near_copies
from briefs.stories.events import main_event
from briefs.stories.headline import choose
from briefs.stories.kinds import kind_of
from briefs.stories.origins import origins
from briefs.stories.substance import substance
from briefs.stories.terms import describe, rarity, term_weights, vectorise
from briefs.stories.tree import average_link, cut
from briefs.stories.versions import versions
from briefs.stories.weight import weigh
from briefs.stories.wishes import Wishes, wishes

# Without a background table the cosines of one story are lower; added to the log-odds of a merge.
_NO_TABLE = 0.20
# Among few texts two that are alike are hardly two events of one kind; from so many on some are.
_MANY = 40

_Pair = tuple[int, int, float]  # two texts and their cosine


@dataclass(frozen=True, slots=True)
class _Day:
    """What a pile's stories are weighed by: its newest day, and what the reader wants."""

    newest: date | None
    wishes: Wishes


def group(articles: Iterable[Article], options: Options | None = None) -> tuple[Story, ...]:
    """Every article in exactly one story, the heaviest story first.

    The order in which the articles come changes nothing.
    """
    options = options or Options()
    ordered = sorted(articles, key=lambda article: article.id)
    day = _Day(shared_day(ordered, options.timezone), wishes(options))
    stories = [story for part in _by_language(ordered) for story in _stories(part, day)]
    return tuple(sorted(stories, key=lambda story: (-story.weight, story.articles[0].id)))


def _by_language(articles: Sequence[Article]) -> list[list[Article]]:
    parts: dict[str, list[Article]] = {}
    for article in articles:
        parts.setdefault(article.language or "en", []).append(article)
    return [parts[language] for language in sorted(parts)]


def _stories(articles: Sequence[Article], day: _Day) -> list[Story]:
    """The stories among articles of one language."""
    texts, older = _texts(articles)
    terms = [describe(text[0]) for text in texts]
    table = background(articles[0].language or "en")
    idf = rarity(terms, table)
    matrix = vectorise(terms, term_weights(terms, idf))
    ease = 0.0 if table else _NO_TABLE
    left, right, similarity = candidate_pairs(matrix)
    pairs = list(zip(left.tolist(), right.tolist(), similarity.tolist(), strict=True))
    stems = [len(item.counts) for item in terms]
    merges = average_link(matrix, stems, left, right, similarity, ease)
    parts = cut(len(texts), merges, ease)
    if table:
        strictness = min(len(texts) / _MANY, 1.0)
        parts = [
            [part[place] for place in event]
            for part, inside in zip(parts, _inside(parts, pairs), strict=True)
            for event in same_event([texts[k][0] for k in part], inside, table, strictness)
        ]
    everything = matrix.sum(axis=0)
    likeness = (matrix @ everything - 1.0) / max(len(texts) - 1, 1)
    told = [substance(text[0], float(like)) for text, like in zip(texts, likeness, strict=True)]
    return [
        _story(
            [texts[k] for k in part],
            inside,
            older,
            _centrality(matrix, part),
            max(told[k] for k in part),
            idf,
            day,
        )
        for part, inside in zip(parts, _inside(parts, pairs), strict=True)
    ]


def _inside(parts: Sequence[Sequence[int]], pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """The pairs within each part, as places in it."""
    place = {k: (number, at) for number, part in enumerate(parts) for at, k in enumerate(part)}
    inside: list[list[_Pair]] = [[] for _ in parts]
    for i, j, alike in pairs:
        if place[i][0] == place[j][0]:
            inside[place[i][0]].append((place[i][1], place[j][1], alike))
    return inside


def _texts(articles: Sequence[Article]) -> tuple[list[list[Article]], frozenset[Article]]:
    """The distinct texts, and the articles of which there is a newer version.

    Exact copies, and versions of one address, are one text from the start. The first article of a
    text is the newest version.
    """
    groups = Groups(len(articles))
    first: dict[str, int] = {}
    for place, article in enumerate(articles):
        groups.join(first.setdefault(exact_key(article), place), place)
    older = set()
    for newest, *others in versions(articles):
        for place in others:
            groups.join(newest, place)
            older.add(place)
    texts = [
        [articles[place] for place in sorted(text, key=lambda place: (place in older, place))]
        for text in groups.sets()
    ]
    return texts, frozenset(articles[place] for place in older)


def _story(
    texts: Sequence[Sequence[Article]],
    pairs: Sequence[_Pair],
    older: frozenset[Article],
    centrality: Sequence[float],
    full: float,
    weights: Mapping[str, float],
    day: _Day,
) -> Story:
    """One story of the given distinct texts; `pairs` of them may be near copies.

    `full` is the substance of its fullest text, `older` holds what a newer version replaces. In
    each set of copies the fullest that is not replaced comes first: it is the one to cite.
    """
    near = near_copies([text[0] for text in texts], ((i, j) for i, j, _ in pairs))
    articles = [article for text in texts for article in text]
    first = list(accumulate((len(text) for text in texts), initial=0))
    copied = {k for group in near for k in group}
    copies = [
        sorted(
            (place for k in group for place in range(first[k], first[k + 1])),
            key=lambda place: (articles[place] in older, -len(articles[place].body), place),
        )
        for group in (*near, *((k,) for k in range(len(texts)) if k not in copied))
        if len(group) > 1 or len(texts[group[0]]) > 1
    ]
    found = origins(articles, copies)
    told = _told(texts, near, centrality, weights)
    rest = [k for k in range(len(texts)) if k not in told and not kind_of(texts[k][0])]
    chosen, *others = (
        (fit.text, texts[part[fit.article]][0])
        for part in (told, rest)
        for fit in choose([texts[k][0] for k in part], [centrality[k] for k in part], weights)
    )
    mean = float(sum(centrality)) / len(centrality) if len(texts) > 1 else 0.0
    distinct = len(articles) - sum(len(copy) - 1 for copy in copies)
    event = tuple(article for k in told for article in texts[k])
    weight, kind, reasons = weigh(found, event, distinct, mean, full, day.newest, day.wishes)
    if replaced := sum(article in older for article in articles):
        reasons += (f"updated: older versions of the same address: {replaced}",)
    apart = [kind_of(texts[k][0]) for k in range(len(texts)) if k not in told]
    if other := apart.count(""):
        reasons += (f"texts that tell another event of it: {other}",)
    if no_news := len(apart) - other:
        reasons += (f"texts that are no news: {no_news}",)
    return Story(
        articles=tuple(articles),
        origins=found,
        headline=chosen[0],
        weight=weight,
        headline_article=chosen[1],
        copies=tuple(tuple(articles[k] for k in copy) for copy in copies),
        reasons=reasons,
        kind=kind,
        core=event if apart else (),
        headings=tuple(others),
    )


def _told(
    texts: Sequence[Sequence[Article]],
    near: Sequence[Sequence[int]],
    centrality: Sequence[float],
    weights: Mapping[str, float],
) -> list[int]:
    """The texts that tell the story's main event; what is no news is none of them if others are."""
    if len(texts) == 1:
        return [0]
    copied = {k: group for group in near for k in group}
    distinct = [k for k in range(len(texts)) if k not in copied or k == min(copied[k])]
    news = [k for k in distinct if not kind_of(texts[k][0])] or distinct
    event = main_event([texts[k][0] for k in news], [centrality[k] for k in news], weights)
    return sorted({k for place in event for k in copied.get(news[place], [news[place]])})


def _centrality(matrix: csr_array, part: list[int]) -> list[float]:
    """The mean cosine of each of the given rows to the others of them; 1 for a row alone."""
    if len(part) == 1:
        return [1.0]
    rows = matrix[part]
    total = rows @ rows.sum(axis=0) - 1.0
    return [round(float(value) / (len(part) - 1), 9) for value in total]
