"""Where the things under test are; each can be set by an environment variable."""

import os
import pathlib
from typing import Optional

ROOT = pathlib.Path(__file__).resolve().parents[2]


def _path(variable: str, default: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(os.environ.get(variable) or default)


BUILD = _path("NEWSMILL_BUILD", ROOT / "build" / "release")
NEWSMILL = _path("NEWSMILL_BIN", BUILD / "newsmill")
# The program with faults at its seams, chosen by NEWSMILL_FAULT_* variables.
NEWSMILL_FAULTY = _path("NEWSMILL_FAULTY_BIN", BUILD / "tests" / "newsmill_faulty")
# An earlier build, which writes no marks: for the tests of upgrades.
NEWSMILL_OLD = _path("NEWSMILL_OLD_BIN", ROOT / "build" / "upgrade" / "source" / "build" /
                     "release" / "newsmill")
# Reads, writes and trims a fingerprint log as it is told.
NEWSMILL_LOG_SHELL = BUILD / "tests" / "newsmill_log_shell"
KAFKA_LIB = _path("NEWSMILL_KAFKA_LIB",
                  pathlib.Path.home() / ".cache" / "newsmill" / "kafka-4.3.1" / "lib")
# A folder with prometheus and promtool.
PROMETHEUS = _path("NEWSMILL_PROMETHEUS", pathlib.Path.home() / ".cache" / "newsmill" /
                   "prometheus" / "usr" / "bin")
# A folder with a librdkafka to run the programs with, instead of Debian's: it is named
# librdkafka-VERSION/lib.
LIBRDKAFKA: Optional[pathlib.Path] = (
    pathlib.Path(os.environ["NEWSMILL_LIBRDKAFKA"]) if os.environ.get("NEWSMILL_LIBRDKAFKA")
    else None)
# A folder, in which the schedules report how long the fleet took to commit again.
RECOVERY = _path("NEWSMILL_RECOVERY", BUILD.parent / "logs")
# Before a command: it is killed when the tests are, however they end.
DIES_WITH_US = ("setpriv", "--pdeathsig", "KILL", "--")
CHECKER = ROOT / "tests" / "checker"
DEPLOY = ROOT / "deploy"


def seed_files() -> list[pathlib.Path]:
    """Documents that are handed to developers beside the repository; none elsewhere."""
    shared: Optional[str] = os.environ.get("NEWSMILL_SHARED")
    return sorted(pathlib.Path(shared, "seed").glob("*.txt")) if shared else []
