"""Compares newsmill with feedparser on the test suites of feed readers.

The suites of gofeed, feed-rs, miniflux, podcastparser and feedparser have inputs and the
values that their reader must find. The table has, for each suite, the number of
items, and how many expected values each program finds. An item that a program does not
read counts as wrong in each column.
  read     the program returns the item
  title    the same text, without markup
  link     the same URL after relative URLs are resolved
  date     the same instant
  authors  the same set of names
  text     nine tenths of the expected words
An item without text gets a paragraph before both programs read it, because newsmill
publishes no item without text. An item of which the suite expects text is left as it
is. Some expectations are debatable: read the log.

  feeds_bench.py [--suites NAME,NAME] [--log FILE]
"""

import argparse
import base64
import calendar
import collections
import datetime
import html
import io
import itertools
import json
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

import feed_suites

FIELDS = ("title", "link", "date", "authors", "text")
PROSE = ("The council agreed on a new plan for the harbour, and the work will begin "
         "before the next winter, the mayor said after the meeting.")
ITEM = re.compile(rb"<((?:[\w.-]+:)?(item|entry))(?=[\s>])[^>]*>(.*?)</\1\s*>", re.S)
TEXT = re.compile(rb"<((?!media:)(?:[\w.-]+:)?(?:description|content|summary|encoded|body|"
                  rb"full-text))(?=[\s/>])(?:[^>]*/>|[^>]*>(.*?)</\1\s*>)", re.S)
SOURCE = re.compile(rb"<((?:\w+:)?source)(?=[\s>])[^>]*>.*?</\1\s*>", re.S)


# The inputs

