"""The published JSON Schema, and that what is written keeps to it."""

import copy
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from full_pages import full_brief
from hypothesis import given, settings
from jsonschema import Draft202012Validator, ValidationError
from random_briefs import briefs

from briefs.model import Brief
from briefs.rendering.json import SCHEMA_VERSION, render_json

SCHEMA = json.loads(files("briefs.rendering").joinpath("brief.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
ROOT = Path(__file__).resolve().parents[2]


def test_the_schema_is_one() -> None:
    """The schema is valid itself, and of the version that is written."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema_version"]["const"] == SCHEMA_VERSION


@pytest.mark.parametrize("case", sorted(p.parent.name for p in ROOT.glob("golden/*/brief.json")))
def test_golden_briefs_keep_to_it(case: str) -> None:
    """Every golden brief is valid."""
    VALIDATOR.validate(json.loads((ROOT / "golden" / case / "brief.json").read_text("utf-8")))


@settings(deadline=None, max_examples=20)
@given(briefs())
def test_any_brief_keeps_to_it(brief: Brief) -> None:
    """Whatever the articles hold, the JSON is valid."""
    VALIDATOR.validate(json.loads(render_json(brief)))


def test_every_key_is_described() -> None:
    """No key is written that the schema does not name; a key that is missing is noticed."""
    data: dict[str, Any] = json.loads(render_json(full_brief(1)))
    closed = copy.deepcopy(SCHEMA)
    for part in (closed, *closed["$defs"].values(), *closed["properties"].values()):
        for each in (part, part.get("items", {})):
            if "properties" in each or "allOf" in each:
                each["unevaluatedProperties"] = False
    for name in ("place", "article"):  # these are parts of others
        del closed["$defs"][name]["unevaluatedProperties"]
    Draft202012Validator(closed).validate(data)
    for key in list(data):
        with pytest.raises(ValidationError):
            VALIDATOR.validate({k: v for k, v in data.items() if k != key})
