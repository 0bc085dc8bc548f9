"""src/README.md names files that exist."""

import re

import pytest

from pages import text_of
from places import ROOT

NAMED = sorted(set(re.findall(r"`((?:\w+/)*\w+\.(?:h|cc|py))`", text_of("src/README.md"))))


@pytest.mark.parametrize("name", NAMED)
def test_each_named_file_exists(name):
    folders = ("src", "include/newsmill", "script", "tests")

    assert (ROOT / name).exists() or any(list((ROOT / folder).rglob(name)) for folder in folders)


def test_files_are_named():
    assert len(NAMED) > 40
