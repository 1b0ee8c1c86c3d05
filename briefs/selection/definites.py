"""“The gas search”, “the latest tremor”: what a reader of the sentence should know by then."""

import re

from briefs.language import Lexicon
from briefs.selection.kinship import held
from briefs.selection.phrases import Phrases

_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
# One noun alone ("the driver") mostly belongs to what is told; two words name a thing of its own.
_WORDS, _LONGEST = 2, 5
_POSSESSIVES = ("’s", "'s", "’", "'")


def definite_phrases(
    text: str, lists: Phrases, lexicon: Lexicon
) -> tuple[tuple[frozenset[str], ...], bool]:
    """The stems of each definite noun of two words and more that the sentence leaves unexplained.

    And whether it speaks of "the latest …" or "the first …" without saying of which.
    Explained is what is followed by "of", "who", "in" …, what the sentence named before, and what
    there is one of.
    """
    found: list[frozenset[str]] = []
    ordered = False
    tokens = list(_WORD.finditer(text))
    for place, token in enumerate(tokens):
        if token.group().lower() not in lists.article:
            continue
        words, after = _phrase(text, tokens, place, lists, lexicon)
        if not words and after[:1].isupper():
            # "the Christmas market attack": no name, but something the reader must have heard of.
            words, after = _phrase(text, tokens, place + 1, lists, lexicon)
            words = words if words and words[-1] in lists.deictic else []
        if not words or after[:1].isupper() or words[-1] in lists.unique:
            continue
        # "During the trial, …", "After the route was fixed, …"
        opens = place == 1 and tokens[0].group().lower() in lists.openers
        if after in (lists.prepositions | lists.relatives if opens else lists.attached):
            continue
        nouns = [word for word in words if word not in lists.ordinals]
        ordered = ordered or len(words) > len(nouns) > 0
        stems = frozenset(map(lexicon.stem, nouns))
        if not nouns or place == 0 or nouns[0].endswith(_POSSESSIVES):
            continue
        if opens or len(words) >= _WORDS or nouns[-1] in lists.deictic:
            before = lexicon.terms(text[: token.start()])
            if not any(held(stem, before, lexicon.language) for stem in stems):
                found.append(stems)
    return tuple(found), ordered


def _phrase(
    text: str, tokens: list[re.Match[str]], place: int, lists: Phrases, lexicon: Lexicon
) -> tuple[list[str], str]:
    """The lower-case words that follow the article at `place`, and the word behind them."""
    words: list[str] = []
    end = tokens[place].end()
    for token in tokens[place + 1 : place + 2 + _LONGEST]:
        word = token.group()
        stops = word in lexicon.stop_words and word not in lists.ordinals
        if text[end : token.start()] != " ":
            return words, ""
        if stops or not word[0].islower():
            return words, word
        words.append(word)
        end = token.end()
    return words, ""
