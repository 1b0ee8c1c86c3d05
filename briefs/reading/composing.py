"""Paragraphs whose kind a file's markup tells, put together as one text with true offsets."""

from collections.abc import Iterable

from briefs.model import Block, BlockKind
from briefs.normalising import normalise_line


def compose(parts: Iterable[tuple[str, BlockKind | None]]) -> tuple[str, tuple[Block, ...]]:
    """Paragraphs as one normalised text, and the blocks of those whose kind is known."""
    lines: list[str] = []
    blocks: list[Block] = []
    position = 0
    for raw, kind in parts:
        line = normalise_line(raw)
        if not line:
            continue
        if kind:
            blocks.append(Block(position, position + len(line), kind))
        lines.append(line)
        position += len(line) + 2
    return "\n\n".join(lines), tuple(blocks)
