"""A real Prometheus with the rules of dashboards/, set up as deploy/prometheus.yaml says."""

import json
import os
import pathlib
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from typing import Mapping, Optional, Sequence

import yaml

from cluster import free_ports
from places import DEPLOY, DIES_WITH_US, PROMETHEUS, ROOT
from waiting import eventually

TIMEOUT_S = 10.0


class Prometheus:
    def __init__(self, directory: pathlib.Path, targets: Mapping[str, str], interval: str = "1s"):
        """`targets`: addresses by the name that becomes the label `worker`; scraped once each
        `interval`. Returns when it has scraped."""
        port, = free_ports(1)
        self.url = f"http://127.0.0.1:{port}"
        config = directory / "prometheus.yaml"
        config.write_text(yaml.safe_dump(_config(targets, interval)))
        with open(directory / "prometheus.log", "wb") as log:
            self._process = subprocess.Popen(
                [*DIES_WITH_US, PROMETHEUS / "prometheus", f"--config.file={config}",
                 f"--storage.tsdb.path={directory / 'prometheus'}",
                 f"--web.listen-address=127.0.0.1:{port}"], stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True, env=os.environ | {"GOMAXPROCS": "1"})
        eventually(lambda: self.query("count(up == 1)"), 30, "Prometheus scrapes")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def query(self, query: str) -> Optional[float]:
        """The value of the only series; none when there is none."""
        result = self._result(query)
        assert len(result) <= 1, result
        return float(result[0]["value"][1]) if result else None

    def values(self, query: str, label: str) -> dict[str, float]:
        return {one["metric"].get(label, ""): float(one["value"][1])
                for one in self._result(query)}

    def samples(self, selector: str, minutes: int = 10) -> list[float]:
        """Every sample that was scraped, of all series."""
        return [float(value) for one in self._result(f"{selector}[{minutes}m]")
                for _, value in one["values"]]

    def answers(self, query: str) -> bool:
        """Whether there is a series; NaN says nothing."""
        return any(one["value"][1] != "NaN" for one in self._result(query))

    def firing(self) -> list[str]:
        alerts = self._ask("alerts", {}).get("alerts", [])
        return [alert["labels"]["alertname"] for alert in alerts if alert["state"] == "firing"]

    def _result(self, query: str) -> Sequence[dict]:
        return self._ask("query", {"query": query}).get("result", [])

    def _ask(self, what: str, parameters: Mapping[str, str]) -> dict:
        url = f"{self.url}/api/v1/{what}?" + urllib.parse.urlencode(parameters)
        try:
            with urllib.request.urlopen(url, timeout=TIMEOUT_S) as answer:
                return json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            if error.code == 503:  # it is still starting
                return {}
            raise AssertionError(f"{parameters}: {error.read().decode()}") from None
        except urllib.error.URLError:  # it does not listen yet
            return {}


def _config(targets: Mapping[str, str], interval: str) -> dict:
    config = yaml.safe_load((DEPLOY / "prometheus.yaml").read_text())
    config["global"] = {"scrape_interval": interval, "evaluation_interval": "1s"}
    config["rule_files"] = [str(ROOT / "dashboards" / files) for files in config["rule_files"]]
    job, = config["scrape_configs"]
    del job["dns_sd_configs"]
    job["static_configs"] = [{"targets": [target], "labels": {"worker": name}}
                             for name, target in targets.items()]
    return config
