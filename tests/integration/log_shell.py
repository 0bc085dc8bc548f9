"""A client of the fingerprint log that does what a test says: tests/support/log_shell.cc."""

import pathlib
import subprocess
from typing import Mapping, Optional

import places
from newsmill_checker.read import first_offsets
from places import DIES_WITH_US
from worker import program_environment


def first_offset(fleet) -> int:
    """Of the fleet's log, as the broker says."""
    return first_offsets(fleet.admin, fleet.names.fingerprints)[0]


class Trimmed(Exception):
    """The next entry was deleted. `first` is the offset of the first that there is."""

    def __init__(self, first: int):
        super().__init__(first)
        self.first = first


class LogError(Exception):
    """Another error of the log."""


class LogShell:
    """Opens the log. Use it in a `with` statement, which ends the program."""

    def __init__(self, brokers: str, topic: str, directory: pathlib.Path,
                 properties: Optional[Mapping[str, str]] = None):
        settings = [f"{name}={value}" for name, value in (properties or {}).items()]
        with open(directory / "log-shell.log", "ab") as log:
            self._process = subprocess.Popen(
                [*DIES_WITH_US, places.NEWSMILL_LOG_SHELL, brokers, topic, *settings],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
                env=program_environment({}))
        self.first, self.end = self._numbers("open")

    def __enter__(self) -> "LogShell":
        return self

    def __exit__(self, *_) -> None:
        self._process.stdin.close()
        assert self._process.wait(30) == 0

    def append(self, count: int, size: int = 100) -> None:
        """Returns before the entries are in the log."""
        self._do(f"append {count} {size}")

    def read(self, count: int) -> tuple[int, int]:
        """The offsets of the first and the last of the next entries. There is no gap."""
        first, last = self._numbers(f"read {count}")
        return first, last

    def read_from(self, offset: int) -> None:
        self._do(f"from {offset}")

    def trim(self, before: int) -> None:
        self._do(f"trim {before}")

    def poll(self) -> None:
        self._do("poll")

    def warning(self) -> str:
        """Waits for it."""
        return self._do("warning")

    def _numbers(self, command: str) -> list[int]:
        return [int(word) for word in self._do(command).split()]

    def _do(self, command: str) -> str:
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline().strip()
        kind, _, what = answer.partition(" ")
        if kind == "trimmed":
            raise Trimmed(int(what))
        if kind == "error" or not answer:
            raise LogError(what)
        return answer
