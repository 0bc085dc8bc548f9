"""The dashboard and the rules on a real Prometheus that scrapes real workers."""

import re
from contextlib import closing

import pytest

from articles import Newsroom
from expressions import NAME, alerts, panel_queries, recorded
from metrics import address
from prometheus import Prometheus
from waiting import eventually

pytestmark = [pytest.mark.integration, pytest.mark.cost(12)]

WORKERS = ("w1", "w2")
SELECTOR = re.compile(NAME.pattern + r"(?:\{[^}]*\})?")

# Queries without an answer in a fleet that is well, and why.
SILENT: dict[str, str] = {}


def as_grafana_asks(expression: str) -> str:
    for variable, value in (("$__rate_interval", "5s"), ("$job", "newsmill"), ("$instance", ".*")):
        expression = expression.replace(variable, value)
    return expression


def queries() -> dict[str, str]:
    """What has to have an answer. An alert has none as long as all is well: its series have."""
    asked = {f"panel {name}": as_grafana_asks(query) for name, query in panel_queries()}
    asked |= {f"rule {name}": query for name, query in recorded().items()}
    for name, alert in alerts().items():
        asked |= {f"alert {name}: {series}": series for series in SELECTOR.findall(alert["expr"])}
    return asked


@pytest.fixture
def prometheus(fleet):
    """Scrapes two workers that have something to do."""
    newsroom = Newsroom(31)
    fleet.feed(newsroom.stories(3000, copies=0.3), per_second=100)
    for name in WORKERS:
        fleet.worker(name, fleet.config(name, kafka__instance_id=name))
    fleet.wait_members(len(WORKERS))
    targets = {worker.name: address(worker) for worker in fleet.workers}
    with closing(Prometheus(fleet.directory, targets)) as prometheus:
        yield prometheus


def test_every_query_has_an_answer(prometheus):
    unanswered = {}

    def all_answer() -> bool:
        unanswered.clear()
        unanswered.update((name, query) for name, query in queries().items()
                          if name not in SILENT and not prometheus.answers(query))
        return not unanswered
    try:
        eventually(all_answer, 30, "every query has an answer")
    except AssertionError:
        assert unanswered == {}

    assert prometheus.values("newsmill_build_info", "worker") == dict.fromkeys(WORKERS, 1)
    assert prometheus.query("count(count by (hash) (newsmill_config_info))") == 1
    assert prometheus.firing() == []
