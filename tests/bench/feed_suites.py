"""Reads the test suites of feed readers: their inputs, and the values that they expect.

The client of each package registry fetches the pinned packages once, into the cache
of the scripts. Nothing of them is in this repository.
"""

import ast
import dataclasses
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "eval"))
import feeds

CACHE = pathlib.Path(
    os.environ.get("NEWSMILL_CACHE")
    or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    / "newsmill")


@dataclasses.dataclass
class Case:
    """One input of a suite.

    An element of items has the expected values of one item. Keys, all optional: title,
    link, date, authors (list), text. A missing key means that the suite expects nothing.
    """
    name: str
    content: bytes
    items: list[dict]
    url: str = ""
    headers: dict = dataclasses.field(default_factory=dict)

    def __post_init__(self):
        self.url = self.url or f"http://feeds.example/{self.name}"


class Unavailable(Exception):
    """The client of the registry is not installed."""


# Fetching: each function returns the folder with the files of the package.

def client(name):
    # script/setup installs Go into the folder of the charts' tools.
    path = f"{os.environ['PATH']}:{CACHE / 'charts/bin'}"
    found = shutil.which(name, path=path)
    if not found:
        raise Unavailable(f"needs the command {name}")
    return found


def check(package, found, digest):
    if found != digest:
        raise SystemExit(f"{package}: checksum {found}, expected {digest}")


def unpack(archive, digest, folder):
    check(archive.name, hashlib.sha256(archive.read_bytes()).hexdigest(), digest)
    with tarfile.open(archive) as tar:
        # Python 3.11.2 of Debian 12 has no filters.
        tar.extraction_filter = getattr(tarfile, "data_filter", None)
        tar.extractall(folder)
    return next(folder.iterdir())


def go_module(name, version, digest, scratch):
    settings = {"GOPATH": str(scratch / "go"), "GOFLAGS": "-modcacherw",
                "GOTOOLCHAIN": "local"}
    told = json.loads(subprocess.run(
        [client("go"), "mod", "download", "-json", f"{name}@{version}"], cwd=scratch,
        env={**os.environ, **settings}, check=True, stdout=subprocess.PIPE).stdout)
    check(name, told["Sum"], digest)
    return pathlib.Path(told["Dir"])


def crate(name, version, digest, scratch):
    (scratch / "src").mkdir()
    (scratch / "src/lib.rs").touch()
    (scratch / "Cargo.toml").write_text(
        '[package]\nname = "suites"\nversion = "0.1.0"\nedition = "2021"\n'
        f'[dependencies]\n{name} = "={version}"\n')
    subprocess.run([client("cargo"), "fetch", "--quiet"], cwd=scratch, check=True)
    home = pathlib.Path(os.environ.get("CARGO_HOME") or pathlib.Path.home() / ".cargo")
    archive = next(home.glob(f"registry/cache/*/{name}-{version}.crate"))
    return unpack(archive, digest, scratch / "unpacked")


def source_package(name, version, digest, scratch):
    wanted = scratch / "requirements.txt"
    wanted.write_text(f"{name}=={version} --hash=sha256:{digest}\n")
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check",
         "--no-deps", "--require-hashes", "--no-binary", name, "-d", scratch, "-r", wanted],
        check=True, stdout=subprocess.DEVNULL)
    archive = next(scratch.glob("*.tar.gz"))
    return unpack(archive, digest, scratch / "unpacked")


def package(folder, fetch, name, version, digest):
    """Returns a folder of the cache with a package. Fetches and checks a missing package."""
    folder = CACHE / folder
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            fetch(name, version, digest, pathlib.Path(scratch)).rename(folder)
    return folder


def fetched(suite):
    """Returns the folder of a suite."""
    fetch, name, version, digest, _ = SUITES[suite]
    return package(f"feed-suites/{suite}-{version}", fetch, name, version, digest)


# Reading: each function yields the cases of the suite in a folder.

def expectation(**values):
    return {key: value for key, value in values.items() if value}


def document_beside(path):
    """Returns the input of a file of expected values, or None."""
    stem = path.name.removesuffix(".json").removesuffix(".serde").removesuffix("_expected")
    beside = (path.with_name(stem + ending) for ending in (".xml", ".rss", ".json"))
    return next((each for each in beside if each.is_file() and each != path), None)


