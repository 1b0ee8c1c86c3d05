"""Where a citation leads: the article's address, at the cited words where it is on the web.

Text fragments: https://wicg.github.io/scroll-to-text-fragment/
"""

import re
from urllib.parse import quote

from briefs.model import Article, Citation

_ADDRESS_SAFE = ":/?#[]@!$&'()*+,;=-._~%"
_WHOLE = 80
_WORDS = 5
_PREFIX_WORDS = 3


def article_link(article: Article, base: str = "") -> str:
    """The address to put between `<` and `>`, or "" when there is none that may be linked.

    Only http and https are; an article without such an address is linked by its path behind `base`.
    """
    if article.url.lower().startswith(("http://", "https://")):
        return _address(article.url)
    if article.url or not article.paths:
        return ""
    path = quote(article.paths[0].lstrip("/"), safe="/!$'()+,;=@~")
    return _address(base.rstrip("/") + "/") + path if base else path


def citation_link(citation: Citation, number: int, base: str = "", page: str | None = None) -> str:
    """The link to the cited words; to entry `number` of the brief's sources if there is none.

    `page` is the visible text of the page at the address, where it is known: if the words cannot be
    found in it, the link leads to the page as a whole.
    """
    article = citation.article
    link = article_link(article, base)
    if not link:
        return f"#source-{number}"
    directive = text_fragment(citation, page) if article.url else ""
    return f"{link}{'' if '#' in link else '#'}:~:text={directive}" if directive else link


def text_fragment(citation: Citation, page: str | None = None) -> str:
    """The text directive that finds the citation in `page`: the sentence or its first, last words.

    A browser opens the first place that fits, so as many words are named as make it the only one,
    and if need be the words before it. A part must not reach from one line of `page` into the next.
    Empty when the words are not there, or cannot be told from others.
    """
    before = citation.article.text[: citation.start].split()[-_PREFIX_WORDS:]
    text = citation.article.text if page is None else page
    lines = "\n".join(" ".join(line.split()) for line in text.split("\n")).casefold()
    words = citation.text.split()
    short = len(citation.text) <= _WHOLE or len(words) <= 2 * _WORDS
    forms = (
        []
        if short
        else [(words[:n], words[-_WORDS:]) for n in range(_WORDS, len(words) - _WORDS + 1)]
    )
    for parts in (*forms, (words,)):
        named = [" ".join(part) for part in parts]
        if lines.count(named[0].casefold()) == 1 and all(p.casefold() in lines for p in named):
            return ",".join(map(_encoded, named))
    for parts in (*forms[:1], (words,)):
        named = [" ".join(part) for part in parts]
        begun = " ".join((*before, named[0])).casefold()
        if lines.replace("\n", " ").count(begun) == 1 and all(p.casefold() in lines for p in named):
            return f"{_encoded(' '.join(before))}-,{','.join(map(_encoded, named))}"
    return ""


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def _address(url: str) -> str:
    # `&` stays unless it would be read as an entity; what is percent-encoded already stays so.
    return re.sub(r"&(?=#?\w+;)", "&#38;", quote(url, safe=_ADDRESS_SAFE))
