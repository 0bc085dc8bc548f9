"""docs/output.md and the schemas agree with what the program writes."""

import json
import re

import jsonschema
import pytest

from pages import json_blocks, rows, schema, text_of

PAGE = "docs/output.md"
ARTICLE, DUPLICATE, DEAD_LETTER = json_blocks(PAGE)
PAGE_OF_INPUT = json_blocks("docs/input.md")[0]


@pytest.mark.parametrize("record, name", [(ARTICLE, "article"), (DUPLICATE, "duplicate")])
def test_each_example_is_valid(record, name):
    jsonschema.validate(record, schema(name))


def test_an_article_and_its_copy_have_the_fields_of_the_examples(process):
    copy = PAGE_OF_INPUT | {"id": "crawl-000418", "url": "https://evening.example/bridge"}

    outcomes = process([json.dumps(PAGE_OF_INPUT), json.dumps(copy)])
    article, = outcomes.articles
    duplicate, = outcomes.duplicates

    jsonschema.validate(duplicate, schema("duplicate"))
    assert list(article) == [key for key in ARTICLE if key in article]
    assert list(duplicate) == [key for key in DUPLICATE if key in duplicate]
    assert article["id"] == duplicate["dedup"]["of"]


def test_a_dead_letter_of_process_has_the_keys_of_the_example(process):
    letter, = process(['{"id": "crawl-000419", "content": 5}']).dead_letters

    assert list(letter) == list(DEAD_LETTER)
    assert letter["detail"] == DEAD_LETTER["detail"]


def test_the_page_explains_each_field_of_an_article():
    explained = {name for names, *_ in rows(PAGE, "Article")
                 for name in re.findall(r"`(\w+)`", names)}

    assert schema("article")["properties"].keys() <= explained
    for choice in ("kind", "completeness"):
        for value in schema("article")["properties"]["extraction"]["properties"][choice]["enum"]:
            assert f"`{value}`" in text_of(PAGE)


@pytest.mark.parametrize("name", ["article", "duplicate", "envelope"])
def test_each_member_of_a_schema_has_a_description(name):
    def undescribed(node: dict, path: str) -> list[str]:
        return [f"{path}.{key}" for key, member in node.get("properties", {}).items()
                if "description" not in member] + [
            each for key, member in node.get("properties", {}).items()
            for each in undescribed(member.get("items", member), f"{path}.{key}")]

    assert undescribed(schema(name), name) == []
