"""Build the English background table: python -m benchmarks.background

Document frequencies of stems in texts that no benchmark measures: the paragraphs of the English
Web Treebank's training part, and half of the blurbs of the NeuS training stories. Reads the
folder that BRIEFS_DATA names, writes briefs.language.background/en.tsv. Only stems and shares
leave the texts.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefs.language import lexicon

STEMS = 2000
OUTPUT = Path(__file__).parent.parent / "briefs" / "stories" / "background" / "en.tsv"


def texts(data: Path) -> Iterator[str]:
    """Treebank documents, and the first article of every second NeuS story."""
    documents: dict[str, list[str]] = {}
    with (data / "sentences" / "English-EWT.train.paragraphs.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            documents.setdefault(row["doc"], []).append(row["text"])
    yield from (" ".join(parts) for parts in documents.values())
    with (data / "summaries" / "neus-train.jsonl").open(encoding="utf-8") as file:
        for number, row in enumerate(map(json.loads, file)):
            if number % 2 == 0:
                yield f"{row['docs'][0]['title']} {row['docs'][0]['text']}"


def main() -> None:
    folder = os.environ.get("BRIEFS_DATA")
    if not folder:
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    frequency: Counter[str] = Counter()
    count = 0
    for text in texts(Path(folder)):
        frequency.update(set(lexicon("en").terms(text)))
        count += 1
    commonest = sorted(frequency, key=lambda stem: (-frequency[stem], stem))[:STEMS]
    lines = [
        f"# Share of {count} texts that hold each of the {STEMS} commonest stems, stop words out.",
        "# Counted in the English Web Treebank (training part, documents; CC BY-SA 4.0) and in",
        "# every second story of NeuS (training part; MIT). Built by benchmarks/background.py.",
        *(f"{stem}\t{frequency[stem] / count:.5f}" for stem in commonest),
    ]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
