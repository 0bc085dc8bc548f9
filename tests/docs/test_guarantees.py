"""docs/guarantees.md names tests that exist."""

import re

from pages import text_of
from places import ROOT


def test_each_named_test_exists():
    tests = {path: path.read_text() for path in (ROOT / "tests/integration").glob("test_*.py")}
    named = set(re.findall(r"`(test_\w+)`", text_of("docs/guarantees.md")))

    assert len(named) > 30
    for name in named:
        assert (ROOT / f"tests/integration/{name}.py") in tests or any(
            f"def {name}(" in text for text in tests.values()), name
