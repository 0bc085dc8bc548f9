"""The table of docs/operations.md, "Errors and what to do", for the tests that keep it true.

Each row names its test in its last column, and tests/architecture checks that it exists. In a
message, words in capitals stand for names, and … for any text.
"""

import re
from dataclasses import dataclass

from places import ROOT

PAGE = ROOT / "docs" / "operations.md"
HEADING = "## Errors and what to do"
STANDS_FOR_MORE = re.compile(r"\b(?:TOPIC|GROUP|ID|PRINCIPAL)\b|…")


@dataclass(frozen=True)
class Row:
    message: str
    cause: str
    remedy: str
    exit_code: str  # 1, 2, both in words, or "runs"
    ready: str      # of /readyz: 200, 503, or "-" where it has ended
    test: str

    @property
    def exit_codes(self) -> set[int]:
        return {int(code) for code in re.findall(r"\d", self.exit_code)}

    def is_in(self, text: str) -> bool:
        parts = map(re.escape, STANDS_FOR_MORE.split(self.message))
        return re.search(".+?".join(parts), text) is not None


def rows() -> list[Row]:
    section = PAGE.read_text().split(HEADING + "\n")[1].split("\n## ")[0]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")]
             for line in section.splitlines() if line.startswith("|")]
    return [Row(message.strip("` "), cause, remedy, code, ready, test.strip("` |"))
            for message, cause, remedy, code, ready, test in cells[2:]]


def row(message: str) -> Row:
    """The only one whose message holds these words."""
    found, = [row for row in rows() if message in row.message]
    return found
