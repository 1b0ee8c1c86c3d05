"""How many independent authors a story has: one agency's dispatch is one origin, however printed."""

import re
from collections.abc import Sequence
from functools import cache

from briefs.model import Article, Origin, source_name
from briefs.stories.copies import Groups

_EDGE = 300
_AGENCIES = {
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP",
    "UPI": "UPI",
    "United Press International": "UPI",
    "Bloomberg": "Bloomberg",
    "Bloomberg News": "Bloomberg",
    "Xinhua": "Xinhua",
    "Yonhap": "Yonhap",
    "Yonhap News Agency": "Yonhap",
    "Kyodo": "Kyodo",
    "Kyodo News": "Kyodo",
    "Jiji Press": "Jiji",
    "dpa": "dpa",
    "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "TASS": "TASS",
    "Itar-Tass": "TASS",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "Anadolu Agency": "Anadolu",
    "PTI": "PTI",
    "Press Trust of India": "PTI",
    "IANS": "IANS",
    "ANI": "ANI",
    "Press Association": "PA",
    "PA Media": "PA",
    "AAP": "AAP",
    "Australian Associated Press": "AAP",
    "Canadian Press": "Canadian Press",
    "The Canadian Press": "Canadian Press",
    "Bernama": "Bernama",
    "Antara": "Antara",
    "BNS": "BNS",
    "CTK": "CTK",
    "APA": "APA",
    "ATS": "ATS",
    "Belga": "Belga",
    "TT": "TT",
    "NTB": "NTB",
    "Ritzau": "Ritzau",
    "STT": "STT",
    "MTI": "MTI",
    "PAP": "PAP",
    "WAM": "WAM",
    "SPA": "SPA",
    "IRNA": "IRNA",
    "MENA": "MENA",
    "Europa Press": "Europa Press",
    "Lusa": "Lusa",
}
_BY_LOWER = {name.lower(): agency for name, agency in _AGENCIES.items()}
_NAMES = "|".join(sorted(map(re.escape, _AGENCIES), key=lambda name: (-len(name), name)))
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
        if known := _known(field):
            return known
    if article.agency:
        return article.agency
    text = article.text
    edges = (text[:_EDGE], text[-_EDGE:]) if len(text) > 2 * _EDGE else (text,)
    for edge in edges:
        if found := _CREDIT.search(edge):
            return _BY_LOWER[found.group(found.lastgroup or 0).lower()]
    return ""


@cache
def _known(name: str) -> str:
    return _BY_LOWER.get(name.strip().lower(), "")


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
