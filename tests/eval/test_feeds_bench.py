"""Tests how tests/bench/feeds_bench.py reads suites and compares answers."""

import hashlib
import io
import json
import pathlib
import sys
import tarfile

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "bench"))
import feed_suites
import feeds_bench

URL = "http://feeds.example/news/feed.xml"


@pytest.mark.parametrize("field, expected, answer", [
    ("title", "Ferry <b>late</b>", "Ferry late"),
    ("title", "Fish &amp; chips", "Fish & chips"),
    ("title", "Sort a List<String>", "Sort a List<String>"),
    ("title", "  Two\n lines ", "Two lines"),
    ("link", "/a/1", "http://feeds.example/a/1"),
    ("link", "2.html", "http://feeds.example/news/2.html"),
    ("link", "http://other.example", "http://Other.example/"),
    ("date", "2024-03-05T10:00:00Z", "2024-03-05T12:00:00+02:00"),
    ("date", "2024-03-05T00:00:00Z", "2024-03-05"),
    ("date", "2024-03-05T10:00:00.25Z", "2024-03-05T10:00:00Z"),
    ("authors", ["Ada Lind", "Bo Ek"], ["bo ek", "Ada Lind"]),
    ("authors", ["LIND, A., Ek, B."], ["A. Lind", "B. Ek"]),
    ("authors", ["By Ada Lind and Bo Ek"], ["Ada Lind", "Bo Ek"]),
    ("text", "<p>The <i>ferry</i> is late.</p>", "The ferry is late. More of it."),
])
def test_accepts_the_same_value(field, expected, answer):
    assert feeds_bench.RIGHT[field](expected, answer, URL)


@pytest.mark.parametrize("field, expected, answer", [
    ("title", "Ferry late", "Ferry"),
    ("title", "Ferry late", ""),
    ("link", "/a/1", "http://feeds.example/a/2"),
    ("link", "feed.xml", ""),
    ("date", "2024-03-05T10:00:00Z", "2024-03-05T10:00:00+02:00"),
    ("date", "2024-03-05T10:00:00Z", ""),
    ("authors", ["Ada Lind", "Bo Ek"], ["Ada Lind"]),
    ("authors", ["Ada Lind"], ["Ada Lind", "News Desk"]),
    ("authors", ["Lind, Ada"], ["Ada"]),
    ("text", "one two three four five", "one two three"),
    ("text", "one two", ""),
])
def test_rejects_another_value(field, expected, answer):
    assert not feeds_bench.RIGHT[field](expected, answer, URL)


def test_counts_an_unread_item_as_wrong_and_logs_the_reason():
    log = io.StringIO()
    score = feeds_bench.Score("suite", log)
    case = feed_suites.Case("one.xml", b"", [{"title": "Late", "authors": ["Bo Ek"]}])
    read = {"title": "Late", "link": "", "date": "", "authors": [], "text": ""}

    score.add(case, 0, {"newsmill": "malformed: line 1", "feedparser": read})

    assert list(score.rows()) == [
        "| suite | 1 | newsmill | 0 of 1 | 0 of 1 | 0 of 0 | 0 of 0 | 0 of 1 | 0 of 0 |",
        "| suite | 1 | feedparser | 1 of 1 | 1 of 1 | 0 of 0 | 0 of 0 | 0 of 1 | 0 of 0 |"]
    assert "newsmill wrong" in log.getvalue() and "malformed: line 1" in log.getvalue()


def test_logs_the_three_values_of_a_disagreement():
    log = io.StringIO()
    case = feed_suites.Case("one.xml", b"", [{"title": "Late"}])
    answers = {"newsmill": {"title": "Latest"}, "feedparser": {"title": "Late"}}

    feeds_bench.Score("suite", log).add(case, 0, answers)

    assert [line.split() for line in log.getvalue().splitlines()] == [
        ["suite/one.xml", "item", "0", "title:", "newsmill", "wrong"],
        ["expected", "'Late'"], ["newsmill", "'Latest'"], ["feedparser", "'Late'"]]


def test_logs_a_wrong_value_if_the_other_program_does_not_read_the_item():
    log = io.StringIO()
    case = feed_suites.Case("one.json", b"", [{"title": "Late", "link": "/1"}])
    answers = {"newsmill": {"title": "Latest", "link": "/1"}, "feedparser": None}

    feeds_bench.Score("suite", log).add(case, 0, answers)

    heads = [line for line in log.getvalue().splitlines() if line.startswith("suite/")]
    assert heads == ["suite/one.json item 0 read: feedparser wrong",
                     "suite/one.json item 0 title: newsmill wrong"]


def test_gives_records_the_numbers_that_dead_letters_leave():
    records = [{"input_id": "0", "title": "B"}, {"input_id": "1", "title": "C"}]
    dead = [{"input_id": "0", "item": i, "reason": "limit", "detail": "long"} for i in (0, 2)]

    first, second, third = feeds_bench.numbered(3, records, dead)

    assert [each if isinstance(each, str) else each["title"] for each in first] == [
        "limit: long", "B", "limit: long"]
    assert second[0]["title"] == "C"
    assert third == []


