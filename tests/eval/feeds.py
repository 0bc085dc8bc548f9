"""How many feeds of an evaluation set are read right.

  feeds.py --feeds FOLDER --dump PROGRAM [--worst N] [--json]

FOLDER holds feedparser's test documents; the first comment of each says what a
parser should find (`Expect:`, an expression over its result). PROGRAM is
newsmill_dump_documents. Only expectations of an entry's title, link, id, dates,
authors, tags, summary and content are counted; HTML is compared by its tags,
attributes and words, with relative URLs made absolute, since that is what the
document hands on. Expectations of sanitised HTML are not: nothing is sanitised
here.
"""

import argparse
import base64
import collections
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
        "meta", "param", "source", "track", "wbr"}
URL_ATTRIBUTES = {"href", "src", "cite", "action", "longdesc", "background",
                  "codebase", "data", "classid", "usemap", "profile"}
SHOWN = {"title", "title_detail", "link", "id", "guid", "author", "authors",
         "author_detail", "published", "updated", "created", "summary",
         "summary_detail", "description", "content", "tags", "category",
         "language"}
MAIN_FIELDS = {"title", "link", "date", "author", "content", "summary"}
SHOWN_BELOW = {"value", "type", "base", "language", "name", "term"}
# A document has the base and language of its content, not of its title.
NOT_SHOWN = {("title_detail", "base"), ("title_detail", "language")}


class Tokens(html.parser.HTMLParser):
    """Tags, attributes and words, without what no reader sees."""

    def __init__(self, base):
        super().__init__(convert_charrefs=True)
        self.base = base
        self.found = []

    def handle_starttag(self, tag, attrs):
        pairs = []
        for key, value in attrs:
            value = value or ""
            if key in URL_ATTRIBUTES and self.base:
                value = urllib.parse.urljoin(self.base, value.strip())
            pairs.append((key.split(":")[-1], value))
        self.found.append(("<", tag.split(":")[-1], tuple(sorted(pairs))))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.found.append(("</", tag.split(":")[-1]))

    def handle_data(self, text):
        self.found.extend(("word", word) for word in text.split())


def tokens(text, base=""):
    parser = Tokens(base)
    parser.feed(text)
    parser.close()
    found = parser.found
    div = [i for i, token in enumerate(found) if token[1] == "div"]
    if div and div[0] == 0 and div[-1] == len(found) - 1:
        found = found[1:-1]
    return found


class Html(str):
    """Equal to what reads the same."""

    base = ""
    __hash__ = None

    def __eq__(self, other):
        return (str(self) == str(other)
                or tokens(self, self.base) == tokens(str(other), self.base))

    def __ne__(self, other):
        return not self == other


class Name(str):
    """With or without the address that feedparser adds."""

    __hash__ = None

    def __eq__(self, other):
        return str(self) == re.sub(r" \(\S+@\S+\)$", "", str(other))


class Kind(str):
    """text/plain, or any kind of markup."""

    __hash__ = None

    def __eq__(self, other):
        return (str(self) == "text/plain") == (str(other) == "text/plain")


class Fields(dict):
    """The set's expressions write entry.title as well as entry["title"]."""

    def __getattr__(self, name):
        return self[name]


def text_of(value, document):
    text = Html(value)
    text.base = document.get("base_url", "")
    return text


def detail_of(value, markup, document):
    return {"value": text_of(value, document),
            "type": Kind("text/html" if markup == "html" else "text/plain"),
            "base": document.get("base_url", ""),
            "language": document.get("language")}


def person_of(name):
    """feedparser's own reading of "address (name)" and "name <address>"."""
    match = re.search(r"[\w.+-]+@[\w.-]+", name)
    if not match:
        return {"name": name}
    rest = re.sub(r"[()<>\[\]]|mailto:", " ", name.replace(match[0], " "))
    rest = " ".join(rest.split())
    return {"email": match[0], **({"name": rest} if rest else {})}


def entry_of(document):
    """The document as feedparser's entry."""
    entry = Fields()
    get = document.get
    if get("title"):
        entry["title_detail"] = detail_of(get("title"), get("title_markup"),
                                          document)
        entry["title"] = entry["title_detail"]["value"]
    content = detail_of(get("content", ""), get("content_markup"), document)
    if get("content_is_summary"):
        summary = content
    else:
        summary = detail_of(get("summary", ""), get("summary_markup"),
                            document)
        if get("content"):
            entry["content"] = [content]
    entry["summary"] = summary["value"] or content["value"]
    entry["summary_detail"] = summary if summary["value"] else content
    entry["description"] = entry["summary"]
    if not get("content_is_summary") or get("kind") == "atom":
        entry.setdefault("content", [content])
    for key, name in (("link", "url"), ("id", "guid"), ("guid", "guid"),
                      ("published", "published"), ("updated", "modified"),
                      ("language", "language")):
        if get(name):
            entry[key] = get(name)
    entry.setdefault("updated", get("published"))
    entry.setdefault("published", get("modified"))
    entry["created"] = entry["published"]
    entry["link"] = entry.get("link", entry.get("id"))
    people = [person_of(name) for name in get("authors", [])]
    if people:
        entry["author"] = Name(get("authors")[0])
        entry["author_detail"] = people[0]
        entry["authors"] = people
    tags = get("categories", [])
    entry["tags"] = [Fields(term=tag) for tag in tags]
    if tags:
        entry["category"] = tags[0]
    return entry


