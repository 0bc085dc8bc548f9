"""Compares the identity of URLs in newsmill with ada, an implementation of the URL Standard.

The URLs are the test data of web browsers for URLs, the test data of UTS #46 for hosts,
and generated spellings of some URLs. The client of the package registry fetches the test
data. Each URL is the URL of a text, and two URLs have one identity if their records have
one article_id. Two spellings have one href if ada writes them as the same URL, without
what newsmill drops from every URL: user name, fragment, final dot of the host, empty
query.
  URLs        URLs that ada accepts and for which newsmill writes a canonical_url
  no URL      URLs that ada accepts, but newsmill does not
  hrefs       hrefs that have at least two spellings among the URLs
  one id      the hrefs whose spellings have one identity
  merged      identities that have several hrefs, by the rule that makes them one:
    3986      RFC 3986, 6.2.2: escapes of unreserved characters, digits of escapes
    3987      RFC 3987, 3.1: characters that no URI has become escapes
    other     none of these rules

  urls_bench.py [--failures]
"""
import collections
import itertools
import json
import os
import re
import subprocess
import sys
import urllib.parse

import ada_url
import feed_suites

CRATES = {
    "url": ("2.5.4", "32f8b686cadd1473f4bd0117a5d28d36b1ade384ea9b5069a1c40aefed7fda60"),
    "idna": ("1.1.0", "3b0875f23caa03898994f6ddc501886a45c7d3d62d04d2d90788d47be1b1e4de"),
}
TEXT = ("Ferry sails again\n\nThe ferry sails again after three long winters, the harbour"
        " office said on Friday. It will cross the sound twice a day.\n")
UNRESERVED = "-._~"
# RFC 3987, 3.1, step 2, and controls.
NOT_IN_URIS = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f]')


# The URLs

def crate(name):
    version, digest = CRATES[name]
    return feed_suites.package(f"url-suites/{name}-{version}", feed_suites.crate, name,
                               version, digest)


def browser_urls():
    cases = json.loads((crate("url") / "tests/urltestdata.json").read_text(encoding="utf-8"))
    for case in cases:
        if isinstance(case, dict) and re.match("https?://", case["input"].strip(), re.I):
            yield case["input"]