def cases_with_json(folder, pattern, item_of, lists):
    """Yields the inputs that have a JSON file of expected values beside them."""
    for path in sorted(folder.glob(pattern)):
        source = document_beside(path)
        if not source:
            continue
        expected = json.loads(path.read_text(encoding="utf-8"))
        items = next((expected[key] for key in lists if expected.get(key)), [])
        yield Case(source.relative_to(folder).as_posix(), source.read_bytes(),
                   [item_of(item) for item in items])


def text_in(value):
    """Returns a text that is a string, or is in an object below one of several names."""
    if isinstance(value, dict):
        return next((value[key] for key in ("value", "content", "body") if value.get(key)), "")
    return value or ""


def names_in(people):
    return [person["name"] for person in people or [] if person.get("name")]


def link_in(links):
    """Returns the first link to the article itself."""
    for link in links or []:
        if isinstance(link, str):
            return link
        if link.get("rel") in (None, "", "alternate"):
            return link.get("href", "")
    return ""


def gofeed(folder):
    def item_of(item):
        get = item.get
        author = [get("author")] if isinstance(get("author"), dict) else []
        date = next((get(key) for key in ("publishedParsed", "pubDateParsed", "date_published",
                                          "updatedParsed", "date_modified") if get(key)), "")
        text = next((get(key) for key in ("content", "content_html", "content_text",
                                          "description", "summary") if get(key)), "")
        return expectation(
            title=get("title"), link=get("link") or get("url") or link_in(get("links")),
            date=date, authors=names_in(get("authors") or author), text=text_in(text))
    return cases_with_json(folder, "testdata/**/*.json", item_of, ("items", "entries"))


def feed_rs(folder):
    def item_of(item):
        return expectation(
            title=text_in(item["title"]), link=link_in(item["links"]),
            date=item["published"] or item["updated"], authors=names_in(item["authors"]),
            text=text_in(item["content"]) or text_in(item["summary"]))
    return cases_with_json(folder, "fixture/**/*.serde.json", item_of, ("entries",))


def podcastparser(folder):
    def item_of(item):
        moment = datetime.datetime.fromtimestamp(item.get("published") or 0, datetime.UTC)
        link = item.get("link") or ""  # a relative link is expected as file:
        return expectation(
            title=item.get("title"), link=link if link.startswith("http") else "",
            date=moment.isoformat() if item.get("published") else "",
            text=item.get("description_html") or item.get("description"))
    return cases_with_json(folder, "tests/data/*.json", item_of, ("episodes",))


FEEDPARSER_FIELDS = {
    "title": "title", "title_detail.value": "title", "link": "link",
    "published_parsed": "date", "updated_parsed": "date", "author_detail.name": "authors",
    "content.0.value": "text", "summary": "text", "summary_detail.value": "text",
    "description": "text"}


