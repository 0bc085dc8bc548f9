"""script/augment_pages.py changes pages without making their labels wrong."""

import base64
import html.parser
import json
import pathlib
import random
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "script"))

import augment_pages  # noqa: E402
import augment_words  # noqa: E402
from augment_pages import ADDED, APART  # noqa: E402

PARAGRAPHS = [
    f"The {name} of Orlen was painted in the spring of the year {year}. "
    f"Its colour had been chosen by {count} people who live beside it."
    for name, year, count in (
        ("gate", 1911, "forty"), ("bridge", 1924, "twelve"),
        ("mill", 1938, "ninety"), ("school", 1952, "sixty"),
        ("tower", 1967, "thirty"), ("market", 1981, "eighty"))]
TOP = ('<!DOCTYPE html><html><head><title>Colours - Post</title><script>'
       f'"<p>{PARAGRAPHS[0]}</p>"</script></head><body><h1>Colours</h1>'
       '<div class="story" id="s">')
PAGE = TOP + "\n".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</div></body></html>"
LABEL = "\n\n".join(PARAGRAPHS)
SOURCE = augment_pages.source_of(PAGE, LABEL)
OTHER = augment_pages.Source(
    "", "Nine boats", [], [f"Boat number {i} sails on Sunday." for i in range(6)])
SEEDS = range(40)


class Texts(html.parser.HTMLParser):
    """The texts of a page, each with the depth of its element."""

    def __init__(self, page):
        super().__init__()
        self.open, self.texts = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in augment_pages.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        if text.strip() and "script" not in self.open:
            self.texts.append((text.strip(), len(self.open)))


def copies(recipe):
    for seed in SEEDS:
        page = augment_pages.copy_of(SOURCE, LABEL, recipe,
                                     random.Random(seed), [OTHER])
        if page:
            yield page


@pytest.mark.parametrize("recipe", augment_pages.RECIPES)
def test_a_copy_keeps_each_paragraph_in_order_without_the_mark_of_additions(recipe):
    for page in copies(recipe):
        texts = [text.removeprefix(APART) for text, _ in Texts(page).texts]

        assert [text for text in texts if text in PARAGRAPHS] == PARAGRAPHS


@pytest.mark.parametrize("recipe", augment_pages.RECIPES)
def test_each_added_text_is_marked(recipe):
    known = {*PARAGRAPHS, "Colours", "Colours - Post"}
    for page in copies(recipe):
        body = page.split("<body>")[1].split("</body>")[0]
        for text, _ in Texts(body).texts:
            assert text.startswith(ADDED) or text.removeprefix(APART) in known


@pytest.mark.parametrize("recipe", ["article", "comments", "lines", "quotation", "related"])
def test_recipes_of_boilerplate_add_text(recipe):
    pages = list(copies(recipe))

    assert len(pages) == len(SEEDS)
    assert all(ADDED in page for page in pages)


@pytest.mark.parametrize("recipe, counts", [("first", {1}), ("last", {1, 2})])
def test_paragraphs_apart_are_marked(recipe, counts):
    ends = slice(0, 1) if recipe == "first" else slice(-2, None)
    found = set()
    for page in copies(recipe):
        texts = [t for t, _ in Texts(page).texts if t.removeprefix(APART) in PARAGRAPHS]
        apart = [t for t in texts if t.startswith(APART)]
        assert set(apart) <= set(texts[ends])
        found.add(len(apart))

    assert found == counts


def test_a_paragraph_apart_is_often_deeper_than_the_rest():
    deeper = 0
    for page in copies("first"):
        depths = [d for t, d in Texts(page).texts if t.removeprefix(APART) in PARAGRAPHS]
        deeper += depths[0] > depths[1]

    assert deeper > len(SEEDS) / 2


def test_a_script_has_no_paragraphs():
    assert SOURCE.spans[0][0] == len(TOP)
    assert len(SOURCE.spans) == len(PARAGRAPHS)


def test_paragraphs_outside_the_label_are_not_used():
    page = PAGE.replace("</div>", "<p>Seven words that no label has here.</p></div>")

    assert len(augment_pages.source_of(page, LABEL).spans) == len(PARAGRAPHS)


def test_a_page_whose_paragraphs_are_not_siblings_is_left_out():
    page = PAGE.replace("</p>\n<p>", "</p></div><div><p>")

    assert augment_pages.source_of(page, LABEL) is None


@pytest.mark.parametrize("markup, balanced", [
    ("<p>a<br>b</p>", True), ("a", True), ("<div><p>a</p>", False), ("a</p>", False),
    ("</div><div>", False), ("<!-- <div> --><b>a</b>", True), ("<script>'</div>'</script>", True)])
def test_whether_elements_end_where_they_begin(markup, balanced):
    assert augment_pages.is_balanced(markup, 0, len(markup)) == balanced


def test_an_element_ends_before_the_addition_and_the_next_one_begins_after_it():
    edits = [(3, augment_pages.OPEN, "<b>"), (3, augment_pages.INSERT, "+"),
             (3, augment_pages.CLOSE, "</i>"), (0, augment_pages.OPEN, "<i>")]

    assert augment_pages.edited("abcdef", edits) == "<i>abc</i>+<b>def"


def test_marks_come_before_each_text_and_can_be_removed():
    markup = "<h3>More</h3>\n<p><a href='/n'>Nine boats</a> sail</p>"

    marked = augment_pages.marked(markup)

    assert marked == (f"<h3>{ADDED}More</h3>\n<p><a href='/n'>{ADDED}Nine boats</a>"
                      f" {ADDED}sail</p>")
    assert augment_pages.unmarked(marked + APART) == markup


def test_copies_are_the_same_each_time_and_differ_in_their_recipes():
    envelopes = [json.dumps({
        "id": str(i), "content_encoding": "base64",
        "content": base64.b64encode(PAGE.encode()).decode()}) for i in range(2)]
    truths = [{"id": str(i), "text": LABEL} for i in range(2)]

    first = list(augment_pages.copies_of(truths, envelopes, 2))

    assert first == list(augment_pages.copies_of(truths, envelopes, 2))
    assert [each[0] for each in first] == [0, 0, 1, 1]
    assert first[0][1] != first[1][1] and first[2][1] != first[3][1]
    for _, _, marked, plain in first:
        assert augment_pages.unmarked(augment_pages.page_in(plain)) == (
            augment_pages.page_in(plain))
        assert json.loads(marked)["id"] == json.loads(plain)["id"]


def test_each_language_has_each_line():
    assert len(augment_words.LINES) >= 20
    for row in augment_words.LINES:
        assert len(row) == 9 and all(text.strip() == text and text for text in row)