def test_adds_a_paragraph_only_to_items_without_text():
    content = (b"<rss><item><title>A</title></item>"
               b"<item><description>Rain.</description></item></rss>")

    filled = feeds_bench.with_text(content)

    assert filled.count(feeds_bench.PROSE.encode()) == 1
    assert b"<title>A</title><description>The council" in filled


def test_replaces_a_text_without_words():
    content = (b"<feed><entry><source><summary>Other</summary></source><content type='html'>"
               b"<![CDATA[<img src='a.png'>]]></content><link href='/1'/></entry></feed>")

    filled = feeds_bench.with_text(content)

    assert b"</source><link href='/1'/><content>The council" in filled
    assert b"a.png" not in filled


def test_leaves_the_items_of_which_a_suite_expects_text():
    content = b"<rss><item><title>A</title></item><item><title>B</title></item></rss>"

    filled = feeds_bench.with_text(content, [{"text": "Rain"}, {"title": "B"}])

    assert b"<title>A</title></item>" in filled
    assert b"<title>B</title><description>The council" in filled


def test_expects_no_name_of_an_address_and_no_text_of_an_image():
    item = {"title": "A", "authors": ["b@daily.example"], "text": "<img src='a.png'>"}

    assert dict(feeds_bench.expected_values(item)) == {"title": "A"}


def test_adds_a_paragraph_in_the_form_of_the_feed():
    atom = feeds_bench.with_text(b"<a:feed><a:entry x='1'><a:id>1</a:id></a:entry></a:feed>")
    feed = feeds_bench.with_text(b'{"items": [{"title": "A"}, {"content_text": "Rain."}]}')

    assert b"<a:content>The council" in atom
    assert json.loads(feed)["items"] == [
        {"title": "A", "content_text": feeds_bench.PROSE}, {"content_text": "Rain."}]


@pytest.mark.parametrize("content", [b"", b"{", b'{"items": 3}', b"<rss><item><title>A", b"\xff"])
def test_leaves_an_unknown_input_as_it_is(content):
    assert feeds_bench.with_text(content) == content


def test_reads_the_comparisons_of_an_expression():
    assert feed_suites.items_of_expression(
        "not bozo and entries[1].title == 'B' and entries[0]['author_detail']['name'] == 'Bo'"
        " and entries[1]['updated_parsed'] == (2004, 1, 2, 3, 4, 5, 4, 2, 0)"
    ) == [{"authors": ["Bo"]}, {"title": "B", "date": "2004-01-02T03:04:05+00:00"}]
    assert feed_suites.items_of_expression("bozo and feed.title == 'B'") == []


GO_TEST = """TestOne(t *testing.T) {
  data := `<rss><item/></rss>`
  feed, err := Parse("https://daily.example/feed", strings.NewReader(data))
  if len(feed.Entries) != 2 {
  }
  expected := "Ada \\"A\\" Lind"
  result := feed.Entries[0].Author
  if result != expected {
  }
  if feed.Entries[1].Title != `Late` {
  }
  if !feed.Entries[1].Date.Equal(time.Date(2024, time.May, 3, 9, 39, 21, 0, time.UTC)) {
  }
  if feed.Entries[1].URL != "" {
  }
}"""


def test_reads_the_assertions_of_a_go_test():
    case = feed_suites.case_of_go_test("one", GO_TEST)

    assert case.content == b"<rss><item/></rss>"
    assert case.url == "https://daily.example/feed"
    assert case.items == [{"authors": ['Ada "A" Lind']},
                          {"title": "Late", "date": "2024-05-03T09:39:21+00:00"}]


def test_leaves_out_a_go_test_with_several_inputs():
    assert feed_suites.case_of_go_test("one", GO_TEST + "\n  data := `<rss/>`") is None


def test_reads_the_expected_values_beside_an_input(tmp_path):
    folder = tmp_path / "testdata"
    folder.mkdir()
    (folder / "a.xml").write_text("<rss/>")
    (folder / "a.json").write_text(json.dumps({"items": [
        {"title": "A", "links": ["/1"], "author": {"name": "Bo"}, "content": {"value": "Rain"}},
        {"updatedParsed": "2024-03-05T10:00:00Z", "authors": [{"email": "b@daily.example"}]}]}))
    (folder / "b.json").write_text("{")

    case, = feed_suites.gofeed(tmp_path)

    assert case.name == "testdata/a.xml"
    assert case.items == [{"title": "A", "link": "/1", "authors": ["Bo"], "text": "Rain"},
                          {"date": "2024-03-05T10:00:00Z"}]


def test_unpacks_a_package_with_the_right_checksum(tmp_path):
    (tmp_path / "one.xml").write_text("<rss/>")
    archive = tmp_path / "a.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(tmp_path / "one.xml", "a-1.0/one.xml")

    folder = feed_suites.unpack(archive, hashlib.sha256(archive.read_bytes()).hexdigest(),
                                tmp_path / "out")

    assert (folder / "one.xml").read_text() == "<rss/>"


def test_refuses_a_package_with_another_checksum(tmp_path):
    archive = tmp_path / "a.tar.gz"
    archive.write_bytes(b"x")
    with pytest.raises(SystemExit, match="expected 00"):
        feed_suites.unpack(archive, "00", tmp_path / "out")