def unescaped(text):
    text = "" if text == '""' else text
    text = re.sub(r"\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"\\x\{([0-9A-F]+)\}", lambda found: chr(int(found[1], 16)), text)


def host_urls():
    lines = (crate("idna") / "tests/IdnaTestV2.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        columns = [column.strip() for column in line.partition("#")[0].split(";")]
        if len(columns) < 4 or not columns[0]:
            continue
        for host in {columns[0], columns[1] or columns[0], columns[3] or columns[0]}:
            if unescaped(host):
                yield f"https://{unescaped(host)}/x"


HOSTS = ["news.example", "bücher.example", "пример.рф", "新闻.example", "سقف.example",
         "straße.example", "ΣΊΣΥΦΟΣ.example", "नमस्ते.example", "192.0.2.7", "[2001:db8::1]"]
PATHS = ["/", "/2026/11/30/ferry.html", "/~me/a-b_c.d", "/سقف/السوق", "/новости/мост",
         "/台北/橋", "/café/naïve", "/100%25", "/a%2Fb%20c", "/it's/(x)/a;b=1,2/@c:d",
         "/😀/.well-known", "/%FF%E9"]
QUERIES = ["", "?id=7&page=2", "?q=Straße+Köln&x=%26%3D", "?t=it's", "?u=a|b^c`d{e}"]


def with_other_escapes(text, write):
    """Returns text in which `write` writes each escape and each unreserved character."""
    return re.sub(r"%[0-9A-Fa-f]{2}|[A-Za-z0-9._~-]",
                  lambda found: write(found[0]), text)


def spellings(host, path, query):
    """Yields URLs that RFC 3986 and RFC 3987 call equivalent."""
    scheme, tail = "https", path + query
    escaped = urllib.parse.quote(tail, safe="%/?&=+;,@:!$'()*[]")
    yield f"{scheme}://{host}{tail}"
    yield f"{scheme}://{host}{escaped}"
    yield f"{scheme}://{host}{escaped}#part"
    yield f"HTTPS://{host.upper() if host.isascii() else host}:443{escaped}"
    yield f"{scheme}://me@{host}:0443/x/..{tail}"
    yield f"{scheme}://{host}/.{escaped}"
    yield f"{scheme}://{host}/x/%2e%2E{escaped}"
    yield f"{scheme}://{urllib.parse.quote(host, safe='[]:')}{escaped}"
    yield f"{scheme}://{host}" + with_other_escapes(escaped, str.lower if "%" in escaped else str)
    yield f"{scheme}://{host}" + with_other_escapes(
        escaped, lambda part: part if "%" in part else f"%{ord(part):02x}")
    if not host.isascii():
        yield f"{scheme}://{ada_url.URL(f'https://{host}/').hostname}{tail}"
        yield f"{scheme}://{host.replace('.', '。')}{tail}"


def generated_urls():
    for host, path, query in itertools.product(HOSTS, PATHS, QUERIES):
        yield from spellings(host, path, query)


# The answers

def href_of(text):
    """Returns the URL that ada writes, without what newsmill drops from every URL."""
    try:
        url = ada_url.URL(text)
    except ValueError:
        return None
    if url.protocol not in ("http:", "https:"):
        return None
    url.username = url.password = url.hash = ""
    if url.search == "":
        url.search = ""  # removes "?"
    href = url.href
    host = url.hostname.rstrip(".")
    return href.replace(f"//{url.hostname}", f"//{host}", 1) if host else href


def identities(urls):
    """Returns the article_id of each URL, or None if its record has no canonical_url."""
    envelopes = "".join(json.dumps({"id": str(i), "content_type": "text/plain", "url": url,
                                    "content": TEXT}) + "\n" for i, url in enumerate(urls))
    done = subprocess.run([os.environ["NEWSMILL_BIN"], "process", "--no-dedup", "-"],
                          input=envelopes.encode(), capture_output=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if "canonical_url" in record:
            found[urls[int(record["input_id"])]] = record["article_id"]
    return found


def upper_or_unreserved(found):
    byte = chr(int(found[1], 16))
    plain = byte.isascii() and (byte.isalnum() or byte in UNRESERVED)
    return byte if plain else found[0].upper()


def by_rfc3986(href):
    return re.sub("%([0-9A-Fa-f]{2})", upper_or_unreserved, href)


def by_rfc3987(href):
    return by_rfc3986(NOT_IN_URIS.sub(lambda found: f"%{ord(found[0]):02X}", href))


def rule_of(hrefs):
    if len({by_rfc3986(href) for href in hrefs}) == 1:
        return "3986"
    return "3987" if len({by_rfc3987(href) for href in hrefs}) == 1 else "other"


def sendable(url):
    try:
        url.encode()
    except UnicodeEncodeError:
        return False
    return True


def measure(name, urls, show):
    urls = sorted({url for url in urls if sendable(url)})
    hrefs = {url: href for url in urls if (href := href_of(url))}
    hrefs |= {href: href for href in hrefs.values() if href_of(href) == href}
    found = identities(list(hrefs))
    by_href, by_identity = collections.defaultdict(set), collections.defaultdict(set)
    count = collections.Counter()
    for url, href in hrefs.items():
        if url not in found:
            show(f"{name}: no URL: {url!a}")
            continue
        by_href[href].add(url)
        by_identity[found[url]].add(href)
    for href, group in by_href.items():
        if len(group) == 1:
            continue
        one = len({found[url] for url in group}) == 1
        count["one" if one else "several"] += 1
        if not one:
            show(f"{name}: several identities: {href}: {sorted(group)!a}")
    for group in by_identity.values():
        if len(group) > 1:
            count[rule_of(group)] += 1
            show(f"{name}: merged, {rule_of(group)}: {sorted(group)!a}")
    print(f"| {name} | {len(found)} | {len(hrefs) - len(found)} | {count['one'] + count['several']}"
          f" | {count['one']} | {count['3986']} | {count['3987']} | {count['other']} |")


def main():
    show = print if "--failures" in sys.argv else lambda line: None
    print("| test data | URLs | no URL | hrefs | one id | merged: 3986 | 3987 | other |")
    print("|---|---|---|---|---|---|---|---|")
    measure("browsers", browser_urls(), show)
    measure("UTS #46", host_urls(), show)
    measure("spellings", generated_urls(), show)


if __name__ == "__main__":
    main()
