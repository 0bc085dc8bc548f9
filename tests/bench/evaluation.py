"""The evaluation data that is not part of the project."""

import json
import os
import pathlib
import subprocess
import sys


def skip_without_data(name: str) -> tuple[pathlib.Path, pathlib.Path]:
    """The folders of the evaluation data and of the build."""
    shared = os.environ.get("NEWSMILL_SHARED")
    if not shared:
        print(f"{name}: skipped, NEWSMILL_SHARED is not set")
        sys.exit(0)
    return pathlib.Path(shared, "eval", "extraction"), pathlib.Path(os.environ["NEWSMILL_BUILD"])


def pages_of(data: pathlib.Path, name: str) -> list[dict]:
    """The envelopes of a set."""
    packed = subprocess.run(["zstd", "-dc", "--long=27", data / f"pages-{name}.ndjson.zst"],
                            check=True, capture_output=True).stdout
    return [json.loads(line) for line in packed.splitlines()]
