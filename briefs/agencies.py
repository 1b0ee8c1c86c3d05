"""News agencies: how readers know them, and how they sign."""

import re

# Each agency as readers know it, and how else it signs itself, in the spelling of a credit.
AGENCIES = {
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP-Jiji"),
    "ANI": (),
    "ANP": (),
    "ANSA": (),
    "APA": (),
    "APP": (),
    "Anadolu Agency": ("Anadolu", "AA"),
    "Antara": (),
    "Associated Press": ("AP", "A.P.", "The Associated Press"),
    "BNS": (),
    "Belga": (),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "CNA": (),
    "Canadian Press": ("The Canadian Press", "CP"),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "EFE": ("Agencia EFE",),
    "Europa Press": (),
    "IANS": (),
    "IRNA": (),
    "Interfax": (),
    "Jiji Press": ("Jiji",),
    "KCNA": ("Korean Central News Agency",),
    "Kyodo News": ("Kyodo",),
    "Lusa": (),
    "MENA": (),
    "NTB": (),
    "PA Media": ("PA", "Press Association"),
    "PTI": ("Press Trust of India",),
    "RIA Novosti": (),
    "Reuters": ("Thomson Reuters", "RTRS"),
    "Ritzau": (),
    "SDA": ("Keystone-SDA",),
    "TASS": ("Itar-Tass",),
    "TT": (),
    "Tanjug": (),
    "United Press International": ("UPI",),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News Agency", "Yonhap News"),
}
_BY_ALIAS = {
    alias.lower().strip("."): name for name, others in AGENCIES.items() for alias in (name, *others)
}
_PARTS = re.compile("[/|,;]")


def known_agency(text: str) -> str:
    """The first agency a credit or signature names, as readers know it; empty if it names none."""
    for part in _PARTS.split(text):
        name = _BY_ALIAS.get(part.strip(" .()[]—–-").lower())
        if name:
            return name
    return ""
