"""The flat tree that Markdown gives becomes a page: masthead, stories, one-liners, sources."""

import re
from xml.etree.ElementTree import Element

from briefs.page import sizes
from briefs.rendering.evidence import anchor
from briefs.rendering.markdown.write import IN_BRIEF, SOURCES

TAGS = frozenset(
    ("header", "section", "div", "h1", "h2", "p", "span", "em", "strong", "a", "ul", "ol", "li")
)
"""The elements a page is made of."""
ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "aria-label"},
    "li": {"id"},
    **{tag: {"class"} for tag in ("section", "div", "p", "span")},
}
"""The attributes each of them may have."""
_NUMBER = re.compile(r"\[(\d{1,6})\]")
_PROOF = re.compile(r" · ([0-9a-f]{8}) (\d{1,9})-(\d{1,9})$")
_SECTIONS = {IN_BRIEF: "in-brief", SOURCES: "sources"}
_DOT = " · "
_TIED = 24


class Sections:
    """A treeprocessor of Python-Markdown; runs when inline patterns have been applied.

    Citations of `at_hand`, the articles that are shown on the same page, lead there.
    """

    def __init__(self, at_hand: frozenset[str] = frozenset()) -> None:
        self.at_hand = at_hand

    def run(self, root: Element) -> None:
        flat = list(root)
        for element in flat:
            root.remove(element)
        section = _add(root, "header")
        stories: Element | None = None
        for element in flat:
            if element.tag == "h2":
                kind = _SECTIONS.get(element.text or "", "story")
                if kind == "story" and stories is None:
                    stories = _add(root, "div", "stories")
                parent = stories if kind == "story" and stories is not None else root
                section = _add(parent, "section", kind)
            section.append(element)
            if element.tag == "p":
                _name_paragraph(element, section)
            elif element.tag == "ol":
                _number_entries(element, section)
        for element in list(root.iter()):
            if element.tag in ("p", "li"):
                _set_also_apart(element)
                _tie_citations(element)
        named: set[str] = set()
        for link in root.iter("a"):
            proof = _name_citation(link)
            if proof and proof[1] in self.at_hand:
                place = anchor(proof[1], int(proof[2]), int(proof[3]))
                link.set("href", f"#{place}")
                if place not in named:
                    link.set("id", f"in-{place}")
                    named.add(place)


def _add(parent: Element, tag: str, kind: str = "") -> Element:
    element = Element(tag, {"class": kind} if kind else {})
    parent.append(element)
    return element


def _name_paragraph(paragraph: Element, section: Element) -> None:
    if section.tag == "header":
        kind = "date"
    elif section.get("class") != "story":
        kind = "unread"
    elif len(section) == 2 and len(paragraph) and paragraph[0].tag == "em":
        kind = "by"
        # "2 independent origins" is not broken over two lines while it fits one.
        names, origins = paragraph[0], _add(paragraph, "span", "origins")
        origins.text = (names.tail or "").removeprefix(_DOT)
        names.tail = _DOT
    else:
        kind = "body"
    paragraph.set("class", kind)


def _number_entries(entries: Element, section: Element) -> None:
    """Name each source, so that a citation without an address can lead there.

    Its text is put into a box of its own, which can be cut to one line without its number.
    """
    if sizes.source_columns(len(entries)) > sizes.source_columns(0):
        section.set("class", "sources many")
    for number, entry in enumerate(entries, 1):
        entry.set("id", f"source-{number}")
        box = Element("div")
        box.text, entry.text = entry.text, None
        for child in list(entry):
            entry.remove(child)
            box.append(child)
        entry.append(box)


def _set_also_apart(paragraph: Element) -> None:
    """Wrap each `(also [2] [3])`: there the brief speaks, not a source."""
    before: Element | None = None
    also: Element | None = None
    for child in list(paragraph):
        if also is None and before is not None and before.tail == " (also ":
            before.tail = " "
            also = Element("span", {"class": "also"})
            also.text = "(also "
            paragraph.insert(list(paragraph).index(child), also)
        if also is None:
            before = child
            continue
        paragraph.remove(child)
        also.append(child)
        tail = child.tail or ""
        if tail.startswith(")"):
            child.tail, also.tail = ")", tail[1:]
            before, also = also, None


def _tie_citations(paragraph: Element) -> None:
    """Keep a citation on the line of the word before it."""
    before: Element | None = None
    for place, child in enumerate(list(paragraph)):
        said = (paragraph.text if before is None else before.tail) or ""
        words, space, word = said.removesuffix(" ").rpartition(" ")
        if child.tag == "a" and said.endswith(" ") and 0 < len(word) <= _TIED:
            if before is None:
                paragraph.text = words + space
            else:
                before.tail = words + space
            tie = Element("span", {"class": "tie"})
            tie.text, tie.tail, child.tail = f"{word} ", child.tail, None
            paragraph.remove(child)
            tie.append(child)
            paragraph.insert(place, tie)
            before = tie
        else:
            before = child


def _name_citation(link: Element) -> re.Match[str] | None:
    """Say which source a citation is of; its proof, if the link is one."""
    number = _NUMBER.fullmatch(link.text or "")
    proof = _PROOF.search(link.get("title", "")) if number else None
    if number and proof:
        label = link.get("title", "")[: proof.start()]
        link.set("class", "cite")
        link.set("aria-label", f"Source {number[1]}: {label}")
    return proof
