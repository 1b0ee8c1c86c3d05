"""The flat tree that Markdown gives becomes a page: masthead, stories, one-liners, sources."""

import re
from datetime import date
from xml.etree.ElementTree import Element

from briefs.page import sizes, wording
from briefs.page.words import Words
from briefs.rendering.evidence import anchor
from briefs.rendering.markdown.parse import PROOF

TAGS = frozenset(
    ("header", "section", "div", "h1", "h2", "p", "span", "em", "strong", "a", "ul", "ol", "li")
)
"""The elements a page is made of."""
ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "aria-label", "lang"},
    "li": {"id"},
    "h2": {"lang"},
    "strong": {"lang"},
    "span": {"class", "lang"},
    **{tag: {"class"} for tag in ("section", "div", "p")},
}
"""The attributes each of them may have."""
_NUMBER = re.compile(r" ?\[(\d{1,6})\]")
_DOT = " · "
_FEW = 2
"""So few stories leave room enough not to break a short one between the columns."""
_SHORT = 12
"""Words of so many characters together end no headline on a line of their own."""


class Sections:
    """A treeprocessor of Python-Markdown; runs when inline patterns have been applied.

    `words` are the brief's own, `day` is its date. Citations of `at_hand`, the articles that are
    shown on the same page, lead there.
    """

    def __init__(self, words: Words, day: date | None, at_hand: frozenset[str]) -> None:
        self.words = words
        self.today = f", {wording.long_date(day, words)}: " if day else ""
        self.at_hand = at_hand

    def run(self, root: Element) -> None:
        names = {self.words.in_brief: "in-brief", self.words.sources: "sources"}
        flat = list(root)
        for element in flat:
            root.remove(element)
        section = _add(root, "header")
        stories: Element | None = None
        for element in flat:
            if element.tag == "h2":
                kind = names.get(element.text or "", "story")
                if kind == "story" and stories is None:
                    stories = _add(root, "div", "stories")
                parent = stories if kind == "story" and stories is not None else root
                section = _add(parent, "section", kind)
                _tie_end(element)
            section.append(element)
            if element.tag == "p":
                _name_paragraph(element, section)
            elif element.tag == "ol":
                _number_entries(element, section, self.today)
        if stories is not None and len(stories) <= _FEW:
            stories.set("class", "stories few")
        for element in list(root.iter()):
            if element.tag in ("p", "li"):
                _set_also_apart(element, self.words.also)
                _tie_citations(element)
        _say_languages(root)
        named: set[str] = set()
        for link in root.iter("a"):
            proof = _name_citation(link, self.words)
            if proof and proof[2] in self.at_hand:
                place = anchor(proof[2], int(proof[3]), int(proof[4]))
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
        _tie_parts(paragraph)
    elif section.get("class") != "story":
        kind = "unread"
    elif len(section) == 2 and (marked := _marked(paragraph)) is not None:
        kind = "by"
        # "2 independent origins" stands out on a screen, where it needs no dot before it.
        names, dot = paragraph[marked], _add(paragraph, "span", "dot")
        dot.text, origins = wording.tied(_DOT), _add(paragraph, "span", "origins")
        origins.text = wording.tied((names.tail or "").removeprefix(_DOT))
        names.text, names.tail = wording.tied(names.text or ""), None
        for mark in paragraph[:marked]:
            mark.text, mark.tail = wording.tied(mark.text or ""), dot.text
    else:
        kind = "body"
    paragraph.set("class", kind)


def _marked(paragraph: Element) -> int | None:
    """Where the names stand in the line under a headline, 1 behind a mark; None if it is none."""
    tags = [child.tag for child in paragraph[:2]]
    if tags[:1] == ["em"]:
        return 0
    return 1 if tags == ["strong", "em"] and not paragraph.text else None


def _tie_parts(paragraph: Element) -> None:
    """Keep each part of a line such as `10 articles · 3-minute read` together."""
    if len(paragraph) or not paragraph.text:
        return
    *parts, last = paragraph.text.split(_DOT)
    paragraph.text = None
    for part in parts:
        _add(paragraph, "span", "tie").text = f"{part}{_DOT.rstrip()}"
        paragraph[-1].tail = " "
    _add(paragraph, "span", "tie").text = last


