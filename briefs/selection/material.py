"""What a story is told from: its sentences, judged, ranked and read, and the units they make."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from briefs.language import Lexicon, lexicon, rarity, split_sentences
from briefs.model import Article, Citation, Sentence, Story
from briefs.ranking import rank_sentences
from briefs.selection.concepts import Vector
from briefs.selection.facts import Facts, names_in, reader
from briefs.selection.gates import Candidate, judge
from briefs.selection.news import News, news_of
from briefs.selection.said import set_aside

MAX_ARTICLES, MAX_SENTENCES = 30, 60
_OPENING = 2000
_LONGEST_CHAIN = 3


@dataclass(frozen=True)
class Unit:
    """One thing that can be taken: a candidate, or one behind the candidate it needs.

    `rows` are places in `Material.rows`, `number` the unit's own place in `Material.units`.
    """

    number: int
    rows: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    article: Article
    origin: int
    read: Callable[[str], Facts]

    @cached_property
    def facts(self) -> tuple[Facts, ...]:
        return tuple(self.read(candidate.text) for candidate in self.candidates)

    @property
    def head(self) -> Candidate:
        return self.candidates[0]

    @property
    def text(self) -> str:
        return " ".join(candidate.text for candidate in self.candidates)

    @property
    def weight(self) -> float:
        return min(candidate.weight for candidate in self.candidates)

    @property
    def words(self) -> int:
        return sum(candidate.words for candidate in self.candidates)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*(facts.weights for facts in self.facts))


class Material:
    """A story's sentences: `rows` of article and candidate, with `scores` and `facts`."""

    def __init__(self, story: Story, ranker: str, said: Sequence[str] = ()) -> None:
        language = story.headline_article.language or "en"
        self.story = story = story.event
        self.lexicon: Lexicon = lexicon(language)
        self._rarity = partial(rarity, language=language)
        self._read = reader(self.lexicon, self._rarity)
        self.origin_of = {
            article: number
            for number, origin in enumerate(story.origins)
            for article in origin.articles
        }
        judged = [
            (article, candidate)
            for article in _distinct(story)[:MAX_ARTICLES]
            for candidate in judge(article, split_sentences(article)[:MAX_SENTENCES], self.lexicon)
        ]
        self.rows = set_aside(judged, said, self.read)
        self.sentences: list[Sentence] = [candidate.sentence for _, candidate in self.rows]
        self.scores: Vector = (
            rank_sentences(self.sentences, ranker) if self.sentences else np.zeros(0)
        )
        self.headline: News = self.news(story.headline, story.headline_article)

    def read(self, text: str) -> Facts:
        return self._read(text)

    @cached_property
    def facts(self) -> list[Facts]:
        """By row; read only for a story that can be told."""
        return [self.read(candidate.text) for _, candidate in self.rows]

    def news(self, headline: str, article: Article) -> News:
        """The news of a headline of `article`."""
        names = names_in(article.body[:_OPENING], self.lexicon)
        return news_of(headline, names, self.lexicon, self._rarity)

    def citation(self, row: int) -> Citation:
        article, candidate = self.rows[row]
        return Citation(article, candidate.sentence.start, candidate.sentence.end)

    def chain(self, row: int) -> tuple[int, ...]:
        """The row with those before it that it needs; empty when they cannot be printed."""
        rows = [row]
        while self.rows[rows[0]][1].needs_previous:
            first = rows[0]
            if first == 0 or self.rows[first - 1][0] is not self.rows[row][0]:
                return ()
            before = self.rows[first - 1][1]
            leans = before.needs_previous and not before.recalls
            if before.reason or leans or len(rows) == _LONGEST_CHAIN:
                return ()
            rows.insert(0, first - 1)
        return tuple(rows)

    def stems_of(self, article: Article, sentences: int) -> frozenset[str]:
        """The stems of an article's title and first sentences."""
        opening = [f for (a, _), f in zip(self.rows, self.facts, strict=True) if a is article]
        title = self.read(article.title).weights
        return frozenset(title).union(*(facts.weights for facts in opening[:sentences]))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """What may be printed, in the order of the rows."""
        units: list[Unit] = []
        for row, (article, candidate) in enumerate(self.rows):
            rows = () if candidate.reason else self.chain(row)
            if not rows:
                continue
            units.append(
                Unit(
                    len(units),
                    rows,
                    tuple(self.rows[each][1] for each in rows),
                    article,
                    self.origin_of[article],
                    self.read,
                )
            )
        return tuple(units)


def _distinct(story: Story) -> list[Article]:
    """One article of each set of copies, the fullest, in the story's order."""
    dropped = {article.id for group in story.copies for article in group[1:]}
    return [article for article in story.articles if article.id not in dropped]