def comparisons(node):
    """Yields (path, value) for each comparison that an expression requires."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for each in node.values:
            yield from comparisons(each)
    elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq):
        try:
            yield path_of(node.left), ast.literal_eval(node.comparators[0])
        except ValueError:
            return


def path_of(node):
    """Returns ["entries", 0, "title"] for entries[0]["title"] and for entries[0].title."""
    if isinstance(node, ast.Subscript):
        return [*path_of(node.value), ast.literal_eval(node.slice)]
    if isinstance(node, ast.Attribute):
        return [*path_of(node.value), node.attr]
    if isinstance(node, ast.Name):
        return [node.id]
    raise ValueError(node)


def items_of_expression(expression):
    """Returns the expected items of an expression such as entries[0].title == 'A'."""
    items = {}
    for path, value in comparisons(ast.parse(expression.strip(), mode="eval").body):
        if path[0] != "entries" or len(path) < 3 or not value:
            continue
        field = FEEDPARSER_FIELDS.get(".".join(map(str, path[2:])))
        if field == "date":
            value = datetime.datetime(*value[:6], tzinfo=datetime.UTC).isoformat()
        elif field == "authors":
            value = [value]
        if field:
            items.setdefault(path[1], {})[field] = value
    return [items.get(i, {}) for i in range(max(items, default=-1) + 1)]


def feedparser(folder):
    for path in sorted(folder.glob("tests/*/**/*.xml")):
        case = feeds.Case(folder / "tests", path)
        try:
            items = items_of_expression(case.expect)
        except (SyntaxError, ValueError):
            continue
        yield Case(case.name, case.content, items, "http://127.0.0.1:8097/" + case.name,
                   {key.lower(): value for key, value in case.headers.items()})


MINIFLUX_FIELDS = {"Title": "title", "URL": "link", "Author": "authors", "Content": "text",
                   "Date": "date"}
GO_STRING = r'`[^`]*`|"(?:[^"\\\n]|\\.)*"'
GO_DATE = r"time\.Date\([^)]*time\.UTC\)"
GO_VALUE = rf"({GO_STRING}|{GO_DATE}|\w+)"
MONTHS = ("January February March April May June July August September October November "
          "December").split()


def go_value(text, variables):
    """Returns the value of a Go literal or variable, or an empty string."""
    if text.startswith("`"):
        return text[1:-1]
    if text.startswith('"'):
        return ast.literal_eval(text)
    if text.startswith("time.Date("):
        for number, month in enumerate(MONTHS, 1):
            text = text.replace(f"time.{month}", str(number))
        return datetime.datetime(*map(int, re.findall(r"\d+", text)[:6]),
                                 tzinfo=datetime.UTC).isoformat()
    return variables.get(text, "")


def case_of_go_test(name, code):
    """Returns the case of one Go test function, or None if the function has no single input."""
    assigned = re.findall(rf"(\w+) := ({GO_STRING}|{GO_DATE})", code)
    inputs = [text for variable, text in assigned if variable in ("data", "input", "content")]
    if len(inputs) != 1 or not inputs[0].startswith("`") or "for " in code.replace(inputs[0], ""):
        return None
    rest = code.replace(inputs[0], "")
    variables = {key: go_value(text, {}) for key, text in assigned}
    # `result := feed.Entries[0].Author` names a value, which a later line compares.
    named = dict(re.findall(r"(\w+) := (feed\.Entries\[\d+\]\.\w+)\s", rest))
    for key, value in named.items():
        rest = re.sub(rf"\b{key}\b(?= != )", value, rest)
    items = {}
    compared = (rf"feed\.Entries\[(\d+)\]\.(\w+) != {GO_VALUE}",
                rf"!feed\.Entries\[(\d+)\]\.(Date)\.Equal\({GO_VALUE}\)")
    for pattern in compared:
        for i, field, text in re.findall(pattern, rest):
            value = go_value(text, variables)
            field = MINIFLUX_FIELDS.get(field)
            if field and value:
                items.setdefault(int(i), {})[field] = [value] if field == "authors" else value
    count = max([*map(int, re.findall(r"len\(feed\.Entries\) != (\d+)", rest)),
                 *(i + 1 for i in items)], default=0)
    url = re.search(r'Parse\w*\("([^"]*)"', rest)
    return Case(name, inputs[0][1:-1].encode(), [items.get(i, {}) for i in range(count)],
                url[1].strip() if url else "")


def miniflux(folder):
    readers = folder / "internal/reader"
    for path in sorted(readers.glob("*/*_test.go")):
        if path.parent.name not in ("atom", "json", "parser", "rdf", "rss"):
            continue
        for code in path.read_text(encoding="utf-8").split("\nfunc ")[1:]:
            name = f"{path.relative_to(readers).as_posix()}:{code.partition('(')[0]}"
            case = case_of_go_test(name, code)
            if case:
                yield case


# name: (how to fetch, package, version, checksum as the client states it, how to read)
SUITES = {
    "gofeed": (
        go_module, "github.com/mmcdole/gofeed", "v1.4.2",
        "h1:XFFOtsNNZg+zudjtMXb8BI0J/YdnSIGfjEpPgPnZib0=", gofeed),
    "feed-rs": (
        crate, "feed-rs", "3.0.0",
        "a1b8e25998007f8af0befc64e16ac2dd23cc0d5b76052d52d0b15d5acd7ed908", feed_rs),
    "miniflux": (
        go_module, "miniflux.app/v2", "v2.3.5",
        "h1:Ani/5wcX3WMSGiAD6oLHzV0Ns8CoAXfTCMIZz3D7PrU=", miniflux),
    "podcastparser": (
        source_package, "podcastparser", "0.6.11",
        "36c2663f90b86c3df50e55bb2611f61ef3d744439250a46da8ba622a95d57e89", podcastparser),
    "feedparser": (
        source_package, "feedparser", "6.0.12",
        "64f76ce90ae3e8ef5d1ede0f8d3b50ce26bcce71dd8ae5e82b1cd2d4a5f94228", feedparser),
}


def cases(suite):
    """Returns the cases of a suite that expect at least one item."""
    read = SUITES[suite][-1]
    return [case for case in read(fetched(suite)) if case.items]
