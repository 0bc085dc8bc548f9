"""Every record of the golden documents is valid by the schemas."""

import json

import jsonschema
import pytest

from pages import schema
from places import ROOT

FILES = sorted(path for path in (ROOT / "tests/data").glob("*/input.*"))


@pytest.fixture(scope="module")
def outcomes(process_files):
    return process_files(FILES)


@pytest.mark.parametrize("name", ["article", "duplicate"])
def test_records_are_valid(name, outcomes):
    validator = jsonschema.Draft202012Validator(schema(name))
    records = outcomes.articles if name == "article" else outcomes.duplicates

    assert records
    for record in records:
        assert not list(validator.iter_errors(record)), json.dumps(record)[:200]


def test_schemas_are_schemas():
    for name in ("article", "duplicate", "envelope"):
        jsonschema.Draft202012Validator.check_schema(schema(name))
