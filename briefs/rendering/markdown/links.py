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


def citation_link(citation: Citation, number: int, base: str = "", *, exact: bool = True) -> str:
    """The link to the cited words; to entry `number` of the brief's sources if there is none.

    If it is not `exact` it leads to the page as a whole.
    """
    article = citation.article
    link = article_link(article, base)
    if not link:
        return f"#source-{number}"
    if not article.url or not exact:
        return link
    return f"{link}{'' if '#' in link else '#'}:~:text={text_fragment(citation)}"


def text_fragment(citation: Citation) -> str:
    """The text directive that finds the citation: the sentence, or its first and last words.

    A sentence that begins like an earlier passage is told apart by the words before it.
    """
    words = citation.text.split()
    text = " ".join(words)
    if len(text) <= _WHOLE or len(words) <= 2 * _WORDS:
        parts = [text]
    else:
        parts = [" ".join(words[:_WORDS]), " ".join(words[-_WORDS:])]
    directive = ",".join(map(_encoded, parts))
    before = citation.article.text[: citation.start]
    if parts[0] in before:
        directive = f"{_encoded(' '.join(before.split()[-_PREFIX_WORDS:]))}-,{directive}"
    return directive


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def _address(url: str) -> str:
    # `&` stays unless it would be read as an entity; what is percent-encoded already stays so.
    return re.sub(r"&(?=#?\w+;)", "&#38;", quote(url, safe=_ADDRESS_SAFE))
