"""Every quality floor on real data, one benchmark after the other; fails if any is broken.

Each benchmark pins its own floors beside the hash of the data they were measured on. A floor is
only ever raised; to lower one takes a reason in the commit that does it.
"""

import subprocess
import sys

FLOORED = (
    ("sentences",),
    ("reading",),
    ("printed",),
    ("stories", "--floors"),
    ("summaries", "--floors"),
    ("summaries", "--rules"),
)


def main() -> None:
    broken = []
    for name, *arguments in FLOORED:
        print(f"== {name} ==", flush=True)
        done = subprocess.run([sys.executable, "-m", "benchmarks", name, *arguments], check=False)
        if done.returncode:
            broken.append(name)
    sys.exit(f"below a floor: {', '.join(broken)}" if broken else 0)
