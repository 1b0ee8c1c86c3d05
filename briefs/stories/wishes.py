"""The reader's hand: words watched and muted, and outlets trusted more or less."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefs.config import Options
from briefs.language import lexicon, opening
from briefs.model import Article, source_name


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a reader wants of stories; nothing by default. `trust`: by outlet, casefolded."""

    watch: tuple[str, ...]
    mute: tuple[str, ...]
    trust: Mapping[str, float]

    def watched(self, articles: Sequence[Article]) -> str:
        """The first watched word that the title or opening of any article holds; else empty."""
        return next((word for word in self.watch if any(_holds(a, word) for a in articles)), "")

    def muted(self, articles: Sequence[Article]) -> str:
        """The first muted word that at least half of the articles hold high up; else empty."""
        return next(
            (
                word
                for word in self.mute
                if 2 * sum(_holds(a, word) for a in articles) >= len(articles)
            ),
            "",
        )

    def trusted(self, articles: Sequence[Article]) -> float:
        """How much an origin counts: as much as the most trusted of those who print it."""
        if not self.trust:
            return 1.0
        return max(self.trust.get(source_name(a).casefold(), 1.0) for a in articles)


def wishes(options: Options) -> Wishes:
    trust = {name.casefold(): weight for name, weight in options.source_weights}
    return Wishes(options.watch, options.mute, trust)


def _holds(article: Article, words: str) -> bool:
    """Whether the article's title or first sentences hold the words, in any inflection."""
    lex = lexicon(article.language or "en")

    def stems(text: str) -> str:
        return f" {' '.join(lex.stem(word) for word in lex.words(text))} "

    lead = " ".join(sentence.text for sentence in opening(article))
    wanted = stems(words)
    return bool(wanted.strip()) and wanted in stems(f"{article.title} . {lead}")
