"""The flat fields between `---` (YAML) or `+++` (TOML) at the top of a Markdown file.

News files use flat keys with plain, quoted, listed or folded values: this reads those, and takes
anything deeper for absent. A full YAML library would be a dependency with a larger surface (tags,
anchors, number and date guessing) for the sake of fields nobody reads here.
"""

import re
import tomllib

Fields = dict[str, tuple[str, ...]]

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,40}):(?: (?P<value>.*))?")
_MOST_LINES = 200


def split_front_matter(text: str) -> tuple[Fields, str]:
    """The fields (keys in lower case, each with its values) and the text after them.

    Without front matter, or with an unclosed one, there are no fields and the text is whole.
    """
    for fence, parse in (("---", _yaml), ("+++", _toml)):
        if text.startswith(fence):
            lines = text.split("\n", _MOST_LINES)
            if lines[0].rstrip() != fence:
                continue
            for number, line in enumerate(lines[1:_MOST_LINES], 1):
                if line.rstrip() in (fence, "..." if fence == "---" else fence):
                    return parse(lines[1:number]), "\n".join(lines[number + 1 :])
    return {}, text


def _toml(lines: list[str]) -> Fields:
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}
    return {
        key.lower(): tuple(str(part) for part in (value if isinstance(value, list) else [value]))
        for key, value in table.items()
        if not isinstance(value, dict)
    }


def _yaml(lines: list[str]) -> Fields:
    entries: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if found := _KEY.fullmatch(line.rstrip()):
            entries.append((found["key"].strip().lower(), (found["value"] or "").strip(), []))
        elif entries:
            entries[-1][2].append(line.strip())
    return {key: _values(value, inner) for key, value, inner in reversed(entries)}


def _values(value: str, inner: list[str]) -> tuple[str, ...]:
    if value in ("|", ">", "|-", ">-", "|+", ">+"):
        return (" ".join(line for line in inner if line),)
    if not value:
        return tuple(_scalar(line[1:]) for line in inner if line.startswith("-"))
    if value.startswith("[") and value.endswith("]"):
        return tuple(_scalar(part) for part in value[1:-1].split(",") if part.strip())
    running = [line for line in inner if line and not line.startswith(("-", "#"))]
    return (_scalar(" ".join([value, *running])),)


def _scalar(value: str) -> str:
    value = value.strip()
    for quote in "\"'":
        if value.startswith(quote):
            inside, _, after = value[1:].rpartition(quote)
            if inside and (not after.strip() or after.lstrip().startswith("#")):
                return inside.replace('\\"', '"') if quote == '"' else inside.replace("''", "'")
    return value.partition(" #")[0].rstrip()
