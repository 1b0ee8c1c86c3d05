"""News agencies: how they sign, and how readers know them."""

import re

_NAMES = {
    "Associated Press": ("ap", "the associated press", "associated press", "a.p."),
    "Reuters": ("reuters", "thomson reuters", "rtrs"),
    "AFP": ("afp", "agence france-presse", "agence france presse", "afp-jiji"),
    "United Press International": ("upi", "united press international"),
    "Yonhap": ("yonhap", "yonhap news", "yonhap news agency"),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "Kyodo News": ("kyodo", "kyodo news"),
    "Jiji Press": ("jiji", "jiji press"),
    "dpa": ("dpa", "deutsche presse-agentur"),
    "EFE": ("efe", "agencia efe"),
    "ANSA": ("ansa",),
    "TASS": ("tass", "itar-tass"),
    "RIA Novosti": ("ria novosti",),
    "Interfax": ("interfax",),
    "PA Media": ("pa", "press association", "pa media"),
    "PTI": ("pti", "press trust of india"),
    "ANI": ("ani",),
    "IANS": ("ians",),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "Anadolu Agency": ("anadolu agency", "anadolu", "aa"),
    "Canadian Press": ("the canadian press", "canadian press", "cp"),
    "AAP": ("aap", "australian associated press"),
    "APA": ("apa",),
    "APP": ("app",),
    "SDA": ("sda", "keystone-sda"),
    "Lusa": ("lusa",),
    "Bernama": ("bernama",),
    "Antara": ("antara",),
    "KCNA": ("kcna", "korean central news agency"),
    "IRNA": ("irna",),
    "CNA": ("cna",),
    "Tanjug": ("tanjug",),
    "MENA": ("mena",),
    "Ritzau": ("ritzau",),
    "TT": ("tt",),
    "NTB": ("ntb",),
    "Belga": ("belga",),
    "ANP": ("anp",),
}
_BY_ALIAS = {alias: name for name, aliases in _NAMES.items() for alias in aliases}
_PARTS = re.compile("[/|,;]")
_SIGNATURE = re.compile(r"[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,3}")


def known_agency(text: str) -> str:
    """The first agency a credit or signature names, as readers know it; empty if it names none."""
    for part in _PARTS.split(text):
        name = _BY_ALIAS.get(part.strip(" .()[]—–-").lower())
        if name:
            return name
    return ""


def signature(text: str) -> str:
    """Who signs a dateline in brackets: a known agency, or a name not seen before."""
    first = _PARTS.split(text)[0].strip()
    return known_agency(text) or (first if _SIGNATURE.fullmatch(first) and len(first) <= 30 else "")