def with_text(content, items=()):
    """Returns the input in which each item without text has a paragraph instead.

    The items of which the suite expects text are left as they are.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return json_with_text(content)

    numbers = itertools.count()
    expects_text = {i for i, item in enumerate(items) if words(item.get("text", ""))}

    def fill(match):
        tag, kind, inside = match.groups()
        texts = [text for _, text in TEXT.findall(SOURCE.sub(b"", inside))]
        if next(numbers) in expects_text or any(map(has_words, texts)):
            return match[0]
        name = tag[:-len(kind)] + (b"description" if kind == b"item" else b"content")
        start, end = match[0].index(b">") + 1, match[0].rindex(b"</")
        return b"%b%b<%b>%b</%b>%b" % (
            match[0][:start], TEXT.sub(b"", inside), name, PROSE.encode(), name,
            match[0][end:])
    return ITEM.sub(fill, content)


def has_words(xml):
    return bool(words(re.sub(r"<!\[CDATA\[|\]\]>", "", xml.decode("utf-8", "replace"))))


def json_with_text(content):
    try:
        feed = json.loads(content.decode("utf-8-sig"))
    except ValueError:
        return content
    items = feed.get("items")
    missing = [item for item in items if isinstance(item, dict) and not any(
        item.get(key) for key in ("content_html", "content_text", "summary"))
    ] if isinstance(items, list) else []
    for item in missing:
        item["content_text"] = PROSE
    return json.dumps(feed).encode() if missing else content


# The programs: each returns the items of each case, as dictionaries of FIELDS. An
# item that the program did not read is None, or a sentence that gives the reason.

def by_newsmill(cases):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "config.yaml").write_text("extract:\n  min_text_characters: 1\n")
        with (folder / "feeds.ndjson").open("w") as out:
            for i, case in enumerate(cases):
                out.write(json.dumps(envelope(i, case)) + "\n")
        subprocess.run(
            [os.environ["NEWSMILL_BIN"], "process", "--no-dedup", "-c", folder / "config.yaml",
             "--records", folder / "records", "--dead-letters", folder / "dead",
             folder / "feeds.ndjson"], check=True, capture_output=True)
        records, dead = (
            [json.loads(line) for line in (folder / name).read_text().splitlines()]
            for name in ("records", "dead"))
    return numbered(len(cases), records, dead)


def envelope(i, case):
    return {"id": str(i), "url": case.url, "http_headers": case.headers,
            "content": base64.b64encode(case.content).decode(), "content_encoding": "base64",
            **({"content_type": case.headers["content-type"]}
               if "content-type" in case.headers else {})}


def numbered(count, records, dead_letters):
    """Returns the items of each input. Records have no number: they fill the free places."""
    taken = [{} for _ in range(count)]
    for letter in dead_letters:
        reason = f"{letter['reason']}: {letter['detail']}"
        taken[int(letter["input_id"])][letter.get("item", 0)] = reason
    found = [[] for _ in range(count)]
    for record in records:
        items, reasons = (each[int(record["input_id"])] for each in (found, taken))
        while len(items) in reasons:
            items.append(reasons.pop(len(items)))
        items.append(item_of_record(record))
    for items, reasons in zip(found, taken):
        items.extend(reasons[i] for i in sorted(reasons))
    return found


def item_of_record(record):
    get = record.get
    return {"title": get("title", ""), "link": get("url", ""),
            "date": get("published_at") or get("modified_at", ""),
            "authors": get("authors", []),
            "text": f"{get('text', '')} {get('summary', '')}"}


def by_feedparser(cases):
    return [feedparser_items(case) for case in cases]


def feedparser_items(case):
    import feedparser

    try:
        feed = feedparser.parse(
            io.BytesIO(case.content),
            response_headers={"content-location": case.url, **case.headers})
    except Exception as error:  # feedparser raises various errors
        return [repr(error)] * len(case.items)
    return [item_of_entry(entry) for entry in feed.entries]


def item_of_entry(entry):
    get = entry.get
    moment = get("published_parsed") or get("updated_parsed")
    names = [person["name"] for person in get("authors", []) if person.get("name")]
    text = [part.get("value") or "" for part in get("content", [])]
    return {"title": get("title") or "", "link": get("link") or "",
            "date": moment and datetime.datetime.fromtimestamp(
                calendar.timegm(moment), datetime.UTC).isoformat() or "",
            "authors": names or [name for name in (get("author"),) if name],
            "text": " ".join([*text, get("summary") or ""])}


# The comparison

def plain(text, blank):
    """Returns the text without markup. A tag becomes the blank."""
    text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", "", text, flags=re.S | re.I)
    return html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", blank, text))


def readings(text):
    """Returns the texts that a title can mean: as markup, and as text."""
    return {" ".join(each.split()) for each in (text, plain(text, ""), plain(text, " "))}


def words(text):
    return collections.Counter(re.findall(r"\w+", plain(plain(text, " "), " ").casefold()))


def names(people):
    return {" ".join(re.findall(r"[\w'’.-]+", name.casefold())).removeprefix("by ")
            for name in people}


def name_words(people):
    """Returns the words of all names, for a list of names in one string."""
    return {word.strip(".") for name in names(people) for word in name.split()} - {"and"}


def has_title(expected, answer, url):
    return bool(readings(expected) & readings(answer))


def has_link(expected, answer, url):
    if not answer:
        return False
    absolute = [urllib.parse.urlsplit(urllib.parse.urljoin(url, each.strip()))
                for each in (expected, answer)]
    return len({each._replace(netloc=each.netloc.lower(), path=each.path or "/").geturl()
                for each in absolute}) == 1


def has_date(expected, answer, url):
    """Returns whether two dates are the same second. A day without a time is its midnight."""
    moments = set()
    for date in (expected, answer):
        try:
            moment = datetime.datetime.fromisoformat(date)
        except ValueError:
            return False
        moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
        moments.add(int(moment.timestamp()))
    return len(moments) == 1


def has_authors(expected, answer, url):
    """Returns whether the names are the same. A list in one string is compared by words."""
    if any(re.search(r"[,;&]| and ", name) for name in expected):
        return name_words(expected) == name_words(answer)
    return names(expected) == names(answer)


def has_text(expected, answer, url):
    wanted = words(expected)
    return (wanted & words(answer)).total() >= 0.9 * wanted.total()


RIGHT = {"title": has_title, "link": has_link, "date": has_date, "authors": has_authors,
         "text": has_text}


def expected_values(item):
    """Yields the fields that a suite expects.

    Markup without words is no text, and an address is no name.
    """
    wanted = {**item, "authors": [name for name in item.get("authors", []) if "@" not in name],
              "text": item.get("text") if words(item.get("text", "")) else ""}
    for field in FIELDS:
        if wanted.get(field):
            yield field, wanted[field]


class Score:
    """Counts the right values of two programs in one suite, and logs the others."""

    def __init__(self, suite, log):
        self.suite, self.log = suite, log
        self.asked = collections.Counter()
        self.right = collections.defaultdict(collections.Counter)

    def add(self, case, i, answers):
        """Counts item i of a case. answers has an item for each program."""
        read = {tool: isinstance(item, dict) for tool, item in answers.items()}
        self.count(case, i, "read", True, read, {
            tool: "yes" if read[tool] else item or "no" for tool, item in answers.items()})
        for field, value in expected_values(case.items[i]):
            found = {tool: item[field] if read[tool] else None for tool, item in answers.items()}
            right = {tool: read[tool] and RIGHT[field](value, found[tool], case.url)
                     for tool in answers}
            self.count(case, i, field, value, right, found)

    def count(self, case, i, field, value, right, found):
        self.asked[field] += 1
        for tool, is_right in right.items():
            self.right[tool][field] += is_right
        # An item that is not read has one entry in the log, not one for each field.
        wrong = [tool for tool in right if not right[tool] and found[tool] is not None]
        if wrong:
            self.log.write(f"{self.suite}/{case.name} item {i} {field}: "
                           f"{' and '.join(wrong)} wrong\n")
            for name, each in {"expected": value, **found}.items():
                self.log.write(f"  {name:10} {each!r:.500}\n")

    def rows(self):
        for tool, right in self.right.items():
            cells = [f"{right[field]} of {self.asked[field]}" for field in ("read", *FIELDS)]
            yield f"| {self.suite} | {self.asked['read']} | {tool} | {' | '.join(cells)} |"


def measure(suite, log):
    """Prints the rows of a suite."""
    cases = feed_suites.cases(suite)
    for case in cases:
        case.content = with_text(case.content, case.items)
    found = {"newsmill": by_newsmill(cases), "feedparser": by_feedparser(cases)}
    score = Score(suite, log)
    for number, case in enumerate(cases):
        for i in range(len(case.items)):
            score.add(case, i, {
                tool: items[number][i] if i < len(items[number]) else None
                for tool, items in found.items()})
    print("\n".join(score.rows()), flush=True)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suites", default=",".join(feed_suites.SUITES))
    parser.add_argument("--log", type=pathlib.Path, help="write each wrong value here",
                        default=pathlib.Path("build/logs/bench-feeds.txt"))
    options = parser.parse_args()
    options.log.parent.mkdir(parents=True, exist_ok=True)
    columns = ("suite", "items", "program", "read", *FIELDS)
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    with options.log.open("w", encoding="utf-8") as log:
        for suite in options.suites.split(","):
            try:
                measure(suite, log)
            except feed_suites.Unavailable as reason:
                print(f"feeds_bench: {suite} is skipped: {reason}")
    print(f"\nEach wrong value: {options.log}")


if __name__ == "__main__":
    main()
