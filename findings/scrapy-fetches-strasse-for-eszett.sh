#!/usr/bin/env bash
# Scrapy requests "strasse.example" for "straße.example", and takes the two for one page. They are
# different domains, and browsers request "xn--strae-oqa.example". The same happens to Greek names
# with "ς" and to Persian names with a zero width non-joiner. It matters to all who crawl or
# deduplicate news of such sites: they get the pages of another site. Seen with Scrapy 2.19.0,
# w3lib 2.5.0 and ada-url 4.0.0 from PyPI. Source: safe_url_string in w3lib/url.py encodes the host
# by Python's codec "idna", which is IDNA 2003. IDNA 2008 and UTS #46 keep these characters.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check \
  ada-url==4.0.0 scrapy==2.19.0 w3lib==2.5.0

cat >run.py <<'PYTHON'
import importlib.metadata
import sys
import urllib.parse

import ada_url
from scrapy import Request
from scrapy.utils.request import fingerprint
from w3lib.url import canonicalize_url

for name in ("scrapy", "w3lib", "ada-url"):
    print(name, importlib.metadata.version(name))
CASES = [  # a host, another host, the host that a browser requests, the host that Scrapy requests
    ("straße.example", "strasse.example", "xn--strae-oqa.example", "strasse.example"),
    ("ελλάς.example", "ελλάσ.example", "xn--hxarsa0b.example", "xn--hxarsa5b.example"),
    ("نامه\u200cای.example", "نامهای.example", "xn--mgba3gch31f060k.example",
     "xn--mgba3gch31f.example"),
    ("xn--strae-oqa.example", "xn--strae-oqa.example", "xn--strae-oqa.example",
     "xn--strae-oqa.example"),
    ("bücher.example", "bücher.example", "xn--bcher-kva.example", "xn--bcher-kva.example"),
]
changed = False

for host, other, in_browser, in_scrapy in CASES:
    url, other_url = f"https://{host}/1", f"https://{other}/1"
    browser = ada_url.URL(url).hostname
    request = Request(url)
    requested = urllib.parse.urlsplit(request.url).hostname
    canonical = urllib.parse.urlsplit(canonicalize_url(url)).hostname
    same = fingerprint(request) == fingerprint(Request(other_url))
    print(f"{host}: browser {browser}, Scrapy {requested}, same page as {other}: {same}")
    changed |= (browser, requested, canonical, same) != (in_browser, in_scrapy, in_scrapy, True)

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
venv/bin/python run.py
