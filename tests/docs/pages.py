"""The documents, and what stands in them."""

import json
import re
from typing import Iterator

from places import ROOT

PAGES = [path for path in sorted(ROOT.rglob("*.md"))
         if path.relative_to(ROOT).parts[0] not in ("build", "tests")]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


def text_of(page: str) -> str:
    return (ROOT / page).read_text()


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of that language."""
    return [body for found, body in FENCED.findall(text_of(page)) if found == language]


def json_blocks(page: str) -> list[dict]:
    return [json.loads(block) for block in blocks(page, "json")]


def without_code(page: str) -> str:
    return re.sub(r"`[^`\n]+`", "", FENCED.sub("", text_of(page)))


def rows(page: str, heading: str) -> Iterator[list[str]]:
    """The cells of the table below a heading, without its first two lines."""
    section = re.split(r"^## ", text_of(page).split(f"\n## {heading}\n")[1], flags=re.M)[0]
    table = [line for line in section.splitlines() if line.startswith("|")]
    for line in table[2:]:
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def schema(name: str) -> dict:
    return json.loads((ROOT / "config/schema" / f"{name}-1.schema.json").read_text())
