"""Text into Markdown and back.

Whatever is active in Python-Markdown, CommonMark, GitHub, Obsidian or Jekyll becomes a numeric
entity, which all of them show as the character itself; backslashes do not survive all of them.
Plain prose stays as it is.
"""

import re

from briefs.page.words import LANGUAGES

_ALSO = "|".join(sorted({words.also for words in LANGUAGES.values()}))
_ACTIVE = re.compile(
    r"[\\`*_\[\]<>{}|~#@^\n]"
    r"|&(?=#?\w+;)"  # would be read as an entity
    r"|\$(?!\d)"  # could end a formula
    r"|==|%%|://"  # highlight, comment, bare address
    r"|(?<=\bwww)\."
    rf"|^(?:[-+=:]+|\d{{1,9}}[.)]|\((?:{_ALSO}))(?= |$)"  # a list, a rule, the brief's own words
    r"|^ | $"
)
_ENTITY = re.compile(r"&#(\d{1,7});")


def escape(text: str) -> str:
    """`text` so that every reader shows it as it is; `unescape` undoes it."""
    return _ACTIVE.sub(lambda match: entities(match[0]), text)


def unescape(markdown: str) -> str:
    return _ENTITY.sub(lambda match: chr(int(match[1])), markdown)


def entities(text: str) -> str:
    """Every character as a numeric entity."""
    return "".join(f"&#{ord(character)};" for character in text)
