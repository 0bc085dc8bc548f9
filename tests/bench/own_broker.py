"""A broker for the time of a benchmark.

Import this module first: it makes the modules of tests/integration and tests/checker known.
"""

import pathlib
import sys
import tempfile
from contextlib import contextmanager
from typing import Iterator

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "integration"), str(HERE.parent / "checker")]

from cluster import Cluster  # noqa: E402


@contextmanager
def own_broker() -> Iterator[tuple[Cluster, pathlib.Path]]:
    """A broker, and a folder for other files. Both are gone after the block."""
    with tempfile.TemporaryDirectory(prefix="newsmill-bench-") as scratch:
        directory = pathlib.Path(scratch)
        (directory / "cluster").mkdir()
        cluster = Cluster(directory / "cluster")
        try:
            yield cluster, directory
        finally:
            cluster.close(keep_logs=False)
