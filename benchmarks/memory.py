"""Memory by the number of files, whole processes: python -m benchmarks memory [--files 100000]

Folders of so many real articles (WCEP, BRIEFS_DATA; those beyond the first 937 have their words of
four letters and more exchanged by a fixed permutation for each round) are read by `read_folder`
alone, and made a brief of. The table gives processor seconds, the most memory, and what each file
beyond the thousandth takes; a floor holds the last figure for reading.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from benchmarks.endtoend import _WORD, _exchange, _measured

MOST_PER_FILE = 16.0  # KB, of texts of 2.6 KB
_MAKE = [sys.executable, "-m", "briefs", "make", "-q", "--force"]
_READ = "import sys; from briefs import read_folder; read_folder(sys.argv[1])"


def texts(data: Path) -> Iterator[str]:
    """Articles without end, no two alike."""
    rows = (data / "summaries" / "wcep-single.jsonl").read_text("utf-8").splitlines()
    docs = [json.loads(row)["docs"][0] for row in rows]
    first = [f"{doc['title']}\n\n{doc['text']}\n" for doc in docs]
    yield from first
    vocabulary = sorted({word.lower() for text in first for word in _WORD.findall(text)})
    for round_ in count():
        exchanged = vocabulary[:]
        random.Random(round_).shuffle(exchanged)
        table = dict(zip(vocabulary, exchanged, strict=True))
        yield from (_exchange(text, table) for text in first)


def main() -> None:
    """Print the table; exit 1 when a file takes more than promised."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks memory")
    parser.add_argument("--files", type=int, default=10_000, help="the largest folder")
    parser.add_argument("--read", action="store_true", help="read only, make no brief")
    arguments = parser.parse_args()
    if not os.environ.get("BRIEFS_DATA"):
        sys.exit("Set BRIEFS_DATA to the folder with the data.")
    sizes = [size for size in (1_000, 10_000, 100_000) if size <= arguments.files]
    rows: dict[str, list[tuple[int, float]]] = {}
    print(f"{'':14}{'files':>9}{'seconds':>10}{'MB':>8}{'KB a file':>11}")
    with tempfile.TemporaryDirectory() as temporary:
        folder, brief = Path(temporary, "in"), Path(temporary, "brief.md")
        folder.mkdir()
        endless = enumerate(texts(Path(os.environ["BRIEFS_DATA"])))
        written = 0
        for size in sizes:
            for number, text in islice(endless, size - written):
                (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
            written = size
            commands = {
                "read_folder": [sys.executable, "-c", _READ, str(folder)],
                "briefs make": [*_MAKE, "-o", str(brief), str(folder)],
            }
            for name, command in commands.items():
                if arguments.read and name != "read_folder":
                    continue
                run = _measured(command)
                rows.setdefault(name, []).append((size, run.megabytes))
                first, least = rows[name][0]
                each = (run.megabytes - least) * 1000 / (size - first) if size > first else 0.0
                print(f"{name:14}{size:9,}{run.processor:10.1f}{run.megabytes:8.0f}{each:11.1f}")
    size, megabytes = rows["read_folder"][-1]
    first, least = rows["read_folder"][0]
    if size > first and (megabytes - least) * 1000 / (size - first) > MOST_PER_FILE:
        sys.exit(f"a file takes more than {MOST_PER_FILE} KB")


if __name__ == "__main__":
    main()
