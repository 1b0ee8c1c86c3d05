"""Sentence boundaries against gold: F1 beside pysbd, Punkt without lists and a naive expression.

A boundary is the place between two sentences of one paragraph or document; its two ends, which are
given, do not count. Places are counted in characters that are no white space, so that systems
which move spaces compare. "ceiling" is a splitter that finds every gold boundary which has a mark,
and no other. Golden rules count when every sentence is exact. Speed is sentences per second of
processor time over English PUD. pysbd stands aside where it is not installed.
"""

import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from briefs.language import split_sentences

SETS = (
    ("English PUD", "English-PUD.test.documents", "en"),
    ("English EWT dev", "English-EWT.dev.paragraphs", "en"),
    ("German PUD", "German-PUD.test.documents", "de"),
    ("French PUD", "French-PUD.test.documents", "fr"),
    ("Spanish PUD", "Spanish-PUD.test.documents", "es"),
    ("Italian PUD", "Italian-PUD.test.documents", "it"),
    ("Portuguese PUD", "Portuguese-PUD.test.documents", "pt"),
    ("Chinese PUD", "Chinese-PUD.test.chunks", "zh"),
    ("Korean PUD", "Korean-PUD.test.documents", "ko"),
    ("Japanese GSD dev", "Japanese-GSD.dev.chunks", "ja"),
)
GOLDEN = (
    ("48 golden rules", "pysbd_benchmark_english_golden_rules"),
    ("pysbd's tests", "pysbd_tests"),
    ("pragmatic segmenter", "pragmatic_segmenter_spec"),
)
DATA = "2152cc09134c"  # of what the floors were measured on
FLOORS = {
    "English PUD": 0.997,
    "English EWT dev": 0.885,
    "German PUD": 0.988,
    "French PUD": 0.988,
    "Spanish PUD": 0.988,
    "Italian PUD": 0.988,
    "Portuguese PUD": 0.988,
    "Chinese PUD": 0.993,
    "Korean PUD": 0.995,
    "Japanese GSD dev": 0.97,
}
GOLDEN_FLOOR = 46

Row = dict[str, list[str] | str]
Splitter = Callable[[str, str], list[str]]

_NAIVE = re.compile(r"(?<=[.!?]) +(?=[A-Z\"“])")
_MARKS = frozenset(".!?…。！？؟।:;")
_CLOSERS = "\"'”’»›)]}“‘」』*"


def main() -> None:
    folder = Path(os.environ.get("BRIEFS_DATA", "")) / "sentences"
    if not folder.is_dir():
        sys.exit(f"no sentences in {os.fspath(folder)!r}; set BRIEFS_DATA")
    systems = {"briefs": _briefs, "Punkt bare": _punkt, "naive": _naive} | _pysbd()
    print(f"nltk {version('nltk')}, pysbd {_version('pysbd')}, data {_digest(folder)}\n")
    print(f"{'boundary F1':20}", *(f"{name:>12}" for name in (*systems, "ceiling", "floor")))
    short = False
    for title, file, language in SETS:
        rows = _rows(folder / f"{file}.jsonl")
        scores = [_f1(rows, language, split) for split in systems.values()]
        short |= scores[0] < FLOORS[title]
        cells = (*scores, _ceiling(rows), FLOORS[title])
        print(f"{title:20}", *(f"{value:12.4f}" for value in cells))
    print(f"\n{'exact':20}", *(f"{name:>12}" for name in (*systems, "cases")))
    for title, file in GOLDEN:
        rows = _rows(folder / f"{file}.jsonl")
        counts = [_exact(rows, split) for split in systems.values()]
        short |= file == GOLDEN[0][1] and counts[0] < GOLDEN_FLOOR
        print(f"{title:20}", *(f"{count:12}" for count in (*counts, len(rows))))
    rows = _rows(folder / "English-PUD.test.documents.jsonl")
    speeds = [_speed(rows, split) for split in systems.values()]
    print(f"\n{'sentences/s':20}", *(f"{speed:12,.0f}" for speed in speeds))
    if _digest(folder) != DATA:
        sys.exit(f"the floors are of data {DATA}")
    if short:
        sys.exit("below a floor")


def _briefs(text: str, language: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text, language)]


_PUNKT = PunktSentenceTokenizer(PunktParameters())


def _punkt(text: str, language: str) -> list[str]:
    del language
    return _PUNKT.tokenize(text)


def _naive(text: str, language: str) -> list[str]:
    del language
    return _NAIVE.split(text)


def _pysbd() -> dict[str, Splitter]:
    try:
        import pysbd
    except ImportError:
        return {}

    @cache
    def segmenter(language: str) -> pysbd.Segmenter:
        known = language if language in pysbd.languages.LANGUAGE_CODES else "en"
        return pysbd.Segmenter(language=known, clean=False)

    return {"pysbd": lambda text, language: segmenter(language).segment(text)}


def _rows(path: Path) -> list[Row]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row | {"text": row["text"].replace("\n", " ")} for row in rows]


def _inner(sentences: list[str]) -> set[int]:
    """Where sentences end, in characters that are no white space; the last end left out."""
    places, count = set(), 0
    for sentence in sentences:
        count += len("".join(sentence.split()))
        places.add(count)
    return places - {count}


def _f1(rows: list[Row], language: str, split: Splitter) -> float:
    both = wrong = 0
    for row in rows:
        gold, found = _inner(row["sentences"]), _inner(split(row["text"], language))
        both += len(gold & found)
        wrong += len(gold ^ found)
    return 2 * both / (2 * both + wrong)


def _ceiling(rows: list[Row]) -> float:
    marked = every = 0
    for row in rows:
        for sentence in row["sentences"][:-1]:
            every += 1
            marked += sentence.rstrip(_CLOSERS + " ")[-1:] in _MARKS
    return 2 * marked / (marked + every)


def _exact(rows: list[Row], split: Splitter) -> int:
    return sum(
        [part.strip() for part in split(row["text"], row["lang"])]
        == [part.strip() for part in row["sentences"]]
        for row in rows
    )


def _speed(rows: list[Row], split: Splitter) -> float:
    texts = [row["text"] for row in rows]
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        count = sum(len(split(text, "en")) for text in texts)
        best = max(best, count / (time.process_time() - start))
    return best


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
