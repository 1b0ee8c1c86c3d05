"""Why a brief says what it says: each story's menu, as text for a terminal or as JSON."""

from collections.abc import Iterator, Sequence

from briefs.model import Citation, Explanation, source_name
from briefs.page.wording import headline
from briefs.rendering.json import SCHEMA_VERSION, dump, place_record

_NOT_PRINTED = 5


def explanation_text(explanations: Sequence[Explanation], shown: int = _NOT_PRINTED) -> str:
    """For each story what was printed, with its figures, and the best that was not, with why.

    TextRank is 1.0 for the average sentence of the story; gain is what a passage adds to those
    before it, as a share of the lead's worth; then the concepts it brought.
    """
    return "\n\n".join("\n".join(_story(explanation, shown)) for explanation in explanations)


def _story(explanation: Explanation, shown: int) -> Iterator[str]:
    item, telling = explanation.item, explanation.telling
    printed = {point.quote for point in (*item.points, *item.figures)}
    yield headline(item.story)
    yield from (f"  {reason}" for reason in item.story.reasons)
    offered = {point.quote for passage in telling.passages for point in passage.points}
    for point in item.points:
        if point.quote not in offered:
            yield f"  + in one line: {point.quote.text}"
    for passage in telling.passages:
        mark = "+" if passage.points[0].quote in printed else " "
        brings = ", ".join(passage.brings)
        yield f"  {mark} rank {passage.score:5.2f}  gain {passage.value:4.2f}  {brings}"
        for point in passage.points:
            yield f"      {_place(point.quote)}"
            yield f"      {point.quote.text}"
            yield from (f"      also {_place(other)}" for other in point.also)
    if telling.left_out:
        yield "  not offered:"
    for left in telling.left_out[:shown]:
        yield f"  - rank {left.score:5.2f}  {left.reason}: {left.citation.text}"


def _place(citation: Citation) -> str:
    return f"{source_name(citation.article)} {citation.article.id} {citation.start}-{citation.end}"


def explanation_json(explanations: Sequence[Explanation]) -> str:
    """The same with every sentence: what was offered, printed and left out."""
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "generator": "briefs",
            "stories": [_record(explanation) for explanation in explanations],
        }
    )


def _record(explanation: Explanation) -> dict[str, object]:
    item, telling = explanation.item, explanation.telling
    printed = {point.quote for point in (*item.points, *item.figures)}
    return {
        "headline": item.story.headline,
        "weight": item.story.weight,
        "reasons": list(item.story.reasons),
        "passages": [
            {
                "printed": passage.points[0].quote in printed,
                "textrank": passage.score,
                "gain": passage.value,
                "concepts": list(passage.brings),
                "sentences": [place_record(point.quote) for point in passage.points],
                "also": [place_record(other) for point in passage.points for other in point.also],
            }
            for passage in telling.passages
        ],
        "left_out": [
            {**place_record(left.citation), "textrank": left.score, "reason": left.reason}
            for left in telling.left_out
        ],
    }