def field(head, name):
    match = re.search(rf"{name}:[ \t]*(.*?)(?=\n[A-Z][a-z]+:|-->|$)", head,
                      re.S)
    return match[1].strip() if match else ""


def decoded(content):
    for mark, name in ((b"\xff\xfe\0\0", "utf-32-le"),
                       (b"\0\0\xfe\xff", "utf-32-be"), (b"\xff\xfe", "utf-16"),
                       (b"\xfe\xff", "utf-16"), (b"<\0\0\0", "utf-32-le"),
                       (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"),
                       (b"\0<", "utf-16-be")):
        if content.startswith(mark):
            return content.decode(name, "replace")
    return content.decode("utf-8", "replace")


class Case:
    def __init__(self, folder, path):
        self.name = path.relative_to(folder).as_posix()
        self.content = path.read_bytes()
        text = decoded(self.content)
        head = text[:text.find("-->") + 3]
        self.expect = field(head, "Expect")
        self.headers = dict(
            re.findall(r"Header:[ \t]*([\w-]+):[ \t]*([^\r\n]*)", head))
        self.documents = []

    def envelope(self):
        kind = next((value for key, value in self.headers.items()
                     if key.lower() == "content-type"), "application/xml")
        return {"id": self.name, "url": "http://127.0.0.1:8097/" + self.name,
                "content_type": kind, "http_headers": self.headers,
                "content": base64.b64encode(self.content).decode(),
                "content_encoding": "base64"}

    def is_counted(self):
        """Asks for what a document shows, and for nothing else."""
        keys = re.findall(r"entries\[\d+\]((?:\[['\"]?\w+['\"]?\]|\.\w+)+)",
                          self.expect)
        if not keys or re.search(r"(?<!\.)\b(feed|headers|encoding|version|"
                                 r"namespaces)\b\s*[\[=.]", self.expect):
            return False
        for path in keys:
            first, *rest = re.findall(r"\w+", path)
            if first not in SHOWN:
                return False
            if (first, *rest) in NOT_SHOWN:
                return False
            for name in rest:
                if not name.isdigit() and name not in SHOWN_BELOW:
                    return False
        return True

    def is_right(self):
        entries = [entry_of(document) for document in self.documents
                   if "reason" not in document]
        try:
            return bool(eval(  # expressions of the evaluation set
                self.expect, {"__builtins__": {"len": len}},
                {"entries": entries, "bozo": 0}))
        except (KeyError, IndexError, TypeError, AttributeError, NameError,
                SyntaxError):
            return False

    def field(self):
        """The first field that it asks for."""
        match = re.search(r"entries\[\d+\](?:\['|\[\"|\.)(\w+)", self.expect)
        names = {"title_detail": "title", "description": "summary",
                 "summary_detail": "summary", "author_detail": "author",
                 "authors": "author", "guid": "id", "updated": "date",
                 "published": "date", "created": "date", "category": "tags"}
        return names.get(match[1], match[1])


def measure(folder, program):
    cases = [Case(folder, path) for path in sorted(folder.rglob("*.xml"))]
    lines = "".join(json.dumps(case.envelope()) + "\n" for case in cases)
    out = subprocess.run([program], input=lines.encode(), check=True,
                         stdout=subprocess.PIPE).stdout
    for line in out.splitlines():
        document = json.loads(line)
        cases[document["line"]].documents.append(document)
    return cases


def table(cases, group):
    rows = collections.defaultdict(lambda: [0, 0])
    for case in cases:
        row = rows[group(case)]
        row[0] += case.is_right()
        row[1] += 1
    return {key: tuple(row) for key, row in sorted(rows.items())}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--feeds", type=pathlib.Path, required=True)
    parser.add_argument("--dump", required=True)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    cases = [case for case in measure(options.feeds, options.dump)
             if case.is_counted() and "/sanitize/" not in "/" + case.name]
    by_set = table(cases, lambda case: case.name.split("/")[0])
    well_formed = [case for case in cases
                   if case.name.startswith("wellformed/")]
    by_field = table(well_formed, Case.field)
    main_fields = table([case for case in well_formed
                         if case.field() in MAIN_FIELDS],
                        lambda case: "main")
    by_field.update(main_fields)
    if options.json:
        json.dump({"sets": by_set, "fields": by_field}, sys.stdout)
        return
    for title, rows in (("set", by_set), ("well-formed, by field", by_field)):
        print(title)
        for key, (right, count) in rows.items():
            print(f"  {key:12} {right:5} of {count:5} "
                  f"{right / count * 100:6.1f} %")
    wrong = [case for case in cases if not case.is_right()]
    for case in wrong[:options.worst]:
        print(f"{case.name}: {' '.join(case.expect.split())[:200]}")
        for document in case.documents[:2]:
            shown = {key: document[key] for key in document
                     if key not in ("line", "id", "feed_url", "item")}
            print("    " + json.dumps(shown, ensure_ascii=False)[:500])


if __name__ == "__main__":
    main()
