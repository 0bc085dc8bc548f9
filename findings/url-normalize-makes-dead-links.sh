#!/usr/bin/env bash
# url-normalize writes the other Unicode form of a path: "/cafe%CC%81" (NFD) becomes "/caf%C3%A9"
# (NFC), and a server of files answers 404. RFC 3987, 5.3.2.2, forbids this for a comparison. w3lib
# and yarl do not do it. It matters to all who store or fetch normalised addresses: articles and
# pictures that were named in NFD, as on macOS, become dead links. Seen with url-normalize 3.1.0,
# w3lib 2.5.0 and yarl 1.25.1 from PyPI. Source: unquote in url_normalize/tools.py.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check \
  url-normalize==3.1.0 w3lib==2.5.0 yarl==1.25.1

cat >run.py <<'PYTHON'
import functools
import http.server
import importlib.metadata
import os
import pathlib
import sys
import threading
import unicodedata
import urllib.error
import urllib.parse
import urllib.request

from url_normalize import url_normalize
from w3lib.url import canonicalize_url
from yarl import URL

for name in ("url-normalize", "w3lib", "yarl"):
    print(name, importlib.metadata.version(name))


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def status_of(url):
    try:
        return urllib.request.urlopen(url).status
    except urllib.error.HTTPError as error:
        return error.code


os.mkdir("site")
server = http.server.ThreadingHTTPServer(
    ("127.0.0.1", 0), functools.partial(Handler, directory="site"))
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}/"
changed = False

for word in ("café", "Việt-Nam", "서울", "cafe"):
    for form, status in (("NFD", 404), ("NFC", 200)):
        name = unicodedata.normalize(form, word)
        for old in pathlib.Path("site").iterdir():
            old.unlink()
        pathlib.Path("site", name).write_text("news")
        url = base + urllib.parse.quote(name)
        if word == "cafe":
            status = 200
        found = url_normalize(url)
        statuses = [status_of(each) for each in
                    (url, found, canonicalize_url(url), str(URL(url, encoded=False)))]
        print(f"{form} {url.removeprefix(base)}: {found.removeprefix(base)};"
              f" status before {statuses[0]}, url-normalize {statuses[1]},"
              f" w3lib {statuses[2]}, yarl {statuses[3]}")
        changed |= statuses != [200, status, 200, 200]

server.shutdown()
print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
venv/bin/python run.py
