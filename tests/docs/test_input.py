"""docs/input.md, envelope-1.schema.json and the program agree."""

import json
import re

import jsonschema
import pytest

from pages import json_blocks, rows, schema, text_of

PAGE = "docs/input.md"
ENVELOPE = schema("envelope")


@pytest.mark.parametrize("envelope", json_blocks(PAGE), ids=lambda each: each.get("url", "no url"))
def test_each_example_is_valid_and_becomes_an_article(envelope, process):
    jsonschema.validate(envelope, ENVELOPE)
    assert envelope.keys() <= ENVELOPE["properties"].keys()

    outcomes = process([json.dumps(envelope)])

    assert len(outcomes.articles) == 1 and outcomes.dead_letters == []
    jsonschema.validate(outcomes.articles[0], schema("article"))


@pytest.mark.parametrize("message, result", [
    row for row in rows(PAGE, "Typical mistakes")], ids=lambda cell: cell[:40])
def test_each_mistake_has_the_reason_that_the_page_states(message, result, process):
    letter, = process([message.strip("`")]).dead_letters

    assert letter["reason"] in re.findall(r"`(\w+)`", result)


def test_what_the_program_refuses_is_invalid_by_the_schema():
    for message, result in rows(PAGE, "Typical mistakes"):
        if result.startswith("`bad_envelope`") and "*broken*" not in message:
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(json.loads(message.strip("`")), ENVELOPE)


def test_the_page_explains_each_key_of_the_schema():
    explained = {key.strip("`") for key, *_ in rows(PAGE, "Envelope")}

    assert explained == ENVELOPE["properties"].keys()
    for key in ENVELOPE["properties"]["feed"]["properties"]:
        assert f"`{key}`" in text_of(PAGE)


def test_each_limit_has_the_default_that_the_page_states():
    configuration = text_of("config/newsmill.yaml")
    for _, default, keys, _ in rows(PAGE, "Limits"):
        number = default.removesuffix(" each").replace(",", "").replace(" ", "")
        for key in re.findall(r"`\w+\.(\w+)`", keys):
            assert re.search(rf"^  {key}: {number}$", configuration, re.M), key


def test_an_optional_field_that_is_invalid_or_unknown_is_ignored(process):
    envelope = json_blocks(PAGE)[0] | {"url": "ftp://daily.example/1", "fetched_at": "yesterday",
                                       "titel": "misspelled", "source": 7}

    outcomes = process([json.dumps(envelope)])

    assert len(outcomes.articles) == 1 and "url" not in outcomes.articles[0]
