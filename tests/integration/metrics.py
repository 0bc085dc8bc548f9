"""What a worker shows over HTTP, and a real Prometheus that scrapes it."""

import json
import pathlib
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from typing import Mapping, Optional, Sequence

from cluster import free_ports
from places import DIES_WITH_US
from waiting import eventually
from worker import Worker

TIMEOUT_S = 10.0
SERIES = re.compile(r"^(newsmill_\w+)(?:\{(.*)\})? (\S+)$")
LABEL = re.compile(r'(\w+)="([^"]*)"')
PARTS = ("newsmill_articles_total", "newsmill_duplicates_total",
         "newsmill_dead_letters_total", "newsmill_abandoned_items_total",
         "newsmill_in_flight_items")


class Page:
    """One scrape."""

    def __init__(self, text: str):
        self._values: dict[str, dict[frozenset, float]] = defaultdict(dict)
        for line in text.splitlines():
            if match := SERIES.match(line):
                labels = frozenset(LABEL.findall(match[2] or ""))
                self._values[match[1]][labels] = float(match[3])

    def sum(self, name: str, **labels: str) -> float:
        """Over all series that have these labels."""
        wanted = set(labels.items())
        return sum(value for key, value in self._values[name].items() if wanted <= key)

    def labels(self, name: str, label: str) -> set[str]:
        return {dict(key)[label] for key in self._values[name]}

    def imbalance(self) -> float:
        return self.sum("newsmill_input_items_total") - sum(self.sum(part) for part in PARTS)


def address(worker: Worker) -> str:
    return worker.wait_log("serving")["address"]


def get(worker: Worker, path: str) -> tuple[int, str]:
    """Status and body."""
    try:
        with urllib.request.urlopen(f"http://{address(worker)}{path}", timeout=TIMEOUT_S) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def scrape(worker: Worker) -> Page:
    status, text = get(worker, "/metrics")
    assert status == 200
    return Page(text)


class Prometheus:
    """Scrapes ten times a second."""

    def __init__(self, directory: pathlib.Path, targets: Mapping[str, str]):
        """`targets`: addresses by the name that becomes the label `worker`."""
        self._port, = free_ports(1)
        config = {"global": {"scrape_interval": "100ms", "scrape_timeout": "100ms"},
                  "scrape_configs": [{"job_name": "newsmill", "static_configs": [
                      {"targets": [target], "labels": {"worker": name}}
                      for name, target in targets.items()]}]}
        (directory / "prometheus.yml").write_text(json.dumps(config))  # JSON is YAML
        with open(directory / "prometheus.log", "wb") as log:
            self._process = subprocess.Popen(
                [*DIES_WITH_US, "prometheus", f"--config.file={directory / 'prometheus.yml'}",
                 f"--storage.tsdb.path={directory / 'prometheus'}",
                 f"--web.listen-address=127.0.0.1:{self._port}"], stdout=log, stderr=log)
        eventually(lambda: self.query("count(up == 1)"), 30, "Prometheus scrapes")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def query(self, query: str) -> Optional[float]:
        """The value of the only series; none when there is none."""
        result = self._ask(query)
        assert len(result) <= 1, result
        return float(result[0]["value"][1]) if result else None

    def values(self, query: str, label: str) -> dict[str, float]:
        return {one["metric"].get(label, ""): float(one["value"][1]) for one in self._ask(query)}

    def samples(self, selector: str, minutes: int = 10) -> list[float]:
        """Every sample that was scraped, of all series."""
        return [float(value) for one in self._ask(f"{selector}[{minutes}m]")
                for _, value in one["values"]]

    def _ask(self, query: str) -> Sequence[dict]:
        url = f"http://127.0.0.1:{self._port}/api/v1/query?" + urllib.parse.urlencode(
            {"query": query})
        try:
            with urllib.request.urlopen(url, timeout=TIMEOUT_S) as answer:
                return json.load(answer)["data"]["result"]
        except urllib.error.HTTPError as error:
            if error.code == 503:  # it is still starting
                return []
            raise AssertionError(f"{query}: {error.read().decode()}") from None
        except urllib.error.URLError:  # it is not there yet
            return []
