"""One `newsmill run` process, and what a test may do to it."""

import json
import math
import os
import pathlib
import re
import signal
import subprocess
import urllib.error
import urllib.request
from typing import Iterator, Mapping, Optional, Sequence

from waiting import eventually

START_TIMEOUT_S = 30.0
EXIT_TIMEOUT_S = 40.0


class Worker:
    def __init__(self, name: str, binary: pathlib.Path, config: pathlib.Path,
                 directory: pathlib.Path, faults: Optional[Mapping[str, str]] = None,
                 environment: Optional[Mapping[str, str]] = None):
        """`faults` are NEWSMILL_FAULT_* variables without their prefix."""
        self.name = name
        self.binary = binary
        self.config = config
        self.log_file = directory / f"{name}.log"
        self._environment = dict(environment or {}) | {
            f"NEWSMILL_FAULT_{key}": value for key, value in (faults or {}).items()}
        self._process: Optional[subprocess.Popen] = None
        self._log_start = 0

    def start(self) -> "Worker":
        assert not self.is_running, f"{self.name} runs already"
        with open(self.log_file, "ab") as log:
            self._log_start = log.tell()
            self._process = subprocess.Popen(
                [self.binary, "run", "--config", self.config], stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True,
                env=program_environment(self._environment))
        return self

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def exit_code(self) -> Optional[int]:
        """None while it runs; negative for a signal."""
        return self._process.poll()

    def kill9(self) -> None:
        self._signal(signal.SIGKILL)
        self._process.wait(EXIT_TIMEOUT_S)

    def sigterm(self, seconds: float = EXIT_TIMEOUT_S) -> int:
        """The exit code; fails if the drain takes longer than `seconds`."""
        self._signal(signal.SIGTERM)
        return self.wait_exit(seconds)

    def wait_exit(self, seconds: float = EXIT_TIMEOUT_S) -> int:
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{self.name} still runs after {seconds} s") from None

    def sigstop(self) -> None:
        self._signal(signal.SIGSTOP)

    def sigcont(self) -> None:
        self._signal(signal.SIGCONT)

    def close(self) -> None:
        if self.is_running:
            self.kill9()

    def _signal(self, number: int) -> None:
        if self.is_running:
            os.killpg(self._process.pid, number)

    # -- log ---------------------------------------------------------------

    def log_text(self) -> str:
        """Everything since the last start."""
        with open(self.log_file, "rb") as log:
            log.seek(self._log_start)
            return log.read().decode("utf-8", "replace")

    def log_entries(self) -> Iterator[dict]:
        for line in self.log_text().splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # a library or the dynamic linker wrote it
            if isinstance(entry, dict):
                yield entry

    def wait_log(self, text: str, seconds: float = START_TIMEOUT_S, **fields) -> dict:
        """The first entry whose event or message contains `text`, with these fields."""
        def find() -> Optional[dict]:
            return next((e for e in self.log_entries() if text in event_of(e)
                         and all(e.get(k) == v for k, v in fields.items())), None)
        return eventually(find, seconds, f"{self.name} logs {text!r} {fields or ''}")

    # -- http --------------------------------------------------------------

    def http_address(self) -> str:
        """The address that port 0 became, from the log."""
        def find() -> Optional[str]:
            for entry in self.log_entries():
                found = re.search(r"127\.0\.0\.1:\d+", json.dumps(entry))
                if "http" in event_of(entry).lower() and found:
                    return found.group()
            return None
        return eventually(find, START_TIMEOUT_S, f"{self.name} logs its http address")

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://{self.http_address()}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError as error:  # not up yet, or frozen
            return 0, str(error)

    def wait_ready(self, seconds: float = START_TIMEOUT_S) -> "Worker":
        eventually(lambda: self.get("/readyz")[0] == 200, seconds, f"{self.name} is ready")
        return self

    def metric(self, name: str) -> float:
        """The sum over all label values; not a number where the program does not say."""
        values = [float(line.rsplit(" ", 1)[1]) for line in self.get("/metrics")[1].splitlines()
                  if re.match(rf"{name}(\{{|\s)", line)]
        return sum(values) if values else math.nan

    def wait_in_flight(self, items: int, seconds: float = 60) -> None:
        eventually(lambda: self.metric("newsmill_in_flight_items") == items, seconds,
                   f"{self.name} holds {items} items")


def event_of(entry: Mapping) -> str:
    return " ".join(str(entry[key]) for key in ("event", "msg", "message") if key in entry)


def run_command(binary: pathlib.Path, *arguments, environment: Optional[Mapping[str, str]] = None,
                seconds: float = 60.0) -> subprocess.CompletedProcess:
    """Any other subcommand, to its end."""
    command: Sequence = [binary, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False,
                          stdin=subprocess.DEVNULL, env=program_environment(environment))


def program_environment(settings: Optional[Mapping[str, str]]) -> dict[str, str]:
    """Ours without what the tests themselves are told, which could pass for configuration."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSMILL_")}
    return inherited | dict(settings or {})
