"""Make every golden brief anew and show what differs; `--force` writes the new ones down.

    python golden/rewrite.py [--force] [CASE…]

A case is a folder here with `articles/` and a line in `why.txt`. Each is made by the command line
in an empty folder that holds nothing but its articles, so a golden brief is what a user gets. Four
failures are told apart: briefs refused, `check` does not prove it, it is missing, it differs.
"""

import argparse
import difflib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUTPUTS = ("brief.md", "brief.json")


def cases() -> list[str]:
    """The names of all golden cases, in order."""
    return sorted(folder.parent.name for folder in HERE.glob("*/articles"))


def remake(case: str, folder: Path) -> None:
    """Make the outputs of `case` in the empty `folder`. Raises CalledProcessError."""
    shutil.copytree(HERE / case / "articles", folder / "articles")
    for output in OUTPUTS:
        briefs(folder, "make", "-q", "articles", "-o", output)
    briefs(folder, "check", OUTPUTS[0], "articles")


def briefs(folder: Path, *arguments: str) -> None:
    """Run the command line in `folder`. Raises CalledProcessError with what it said."""
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "briefs", *arguments],
        cwd=folder,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def differences(case: str, folder: Path) -> Iterator[str]:
    """A unified diff for each output in `folder` that is not as `case` has it."""
    for output in OUTPUTS:
        path = HERE / case / output
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        new = (folder / output).read_text(encoding="utf-8")
        if new != old:
            name = f"golden/{case}/{output}"
            before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
            yield "".join(difflib.unified_diff(before, after, name if old else "missing", name))


def main() -> int:
    """Say what differs. Returns 0 if nothing does, or if it has been written down."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("case", nargs="*", help="names of cases; all without")
    parser.add_argument("--force", action="store_true", help="overwrite what differs")
    arguments = parser.parse_args()
    failed = False
    for case in arguments.case or cases():
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            try:
                remake(case, folder)
            except subprocess.CalledProcessError as error:
                failed = True
                print(f"{case}: `briefs {' '.join(error.cmd[3:])}` ended with {error.returncode}")
                print(error.stdout)
                continue
            diff = "".join(differences(case, folder))
            if not diff:
                print(f"{case}: as it was")
                continue
            print(diff)
            if arguments.force:
                for output in OUTPUTS:
                    shutil.copy(folder / output, HERE / case / output)
                print(f"{case}: written")
            else:
                failed = True
                print(f"{case}: differs; if that is right, --force writes it down")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
