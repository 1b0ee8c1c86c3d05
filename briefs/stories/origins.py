"""How many independent authors a story has: one agency's dispatches are one origin."""

import re
from collections.abc import Sequence

from briefs.model import Article, Origin, source_name
from briefs.stories.copies import Groups

_EDGE = 300
# Each agency as readers know it, and how else it signs.
_AGENCIES = {
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "ANI": (),
    "ANSA": (),
    "APA": (),
    "Anadolu Agency": ("Anadolu",),
    "Antara": (),
    "Associated Press": ("AP", "The Associated Press"),
    "BNS": (),
    "Belga": (),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "Canadian Press": ("The Canadian Press",),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "EFE": (),
    "Europa Press": (),
    "IANS": (),
    "IRNA": (),
    "Interfax": (),
    "Jiji Press": (),
    "KCNA": (),
    "Kyodo News": ("Kyodo",),
    "Lusa": (),
    "NTB": (),
    "PA Media": ("PA", "Press Association"),
    "PTI": ("Press Trust of India",),
    "RIA Novosti": (),
    "Reuters": ("Thomson Reuters",),
    "Ritzau": (),
    "TASS": ("Itar-Tass",),
    "United Press International": ("UPI",),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News Agency", "Yonhap News"),
}
_KNOWN = {
    name.lower(): agency for agency, others in _AGENCIES.items() for name in (agency, *others)
}
_NAMES = "|".join(
    re.escape(name)
    for name in sorted(
        (name for agency, others in _AGENCIES.items() for name in (agency, *others)),
        key=lambda name: (-len(name), name),
    )
)
# How a text says that an agency wrote it: in brackets, before a dash, as a byline or a copyright,
# or as a last line of its own. "AP contributed" and "told Reuters" are not such.
_CREDIT = re.compile(
    rf"\((?P<bracket>{_NAMES})(?:[/,][^()\n]{{0,40}})?\)"
    rf"|(?:^|[-–—|/] ?)(?P<before>{_NAMES}) ?(?:--|[-–—_:|])"
    rf"|(?:^|\b[Bb]y |\bBY |© ?(?:\d{{4}} )?|\b[Cc]opyright (?:\d{{4}} )?|\b[Ss]ource: ?|[-–—/] ?)"
    rf"(?P<line>(?i:{_NAMES}))\.?(?:$|(?= ?[/|,;]))",
    re.MULTILINE,
)


def agency_of(article: Article) -> str:
    """The news agency that wrote an article, by its fields or its own credit; "" when none."""
    for field in (article.agency, article.source, *article.authors):
        if known := _KNOWN.get(field.strip().lower()):
            return known
    if article.agency:
        return article.agency
    text = article.text
    edges = (text[:_EDGE], text[-_EDGE:]) if len(text) > 2 * _EDGE else (text,)
    for edge in edges:
        if found := _CREDIT.search(edge):
            return _KNOWN[found.group(found.lastgroup or 0).lower()]
    return ""


def origins(articles: Sequence[Article], copies: Sequence[Sequence[int]]) -> tuple[Origin, ...]:
    """The articles of one story by who wrote them; `copies` are sets of positions.

    Copies of one another, and dispatches of one agency, are one origin. The fullest article
    stands first in each, the origin with most articles first.
    """
    groups = Groups(len(articles))
    for copy in copies:
        for position in copy[1:]:
            groups.join(copy[0], position)
    agencies = [agency_of(article) for article in articles]
    first: dict[str, int] = {}
    for position, agency in enumerate(agencies):
        if agency:
            groups.join(first.setdefault(agency, position), position)
    found = []
    for members in groups.sets():
        ordered = sorted(members, key=lambda k: (-len(articles[k].body), articles[k].id))
        name = next((agencies[k] for k in ordered if agencies[k]), "")
        authors = tuple(articles[k] for k in ordered)
        found.append(Origin(name or source_name(authors[0]), authors))
    return tuple(sorted(found, key=lambda origin: (-len(origin.articles), origin.articles[0].id)))
