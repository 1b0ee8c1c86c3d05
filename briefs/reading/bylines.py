"""Who signs a report: people, an agency, an outlet."""

import re
from dataclasses import dataclass

from briefs.agencies import known_agency

_BETWEEN = re.compile(r", | \| | (?:and|und|et|y|e|with) | & |/|;|(?<=[a-z]{2})\. (?=[A-Z])")
_BY = re.compile(r"(?:(?:by|von|par|por|di)\s|authors?:)\s*", re.IGNORECASE)
# What newspapers and stations are called.
_OUTLET_WORD = re.compile(
    r"\b(?:News|Times|Post|Herald|Gazette|Observer|Ledger|Star|Tribune|Mail|Press|Journal|Daily|"
    r"Weekly|Chronicle|Guardian|Telegraph|Standard|Sun|Mirror|Independent|Courier|Echo|Express|"
    r"Record|Review|Examiner|Inquirer|Bulletin|Messenger|Monitor|Register|Dispatch|Sentinel|"
    r"Advertiser|Argus|Mercury|Globe|Wire|Radio|TV|Broadcasting|Zeitung|Tageblatt|Nachrichten|"
    r"Anzeiger|Rundschau|Figaro|Monde|Diario|País|Mundo|Corriere|Repubblica|Stampa|Jornal|Folha|"
    r"Público)\b"
)
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|staff|desk|columnist|bureau|agencies|contributor)s?\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r" (?:at|in|for) (?=[A-Z])")
_SMALL_WORDS = frozenset({"of", "the", "and", "&", "de", "la", "du"})


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline names; empty where it names none."""

    authors: tuple[str, ...] = ()
    agency: str = ""
    outlet: str = ""


def read_byline(names: str) -> Byline:
    """The people, agency and outlet in `By Jane Doe and Ali Ray, Harbour Gazette`."""
    authors: list[str] = []
    agency = outlet = ""
    for part in _BETWEEN.split(_BY.sub("", names.strip(" ."), count=1)):
        name = _PLACE.split(part.strip())[0]
        if known := known_agency(name):
            agency = agency or known
        elif is_outlet(name):
            outlet = outlet or name
        elif 2 < len(name) <= 60 and name[0].isupper() and not _ROLE.search(name):
            authors.append(name)
    return Byline(tuple(dict.fromkeys(authors)), agency, outlet)


def is_outlet(line: str) -> bool:
    """Whether a few capitalised words are a newspaper's or station's name."""
    words = line.split()
    capitals = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    return 1 < len(words) <= 5 and capitals and _OUTLET_WORD.search(line) is not None
