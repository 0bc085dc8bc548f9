"""Every golden record holds to the published schema; a spoiled one does not."""
import copy
import json
import pathlib
import sys

import jsonschema

DUPLICATE = {"id", "article_id", "input_id", "url", "source", "title", "published_at", "dedup"}


def main(schema_file, data_folder):
    schema = json.loads(pathlib.Path(schema_file).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    records = 0
    keys = list(schema["properties"])
    for path in sorted(pathlib.Path(data_folder).glob("*/expected.json")):
        for line in path.read_text("utf-8").splitlines():
            outcome = json.loads(line)
            if "schema" not in outcome:
                assert outcome.keys() == {"reason"} or outcome.keys() <= DUPLICATE, path
                continue
            record = outcome
            records += 1
            for error in validator.iter_errors(record):
                sys.exit(f"{path}: {error.json_path}: {error.message}")
            assert list(record) == [k for k in keys if k in record], path
    assert records > 0
    spoil(validator, record)


def spoil(validator, record):
    for key, value in {"extra": 1, "id": "x", "published_at": "2024-1-3",
                       "title": "", "paragraphs": [], "source": {}}.items():
        spoiled = copy.deepcopy(record)
        spoiled[key] = value
        assert not validator.is_valid(spoiled), key


main(*sys.argv[1:])
