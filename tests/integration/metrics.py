"""What a worker shows over HTTP."""

import re
import urllib.error
import urllib.request
from collections import defaultdict

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
