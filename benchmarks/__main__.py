"""`python -m benchmarks NAME`: one table each, measured beside peers on the folder BRIEFS_DATA."""

import sys
from importlib import import_module

NAMES = (
    "summaries",
    "stories",
    "sentences",
    "reading",
    "pages",
    "printed",
    "fragments",
    "headlines",
    "hostile",
    "speed",
    "endtoend",
    "memory",
    "history",
    "check",
    "fetch",
    "copies",
    "agreement",
)


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: python -m benchmarks {'|'.join(NAMES)} [arguments]")
    name = sys.argv.pop(1)
    import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
