import json
import pathlib
import subprocess
import sys
from dataclasses import dataclass

import pytest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "integration"))

from places import NEWSMILL  # noqa: E402  (needs the path above)


@dataclass(frozen=True)
class Outcomes:
    """What `newsmill process` wrote."""

    articles: list[dict]
    duplicates: list[dict]
    dead_letters: list[dict]


@pytest.fixture(scope="session")
def process_files(tmp_path_factory):
    """Runs `newsmill process` on files of any kind."""
    def run(sources: list[pathlib.Path]) -> Outcomes:
        folder = tmp_path_factory.mktemp("process")
        files = {name: folder / name for name in ("records", "duplicates", "dead-letters")}
        options = [part for name, file in files.items() for part in (f"--{name}", file)]
        subprocess.run([NEWSMILL, "process", *options, *sources], check=True, capture_output=True,
                       timeout=30, env={})
        return Outcomes(*([json.loads(line) for line in file.read_text().splitlines()]
                          for file in files.values()))
    return run


@pytest.fixture
def process(process_files, tmp_path):
    """Runs `newsmill process` on envelopes, one a line."""
    def run(lines: list[str]) -> Outcomes:
        source = tmp_path / "input.ndjson"
        source.write_text("".join(line + "\n" for line in lines))
        return process_files([source])
    return run
