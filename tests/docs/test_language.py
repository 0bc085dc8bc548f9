"""Documents use the words of docs/glossary.md."""

import re

import pytest

from pages import PAGES, without_code
from places import ROOT

# What a document does not say, and what it says instead.
INSTEAD = {
    "deposed": "fenced",
    "pulse": "heartbeat",
    "tally": "counter",
    "furniture": "boilerplate",
    "mending": "repair",
    "the books": "item accounting",
    "stands idle": "is idle",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_uses_another_word(page):
    text = " ".join(without_code(str(page.relative_to(ROOT))).lower().split())

    for word, better in INSTEAD.items():
        assert not re.search(rf"\b{word}\b", text), f"{word}: say {better}"


def test_the_glossary_is_sorted_and_has_each_term_once():
    terms = re.findall(r"^\| ([^|]+?) \|", (ROOT / "docs/glossary.md").read_text(), re.M)[1:]

    assert terms == sorted(set(terms), key=str.lower)
