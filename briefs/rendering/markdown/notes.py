"""The apparatus of a page: numbers of sources, labels of places, and the definitions of both.

The definition's title carries the proof: `"Outlet, 20 January 2016 · 3f9a1c2b 426-624"` says that
the sentence is `text[426:624]` of the article with that id. A language behind it, `426-624 fr`, is
said when it is not the page's.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefs.model import Article, Citation
from briefs.page import wording
from briefs.page.words import ENGLISH, Words
from briefs.rendering.markdown.escaping import entities, escape
from briefs.rendering.markdown.links import article_link, citation_link

Visible = Callable[[Article], str | None]
"""The visible text of the page at an article's address, None where nobody knows it."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Notes:
    """Numbers `sources` from 1 and labels each cited place: `s3`, then `s3b`, `s3c` …"""

    def __init__(
        self,
        sources: Sequence[Article],
        citations: Iterable[Citation],
        words: Words = ENGLISH,
        base: str = "",
        visible: Visible | None = None,
    ) -> None:
        self._sources = sources
        self._words = words
        self._base = base
        self._visible = visible
        self._numbers = {article.id: number for number, article in enumerate(sources, 1)}
        self._keys: dict[Citation, str] = {}
        seen: Counter[int] = Counter()
        for citation in citations:
            if citation not in self._keys:
                number = self._numbers[citation.article.id]
                self._keys[citation] = f"s{number}{_letters(seen[number])}"
                seen[number] += 1

    def mark(self, citation: Citation) -> str:
        """The citation as it stands behind a sentence: `[[3]][s3b]`."""
        return f"[[{self._numbers[citation.article.id]}]][{self._keys[citation]}]"

    def sources(self) -> Iterator[str]:
        """The numbered list of sources: name, date and linked title."""
        for number, article in enumerate(self._sources, 1):
            title = escape(wording.title(article, self._words))
            if article_link(article, self._base):
                title = f"[{title}][a{number}]"
            label = escape(wording.label(article, self._words)).replace(": ", f"{entities(':')} ")
            yield f"{number}. {label}: {title}"

    def definitions(self) -> Iterator[str]:
        """Where every link of the page leads, source by source."""
        places: dict[int, list[Citation]] = {}
        for citation in self._keys:
            places.setdefault(self._numbers[citation.article.id], []).append(citation)
        for number, article in enumerate(self._sources, 1):
            link = article_link(article, self._base)
            if link:
                yield f"[a{number}]: <{link}>"
            label = escape(wording.label(article, self._words)).replace('"', entities('"'))
            for citation in places.get(number, ()):
                page = self._visible(article) if self._visible else None
                target = citation_link(citation, number, self._base, page)
                proof = f"{article.id} {citation.start}-{citation.end}"
                language = wording.foreign(article, self._words)
                if _LANGUAGE.fullmatch(language):
                    proof += f" {language}"
                yield f'[{self._keys[citation]}]: <{target}> "{label} · {proof}"'


def _letters(index: int) -> str:
    """Nothing, b, c … z, ba, bb … for the first, second, third place in a source."""
    letters = ""
    while index:
        index, digit = divmod(index, 26)
        letters = chr(ord("a") + digit) + letters
    return letters
