"""Whole processes, end to end, in one run beside what a user would write today.

A folder of 1,000 real articles (WCEP, one file each: title, blank line, text) to a finished brief,
against a process that runs sumy's TextRank on each of them for three sentences, with Punkt and
nltk's word tokenizer. Then 4,000 articles, and `briefs --help` against a bare typer program's.

The collection has fewer than 1,000 articles: the rest, and those up to 4,000, are the same again
with the words of four letters and more exchanged by a fixed permutation of all such words. Times
are processor seconds (user + system) of the process, the least of several runs taken in turns.
"""

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

FASTER, MEGABYTES, GROWTH, HELP = 3.5, 300, 4.6, 2.5
BARE = (
    "import typer\n"
    "app = typer.Typer()\n"
    "@app.command()\n"
    "def hello(name: str) -> None:\n"
    "    'Say hello.'\n"
    "    print(name)\n"
    "app()\n"
)
_WORD = re.compile(r"[A-Za-z]{4,}")


def articles(data: Path, count: int) -> list[str]:
    """The texts of so many files."""
    rows = (data / "summaries" / "wcep-single.jsonl").read_text("utf-8").splitlines()
    docs = [json.loads(row)["docs"][0] for row in rows]
    texts = [f"{doc['title']}\n\n{doc['text']}\n" for doc in docs]
    vocabulary = sorted({word.lower() for text in texts for word in _WORD.findall(text)})
    made = texts[:count]
    while len(made) < count:
        exchanged = vocabulary[:]
        random.Random(len(made)).shuffle(exchanged)
        table = dict(zip(vocabulary, exchanged, strict=True))
        made += [_exchange(text, table) for text in texts[: count - len(made)]]
    return made


def _exchange(text: str, table: dict[str, str]) -> str:
    def other(match: re.Match[str]) -> str:
        word = table[match[0].lower()]
        return word.capitalize() if match[0][0].isupper() else word

    return _WORD.sub(other, text)


def write(texts: list[str], folder: Path) -> None:
    """Each text as a file of its own."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Run:
    """What a process took: processor seconds, seconds on the clock, megabytes at most."""

    processor: float
    clock: float
    megabytes: float


def measure(commands: Sequence[Sequence[str]], times: int) -> list[Run]:
    """The least of several runs of each, taken in turns. Raises CalledProcessError."""
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(times):
        for command, taken in zip(commands, runs, strict=True):
            taken.append(_measured(command))
    fields = list(Run.__annotations__)
    return [Run(*(min(getattr(run, name) for run in taken) for name in fields)) for taken in runs]


def _measured(command: Sequence[str]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    clock = time.perf_counter() - started
    return Run(usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024)


def sumy_over(folder: Path) -> None:
    """Three sentences of every article by sumy's TextRank, as its documentation does it."""
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    class Tokenizer:
        def __init__(self) -> None:
            self.to_sentences = PunktSentenceTokenizer().tokenize
            self.to_words = NLTKWordTokenizer().tokenize

    tokenizer = Tokenizer()
    summarizer = TextRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    for path in sorted(folder.iterdir()):
        parser = PlaintextParser.from_string(path.read_text(encoding="utf-8"), tokenizer)
        for sentence in summarizer(parser.document, 3):
            print(sentence)


def main() -> None:
    """Print the tables; exit 1 when a figure promised is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sumy", type=Path, help="only run the peer over this folder")
    arguments = parser.parse_args()
    if arguments.sumy:
        sumy_over(arguments.sumy)
        return
    if not os.environ.get("BRIEFS_DATA"):
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    texts = articles(Path(os.environ["BRIEFS_DATA"]), 4000)
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        write(texts[:1000], base / "1000")
        write(texts, base / "4000")
        del texts  # a child's peak memory counts what its parent held when it was made
        make = [sys.executable, "-m", "briefs", "make", "--force", "-o", str(base / "brief.md")]
        peer = [sys.executable, __file__, "--sumy", str(base / "1000")]
        sumy, ours, large = measure(
            [peer, [*make, str(base / "1000")], [*make, str(base / "4000")]], times=3
        )
    bare, help_ = measure(
        [[sys.executable, "-c", BARE, "--help"], [sys.executable, "-m", "briefs", "--help"]],
        times=9,
    )

    print(f"End to end, data {digest}, sumy {version('sumy')}, nltk {version('nltk')}\n")
    print("| process | processor s | clock s | MB |")
    print("|---|---|---|---|")
    for name, run in (
        ("sumy TextRank, 1,000 articles", sumy),
        ("briefs make, 1,000 articles", ours),
        ("briefs make, 4,000 articles", large),
        ("bare typer --help", bare),
        ("briefs --help", help_),
    ):
        print(f"| {name} | {run.processor:.2f} | {run.clock:.2f} | {run.megabytes:.0f} |")
    figures = (
        ("times faster than sumy", sumy.processor / ours.processor, f">= {FASTER}", FASTER),
        ("megabytes for 1,000", ours.megabytes, f"< {MEGABYTES}", -MEGABYTES),
        ("4,000 against 1,000", large.processor / ours.processor, f"<= {GROWTH}", -GROWTH),
        ("help against bare typer", help_.processor / bare.processor, f"<= {HELP}", -HELP),
    )
    print("\n| figure | measured | promised |\n|---|---|---|")
    missed = []
    for name, value, promise, limit in figures:
        print(f"| {name} | {value:.2f} | {promise} |")
        if value < limit if limit > 0 else value > -limit:
            missed.append(name)
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
