"""Pages name source files that exist."""

import re

import pytest

from pages import text_of
from places import ROOT

PAGES = ["src/README.md", "CONTRIBUTING.md", "docs/guarantees.md"] + [
    str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
FOLDERS = ["src", "include/newsmill", "tests"]
NAMED = sorted({(page, name) for page in PAGES
                for name in re.findall(r"`((?:\w+/)*\w+\.(?:h|cc|py))`", text_of(page))})


@pytest.mark.parametrize("page, name", NAMED, ids=lambda cell: cell)
def test_each_named_file_exists(page, name):
    found = (ROOT / name).exists() or any(list((ROOT / each).rglob(name)) for each in FOLDERS)

    assert found, f"{page}: no file {name}"


def test_files_are_named():
    assert len(NAMED) > 50
