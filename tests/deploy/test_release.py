"""script/release refuses what is no release."""

import subprocess

import pytest

from places import ROOT


@pytest.mark.parametrize("arguments, code, words", [
    ([], 2, "one tag is needed"),
    (["v999.0.0"], 1, "no tag v999.0.0"),
])
def test_a_release_needs_a_tag_that_exists(arguments, code, words):
    refused = subprocess.run([ROOT / "script/release", *arguments], capture_output=True, text=True,
                             check=False)

    assert refused.returncode == code
    assert words in refused.stderr
