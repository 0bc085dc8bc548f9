"""One `newsmill run` or `replay` process, and what a test may do to it."""

import json
import os
import pathlib
import signal
import subprocess
from typing import Iterator, Mapping, Optional, Sequence

import places
from places import DIES_WITH_US
from waiting import eventually

START_TIMEOUT_S = 30.0
EXIT_TIMEOUT_S = 40.0


class Worker:
    def __init__(self, name: str, binary: pathlib.Path, config: pathlib.Path,
                 directory: pathlib.Path, faults: Optional[Mapping[str, str]] = None,
                 environment: Optional[Mapping[str, str]] = None, options: Sequence[str] = (),
                 command: str = "run"):
        """`faults` are NEWSMILL_FAULT_* variables without their prefix."""
        self.name = name
        self.binary = binary
        self.config = config
        self.command = command
        self.options = list(options)  # of the command, for the next start
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
                [*DIES_WITH_US, self.binary, self.command, "--config", self.config, *self.options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
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

    def ask_to_stop(self) -> None:
        self._signal(signal.SIGTERM)

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

    def last_words(self) -> str:
        """Why it stopped; what it wrote outside of its log counts too."""
        unstructured = [line for line in self.log_text().splitlines() if not line.startswith("{")]
        return "\n".join(unstructured + [event_of(entry) for entry in self.log_entries()
                                         if entry.get("event") == "stopped"])

    def wait_log(self, text: str, seconds: float = START_TIMEOUT_S, **fields) -> dict:
        """The first entry whose event or message contains `text`, with these fields."""
        def find() -> Optional[dict]:
            return next((e for e in self.log_entries() if text in event_of(e)
                         and all(e.get(k) == v for k, v in fields.items())), None)
        return eventually(find, seconds, f"{self.name} logs {text!r} {fields or ''}")

    def wait_assigned(self, seconds: float = START_TIMEOUT_S) -> "Worker":
        self.wait_log("assigned", seconds)
        return self

    def wait_fault(self, what: str, seconds: float = 60) -> None:
        """Until the faulty program says that its fault is at work."""
        eventually(lambda: any(e.get("event") == "fault" and what in e["message"]
                               for e in self.log_entries()), seconds, f"{self.name}: {what}")


def event_of(entry: Mapping) -> str:
    return " ".join(str(entry[key]) for key in ("event", "msg", "message") if key in entry)


def run_command(binary: pathlib.Path, *arguments, environment: Optional[Mapping[str, str]] = None,
                seconds: float = 60.0) -> subprocess.CompletedProcess:
    """Any other subcommand, to its end."""
    command: Sequence = [binary, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False,
                          stdin=subprocess.DEVNULL, env=program_environment(environment))


def program_environment(settings: Optional[Mapping[str, str]]) -> dict[str, str]:
    """Ours without what the tests themselves are told, which could pass for configuration. The
    programs alone are to run with another librdkafka, and only where that is asked for."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("NEWSMILL_")}
    if places.LIBRDKAFKA is not None:
        inherited["LD_LIBRARY_PATH"] = str(places.LIBRDKAFKA)
    return inherited | dict(settings or {})
