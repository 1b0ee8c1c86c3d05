"""What the command says on standard error: one line each, fixed codes, nothing unescaped."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefs.model import Counts, Problem, Reading

_LINES_PER_CODE = 5


def printable(text: str) -> str:
    """`text` safe for a terminal or log: controls, surrogates and workflow commands escaped."""
    shown = "".join(
        character
        if character.isprintable()
        else character.encode("unicode_escape").decode()
        if not "\ud800" <= character <= "\udfff"
        else f"\\x{ord(character) & 0xFF:02x}"
        for character in text
    )
    return shown.replace("::", ":\\:").replace("##[", "#\\#[")


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """One line per problem, at most five of each code, then how many more there are."""
    seen: Counter[str] = Counter()
    totals = Counter(problem.code for problem in problems)
    for problem in problems:
        seen[problem.code] += 1
        count = seen[problem.code]
        if count <= _LINES_PER_CODE:
            where = printable(problem.path)
            yield f"briefs: warning[{problem.code}]: '{where}': {printable(problem.message)}"
        elif count == totals[problem.code]:
            yield f"briefs: warning[{problem.code}]: and {count - _LINES_PER_CODE:,} more"


def account(path: str, counts: Counts) -> str:
    """`brief.md: 9 stories from 68 articles (65 distinct texts) of 14 sources`."""
    stories = f"{counts.stories:,} {'story' if counts.stories == 1 else 'stories'}"
    articles = _counted(counts.articles, "article")
    texts, sources = _counted(counts.texts, "distinct text"), _counted(counts.sources, "source")
    return f"{printable(path)}: {stories} from {articles} ({texts}) of {sources}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def ledger(reading: Reading) -> str:
    """The last line of every run: `found 41, read 38, skipped 3 (binary 1, empty 2)`."""
    codes = Counter(problem.code for problem in reading.skipped)
    listed = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
    skipped = f"{len(reading.skipped)} ({listed})" if listed else "0"
    return f"found {reading.found}, read {reading.read}, skipped {skipped}"