def _tie_end(headline: Element) -> None:
    """Leave no short word alone on the last line of a headline."""
    words = (headline.text or "").rsplit(" ", 2)
    if len(words) == 3 and len(words[1]) + len(words[2]) < _SHORT:
        headline.text = f"{words[0]} {words[1]}\u00a0{words[2]}"


def _number_entries(entries: Element, section: Element, today: str) -> None:
    """Name each source, so that a citation without an address can lead there.

    Its text is put into a box of its own, which can be cut to one line without its number; so is
    the brief's own day, which paper has no room to say of every source.
    """
    if sizes.source_columns(len(entries)) > sizes.source_columns(0):
        section.set("class", "sources many")
    for number, entry in enumerate(entries, 1):
        entry.set("id", f"source-{number}")
        box = Element("div")
        label, day, title = (entry.text or "").partition(today) if today else (entry.text, "", "")
        box.text, entry.text = label, None
        if day:
            _add(box, "span", "today").text = day.removesuffix(": ")
            box[-1].tail = f": {title}"
        for child in list(entry):
            entry.remove(child)
            box.append(child)
        entry.append(box)


def _set_also_apart(paragraph: Element, word: str) -> None:
    """Wrap each `(also [2] [3])`: there the brief speaks, not a source."""
    before: Element | None = None
    also: Element | None = None
    for child in list(paragraph):
        if also is None and before is not None and before.tail == f" ({word} ":
            before.tail = " "
            also = Element("span", {"class": "also"})
            also.text = f"({word} "
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
    """Keep a citation on the line of the word before it, by the space between them.

    Inside the link, which does not break, it offers no place for a break. (At the end of a text
    that just fits WeasyPrint trips over a space.)
    """
    before: Element | None = None
    for child in paragraph:
        said = (paragraph.text if before is None else before.tail) or ""
        if child.tag == "a" and said.endswith(" ") and _NUMBER.fullmatch(child.text or ""):
            child.text = f" {child.text}"
            if before is None:
                paragraph.text = said[:-1]
            else:
                before.tail = said[:-1]
        before = child


def _say_languages(root: Element) -> None:
    """Say of every sentence, headline and title that is not in the page's language which it is."""
    titles: dict[str, str] = {}
    for section in root.iter("section"):
        sources = section.get("class", "").startswith("sources")
        said: list[str] = []
        for paragraph in [*section.iter("p"), *section.iter("li")]:
            here = [] if sources else _say_sentences(paragraph, titles)
            said += here
            if here and all(here) and paragraph.tag == "li" and paragraph[0].tag == "strong":
                paragraph[0].set("lang", here[0])
        if section.get("class") == "story" and said and all(said):
            section[0].set("lang", said[0])
        for entry in section.iter("li") if sources else ():
            language = titles.get(entry.get("id", "").removeprefix("source-"), "")
            for link in entry.iter("a") if language else ():
                link.set("lang", language)


def _say_sentences(paragraph: Element, titles: dict[str, str]) -> list[str]:
    """The languages of the paragraph's sentences, said of each; empty where it is the page's.

    `titles` learns the languages of the sources, by number.
    """
    said: list[str] = []
    before: Element | None = None
    for child in list(paragraph):
        number = _NUMBER.fullmatch(child.text or "")
        proof = PROOF.fullmatch(child.get("title", "")) if number else None
        if number and proof:
            said.append(proof[5] or "")
        if number and proof and proof[5]:
            titles[number[1]] = proof[5]
            sentence = Element("span", {"lang": proof[5]})
            if before is None:
                sentence.text, paragraph.text = paragraph.text, None
            else:
                sentence.text, before.tail = before.tail, None
            paragraph.insert(list(paragraph).index(child), sentence)
        before = child
    return said


def _name_citation(link: Element, words: Words) -> re.Match[str] | None:
    """Say which source a citation is of; its proof, if the link is one."""
    number = _NUMBER.fullmatch(link.text or "")
    proof = PROOF.fullmatch(link.get("title", "")) if number else None
    if number and proof:
        label = words.cited.format(number[1], proof[1])
        address = link.get("href", "")
        if "://" in address and ":~:text=" not in address:
            label += f" ({words.whole_page})"
        link.set("class", "cite")
        link.set("aria-label", label)
    return proof
